//! The files of one state of the site, each made when it is asked for.

use std::cell::OnceCell;

use anyhow::Result;

use crate::Ready;
use crate::files;
use crate::publish::File;
use crate::site::address::is_looked_up;
use crate::theme::Theme;

/// What is served of one state.
pub(super) struct Shelf<'a> {
    ready: &'a Ready,
    files: Vec<File<'a>>,
    /// The search index and what else takes a look through the whole plan: once somebody asks.
    late: OnceCell<Vec<File<'a>>>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(ready: &'a Ready, theme: &'a Theme) -> Self {
        Self { ready, files: files::when_asked(ready, theme, false), late: OnceCell::new() }
    }

    /// The bytes of a file, and whether its name tells what is in it; `None` where the site has none there.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(super) fn get(&self, address: &str) -> Result<Option<(Vec<u8>, bool)>> {
        let is_it = |file: &&File| file.address.as_str() == address;
        // A large site has some ten thousand files, and a person asks for a few: they need no index.
        let file = match self.files.iter().find(is_it) {
            Some(file) => Some(file),
            None if is_looked_up(address) => self.late()?.iter().find(is_it),
            None => None,
        };
        file.map(|file| Ok((file.bytes()?, file.address.lasting().is_some()))).transpose()
    }

    fn late(&self) -> Result<&[File<'a>]> {
        if let Some(late) = self.late.get() {
            return Ok(late);
        }
        let late = files::looked_up(self.ready, &self.files)?;
        Ok(self.late.get_or_init(|| late))
    }
}
