//! From documents to the plan: ids made, names looked up, values understood. The only place where the plan meets the
//! files it was written in.

mod outline;
mod names;
mod initiative;
mod history;

use rayon::prelude::*;

use super::{FiscalYear, Id, Organization, Plan, Years};
use crate::content::{Documents, written};
use crate::diagnostic::Report;
use names::Names;
use outline::Outline;

/// What the whole plan decides for each initiative in it.
struct Frame {
    /// `None` where site.yaml could not be read: then years and depths are not judged.
    period: Option<Years>,
    levels: Option<Vec<String>>,
    baseline_year: Option<FiscalYear>,
    departments: Names,
    categories: Names,
}

/// Assembles the plan. What is missing or wrong was reported, and something makeshift stands in its place: a plan with a
/// mistake in it is good for finding the others, and for nothing else.
pub(crate) fn assemble(documents: Documents, report: &mut Report) -> Plan {
    let Documents { site, departments, categories, mut sections, initiatives, lossy, .. } = documents;
    let written = || initiatives.iter().map(|initiative| &initiative.written);
    let in_charge: Vec<_> = written().flat_map(written::Initiative::all_departments).collect();
    let marks: Vec<_> = written().flat_map(|initiative| &initiative.categories).collect();
    let frame = Frame {
        period: site.period.as_ref().map(|period| years(period.value)),
        levels: site.levels.map(|levels| levels.into_iter().map(|level| level.value).collect()),
        baseline_year: site.baseline_year.as_ref().map(|year| FiscalYear(year.value)),
        departments: names::names(&names::DEPARTMENTS, &departments, &in_charge, report),
        categories: names::names(&names::CATEGORIES, &categories, &marks, report),
    };
    let home = sections.iter().position(|section| section.path.is_empty());
    let introduction = home.and_then(|home| sections.remove(home).written).map(|home| home.body);
    let before = report.len();
    let mut outline = Outline::new(sections, frame.levels.as_deref(), report);
    let placed = outline.place(initiatives, frame.levels.as_deref(), report);
    let orderly = report.len() == before && frame.period.is_some() && frame.levels.is_some();
    let registered = !departments.broken && !categories.broken;
    let assembled: Vec<_> = placed
        .into_par_iter()
        .map(|(position, written)| {
            let mut report = Report::default();
            (initiative::assemble(position, written, &frame, &mut report), report)
        })
        .collect();
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

fn organization(written: written::Organization) -> Organization {
    Organization { name: written.name.value, code: written.code.map(|it| it.value), url: written.url }
}

fn years(span: written::YearSpan) -> Years {
    Years { first: FiscalYear(span.first), last: FiscalYear(span.last) }
}
