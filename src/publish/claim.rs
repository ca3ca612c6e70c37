//! The output as it is found: claimed for this build, with what is known of earlier ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::address::OWN;
use super::hash::Hash;
use super::hold::Hold;
use super::manifest::Manifest;
use super::memo::Memo;
use super::stamp::is_untouched;
use super::{Output, stage, strangers};

/// An output that no other build writes to as long as this is held.
pub(super) struct Claim {
    pub(super) root: PathBuf,
    /// What is published.
    pub(super) manifest: Manifest,
    /// When the manifest was written. What was moved into place singly behind it counts as touched, and is read again.
    pub(super) since: Option<SystemTime>,
    /// What files were made of.
    pub(super) memo: Memo,
    /// Whether an earlier build was ended while it moved files into place, so that the manifest on the disk says too little.
    pub(super) interrupted: bool,
    /// Of [`Hold`].
    lock: Option<fs::File>,
}

impl Claim {
    /// Claims an output, which is made if it is not there. `None` if it was not when the plan was read, and another build has
    /// published into it since: of what may be a newer plan.
    pub(super) fn lay(output: &Output, hold: Hold) -> Result<Option<Self>> {
        let root = output.folder.to_path_buf();
        let own = root.join(OWN);
        let (lock, is_first) = match hold {
            Hold::Lock(lock) => (lock, false),
            Hold::Nothing => {
                // Where another build has been since, all is its own.
                if !own.is_dir() {
                    strangers::refuse(output)?;
                }
                (Hold::made(output)?, true)
            }
        };
        let unreadable = || format!("{} を読めません / cannot be read", own.display());
        let manifest = |name| Manifest::read(&own.join(name)).with_context(unreadable);
        let memo = || Memo::read(&own.join("memo"));
        let ((published, moving), memo) = rayon::join(|| (manifest("manifest"), manifest("moving")), memo);
        let (published, moving) = (published?, moving?);
        let is_published = published.is_some() || moving.is_some();
        if is_published && is_first {
            return Ok(None);
        }
        if !is_published {
            strangers::refuse(output)?;
        }
        stage::clear(&root)?;
        let (published, interrupted) = (published.unwrap_or_default(), moving.is_some());
        let manifest = match moving {
            Some(moving) => recover(&root, &published, &moving),
            None => published,
        };
        let since = fs::metadata(own.join("manifest")).and_then(|there| there.modified()).ok();
        Ok(Some(Self { root, manifest, since, memo, interrupted, lock }))
    }

    /// What keeps other builds out.
    pub(super) fn into_lock(self) -> Option<fs::File> {
        self.lock
    }

    /// Whether two names lead to one file, as they do on a disk that takes `A` for `a`. A link is not what it leads to.
    pub(super) fn is_one(&self, name: &str, other: &str) -> bool {
        let real = |path| {
            let path = self.root.join(path);
            let is_file = fs::symlink_metadata(&path).is_ok_and(|there| there.is_file());
            is_file.then(|| path.canonicalize().ok()).flatten()
        };
        real(name).is_some_and(|real_name| Some(real_name) == real(other))
    }

    /// Whether a file that is there is keikaku's.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        self.manifest.has(path) || self.is_renamed(path)
    }

    /// Whether a file that is there is keikaku's by a name in other letters, large or small: it is to have its new name.
    pub(super) fn is_renamed(&self, path: &str) -> bool {
        let is_it = |other: &str| self.is_one(path, other);
        !self.manifest.has(path) && self.manifest.other_case(path).is_some_and(is_it)
    }

    /// Whether somebody has changed a file of keikaku's since it was published. One that nothing was done to since is not read.
    pub(super) fn is_changed(&self, path: &str, there: &fs::Metadata) -> bool {
        let is_other = |ours| !there.is_file() || Hash::of_file(&self.root.join(path)).ok() != Some(ours);
        !is_untouched(there, self.since) && self.manifest.hash(path).is_some_and(is_other)
    }

    /// Where one of keikaku's own files is.
    pub(super) fn own(&self, name: &str) -> PathBuf {
        self.root.join(OWN).join(name)
    }
}

/// What is true where a build was ended while it moved files: each is what it was or what it was to be. A file that somebody has
/// changed since stays ours as it was known, as it would have without that build.
fn recover(root: &Path, published: &Manifest, moving: &Manifest) -> Manifest {
    let found = |path: &str| {
        let path = root.join(path);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|there| there.is_file());
        is_file.then(|| Hash::of_file(&path).ok()).flatten()
    };
    let new: Vec<_> = moving.iter().filter(|(path, hash)| published.hash(path) != Some(*hash)).collect();
    let arrived: Vec<_> = new.into_par_iter().filter(|(path, hash)| found(path) == Some(*hash)).collect();
    let arrived = Manifest::new(arrived.into_iter().map(|(path, hash)| (path.into(), hash)));
    let stayed = published.iter().filter(|(path, _)| !arrived.has(path));
    Manifest::new(stayed.chain(arrived.iter()).map(|(path, hash)| (path.into(), hash)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_second_to_a_new_folder_reads_again() {
        let root = tempfile::TempDir::new().unwrap();
        let folder = root.path().join("public");
        let output = Output { folder: &folder, adopt: false, precompress: false, waiting: &|| () };
        let hold = || Hold::of(&output).unwrap();
        let [first, second] = [hold(), hold()];
        assert!(!folder.exists());
        let first = Claim::lay(&output, first).unwrap().unwrap();
        let published = Manifest::new([("index.html".into(), Hash::of(b""))]);
        published.write(fs::File::create(first.own("manifest")).unwrap()).unwrap();
        fs::File::create(folder.join("index.html")).unwrap();
        drop(first);
        assert!(Claim::lay(&output, second).unwrap().is_none());
        assert!(Claim::lay(&output, hold()).unwrap().unwrap().is_ours("index.html"));
    }

    /// A link to a folder gives each file in it a second name, as a disk does that takes `A` for `a`.
    #[cfg(unix)]
    #[test]
    fn a_file_is_ours_by_its_name_in_other_letters() {
        let root = tempfile::TempDir::new().unwrap();
        fs::DirBuilder::new().create(root.path().join("maps")).unwrap();
        std::os::unix::fs::symlink("maps", root.path().join("Maps")).unwrap();
        for name in ["roads.png", "rivers.png"] {
            fs::File::create(root.path().join("maps").join(name)).unwrap();
        }
        let hash = Hash::of(b"");
        let manifest = Manifest::new([("Maps/roads.png".into(), hash), ("maps/Rivers.png".into(), hash)]);
        let root = root.path().to_path_buf();
        let (since, memo) = (None, Memo::default());
        let claim = Claim { root, manifest, since, memo, interrupted: false, lock: None };
        let is = |path| (claim.is_ours(path), claim.is_renamed(path));
        assert_eq!(is("Maps/roads.png"), (true, false));
        assert_eq!(is("maps/roads.png"), (true, true));
        // On this disk these are two files.
        assert_eq!(is("maps/rivers.png"), (false, false));
    }
}
