//! The page where the plan is searched. Without its script it lists all initiatives; the script puts what it finds in their place.

use serde::Serialize;

use super::common::Link;
use super::listing::{ListPage, ListingView};
use super::plan::FilterView;
use crate::site::{Address, Site};

/// The template `search.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SearchView {
    /// All initiatives.
    pub(crate) listing: ListingView,
    /// One a facet, for the script alone.
    pub(crate) filters: Vec<FilterView>,
    /// Words that one might search for, each with the address that does.
    pub(crate) suggestions: Vec<Link>,
}

impl Site {
    pub(super) fn search_view(&self, number: usize) -> SearchView {
        let page = ListPage::new(Address::search_page(), number);
        SearchView {
            listing: self.listing(0..self.plan.initiatives.len(), &page, None),
            filters: self.filters(),
            suggestions: self.config.vocabulary.suggestions.iter().map(|words| suggestion(words)).collect(),
        }
    }
}

fn suggestion(words: &str) -> Link {
    Link { title: words.to_owned(), href: Address::search_for(words) }
}
