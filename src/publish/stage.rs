//! The stage: a folder beside the output, where files lie until all of them are ready.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow};

use super::address::{OWN, folder};
use super::folders::Folders;

/// Made when the first file needs it, and gone in the end, whatever happens but a kill.
pub(super) struct Stage<'a> {
    places: Places,
    folders: &'a Folders<'a>,
    /// Where the stage is, once it is.
    made: OnceLock<Result<PathBuf, String>>,
    /// Which of the folders it has.
    has: Vec<OnceLock<Result<(), String>>>,
}

/// Where a stage can be.
struct Places {
    /// In the output: for what is mounted by itself, or stands in a folder that nobody may write to.
    inside: PathBuf,
    beside: Option<PathBuf>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(root: &Path, folders: &'a Folders<'a>) -> Self {
        let has = (0..folders.len()).map(|_| OnceLock::new()).collect();
        Self { places: Places::of(root), folders, made: OnceLock::new(), has }
    }

    /// A new file on the stage.
    pub(super) fn create(&self, address: &str) -> Result<fs::File> {
        let (path, parent) = (self.path(address)?, folder(address));
        if let Some(has) = self.folders.index(parent).and_then(|at| self.has.get(at)) {
            let make = || fs::DirBuilder::new().recursive(true).create(path.parent().unwrap_or(&path));
            has.get_or_init(|| make().map_err(|error| cannot_write(&path, &error)))
                .clone()
                .map_err(anyhow::Error::msg)?;
        }
        fs::File::create_new(&path).map_err(|error| anyhow!(cannot_write(&path, &error)))
    }

    /// Lays a file on the stage.
    pub(super) fn lay(&self, address: &str, bytes: &[u8]) -> Result<()> {
        let mut file = self.create(address)?;
        file.write_all(bytes).with_context(|| self.complaint(address))
    }

    /// What to say when a file on the stage cannot be written.
    pub(super) fn complaint(&self, address: &str) -> String {
        let path = self.path(address).unwrap_or_else(|_| address.into());
        format!("{} に書けません / cannot be written", path.display())
    }

    /// Where a file or folder lies on the stage.
    pub(super) fn path(&self, address: &str) -> Result<PathBuf> {
        Ok(self.root()?.join("site").join(address))
    }

    /// Where what is no part of the site lies.
    pub(super) fn own(&self, name: &str) -> Result<PathBuf> {
        Ok(self.root()?.join(name))
    }

    fn root(&self) -> Result<&Path> {
        let made = self
            .made
            .get_or_init(|| self.places.make().map_err(|error| cannot_write(&self.places.inside, &error)));
        made.as_deref().map_err(|error| anyhow!(error.clone()))
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        if self.made.get().is_some() {
            // What cannot be removed now is by the next build.
            let _ = self.places.clear();
        }
    }
}

/// Removes what a killed build has left of its stage.
pub(super) fn clear(root: &Path) -> Result<()> {
    let places = Places::of(root);
    places.clear().with_context(|| {
        format!(
            "{} を消せません / cannot be removed",
            places.beside.as_ref().unwrap_or(&places.inside).display()
        )
    })
}

impl Places {
    fn of(root: &Path) -> Self {
        // The output may be a link: its stage stands beside the folder itself.
        let real = root.canonicalize().ok();
        let beside = real.and_then(|real| {
            let name = real.file_name()?.to_str()?;
            Some(real.parent()?.join(format!(".{name}{OWN}")))
        });
        Self { inside: root.join(OWN).join("stage"), beside }
    }

    /// A folder that can be moved out of the output can be moved into it: on one disk, where we may write.
    fn make(&self) -> io::Result<PathBuf> {
        fs::create_dir(&self.inside)?;
        let moved = self.beside.as_ref().filter(|beside| fs::rename(&self.inside, beside).is_ok());
        let stage = moved.unwrap_or(&self.inside);
        fs::create_dir(stage.join("site"))?;
        Ok(stage.clone())
    }

    #[expect(clippy::disallowed_methods, reason = "the stage is keikaku's own")]
    fn clear(&self) -> io::Result<()> {
        for place in self.beside.iter().chain([&self.inside]) {
            match fs::remove_dir_all(place) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{} に書けません / cannot be written: {error}", path.display())
}
