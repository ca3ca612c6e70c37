//! The rows of the plan's tables, one made at a time. Which columns there are is `site::table`'s to say; a row has a cell for each of them,
//! in their order.

mod cell;
mod initiatives;
mod measures;
mod registers;
mod schedule;

pub(super) use cell::{Cell, guarded, needs_guard};

use anyhow::Result;

use crate::plan::{Initiative, Part, Program, Term};
use crate::prose::Prose;
use crate::site::table::Table;
use crate::site::{FacetKind, Site, markdown};

/// What takes a row.
type Take<'t, 's> = &'t mut dyn FnMut(&[Cell<'s>]) -> Result<()>;

/// Gives every row of a table away.
///
/// # Errors
///
/// Those of the taker.
pub(super) fn rows<'s>(site: &'s Site, table: Table, take: Take<'_, 's>) -> Result<()> {
    let kept = site.kept_columns(table);
    if kept.iter().all(|kept| *kept) {
        return all_rows(site, table, take);
    }
    all_rows(site, table, &mut |row| {
        let row: Vec<_> =
            row.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell.clone()).collect();
        take(&row)
    })
}

/// The same with a cell for each column that there can be.
fn all_rows<'s>(site: &'s Site, table: Table, take: Take<'_, 's>) -> Result<()> {
    match table {
        Table::Initiatives => initiatives::all(site, take),
        Table::Term { facet, term } => initiatives::of_term(site, facet, term, take),
        Table::Actions => schedule::rows(site, take),
        Table::Targets => measures::targets(site, take),
        Table::Results => measures::results(site, take),
        Table::Pages => initiatives::pages(site, take),
        Table::Changes => initiatives::changes(site, take),
        Table::Sections => registers::sections(site, take),
        Table::Departments => registers::terms(site, FacetKind::Departments, &site.plan.departments, take),
        Table::Categories => registers::terms(site, FacetKind::Categories, &site.plan.categories, take),
        Table::Sdgs => registers::sdgs(site, take),
    }
}

/// What the rows of an initiative's parts begin with: which initiative, which of its parts, and who is in charge.
fn whose<'s>(site: &'s Site, initiative: &'s Initiative, program: &'s Program) -> [Cell<'s>; 4] {
    let part = program.part.as_ref();
    let departments = part.map_or(&initiative.departments, |part: &Part| &part.departments);
    [
        Cell::Text(Site::plan_key(&initiative.id).into()),
        Cell::text(&initiative.title),
        part.map_or(Cell::Empty, |part| Cell::text(&part.name)),
        names(&site.plan.departments, departments),
    ]
}

/// The names of some terms of a register.
fn names<'s>(register: &'s [Term], terms: &[usize]) -> Cell<'s> {
    Cell::Several(terms.iter().map(|term| register[*term].name.as_str().into()).collect())
}

/// A text without its marks.
fn plain(prose: Option<&Prose>) -> Cell<'_> {
    prose.map_or(Cell::Empty, |prose| Cell::Text(markdown::to_plain(&prose.text).into()))
}
