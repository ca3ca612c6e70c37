//! What files were made of, as it stands in the output's `.keikaku/memo`: a line a file with the number of its ingredients and the hash of what was made
//! of them. Each line is true for ever, whatever is published, so that it never has to agree with the manifest.

use std::io::{self, BufRead, Write};
use std::path::Path;

use super::hash::Hash;
use super::make::Made;

/// Files by their path.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memo(Vec<(Box<str>, (u64, Hash))>);

impl Memo {
    /// Of these files, which are by path.
    pub(super) fn of(made: &[Made]) -> Self {
        let entry = |made: &Made| Some((made.path.as_ref().into(), (made.ingredients?, made.hash)));
        Self(made.iter().filter_map(entry).collect())
    }

    /// Reads a memo. Without one, or where a line cannot be read, everything is made again.
    pub(super) fn read(path: &Path) -> Self {
        let Ok(file) = std::fs::File::open(path) else { return Self::default() };
        // What cannot be read now cannot be read the next time either.
        let lines = io::BufReader::new(file).split(b'\n').map_while(Result::ok);
        let mut files: Vec<_> = lines.filter_map(|line| entry(&line)).collect();
        files.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self(files)
    }

    pub(super) fn write(&self, mut to: impl Write) -> io::Result<()> {
        self.0.iter().try_for_each(|(path, (number, hash))| writeln!(to, "{number:016x}  {hash}  {path}"))
    }

    /// What was made of these ingredients.
    pub(super) fn hash(&self, path: &str, ingredients: u64) -> Option<Hash> {
        let at = self.0.binary_search_by(|(there, _)| (**there).cmp(path)).ok()?;
        self.0.get(at).filter(|(_, (number, _))| *number == ingredients).map(|(_, (_, hash))| *hash)
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
