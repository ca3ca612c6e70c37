//! What files were made of, as it stands in the output's `.keikaku/memo`: a line a file with the number of its ingredients and the hash of what was made
//! of them. Each line is true for ever, whatever is published, so that it never has to agree with the manifest.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::Path;

use super::file::File;
use super::hash::Hash;
use super::make::Made;

/// Files by their path.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memo(BTreeMap<Box<str>, (u64, Hash)>);

impl Memo {
    /// Of these files; `made` is by path.
    pub(super) fn of(files: &[File], made: &[Made]) -> Self {
        let entry = |file: &File| {
            let path = file.address.as_str();
            let at = made.binary_search_by(|made| made.path.as_ref().cmp(path)).ok()?;
            Some((path.into(), (file.ingredients?, made.get(at)?.hash)))
        };
        Self(files.iter().filter_map(entry).collect())
    }

    /// Reads a memo. Without one, or where a line cannot be read, everything is made again.
    pub(super) fn read(path: &Path) -> Self {
        let Ok(file) = std::fs::File::open(path) else { return Self::default() };
        Self(io::BufReader::new(file).split(b'\n').filter_map(|line| entry(&line.ok()?)).collect())
    }

    pub(super) fn write(&self, mut to: impl Write) -> io::Result<()> {
        self.0.iter().try_for_each(|(path, (number, hash))| writeln!(to, "{number:016x}  {hash}  {path}"))
    }

    /// What was made of these ingredients.
    pub(super) fn hash(&self, path: &str, ingredients: u64) -> Option<Hash> {
        self.0.get(path).filter(|(number, _)| *number == ingredients).map(|(_, hash)| *hash)
    }
}

fn entry(line: &[u8]) -> Option<(Box<str>, (u64, Hash))> {
    let (number, rest) = std::str::from_utf8(line).ok()?.split_once("  ")?;
    let (hash, path) = rest.split_once("  ")?;
    Some((path.into(), (u64::from_str_radix(number, 16).ok()?, Hash::parse(hash)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let hash = Hash::of(b"a");
        let memo = Memo([("plan/1 1.html".into(), (10, hash))].into());
        let mut written = Vec::new();
        memo.write(&mut written).unwrap();
        assert_eq!(written, format!("000000000000000a  {hash}  plan/1 1.html\n").into_bytes());
        assert_eq!(entry(written.trim_ascii_end()), Some(("plan/1 1.html".into(), (10, hash))));
        assert_eq!(entry(b"000000000000000a  x  plan/1.html"), None);
        assert_eq!((memo.hash("plan/1 1.html", 10), memo.hash("plan/1 1.html", 11)), (Some(hash), None));
    }
}
