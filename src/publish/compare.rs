//! A file that is made bit by bit, compared with the one that is there while it is made.

use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};

use super::file::Stream;
use super::hash::{Hash, Hasher, PIECE};
use super::stage::Stage;

/// Makes a file; what is in it, and whether it differs from the one that is there and so lies on the stage.
pub(super) fn stream(
    write: &Stream,
    address: &str,
    there: Option<&Path>,
    stage: &Stage,
) -> Result<(Hash, bool)> {
    let old = there.and_then(|path| fs::File::open(path).ok()).zip(there).map(|(file, path)| Old {
        file,
        path,
        same: 0,
    });
    let staged = if old.is_none() { Some(stage.create(address)?) } else { None };
    let comparison = Comparison { address, old, staged, stage, hasher: Hasher::default() };
    let mut writer = BufWriter::with_capacity(PIECE, comparison);
    let written = write(&mut writer).and_then(|()| Ok(writer.flush()?));
    written.with_context(|| address.to_owned())?;
    let comparison = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
    comparison.finish().with_context(|| address.to_owned())
}

/// Writes to the stage from the first byte on that differs.
struct Comparison<'a> {
    address: &'a str,
    /// What is there, as long as it is the same.
    old: Option<Old<'a>>,
    staged: Option<fs::File>,
    stage: &'a Stage<'a>,
    hasher: Hasher,
}

struct Old<'a> {
    file: fs::File,
    path: &'a Path,
    /// How much of it is the same.
    same: u64,
}

impl Write for Comparison<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hasher.write_all(bytes)?;
        if let Some(old) = &mut self.old {
            if old.goes_on_with(bytes) {
                return Ok(bytes.len());
            }
            self.part()?;
        }
        if let Some(staged) = &mut self.staged {
            staged.write_all(bytes)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Old<'_> {
    fn goes_on_with(&mut self, bytes: &[u8]) -> bool {
        let mut there = vec![0; bytes.len()];
        let same = self.file.read_exact(&mut there).is_ok() && there == bytes;
        if same {
            self.same += bytes.len() as u64;
        }
        same
    }
}

impl Comparison<'_> {
    /// Takes to the stage what was the same so far.
    fn part(&mut self) -> io::Result<()> {
        if let Some(old) = self.old.take() {
            let mut staged = self.stage.create(self.address).map_err(io::Error::other)?;
            io::copy(&mut fs::File::open(old.path)?.take(old.same), &mut staged)?;
            self.staged = Some(staged);
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<(Hash, bool)> {
        if let Some(old) = &mut self.old
            && old.file.read(&mut [0])? > 0
        {
            self.part()?;
        }
        Ok((self.hasher.finish(), self.staged.is_some()))
    }
}
