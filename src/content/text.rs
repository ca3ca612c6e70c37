//! Bytes to text: UTF-8, with or without a byte order mark, whatever its line ends.

use super::read::File;
use crate::diagnostic::{Diagnostic, Rule, rules};
use crate::source::{FileId, Source};

/// A file that an editor wrote by hand is smaller by orders of magnitude. In MiB.
const LARGEST: usize = 4;

/// What is wrong with a file's text, before the file has a name for [`Place`](crate::source::Place)s.
pub(crate) enum Unfit {
    TooLarge,
    /// From this byte on.
    NotUtf8(usize),
    /// A character that is legal in UTF-8 and means nothing to a reader, and where it stands.
    Character(char, usize),
}

/// The text of a file and what is wrong with it. What cannot be read as UTF-8, and control characters, are replaced, so
/// that the mistake has a line to point at and nothing else stumbles over it.
pub(crate) fn decode(file: File) -> (Source, Vec<Unfit>) {
    if file.bytes.len() > LARGEST << 20 {
        return (Source { path: file.path, text: String::new() }, vec![Unfit::TooLarge]);
    }
    let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
    let (text, unfit) = match std::str::from_utf8(bytes) {
        Ok(text) => replace_control_characters(unify_line_ends(text)),
        Err(error) => {
            let at = unify_line_ends(&String::from_utf8_lossy(&bytes[..error.valid_up_to()])).len();
            (unify_line_ends(&String::from_utf8_lossy(bytes)), vec![Unfit::NotUtf8(at)])
        }
    };
    (Source { path: file.path, text }, unfit)
}

fn unify_line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn replace_control_characters(text: String) -> (String, Vec<Unfit>) {
    if !text.contains(|c| unfit(c).is_some()) {
        return (text, Vec::new());
    }
    let mut clean = String::with_capacity(text.len());
    let mut found = Vec::new();
    for character in text.chars() {
        if unfit(character).is_some() {
            found.push(Unfit::Character(character, clean.len()));
        }
        clean.push(if is_control(character) { char::REPLACEMENT_CHARACTER } else { character });
    }
    (clean, found)
}

/// The rule that a character breaks wherever it stands.
pub(super) fn unfit(character: char) -> Option<&'static Rule> {
    match character {
        c if is_private(c) => Some(&rules::PRIVATE_CHARACTER),
        c if is_control(c) => Some(&rules::CONTROL_CHARACTER),
        _ => None,
    }
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// 外字: characters that mean something on one machine only. The Markdown of a site relies on there being none.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

impl Unfit {
    /// Whether there is a text to go on with.
    pub(crate) fn is_readable(&self) -> bool {
        matches!(self, Self::Character(..))
    }

    pub(crate) fn diagnostic(&self, file: FileId) -> Diagnostic {
        let at = |rule: &'static Rule, at: usize, length: usize| {
            Diagnostic::new(rule, file.place(at..at + length))
        };
        match self {
            Self::TooLarge => at(&rules::TOO_LARGE, 0, 0).with("limit", &LARGEST),
            Self::NotUtf8(start) => at(&rules::NOT_UTF8, *start, 1),
            Self::Character(character, start) => {
                let rule = unfit(*character).unwrap_or(&rules::CONTROL_CHARACTER);
                let shown = if is_control(*character) { char::REPLACEMENT_CHARACTER } else { *character };
                let code = format!("{:04X}", u32::from(*character));
                at(rule, *start, shown.len_utf8()).with("code", &code)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<Unfit>) {
        let (source, unfit) = decode(File { path: "a.md".into(), bytes: bytes.into() });
        (source.text, unfit)
    }

    #[test]
    fn windows_files_read_as_others() {
        assert_eq!(read("\u{feff}a\r\nb\r".as_bytes()).0, "a\nb\n");
    }

    #[test]
    fn shift_jis_is_told_from_utf8() {
        let (_, unfit) = read(b"title: \x8es\x96\xaf\n");
        assert!(matches!(unfit[..], [Unfit::NotUtf8(7)]));
    }

    #[test]
    fn control_characters_are_told_and_replaced() {
        let (text, unfit) = read("市\0民\u{e000}\tA\n".as_bytes());
        assert_eq!(text, "市\u{fffd}民\u{e000}\tA\n");
        assert!(matches!(unfit[..], [Unfit::Character('\0', 3), Unfit::Character('\u{e000}', 9)]));
    }
}
