//! What is known of files, by their paths, as it stands in a file of `.keikaku/`: a line a file, which ends in its path.

use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::path::Path;

use super::address::is_safe;
use super::hash::Hash;

/// Files by their paths, each with what is known of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table<K>(Vec<(Box<str>, K)>);

/// What is known of a file: what its line begins with, as [`Display`] writes it.
pub(super) trait Known: Copy + Display {
    /// It, and what comes behind it and a gap.
    fn read(line: &str) -> Option<(Self, &str)>;
}

/// Between the parts of a line.
pub(super) const GAP: &str = "  ";

impl<K: Known> Table<K> {
    /// From files in any order.
    pub(super) fn new(files: impl IntoIterator<Item = (Box<str>, K)>) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self(files)
    }

    /// Reads a table; one that is not there is empty, and so is one that has no line that can be read.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        let file = match std::fs::File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let mut files = Vec::new();
        for line in io::BufReader::new(file).split(b'\n') {
            files.extend(entry(&line?));
        }
        Ok(Self::new(files))
    }

    pub(super) fn write(&self, mut to: impl Write) -> io::Result<()> {
        self.iter().try_for_each(|(path, known)| writeln!(to, "{known}{GAP}{path}"))
    }

    /// What is known of a file.
    pub(super) fn get(&self, path: &str) -> Option<K> {
        let at = self.0.binary_search_by(|(there, _)| (**there).cmp(path)).ok()?;
        self.0.get(at).map(|(_, known)| *known)
    }

    /// By path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, K)> {
        self.0.iter().map(|(path, known)| (&**path, *known))
    }

    /// The path at a place in [`Table::iter`].
    pub(super) fn path(&self, at: usize) -> Option<&str> {
        self.0.get(at).map(|(path, _)| &**path)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K> Default for Table<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Known for Hash {
    fn read(line: &str) -> Option<(Self, &str)> {
        let (hash, rest) = line.split_once(GAP)?;
        Some((Self::parse(hash)?, rest))
    }
}

/// A line of a table. What is none says nothing, so that nobody's file is taken for keikaku's by way of it.
fn entry<K: Known>(line: &[u8]) -> Option<(Box<str>, K)> {
    let (known, path) = K::read(std::str::from_utf8(line).ok()?)?;
    is_safe(path).then(|| (path.into(), known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let (one, other) = (Hash::of(b"a"), Hash::of(b"b"));
        let table = Table::new([("plan/1  1.html".into(), other), ("index.html".into(), one)]);
        let mut written = Vec::new();
        table.write(&mut written).unwrap();
        assert_eq!(written, format!("{one}  index.html\n{other}  plan/1  1.html\n").into_bytes());
        let read = Table::new(written.split(|byte| *byte == b'\n').filter_map(entry));
        assert_eq!((read.get("plan/1  1.html"), &read), (Some(other), &table));
    }

    #[test]
    fn only_lines_of_a_table_are_read() {
        let line = format!("{}  plan/1 1.html", Hash::of(b"a"));
        assert_eq!(entry(line.as_bytes()), Some(("plan/1 1.html".into(), Hash::of(b"a"))));
        let lines = [
            line.replace("plan/", "../"),
            line.replace("  ", " "),
            line.replace("plan", ".keikaku"),
            line[1..].into(),
        ];
        for wrong in lines {
            assert_eq!(entry::<Hash>(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
