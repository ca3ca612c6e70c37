//! Which pages there are, at which address, and what stands on each: recipes, not yet rendered. No template, no disk.

pub(crate) mod address;
pub(crate) mod calendar;
pub(crate) mod cross;
pub(crate) mod facet;
pub(crate) mod markdown;
pub(crate) mod policy;
pub(crate) mod words;
pub(crate) mod wording;
pub(crate) mod view;
pub(crate) mod distribution;
pub(crate) mod scope;
pub(crate) mod table;
mod contact;
mod edit;
mod ingredients;
mod outside;
mod pages;
mod record;
mod redirects;
mod taken;
mod targets;
mod texts;

pub(crate) use address::{Address, BaseUrl};
pub(crate) use cross::Cross;
pub(crate) use edit::Edit;
pub(crate) use facet::{Facet, FacetKind};
pub(crate) use ingredients::Ingredients;
pub(crate) use markdown::Link;
pub(crate) use outside::outside;
pub(crate) use pages::lay_out;
pub(crate) use record::Record;
pub(crate) use redirects::{Destination, Redirect};
pub(crate) use wording::Wording;
pub(crate) use words::Words;

use std::ops::Range;
use std::sync::OnceLock;

use calendar::Calendar;
use distribution::Distribution;
use targets::AllTargets;
use view::Commons;

use crate::config::{Config, SitePart};
use crate::plan::Plan;
use crate::prose::Prose;

/// A website, as a list of recipes.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) plan: Plan,
    pub(crate) config: Config,
    pub(crate) words: Words,
    pub(crate) base: BaseUrl,
    pub(crate) facets: Vec<Facet>,
    /// One for each term of the facet of years; none where the site goes without that facet.
    calendars: Vec<Calendar>,
    pub(crate) crosses: Vec<Cross>,
    targets: AllTargets,
    /// In the order of the foot's menu.
    pub(crate) documents: Vec<DocumentPage>,
    /// For each of the plan's sections the initiatives in it and in the sections in it.
    within: Vec<Range<usize>>,
    pub(crate) pages: Vec<Page>,
    pub(crate) distributions: Vec<Distribution>,
    /// Where among them the feeds and calendars are.
    subscribable: Range<usize>,
    /// Where the editors' own files are published.
    copied: Vec<String>,
    /// `None` where nothing was ever recorded.
    pub(crate) record: Option<Record>,
    /// By their old addresses.
    pub(crate) redirects: Vec<Redirect>,
    /// `None` where nobody can.
    edit: Option<Edit>,
    /// The links and pictures in all texts, each with the page that it stands on.
    pub(crate) links: Vec<(Address, Link)>,
    /// What many of its pages show.
    commons: OnceLock<Commons>,
}

/// A page: where it is and what it shows.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) address: Address,
    pub(crate) content: Content,
}

/// What a page shows. Indexes point into [`Site`] and its plan; `number` is the page of a long list, from 1.
/// A year is a term of the facet of years, whose pages are of another kind.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content {
    Home,
    Plan { number: usize },
    Targets { number: usize },
    Section { index: usize, number: usize },
    Initiative { index: usize },
    Facet { facet: usize },
    Term { facet: usize, term: usize, number: usize },
    Year { facet: usize, term: usize, number: usize },
    Compare,
    Cross { table: usize, number: usize },
    Cell { table: usize, cell: usize, number: usize },
    Booklet { of: Booklet, number: usize },
    Search { number: usize },
    Data,
    Document { index: usize },
    Accessibility,
    AccessibilityTest,
    Redirect { index: usize },
    NotFound,
}

/// Whose initiatives a booklet has: all of the plan's, or those of a term of the departments' facet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Booklet {
    All,
    Department { facet: usize, term: usize },
}

/// An ordinary page.
#[derive(Debug)]
pub(crate) struct DocumentPage {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) body: Prose,
}

impl Site {
    /// The site in the words of its theme and its plan. Until then its pages speak in keys.
    pub(crate) fn in_words(self, words: Words) -> Self {
        Self { words, commons: OnceLock::new(), ..self }
    }

    /// The facet of a kind, if the plan has it.
    pub(crate) fn facet(&self, kind: FacetKind) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.kind == kind)
    }

    /// Whether the plan is published as data.
    pub(crate) fn has_data(&self) -> bool {
        self.config.has(SitePart::Data)
    }

    /// Whether the plan can be searched.
    pub(crate) fn is_searched(&self) -> bool {
        self.config.has(SitePart::Search)
    }

    /// Where all that is measured is listed; `None` where nothing is, or where the site goes without the list.
    pub(crate) fn all_targets(&self) -> Option<Address> {
        (self.config.has(SitePart::Targets) && self.targets.entries() > 0).then(Address::targets)
    }

    /// How its years and goals are said.
    pub(crate) fn wording(&self) -> Wording {
        Wording::new(&self.config)
    }

    /// The initiatives in a section and in the sections in it: indexes into the plan's.
    pub(crate) fn within(&self, section: usize) -> Range<usize> {
        self.within[section].clone()
    }

    /// Where everything is that a link can lead to: not the theme's own files, whose names change with what is in them.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.pages_and_copies().chain(self.other_files())
    }

    /// The files of the site that are neither pages nor copied.
    fn other_files(&self) -> impl Iterator<Item = &str> {
        let data = self.distributions.iter().map(|it| it.address.as_str());
        let more = [
            self.is_searched().then_some(address::SEARCH_MANIFEST),
            self.has_several_lists().then_some(address::INITIATIVES_DATA),
        ];
        address::OTHER_FILES.into_iter().chain(data).chain(more.into_iter().flatten())
    }

    /// What site.yaml calls the part of the site that an address is in, if it is made without that.
    pub(crate) fn omitted(&self, address: &str) -> Option<&'static str> {
        Address::part_of(address).filter(|part| self.config.omits(part))
    }

    /// Whether no page has all initiatives, so that a script has to be told of them.
    pub(crate) fn has_several_lists(&self) -> bool {
        self.plan.initiatives.len() > pages::ENTRIES
    }

    /// Whether the editors have a file or a folder of their own by this name.
    pub(crate) fn copies(&self, name: &str) -> bool {
        let first =
            |address: &str| address.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case(name));
        self.copied.iter().any(|address| first(address))
    }

    /// Where the pages and the editors' own files are.
    pub(crate) fn pages_and_copies(&self) -> impl Iterator<Item = &str> {
        let pages = self.pages.iter().map(|page| page.address.as_str());
        pages.chain(self.copied.iter().map(String::as_str))
    }

    /// Pages that people and search engines may find.
    pub(crate) fn listed_pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(|page| page.content.is_listed())
    }
}
