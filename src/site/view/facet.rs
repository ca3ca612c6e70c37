//! The pages of a facet: all its terms, and one of them.

use serde::Serialize;

use super::calendar::PhaseLink;
use super::common::{GoalLink, TermLink};
use super::listing::{ListPage, ListingView};
use crate::config::SitePart;
use crate::site::calendar::Calendar;
use crate::site::facet::{FacetKind, FacetTerm};
use crate::site::{Address, Facet, Site};

/// The template `facet.html`: all terms.
#[derive(Debug, Serialize)]
pub(crate) struct FacetView {
    /// `departments`, `less`, `sdgs` or `years`.
    pub(crate) key: &'static str,
    /// The terms of the first level that initiatives carry; one group without a row where there is nothing to divide by.
    pub(crate) groups: Vec<TermGroup>,
    /// The terms that no initiative carries.
    pub(crate) unused: Vec<TermLink>,
    /// In their place the years, where the terms are such.
    pub(crate) years: Vec<YearSummary>,
}

/// Neighbouring terms.
#[derive(Debug, Serialize)]
pub(crate) struct TermGroup {
    /// The row of the fifty sounds that their readings stand in: か.
    pub(crate) row: Option<char>,
    pub(crate) terms: Vec<TermLink>,
}

/// A year with how much is done in it.
#[derive(Debug, Serialize)]
pub(crate) struct YearSummary {
    pub(crate) term: TermLink,
    /// Its first and last day in words.
    pub(crate) days: String,
    pub(crate) phases: Vec<PhaseLink>,
}

/// The template `term.html`: one term.
#[derive(Debug, Serialize)]
pub(crate) struct TermView {
    /// The facet's key.
    pub(crate) key: &'static str,
    /// The facet's title: 所管課.
    pub(crate) facet: String,
    pub(crate) description: Option<String>,
    /// The number of the SDGs goal that it is or belongs to.
    pub(crate) goal: Option<u8>,
    /// The term that it is within: a target's goal.
    pub(crate) parent: Option<GoalLink>,
    /// The terms within it: a goal's targets.
    pub(crate) terms: Vec<TermLink>,
    /// What a department is in charge of, to be printed; `None` for other terms, and where it has nothing.
    pub(crate) booklet_href: Option<String>,
    /// The whole list as data; `None` where it is empty, and where the site goes without data.
    pub(crate) data_href: Option<String>,
    pub(crate) listing: ListingView,
}

/// So many departments are found at a glance; more stand under the rows of the fifty sounds.
const AT_A_GLANCE: usize = 12;

impl Site {
    pub(super) fn facet_view(&self, facet: usize) -> FacetView {
        let facet = &self.facets[facet];
        let (mut carried, unused): (Vec<_>, Vec<_>) =
            facet.outermost().partition(|(_, term)| !term.initiatives.is_empty());
        let by_row = self.stands_by_rows(facet);
        if by_row {
            carried.sort_by_key(|(_, term)| term.row.is_none());
        }
        let row = |term: &FacetTerm| term.row.filter(|_| by_row);
        let links = |terms: &[(usize, &FacetTerm)]| {
            terms.iter().map(|(index, _)| Self::term_link(facet, *index)).collect::<Vec<_>>()
        };
        let groups = carried.chunk_by(|(_, a), (_, b)| row(a) == row(b));
        let group = |terms: &[(usize, &FacetTerm)]| TermGroup { row: row(terms[0].1), terms: links(terms) };
        let are_years = facet.kind == FacetKind::Years;
        FacetView {
            key: facet.kind.key(),
            groups: if are_years { Vec::new() } else { groups.map(group).collect() },
            unused: if are_years { Vec::new() } else { links(&unused) },
            years: if are_years { self.year_summaries(facet) } else { Vec::new() },
        }
    }

    /// Whether the terms have headings: departments, where there are many, by their readings.
    fn stands_by_rows(&self, facet: &Facet) -> bool {
        facet.kind == FacetKind::Departments && facet.terms.len() > AT_A_GLANCE && self.wording().has_rows()
    }

    /// All years.
    fn year_summaries(&self, facet: &Facet) -> Vec<YearSummary> {
        let summary = |(index, calendar): (usize, &Calendar)| YearSummary {
            term: Self::term_link(facet, index),
            days: self.wording().days(calendar.year),
            phases: Self::phase_links(calendar, &facet.term_address(&facet.terms[index])),
        };
        self.calendars.iter().enumerate().map(summary).collect()
    }

    pub(super) fn term_view(&self, facet: usize, index: usize, number: usize) -> TermView {
        let data = self.term_data(facet, index);
        let facet = &self.facets[facet];
        let term = &facet.terms[index];
        let parent = term.parent.map(|parent| &facet.terms[parent]);
        let page = ListPage::new(facet.term_address(term), number);
        TermView {
            key: facet.kind.key(),
            facet: self.words.get(facet.kind.key()).to_owned(),
            description: term.description.clone(),
            goal: term.goal,
            parent: parent.and_then(|parent| GoalLink::to(parent, &facet.term_address(parent))),
            terms: facet.within(index).map(|(within, _)| Self::term_link(facet, within)).collect(),
            booklet_href: self.booklet(facet.kind, term),
            data_href: data.map(String::from),
            listing: self.listing(term.initiatives.iter().copied(), &page, None),
        }
    }

    fn booklet(&self, kind: FacetKind, term: &FacetTerm) -> Option<String> {
        let can_be = kind == FacetKind::Departments && !term.initiatives.is_empty();
        let printed = can_be && self.config.has(SitePart::Print);
        printed.then(|| Address::booklet_of(&term.slug).to_string())
    }
}
