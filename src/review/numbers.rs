//! Numbers that run from 1 without a gap, and sections that hold something.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::Id;
use crate::site::Site;
use crate::source::Place;

pub(super) fn review(site: &Site, report: &mut Report) {
    let plan = &site.plan;
    let mut levels: BTreeMap<usize, Vec<Numbered>> = BTreeMap::new();
    for section in &plan.sections {
        levels.entry(section.id.depth()).or_default().push((&section.id, section.numbered));
    }
    let initiatives = plan.initiatives.iter().map(|initiative| (&initiative.id, initiative.numbered));
    for level in levels.into_values().chain([initiatives.collect()]) {
        gaps(&level, report);
    }
    empty_sections(site, report);
}

/// An id, and the place of its last number.
type Numbered<'p> = (&'p Id, Place);

/// Reports each stretch of numbers that is missing before another, among those in the same section, or of the whole plan
/// where they run on from one section to the next (1, 2; 3, 4).
fn gaps(level: &[Numbered], report: &mut Report) {
    let running = level.is_sorted_by(|(one, _), (next, _)| one.number() < next.number());
    let mut last: BTreeMap<Option<Id>, u32> = BTreeMap::new();
    for (id, place) in level {
        let section = if running { None } else { id.above() };
        let before = last.insert(section, id.number()).unwrap_or_default();
        let missing = before + 1..=id.number().saturating_sub(1);
        if !missing.is_empty() {
            report.add(Diagnostic::new(&rules::GAP, *place).with("missing", &in_words(&missing)));
        }
    }
}

fn empty_sections(site: &Site, report: &mut Report) {
    let sections = &site.plan.sections;
    let parents: BTreeSet<_> = sections.iter().filter_map(|section| section.parent).collect();
    for (index, section) in sections.iter().enumerate() {
        // A section of empty sections is told of by them.
        if !parents.contains(&index) && site.within(index).is_empty() && !section.title.is_empty() {
            let diagnostic = Diagnostic::new(&rules::EMPTY_SECTION, section.title.place);
            report.add(diagnostic.with("title", &section.title.value));
        }
    }
}

fn in_words(missing: &std::ops::RangeInclusive<u32>) -> String {
    match (missing.start(), missing.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    }
}
