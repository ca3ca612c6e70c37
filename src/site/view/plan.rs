//! The page of all initiatives, and what it can be filtered by.

use serde::Serialize;

use super::listing::{ListPage, ListingView};
use crate::site::{Address, Facet, Site, address};

/// The template `plan.html`.
#[derive(Debug, Serialize)]
pub(crate) struct PlanView {
    pub(crate) listing: ListingView,
    /// One a facet. The script of the page works by them; without it nobody sees them.
    pub(crate) filters: Vec<FilterView>,
    /// Where all initiatives are as data; `None` where this page has them all.
    pub(crate) data_href: Option<String>,
}

/// What the initiatives can be filtered by.
#[derive(Debug, Serialize)]
pub(crate) struct FilterView {
    /// `departments`, `less`, `sdgs` or `years`.
    pub(crate) key: &'static str,
    pub(crate) title: String,
    /// The outermost terms that any initiative carries.
    pub(crate) terms: Vec<FilterTerm>,
}

/// A term to choose.
#[derive(Debug, Serialize)]
pub(crate) struct FilterTerm {
    pub(crate) slug: String,
    pub(crate) title: String,
    /// Its page.
    pub(crate) href: String,
    /// How many initiatives carry it.
    pub(crate) count: usize,
}

impl Site {
    pub(super) fn plan_view(&self, number: usize) -> PlanView {
        let all = 0..self.plan.initiatives.len();
        let page = ListPage::new(Address::plan(), number);
        let mut listing = self.listing(all.clone(), &page, None);
        let shown = page.shown(all);
        let mut terms = vec![String::new(); shown.len()];
        for facet in &self.facets {
            for (terms, carried) in terms.iter_mut().zip(facet.carried(shown.clone())) {
                for term in carried {
                    let space = if terms.is_empty() { "" } else { " " };
                    terms.extend([space, facet.kind.key(), "/", &facet.terms[term].slug]);
                }
            }
        }
        let mut terms = terms.into_iter();
        for group in &mut listing.groups {
            group.terms = terms.by_ref().take(group.entries.len()).collect();
        }
        PlanView {
            filters: self.filters(),
            data_href: listing.pager.as_ref().map(|_| address::INITIATIVES_DATA.to_owned()),
            listing,
        }
    }

    /// What any initiative carries, facet by facet.
    pub(super) fn filters(&self) -> Vec<FilterView> {
        self.facets.iter().filter_map(|facet| self.filter(facet)).collect()
    }

    /// `None` where no initiative carries a term of the facet.
    fn filter(&self, facet: &Facet) -> Option<FilterView> {
        let carried = facet.outermost().filter(|(_, term)| !term.initiatives.is_empty());
        let terms: Vec<_> = carried
            .map(|(_, term)| FilterTerm {
                slug: term.slug.clone(),
                title: term.title.clone(),
                href: facet.term_address(term).to_string(),
                count: term.initiatives.len(),
            })
            .collect();
        let key = facet.kind.key();
        (!terms.is_empty()).then(|| FilterView { key, title: self.words.get(key).to_owned(), terms })
    }
}
