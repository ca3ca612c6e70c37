//! The record of addresses: what was published once should lead somewhere for ever.

use super::address::HOST_FILES;
use super::{Content, Site};
use crate::source::Located;

/// What `addresses.lock` says.
#[derive(Debug)]
pub(crate) struct Record {
    /// Every address that was ever recorded.
    pub(crate) addresses: Vec<Located<String>>,
    /// The lines of comment.
    pub(crate) comments: Vec<String>,
    /// All of it could be read.
    pub(crate) is_whole: bool,
}

impl Site {
    /// The addresses that people note down: of pages, of the data and of the editors' own files. Other files have names that change
    /// with what is in them, or are for programs that find them by themselves.
    pub(crate) fn lasting_addresses(&self) -> impl Iterator<Item = &str> {
        let pages = self.listed_pages().map(|page| page.address.as_str());
        let copied = self.copied.iter().map(String::as_str).filter(|address| !HOST_FILES.contains(address));
        let data = self.distributions.iter().filter(|it| it.is_offered()).map(|it| it.address.as_str());
        pages.chain(data).chain(copied)
    }
}

impl Content {
    /// Whether people and search engines may find it: neither the page for what is not there nor one that leads to another.
    pub(super) fn is_listed(self) -> bool {
        !matches!(self, Self::NotFound | Self::Redirect { .. })
    }
}
