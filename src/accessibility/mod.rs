//! What a city says of the accessibility of its site: a policy, and what a test after JIS X 8341-3:2016 found.
//!
//! No level is claimed by hand: which one is met follows from what was found on each criterion.

mod criteria;

pub(crate) use criteria::{CRITERIA, Criterion};

use crate::choice::choice;
use crate::content::written;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::prose::Prose;
use crate::source::Located;

/// The policy, understood.
#[derive(Clone, Debug)]
pub(crate) struct Accessibility {
    pub(crate) level: Level,
    pub(crate) conformance: Conformance,
    pub(crate) introduction: Option<Prose>,
    pub(crate) scope: Option<Prose>,
    pub(crate) deadline: Option<Date>,
    /// Empty: there are none.
    pub(crate) exceptions: Option<Vec<String>>,
    /// Criteria besides those of the standard.
    pub(crate) extra: Vec<String>,
    pub(crate) department: Option<String>,
    pub(crate) measures: Option<Prose>,
    pub(crate) issues: Option<Prose>,
    pub(crate) test: Option<Test>,
}

/// A level of conformance (適合レベル).
#[expect(clippy::upper_case_acronyms, reason = "the standard's own names")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    A,
    /// What public bodies aim at.
    #[default]
    AA,
    AAA,
}

/// How far the site is to follow the standard (対応度), after the guidelines of the Web Accessibility Infrastructure
/// Committee (WAIC).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Conformance {
    /// 準拠
    #[default]
    Full,
    /// 一部準拠
    Partial,
    /// 配慮
    Considered,
}

/// What was found on a criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Outcome {
    Pass,
    Fail,
    /// There is nothing that it speaks of.
    Inapplicable,
    #[default]
    Untested,
}

/// A test.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    pub(crate) stated: Date,
    pub(crate) began: Date,
    pub(crate) ended: Date,
    pub(crate) description: Option<Prose>,
    /// How its pages were chosen.
    pub(crate) method: Option<Prose>,
    /// Pages of this site, from its root.
    pub(crate) pages: Vec<Located<String>>,
    pub(crate) technologies: Vec<String>,
    pub(crate) tools: Vec<String>,
    /// One for each of [`CRITERIA`].
    pub(crate) findings: Vec<Finding>,
}

/// What was found on a criterion, and what is to be said of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) outcome: Outcome,
    pub(crate) note: Option<String>,
}

pub(crate) const LEVELS: [(&str, Level); 3] = [("A", Level::A), ("AA", Level::AA), ("AAA", Level::AAA)];

pub(crate) const CONFORMANCES: [(&str, Conformance); 6] = [
    ("準拠", Conformance::Full),
    ("一部準拠", Conformance::Partial),
    ("配慮", Conformance::Considered),
    ("full", Conformance::Full),
    ("partial", Conformance::Partial),
    ("considered", Conformance::Considered),
];

pub(crate) const OUTCOMES: [(&str, Outcome); 8] = [
    ("適合", Outcome::Pass),
    ("不適合", Outcome::Fail),
    ("適用なし", Outcome::Inapplicable),
    ("未試験", Outcome::Untested),
    ("pass", Outcome::Pass),
    ("fail", Outcome::Fail),
    ("inapplicable", Outcome::Inapplicable),
    ("untested", Outcome::Untested),
];

impl Accessibility {
    pub(crate) fn new(written: &written::Accessibility, report: &mut Report) -> Self {
        Self {
            level: choice(written.level.as_ref(), &LEVELS, report),
            conformance: choice(written.conformance.as_ref(), &CONFORMANCES, report),
            introduction: written.introduction.clone(),
            scope: written.scope.clone(),
            deadline: written.deadline.as_ref().map(|day| day.value),
            exceptions: written.exceptions.as_deref().map(plain),
            extra: plain(&written.extra),
            department: written.department.as_ref().map(|department| department.value.clone()),
            measures: written.measures.clone(),
            issues: written.issues.clone(),
            test: written.test.as_ref().and_then(|test| Test::new(test, report)),
        }
    }

    /// The texts of the policy.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Prose> {
        [&self.introduction, &self.scope, &self.measures, &self.issues].into_iter().flatten()
    }
}

impl Test {
    /// `None` without its dates, which was reported.
    fn new(written: &written::AccessibilityTest, report: &mut Report) -> Option<Self> {
        let findings = findings(&written.criteria, report);
        let (began, ended) = (written.began.as_ref()?, written.ended.as_ref()?);
        let stated = written.stated.as_ref()?;
        report.add_all(out_of_order(("began", began), ("ended", ended)));
        report.add_all(out_of_order(("ended", ended), ("stated", stated)));
        Some(Self {
            stated: stated.value,
            began: began.value,
            ended: ended.value,
            description: written.description.clone(),
            method: written.method.clone(),
            pages: written.pages.clone(),
            technologies: plain(&written.technologies),
            tools: plain(&written.tools),
            findings,
        })
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &Prose> {
        [&self.description, &self.method].into_iter().flatten()
    }

    /// The level whose criteria are all met, or speak of what there is not; `None` where not even those of A are. That AAA is
    /// met cannot be known, as its criteria are not asked for.
    pub(crate) fn level(&self) -> Option<Level> {
        let is_met = |outcome| matches!(outcome, Outcome::Pass | Outcome::Inapplicable);
        let met = |level| {
            let mut own =
                CRITERIA.iter().zip(&self.findings).filter(|(criterion, _)| criterion.level == level);
            own.all(|(_, finding)| is_met(finding.outcome))
        };
        match (met(Level::A), met(Level::AA)) {
            (true, true) => Some(Level::AA),
            (true, false) => Some(Level::A),
            (false, _) => None,
        }
    }

    /// On how many criteria this was found.
    pub(crate) fn count(&self, outcome: Outcome) -> usize {
        self.findings.iter().filter(|finding| finding.outcome == outcome).count()
    }
}

fn plain(texts: &[Located<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// A day that has to be on or behind another and is not.
fn out_of_order(earlier: (&str, &Located<Date>), later: (&str, &Located<Date>)) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::new(&rules::DAYS_OUT_OF_ORDER, later.1.place).with("later", later.0);
    let diagnostic = diagnostic.with("earlier", earlier.0).with("before", &earlier.1.value);
    (later.1.value < earlier.1.value).then_some(diagnostic)
}

/// What was found on each criterion of the standard; others are reported.
fn findings(written: &written::Criteria, report: &mut Report) -> Vec<Finding> {
    let numbers: Vec<_> = CRITERIA.iter().map(|criterion| criterion.number).collect();
    let mut found = vec![Finding::default(); numbers.len()];
    for (number, finding) in &written.0 {
        let at = numbers.iter().position(|known| *known == number.as_str());
        let Some(slot) = at.and_then(|at| found.get_mut(at)) else {
            let diagnostic = Diagnostic::new(&rules::UNKNOWN_KEY, number.place).with("key", &number.value);
            report.add(diagnostic.with("known", &numbers.join(", ")));
            continue;
        };
        let outcome = choice(finding.result.as_ref(), &OUTCOMES, report);
        *slot = Finding { outcome, note: finding.note.as_ref().map(|note| note.value.clone()) };
    }
    found
}
