//! Builds one behind the other: a build holds its output from before it reads the plan, so that what is published last was read last.
//!
//! Beside a wrong plan nothing is made. So an output that is not there yet is held only when the plan is known to be right, and whoever
//! finds then that another build was first begins anew.

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::address::OWN;
use super::{Output, refusal};

/// What keeps other builds out of an output.
#[derive(Debug)]
pub(crate) enum Hold {
    /// The output has never been published into: nothing is there that could be held.
    Nothing,
    /// The system's lock: it is gone when the process is, however that ended. Where the disk knows no locks there is none, and builds
    /// are kept apart by people.
    Lock(Option<fs::File>),
}

impl Hold {
    /// Holds an output that is there; waits where another build has it.
    ///
    /// # Errors
    ///
    /// When what is keikaku's own in it is a link, or cannot be written to.
    pub(crate) fn of(output: &Output) -> Result<Self> {
        let own = own(output)?;
        if own.is_dir() { Ok(Self::Lock(lock(&own.join("lock"), output)?)) } else { Ok(Self::Nothing) }
    }

    /// The same of one that is not there, which is made.
    pub(super) fn made(output: &Output) -> Result<Option<fs::File>> {
        let own = own(output)?;
        let cannot = |error| refusal::failed(&own, ["を作れません", "cannot be created"], &error);
        fs::DirBuilder::new().recursive(true).create(&own).map_err(cannot)?;
        lock(&own.join("lock"), output)
    }
}

/// The folder that keikaku keeps for itself; no link to another.
fn own(output: &Output) -> Result<PathBuf> {
    let own = output.folder.join(OWN);
    let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    if is_link(&own) || is_link(&own.join("lock")) {
        return Err(refusal::taken(output.folder, &[OWN]));
    }
    Ok(own)
}

fn lock(path: &Path, output: &Output) -> Result<Option<fs::File>> {
    let file = fs::File::options().create(true).truncate(false).write(true).open(path);
    // Where nothing may be written, nothing may have to be.
    let file = file.or_else(|error| fs::File::open(path).map_err(|_| error));
    let file = file.map_err(|error| refusal::unwritable(path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {
            (output.waiting)();
            let cannot = || format!("{} を待てません / cannot be waited for", path.display());
            wait(&file).with_context(cannot)?;
            Ok(Some(file))
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

fn wait(file: &fs::File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            locked => return locked,
        }
    }
}
