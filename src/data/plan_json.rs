//! `data/plan.json`: the plan as others read it, with every name resolved.

use std::io::Write;

use schemars::JsonSchema;
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};

use super::initiative_json::{initiative, plain};
use super::shape::{FORMAT, Initiative, Organization, Period, SdgsTerm, Section, Term};
use crate::plan;
use crate::site::address::PLAN_SCHEMA;
use crate::site::facet::FacetKind;
use crate::site::{Address, Facet, Site};

/// The file.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "plan")]
pub(super) struct Plan<'a> {
    /// Where the schema of the file is.
    #[serde(rename = "$schema")]
    schema: String,
    #[schemars(extend("const" = FORMAT))]
    format: u8,
    title: &'a str,
    description: Option<&'a str>,
    introduction: Option<String>,
    organization: Organization<'a>,
    period: Period,
    baseline_year: Option<u16>,
    levels: &'a [String],
    updated: Option<String>,
    sections: Vec<Section<'a>>,
    departments: Vec<Term<'a>>,
    less: Vec<Term<'a>>,
    sdgs: Vec<SdgsTerm>,
    #[schemars(with = "Vec<Initiative<'a>>")]
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

/// Writes the plan of a site as JSON.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn plan_json(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *to, &plan(site))?;
    Ok(to.write_all(b"\n")?)
}

fn plan(site: &Site) -> Plan<'_> {
    Plan {
        schema: site.base.of(&Address::file(PLAN_SCHEMA)),
        format: FORMAT,
        title: &site.plan.title,
        description: site.plan.description.as_deref(),
        introduction: plain(site.plan.introduction.as_ref()),
        organization: organization(site),
        period: period(site),
        baseline_year: site.plan.baseline_year.map(|year| year.0),
        levels: &site.plan.levels,
        updated: site.plan.updated().map(|day| day.to_string()),
        sections: site.plan.sections.iter().map(|section| self::section(site, section)).collect(),
        departments: terms(site, FacetKind::Departments, &site.plan.departments),
        less: terms(site, FacetKind::Categories, &site.plan.categories),
        sdgs: sdgs(site),
        initiatives: Initiatives(site),
    }
}

pub(super) fn organization(site: &Site) -> Organization<'_> {
    let plan::Organization { name, code, url } = &site.plan.organization;
    Organization { name, code: code.as_deref(), url: url.as_deref().map(String::as_str) }
}

pub(super) fn period(site: &Site) -> Period {
    let plan::Years { first, last } = site.plan.period;
    Period { start: first.0, end: last.0 }
}

pub(super) fn section<'a>(site: &'a Site, section: &'a plan::Section) -> Section<'a> {
    Section {
        id: section.id.to_string(),
        level: &site.plan.levels[section.level],
        number: section.id.number(),
        title: &section.title,
        introduction: plain(section.introduction.as_ref()),
        url: site.base.of(&Address::in_plan(&section.id)),
    }
}

fn terms<'a>(site: &Site, kind: FacetKind, register: &'a [plan::Term]) -> Vec<Term<'a>> {
    let term = |term: &'a plan::Term| Term {
        slug: &term.slug,
        name: &term.name,
        yomi: &term.yomi,
        description: term.description.as_deref(),
        url: site.base.of(&kind.term_address(&term.slug)),
    };
    register.iter().map(term).collect()
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
