//! Distributions: the plan as data, in every form in which it can be taken away. As a page is, each is a recipe of a few words, which
//! `data` follows.

use super::Site;
use super::address::{self, Address};

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
    /// What that is made like.
    PlanSchema,
    /// One initiative, for programs: an index into the plan's.
    InitiativeJson { index: usize },
    /// What each of those is made like.
    InitiativeSchema,
    /// All of the plan in Strategy Markup Language.
    Stratml,
    /// All that has the whole plan, for portals that gather such.
    Catalog,
}

impl Site {
    /// Lays out the data, if the site does not go without.
    pub(super) fn lay_out_data(&mut self) {
        if !self.has_data() {
            return;
        }
        self.add_distribution(Address::file(address::PLAN_DATA), Format::PlanJson);
        self.add_distribution(Address::file(address::PLAN_SCHEMA), Format::PlanSchema);
        self.add_distribution(Address::file(address::INITIATIVE_SCHEMA), Format::InitiativeSchema);
        self.add_distribution(Address::file(address::STRATML), Format::Stratml);
        self.add_distribution(Address::file(address::CATALOG), Format::Catalog);
        for index in 0..self.plan.initiatives.len() {
            let address = Address::initiative_data(&self.plan.initiatives[index].id);
            self.add_distribution(address, Format::InitiativeJson { index });
        }
    }

    fn add_distribution(&mut self, address: Address, format: Format) {
        self.distributions.push(Distribution { address, format });
    }
}

impl Distribution {
    /// Whether it has all of the plan: what people are offered, and note down the address of. Programs find the rest from there, or from a page.
    pub(crate) fn is_offered(&self) -> bool {
        matches!(self.format, Format::PlanJson | Format::Stratml)
    }

    /// Whether it is one of as many as there are initiatives.
    pub(crate) fn is_small(&self) -> bool {
        matches!(self.format, Format::InitiativeJson { .. })
    }
}

impl Format {
    /// As the Internet Assigned Numbers Authority has it.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::PlanJson | Self::InitiativeJson { .. } => "application/json",
            Self::PlanSchema | Self::InitiativeSchema => "application/schema+json",
            Self::Stratml => "application/xml",
            Self::Catalog => "application/ld+json",
        }
    }

    /// Where its schema is, if the site has that.
    pub(crate) fn schema(self) -> Option<&'static str> {
        match self {
            Self::PlanJson => Some(address::PLAN_SCHEMA),
            Self::InitiativeJson { .. } => Some(address::INITIATIVE_SCHEMA),
            Self::PlanSchema | Self::InitiativeSchema | Self::Stratml | Self::Catalog => None,
        }
    }
}
