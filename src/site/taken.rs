//! Which addresses are taken, also where systems do not tell large letters from small ones.

use std::collections::BTreeSet;

use super::Address;

/// Addresses at which nothing else can be published, in small letters, and the folders that they are in.
pub(super) struct Taken {
    addresses: BTreeSet<String>,
    folders: BTreeSet<String>,
}

impl Taken {
    pub(super) fn new<'a>(addresses: impl Iterator<Item = &'a str>) -> Self {
        let addresses: BTreeSet<_> = addresses.map(str::to_lowercase).collect();
        let folders = addresses.iter().flat_map(|address| folders_of(address)).collect();
        Self { addresses, folders }
    }

    /// Whether a file can be published at an address: nothing else is there, nor a folder of that name, nor a file in the place of
    /// one of its folders, and its place is not kept for the site itself.
    pub(super) fn is_free(&self, address: &str) -> bool {
        let lower = address.to_lowercase();
        !self.addresses.contains(&lower)
            && !self.folders.contains(&lower)
            && !folders_of(&lower).any(|folder| self.addresses.contains(&folder))
            && !lower.split('/').next().is_some_and(Address::is_kept)
    }

    /// Takes an address, if it is free.
    pub(super) fn take(&mut self, address: &str) -> bool {
        let is_free = self.is_free(address);
        if is_free {
            let lower = address.to_lowercase();
            self.folders.extend(folders_of(&lower));
            self.addresses.insert(lower);
        }
        is_free
    }
}

/// The folders that a file stands in: `compare` and `compare/less-sdgs` of `compare/less-sdgs/a.1.html`.
fn folders_of(address: &str) -> impl Iterator<Item = String> {
    address.match_indices('/').map(|(at, _)| address[..at].to_owned())
}
