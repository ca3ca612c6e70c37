//! What keikaku has published, as it stands in the output's `.keikaku/manifest`: a line a file, which
//! `sha256sum -c .keikaku/manifest` reads.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::OnceLock;

use super::address::is_safe;
use super::hash::Hash;

/// Files by their path, with what is in them.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: Vec<(Box<str>, Hash)>,
    /// Where each is by its path in small letters, once somebody asks.
    lower: OnceLock<BTreeMap<String, usize>>,
}

impl PartialEq for Manifest {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files
    }
}

impl Manifest {
    /// From files in any order.
    pub(super) fn new(files: impl IntoIterator<Item = (Box<str>, Hash)>) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self { files, lower: OnceLock::new() }
    }

    /// Reads a manifest; `None` if there is none, or nothing in it. What is no line of a manifest says nothing, so that nobody's file is taken for
    /// keikaku's by way of it.
    pub(super) fn read(path: &Path) -> io::Result<Option<Self>> {
        let file = match std::fs::File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut files = Vec::new();
        for line in io::BufReader::new(file).split(b'\n') {
            files.extend(entry(&line?));
        }
        Ok((!files.is_empty()).then(|| Self::new(files)))
    }

    pub(super) fn write(&self, mut to: impl Write) -> io::Result<()> {
        self.iter().try_for_each(|(path, hash)| writeln!(to, "{hash}  {path}"))
    }

    /// What a file of ours has in it.
    pub(super) fn hash(&self, path: &str) -> Option<Hash> {
        let at = self.files.binary_search_by(|(there, _)| (**there).cmp(path)).ok()?;
        self.files.get(at).map(|(_, hash)| *hash)
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.hash(path).is_some()
    }

    /// A path that differs from this, if at all, only in large and small letters.
    pub(super) fn other_case(&self, path: &str) -> Option<&str> {
        let lower = self.lower.get_or_init(|| {
            self.files.iter().enumerate().map(|(at, (path, _))| (path.to_lowercase(), at)).collect()
        });
        let at = *lower.get(&path.to_lowercase())?;
        self.files.get(at).map(|(path, _)| &**path)
    }

    /// By path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Hash)> {
        self.files.iter().map(|(path, hash)| (&**path, *hash))
    }
}

fn entry(line: &[u8]) -> Option<(Box<str>, Hash)> {
    let (hash, path) = std::str::from_utf8(line).ok()?.split_once("  ")?;
    is_safe(path).then_some(())?;
    Some((path.into(), Hash::parse(hash)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_a_manifest_are_read() {
        let line = format!("{}  plan/1 1.html", Hash::of(b"a"));
        assert_eq!(entry(line.as_bytes()), Some(("plan/1 1.html".into(), Hash::of(b"a"))));
        let lines = [
            line.replace("plan/", "../"),
            line.replace("  ", " "),
            line.replace("plan", ".keikaku"),
            line[1..].into(),
        ];
        for wrong in lines {
            assert_eq!(entry(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
