//! From documents to the plan: ids made, names looked up, values understood. The only place where the plan meets the
//! files it was written in.

mod outline;
mod names;
mod initiative;
mod history;
mod kept;

use std::sync::Arc;

use rayon::prelude::*;

use super::{FiscalYear, Id, Initiative, Organization, Plan, Years};
use crate::content::{Document, Documents, written};
use crate::diagnostic::Report;
pub(crate) use kept::Kept;
use names::Names;
use outline::{Outline, Position};

/// What the whole plan decides for each initiative in it.
#[derive(Clone, PartialEq)]
struct Frame {
    /// `None` where site.yaml could not be read: then years and depths are not judged.
    period: Option<Years>,
    levels: Option<Vec<String>>,
    baseline_year: Option<FiscalYear>,
    departments: Names,
    categories: Names,
}

/// Assembles the plan. What is missing or wrong was reported, and something makeshift stands in its place: a plan with a
/// mistake in it is good for finding the others, and for nothing else. What is kept of the time before is not made again.
pub(crate) fn assemble(documents: Documents, kept: Option<&mut Kept>, report: &mut Report) -> Plan {
    let Documents { site, departments, categories, mut sections, initiatives, lossy, .. } = documents;
    let written = || initiatives.iter().map(|initiative| &initiative.written);
    let in_charge: Vec<_> = written().flat_map(written::Initiative::all_departments).collect();
    let marks: Vec<_> = written().flat_map(|initiative| &initiative.categories).collect();
    let (mut unregistered, mut unmarked) = (Report::default(), Report::default());
    let (known_departments, known_categories) = rayon::join(
        || names::names(&names::DEPARTMENTS, &departments, &in_charge, &mut unregistered),
        || names::names(&names::CATEGORIES, &categories, &marks, &mut unmarked),
    );
    report.absorb(unregistered);
    report.absorb(unmarked);
    let frame = Frame {
        period: site.period.as_ref().map(|period| years(period.value)),
        levels: site.levels.map(|levels| levels.into_iter().map(|level| level.value).collect()),
        baseline_year: site.baseline_year.as_ref().map(|year| FiscalYear(year.value)),
        departments: known_departments,
        categories: known_categories,
    };
    let home = sections.iter().position(|section| section.path.is_empty());
    let introduction = home.and_then(|home| sections.remove(home).written).map(|home| home.body);
    let before = report.len();
    let mut outline = Outline::new(sections, frame.levels.as_deref(), report);
    let placed = outline.place(initiatives, frame.levels.as_deref(), report);
    let orderly = report.len() == before && frame.period.is_some() && frame.levels.is_some();
    let registered = !departments.broken && !categories.broken;
    let assembled = match kept {
        Some(kept) => kept.assemble(placed, &frame),
        None => assemble_all(placed, &frame),
    };
    let (mut initiatives, found): (Vec<_>, Vec<_>) = assembled.into_iter().unzip();
    for found in found {
        report.absorb(found);
    }
    initiatives.sort_by(|a, b| a.id.cmp(&b.id));
    let mut ids = outline.sections.iter().map(|it| &it.id).chain(initiatives.iter().map(|it| &it.id));
    let numbered = ids.all(|id| *id != Id::default());
    Plan {
        title: site.title.map(|it| it.value).unwrap_or_default(),
        description: site.description.map(|it| it.value),
        organization: site.organization.map(organization).unwrap_or_default(),
        period: frame.period.unwrap_or_default(),
        baseline_year: frame.baseline_year,
        levels: frame.levels.unwrap_or_default(),
        introduction: introduction.filter(|it| !it.is_blank()),
        sections: outline.sections,
        initiatives,
        departments: frame.departments.terms,
        categories: frame.categories.terms,
        whole: !lossy && orderly && registered && numbered,
    }
}

fn assemble_all(
    placed: Vec<(Position, Arc<Document<written::Initiative>>)>,
    frame: &Frame,
) -> Vec<(Arc<Initiative>, Report)> {
    let one = |(position, document): (Position, _)| {
        let mut report = Report::default();
        let Document { written, .. } = Arc::unwrap_or_clone(document);
        (Arc::new(initiative::assemble(position, written, frame, &mut report)), report)
    };
    placed.into_par_iter().map(one).collect()
}

fn organization(written: written::Organization) -> Organization {
    Organization { name: written.name.value, code: written.code.map(|it| it.value), url: written.url }
}

fn years(span: written::YearSpan) -> Years {
    Years { first: FiscalYear(span.first), last: FiscalYear(span.last) }
}
