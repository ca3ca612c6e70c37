//! Numbers that run from 1 without a gap, and sections that hold something.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::Id;
use crate::site::Site;
use crate::source::Place;

pub(super) fn review(site: &Site, report: &mut Report) {
    let plan = &site.plan;
    gaps(plan.sections.iter().map(|section| (&section.id, section.numbered)), report);
    gaps(plan.initiatives.iter().map(|initiative| (&initiative.id, initiative.numbered)), report);
    for (index, section) in plan.sections.iter().enumerate() {
        // A section of empty sections is told of by them.
        let childless = plan.sections.iter().all(|other| other.parent != Some(index));
        if childless && site.within(index).is_empty() && !section.title.is_empty() {
            let diagnostic = Diagnostic::new(&rules::EMPTY_SECTION, section.title.place);
            report.add(diagnostic.with("title", &section.title.value));
        }
    }
}

/// Reports each stretch of numbers that is missing before another, among those in the same section.
fn gaps<'p>(numbered: impl Iterator<Item = (&'p Id, Place)>, report: &mut Report) {
    let mut last: BTreeMap<Option<Id>, u32> = BTreeMap::new();
    for (id, place) in numbered {
        let before = last.insert(id.above(), id.number()).unwrap_or_default();
        let missing = before + 1..=id.number() - 1;
        if !missing.is_empty() {
            report.add(Diagnostic::new(&rules::GAP, place).with("missing", &in_words(&missing)));
        }
    }
}

fn in_words(missing: &std::ops::RangeInclusive<u32>) -> String {
    match (missing.start(), missing.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    }
}
