//! The policy of accessibility, and what a test found.

use serde::Serialize;

use super::Spot;
use super::common::{DateView, Link};
use crate::accessibility::{CRITERIA, Conformance, Criterion, Finding, Level, Outcome, Test};
use crate::language::Language;
use crate::prose::Prose;
use crate::site::{Address, Site};

/// The template `accessibility.html`. What is `None` is not decided yet, but for the texts.
#[derive(Debug, Default, Serialize)]
pub(crate) struct PolicyView {
    pub(crate) introduction_html: Option<String>,
    pub(crate) scope_html: Option<String>,
    /// A, AA or AAA.
    pub(crate) level: &'static str,
    /// `full`, `partial` or `considered`.
    pub(crate) conformance: &'static str,
    pub(crate) deadline: Option<DateView>,
    /// Empty: there are none.
    pub(crate) exceptions: Option<Vec<String>>,
    /// Criteria besides those of the standard.
    pub(crate) extra: Vec<String>,
    pub(crate) department: Option<String>,
    pub(crate) measures_html: Option<String>,
    pub(crate) issues_html: Option<String>,
    /// What a test found; `None` if there was none.
    pub(crate) test: Option<Link>,
}

/// The template `accessibility-test.html`.
#[derive(Debug, Default, Serialize)]
pub(crate) struct TestView {
    pub(crate) stated: DateView,
    pub(crate) began: DateView,
    pub(crate) ended: DateView,
    /// The level that is met; `None`: not even A.
    pub(crate) level: Option<&'static str>,
    /// How many criteria there are, and how many of each result.
    pub(crate) counts: Counts,
    pub(crate) description_html: Option<String>,
    /// How the pages were chosen.
    pub(crate) method_html: Option<String>,
    /// The pages tested, by their whole addresses.
    pub(crate) pages: Vec<Link>,
    pub(crate) technologies: Vec<String>,
    pub(crate) tools: Vec<String>,
    pub(crate) criteria: Vec<CriterionView>,
}

/// How many criteria there are, and how many of each result.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) total: usize,
    pub(crate) pass: usize,
    pub(crate) fail: usize,
    pub(crate) inapplicable: usize,
    pub(crate) untested: usize,
}

/// A row of the checklist.
#[derive(Debug, Serialize)]
pub(crate) struct CriterionView {
    /// 1.1.1
    pub(crate) number: &'static str,
    pub(crate) name: &'static str,
    /// A or AA.
    pub(crate) level: &'static str,
    /// `pass`, `fail`, `inapplicable` or `untested`.
    pub(crate) outcome: &'static str,
    pub(crate) note: Option<String>,
}

impl Site {
    /// The pages on accessibility, for the foot of every page.
    pub(super) fn accessibility_links(&self) -> impl Iterator<Item = Link> {
        let policy = self.config.accessibility.as_ref();
        let page = policy.map(|_| Link::to(self.words.get("accessibility"), &Address::accessibility()));
        page.into_iter().chain(policy.and_then(|policy| policy.test.as_ref()).map(|_| self.test_link()))
    }

    fn test_link(&self) -> Link {
        Link::to(self.words.get("accessibility_test"), &Address::accessibility_test())
    }

    pub(super) fn policy_view(&self, root: &str) -> PolicyView {
        let Some(policy) = &self.config.accessibility else { return PolicyView::default() };
        let html =
            |text: &Option<Prose>, prefix| self.policy_html(text.as_ref(), prefix, "accessibility", root);
        PolicyView {
            introduction_html: html(&policy.introduction, "introduction-"),
            scope_html: html(&policy.scope, "scope-"),
            level: level_name(policy.level),
            conformance: conformance_name(policy.conformance),
            deadline: policy.deadline.map(|date| self.date_view(date)),
            exceptions: policy.exceptions.clone(),
            extra: policy.extra.clone(),
            department: policy.department.clone(),
            measures_html: html(&policy.measures, "measures-"),
            issues_html: html(&policy.issues, "issues-"),
            test: policy.test.as_ref().map(|_| self.test_link()),
        }
    }

    pub(super) fn test_view(&self, root: &str) -> TestView {
        let policy = self.config.accessibility.as_ref();
        let Some(test) = policy.and_then(|policy| policy.test.as_ref()) else {
            return TestView::default();
        };
        let html = |text: &Option<Prose>, prefix| {
            self.policy_html(text.as_ref(), prefix, "accessibility_test", root)
        };
        TestView {
            stated: self.date_view(test.stated),
            began: self.date_view(test.began),
            ended: self.date_view(test.ended),
            level: test.level().map(level_name),
            counts: Counts::of(test),
            description_html: html(&test.description, "description-"),
            method_html: html(&test.method, "method-"),
            pages: test.pages.iter().map(|page| self.tested(page)).collect(),
            technologies: test.technologies.clone(),
            tools: test.tools.clone(),
            criteria: CRITERIA
                .iter()
                .zip(&test.findings)
                .map(|(it, found)| self.criterion(it, found))
                .collect(),
        }
    }

    /// A text on a page whose title is a word.
    fn policy_html(&self, text: Option<&Prose>, prefix: &str, title: &str, root: &str) -> Option<String> {
        text.map(|text| self.html(text, &Spot { root, prefix, name: self.words.get(title), deeper: 1 }))
    }

    fn tested(&self, page: &str) -> Link {
        let address = Address::written(page);
        Link::to(&self.base.of(&address), &address)
    }

    fn criterion(&self, criterion: &Criterion, finding: &Finding) -> CriterionView {
        CriterionView {
            number: criterion.number,
            name: match self.config.language {
                Language::Japanese => criterion.japanese,
                Language::English => criterion.english,
            },
            level: level_name(criterion.level),
            outcome: outcome_name(finding.outcome),
            note: finding.note.clone(),
        }
    }
}

impl Counts {
    fn of(test: &Test) -> Self {
        Self {
            total: test.findings.len(),
            pass: test.count(Outcome::Pass),
            fail: test.count(Outcome::Fail),
            inapplicable: test.count(Outcome::Inapplicable),
            untested: test.count(Outcome::Untested),
        }
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::A => "A",
        Level::AA => "AA",
        Level::AAA => "AAA",
    }
}

fn conformance_name(conformance: Conformance) -> &'static str {
    match conformance {
        Conformance::Full => "full",
        Conformance::Partial => "partial",
        Conformance::Considered => "considered",
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::Inapplicable => "inapplicable",
        Outcome::Untested => "untested",
    }
}
