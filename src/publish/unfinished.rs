//! A file that is not whole yet, beside the one whose place it is to take.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Where such a file is: in nobody's way, but of no use where it stays, so it is gone in the end.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    /// Nobody reads what begins with a dot, and another program has a file of its own.
    pub(super) fn beside(path: &Path) -> Self {
        Self(path.with_file_name(format!(".keikaku-{}", std::process::id())))
    }

    /// Begins it anew: nothing is written through a link, nor into what an ended program has left.
    pub(super) fn create(&self) -> io::Result<File> {
        let _ = fs::remove_file(&self.0);
        File::create_new(&self.0)
    }

    /// Gives it the place of another.
    pub(super) fn replace(&self, path: &Path) -> io::Result<()> {
        fs::rename(&self.0, path)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Gone already where all went well.
        let _ = fs::remove_file(&self.0);
    }
}
