//! Titles that nobody has written: those that `keikaku new` puts where one is to be.

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::language::Language;
use crate::plan::Plan;
use crate::scaffold::untitled;

/// Reports the initiatives that still have such a title, in whichever language.
pub(super) fn review(plan: &Plan, report: &mut Report) {
    let titles = [Language::Japanese, Language::English].map(untitled);
    for initiative in plan.initiatives.iter().filter(|it| titles.contains(&it.title.as_str())) {
        let diagnostic = Diagnostic::new(&rules::UNTITLED, initiative.titled);
        report.add(diagnostic.with("title", &initiative.title));
    }
}
