//! Markdown as written, knowing for each of its characters where in the file it stands.

use std::ops::Range;

use crate::source::{FileId, Place};

/// A Markdown text.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    pub(crate) text: String,
    place: Place,
    origin: Origin,
}

/// How the text lies in its file.
#[derive(Clone, Debug)]
enum Origin {
    /// Byte for byte.
    Verbatim,
    /// Line by line, each behind its indentation: where each line begins.
    Lines(Vec<u32>),
    /// Quoted or folded: only the whole has a place.
    Whole,
}

impl Prose {
    /// The body of a file.
    pub(crate) fn body(file: FileId, text: &str, bytes: Range<usize>) -> Self {
        Self { text: text[bytes.clone()].to_owned(), place: file.place(bytes), origin: Origin::Verbatim }
    }

    /// A block of the front matter that stands in the file line by line, each behind the same indentation.
    /// `place` begins behind the first line's; `file` is the whole file.
    pub(crate) fn block(block: &str, place: Place, file: &str) -> Self {
        Self { text: block.to_owned(), place, origin: Origin::Lines(line_starts(block, place, file)) }
    }

    /// A text that stands in the file in another form, quoted for example.
    pub(crate) fn quoted(text: &str, place: Place) -> Self {
        Self { text: text.to_owned(), place, origin: Origin::Whole }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where in the file a stretch of the text stands.
    pub(crate) fn place_of(&self, bytes: Range<usize>) -> Place {
        let at = |offset: usize| match &self.origin {
            Origin::Verbatim => self.place.start as usize + offset,
            Origin::Lines(starts) => {
                let before = &self.text[..self.text.floor_char_boundary(offset)];
                let line = before.matches('\n').count();
                let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
                starts.get(line).map_or(self.place.end as usize, |start| *start as usize + column)
            }
            Origin::Whole => self.place.start as usize,
        };
        match self.origin {
            Origin::Whole => self.place,
            _ => self.place.file.place(at(bytes.start)..at(bytes.end)),
        }
    }
}

/// Where each line of a literal block begins in the file. Its place begins behind the first line's indentation.
fn line_starts(block: &str, place: Place, text: &str) -> Vec<u32> {
    let start = place.start as usize;
    let indentation = start - text[..start].rfind('\n').map_or(0, |end| end + 1);
    let mut next = start - indentation;
    let mut starts = Vec::new();
    for _ in block.lines() {
        let end = text[next..].find('\n').map_or(text.len(), |at| next + at);
        starts.push(u32::try_from((next + indentation).min(end)).unwrap_or(u32::MAX));
        next = (end + 1).min(text.len());
    }
    starts
}
