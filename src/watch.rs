//! What can be seen of a build while it goes on. The stages know neither clock nor terminal; who watches them may.

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

    /// Does a piece of the step's work, on whatever thread this is called; `name` is what it makes.
    fn piece(&self, name: &str, work: &mut dyn FnMut());
}

/// Nobody.
pub(crate) struct Unwatched;

impl Watch for Unwatched {
    fn begin(&self, _: Phase, _: usize) {}

    fn piece(&self, _: &str, work: &mut dyn FnMut()) {
        work();
    }
}

/// A piece of work that gives something.
pub(crate) fn piece<T>(watch: &dyn Watch, name: &str, work: impl FnOnce() -> T) -> Option<T> {
    let (mut work, mut result) = (Some(work), None);
    watch.piece(name, &mut || result = work.take().map(|work| work()));
    result
}
