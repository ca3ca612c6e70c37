//! Distributions: the plan as data, in every form in which it can be taken away. As a page is, each is a recipe of a few words, which
//! `data` follows.

use std::ops::Range;
use std::sync::OnceLock;

use super::address::{self, Address, DATA_FOLDER};
use super::facet::FacetKind;
use super::scope::Scope;
use super::table::Table;
use super::{Content, Site};
use crate::plan::Id;

/// A file of the plan as data: where it is and in what form.
#[derive(Debug)]
pub(crate) struct Distribution {
    pub(crate) address: Address,
    pub(crate) format: Format,
    /// How many bytes it has, once it was written.
    pub(crate) size: OnceLock<u64>,
}

/// What stands in a file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// All of the plan, for programs.
    PlanJson,
    /// What that is made like.
    PlanSchema,
    /// One initiative, for programs: an index into the plan's.
    InitiativeJson {
        index: usize,
    },
    /// What each of those is made like.
    InitiativeSchema,
    /// A table, for people and programs.
    Csv(Table),
    /// All tables, for Excel.
    Workbook,
    /// What the tables are, as CSV on the Web says it.
    Csvw,
    /// The same of the tables of a facet's terms: an index into the site's facets.
    CsvwOfTerms {
        facet: usize,
    },
    /// What the tables are, as a Data Package says it.
    Package,
    /// All of the plan in Strategy Markup Language.
    Stratml,
    /// All that has the whole plan, for portals that gather such.
    Catalog,
    /// What was changed last, for those who want to be told.
    Atom(Scope),
    JsonFeed(Scope),
    /// What begins and ends with each year.
    Calendar(Scope),
}

impl Site {
    /// Lays out the data, if the site does not go without.
    pub(super) fn lay_out_data(&mut self) {
        if !self.has_data() {
            return;
        }
        self.put(Address::data_page(), Content::Data);
        if self.plan.initiatives.len() <= MOST_IN_WORKBOOK {
            self.add_distribution(Address::data("plan", "xlsx"), Format::Workbook);
        }
        for table in self.tables().collect::<Vec<_>>() {
            self.add_distribution(Address::data(table.name(), "csv"), Format::Csv(table));
        }
        self.add_distribution(Address::file(address::PLAN_DATA), Format::PlanJson);
        self.subscribable = self.lay_out_subscriptions();
        self.add_distribution(Address::data("csv-metadata", "json"), Format::Csvw);
        self.add_distribution(Address::data("datapackage", "json"), Format::Package);
        self.add_distribution(Address::file(address::PLAN_SCHEMA), Format::PlanSchema);
        self.add_distribution(Address::file(address::INITIATIVE_SCHEMA), Format::InitiativeSchema);
        self.add_distribution(Address::file(address::STRATML), Format::Stratml);
        self.add_distribution(Address::file(address::CATALOG), Format::Catalog);
        for facet in 0..self.facets.len() {
            self.lay_out_terms(facet);
        }
        for index in 0..self.plan.initiatives.len() {
            let address = Address::initiative_data(&self.plan.initiatives[index].id);
            self.add_distribution(address, Format::InitiativeJson { index });
        }
    }

    /// Lays out the tables of a facet's terms, and before them what they are.
    fn lay_out_terms(&mut self, facet: usize) {
        let terms = 0..self.facets[facet].terms.len();
        let tables =
            terms.filter_map(|term| Some((self.term_data(facet, term)?, Table::Term { facet, term })));
        let tables: Vec<_> = tables.collect();
        if tables.is_empty() {
            return;
        }
        let described = Address::terms_metadata(self.facets[facet].kind.key());
        self.add_distribution(described, Format::CsvwOfTerms { facet });
        for (address, table) in tables {
            self.add_distribution(address, Format::Csv(table));
        }
    }

    /// Lays out what can be subscribed to, and tells where among the distributions that is.
    fn lay_out_subscriptions(&mut self) -> Range<usize> {
        let first = self.distributions.len();
        for scope in self.scopes() {
            if self.is_dated(scope) {
                self.add_distribution(self.address_of(scope, "feed.xml"), Format::Atom(scope));
                self.add_distribution(self.address_of(scope, "feed.json"), Format::JsonFeed(scope));
            }
            if self.has_calendar(scope) {
                self.add_distribution(self.address_of(scope, "ics"), Format::Calendar(scope));
            }
        }
        first..self.distributions.len()
    }

    /// What can be subscribed to of what a page is about.
    pub(super) fn subscribable(&self, content: Content) -> impl Iterator<Item = &Distribution> {
        let scope = self.scope_of(content);
        // Most pages are about none.
        let all = scope.map_or(0..0, |_| self.subscribable.clone());
        self.distributions[all].iter().filter(move |it| it.format.subscribed() == scope)
    }

    /// Where the rows of a term's page are as data; a term without any has none.
    pub(crate) fn term_data(&self, facet: usize, term: usize) -> Option<Address> {
        let facet = &self.facets[facet];
        let term = &facet.terms[term];
        let is_there = self.has_data() && facet.kind.is_listed() && !term.initiatives.is_empty();
        is_there.then(|| Address::term_data(facet.kind.key(), &term.slug, "csv"))
    }

    fn add_distribution(&mut self, address: Address, format: Format) {
        self.distributions.push(Distribution { address, format, size: OnceLock::new() });
    }
}

impl FacetKind {
    /// Whether the pages of its terms are lists of initiatives; a year's is a calendar.
    fn is_listed(self) -> bool {
        self != Self::Years
    }
}

/// A workbook is made in memory as a whole, some 35 KB an initiative; who opens one of more initiatives than this waits for Excel.
const MOST_IN_WORKBOOK: usize = 20_000;

impl Address {
    /// The page about the plan as data.
    pub(crate) fn data_page() -> Self {
        Self::data("index", "html")
    }

    /// A file of the plan as data.
    pub(crate) fn data(name: &str, ending: &str) -> Self {
        Self::file(&[DATA_FOLDER, name, ".", ending].concat())
    }

    /// What belongs to a term of a facet as data.
    pub(crate) fn term_data(folder: &str, slug: &str, ending: &str) -> Self {
        Self::file(&[DATA_FOLDER, folder, "/", slug, ".", ending].concat())
    }

    /// What those of a folder are: where programs look for it beside a table.
    pub(crate) fn terms_metadata(folder: &str) -> Self {
        Self::file(&[DATA_FOLDER, folder, "/csv-metadata.json"].concat())
    }

    /// An initiative as data.
    pub(crate) fn initiative_data(id: &Id) -> Self {
        Self::file(&format!("{DATA_FOLDER}initiatives/{id}.json"))
    }
}

impl Distribution {
    /// What it is called in its folder: `plan.json`, `departments/culture.csv`.
    pub(crate) fn name(&self) -> &str {
        let address = self.address.as_str();
        address.strip_prefix(DATA_FOLDER).unwrap_or(address)
    }

    /// Whether it is of the plan as a whole, and not of one of its terms or initiatives.
    pub(crate) fn is_of_plan(&self) -> bool {
        let is_of_term = matches!(self.format, Format::Csv(Table::Term { .. }) | Format::CsvwOfTerms { .. })
            || matches!(self.format.subscribed(), Some(Scope::Term { .. }));
        !self.is_small() && !is_of_term
    }

    /// Whether it is the plan for people to take away, who note down its address. Programs find the rest from there, or from a page.
    pub(crate) fn is_offered(&self) -> bool {
        let is_for_programs = matches!(
            self.format,
            Format::PlanSchema | Format::InitiativeSchema | Format::Csvw | Format::Package | Format::Catalog
        );
        self.is_of_plan() && !is_for_programs && self.format.subscribed().is_none()
    }

    /// Whether it is one of as many as there are initiatives.
    pub(crate) fn is_small(&self) -> bool {
        matches!(self.format, Format::InitiativeJson { .. })
    }
}

impl Format {
    /// Whether people open it in a program for tables; the rest is for those who write programs.
    pub(crate) fn is_for_people(self) -> bool {
        matches!(self, Self::Workbook | Self::Csv(_))
    }

    /// As the Internet Assigned Numbers Authority has it.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::PlanJson | Self::InitiativeJson { .. } | Self::Package => "application/json",
            Self::Csv(_) => "text/csv",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csvw | Self::CsvwOfTerms { .. } => "application/csvm+json",
            Self::PlanSchema | Self::InitiativeSchema => "application/schema+json",
            Self::Stratml => "application/xml",
            Self::Catalog => "application/ld+json",
            Self::Atom(_) => "application/atom+xml",
            Self::JsonFeed(_) => "application/feed+json",
            Self::Calendar(_) => "text/calendar",
        }
    }

    /// What it is about, if readers' programs fetch it again and again.
    pub(super) fn subscribed(self) -> Option<Scope> {
        match self {
            Self::Atom(scope) | Self::JsonFeed(scope) | Self::Calendar(scope) => Some(scope),
            _ => None,
        }
    }

    /// Where its schema is, if the site has that.
    pub(crate) fn schema(self) -> Option<&'static str> {
        match self {
            Self::PlanJson => Some(address::PLAN_SCHEMA),
            Self::InitiativeJson { .. } => Some(address::INITIATIVE_SCHEMA),
            _ => None,
        }
    }
}
