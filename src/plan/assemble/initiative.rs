//! An initiative as written becomes one as meant.

use std::collections::BTreeSet;

use super::history::history;
use super::names::{repeated, separate};
use super::outline::Position;
use super::{Frame, years};
use crate::content::written;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::target::Result;
use crate::plan::{
    Action, Bar, Baseline, Disclosure, FiscalYear, Initiative, Lane, PageLink, Part, Program, Quantity,
    SdgsTarget, Subject, Target,
};
use crate::source::Located;

pub(super) fn assemble(
    position: Position,
    written: written::Initiative,
    frame: &Frame,
    report: &mut Report,
) -> Initiative {
    let numbered = written.number.as_ref().map_or(written.opening, |number| number.place);
    let titled = written.title.as_ref().map_or(written.opening, |title| title.place);
    let mut categories = frame.categories.find(&written.categories, report);
    categories.sort_unstable();
    let departments = frame.departments.find(&written.departments, report);
    let whole = whole(&written.departments, frame);
    let own = Program {
        part: None,
        actions: actions(written.actions, frame, report),
        targets: targets(written.targets, frame),
    };
    let parts: Vec<_> =
        written.programs.into_iter().map(|part| program(part, whole.as_ref(), frame, report)).collect();
    let (updated, changes) = history(written.changes, written.updated.as_ref(), report);
    Initiative {
        id: position.id,
        numbered,
        title: written.title.map(|title| title.value).unwrap_or_default(),
        titled,
        section: position.section,
        departments,
        categories,
        sdgs: sdgs(&written.sdgs, report),
        disclosure: disclosure(written.disclosure),
        overview: Some(written.body).filter(|body| !body.is_blank()),
        vision: written.vision,
        programs: if parts.is_empty() { vec![own] } else { parts },
        notes: written.notes,
        updated,
        changes,
    }
}

/// The departments among which those of the parts should be. `None` where the initiative names none of its own, as it has
/// those of its parts then, and where one of its names was not found: it may be the one that is missed.
fn whole(names: &[written::Text], frame: &Frame) -> Option<BTreeSet<usize>> {
    let found: Option<BTreeSet<_>> = names.iter().map(|name| frame.departments.get(name)).collect();
    found.filter(|found| !found.is_empty())
}

/// A part; `whole` are the departments of the initiative that it is a part of.
fn program(
    written: written::Program,
    whole: Option<&BTreeSet<usize>>,
    frame: &Frame,
    report: &mut Report,
) -> Program {
    for name in &written.departments {
        let department = frame.departments.get(name);
        let is_foreign = |whole: &BTreeSet<_>| department.is_some_and(|it| !whole.contains(&it));
        if whole.is_some_and(is_foreign) {
            report.add(Diagnostic::new(&rules::FOREIGN_DEPARTMENT, name.place).with("name", &name.value));
        }
    }
    let part = Part {
        name: written.name.map(|it| it.value).unwrap_or_default(),
        departments: frame.departments.find(&written.departments, report),
        overview: written.overview,
        vision: written.vision,
    };
    Program {
        part: Some(part),
        actions: actions(written.actions, frame, report),
        targets: targets(written.targets, frame),
    }
}

fn sdgs(written: &[written::Text], report: &mut Report) -> Vec<SdgsTarget> {
    let mut found = Vec::new();
    for id in written {
        match SdgsTarget::parse(id) {
            Some(target) if found.contains(&target) => report.add(repeated(id)),
            Some(target) => found.push(target),
            None => report.add(unknown_target(id)),
        }
    }
    found.sort_unstable();
    found
}

fn unknown_target(id: &written::Text) -> Diagnostic {
    let several = || separate(id, |part| SdgsTarget::parse(part).is_some());
    let (rule, meant) = match SdgsTarget::of_indicator(id) {
        Some(target) => (&rules::SDGS_INDICATOR, Some(target.to_string())),
        None => {
            let meant = SdgsTarget::guess(id).map(|target| target.to_string());
            (&rules::UNKNOWN_SDGS, meant.or_else(several))
        }
    };
    Diagnostic::new(rule, id.place).with("name", &id.value).suggest(meant)
}

fn disclosure(written: written::Disclosure) -> Disclosure {
    let page = |page: written::PageLink| PageLink { title: page.title.value, url: page.url };
    Disclosure {
        website: written.website,
        other: written.other.into_iter().map(|it| it.value).collect(),
        pages: written.pages.into_iter().map(page).collect(),
    }
}

fn actions(written: Vec<written::Action>, frame: &Frame, report: &mut Report) -> Vec<Action> {
    let action = |action: written::Action| Action {
        group: action.group.map(|it| it.value),
        name: action.name.map(|it| it.value).unwrap_or_default(),
        lanes: action.schedule.into_iter().map(|written| lane(written, frame, report)).collect(),
    };
    written.into_iter().map(action).collect()
}

/// The bars of a lane in their order, none outside of the plan's years and none upon another.
fn lane(written: written::Lane, frame: &Frame, report: &mut Report) -> Lane {
    let mut bars = written.0;
    bars.sort_by_key(|bar| (bar.years.first, bar.years.place));
    let mut before: Option<&written::Bar> = None;
    for bar in &bars {
        if let Some(period) = frame.period.filter(|period| !period.covers(years(bar.years.value))) {
            let diagnostic = Diagnostic::new(&rules::OUTSIDE_PERIOD, bar.years.place);
            let period = written::YearSpan { first: period.first.0, last: period.last.0 };
            report.add(diagnostic.with("years", &bar.years.value).with("period", &period));
            continue;
        }
        if let Some(before) = before.filter(|before| bar.years.first <= before.years.last) {
            // Whichever was written later is to blame.
            let later = if before.years.place > bar.years.place { before } else { bar };
            let diagnostic = Diagnostic::new(&rules::OVERLAP, later.years.place);
            report.add(diagnostic.with("years", &later.years.value));
        }
        before = before.filter(|before| before.years.last >= bar.years.last).or(Some(bar));
    }
    let bar = |bar: written::Bar| Bar { years: years(bar.years.value), text: bar.text.value };
    Lane { bars: bars.into_iter().map(bar).collect() }
}

fn targets(written: Vec<written::Target>, frame: &Frame) -> Vec<Target> {
    let due = frame.period.map_or(FiscalYear(0), |period| period.last);
    let target = |target: written::Target| match target {
        written::Target::Sentence(text) => Target {
            place: text.place,
            subject: Subject::Sentence(text.value),
            due,
            dated: None,
            target: None,
            baseline: None,
            results: Vec::new(),
            note: None,
            flawed: false,
        },
        written::Target::Record(record) => record_target(*record, due, frame.baseline_year),
    };
    written.into_iter().map(target).collect()
}

fn record_target(
    written: written::TargetRecord,
    plan_end: FiscalYear,
    baseline_year: Option<FiscalYear>,
) -> Target {
    let place = written.place;
    let subject = match (written.name, written.text) {
        (Some(name), _) => Subject::Measure(name.value),
        (None, text) => Subject::Sentence(text.map(|it| it.value).unwrap_or_default()),
    };
    let result = |it: written::Result| Result {
        year: Located::new(FiscalYear(it.year.value), it.year.place),
        value: quantity(&it.value),
    };
    let mut results: Vec<_> = written.results.into_iter().map(result).collect();
    results.sort_by_key(|result| result.year.value);
    Target {
        subject,
        place,
        due: written.year.as_ref().map_or(plan_end, |year| FiscalYear(year.value)),
        dated: written.year.map(|year| year.place),
        target: written.target.as_ref().map(quantity),
        baseline: written.baseline.map(|it| Baseline {
            value: quantity(&it.value),
            year: it.year.map(|year| FiscalYear(year.value)).or(baseline_year),
            name: it.name,
            label: it.label.map(|it| it.value),
        }),
        results,
        note: written.note.map(|it| it.value),
        flawed: written.flawed,
    }
}

fn quantity(written: &written::Text) -> Located<Quantity> {
    Located::new(Quantity::parse(written), written.place)
}
