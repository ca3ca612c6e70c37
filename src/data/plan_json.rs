//! `data/plan.json`: the plan as others read it. Every name is resolved; what is absent is `null` or `[]`, never a missing
//! key; numbers keep the decimals of their print.

use std::io::Write;

use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::plan::{self, FiscalYear, Quantity, Subject};
use crate::prose::Prose;
use crate::site::facet::FacetKind;
use crate::site::{Address, Facet, Site, markdown};

#[derive(Serialize)]
struct Plan<'a> {
    title: &'a str,
    organization: Organization<'a>,
    period: Period,
    baseline_year: Option<u16>,
    levels: &'a [String],
    sections: Vec<Section<'a>>,
    departments: Vec<Term<'a>>,
    less: Vec<Term<'a>>,
    sdgs: Vec<SdgsTerm>,
    initiatives: Initiatives<'a>,
}

/// All initiatives, each made when it is written, so that memory has one of them at once.
struct Initiatives<'a>(&'a Site);

impl Serialize for Initiatives<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(site) = self;
        let mut list = serializer.serialize_seq(Some(site.plan.initiatives.len()))?;
        for it in &site.plan.initiatives {
            list.serialize_element(&initiative(site, it).map_err(S::Error::custom)?)?;
        }
        list.end()
    }
}

#[derive(Serialize)]
struct Organization<'a> {
    name: &'a str,
    code: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Period {
    start: u16,
    end: u16,
}

#[derive(Serialize)]
struct Section<'a> {
    id: String,
    level: &'a str,
    number: u32,
    title: &'a str,
    url: String,
}

#[derive(Serialize)]
struct Term<'a> {
    slug: &'a str,
    name: &'a str,
    url: String,
}

#[derive(Serialize)]
struct SdgsTerm {
    id: String,
    goal: u8,
    /// The goal's: targets have no short names.
    name: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Initiative<'a> {
    id: String,
    number: u32,
    title: &'a str,
    url: String,
    departments: Vec<&'a str>,
    less: Vec<&'a str>,
    sdgs: Vec<String>,
    disclosure: Disclosure<'a>,
    overview: Option<String>,
    vision: Option<String>,
    programs: Vec<Program<'a>>,
    updated: Option<String>,
    /// The newest first.
    changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    date: String,
    what: &'a str,
    why: Option<&'a str>,
}

#[derive(Serialize)]
struct Disclosure<'a> {
    website: bool,
    other: &'a [String],
    pages: Vec<PageLink<'a>>,
}

#[derive(Serialize)]
struct PageLink<'a> {
    title: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Program<'a> {
    name: &'a str,
    departments: Vec<&'a str>,
    overview: Option<String>,
    vision: Option<String>,
    actions: Vec<Action<'a>>,
    targets: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Action<'a> {
    group: Option<&'a str>,
    name: &'a str,
    schedule: Vec<Bar<'a>>,
}

#[derive(Serialize)]
struct Bar<'a> {
    /// From 1.
    lane: usize,
    start: u16,
    end: u16,
    text: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    name: Option<&'a str>,
    text: Option<&'a str>,
    year: Option<u16>,
    target: Option<Value<'a>>,
    baseline: Option<Value<'a>>,
    results: Vec<Value<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Value<'a> {
    year: Option<u16>,
    text: &'a str,
    number: Option<Box<RawValue>>,
    unit: Option<&'a str>,
    comparator: Option<&'static str>,
}

/// Writes the plan of a site as JSON.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn plan_json(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *to, &plan(site))?;
    Ok(to.write_all(b"\n")?)
}

fn plan(site: &Site) -> Plan<'_> {
    let plan::Plan { organization, period, .. } = &site.plan;
    Plan {
        title: &site.plan.title,
        organization: Organization {
            name: &organization.name,
            code: organization.code.as_deref(),
            url: organization.url.as_deref().map(String::as_str),
        },
        period: Period { start: period.first.0, end: period.last.0 },
        baseline_year: site.plan.baseline_year.map(|year| year.0),
        levels: &site.plan.levels,
        sections: site.plan.sections.iter().map(|section| self::section(site, section)).collect(),
        departments: terms(site, FacetKind::Departments, &site.plan.departments),
        less: terms(site, FacetKind::Categories, &site.plan.categories),
        sdgs: sdgs(site),
        initiatives: Initiatives(site),
    }
}

fn section<'a>(site: &'a Site, section: &'a plan::Section) -> Section<'a> {
    Section {
        id: section.id.to_string(),
        level: &site.plan.levels[section.level],
        number: section.id.number(),
        title: &section.title,
        url: site.base.of(&Address::in_plan(&section.id)),
    }
}

fn terms<'a>(site: &Site, kind: FacetKind, register: &'a [plan::Term]) -> Vec<Term<'a>> {
    let url = |term: &plan::Term| site.base.of(&kind.term_address(&term.slug));
    register.iter().map(|term| Term { slug: &term.slug, name: &term.name, url: url(term) }).collect()
}

/// Every goal and target that an initiative carries.
fn sdgs(site: &Site) -> Vec<SdgsTerm> {
    let Some(facet) = site.facets.iter().find(|facet| facet.kind == FacetKind::Sdgs) else {
        return Vec::new();
    };
    let Facet { terms, .. } = facet;
    let known = terms.iter().filter_map(|term| Some((term, plan::SdgsTarget::parse(&term.slug)?)));
    known
        .map(|(term, target)| SdgsTerm {
            id: target.to_string(),
            goal: target.goal,
            name: site.wording().goal(target),
            url: site.base.of(&facet.term_address(term)),
        })
        .collect()
}

fn initiative<'a>(site: &'a Site, initiative: &'a plan::Initiative) -> serde_json::Result<Initiative<'a>> {
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
        programs: initiative
            .programs
            .iter()
            .map(|it| program(site, initiative, it))
            .collect::<Result<_, _>>()?,
        updated: initiative.updated.map(|date| date.to_string()),
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

fn plain(prose: Option<&Prose>) -> Option<String> {
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
    let baseline = target.baseline.as_ref().map(|it| value(&it.value, it.year));
    Ok(Target {
        name,
        text,
        year: target.is_goal().then_some(target.due.0),
        target: target.target.as_ref().map(|it| value(it, Some(target.due))).transpose()?,
        baseline: baseline.transpose()?,
        results: target
            .results
            .iter()
            .map(|it| value(&it.value, Some(it.year.value)))
            .collect::<Result<_, _>>()?,
        note: target.note.as_deref(),
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
