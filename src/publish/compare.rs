//! A file that is made bit by bit, compared with the one that is there while it is made.

use std::fs;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;

use anyhow::{Context, Error, Result};

use super::file::Stream;
use super::hash::{Hash, Hasher, PIECE};
use super::refusal;
use super::stage::Stage;
use super::stamp::Stamp;

/// Makes a file; what is in it, and if it differs from the one that is there, the stamp of that on the stage.
pub(super) fn stream(
    write: &Stream,
    address: &str,
    there: Option<&Path>,
    stage: &Stage,
) -> Result<(Hash, Option<Stamp>)> {
    let old = there.and_then(|path| fs::File::open(path).ok()).map(|file| Old { file, same: 0 });
    let staged = if old.is_none() { Some(stage.create(address)?) } else { None };
    let comparison = Comparison { address, old, staged, stage, hasher: Hasher::default(), failed: None };
    let mut writer = BufWriter::with_capacity(PIECE, comparison);
    let written = write(&mut writer).and_then(|()| Ok(writer.flush()?));
    let (mut comparison, _) = writer.into_parts();
    match comparison.failed.take() {
        Some(error) => Err(error),
        None => {
            written.with_context(|| address.to_owned())?;
            comparison.finish().with_context(|| address.to_owned())
        }
    }
}

/// Writes to the stage from the first byte on that differs.
struct Comparison<'a> {
    address: &'a str,
    /// What is there, as long as it is the same.
    old: Option<Old>,
    staged: Option<fs::File>,
    stage: &'a Stage<'a>,
    hasher: Hasher,
    /// Why nothing more could be written; what is writing may not tell that.
    failed: Option<Error>,
}

struct Old {
    file: fs::File,
    /// How much of it is the same.
    same: u64,
}

impl Write for Comparison<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.compare(bytes).map(|()| bytes.len()).map_err(|error| {
            self.failed = Some(error);
            io::ErrorKind::Other.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Old {
    fn goes_on_with(&mut self, bytes: &[u8]) -> bool {
        let mut there = vec![0; bytes.len()];
        let same = self.file.read_exact(&mut there).is_ok() && there == bytes;
        if same {
            self.same += bytes.len() as u64;
        }
        same
    }
}

/// Takes what was the same to the stage, and looks at it again.
struct Taken<'a> {
    staged: &'a mut fs::File,
    hasher: Hasher,
}

impl Write for Taken<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.staged.write(bytes)?;
        self.hasher.write_all(bytes.get(..written).unwrap_or_default())?;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Comparison<'_> {
    fn compare(&mut self, bytes: &[u8]) -> Result<()> {
        if self.old.as_mut().is_some_and(|old| !old.goes_on_with(bytes)) {
            self.part()?;
        }
        if let Some(staged) = &mut self.staged {
            staged.write_all(bytes).map_err(|error| self.stage.unwritable(self.address, &error))?;
        }
        Ok(self.hasher.write_all(bytes)?)
    }

    /// Takes to the stage what was the same so far.
    fn part(&mut self) -> Result<()> {
        if let Some(Old { mut file, same }) = self.old.take() {
            let mut staged = self.stage.create(self.address)?;
            let mut taken = Taken { staged: &mut staged, hasher: Hasher::default() };
            let copied = file.rewind().and_then(|()| io::copy(&mut file.take(same), &mut taken));
            copied.map_err(|error| self.stage.unwritable(self.address, &error))?;
            // Somebody may have written to it in the meantime.
            if taken.hasher.finish() != self.hasher.clone().finish() {
                return Err(refusal::busy(self.address));
            }
            self.staged = Some(staged);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(Hash, Option<Stamp>)> {
        if let Some(old) = &mut self.old
            && old.file.read(&mut [0])? > 0
        {
            self.part()?;
        }
        let staged = self.staged.map(|staged| staged.metadata()).transpose();
        let staged = staged.map_err(|error| self.stage.unwritable(self.address, &error))?;
        Ok((self.hasher.finish(), staged.as_ref().map(Stamp::of)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::folders::Folders;

    /// What is found of a new file written in pieces over an old one, and what lies on the stage then.
    fn compared(old: Option<&[u8]>, new: &[u8]) -> (Hash, bool, Option<Vec<u8>>) {
        let root = tempfile::TempDir::new().unwrap();
        let path = root.path().join("a.json");
        fs::DirBuilder::new().create(root.path().join(".keikaku")).unwrap();
        if let Some(old) = old {
            fs::File::create(&path).unwrap().write_all(old).unwrap();
        }
        let folders = Folders::on_the_way_to(["a.json"], root.path());
        let stage = Stage::new(root.path(), &folders);
        let write = |to: &mut dyn Write| Ok(new.chunks(7_000).try_for_each(|piece| to.write_all(piece))?);
        let (hash, stamp) = stream(&write, "a.json", old.map(|_| &*path), &stage).unwrap();
        let differs = stamp.is_some();
        let mut staged = Vec::new();
        let read =
            differs.then(|| fs::File::open(stage.path("a.json").unwrap()).unwrap().read_to_end(&mut staged));
        (hash, differs, read.map(|_| staged))
    }

    #[test]
    fn only_what_differs_is_written() {
        let long = b"0123456789".repeat(30_000);
        let [mut early, mut late] = [long.clone(), long.clone()];
        (early[3], late[299_990]) = (b'x', b'x');
        let files =
            [b"", &b"abc"[..], b"ab", b"abcd", &long, &early, &late, &long[..PIECE], &long[..150_000]];
        for new in files {
            assert_eq!(compared(None, new), (Hash::of(new), true, Some(new.to_vec())));
            for old in files {
                let expected = (Hash::of(new), old != new, (old != new).then(|| new.to_vec()));
                assert!(compared(Some(old), new) == expected, "{} over {}", new.len(), old.len());
            }
        }
    }

    #[test]
    fn what_somebody_writes_to_meanwhile_is_not_taken() {
        let root = tempfile::TempDir::new().unwrap();
        let path = root.path().join("a.json");
        fs::DirBuilder::new().create(root.path().join(".keikaku")).unwrap();
        fs::File::create(&path).unwrap().write_all(&vec![b'a'; 2 * PIECE]).unwrap();
        let folders = Folders::on_the_way_to(["a.json"], root.path());
        let stage = Stage::new(root.path(), &folders);
        for length in [10, 2 * PIECE] {
            let write = |to: &mut dyn Write| {
                to.write_all(&vec![b'a'; PIECE])?;
                fs::File::create(&path)?.write_all(&vec![b'b'; length])?;
                Ok(to.write_all(&vec![b'c'; PIECE])?)
            };
            let failed = stream(&write, "a.json", Some(&path), &stage).unwrap_err().to_string();
            assert!(failed.contains("a.json"), "{failed}");
            fs::remove_file(stage.path("a.json").unwrap()).unwrap();
            fs::File::create(&path).unwrap().write_all(&vec![b'a'; 2 * PIECE]).unwrap();
        }
    }
}
