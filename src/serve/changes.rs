//! Which files have changed, where the system tells of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// What was touched, or `None` where nobody knows.
pub(super) type Touched = Option<BTreeSet<PathBuf>>;

/// What the system tells of.
pub(super) enum Change {
    Touched(Touched),
    /// Whoever wrote a file has closed it. Not every system tells of it.
    Closed,
}

/// The folders of a site in which people write.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Somebody who watches a site's folder as long as this is held.
pub(super) struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches, and tells by `tell`. `None` where the system does not tell of changes (network drives, Windows' drives seen from WSL), or
    /// cannot watch so many folders.
    pub(super) fn watch(root: &Path, tell: impl Fn(Change) + Send + 'static) -> Option<Self> {
        if is_remote(root) {
            return None;
        }
        let watcher = notify::recommended_watcher(handler(tell)).ok()?;
        let mut changes = Self { root: root.to_path_buf(), watcher };
        changes.watch_all().is_ok().then_some(changes)
    }

    /// Watches folders that have come, or have come again.
    pub(super) fn refresh(&mut self) {
        for folder in FOLDERS {
            let folder = self.root.join(folder);
            // One that is gone cannot be given up, and one that is not there is not watched.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
            }
        }
    }

    fn watch_all(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Passes on what the system tells, but for what was only read.
fn handler(tell: impl Fn(Change) + Send + 'static) -> impl Fn(notify::Result<Event>) + Send + 'static {
    move |event| match event {
        Ok(event) if event.need_rescan() => tell(Change::Touched(None)),
        Ok(event) if event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
            tell(Change::Closed);
        }
        Ok(event) if event.kind.is_access() => {}
        Ok(event) => tell(Change::Touched(Some(event.paths.into_iter().collect()))),
        Err(_) => tell(Change::Touched(None)),
    }
}

/// Both, as one.
pub(super) fn merge(touched: &mut Touched, more: Touched) {
    match (touched, more) {
        (Some(touched), Some(more)) => touched.extend(more),
        (touched, _) => *touched = None,
    }
}

/// Whether the folder is on a drive that does not tell of changes which others make.
fn is_remote(root: &Path) -> bool {
    let Ok(root) = root.canonicalize() else { return false };
    is_share(&root) || (is_wsl() && is_drive_of_windows(&root)) || is_network(&root)
}

/// `\\server\folder`; a drive's letter that stands for such a folder is resolved to it.
#[cfg(windows)]
fn is_share(root: &Path) -> bool {
    use std::path::{Component, Prefix};
    let first = root.components().next();
    matches!(first, Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
}

#[cfg(not(windows))]
fn is_share(_: &Path) -> bool {
    false
}

/// Linux within Windows, where `/mnt/c` is a drive of Windows.
fn is_wsl() -> bool {
    cfg!(target_os = "linux") && Path::new("/proc/sys/fs/binfmt_misc/WSLInterop").exists()
}

fn is_drive_of_windows(root: &Path) -> bool {
    let mut parts = root.components().skip(1);
    let mut next = || parts.next().map(|part| part.as_os_str().to_string_lossy().into_owned());
    next().is_some_and(|first| first == "mnt") && next().is_some_and(|drive| drive.chars().count() == 1)
}

/// Numbers of file systems that others write to, too: `statfs(2)`.
#[cfg(target_os = "linux")]
fn is_network(root: &Path) -> bool {
    const NFS: i64 = 0x6969;
    const SMB: i64 = 0x517b;
    const CIFS: i64 = 0xff53_4d42;
    const SMB2: i64 = 0xfe53_4d42;
    const PLAN9: i64 = 0x0102_1997;
    const FUSE: i64 = 0x6573_5546;
    let kind = nix::sys::statfs::statfs(root).map(|found| found.filesystem_type().0);
    kind.is_ok_and(|kind| [NFS, SMB, CIFS, SMB2, PLAN9, FUSE].contains(&kind))
}

#[cfg(not(target_os = "linux"))]
fn is_network(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_of_windows_are_known_by_their_letter() {
        assert!(is_drive_of_windows(Path::new("/mnt/c/plan")));
        assert!(!is_drive_of_windows(Path::new("/mnt/data/plan")));
        assert!(!is_drive_of_windows(Path::new("/home/c")));
    }

    #[test]
    fn where_nobody_knows_one_of_them_nobody_knows_all() {
        let mut touched = Some([PathBuf::from("a")].into());
        merge(&mut touched, None);
        assert_eq!(touched, None);
    }
}
