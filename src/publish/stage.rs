//! The stage: a folder beside the output, where files lie until all of them are ready.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Error, Result};

use super::address::{OWN, folder};
use super::folders::Folders;
use super::refusal;
use super::stamp::Stamp;

/// Made when the first file needs it, and gone in the end, whatever happens but a kill.
pub(super) struct Stage<'a> {
    /// The output.
    root: PathBuf,
    places: Places,
    folders: &'a Folders<'a>,
    /// Where the stage is, once it is.
    made: OnceLock<Result<PathBuf, Kept>>,
    /// Which of the folders it has.
    has: Vec<OnceLock<Result<(), Kept>>>,
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
        Self { root: root.to_path_buf(), places: Places::of(root), folders, made: OnceLock::new(), has }
    }

    /// A new file on the stage.
    pub(super) fn create(&self, address: &str) -> Result<fs::File> {
        let (path, parent) = (self.path(address)?, folder(address));
        if let Some(has) = self.folders.index(parent).and_then(|at| self.has.get(at)) {
            let make = || fs::DirBuilder::new().recursive(true).create(path.parent().unwrap_or(&path));
            let made = has.get_or_init(|| make().map_err(|error| Kept::of(&error)));
            made.as_ref().map_err(|error| self.unwritable(address, &error.again()))?;
        }
        fs::File::create_new(&path).map_err(|error| self.unwritable(address, &error))
    }

    /// Lays a file on the stage.
    pub(super) fn lay(&self, address: &str, bytes: &[u8]) -> Result<Stamp> {
        let mut file = self.create(address)?;
        let written = file.write_all(bytes).and_then(|()| file.metadata());
        written.map(|there| Stamp::of(&there)).map_err(|error| self.unwritable(address, &error))
    }

    /// What to say when a file on the stage cannot be written. Where it is to be is what people know.
    pub(super) fn unwritable(&self, address: &str, error: &io::Error) -> Error {
        refusal::unwritable(&self.root.join(address), error)
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
        let made = self.made.get_or_init(|| self.places.make().map_err(|error| Kept::of(&error)));
        made.as_deref().map_err(|error| refusal::unwritable(&self.places.inside, &error.again()))
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
    places
        .clear()
        .map_err(|error| refusal::failed(&places.inside, ["を消せません", "cannot be removed"], &error))
}

/// In a stage, so that nothing else is taken for one and removed.
const MARK: &str = "stage-of-keikaku";

fn is_stage(path: &Path) -> bool {
    let is = |path: &Path, wanted: fn(&fs::Metadata) -> bool| {
        fs::symlink_metadata(path).is_ok_and(|there| wanted(&there))
    };
    is(path, fs::Metadata::is_dir) && is(&path.join(MARK), fs::Metadata::is_file)
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

    /// A folder that can be moved out of the output can be moved into it: on one disk, where we may write. What has the name
    /// already keeps it.
    fn make(&self) -> io::Result<PathBuf> {
        fs::create_dir(&self.inside)?;
        fs::create_dir(self.inside.join("site"))?;
        fs::File::create_new(self.inside.join(MARK))?;
        let is_free = |beside: &&PathBuf| fs::symlink_metadata(beside).is_err();
        let free = self.beside.as_ref().filter(is_free);
        Ok(free.filter(|beside| fs::rename(&self.inside, beside).is_ok()).unwrap_or(&self.inside).clone())
    }

    #[expect(clippy::disallowed_methods, reason = "the stage is keikaku's own")]
    fn clear(&self) -> io::Result<()> {
        let remove = |place: &Path| match fs::remove_dir_all(place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
        remove(&self.inside)?;
        // Somebody else's folder may have this name. Ours goes back first, so that it never stands there without its mark.
        if let Some(beside) = self.beside.as_ref().filter(|beside| is_stage(beside)) {
            let back = fs::rename(beside, &self.inside);
            return remove(back.map_or(beside, |()| &self.inside));
        }
        Ok(())
    }
}

/// An error that is told to everybody who asks.
struct Kept {
    code: Option<i32>,
    kind: io::ErrorKind,
}

impl Kept {
    fn of(error: &io::Error) -> Self {
        Self { code: error.raw_os_error(), kind: error.kind() }
    }

    fn again(&self) -> io::Error {
        self.code.map_or_else(|| self.kind.into(), io::Error::from_raw_os_error)
    }
}
