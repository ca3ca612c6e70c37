//! Markdown as written, knowing for each of its characters where in the file it stands.

use std::ops::Range;

use crate::source::{FileId, Place};

/// A Markdown text.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Prose {
    pub(crate) text: String,
    place: Place,
    origin: Origin,
}

/// How the text lies in its file.
#[derive(Clone, Debug, Hash)]
enum Origin {
    /// Byte for byte.
    Verbatim,
    /// Line by line, each behind its indentation: where each begins in the text, and where in the file.
    Lines(Vec<(usize, u32)>),
    /// In another form, quoted for example: only the whole has a place.
    Whole,
}

impl Prose {
    /// The body of a file.
    pub(crate) fn body(file: FileId, text: &str, bytes: Range<usize>) -> Self {
        Self { text: text[bytes.clone()].to_owned(), place: file.place(bytes), origin: Origin::Verbatim }
    }

    /// A block of the front matter: what stands in the file line by line, each behind the same indentation. `file` is the
    /// whole file. That YAML would fold the lines of a block behind `>` makes no difference: Markdown folds them too.
    pub(crate) fn block(place: Place, file: &str) -> Self {
        let (mut text, mut starts) = (String::new(), Vec::new());
        for (start, line) in block_lines(place, file) {
            if !starts.is_empty() {
                text.push('\n');
            }
            starts.push((text.len(), start));
            text.push_str(line);
        }
        Self { text, place, origin: Origin::Lines(starts) }
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
                let line = starts.partition_point(|(begins, _)| *begins <= offset).checked_sub(1);
                let line = line.and_then(|line| starts.get(line));
                line.map_or(self.place.end as usize, |(begins, start)| *start as usize + offset - begins)
            }
            Origin::Whole => self.place.start as usize,
        };
        match self.origin {
            Origin::Whole => self.place,
            _ => self.place.file.place(at(bytes.start)..at(bytes.end)),
        }
    }
}

/// The lines of a block behind the indentation that all of them share, and where in the file each begins.
fn block_lines(place: Place, file: &str) -> Vec<(u32, &str)> {
    let (start, end) = (place.start as usize, file.floor_char_boundary(place.end as usize));
    let first = file[..start].rfind('\n').map_or(0, |line_end| line_end + 1);
    let lines = file[first..end.max(start)].split_inclusive('\n');
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let indentation = lines.clone().filter(|line| !line.trim().is_empty()).map(spaces).min().unwrap_or(0);
    let mut next = first;
    lines
        .map(|line| {
            let text = line.trim_end_matches('\n');
            let text = text.get(indentation..).unwrap_or_default();
            let start = next + indentation.min(line.len());
            next += line.len();
            (u32::try_from(start).unwrap_or(u32::MAX), text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Source, Sources};

    #[test]
    fn a_block_ends_with_its_lines_and_knows_their_places() {
        let file = "a: |\n  一\n\n    二\n  b: c\n";
        let end = file.find("b:").unwrap();
        let block = Prose::block(FileId::ALONE.place(7..end), file);
        assert_eq!(block.text.trim_end(), "一\n\n  二");
        let sources = Sources::new(vec![Source { path: "a".into(), text: file.into() }]);
        let at = block.text.find('二').unwrap();
        let location = sources.locate(block.place_of(at..at + 3));
        assert_eq!((location.line, location.column), (4, 5));
    }
}
