//! When an initiative was changed, as its editors tell it.

use crate::content::written;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::Change;
use crate::source::Located;

/// The changes, the newest first, and when the last of all was. Who writes down a change need not repeat its day as that of the
/// last one; a day that was written and is older was forgotten.
pub(super) fn history(
    written: Vec<written::Change>,
    updated: Option<&Located<Date>>,
    report: &mut Report,
) -> (Option<Date>, Vec<Change>) {
    let mut changes: Vec<_> = written.into_iter().filter_map(change).collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.date));
    let newest = changes.first().map(|change| change.date);
    if let Some((updated, newest)) = updated.zip(newest).filter(|(updated, newest)| updated.value < *newest) {
        let diagnostic = Diagnostic::new(&rules::CHANGED_LATER, updated.place);
        let diagnostic = diagnostic.with("updated", &updated.value).with("newest", &newest);
        report.add(diagnostic.suggest(Some(newest.to_string())));
    }
    (updated.map(|updated| updated.value).or(newest), changes)
}

/// `None` without a day, which was reported.
fn change(written: written::Change) -> Option<Change> {
    let what = written.what.map(|what| what.value).unwrap_or_default();
    Some(Change { date: written.date?.value, what, why: written.why.map(|why| why.value) })
}
