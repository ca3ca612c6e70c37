//! `data/plan.stratml.xml`: the plan in Strategy Markup Language, Part 2 (ANSI/AIIM 22:2017; Part 1 is ISO 17469-1). The order of the
//! elements is the standard's.
//!
//! The sections right above the initiatives are its goals, initiatives and their parts its objectives. What is measured is a quantitative
//! indicator, what is said in words or scheduled a qualitative one.

mod indicators;

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::xml::{Xml, text};
use crate::plan::{Initiative, Program, Section, Years};
use crate::prose::Prose;
use crate::site::{Address, Site, markdown};

const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

/// Writes the plan of a site in the markup language.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn stratml(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    let plan = &site.plan;
    let mut xml = Writer::new_with_indent(to, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let is_report = plan.initiatives.iter().any(|it| it.targets().any(|target| !target.results.is_empty()));
    let kind = if is_report { "Performance_Report" } else { "Performance_Plan" };
    let root = xml.create_element("PerformancePlanOrReport");
    root.with_attributes([("xmlns", NAMESPACE), ("Type", kind)]).write_inner_content(|xml| {
        text(xml, "Name", &plan.title)?;
        text(xml, "Description", plan.description.as_deref().unwrap_or_default())?;
        xml.create_element("StrategicPlanCore").write_inner_content(|xml| core(xml, site))?;
        xml.create_element("AdministrativeInformation").write_inner_content(|xml| {
            dates(xml, plan.period)?;
            text(xml, "Source", &site.base.of(&Address::home()))
        })?;
        Ok(())
    })?;
    Ok(xml.get_mut().write_all(b"\n")?)
}

fn core(xml: &mut Xml, site: &Site) -> io::Result<()> {
    let plan = &site.plan;
    xml.create_element("Organization").write_inner_content(|xml| {
        text(xml, "Name", &plan.organization.name)?;
        text(xml, "Identifier", "_organization")
    })?;
    let lowest = plan.sections.iter().map(|section| section.level).max();
    let Some(lowest) = lowest else { return all_in_one(xml, site) };
    for (index, section) in plan.sections.iter().enumerate().filter(|(_, it)| it.level == lowest) {
        goal(xml, site, section, &plan.initiatives[site.within(index)])?;
    }
    Ok(())
}

/// The goal of a plan without sections, since there has to be one: the plan itself.
fn all_in_one(xml: &mut Xml, site: &Site) -> io::Result<()> {
    let plan = &site.plan;
    xml.create_element("Goal").write_inner_content(|xml| {
        text(xml, "Name", &plan.title)?;
        text(xml, "Description", plan.description.as_deref().unwrap_or_default())?;
        text(xml, "Identifier", "_plan")?;
        plan.initiatives.iter().try_for_each(|it| objectives(xml, site, it))
    })?;
    Ok(())
}

fn goal(xml: &mut Xml, site: &Site, section: &Section, initiatives: &[Arc<Initiative>]) -> io::Result<()> {
    let named =
        |it: &Section| [&site.plan.levels[it.level], " ", &it.id.to_string(), " ", &it.title].concat();
    let above: Vec<_> = site.plan.sections_around(section.parent).into_iter().map(named).collect();
    xml.create_element("Goal").write_inner_content(|xml| {
        text(xml, "Name", &section.title)?;
        text(xml, "Description", &plain(section.introduction.as_ref()))?;
        text(xml, "Identifier", &["_s", &section.id.to_string()].concat())?;
        text(xml, "SequenceIndicator", &section.id.to_string())?;
        some_text(xml, "OtherInformation", &above.join("\n"))?;
        initiatives.iter().try_for_each(|it| objectives(xml, site, it))
    })?;
    Ok(())
}

/// What an objective is made of.
struct Objective<'a> {
    name: Cow<'a, str>,
    overview: Option<&'a Prose>,
    vision: Option<&'a Prose>,
    departments: &'a [usize],
    /// The end of its number: none of an initiative.
    part: Option<usize>,
    programs: &'a [Program],
}

/// An initiative; its parts are objectives behind it, as none may stand in another.
fn objectives(xml: &mut Xml, site: &Site, it: &Initiative) -> io::Result<()> {
    let has_parts = it.programs.iter().any(|program| program.part.is_some());
    let whole = Objective {
        name: it.title.as_str().into(),
        overview: it.overview.as_ref(),
        vision: it.vision.as_ref(),
        departments: &it.departments,
        part: None,
        programs: if has_parts { &[] } else { &it.programs },
    };
    objective(xml, site, it, &whole)?;
    for (number, program) in (1..).zip(&it.programs) {
        let Some(part) = &program.part else { continue };
        let own = Objective {
            name: [&it.title, ": ", &part.name].concat().into(),
            overview: part.overview.as_ref(),
            vision: part.vision.as_ref(),
            departments: &part.departments,
            part: Some(number),
            programs: std::slice::from_ref(program),
        };
        objective(xml, site, it, &own)?;
    }
    Ok(())
}

fn objective(xml: &mut Xml, site: &Site, initiative: &Initiative, own: &Objective) -> io::Result<()> {
    let part = |sign: &str| own.part.map_or_else(String::new, |number| format!("{sign}{number}"));
    let id = format!("_i{}{}", initiative.id, part("-p"));
    xml.create_element("Objective").write_inner_content(|xml| {
        text(xml, "Name", &own.name)?;
        text(xml, "Description", &plain(own.overview))?;
        text(xml, "Identifier", &id)?;
        text(xml, "SequenceIndicator", &[site.label(&initiative.id), part(".")].concat())?;
        for department in own.departments {
            performer(xml, site, *department)?;
        }
        some_text(xml, "OtherInformation", &besides(site, initiative, own))?;
        own.programs.iter().try_for_each(|program| indicators::indicators(xml, site, program, &id))
    })?;
    Ok(())
}

/// Who is in charge.
fn performer(xml: &mut Xml, site: &Site, department: usize) -> io::Result<()> {
    let stakeholder = xml.create_element("Stakeholder");
    stakeholder.with_attribute(("StakeholderTypeType", "Organization")).write_inner_content(|xml| {
        text(xml, "Name", &site.plan.departments[department].name)?;
        xml.create_element("Role").write_inner_content(|xml| {
            text(xml, "Name", site.words.get("departments"))?;
            text(xml, "RoleType", "Performer")
        })?;
        Ok(())
    })?;
    Ok(())
}

/// What the standard has no element for: the vision and, of an initiative, its categories, goals and notes, each under its name.
fn besides(site: &Site, initiative: &Initiative, own: &Objective) -> String {
    let is_whole = own.part.is_none();
    let categories = initiative.categories.iter().filter(|_| is_whole);
    let categories: Vec<_> = categories.map(|it| site.plan.categories[*it].name.as_str()).collect();
    let sdgs: Vec<_> = initiative.sdgs.iter().filter(|_| is_whole).map(ToString::to_string).collect();
    let separator = site.words.get("list_separator");
    let notes = initiative.notes.as_ref().filter(|_| is_whole);
    let said = [
        ("vision", plain(own.vision)),
        ("less", categories.join(separator)),
        ("sdgs", sdgs.join(separator)),
        ("notes", plain(notes)),
    ];
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    let lines = said.map(|(key, text)| [site.words.get(key), site.words.get("colon"), text].concat());
    lines.collect::<Vec<_>>().join("\n")
}

fn plain(prose: Option<&Prose>) -> String {
    prose.map(|prose| markdown::to_plain(&prose.text)).unwrap_or_default()
}

fn dates(xml: &mut Xml, years: Years) -> io::Result<()> {
    text(xml, "StartDate", &years.first.first_day().to_string())?;
    text(xml, "EndDate", &years.last.last_day().to_string())
}

/// A text where there is any.
fn some_text(xml: &mut Xml, name: &str, said: &str) -> io::Result<()> {
    if said.is_empty() { Ok(()) } else { text(xml, name, said) }
}
