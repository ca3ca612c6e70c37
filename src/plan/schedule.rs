//! What is done, and when: actions, their lanes, and the bars in them.

use super::year::{FiscalYear, Years};

/// A row of the schedule (取組内容).
#[derive(Clone, Debug, Hash)]
pub(crate) struct Action {
    /// A heading over neighbouring actions that share it.
    pub(crate) group: Option<String>,
    pub(crate) name: String,
    pub(crate) lanes: Vec<Lane>,
}

/// Bars that follow on each other; none overlaps with another, the earlier stands first.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Lane {
    pub(crate) bars: Vec<Bar>,
}

/// What is done over a span of the plan's years.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Bar {
    pub(crate) years: Years,
    pub(crate) text: String,
}

impl Action {
    /// What is done in a year.
    pub(crate) fn in_year(&self, year: FiscalYear) -> impl Iterator<Item = &Bar> {
        self.lanes.iter().flat_map(|lane| &lane.bars).filter(move |bar| bar.years.contains(year))
    }
}
