//! Folders on the way to files, each looked at once: which are there, and that none leads elsewhere.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use anyhow::Result;

use super::address::folder;
use super::refusal;

/// What stands where a folder is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    There,
    Missing,
    /// A link, or no folder at all.
    Taken,
}

/// All folders on the way to some files, by path; the site's root is the first, as the empty path.
pub(super) struct Folders<'a>(Vec<(&'a str, State)>);

impl<'a> Folders<'a> {
    pub(super) fn on_the_way_to(addresses: impl IntoIterator<Item = &'a str>, root: &Path) -> Self {
        let mut paths = BTreeSet::from([""]);
        for address in addresses {
            let mut path = folder(address);
            while paths.insert(path) {
                path = folder(path);
            }
        }
        let mut folders = Self(vec![("", State::There)]);
        // A folder stands behind the one that it is in.
        for path in paths.into_iter().skip(1) {
            let state = match folders.state(folder(path)) {
                State::There => state(&root.join(path)),
                state => state,
            };
            folders.0.push((path, state));
        }
        folders
    }

    /// Refuses folders that lead out of the output, or that would have to take a file's place.
    pub(super) fn are_free(&self, root: &Path) -> Result<()> {
        let taken: Vec<_> =
            self.0.iter().filter(|(_, state)| *state == State::Taken).map(|(path, _)| *path).collect();
        if taken.is_empty() { Ok(()) } else { Err(refusal::taken(root, &taken)) }
    }

    /// Whether the folder of a file is there.
    pub(super) fn hold(&self, address: &str) -> bool {
        self.state(folder(address)) == State::There
    }

    /// What has to be moved to bring a new file into place: the file, or the uppermost folder on the way to it that is missing.
    pub(super) fn unit<'b>(&self, address: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let mut unit = address;
        while !self.hold(unit) {
            unit = folder(unit);
        }
        unit
    }

    /// Where a folder is in the list.
    pub(super) fn index(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|(there, _)| (*there).cmp(path)).ok()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What is not in the list is not there.
    fn state(&self, path: &str) -> State {
        self.index(path).and_then(|at| self.0.get(at)).map_or(State::Missing, |(_, state)| *state)
    }
}

fn state(path: &Path) -> State {
    match std::fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => State::There,
        Err(error) if error.kind() == io::ErrorKind::NotFound => State::Missing,
        _ => State::Taken,
    }
}
