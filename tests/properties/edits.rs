//! What happens to a good file between two saves.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use unicode_normalization::UnicodeNormalization;

use super::pieces;

/// One slip of the hand. Where it happens is told as a share of the file.
#[derive(Clone, Debug)]
pub enum Edit {
    Insert(Index, Vec<u8>),
    Delete(Index, usize),
    DoubleLine(Index),
    SwapLines(Index, Index),
    CutTheEnd(Index),
}

/// How a file is saved.
#[derive(Clone, Copy, Debug)]
pub enum Saved {
    AsItIs,
    WithMark,
    WithCrLf,
    WithCr,
    Decomposed,
    ShiftJis,
    Utf16,
    Utf16WithoutMark,
}

/// A few slips.
pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = any::<Index>;
    let edit = prop_oneof![
        4 => (place(), pieces::piece()).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        3 => (place(), 1..30_usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        1 => place().prop_map(Edit::DoubleLine),
        1 => (place(), place()).prop_map(|(a, b)| Edit::SwapLines(a, b)),
        1 => place().prop_map(Edit::CutTheEnd),
    ];
    vec(edit, 0..5)
}

/// Mostly as it is.
pub fn saved() -> impl Strategy<Value = Saved> {
    use Saved::{AsItIs, Decomposed, ShiftJis, Utf16, Utf16WithoutMark, WithCr, WithCrLf, WithMark};
    let other = proptest::sample::select(
        &[WithMark, WithCrLf, WithCr, Decomposed, ShiftJis, Utf16, Utf16WithoutMark][..],
    );
    prop_oneof![3 => Just(AsItIs), 1 => other]
}

impl Edit {
    /// The file behind this edit.
    pub fn apply(&self, mut file: Vec<u8>) -> Vec<u8> {
        match self {
            Self::Insert(at, piece) => {
                let at = at.index(file.len() + 1);
                file.splice(at..at, piece.iter().copied());
            }
            Self::Delete(at, length) => {
                let at = at.index(file.len() + 1);
                file.drain(at..file.len().min(at + length));
            }
            Self::DoubleLine(at) => {
                let mut lines = lines(&file);
                let at = at.index(lines.len());
                lines.insert(at, lines[at]);
                file = lines.join(&b'\n');
            }
            Self::SwapLines(a, b) => {
                let mut lines = lines(&file);
                let length = lines.len();
                lines.swap(a.index(length), b.index(length));
                file = lines.join(&b'\n');
            }
            Self::CutTheEnd(at) => file.truncate(at.index(file.len() + 1)),
        }
        file
    }
}

impl Saved {
    /// The bytes on the disk. What is no text any more stays as it is.
    pub fn bytes(self, file: Vec<u8>) -> Vec<u8> {
        let Ok(text) = String::from_utf8(file.clone()) else { return file };
        let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        match self {
            Self::AsItIs => file,
            Self::WithMark => format!("\u{feff}{text}").into_bytes(),
            Self::WithCrLf => text.replace('\n', "\r\n").into_bytes(),
            Self::WithCr => text.replace('\n', "\r").into_bytes(),
            Self::Decomposed => text.nfd().collect::<String>().into_bytes(),
            Self::ShiftJis => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
            Self::Utf16 => utf_16(&format!("\u{feff}{text}")),
            Self::Utf16WithoutMark => utf_16(&text),
        }
    }
}

/// The lines of a file: at least one.
fn lines(file: &[u8]) -> Vec<&[u8]> {
    file.split(|byte| *byte == b'\n').collect()
}
