//! The sense of the targets: what a reader would ask who holds a target against its baseline.
//!
//! A target with a note is not asked about: the note is the answer, and the page shows it. A misspelt comparator and a result of
//! a year outside of the plan stay wrong whatever a note says.

use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Report, rules, suggest};
use crate::japanese::{ERAS, half_width, leading_number};
use crate::plan::{Baseline, Comparator, FiscalYear, Initiative, Plan, Quantity, Standing, Subject, Target};
use crate::source::Located;

pub(super) fn review(plan: &Plan, report: &mut Report) {
    let of_one = |initiative: &Arc<Initiative>| {
        let mut report = Report::default();
        initiative.targets().for_each(|target| question(target, plan, &mut report));
        report
    };
    let found: Vec<_> = plan.initiatives.par_iter().map(of_one).collect();
    for found in found {
        report.absorb(found);
    }
}

fn question(target: &Target, plan: &Plan, report: &mut Report) {
    let misspelt: Vec<_> = values(target).filter_map(comparator).collect();
    if !target.flawed {
        results(target, plan, report);
    }
    if !target.flawed && target.note.is_none() {
        horizon(target, plan.period.last, report);
        // What a misspelt comparator turns into may be no more than an echo.
        report.add_all(baseline(target).filter(|_| misspelt.is_empty()));
    }
    report.add_all(misspelt);
}

fn values(target: &Target) -> impl Iterator<Item = &Located<Quantity>> {
    let baseline = target.baseline.iter().map(|baseline| &baseline.value);
    target.target.iter().chain(baseline).chain(target.results.iter().map(|result| &result.value))
}

/// 以上, 未満 and the like that seem to be misspelt, so that the value has no number.
fn comparator(value: &Located<Quantity>) -> Option<Diagnostic> {
    let meant = Comparator::meant(&value.text)?;
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_COMPARATOR, value.place);
    Some(diagnostic.with("found", &value.text).suggest(Some(meant)))
}

/// Results belong to the plan's own years; what was before is a baseline.
fn results(target: &Target, plan: &Plan, report: &mut Report) {
    let period = plan.period;
    // Without a period site.yaml is broken, which was reported.
    let judged = target.results.iter().filter(|_| period.first != FiscalYear::default());
    for result in judged.filter(|result| !period.contains(result.year.value)) {
        let words = format!("{}-{}", period.first.0, period.last.0);
        let diagnostic = Diagnostic::new(&rules::RESULT_OUTSIDE, result.year.place);
        report.add(diagnostic.with("year", &result.year.0).with("period", &words));
    }
}

fn horizon(target: &Target, end: FiscalYear, report: &mut Report) {
    if let Some(place) = target.dated.filter(|_| target.due != end && end != FiscalYear::default()) {
        let diagnostic = Diagnostic::new(&rules::OTHER_HORIZON, place);
        report.add(diagnostic.with("year", &target.due.0).with("end", &end.0));
    }
}

/// The one question that a target and its baseline give rise to, the gravest first: what follows from it is not asked.
fn baseline(target: &Target) -> Option<Diagnostic> {
    let Some(value) = target.target.as_ref() else { return no_target(target) };
    let Some(baseline) = target.baseline.as_ref().filter(|baseline| !baseline.value.is_absent()) else {
        return no_baseline(target, value);
    };
    let (rule, place) = match target.standing() {
        Some(Standing::OtherUnit) => (&rules::OTHER_UNIT, baseline.value.place),
        Some(Standing::PerYear) => (&rules::PER_YEAR, baseline.value.place),
        Some(Standing::Met) => (&rules::ALREADY_MET, value.place),
        Some(Standing::Surpassed) => (&rules::BELOW_BASELINE, value.place),
        Some(Standing::Before) | None => {
            (&rules::OTHER_MEASURE, other_measure(target, value, baseline)?.place)
        }
    };
    let name = baseline.name.as_ref().map_or("", |name| &name.value);
    let diagnostic = Diagnostic::new(rule, place).with("target", &value.text);
    Some(diagnostic.with("baseline", &baseline.value.text).with("name", name))
}

/// The name of a baseline that may be one of something else.
fn other_measure<'t>(
    target: &Target,
    value: &Quantity,
    baseline: &'t Baseline,
) -> Option<&'t Located<String>> {
    let name = baseline.name.as_ref()?;
    let numbers = value.amount.is_some() && baseline.value.amount.is_some();
    (numbers && !is_same_measure(&target.subject, name)).then_some(name)
}

/// A measure that is there for its baseline alone.
fn no_target(target: &Target) -> Option<Diagnostic> {
    let Subject::Measure(name) = &target.subject else { return None };
    target.baseline.as_ref()?;
    Some(Diagnostic::new(&rules::NO_TARGET, target.place).with("name", name))
}

/// A target in numbers of which nobody can see where it starts.
fn no_baseline(target: &Target, value: &Quantity) -> Option<Diagnostic> {
    let Subject::Measure(name) = &target.subject else { return None };
    (value.text.contains(char::is_numeric) && !is_date(&value.text)).then_some(())?;
    Some(Diagnostic::new(&rules::NO_BASELINE, target.place).with("name", name))
}

/// 2027年度, 令和9年, 2026年10月: whether each number is one of a date, and none is counted from a baseline. 3年 is a span.
fn is_date(text: &str) -> bool {
    let mut rest = text;
    let mut month = false;
    while let Some(at) = rest.find(|c| half_width(c).is_ascii_digit()) {
        let Some((number, behind)) = leading_number(&rest[at..]) else { return false };
        let era = ERAS.iter().any(|era| rest[..at].trim_end().ends_with(era.name));
        rest = behind.trim_start();
        let day = month && rest.starts_with('日');
        month = rest.starts_with('月');
        let year = rest.starts_with('年') && (era || number >= 1868 || rest.starts_with("年度"));
        if !(year || month || day) {
            return false;
        }
    }
    true
}

/// Whether a baseline's own name says the same in other words. Numbers in it make another measure of it (１週間以上, ２週間以上),
/// but for the year that it begins with.
fn is_same_measure(subject: &Subject, name: &str) -> bool {
    let Subject::Measure(own) = subject else { return false };
    let (own, name) = (without_year(own), without_year(name));
    let numbers = |text: &str| text.nfkc().filter(char::is_ascii_digit).collect::<String>();
    // A remark behind a name, such as （※2）, has numbers that do not count.
    let bare = |text: &str| text.split(['（', '(', '【']).next().unwrap_or_default().to_owned();
    numbers(&bare(own)) == numbers(&bare(name)) && suggest::are_alike(&bare(own), &bare(name))
}

/// 2024年度の電子申告利用率 without its year.
fn without_year(name: &str) -> &str {
    name.split_once("年度の")
        .filter(|(year, _)| year.chars().all(char::is_numeric))
        .map_or(name, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_no_amounts() {
        let dates =
            ["2027年度", "令和９年度末まで", "令和 9 年", "2026年10月", "4月1日", "2027年度から2028年度"];
        assert!(dates.into_iter().all(is_date));
        let amounts = [
            "16回 560人",
            "（全4回）×3回",
            "2027年度までに10件",
            "3年",
            "2日",
            "6か月",
            "5回/年度",
            "99999年",
        ];
        assert!(!amounts.into_iter().any(is_date));
    }
}
