//! The pages of a facet: all its terms, and one of them.

use serde::Serialize;

use super::common::{Link, TermLink};
use super::listing::List;
use super::listing::ListingView;
use crate::site::facet::FacetTerm;
use crate::site::{Address, FacetKind, Site};

/// The template `facet.html`: all terms.
#[derive(Debug, Serialize)]
pub(crate) struct FacetView {
    /// `departments`, `less`, `sdgs` or `years`.
    pub(crate) key: &'static str,
    pub(crate) terms: Vec<TermLink>,
}

/// The template `term.html`: one term.
#[derive(Debug, Serialize)]
pub(crate) struct TermView {
    /// The facet's key.
    pub(crate) key: &'static str,
    /// The facet's title: 所管課.
    pub(crate) facet: String,
    pub(crate) description: Option<String>,
    /// The term that it is within: a target's goal.
    pub(crate) parent: Option<Link>,
    /// The terms within it: a goal's targets.
    pub(crate) terms: Vec<TermLink>,
    /// What a department is in charge of, to be printed; `None` for other terms, and where it has nothing.
    pub(crate) booklet_href: Option<String>,
    pub(crate) listing: ListingView,
}

impl Site {
    pub(super) fn facet_view(&self, facet: usize) -> FacetView {
        let facet = &self.facets[facet];
        let terms = facet.outermost().map(|(index, _)| Self::term_link(facet, index)).collect();
        FacetView { key: facet.kind.key(), terms }
    }

    pub(super) fn term_view(&self, facet: usize, index: usize, number: usize) -> TermView {
        let facet = &self.facets[facet];
        let term = &facet.terms[index];
        let parent = term.parent.map(|parent| &facet.terms[parent]);
        let list = List::new(facet.term_address(term), number).of_year(term.year);
        TermView {
            key: facet.kind.key(),
            facet: self.words.get(facet.kind.key()).to_owned(),
            description: term.description.clone(),
            parent: parent.map(|parent| Link::to(&parent.title, &facet.term_address(parent))),
            terms: facet.within(index).map(|(within, _)| Self::term_link(facet, within)).collect(),
            booklet_href: Self::booklet(facet.kind, term),
            listing: self.listing(term.initiatives.iter().copied(), &list),
        }
    }

    fn booklet(kind: FacetKind, term: &FacetTerm) -> Option<String> {
        let printed = kind == FacetKind::Departments && !term.initiatives.is_empty();
        printed.then(|| Address::booklet_of(&term.slug).to_string())
    }
}
