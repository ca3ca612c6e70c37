//! The list of pages.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::address::{Address, BaseUrl};
use super::calendar::Calendar;
use super::cross::Cross;
use super::edit::Edit;
use super::facet::{Facet, FacetKind};
use super::taken::Taken;
use super::targets::AllTargets;
use super::wording::Wording;
use super::words::Words;
use super::{Booklet, Content, DocumentPage, Page, Record, Site};
use crate::config::{Config, SitePart};
use crate::content::{Beside, Document, written};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::{Plan, Section};
use crate::source::{FileId, Sources};

/// How many entries a page of a list holds.
pub(crate) const ENTRIES: usize = 100;

/// Lays out the site of a plan; what may not stand in its texts is reported.
pub(crate) fn lay_out(
    plan: Plan,
    beside: Beside,
    config: Config,
    sources: &Sources,
    report: &mut Report,
) -> Site {
    let has_years = config.has(SitePart::Years);
    let wanted = |kind: FacetKind| kind != FacetKind::Years || has_years;
    let counted = || {
        let facets = Facet::all(&plan, Wording::new(&config), wanted);
        let crosses = if config.has(SitePart::Compare) { Cross::all(&plan, &facets) } else { Vec::new() };
        (facets, crosses)
    };
    let dated = || (if has_years { Calendar::all(&plan) } else { Vec::new() }, AllTargets::of(&plan));
    let ((facets, crosses), (calendars, targets)) = rayon::join(counted, dated);
    let mut site = Site {
        within: plan.sections.iter().map(|section| within(&plan, section)).collect(),
        crosses,
        facets,
        calendars,
        targets,
        base: BaseUrl::new(&config.base_url),
        edit: config.edit_url.as_ref().map(|url| Edit::new(url, sources)),
        documents: Vec::new(),
        pages: Vec::new(),
        distributions: Vec::new(),
        subscribable: 0..0,
        copied: Vec::new(),
        record: beside.addresses.map(record),
        redirects: Vec::new(),
        links: Vec::new(),
        commons: OnceLock::new(),
        plan,
        config,
        words: Words::default(),
    };
    site.lay_out_plan();
    site.lay_out_facets();
    site.lay_out_targets();
    site.lay_out_crosses();
    site.lay_out_booklets();
    site.lay_out_search();
    site.lay_out_accessibility();
    site.lay_out_data();
    site.put(Address::not_found(), Content::NotFound);
    site.lay_out_documents(beside.pages, report);
    site.check_assets(&beside.assets, report);
    site.copied = beside.assets.into_iter().map(|(_, address)| address).collect();
    site.read_texts(report);
    site.lay_out_redirects(&beside.redirects, report);
    site
}

/// The initiatives whose ids begin with a section's: neighbours, as the plan is in the order of its ids.
fn within(plan: &Plan, section: &Section) -> Range<usize> {
    let start = plan.initiatives.partition_point(|initiative| initiative.id < section.id);
    let length = plan.initiatives[start..].partition_point(|initiative| initiative.id.is_within(&section.id));
    start..start + length
}

impl Site {
    pub(super) fn put(&mut self, address: Address, content: Content) {
        self.pages.push(Page { address, content });
    }

    /// Puts a list on as many pages as it needs, at least one.
    fn put_list(&mut self, address: &Address, entries: usize, content: impl Fn(usize) -> Content) {
        for number in 1..=entries.div_ceil(ENTRIES).max(1) {
            self.put(address.nth(number), content(number));
        }
    }

    fn lay_out_plan(&mut self) {
        self.put(Address::home(), Content::Home);
        self.put_list(&Address::plan(), self.plan.initiatives.len(), |number| Content::Plan { number });
        for index in 0..self.plan.sections.len() {
            let address = Address::in_plan(&self.plan.sections[index].id);
            self.put_list(&address, self.within[index].len(), |number| Content::Section { index, number });
        }
        for index in 0..self.plan.initiatives.len() {
            self.put(Address::in_plan(&self.plan.initiatives[index].id), Content::Initiative { index });
        }
    }

    fn lay_out_facets(&mut self) {
        for facet in 0..self.facets.len() {
            self.put(self.facets[facet].address(), Content::Facet { facet });
            for term in 0..self.facets[facet].terms.len() {
                let Facet { kind, terms } = &self.facets[facet];
                let (address, count) = (kind.term_address(&terms[term].slug), terms[term].initiatives.len());
                if *kind == FacetKind::Years {
                    // An initiative stands in a year as often as it has phases in it.
                    let count = self.calendars[term].entries.len();
                    self.put_list(&address, count, |number| Content::Year { facet, term, number });
                } else {
                    self.put_list(&address, count, |number| Content::Term { facet, term, number });
                }
            }
        }
    }

    fn lay_out_crosses(&mut self) {
        if !self.crosses.is_empty() {
            self.put(Address::compare(), Content::Compare);
        }
        for table in 0..self.crosses.len() {
            let cross = &self.crosses[table];
            let (address, rows) = (cross.address(), cross.rows.shown.len());
            self.put_list(&address, rows, |number| Content::Cross { table, number });
            for cell in 0..self.crosses[table].cells.len() {
                let cross = &self.crosses[table];
                let own = &cross.cells[cell];
                let (address, count) = (cross.cell_address(own), own.initiatives.len());
                self.put_list(&address, count, |number| Content::Cell { table, cell, number });
            }
        }
    }

    fn lay_out_search(&mut self) {
        if self.is_searched() {
            let all = self.plan.initiatives.len();
            self.put_list(&Address::search_page(), all, |number| Content::Search { number });
        }
    }

    /// The whole plan to be printed, and what each department is in charge of.
    fn lay_out_booklets(&mut self) {
        if !self.config.has(SitePart::Print) {
            return;
        }
        let all = self.plan.initiatives.len();
        self.put_list(&Address::booklet(), all, |number| Content::Booklet { of: Booklet::All, number });
        let departments = self.facets.iter().position(|facet| facet.kind == FacetKind::Departments);
        let Some(facet) = departments else { return };
        for term in 0..self.facets[facet].terms.len() {
            let own = &self.facets[facet].terms[term];
            let (address, count) = (Address::booklet_of(&own.slug), own.initiatives.len());
            if count > 0 {
                let of = Booklet::Department { facet, term };
                self.put_list(&address, count, |number| Content::Booklet { of, number });
            }
        }
    }

    /// The policy, and the test if there was one.
    fn lay_out_accessibility(&mut self) {
        let Some(policy) = &self.config.accessibility else { return };
        let tested = policy.test.is_some();
        self.put(Address::accessibility(), Content::Accessibility);
        if tested {
            self.put(Address::accessibility_test(), Content::AccessibilityTest);
        }
    }

    /// One table of all that is measured; a plan that measures nothing has none.
    fn lay_out_targets(&mut self) {
        if let Some(address) = self.all_targets() {
            self.put_list(&address, self.targets.entries(), |number| Content::Targets { number });
        }
    }

    /// The ordinary pages, in their order; each needs an address that nothing else has.
    fn lay_out_documents(&mut self, mut documents: Vec<Document<written::Page>>, report: &mut Report) {
        let order = |document: &Document<written::Page>| {
            (document.written.order.as_ref().map_or(u32::MAX, |order| order.value), document.path.clone())
        };
        documents.sort_by_key(order);
        let mut taken: BTreeSet<Address> = self.pages.iter().map(|page| page.address.clone()).collect();
        for Document { file, path, written } in documents {
            let name = path.concat();
            let address = Address::document(&name);
            let is_new = taken.insert(address.clone());
            if !written::is_slug(&name) {
                // Under its right name it may be where a link leads.
                self.plan.whole = false;
                report.add(Diagnostic::new(&rules::BAD_PAGE_NAME, file.place(0..0)).with("found", &name));
            } else if !is_new {
                let diagnostic = Diagnostic::new(&rules::TAKEN_ADDRESS, file.place(0..0));
                report.add(diagnostic.with("address", address.as_str()));
            }
            self.put(address, Content::Document { index: self.documents.len() });
            let title = written.title.map(|title| title.value).unwrap_or_default();
            self.documents.push(DocumentPage { name, title, body: written.body });
        }
    }

    /// A file that is copied takes the address of no page and of no other file of the site, nor of a folder with such, even
    /// where systems do not tell large letters from small ones.
    fn check_assets(&self, assets: &[(FileId, String)], report: &mut Report) {
        if assets.is_empty() {
            return;
        }
        let own = self.pages.iter().map(|page| page.address.as_str());
        let mut taken = Taken::new(own.chain(self.other_files()));
        for (file, address) in assets {
            if !taken.take(address) {
                let diagnostic = Diagnostic::new(&rules::TAKEN_ADDRESS, file.place(0..0));
                report.add(diagnostic.with("address", address));
            }
        }
    }
}

fn record(written: written::Addresses) -> Record {
    let written::Addresses { recorded, comments, is_whole } = written;
    Record { addresses: recorded, comments, is_whole }
}
