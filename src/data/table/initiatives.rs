//! A row an initiative: all of them, and those of a term.

use std::borrow::Cow;
use std::iter::successors;

use anyhow::Result;

use super::{Cell, Take, names, plain};
use crate::plan::{Initiative, Part};
use crate::prose::Prose;
use crate::site::{Address, FacetKind, Site, markdown};

pub(super) fn all<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    for initiative in &site.plan.initiatives {
        let mut row = beginning(site, initiative);
        let other = initiative.disclosure.other.iter().map(|it| Cow::Borrowed(it.as_str()));
        row.extend([
            Cell::Several(other.collect()),
            text(initiative, initiative.overview.as_ref(), |part| part.overview.as_ref()),
            text(initiative, initiative.vision.as_ref(), |part| part.vision.as_ref()),
            plain(initiative.notes.as_ref()),
            initiative.updated.map_or(Cell::Empty, Cell::Date),
            url(site, initiative),
        ]);
        take(&row)?;
    }
    Ok(())
}

/// What the page of a term lists, in short: a plan has many terms, and its texts stand in the table of all.
pub(super) fn of_term<'s>(site: &'s Site, facet: usize, term: usize, take: Take<'_, 's>) -> Result<()> {
    for index in &site.facets[facet].terms[term].initiatives {
        let initiative = &site.plan.initiatives[*index];
        let mut row = beginning(site, initiative);
        row.push(url(site, initiative));
        take(&row)?;
    }
    Ok(())
}

/// Where it stands, what it is called, and what it belongs to.
fn beginning<'s>(site: &'s Site, initiative: &'s Initiative) -> Vec<Cell<'s>> {
    let plan = &site.plan;
    let mut row = vec![Cell::Text(Site::plan_key(&initiative.id).into())];
    let above = successors(initiative.section, |section| plan.sections[*section].parent);
    for section in above.collect::<Vec<_>>().into_iter().rev() {
        let section = &plan.sections[section];
        row.extend([Cell::Integer(section.id.number() as usize), Cell::text(&section.title)]);
    }
    let departments = initiative.all_departments();
    let sdgs = initiative.sdgs.iter().map(|it| Site::term_key(FacetKind::Sdgs, &it.to_string()).into());
    row.extend([
        Cell::Integer(initiative.id.number() as usize),
        Cell::text(&initiative.title),
        names(&plan.departments, &departments),
        keys(FacetKind::Departments, departments.iter().map(|term| plan.departments[*term].slug.as_str())),
        names(&plan.categories, &initiative.categories),
        keys(
            FacetKind::Categories,
            initiative.categories.iter().map(|term| plan.categories[*term].slug.as_str()),
        ),
        Cell::Several(sdgs.collect()),
        Cell::YesOrNo(initiative.disclosure.website),
    ]);
    row
}

fn keys<'s, 'i>(kind: FacetKind, slugs: impl Iterator<Item = &'i str>) -> Cell<'s> {
    Cell::Several(slugs.map(|slug| Site::term_key(kind, slug).into()).collect())
}

fn url<'s>(site: &Site, initiative: &Initiative) -> Cell<'s> {
    Cell::Text(site.base.of(&Address::in_plan(&initiative.id)).into())
}

/// The pages of the city that tell about an initiative.
pub(super) fn pages<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    for initiative in &site.plan.initiatives {
        for page in &initiative.disclosure.pages {
            take(&[
                Cell::Text(Site::plan_key(&initiative.id).into()),
                Cell::text(&initiative.title),
                Cell::text(&page.title),
                Cell::maybe(page.url.as_deref().map(String::as_str)),
            ])?;
        }
    }
    Ok(())
}

/// What was changed, and why.
pub(super) fn changes<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    for initiative in &site.plan.initiatives {
        for change in &initiative.changes {
            take(&[
                Cell::Text(Site::plan_key(&initiative.id).into()),
                Cell::text(&initiative.title),
                Cell::Date(change.date),
                Cell::text(&change.what),
                Cell::maybe(change.why.as_deref()),
            ])?;
        }
    }
    Ok(())
}

/// A text of the initiative and the like of its parts, each under the part's name.
fn text<'s>(
    initiative: &'s Initiative,
    own: Option<&Prose>,
    of: impl Fn(&Part) -> Option<&Prose>,
) -> Cell<'s> {
    let mut text = own.map(|own| markdown::to_plain(&own.text)).unwrap_or_default();
    let parts = initiative.programs.iter().filter_map(|program| program.part.as_ref());
    for (part, prose) in parts.filter_map(|part| Some((part, of(part)?))) {
        let space = if text.is_empty() { "" } else { "\n\n" };
        text.extend([space, &part.name, "\n", &markdown::to_plain(&prose.text)]);
    }
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}
