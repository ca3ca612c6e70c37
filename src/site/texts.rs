//! Every text of the site and the page that it stands on.

use rayon::prelude::*;

use super::markdown::{self, Link};
use super::{Address, Site};
use crate::accessibility::{Accessibility, Test};
use crate::diagnostic::Report;
use crate::prose::Prose;
use crate::source::Located;

impl Site {
    /// Reads every text for what may not stand in it, and for its links.
    pub(super) fn read_texts(&mut self, report: &mut Report) {
        let read: Vec<_> = self.texts().into_par_iter().map(read).collect();
        for (found, links) in read {
            report.absorb(found);
            self.links.extend(links);
        }
        self.links.extend(self.tested_pages());
    }

    /// The pages that a test of accessibility names, which have to be there as where any link leads.
    fn tested_pages(&self) -> Vec<(Address, Link)> {
        let test = self.config.accessibility.iter().filter_map(|policy| policy.test.as_ref());
        let link = |page: &Located<String>| {
            let target = format!("/{}", page.trim_start_matches('/'));
            (Address::accessibility_test(), Link { target, place: page.place })
        };
        test.flat_map(|test| &test.pages).map(link).collect()
    }

    fn texts(&self) -> Vec<(Address, &Prose)> {
        let home = self.plan.introduction.iter().map(|text| (Address::home(), text));
        let sections = self
            .plan
            .sections
            .iter()
            .filter_map(|section| Some((Address::in_plan(&section.id), section.introduction.as_ref()?)));
        let initiatives =
            self.plan.initiatives.iter().flat_map(|initiative| {
                initiative.texts().map(|text| (Address::in_plan(&initiative.id), text))
            });
        let documents =
            self.documents.iter().map(|document| (Address::document(&document.name), &document.body));
        let policy = self.config.accessibility.iter();
        let of_policy = policy.clone().flat_map(Accessibility::texts);
        let of_test = policy.filter_map(|policy| policy.test.as_ref()).flat_map(Test::texts);
        let of_policy = of_policy.map(|text| (Address::accessibility(), text));
        let of_test = of_test.map(|text| (Address::accessibility_test(), text));
        home.chain(sections).chain(initiatives).chain(documents).chain(of_policy).chain(of_test).collect()
    }
}

fn read((page, text): (Address, &Prose)) -> (Report, Vec<(Address, Link)>) {
    let mut report = Report::default();
    let links = markdown::check(text, &mut report).into_iter().map(|link| (page.clone(), link)).collect();
    (report, links)
}
