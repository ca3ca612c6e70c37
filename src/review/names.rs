//! The names of the registers: used, and made of characters that every machine has.

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::japanese;
use crate::plan::{Plan, Term};
use crate::source::Sources;

/// Reports the terms that no initiative uses.
pub(super) fn unused(plan: &Plan, report: &mut Report) {
    let mut departments = vec![false; plan.departments.len()];
    let mut categories = vec![false; plan.categories.len()];
    for initiative in &plan.initiatives {
        initiative.all_departments().into_iter().for_each(|used| departments[used] = true);
        initiative.categories.iter().for_each(|used| categories[*used] = true);
    }
    let departments = plan.departments.iter().zip(departments);
    let categories = plan.categories.iter().zip(categories);
    for (term, _) in departments.chain(categories).filter(|(_, used)| !used) {
        let name = &term.name;
        report.add(Diagnostic::new(&rules::UNUSED_TERM, name.place).with("name", &name.value));
    }
}

/// Reports names with characters that look different on another machine, or are not read aloud: the first few of each name.
pub(super) fn characters(plan: &Plan, sources: &Sources, report: &mut Report) {
    for Term { name, .. } in plan.departments.iter().chain(&plan.categories) {
        let rest = name.trim_start_matches(|c| !japanese::is_platform_dependent(c));
        let end = rest.find(|c| !japanese::is_platform_dependent(c)).unwrap_or(rest.len());
        let characters = &rest[..end];
        if !characters.is_empty() {
            let place = sources.within(name.place, characters);
            let diagnostic = Diagnostic::new(&rules::PLATFORM_CHARACTER, place);
            report.add(diagnostic.with("name", &name.value).with("characters", characters));
        }
    }
}
