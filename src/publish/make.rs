//! The first step: every file is made, compared with the one that is there, and laid on the stage if it differs.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::claim::Claim;
use super::compare;
use super::file::{File, Make};
use super::folders::Folders;
use super::hash::Hash;
use super::refusal;
use super::stage::Stage;
use crate::watch::{Watch, piece};

/// A file as it will be.
pub(super) struct Made<'a> {
    pub(super) path: Cow<'a, str>,
    pub(super) hash: Hash,
    pub(super) is: Is,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// There already, with these bytes.
    Unchanged,
    /// On the stage.
    Staged,
    /// On the stage, and what is there is not keikaku's.
    Foreign,
}

/// Where files are made.
pub(super) struct Workshop<'a> {
    pub(super) claim: &'a Claim,
    pub(super) folders: &'a Folders<'a>,
    pub(super) stage: &'a Stage<'a>,
}

impl Workshop<'_> {
    /// Makes all files; by path.
    ///
    /// # Errors
    ///
    /// The first in the order of the list, and how many others there were.
    pub(super) fn make_all<'f>(&self, files: &'f [File], watch: &dyn Watch) -> Result<Vec<Made<'f>>> {
        let make = |file: &'f File| {
            piece(watch, file.address.as_str(), || self.make(file)).unwrap_or_else(|| Ok(Vec::new()))
        };
        let results = files.par_iter().map(make).collect::<Vec<_>>();
        let others = results.iter().filter(|result| result.is_err()).count().saturating_sub(1);
        let made = results.into_iter().collect::<Result<Vec<_>>>().map_err(|error| match others {
            0 => error,
            _ => error.context(format!(
                "ほか {others} 件のファイルでも失敗しました / and {others} more files failed"
            )),
        });
        let mut made: Vec<_> = made?.into_iter().flatten().collect();
        made.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(made)
    }

    fn make<'f>(&self, file: &'f File) -> Result<Vec<Made<'f>>> {
        let address = file.address.as_str();
        let path = self.claim.root.join(address);
        let there = self.there(address, &path)?;
        let (hash, differs) = match &file.make {
            Make::Whole(make) => {
                let bytes = make().with_context(|| address.to_owned())?;
                let is_same = there.as_ref().is_some_and(|there| has(&path, there, &bytes));
                if !is_same {
                    self.stage.lay(address, &bytes)?;
                }
                (Hash::of(&bytes), !is_same)
            }
            Make::Stream(write) => {
                let old = there.as_ref().filter(|there| there.is_file()).map(|_| &*path);
                compare::stream(write, address, old, self.stage)?
            }
        };
        let is = self.verdict(address, there.is_some(), differs);
        Ok(vec![Made { path: Cow::Borrowed(address), hash, is }])
    }

    /// What stands where a file is to be.
    fn there(&self, address: &str, path: &Path) -> Result<Option<fs::Metadata>> {
        let there = if self.folders.hold(address) { fs::symlink_metadata(path).ok() } else { None };
        match there {
            Some(there) if there.is_dir() => Err(refusal::folder(&self.claim.root, address)),
            there => Ok(there),
        }
    }

    fn verdict(&self, address: &str, is_there: bool, differs: bool) -> Is {
        match differs {
            false => Is::Unchanged,
            true if is_there && !self.claim.manifest.has(address) => Is::Foreign,
            true => Is::Staged,
        }
    }
}

/// Whether a file has these bytes.
#[expect(clippy::disallowed_methods, reason = "what is published is compared with what was")]
fn has(path: &Path, there: &fs::Metadata, bytes: &[u8]) -> bool {
    there.is_file() && there.len() == bytes.len() as u64 && fs::read(path).is_ok_and(|old| old == bytes)
}
