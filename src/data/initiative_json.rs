//! `data/initiatives/1-1-3.json`: an initiative as it stands in `data/plan.json`, with what one has to know of the plan around it.

use std::io::Write;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::plan_json::{organization, period, section};
use super::shape::{
    Action, Bar, Baseline, Change, Disclosure, FORMAT, Initiative, Organization, PageLink, Period, Program,
    Section, Target, Value,
};
use crate::plan::{self, FiscalYear, Quantity, Subject};
use crate::prose::Prose;
use crate::site::address::{INITIATIVE_SCHEMA, PLAN_DATA};
use crate::site::{Address, Site, markdown};

/// The file.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "initiative_file")]
pub(super) struct InitiativeFile<'a> {
    /// Where the schema of the file is.
    #[serde(rename = "$schema")]
    schema: String,
    #[schemars(extend("const" = FORMAT))]
    format: u8,
    plan: Around<'a>,
    initiative: Initiative<'a>,
}

/// The plan around an initiative.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "around")]
struct Around<'a> {
    title: &'a str,
    url: String,
    /// Where all of the plan is.
    data: String,
    organization: Organization<'a>,
    period: Period,
    baseline_year: Option<u16>,
    levels: &'a [String],
    /// Those that the initiative is in, the outermost first.
    sections: Vec<Section<'a>>,
}

/// Writes an initiative as JSON.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn initiative_json(site: &Site, index: usize, to: &mut dyn Write) -> anyhow::Result<()> {
    let own = &site.plan.initiatives[index];
    let file = InitiativeFile {
        schema: site.base.of(&Address::file(INITIATIVE_SCHEMA)),
        format: FORMAT,
        plan: around(site, own),
        initiative: initiative(site, own)?,
    };
    serde_json::to_writer(&mut *to, &file)?;
    Ok(to.write_all(b"\n")?)
}

fn around<'a>(site: &'a Site, initiative: &plan::Initiative) -> Around<'a> {
    let sections = site.plan.sections_around(initiative.section);
    Around {
        title: &site.plan.title,
        url: site.base.of(&Address::home()),
        data: site.base.of(&Address::file(PLAN_DATA)),
        organization: organization(site),
        period: period(site),
        baseline_year: site.plan.baseline_year.map(|year| year.0),
        levels: &site.plan.levels,
        sections: sections.into_iter().map(|it| section(site, it)).collect(),
    }
}

/// An initiative as it stands in both files.
pub(super) fn initiative<'a>(
    site: &'a Site,
    initiative: &'a plan::Initiative,
) -> serde_json::Result<Initiative<'a>> {
    let plan::Disclosure { website, other, pages } = &initiative.disclosure;
    let page = |page: &'a plan::PageLink| PageLink {
        title: &page.title,
        url: page.url.as_deref().map(String::as_str),
    };
    let categories = initiative.categories.iter().map(|term| site.plan.categories[*term].name.as_str());
    Ok(Initiative {
        id: initiative.id.to_string(),
        number: initiative.id.number(),
        title: &initiative.title,
        url: site.base.of(&Address::in_plan(&initiative.id)),
        departments: departments(site, &initiative.departments),
        less: categories.collect(),
        sdgs: initiative.sdgs.iter().map(ToString::to_string).collect(),
        disclosure: Disclosure { website: *website, other, pages: pages.iter().map(page).collect() },
        overview: plain(initiative.overview.as_ref()),
        vision: plain(initiative.vision.as_ref()),
        notes: plain(initiative.notes.as_ref()),
        programs: initiative
            .programs
            .iter()
            .map(|it| program(site, initiative, it))
            .collect::<Result<_, _>>()?,
        updated: initiative.updated.map(|day| day.to_string()),
        changes: initiative.changes.iter().map(change).collect(),
    })
}

fn change(change: &plan::Change) -> Change<'_> {
    Change { date: change.date.to_string(), what: &change.what, why: change.why.as_deref() }
}

/// An initiative without parts is its own programme.
fn program<'a>(
    site: &'a Site,
    initiative: &'a plan::Initiative,
    program: &'a plan::Program,
) -> serde_json::Result<Program<'a>> {
    let part = program.part.as_ref();
    let of_part = part.map(|part| (part.name.as_str(), &part.departments, &part.overview, &part.vision));
    let whole =
        (initiative.title.as_str(), &initiative.departments, &initiative.overview, &initiative.vision);
    let (name, in_charge, overview, vision) = of_part.unwrap_or(whole);
    Ok(Program {
        name,
        departments: departments(site, in_charge),
        overview: plain(overview.as_ref()),
        vision: plain(vision.as_ref()),
        actions: program.actions.iter().map(action).collect(),
        targets: program.targets.iter().map(target).collect::<Result<_, _>>()?,
    })
}

fn departments<'a>(site: &'a Site, departments: &[usize]) -> Vec<&'a str> {
    departments.iter().map(|department| site.plan.departments[*department].name.as_str()).collect()
}

/// A text without its marks.
pub(super) fn plain(prose: Option<&Prose>) -> Option<String> {
    prose.map(|prose| markdown::to_plain(&prose.text))
}

fn action(action: &plan::Action) -> Action<'_> {
    let bars = (1..).zip(&action.lanes).flat_map(|(lane, bars)| bars.bars.iter().map(move |bar| (lane, bar)));
    let schedule = bars.map(|(lane, bar)| Bar {
        lane,
        start: bar.years.first.0,
        end: bar.years.last.0,
        text: &bar.text,
    });
    Action { group: action.group.as_deref(), name: &action.name, schedule: schedule.collect() }
}

fn target(target: &plan::Target) -> serde_json::Result<Target<'_>> {
    let (name, text) = match &target.subject {
        Subject::Measure(name) => (Some(name.as_str()), None),
        Subject::Sentence(text) => (None, Some(text.as_str())),
    };
    Ok(Target {
        name,
        text,
        year: target.is_goal().then_some(target.due.0),
        target: target.target.as_ref().map(|it| value(it, Some(target.due))).transpose()?,
        baseline: target.baseline.as_ref().map(baseline).transpose()?,
        results: target
            .results
            .iter()
            .map(|it| value(&it.value, Some(it.year.value)))
            .collect::<Result<_, _>>()?,
        note: target.note.as_deref(),
    })
}

fn baseline(baseline: &plan::Baseline) -> serde_json::Result<Baseline<'_>> {
    Ok(Baseline {
        value: value(&baseline.value, baseline.year)?,
        name: baseline.name.as_deref().map(String::as_str),
        label: baseline.label.as_deref(),
    })
}

fn value(quantity: &Quantity, year: Option<FiscalYear>) -> serde_json::Result<Value<'_>> {
    let amount = quantity.amount.as_ref();
    let number = amount.map(|amount| RawValue::from_string(amount.number.to_string()));
    Ok(Value {
        year: year.map(|year| year.0),
        text: &quantity.text,
        number: number.transpose()?,
        unit: amount.map(|amount| amount.unit.as_str()).filter(|unit| !unit.is_empty()),
        comparator: amount.map(|amount| amount.comparator.sign()),
    })
}
