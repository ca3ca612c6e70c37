//! What can be seen of a build while it goes on. The stages know neither clock nor terminal; who watches them may.

use std::time::Instant;

/// The steps of a build, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    /// Files come in.
    Read,
    /// What was written is understood: one file after another, then the plan, then the list of pages.
    Parse,
    Assemble,
    LayOut,
    /// The plan is asked about what looks odd.
    Review,
    /// What pages need before the first of them can be made: theme, trial pages, the search index.
    Prepare,
    /// Each file is made, compared and, if it differs, laid ready.
    Make,
    /// What lies ready is moved into place, and what is no more is removed.
    Move,
}

/// Somebody who watches.
pub(crate) trait Watch: Sync {
    /// A step begins, and the one before has ended. `pieces` is how much work it has, 0 where nobody counts.
    fn begin(&self, phase: Phase, pieces: usize);

    /// A piece of the step's work begins, on whatever thread this is called; what is given here comes back at its end.
    fn piece_begins(&self) -> Option<Instant>;

    /// The piece ends; `name` is what it made.
    fn piece_ends(&self, name: &str, began: Option<Instant>);
}

/// Nobody.
pub(crate) struct Unwatched;

impl Watch for Unwatched {
    fn begin(&self, _: Phase, _: usize) {}

    fn piece_begins(&self) -> Option<Instant> {
        None
    }

    fn piece_ends(&self, _: &str, _: Option<Instant>) {}
}

/// A piece of work, done whoever watches it.
pub(crate) fn piece<T>(watch: &dyn Watch, name: &str, work: impl FnOnce() -> T) -> T {
    let began = watch.piece_begins();
    let result = work();
    watch.piece_ends(name, began);
    result
}
