//! The sense of the targets: what a reader would ask who holds a target against its baseline.
//!
//! A target with a note is not asked about: the note is the answer, and the page shows it.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Report, Rule, rules, suggest};
use crate::plan::quantity::Amount;
use crate::plan::{Comparator, FiscalYear, Initiative, Plan, Quantity, Subject, Target};
use crate::source::{Located, Place};

pub(super) fn review(plan: &Plan, report: &mut Report) {
    let targets = plan.initiatives.iter().flat_map(Initiative::targets);
    for target in targets {
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
    let Some(baseline) = target.baseline.as_ref().filter(|baseline| !is_dash(&baseline.value)) else {
        return no_baseline(target, value);
    };
    let (rule, place) = match (&value.amount, &baseline.value.amount) {
        (Some(to), Some(from)) => compare(to, from, value.place, baseline.value.place).or_else(|| {
            let name = baseline.name.as_ref()?;
            (!is_same_measure(&target.subject, name)).then_some((&rules::OTHER_MEASURE, name.place))
        })?,
        _ if value.text == baseline.value.text => (&rules::ALREADY_MET, value.place),
        _ => return None,
    };
    let name = baseline.name.as_ref().map_or("", |name| &name.value);
    let diagnostic = Diagnostic::new(rule, place).with("target", &value.text);
    Some(diagnostic.with("baseline", &baseline.value.text).with("name", name))
}

/// What a reader would ask of two amounts, and at which of their places.
fn compare(to: &Amount, from: &Amount, target: Place, baseline: Place) -> Option<(&'static Rule, Place)> {
    let (unit, present) = (Unit::of(to), Unit::of(from));
    match stands(to, from) {
        _ if unit.what != present.what => Some((&rules::OTHER_UNIT, baseline)),
        _ if present.yearly && !unit.yearly => Some((&rules::PER_YEAR, baseline)),
        Standing::Met => Some((&rules::ALREADY_MET, target)),
        Standing::Surpassed => Some((&rules::BELOW_BASELINE, target)),
        Standing::Before => None,
    }
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
    value.text.contains(char::is_numeric).then_some(())?;
    Some(Diagnostic::new(&rules::NO_BASELINE, target.place).with("name", name))
}

/// A dash in the place of a value says that there is none.
fn is_dash(value: &Quantity) -> bool {
    value.text.chars().all(|c| crate::japanese::is_dash(c) || c.is_whitespace())
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

/// A unit without the year that it is counted over.
struct Unit<'a> {
    what: &'a str,
    yearly: bool,
}

impl<'a> Unit<'a> {
    /// A baseline without `/年` may well be of one year: that of its year.
    fn of(amount: &'a Amount) -> Self {
        let unit = amount.unit.trim();
        let what = ["/年度", "/年間", "/年"].iter().find_map(|year| unit.strip_suffix(year));
        Self { what: what.unwrap_or(unit), yearly: what.is_some() }
    }
}

/// How a baseline stands to its target.
#[derive(PartialEq)]
enum Standing {
    /// There is a way to go.
    Before,
    Met,
    /// The target asks for less than there is.
    Surpassed,
}

/// A value without a comparator is one that is to grow: most are, and of the others it is fair to ask.
fn stands(target: &Amount, baseline: &Amount) -> Standing {
    let (to, from) = (target.number, baseline.number);
    let met = match target.comparator {
        Comparator::AtLeast | Comparator::Equal => from >= to,
        Comparator::MoreThan => from > to,
        Comparator::AtMost => from <= to,
        Comparator::LessThan => from < to,
    };
    let shrinks = matches!(target.comparator, Comparator::AtMost | Comparator::LessThan);
    match met {
        false => Standing::Before,
        true if shrinks || from == to => Standing::Met,
        true => Standing::Surpassed,
    }
}
