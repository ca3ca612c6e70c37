//! Targets with their values.

use serde::Serialize;

use super::common::DateView;
use super::way::{MARKS, WayView, way};
use crate::plan::{FiscalYear, Quantity, Standing, Subject, Target};
use crate::site::Site;

/// The targets of a programme.
#[derive(Debug, Serialize)]
pub(crate) struct TargetsView {
    /// Whether any has a value; else they are nothing but sentences.
    pub(crate) measured: bool,
    /// The ends of the years by which they are to be reached, each once, the earliest first; none where nothing is to be reached.
    pub(crate) due: Vec<DueView>,
    /// The years for which any of them has a result.
    pub(crate) result_years: Vec<String>,
    pub(crate) rows: Vec<TargetView>,
    /// What stands in the pictures of their ways, for the key to them: `baseline`, `results`, `target`, `goal`; none without a
    /// picture.
    pub(crate) marks: Vec<&'static str>,
}

/// The end of a year.
#[derive(Debug, Serialize)]
pub(crate) struct DueView {
    /// 2029（令和11）年度末.
    pub(crate) year: String,
    /// Its last day.
    pub(crate) day: DateView,
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
    /// What is odd about the baseline beside the target, as the key of a word: `standing_met` and the like.
    pub(crate) standing: Option<&'static str>,
    /// `None` where there are no numbers of one unit.
    pub(crate) way: Option<WayView>,
}

/// A value as printed.
#[derive(Debug, Serialize)]
pub(crate) struct ValueView {
    pub(crate) text: String,
    /// Whether it is a dash: the plan says that there is none.
    pub(crate) absent: bool,
    /// Its number with a point and nothing else, by which values can be sorted; `None` where the print has none or several.
    pub(crate) amount: Option<String>,
    /// 2029（令和11）年度末, or what else the plan says of when it is; `None` if no year is known.
    pub(crate) year: Option<String>,
    /// What the plan calls the measure here, where that is not the target's name.
    pub(crate) name: Option<String>,
}

/// The id of a target within its programme's, which `program` is; `index` counts from 0.
pub(super) fn target_anchor(program: &str, index: usize) -> String {
    format!("{program}-t{}", index + 1)
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
        let row = |(index, target)| self.target(target, target_anchor(anchor, index), &years);
        let rows: Vec<_> = targets.iter().enumerate().map(row).collect();
        (!targets.is_empty()).then(|| TargetsView {
            measured: targets.iter().any(valued),
            due: self.due(targets),
            result_years: years.iter().map(|year| self.wording().year(*year)).collect(),
            marks: marks(&rows),
            rows,
        })
    }

    fn due(&self, targets: &[Target]) -> Vec<DueView> {
        let wording = self.wording();
        let mut years: Vec<_> =
            targets.iter().filter(|target| target.is_goal()).map(|target| target.due).collect();
        years.sort_unstable();
        years.dedup();
        let due = |year: FiscalYear| DueView {
            year: wording.year_end(year),
            day: DateView { iso: year.last_day().to_string(), text: wording.day(year.last_day()) },
        };
        years.into_iter().map(due).collect()
    }

    pub(super) fn target(&self, target: &Target, anchor: String, result_years: &[FiscalYear]) -> TargetView {
        let wording = self.wording();
        let (text, measure) = match &target.subject {
            Subject::Measure(name) => (name, true),
            Subject::Sentence(sentence) => (sentence, false),
        };
        let value = |quantity: &Quantity, year: Option<String>, name: Option<String>| ValueView {
            text: quantity.text.clone(),
            absent: quantity.is_absent(),
            amount: quantity.amount.as_ref().map(|amount| amount.number.to_string()),
            year,
            name,
        };
        let result = |year: &FiscalYear| {
            let result = target.results.iter().find(|result| result.year.value == *year)?;
            Some(value(&result.value, Some(wording.year(*year)), None))
        };
        let due = Some(wording.year_end(target.due));
        let baseline = target.baseline.as_ref().map(|baseline| {
            let year = baseline.year.map(|year| wording.year_end(year));
            value(
                &baseline.value,
                baseline.label.clone().or(year),
                baseline.name.as_ref().map(|name| name.value.clone()),
            )
        });
        let stands = target.standing();
        TargetView {
            anchor,
            text: text.clone(),
            measure,
            target: target.target.as_ref().map(|quantity| value(quantity, due, None)),
            baseline,
            results: result_years.iter().map(result).collect(),
            note: target.note.clone(),
            standing: stands.and_then(standing),
            way: way(target, stands),
        }
    }
}

/// The key of the word for what a reader would notice; a way to go is nothing odd.
fn standing(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::OtherUnit => Some("standing_other_unit"),
        Standing::PerYear => Some("standing_per_year"),
        Standing::Met => Some("standing_met"),
        Standing::Surpassed => Some("standing_surpassed"),
        Standing::Before => None,
    }
}

fn marks(rows: &[TargetView]) -> Vec<&'static str> {
    let ways = || rows.iter().filter_map(|row| row.way.as_ref());
    MARKS.into_iter().filter(|mark| ways().any(|way| way.has(mark))).collect()
}
