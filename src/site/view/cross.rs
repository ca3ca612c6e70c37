//! Cross tables: all of them, one of them, and what a row and a column have in common.

use serde::Serialize;

use super::common::Link;
use super::listing::{ListPage, ListingView, PagerView};
use super::meta::Crumb;
use crate::site::cross::{AxisKind, AxisTerm, Cell};
use crate::site::pages::ENTRIES;
use crate::site::{Address, Cross, Site};

/// The template `compare.html`: every table there is.
#[derive(Debug, Serialize)]
pub(crate) struct CompareView {
    pub(crate) tables: Vec<TableLink>,
}

/// A table and what it shows.
#[derive(Debug, Serialize)]
pub(crate) struct TableLink {
    pub(crate) title: String,
    pub(crate) href: String,
    /// A sentence.
    pub(crate) description: String,
}

/// The template `cross.html`: a table, or a hundred of its rows.
#[derive(Debug, Serialize)]
pub(crate) struct CrossView {
    /// What the rows stand for: 所管課.
    pub(crate) rows_title: String,
    /// The facet that the columns stand for: `less` or `sdgs`.
    pub(crate) columns_key: &'static str,
    pub(crate) columns: Vec<HeadView>,
    pub(crate) rows: Vec<CrossRow>,
    /// How many initiatives the plan has.
    pub(crate) count: usize,
    /// The rows and columns that would have nothing but empty cells.
    pub(crate) left_out: Vec<Link>,
    /// `None` where one page holds all rows.
    pub(crate) pager: Option<PagerView>,
}

/// The head of a row or of a column.
#[derive(Debug, Serialize)]
pub(crate) struct HeadView {
    pub(crate) title: String,
    /// Its own page.
    pub(crate) href: String,
    /// What its address ends in: of an SDGs goal its number.
    pub(crate) slug: String,
    /// How many initiatives belong to it, in any cell or in none.
    pub(crate) count: usize,
}

/// A row.
#[derive(Debug, Serialize)]
pub(crate) struct CrossRow {
    pub(crate) head: HeadView,
    /// One for each column; `None` where row and column have nothing in common.
    pub(crate) cells: Vec<Option<CrossCell>>,
}

/// How many initiatives a row and a column have in common.
#[derive(Debug, Serialize)]
pub(crate) struct CrossCell {
    pub(crate) count: usize,
    /// The list of them.
    pub(crate) href: String,
    /// How many that is beside the other cells of the table: from 1 to 4.
    pub(crate) shade: usize,
}

/// The template `cell.html`: the initiatives that a row and a column have in common.
#[derive(Debug, Serialize)]
pub(crate) struct CellView {
    /// What rows and columns stand for.
    pub(crate) row_title: String,
    pub(crate) column_title: String,
    pub(crate) row: Link,
    pub(crate) column: Link,
    pub(crate) table: Link,
    pub(crate) listing: ListingView,
}

/// How many shades cells have at most.
const SHADES: usize = 4;

impl Site {
    pub(super) fn compare_view(&self) -> CompareView {
        let table = |cross: &Cross| TableLink {
            title: self.cross_title(cross),
            href: cross.address().to_string(),
            description: self.cross_lead(cross),
        };
        CompareView { tables: self.crosses.iter().map(table).collect() }
    }

    pub(super) fn cross_view(&self, table: usize, number: usize) -> CrossView {
        let cross = &self.crosses[table];
        let page = ListPage::new(cross.address(), number);
        let rows = &cross.rows.shown;
        let most = cross.most;
        let is_last = number * ENTRIES >= rows.len();
        let row = |row: &usize| CrossRow {
            head: HeadView::of(&cross.rows.terms[*row]),
            cells: cross
                .columns
                .shown
                .iter()
                .map(|column| cross.cell(*row, *column).map(|cell| CrossCell::of(cross, cell, most)))
                .collect(),
        };
        let left_out = cross.rows.left_out().chain(cross.columns.left_out()).filter(|_| is_last);
        CrossView {
            rows_title: self.axis_title(cross.rows.kind).to_owned(),
            columns_key: cross.columns.kind.key(),
            columns: cross
                .columns
                .shown
                .iter()
                .map(|column| HeadView::of(&cross.columns.terms[*column]))
                .collect(),
            rows: page.shown(rows.iter()).map(row).collect(),
            count: self.plan.initiatives.len(),
            left_out: left_out.map(AxisTerm::link).collect(),
            pager: page.pager(rows.len()),
        }
    }

    pub(super) fn cell_view(&self, table: usize, cell: usize, number: usize) -> CellView {
        let cross = &self.crosses[table];
        let cell = &cross.cells[cell];
        let page = ListPage::new(cross.cell_address(cell), number);
        CellView {
            row_title: self.axis_title(cross.rows.kind).to_owned(),
            column_title: self.axis_title(cross.columns.kind).to_owned(),
            row: cross.row(cell).link(),
            column: cross.column(cell).link(),
            table: self.cross_link(cross),
            listing: self.listing(cell.initiatives.iter().copied(), &page, None),
        }
    }

    /// 所管課 × 5レス.
    pub(super) fn cross_title(&self, cross: &Cross) -> String {
        let (rows, columns) = (self.axis_title(cross.rows.kind), self.axis_title(cross.columns.kind));
        self.of_two("cross", rows, columns)
    }

    /// What a table shows.
    pub(super) fn cross_lead(&self, cross: &Cross) -> String {
        let (rows, columns) = (self.axis_title(cross.rows.kind), self.axis_title(cross.columns.kind));
        self.of_two("cross_lead", rows, columns)
    }

    /// 市民課 × キャッシュレス.
    pub(super) fn cell_title(&self, cross: &Cross, cell: usize) -> String {
        let cell = &cross.cells[cell];
        self.of_two("cross", &cross.row(cell).title, &cross.column(cell).title)
    }

    /// What a cell's page shows.
    pub(super) fn cell_lead(&self, cross: &Cross, cell: usize) -> String {
        let cell = &cross.cells[cell];
        self.of_two("cell_lead", &cross.row(cell).title, &cross.column(cell).title)
    }

    /// The way from the home page to a table, or to a page in it.
    pub(super) fn compare_crumbs(&self, cross: Option<&Cross>) -> Vec<Crumb> {
        let compare = Crumb::to(self.words.get("compare"), &Address::compare());
        let cross = cross.map(|cross| Crumb::to(&self.cross_title(cross), &cross.address()));
        [self.home_crumb(), compare].into_iter().chain(cross).collect()
    }

    fn cross_link(&self, cross: &Cross) -> Link {
        Link::to(&self.cross_title(cross), &cross.address())
    }

    fn axis_title(&self, kind: AxisKind) -> &str {
        match kind {
            AxisKind::Sections => self.plan.levels.iter().nth_back(1).map_or("", String::as_str),
            AxisKind::Facet(kind) => self.words.get(kind.key()),
        }
    }

    /// A word with a row and a column in it.
    fn of_two(&self, word: &str, row: &str, column: &str) -> String {
        self.words.filled(word, &[("row", row), ("column", column)])
    }
}

impl AxisTerm {
    fn link(&self) -> Link {
        Link::to(&self.title, &self.address)
    }
}

impl HeadView {
    fn of(term: &AxisTerm) -> Self {
        Self {
            title: term.title.clone(),
            href: term.address.to_string(),
            slug: term.slug.clone(),
            count: term.initiatives.len(),
        }
    }
}

impl CrossCell {
    fn of(cross: &Cross, cell: &Cell, most: usize) -> Self {
        let count = cell.initiatives.len();
        Self { count, href: cross.cell_address(cell).to_string(), shade: shade(count, most) }
    }
}

/// Equal steps up to the most that a cell of the table has; no more steps than there are numbers.
fn shade(count: usize, most: usize) -> usize {
    (count * SHADES.min(most)).div_ceil(most.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_are_equal_steps() {
        assert_eq!([1, 2, 3, 4, 7, 8].map(|count| shade(count, 8)), [1, 1, 2, 2, 4, 4]);
        assert_eq!([1, 2].map(|count| shade(count, 2)), [1, 2]);
        assert_eq!(shade(1, 1), 1);
    }
}
