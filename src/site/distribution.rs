//! Distributions: the plan as data, in every form in which it can be taken away. As a page is, each is a recipe of a few words, which
//! `data` follows.

use super::Site;
use super::address::{self, Address};
use super::scope::Scope;

/// A file of the plan as data: where it is and in what form.
#[derive(Debug)]
pub(crate) struct Distribution {
    pub(crate) address: Address,
    pub(crate) format: Format,
}

/// What stands in a file of data.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    /// All of the plan, for programs.
    PlanJson,
    /// What was changed last, for those who want to be told.
    Atom(Scope),
    JsonFeed(Scope),
    /// What begins and ends with each year.
    Calendar(Scope),
}

impl Format {
    /// Where a site has it.
    pub(crate) fn address(self, site: &Site) -> Address {
        match self {
            Self::PlanJson => Address::file(address::PLAN_DATA),
            Self::Atom(scope) => site.data_of(scope, "feed.xml"),
            Self::JsonFeed(scope) => site.data_of(scope, "feed.json"),
            Self::Calendar(scope) => site.data_of(scope, "ics"),
        }
    }
}

impl Site {
    /// Lays out the data, if the site does not go without.
    pub(super) fn lay_out_data(&mut self) {
        if !self.has_data() {
            return;
        }
        self.add_distribution(Format::PlanJson);
        for format in self.scopes().into_iter().flat_map(|scope| self.subscribable(scope)).collect::<Vec<_>>()
        {
            self.add_distribution(format);
        }
    }

    /// What can be subscribed to of a scope.
    pub(super) fn subscribable(&self, scope: Scope) -> Vec<Format> {
        let mut formats = Vec::new();
        if self.is_dated(scope) {
            formats.extend([Format::Atom(scope), Format::JsonFeed(scope)]);
        }
        if self.is_scheduled(scope) {
            formats.push(Format::Calendar(scope));
        }
        formats
    }

    fn add_distribution(&mut self, format: Format) {
        self.distributions.push(Distribution { address: format.address(self), format });
    }
}
