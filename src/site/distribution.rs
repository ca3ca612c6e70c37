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
}

impl Site {
    /// Lays out the data, if the site does not go without.
    pub(super) fn lay_out_data(&mut self) {
        if self.has_data() {
            self.add_distribution(Address::file(address::PLAN_DATA), Format::PlanJson);
        }
    }

    fn add_distribution(&mut self, address: Address, format: Format) {
        self.distributions.push(Distribution { address, format });
    }
}
