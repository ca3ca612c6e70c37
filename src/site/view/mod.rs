//! What a template may see: the only `Serialize` types besides the exported data, described in docs/theme.md.
//!
//! Every `href` counts from the site's root; a template puts `page.root` before it. Values of the plan are text, as they are printed;
//! counts are numbers.
//! Fields that end in `_html` are safe HTML, everything else is text.

mod accessibility;
mod all_targets;
mod booklet;
mod calendar;
mod common;
mod contact;
mod cross;
mod data;
mod description;
mod facet;
mod home;
mod initiative;
mod json_ld;
mod listing;
mod meta;
mod picture;
mod plan;
mod redirect;
mod schedule;
mod search;
mod section;
mod shared;
mod subscription;
mod target;
mod way;

pub(crate) use accessibility::{PolicyView, TestView};
pub(crate) use all_targets::AllTargetsView;
pub(crate) use booklet::BookletView;
pub(crate) use calendar::YearView;
pub(crate) use cross::{CellView, CompareView, CrossView};
pub(crate) use data::DataView;
pub(crate) use facet::{FacetView, TermView};
pub(crate) use home::HomeView;
pub(crate) use initiative::InitiativePage;
pub(crate) use meta::PageMeta;
pub(crate) use picture::PICTURE;
pub(crate) use plan::PlanView;
pub(crate) use redirect::RedirectView;
pub(crate) use search::SearchView;
pub(crate) use section::SectionView;
pub(crate) use shared::Commons;

use serde::Serialize;

use super::markdown::{Rendering, to_html};
use super::{Content, Page, Site};
use crate::prose::Prose;

/// What stands on a page besides its [`PageMeta`]; see [`View::name`] for its template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum View {
    Home(HomeView),
    Plan(PlanView),
    Section(SectionView),
    Initiative(Box<InitiativePage>),
    Facet(FacetView),
    Term(TermView),
    Year(YearView),
    Booklet(BookletView),
    Compare(CompareView),
    Cross(CrossView),
    Cell(CellView),
    Targets(AllTargetsView),
    Search(SearchView),
    Data(Box<DataView>),
    Document(DocumentView),
    Accessibility(Box<PolicyView>),
    AccessibilityTest(Box<TestView>),
    Redirect(RedirectView),
    NotFound(NotFoundView),
}

/// An ordinary page.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentView {
    pub(crate) body_html: String,
}

/// The page that hosts show where there is none: all its words are the theme's.
#[derive(Debug, Serialize)]
pub(crate) struct NotFoundView {}

/// Where on a page a text stands, or all of an initiative.
#[derive(Clone, Copy)]
struct Spot<'a> {
    /// From the page up to the site's root.
    root: &'a str,
    /// What tells its ids from those of the other texts there.
    prefix: &'a str,
    /// What tells its tables from those of the other texts there; may be empty.
    name: &'a str,
    /// How much deeper than right below the page's title.
    deeper: usize,
}

impl Site {
    /// What a page shows.
    pub(crate) fn view(&self, page: &Page) -> (PageMeta, View) {
        let root = page.address.to_root();
        let view = match page.content {
            Content::Home => View::Home(self.home_view(&root)),
            Content::Plan { number } => View::Plan(self.plan_view(number)),
            Content::Targets { number } => View::Targets(self.all_targets_view(number)),
            Content::Section { index, number } => View::Section(self.section_view(index, number, &root)),
            Content::Initiative { index } => View::Initiative(Box::new(self.initiative_page(index, &root))),
            Content::Facet { facet } => View::Facet(self.facet_view(facet)),
            Content::Term { facet, term, number } => View::Term(self.term_view(facet, term, number)),
            Content::Year { facet, term, number } => View::Year(self.year_view(facet, term, number)),
            Content::Booklet { of, number } => View::Booklet(self.booklet_view(of, number, &root)),
            Content::Compare => View::Compare(self.compare_view()),
            Content::Cross { table, number } => View::Cross(self.cross_view(table, number)),
            Content::Cell { table, cell, number } => View::Cell(self.cell_view(table, cell, number)),
            Content::Search { number } => View::Search(self.search_view(number)),
            Content::Data => View::Data(Box::new(self.data_view())),
            Content::Document { index } => View::Document(self.document_view(index, &root)),
            Content::Accessibility => View::Accessibility(Box::new(self.policy_view(&root))),
            Content::AccessibilityTest => View::AccessibilityTest(Box::new(self.test_view(&root))),
            Content::Redirect { index } => View::Redirect(self.redirect_view(index, &root)),
            Content::NotFound => View::NotFound(NotFoundView {}),
        };
        (self.page_meta(page), view)
    }

    fn document_view(&self, index: usize, root: &str) -> DocumentView {
        let document = &self.documents[index];
        let spot = Spot { root, prefix: "note-", name: &document.title, deeper: 0 };
        DocumentView { body_html: self.html(&document.body, &spot) }
    }

    /// One of several texts that stand at a spot, each under a heading of its own: `key` tells them apart.
    fn html_of(&self, key: &str, prose: &Prose, spot: &Spot) -> String {
        let prefix = [spot.prefix, key, "-"].concat();
        let name = [spot.name, " ", self.words.get(key)].concat();
        let deeper = spot.deeper + 1;
        self.html(prose, &Spot { root: spot.root, prefix: &prefix, name: name.trim_start(), deeper })
    }

    fn html(&self, prose: &Prose, spot: &Spot) -> String {
        let Spot { root, prefix, name, deeper } = *spot;
        let table = [name, " ", self.words.get("table")].concat();
        to_html(&prose.text, &Rendering { root, prefix, deeper, table: &table })
    }
}

impl View {
    /// The name of the variable, and, with `-` for `_`, of the template.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Plan(_) => "plan",
            Self::Section(_) => "section",
            Self::Initiative(_) => "initiative",
            Self::Facet(_) => "facet",
            Self::Term(_) => "term",
            Self::Year(_) => "year",
            Self::Booklet(_) => "booklet",
            Self::Compare(_) => "compare",
            Self::Cross(_) => "cross",
            Self::Cell(_) => "cell",
            Self::Targets(_) => "targets",
            Self::Search(_) => "search",
            Self::Data(_) => "data",
            Self::Document(_) => "document",
            Self::Accessibility(_) => "accessibility",
            Self::AccessibilityTest(_) => "accessibility_test",
            Self::Redirect(_) => "redirect",
            Self::NotFound(_) => "not_found",
        }
    }
}
