//! The tables of the plan as data: which columns each has, what they are called and what they mean. What stands in the rows is for
//! `data` to say.

use std::collections::BTreeSet;

use super::facet::FacetKind;
use super::{Address, Site};
use crate::plan::Id;

/// A table of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Table {
    Initiatives,
    /// What is done, a row a fiscal year.
    Actions,
    /// What is to be reached, and from where.
    Targets,
    /// What was reached, a row a year.
    Results,
    Departments,
    Categories,
    Sdgs,
    /// The initiatives that carry a term, as its page lists them: indexes into the site's facets and the facet's terms.
    Term {
        facet: usize,
        term: usize,
    },
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct Column {
    /// What programs call it.
    pub(crate) name: String,
    /// What stands above it: the plan's own word where it has one. No other column of the table has the same.
    pub(crate) heading: String,
    pub(crate) meaning: String,
    pub(crate) kind: Kind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What the row is, and no other row of the table.
    Key,
    /// The key of an initiative.
    Initiative,
    /// Keys of several rows of another table.
    Keys,
    Text,
    /// Several texts.
    Texts,
    /// A whole address.
    Url,
    Integer,
    /// A number with as many decimals as are printed.
    Decimal,
    /// One of [`Comparator`](crate::plan::Comparator)'s words.
    Comparator,
    YesOrNo,
}

/// What stands between the values of a cell that has several.
pub(crate) const SEPARATOR: char = ';';

type Spec = (&'static str, Kind);

const INITIATIVES: [Spec; 12] = [
    ("number", Kind::Integer),
    ("title", Kind::Text),
    ("departments", Kind::Texts),
    ("department_ids", Kind::Keys),
    ("less", Kind::Texts),
    ("less_ids", Kind::Keys),
    ("sdgs", Kind::Keys),
    ("website", Kind::YesOrNo),
    ("other", Kind::Texts),
    ("overview", Kind::Text),
    ("vision", Kind::Text),
    ("url", Kind::Url),
];

const ACTIONS: [Spec; 12] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("action_number", Kind::Integer),
    ("group", Kind::Text),
    ("action", Kind::Text),
    ("lane", Kind::Integer),
    ("fiscal_year", Kind::Integer),
    ("schedule", Kind::Text),
    ("start", Kind::Integer),
    ("end", Kind::Integer),
];

const TARGETS: [Spec; 18] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("target_number", Kind::Integer),
    ("measure", Kind::Text),
    ("in_words", Kind::Text),
    ("baseline_year", Kind::Integer),
    ("baseline_text", Kind::Text),
    ("baseline_comparator", Kind::Comparator),
    ("baseline_value", Kind::Decimal),
    ("baseline_unit", Kind::Text),
    ("target_year", Kind::Integer),
    ("target_text", Kind::Text),
    ("target_comparator", Kind::Comparator),
    ("target_value", Kind::Decimal),
    ("target_unit", Kind::Text),
    ("note", Kind::Text),
];

const RESULTS: [Spec; 11] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("target_number", Kind::Integer),
    ("measure", Kind::Text),
    ("fiscal_year", Kind::Integer),
    ("result_text", Kind::Text),
    ("result_comparator", Kind::Comparator),
    ("result_value", Kind::Decimal),
    ("result_unit", Kind::Text),
];

const REGISTER: [Spec; 5] = [
    ("id", Kind::Key),
    ("name", Kind::Text),
    ("description", Kind::Text),
    ("count", Kind::Integer),
    ("url", Kind::Url),
];

const SDGS: [Spec; 5] = [
    ("id", Kind::Key),
    ("goal", Kind::Integer),
    ("goal_name", Kind::Text),
    ("count", Kind::Integer),
    ("url", Kind::Url),
];

const LISTED: [Spec; 9] = [
    ("number", Kind::Integer),
    ("title", Kind::Text),
    ("departments", Kind::Texts),
    ("department_ids", Kind::Keys),
    ("less", Kind::Texts),
    ("less_ids", Kind::Keys),
    ("sdgs", Kind::Keys),
    ("website", Kind::YesOrNo),
    ("url", Kind::Url),
];

impl Table {
    /// Those that there is one of.
    pub(crate) const ALL: [Self; 7] = [
        Self::Initiatives,
        Self::Actions,
        Self::Targets,
        Self::Results,
        Self::Departments,
        Self::Categories,
        Self::Sdgs,
    ];

    /// What its file is called before the ending, and what is said of it after `table_`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Initiatives => "initiatives",
            Self::Actions => "actions",
            Self::Targets => "targets",
            Self::Results => "results",
            Self::Departments => FacetKind::Departments.key(),
            Self::Categories => FacetKind::Categories.key(),
            Self::Sdgs => FacetKind::Sdgs.key(),
            Self::Term { .. } => "term",
        }
    }

    /// Whether it has the sections that an initiative stands in.
    fn has_sections(self) -> bool {
        matches!(self, Self::Initiatives | Self::Term { .. })
    }

    fn specs(self) -> &'static [Spec] {
        match self {
            Self::Initiatives => &INITIATIVES,
            Self::Actions => &ACTIONS,
            Self::Targets => &TARGETS,
            Self::Results => &RESULTS,
            Self::Departments | Self::Categories => &REGISTER,
            Self::Sdgs => &SDGS,
            Self::Term { .. } => &LISTED,
        }
    }
}

impl Site {
    /// The key of an initiative in tables. It is the beginning of its page's address, as a program for tables takes `1-1-3` for a day.
    pub(crate) fn initiative_key(id: &Id) -> String {
        key(Address::in_plan(id))
    }

    /// The key of a facet's term: of the goal 17.10, `sdgs/17.10`, as a program for tables takes the number for 17.1.
    pub(crate) fn term_key(kind: FacetKind, slug: &str) -> String {
        key(kind.term_address(slug))
    }

    /// What a table is called.
    pub(crate) fn table_title(&self, table: Table) -> String {
        match table {
            Table::Term { facet, term } => self.facets[facet].terms[term].title.clone(),
            _ => self.words.get(&["table_", table.name()].concat()).to_owned(),
        }
    }

    /// What stands in a table.
    pub(crate) fn table_meaning(&self, table: Table) -> String {
        self.words.get(&["table_", table.name(), "_text"].concat()).to_owned()
    }

    /// The tables of this plan: of what it does not have nothing is said.
    pub(crate) fn tables(&self) -> impl Iterator<Item = Table> {
        Table::ALL.into_iter().filter(|table| self.has_facet_of(table.name()))
    }

    /// Which columns this plan has of all that a table can have.
    pub(crate) fn kept_columns(&self, table: Table) -> Vec<bool> {
        self.all_columns(table).iter().map(|column| self.has_facet_of(&column.name)).collect()
    }

    /// The columns of a table.
    pub(crate) fn columns(&self, table: Table) -> Vec<Column> {
        let mut columns = self.all_columns(table);
        columns.retain(|column| self.has_facet_of(&column.name));
        tell_apart(&mut columns);
        columns
    }

    /// Whether the plan has what a table or a column of this name is about.
    fn has_facet_of(&self, name: &str) -> bool {
        let kind = match name {
            "departments" | "department_ids" => FacetKind::Departments,
            "less" | "less_ids" => FacetKind::Categories,
            "sdgs" => FacetKind::Sdgs,
            _ => return true,
        };
        self.facet(kind).is_some()
    }

    fn all_columns(&self, table: Table) -> Vec<Column> {
        let mut columns = Vec::new();
        if table.has_sections() {
            columns.push(self.column(&("id", Kind::Key)));
            columns.extend(self.section_columns());
        }
        columns.extend(table.specs().iter().map(|spec| self.column(spec)));
        columns
    }

    fn column(&self, (name, kind): &Spec) -> Column {
        Column {
            name: (*name).to_owned(),
            heading: self.words.get(&["column_", name].concat()).to_owned(),
            meaning: self.words.get(&["column_", name, "_text"].concat()).to_owned(),
            kind: *kind,
        }
    }

    /// A number and a title for each level of sections.
    fn section_columns(&self) -> impl Iterator<Item = Column> {
        let levels = self.plan.levels.split_last().map_or(&[][..], |(_, sections)| sections);
        (1..).zip(levels).flat_map(|(nth, level)| {
            let said = |word: &str| self.words.filled(word, &[("level", level)]);
            let number = Column {
                name: format!("level_{nth}_number"),
                heading: said("column_level_number"),
                meaning: said("column_level_number_text"),
                kind: Kind::Integer,
            };
            let title = Column {
                name: format!("level_{nth}_title"),
                heading: level.clone(),
                meaning: said("column_level_title_text"),
                kind: Kind::Text,
            };
            [number, title]
        })
    }
}

/// A page's address without its ending.
fn key(address: Address) -> String {
    let mut key = String::from(address);
    key.truncate(key.len() - super::address::PAGE.len());
    key
}

/// A plan may have one word for two things.
fn tell_apart(columns: &mut [Column]) {
    let mut seen = BTreeSet::new();
    for column in columns {
        if !seen.insert(column.heading.clone()) {
            column.heading = format!("{} ({})", column.heading, column.name);
            seen.insert(column.heading.clone());
        }
    }
}
