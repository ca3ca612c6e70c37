//! The first step: every file is made, compared with the one that is there, and laid on the stage if it differs.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::claim::Claim;
use super::compare;
use super::compress::{self, Form};
use super::file::{File, Make, Stream};
use super::folders::Folders;
use super::hash::Hash;
use super::memo::Making;
use super::refusal;
use super::stage::Stage;
use super::stamp::Stamp;
use crate::watch::{Watch, piece};

/// A file as it will be.
pub(super) struct Made<'a> {
    pub(super) path: Cow<'a, str>,
    pub(super) hash: Hash,
    pub(super) is: Is,
    /// The number of what it was made of, where that is known.
    pub(super) ingredients: Option<u64>,
    /// That of the file, where it lies now.
    pub(super) stamp: Stamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// There already, with these bytes.
    Unchanged,
    /// On the stage.
    Staged,
    /// On the stage, and what is there is keikaku's, but somebody has changed it.
    Changed,
    /// On the stage, and what is there is not keikaku's.
    Foreign,
}

/// Where files are made.
pub(super) struct Workshop<'a> {
    pub(super) claim: &'a Claim,
    pub(super) folders: &'a Folders<'a>,
    pub(super) stage: &'a Stage<'a>,
    /// If texts are to have compressed copies: the site's own files that are called like some.
    pub(super) copies: Option<BTreeSet<&'a str>>,
}

/// Opens a file that was made.
type Open<'a> = dyn Fn() -> io::Result<Box<dyn Read + 'a>> + 'a;

impl Workshop<'_> {
    /// Makes all files; by path.
    ///
    /// # Errors
    ///
    /// The first in the order of the list, of those that are made last the first behind it, and how many others there were.
    pub(super) fn make_all<'f>(&self, files: &'f [File], watch: &dyn Watch) -> Result<Vec<Made<'f>>> {
        let make = |file: &'f File| piece(watch, file.address.as_str(), || self.make(file));
        let (last, first): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.is_last);
        // One may take as long as a thousand others: none has to wait behind it for the thread that makes it.
        let mut results: Vec<_> = first.into_par_iter().with_max_len(1).map(make).collect();
        results.par_extend(last.into_par_iter().map(make));
        let others = results.iter().filter(|result| result.is_err()).count().saturating_sub(1);
        let made = results.into_iter().collect::<Result<Vec<_>>>().map_err(|error| match others {
            0 => error,
            _ => refusal::also(
                error,
                &format!("ほか {others} 件のファイルでも失敗しました"),
                &format!("{others} more files failed"),
            ),
        });
        let mut made: Vec<_> = made?.into_iter().flatten().collect();
        made.par_sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(made)
    }

    /// A file, and its compressed copies.
    fn make<'f>(&self, file: &'f File) -> Result<Vec<Made<'f>>> {
        let address = file.address.as_str();
        let remembered = file.ingredients.and_then(|number| self.remembered(address.into(), number));
        if let Some((made, length)) = remembered {
            return self
                .with_copies(made, length, &|| Ok(Box::new(fs::File::open(self.claim.root.join(address))?)));
        }
        match &file.make {
            Make::Whole(make) => {
                let bytes = make().with_context(|| address.to_owned())?;
                let made = Made { ingredients: file.ingredients, ..self.whole(address, &bytes)? };
                self.with_copies(made, bytes.len() as u64, &|| Ok(Box::new(&*bytes)))
            }
            Make::Stream(write) => {
                let made = Made { ingredients: file.ingredients, ..self.stream(address.into(), write)? };
                let path = match made.is {
                    Is::Unchanged => self.claim.root.join(address),
                    Is::Staged | Is::Changed | Is::Foreign => self.stage.path(address)?,
                };
                let length = fs::symlink_metadata(&path).with_context(|| address.to_owned())?.len();
                self.with_copies(made, length, &|| Ok(Box::new(fs::File::open(&path)?)))
            }
        }
    }

    /// A file that is there as it was made of the same ingredients, and how long it is. It is read if anything was done to it since.
    fn remembered<'f>(&self, address: Cow<'f, str>, ingredients: u64) -> Option<(Made<'f>, u64)> {
        let Making { hash, stamp, .. } = self.claim.memo.made(&address, ingredients)?;
        let path = self.claim.root.join(&*address);
        let there = self.there(&address, &path).ok()?.filter(fs::Metadata::is_file)?;
        let is_whole =
            || stamp.holds(&there, self.claim.since) || Hash::of_file(&path).is_ok_and(|it| it == hash);
        let is_it = !self.claim.is_renamed(&address) && is_whole();
        let stamp = Stamp::of(&there);
        let made = Made { path: address, hash, is: Is::Unchanged, ingredients: Some(ingredients), stamp };
        is_it.then_some((made, there.len()))
    }

    fn whole<'f>(&self, address: &'f str, bytes: &[u8]) -> Result<Made<'f>> {
        let path = self.claim.root.join(address);
        let there = self.there(address, &path)?;
        let is_same =
            there.as_ref().is_some_and(|there| has(&path, there, bytes)) && !self.claim.is_renamed(address);
        let stamp = match &there {
            Some(there) if is_same => Stamp::of(there),
            _ => self.stage.lay(address, bytes)?,
        };
        let is = self.verdict(address, there.as_ref(), !is_same);
        Ok(Made { path: Cow::Borrowed(address), hash: Hash::of(bytes), is, ingredients: None, stamp })
    }

    fn stream<'f>(&self, address: Cow<'f, str>, write: &Stream) -> Result<Made<'f>> {
        let path = self.claim.root.join(&*address);
        let there = self.there(&address, &path)?;
        let is_kept = |there: &&fs::Metadata| there.is_file() && !self.claim.is_renamed(&address);
        let old = there.as_ref().filter(is_kept).map(|_| &*path);
        let (hash, staged) = compare::stream(write, &address, old, self.stage)?;
        let is = self.verdict(&address, there.as_ref(), staged.is_some());
        let stamp = staged.or(there.as_ref().map(Stamp::of)).unwrap_or_default();
        Ok(Made { path: address, hash, is, ingredients: None, stamp })
    }

    fn with_copies<'f>(&self, made: Made<'f>, length: u64, open: &Open) -> Result<Vec<Made<'f>>> {
        let Some(others) = self.copies.as_ref().filter(|_| compress::pays(&made.path, length)) else {
            return Ok(vec![made]);
        };
        let mut copies = Vec::new();
        for form in Form::ALL {
            let address = format!("{}{}", made.path, form.ending());
            // The city's own copy takes the place.
            if others.contains(&*address) {
                continue;
            }
            let number = made.hash.number();
            let compress = |to: &mut dyn Write| Ok(form.compress(&mut *open()?, length, to)?);
            copies.push(match self.remembered(address.clone().into(), number) {
                Some((copy, _)) => copy,
                None => Made { ingredients: Some(number), ..self.stream(address.into(), &compress)? },
            });
        }
        copies.push(made);
        Ok(copies)
    }

    /// What stands where a file is to be.
    fn there(&self, address: &str, path: &Path) -> Result<Option<fs::Metadata>> {
        let there = if self.folders.hold(address) { fs::symlink_metadata(path).ok() } else { None };
        match there {
            Some(there) if there.is_dir() => Err(refusal::folder(&self.claim.root, address)),
            there => Ok(there),
        }
    }

    fn verdict(&self, address: &str, there: Option<&fs::Metadata>, differs: bool) -> Is {
        match there {
            _ if !differs => Is::Unchanged,
            Some(_) if !self.claim.is_ours(address) => Is::Foreign,
            Some(there) if self.claim.is_changed(address, there) => Is::Changed,
            _ => Is::Staged,
        }
    }
}

/// Whether a file has these bytes.
#[expect(clippy::disallowed_methods, reason = "what is published is compared with what was")]
fn has(path: &Path, there: &fs::Metadata, bytes: &[u8]) -> bool {
    there.is_file() && there.len() == bytes.len() as u64 && fs::read(path).is_ok_and(|old| old == bytes)
}
