//! Which files have changed, where the system tells of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// What was touched, or `None` where nobody knows.
pub(super) type Touched = Option<BTreeSet<PathBuf>>;

/// Programs write a file in several steps, and a checkout many files: what follows another change so soon belongs to it.
const QUIET: Duration = Duration::from_millis(8);

/// So long a stream of changes is gathered at most.
const PATIENCE: Duration = Duration::from_millis(200);

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
    ///
    /// # Errors
    ///
    /// When the system has no thread to spare.
    pub(super) fn watch(root: &Path, tell: impl Fn(Touched) + Send + 'static) -> Result<Option<Self>> {
        if is_remote(root) {
            return Ok(None);
        }
        let (to, from) = channel();
        thread::Builder::new().name("changes".to_owned()).spawn(move || gather(&from, tell))?;
        let watcher = notify::recommended_watcher(handler(to)).ok();
        let changes = watcher.map(|watcher| Self { root: root.to_path_buf(), watcher });
        Ok(changes.and_then(|mut changes| changes.watch_all().is_ok().then_some(changes)))
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
fn handler(to: Sender<Touched>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    move |event| {
        let touched = match event {
            Ok(event) if event.need_rescan() => None,
            Ok(event) if event.kind.is_access() => return,
            Ok(event) => Some(event.paths.into_iter().collect()),
            Err(_) => None,
        };
        // Nobody listens any more when the program ends.
        let _ = to.send(touched);
    }
}

/// Tells of changes that follow one another as of one, until nobody changes anything any more.
fn gather(from: &Receiver<Touched>, tell: impl Fn(Touched)) {
    while let Ok(mut touched) = from.recv() {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            match from.recv_timeout(QUIET) {
                Ok(more) => merge(&mut touched, more),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        tell(touched);
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
    fn changes_that_follow_one_another_are_told_at_once() {
        let (to, from) = channel();
        for name in ["a", "b", "a"] {
            to.send(Some([PathBuf::from(name)].into())).unwrap();
        }
        drop(to);
        let (tell, told) = channel();
        gather(&from, move |touched| tell.send(touched).unwrap());
        let all: Vec<_> = told.iter().collect();
        assert_eq!(all, [Some(["a", "b"].map(PathBuf::from).into())]);
    }

    #[test]
    fn where_nobody_knows_one_of_them_nobody_knows_all() {
        let mut touched = Some([PathBuf::from("a")].into());
        merge(&mut touched, None);
        assert_eq!(touched, None);
    }
}
