//! When and why what an initiative says was changed: only what its editors tell of it, never what a file or a repository knows.

use crate::date::Date;

/// What was changed on a day.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Change {
    pub(crate) date: Date,
    pub(crate) what: String,
    pub(crate) why: Option<String>,
}
