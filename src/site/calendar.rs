//! What is done in a fiscal year, told by how the schedule lies around it: begun with it, done in it alone, going on through
//! it, ended with it.

use std::ops::Range;

use crate::plan::{Action, Bar, FiscalYear, Initiative, Plan, Years};

/// How the years of a bar lie around one of them; what is special in a year stands before what merely goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Phase {
    Begins,
    Only,
    Ends,
    Continues,
}

/// All that is done in a year. One initiative may stand in several phases, as its actions have years of their own.
#[derive(Debug)]
pub(crate) struct Calendar {
    pub(crate) year: FiscalYear,
    /// By phase, in each in the order of the plan: indexes into [`Plan::initiatives`].
    pub(crate) entries: Vec<(Phase, usize)>,
}

impl Phase {
    pub(crate) const ALL: [Self; 4] = [Self::Begins, Self::Only, Self::Ends, Self::Continues];

    /// An id on the page of a year, and the key of its words.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Begins => "begins",
            Self::Only => "only",
            Self::Continues => "continues",
            Self::Ends => "ends",
        }
    }

    /// `None` where the year is none of the span's.
    fn of(span: Years, year: FiscalYear) -> Option<Self> {
        span.contains(year).then_some(match (span.first == year, span.last == year) {
            (true, true) => Self::Only,
            (true, false) => Self::Begins,
            (false, true) => Self::Ends,
            (false, false) => Self::Continues,
        })
    }
}

impl Calendar {
    /// One for every year of the plan.
    pub(crate) fn all(plan: &Plan) -> Vec<Self> {
        plan.period.iter().map(|year| Self::new(plan, year)).collect()
    }

    fn new(plan: &Plan, year: FiscalYear) -> Self {
        let does = |initiative: &Initiative, phase: Phase| {
            initiative.actions().any(|action| bars(action, year, phase).next().is_some())
        };
        let entries = Phase::ALL.into_iter().flat_map(|phase| {
            let initiatives = plan.initiatives.iter().enumerate();
            initiatives.filter(move |(_, it)| does(it, phase)).map(move |(index, _)| (phase, index))
        });
        Self { year, entries: entries.collect() }
    }

    /// Where the entries of a phase stand.
    pub(crate) fn of(&self, phase: Phase) -> Range<usize> {
        let before = |last: Phase| self.entries.partition_point(|(own, _)| *own < last);
        let start = before(phase);
        start..start + self.entries[start..].partition_point(|(own, _)| *own == phase)
    }
}

/// The bars of an action that stand in a phase of a year.
pub(crate) fn bars(action: &Action, year: FiscalYear, phase: Phase) -> impl Iterator<Item = &Bar> {
    action.in_year(year).filter(move |bar| Phase::of(bar.years, year) == Some(phase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases() {
        let phase = |first, last| {
            Phase::of(Years { first: FiscalYear(first), last: FiscalYear(last) }, FiscalYear(2027))
        };
        assert_eq!(phase(2027, 2029), Some(Phase::Begins));
        assert_eq!(phase(2027, 2027), Some(Phase::Only));
        assert_eq!(phase(2026, 2028), Some(Phase::Continues));
        assert_eq!(phase(2026, 2027), Some(Phase::Ends));
        assert_eq!(phase(2028, 2029), None);
    }
}
