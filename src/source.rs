//! The files that editors wrote, and places in them.
//!
//! A [`Place`] is small and says nothing by itself; [`Sources`] turns it into a file, a line and a column when somebody
//! has to be told. So every value of the plan can know where it was written.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a path may hold in an address as it is (RFC 3986, unreserved characters and `/`).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path as a part of an address.
pub(crate) fn in_address(path: &str) -> impl fmt::Display {
    utf8_percent_encode(path, PATH)
}

/// What may be any part of an address, in characters that every program takes.
pub(crate) fn ascii(address: &str) -> impl fmt::Display {
    utf8_percent_encode(address, CONTROLS)
}

/// What stands behind the percent signs of an address: `%E5%9B%B3.png` is 図.png.
pub(crate) fn decoded(address: &str) -> String {
    percent_decode_str(address).decode_utf8_lossy().into_owned()
}

/// The same where nothing but characters stands behind the percent signs.
pub(crate) fn strictly_decoded(address: &str) -> Option<String> {
    Some(percent_decode_str(address).decode_utf8().ok()?.into_owned())
}

/// A text file below `content/`, without byte order mark, its lines ended by `\n` alone.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path as an editor knows it: from the site's folder, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All files that were read, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    files: Vec<Arc<Held>>,
}

/// A file, and where its lines begin, once somebody has asked.
#[derive(Debug)]
struct Held {
    source: Source,
    lines: OnceLock<Vec<usize>>,
}

/// A file of [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(u32);

/// A stretch of a file's text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) file: FileId,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// A value and the place where it was written.
#[derive(Clone, Debug, PartialEq, Hash)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

/// A place as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location<'a> {
    pub(crate) path: &'a str,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted from 1, in characters.
    pub(crate) column: usize,
    /// The whole line, without its end.
    pub(crate) text: &'a str,
    /// What is meant within the line, in bytes; at least empty, never beyond the line.
    pub(crate) span: Range<usize>,
}

impl Sources {
    pub(crate) fn new(sources: Vec<Source>) -> Self {
        Self { files: sources.into_iter().map(Held::new).collect() }
    }

    /// Every file with its name for [`Place`]s.
    pub(crate) fn files(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0u32..).map(FileId).zip(self.files.iter().map(|held| &held.source))
    }

    pub(crate) fn get(&self, file: FileId) -> &Source {
        &self.files[file.index()].source
    }

    /// The file at a path.
    pub(crate) fn find(&self, path: &str) -> Option<FileId> {
        self.files().find(|(_, source)| source.path == path).map(|(file, _)| file)
    }

    /// Puts a file in the place of another.
    pub(crate) fn replace(&mut self, file: FileId, source: Source) {
        self.files[file.index()] = Held::new(source);
    }

    /// Where a place is, for a person. A place that spans lines is cut at the end of its first.
    pub(crate) fn locate(&self, place: Place) -> Location<'_> {
        let Source { path, text } = self.get(place.file);
        let start = text.floor_char_boundary(place.start as usize);
        let lines = self.lines(place.file);
        let line = lines.partition_point(|line| *line <= start);
        let line_start = line.checked_sub(1).and_then(|before| lines.get(before)).copied().unwrap_or(0);
        let line_end = lines.get(line).map_or(text.len(), |next| next - 1);
        let end = text.floor_char_boundary(place.end as usize).clamp(start, line_end);
        Location {
            path,
            line,
            column: text[line_start..start].chars().count() + 1,
            text: &text[line_start..line_end],
            span: start - line_start..end - line_start,
        }
    }
}

impl Sources {
    /// Where words stand within a place; all of it if they are written in another form there.
    pub(crate) fn within(&self, place: Place, words: &str) -> Place {
        let (start, end) = (place.start as usize, place.end as usize);
        let at = self.get(place.file).text.get(start..end).and_then(|text| text.find(words));
        at.map_or(place, |at| place.file.place(start + at..start + at + words.len()))
    }

    /// Where the lines of a file begin.
    fn lines(&self, file: FileId) -> &[usize] {
        self.files.get(file.index()).map_or(&[0], |held| held.lines())
    }
}

impl Held {
    fn new(source: Source) -> Arc<Self> {
        Arc::new(Self { source, lines: OnceLock::new() })
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.source.text.match_indices('\n').map(|(end, _)| end + 1);
            std::iter::once(0).chain(ends).collect()
        })
    }
}

impl FileId {
    /// A file that is in no [`Sources`].
    pub(crate) const ALONE: Self = Self(0);

    /// Its place among all files.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// A stretch of this file.
    pub(crate) fn place(self, bytes: Range<usize>) -> Place {
        Place { file: self, start: offset(bytes.start), end: offset(bytes.end) }
    }
}

impl Place {
    /// How long it is, in bytes.
    pub(crate) fn length(self) -> usize {
        (self.end - self.start) as usize
    }
}

/// Files are far smaller than 4 GiB: `content::text` refuses those that are not.
fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

impl<T> Located<T> {
    pub(crate) fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locate(text: &str, bytes: Range<usize>) -> (usize, usize, String) {
        let sources = Sources::new(vec![Source { path: "a.md".into(), text: text.into() }]);
        let location = sources.locate(FileId(0).place(bytes));
        (location.line, location.column, location.text[location.span.clone()].to_owned())
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(locate("一行目\n所管課: 人事課\n", 21..30), (2, 6, "人事課".into()));
    }

    #[test]
    fn a_place_ends_with_its_line() {
        assert_eq!(locate("ab\ncd\n", 1..5), (1, 2, "b".into()));
    }

    #[test]
    fn the_end_of_a_file_is_a_place() {
        assert_eq!(locate("ab", 2..9), (1, 3, String::new()));
    }
}
