//! How a file on the disk is known again without being read.

use std::fs::Metadata;
use std::time::SystemTime;

/// A number of which file it is, how long, when it was written, and between which two starts of the system: what the disk had not
/// taken in before a loss of power may be gone without a trace. 0 where that is not to be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp(pub(super) u64);

impl Stamp {
    pub(super) fn of(there: &Metadata) -> Self {
        Self(system::number(there).unwrap_or_default())
    }

    /// Whether it is that of what is there, and nothing has been done to that since. What may have been in the very moment counts as
    /// done; and whoever sets the clock of a file back does something to it.
    pub(super) fn holds(self, there: &Metadata, since: Option<SystemTime>) -> bool {
        is_untouched(there, since) && self != Self::default() && self == Self::of(there)
    }
}

/// Whether nothing was done to a file since: where the system does not tell that, it was not written to.
pub(super) fn is_untouched(there: &Metadata, since: Option<SystemTime>) -> bool {
    let touched = system::changed(there).or_else(|| there.modified().ok());
    touched.is_some_and(|touched| since.is_some_and(|since| touched < since))
}

#[cfg(target_os = "linux")]
mod system {
    use std::fs::{File, Metadata};
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io::Read;
    use std::os::unix::fs::MetadataExt;
    use std::sync::LazyLock;
    use std::time::{Duration, SystemTime};

    /// The system has another each time it starts: random(4).
    static START: LazyLock<Option<String>> = LazyLock::new(|| {
        let mut id = String::new();
        File::open("/proc/sys/kernel/random/boot_id").ok()?.read_to_string(&mut id).ok()?;
        Some(id)
    });

    pub(super) fn number(there: &Metadata) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        START.as_ref()?.hash(&mut hasher);
        (there.dev(), there.ino(), there.size(), there.mtime(), there.mtime_nsec()).hash(&mut hasher);
        Some(hasher.finish())
    }

    /// When something was last done to a file: written, renamed, given another time. Nobody can set that but the system.
    pub(super) fn changed(there: &Metadata) -> Option<SystemTime> {
        let seconds = Duration::from_secs(there.ctime().try_into().ok()?);
        Some(SystemTime::UNIX_EPOCH + seconds + Duration::from_nanos(there.ctime_nsec().try_into().ok()?))
    }
}

/// Where the standard library tells neither of these every file is read that a memo knows.
#[cfg(not(target_os = "linux"))]
mod system {
    use std::fs::Metadata;
    use std::time::SystemTime;

    pub(super) fn number(_: &Metadata) -> Option<u64> {
        None
    }

    pub(super) fn changed(_: &Metadata) -> Option<SystemTime> {
        None
    }
}
