//! Targets with their values.

use serde::Serialize;

use crate::plan::{FiscalYear, Quantity, Subject, Target};
use crate::site::{Site, wording};
/// The targets of a programme.
#[derive(Debug, Serialize)]
pub(crate) struct TargetsView {
    /// Whether any has a value; else they are nothing but sentences.
    pub(crate) measured: bool,
    /// The end of the year by which all of them are to be reached; `None` where they differ, or nothing is to be reached.
    pub(crate) due: Option<String>,
    /// The years for which any of them has a result.
    pub(crate) result_years: Vec<String>,
    pub(crate) rows: Vec<TargetView>,
}

/// A target.
#[derive(Debug, Serialize)]
pub(crate) struct TargetView {
    /// An id on the page.
    pub(crate) anchor: String,
    /// The measure's name, or the sentence.
    pub(crate) text: String,
    /// Whether `text` is a measure's name.
    pub(crate) measure: bool,
    pub(crate) target: Option<ValueView>,
    pub(crate) baseline: Option<ValueView>,
    /// One for each of [`TargetsView::result_years`].
    pub(crate) results: Vec<Option<ValueView>>,
    pub(crate) note: Option<String>,
}

/// A value as printed.
#[derive(Debug, Serialize)]
pub(crate) struct ValueView {
    pub(crate) text: String,
    /// Its number with a point and nothing else, by which values can be sorted; `None` where the print has none or several.
    pub(crate) amount: Option<String>,
    /// 2029（令和11）年度末, or what else the plan says of when it is; `None` if no year is known.
    pub(crate) year: Option<String>,
    /// What the plan calls the measure here, where that is not the target's name.
    pub(crate) name: Option<String>,
}

impl Site {
    /// The targets of a programme; `None` where there are none.
    pub(super) fn targets_view(&self, targets: &[Target], anchor: &str) -> Option<TargetsView> {
        let mut years: Vec<_> =
            targets.iter().flat_map(|it| &it.results).map(|result| result.year.value).collect();
        years.sort_unstable();
        years.dedup();
        let valued = |target: &Target| {
            target.target.is_some() || target.baseline.is_some() || !target.results.is_empty()
        };
        let rows = (1..)
            .zip(targets)
            .map(|(number, target)| self.target(target, format!("{anchor}-t{number}"), &years));
        (!targets.is_empty()).then(|| TargetsView {
            measured: targets.iter().any(valued),
            due: self.common_due(targets),
            result_years: years.iter().map(|year| wording::year(*year, self.config.language)).collect(),
            rows: rows.collect(),
        })
    }

    fn common_due(&self, targets: &[Target]) -> Option<String> {
        let mut due = targets.iter().filter(|target| target.is_goal()).map(|target| target.due);
        let first = due.next()?;
        due.all(|other| other == first).then(|| wording::year_end(first, self.config.language))
    }

    pub(super) fn target(&self, target: &Target, anchor: String, result_years: &[FiscalYear]) -> TargetView {
        let language = self.config.language;
        let (text, measure) = match &target.subject {
            Subject::Measure(name) => (name, true),
            Subject::Sentence(sentence) => (sentence, false),
        };
        let value = |quantity: &Quantity, year: Option<String>, name: Option<String>| ValueView {
            text: quantity.text.clone(),
            amount: quantity.amount.as_ref().map(|amount| amount.number.to_string()),
            year,
            name,
        };
        let result = |year: &FiscalYear| {
            let result = target.results.iter().find(|result| result.year.value == *year)?;
            Some(value(&result.value, Some(wording::year(*year, language)), None))
        };
        let due = Some(wording::year_end(target.due, language));
        let baseline = target.baseline.as_ref().map(|baseline| {
            let year = baseline.year.map(|year| wording::year_end(year, language));
            value(
                &baseline.value,
                baseline.label.clone().or(year),
                baseline.name.as_ref().map(|name| name.value.clone()),
            )
        });
        TargetView {
            anchor,
            text: text.clone(),
            measure,
            target: target.target.as_ref().map(|quantity| value(quantity, due, None)),
            baseline,
            results: result_years.iter().map(result).collect(),
            note: target.note.clone(),
        }
    }
}
