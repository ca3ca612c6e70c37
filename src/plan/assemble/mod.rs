//! From documents to the plan: ids made, names looked up, values understood. The only place where the plan meets the
//! files it was written in.

mod outline;
mod names;
mod initiative;

use super::{FiscalYear, Organization, Plan, Years};
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

/// Assembles the plan. `None` if site.yaml could not be read; a plan with mistakes in it is not fit to be shown.
pub(crate) fn assemble(documents: Documents, report: &mut Report) -> Option<Plan> {
    let Documents { site, departments, categories, mut sections, initiatives, .. } = documents;
    let frame = Frame {
        period: site.as_ref().map(|site| years(site.period.value)),
        levels: site.as_ref().map(|site| site.levels.iter().map(|level| level.value.clone()).collect()),
        baseline_year: site.as_ref().and_then(|site| Some(FiscalYear(site.baseline_year.as_ref()?.value))),
        departments: names::departments(&departments, report),
        categories: names::categories(&categories, report),
    };
    let home = sections.iter().position(|section| section.path.is_empty());
    let introduction = home.and_then(|home| sections.remove(home).written).map(|home| home.body);
    let outline = Outline::new(sections, frame.levels.as_deref(), report);
    let placed = outline.place(initiatives, frame.levels.as_deref(), report);
    let mut initiatives: Vec<_> = placed
        .into_iter()
        .map(|(position, written)| initiative::assemble(position, written, &frame, report))
        .collect();
    initiatives.sort_by(|a, b| a.id.cmp(&b.id));
    let site = site?;
    Some(Plan {
        title: site.title.value,
        description: site.description.map(|it| it.value),
        organization: organization(site.organization),
        period: years(site.period.value),
        baseline_year: frame.baseline_year,
        levels: frame.levels.unwrap_or_default(),
        introduction: introduction.filter(|it| !it.is_blank()),
        sections: outline.sections,
        initiatives,
        departments: frame.departments.terms,
        categories: frame.categories.terms,
    })
}

fn organization(written: written::Organization) -> Organization {
    Organization {
        name: written.name.value,
        code: written.code.map(|it| it.value),
        url: written.url.map(|it| it.value),
    }
}

fn years(span: written::YearSpan) -> Years {
    Years { first: FiscalYear(span.first), last: FiscalYear(span.last) }
}
