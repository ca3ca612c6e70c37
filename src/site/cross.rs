//! Cross tables: how many initiatives belong to a row and a column at once. What the rows or the columns stand for is an axis: the
//! sections right above the initiatives, or the outermost terms of a facet. A new table is a new line of [`TABLES`].

use std::collections::{BTreeMap, BTreeSet};

use super::address::Address;
use super::facet::{Facet, FacetKind, carried};
use crate::plan::Plan;

/// Every table that a plan can have: its rows and its columns.
const TABLES: [(AxisKind, AxisKind); 3] = [
    (AxisKind::Facet(FacetKind::Departments), AxisKind::Facet(FacetKind::Categories)),
    (AxisKind::Facet(FacetKind::Departments), AxisKind::Facet(FacetKind::Sdgs)),
    (AxisKind::Sections, AxisKind::Facet(FacetKind::Categories)),
];

/// What the rows or the columns of a table can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AxisKind {
    /// The sections right above the initiatives.
    Sections,
    Facet(FacetKind),
}

/// The rows or the columns of a table.
#[derive(Debug)]
pub(crate) struct Axis {
    pub(crate) kind: AxisKind,
    pub(crate) terms: Vec<AxisTerm>,
    /// Those of the terms that have a cell: all others would be empty from end to end.
    pub(crate) shown: Vec<usize>,
}

/// A row or a column.
#[derive(Debug)]
pub(crate) struct AxisTerm {
    /// Its part of an address.
    pub(crate) slug: String,
    pub(crate) title: String,
    /// Its own page.
    pub(crate) address: Address,
    /// The initiatives that belong to it, in any cell or in none.
    pub(crate) initiatives: Vec<usize>,
}

/// A table, with at least one cell.
#[derive(Debug)]
pub(crate) struct Cross {
    pub(crate) rows: Axis,
    pub(crate) columns: Axis,
    /// By row, then by column.
    pub(crate) cells: Vec<Cell>,
    /// The most initiatives that a cell has.
    pub(crate) most: usize,
}

/// The initiatives that a row and a column have in common: at least one.
#[derive(Debug)]
pub(crate) struct Cell {
    /// Indexes into the terms of the two axes.
    pub(crate) row: usize,
    pub(crate) column: usize,
    /// In the order of the plan: indexes into [`Plan::initiatives`].
    pub(crate) initiatives: Vec<usize>,
}

impl AxisKind {
    /// Its part of a table's address.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Sections => "sections",
            Self::Facet(kind) => kind.key(),
        }
    }

    fn terms(self, plan: &Plan, facets: &[Facet]) -> Vec<AxisTerm> {
        match self {
            Self::Sections => sections(plan),
            Self::Facet(kind) => {
                let facet = facets.iter().find(|facet| facet.kind == kind);
                facet.map(outermost).unwrap_or_default()
            }
        }
    }
}

/// The sections of the level above the initiatives'.
fn sections(plan: &Plan) -> Vec<AxisTerm> {
    let mut initiatives = vec![Vec::new(); plan.sections.len()];
    for (index, initiative) in plan.initiatives.iter().enumerate() {
        if let Some(section) = initiative.section {
            initiatives[section].push(index);
        }
    }
    let sections = plan.sections.iter().zip(initiatives);
    let lowest = sections.filter(|(section, _)| section.level + 2 == plan.levels.len());
    lowest
        .map(|(section, initiatives)| AxisTerm {
            slug: section.id.to_string(),
            title: format!("{} {}", section.id, section.title.value),
            address: Address::in_plan(&section.id),
            initiatives,
        })
        .collect()
}

fn outermost(facet: &Facet) -> Vec<AxisTerm> {
    facet
        .outermost()
        .map(|(_, term)| AxisTerm {
            slug: term.slug.clone(),
            title: term.title.clone(),
            address: facet.term_address(term),
            initiatives: term.initiatives.clone(),
        })
        .collect()
}

impl Axis {
    fn new(kind: AxisKind, terms: Vec<AxisTerm>, shown: BTreeSet<usize>) -> Self {
        Self { kind, terms, shown: shown.into_iter().collect() }
    }

    /// The terms without a cell.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = &AxisTerm> {
        let terms = self.terms.iter().enumerate();
        terms.filter(|(index, _)| self.shown.binary_search(index).is_err()).map(|(_, term)| term)
    }
}

impl Cross {
    /// The tables that have something to count in this plan.
    pub(crate) fn all(plan: &Plan, facets: &[Facet]) -> Vec<Self> {
        let tables = TABLES.into_iter().map(|(rows, columns)| Self::new(rows, columns, plan, facets));
        tables.filter(|table| !table.cells.is_empty()).collect()
    }

    fn new(rows: AxisKind, columns: AxisKind, plan: &Plan, facets: &[Facet]) -> Self {
        let (row_terms, column_terms) = (rows.terms(plan, facets), columns.terms(plan, facets));
        let of = |terms: &[AxisTerm]| {
            carried(terms.iter().map(|term| &*term.initiatives), 0..plan.initiatives.len())
        };
        let mut cells = BTreeMap::<_, Vec<usize>>::new();
        for (index, (in_rows, in_columns)) in of(&row_terms).iter().zip(of(&column_terms)).enumerate() {
            for row in in_rows {
                for column in &in_columns {
                    cells.entry((*row, *column)).or_default().push(index);
                }
            }
        }
        Self {
            most: cells.values().map(Vec::len).max().unwrap_or_default(),
            rows: Axis::new(rows, row_terms, cells.keys().map(|(row, _)| *row).collect()),
            columns: Axis::new(columns, column_terms, cells.keys().map(|(_, column)| *column).collect()),
            cells: cells
                .into_iter()
                .map(|((row, column), initiatives)| Cell { row, column, initiatives })
                .collect(),
        }
    }

    pub(crate) fn address(&self) -> Address {
        Address::cross(self.rows.kind.key(), self.columns.kind.key())
    }

    pub(crate) fn cell_address(&self, cell: &Cell) -> Address {
        let (row, column) = (self.row(cell), self.column(cell));
        Address::cell(self.rows.kind.key(), self.columns.kind.key(), &row.slug, &column.slug)
    }

    pub(crate) fn row(&self, cell: &Cell) -> &AxisTerm {
        &self.rows.terms[cell.row]
    }

    pub(crate) fn column(&self, cell: &Cell) -> &AxisTerm {
        &self.columns.terms[cell.column]
    }

    /// The cell of a row and a column, if they have anything in common.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
        at.ok().map(|at| &self.cells[at])
    }
}
