//! The tables of the plan as data: which columns each has, what they are called and what they mean. What stands in the rows is for
//! `data` to say.

mod specs;

use std::collections::BTreeSet;

use specs::Spec;

use super::facet::FacetKind;
use super::{Address, Site};
use crate::plan::{Baseline, Id, Initiative, Term};

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
    /// Where the city tells about initiatives, a row a page.
    Pages,
    /// What was changed, a row a change.
    Changes,
    /// What initiatives stand below.
    Sections,
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
    Date,
    /// A number with as many decimals as are printed.
    Decimal,
    /// One of [`Comparator`](crate::plan::Comparator)'s words.
    Comparator,
    YesOrNo,
}

/// What stands between the values of a cell that has several.
pub(crate) const SEPARATOR: char = ';';

impl Table {
    /// Those that there is one of.
    pub(crate) const ALL: [Self; 10] = [
        Self::Initiatives,
        Self::Actions,
        Self::Targets,
        Self::Results,
        Self::Pages,
        Self::Changes,
        Self::Sections,
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
            Self::Pages => "pages",
            Self::Changes => "changes",
            Self::Sections => "sections",
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
}

impl Site {
    /// The key of an initiative or a section in tables. It is the beginning of its page's address, as a program for tables takes `1-1-3` for a day.
    pub(crate) fn plan_key(id: &Id) -> String {
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
        Table::ALL.into_iter().filter(|table| self.has(table.name()))
    }

    /// Which columns this plan has of all that a table can have.
    pub(crate) fn kept_columns(&self, table: Table) -> Vec<bool> {
        self.all_columns(table).iter().map(|column| self.has(&column.name)).collect()
    }

    /// The columns of a table.
    pub(crate) fn columns(&self, table: Table) -> Vec<Column> {
        let mut columns = self.all_columns(table);
        columns.retain(|column| self.has(&column.name));
        tell_apart(&mut columns);
        columns
    }

    /// Whether the plan has what a table or a column of this name is about. Most of it every plan has.
    fn has(&self, name: &str) -> bool {
        let plan = &self.plan;
        let any = |has: &dyn Fn(&Initiative) -> bool| plan.initiatives.iter().any(|it| has(it));
        let baseline = |has: &dyn Fn(&Baseline) -> bool| {
            any(&|it| it.targets().filter_map(|target| target.baseline.as_ref()).any(has))
        };
        match name {
            "departments" | "department_ids" => self.facet(FacetKind::Departments).is_some(),
            "less" | "less_ids" => self.facet(FacetKind::Categories).is_some(),
            "sdgs" => self.facet(FacetKind::Sdgs).is_some(),
            "sections" => !plan.sections.is_empty(),
            "pages" => any(&|it| !it.disclosure.pages.is_empty()),
            "page_url" => any(&|it| it.disclosure.pages.iter().any(|page| page.url.is_some())),
            "updated" => any(&|it| it.updated.is_some()),
            "changes" => any(&|it| !it.changes.is_empty()),
            "notes" => any(&|it| it.notes.is_some()),
            "baseline_name" => baseline(&|it| it.name.is_some()),
            "baseline_label" => baseline(&|it| it.label.is_some()),
            "yomi" => plan.departments.iter().chain(&plan.categories).any(Term::is_read_otherwise),
            _ => true,
        }
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
