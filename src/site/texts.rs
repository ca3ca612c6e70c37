//! Every text of the site and the page that it stands on.

use rayon::prelude::*;

use super::markdown::{self, Link};
use super::{Address, Site};
use crate::diagnostic::Report;
use crate::prose::Prose;

impl Site {
    /// Reads every text for what may not stand in it, and for its links.
    pub(super) fn read_texts(&mut self, report: &mut Report) {
        let read: Vec<_> = self.texts().into_par_iter().map(read).collect();
        for (found, links) in read {
            report.absorb(found);
            self.links.extend(links);
        }
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
        home.chain(sections).chain(initiatives).chain(documents).collect()
    }
}

fn read((page, text): (Address, &Prose)) -> (Report, Vec<(Address, Link)>) {
    let mut report = Report::default();
    let links = markdown::check(text, &mut report).into_iter().map(|link| (page.clone(), link)).collect();
    (report, links)
}
