//! Old addresses, and where they lead.

mod entry;
mod ways;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::address::PAGE;
use super::taken::Taken;
use super::{Address, BaseUrl, Content, Page, Site};
use crate::content::written;
use crate::diagnostic::suggest::fold;
use crate::diagnostic::{Report, rules};
use crate::source::{ascii, in_address};
use entry::{Entry, leave_out};
use ways::{check_ways, next};

/// An address that is no more.
#[derive(Debug)]
pub(crate) struct Redirect {
    pub(crate) from: Address,
    pub(crate) to: Destination,
}

/// Where a redirect leads.
#[derive(Clone, Debug)]
pub(crate) enum Destination {
    /// To a page of this site or, where `page` is none of its pages, to another file; `tail` is what follows the address: `#p1-t1`.
    Here { address: Address, page: Option<usize>, tail: String },
    /// To another site.
    Outside(String),
}

impl Destination {
    /// Its whole address, without what follows that of a page.
    pub(crate) fn url(&self, base: &BaseUrl) -> String {
        match self {
            Self::Here { address, .. } => base.of(&Address::file(&in_address(address.as_str()).to_string())),
            Self::Outside(url) => ascii(url).to_string(),
        }
    }

    /// As it stands in a link: from the site's root, or whole if it leads out of the site.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Here { address, tail, .. } => {
                format!("{}{}", in_address(address.as_str()), ascii(tail))
            }
            Self::Outside(url) => ascii(url).to_string(),
        }
    }
}

/// Everything there is, with the place of a page among the pages.
type Published<'s> = BTreeMap<&'s str, Option<usize>>;

impl Site {
    /// Where an address leads that is no more.
    pub(crate) fn redirect(&self, address: &str) -> Option<&Redirect> {
        let at = self.redirects.binary_search_by(|redirect| redirect.from.as_str().cmp(address));
        self.redirects.get(at.ok()?)
    }

    /// The page that a redirect leads to, if it leads to one.
    pub(super) fn led_to(&self, redirect: usize) -> Option<&Page> {
        match &self.redirects[redirect].to {
            Destination::Here { page, .. } => Some(&self.pages[(*page)?]),
            Destination::Outside(_) => None,
        }
    }

    /// Lays out a page for each old address that can have one. Where the new ones lead is looked up as where links lead.
    pub(super) fn lay_out_redirects(&mut self, written: &written::Redirects, report: &mut Report) {
        if written.entries.is_empty() {
            return;
        }
        let mut entries: Vec<_> =
            written.entries.iter().filter_map(|(old, new)| self.understand(old, new, report)).collect();
        let mut taken = Taken::new(self.addresses());
        leave_out(&mut entries, &mut taken, report);
        let pages = self.published();
        let mut redirects = self.singles(&entries, &pages, report);
        redirects.extend(self.many(&entries, &pages, &mut taken, report));
        redirects.sort_by(|(_, a), (_, b)| a.from.cmp(&b.from));
        let next = next(&entries, &redirects);
        check_ways(&entries, &next, report);
        let last = entries.iter().zip(next).filter(|(_, next)| next.is_none());
        self.links.extend(last.map(|(entry, _)| (Address::home(), entry.link())));
        self.redirects = redirects.into_iter().map(|(_, redirect)| redirect).collect();
        let with_page = |(_, redirect): &(usize, &Redirect)| redirect.from.is_page();
        let pages = self.redirects.iter().enumerate().filter(with_page);
        let pages = pages.map(|(index, redirect)| Page {
            address: redirect.from.clone(),
            content: Content::Redirect { index },
        });
        self.pages.extend(pages);
    }

    fn published(&self) -> Published<'_> {
        let pages = self.pages.iter().enumerate();
        let pages = pages.map(|(index, page)| (page.address.as_str(), Some(index)));
        self.addresses().map(|address| (address, None)).chain(pages).collect()
    }

    /// The redirects of single addresses, each with its entry; what was never recorded is asked about.
    fn singles(&self, entries: &[Entry], pages: &Published, report: &mut Report) -> Vec<(usize, Redirect)> {
        let record = self.record.as_ref().filter(|record| record.is_whole);
        let recorded = || record.iter().flat_map(|record| &record.addresses).map(|it| it.value.as_str());
        let known: BTreeSet<&str> = recorded().collect();
        let alike = LazyCell::new(|| recorded().map(|it| (stem(it), it)).collect::<BTreeMap<_, _>>());
        let singles = entries.iter().enumerate().filter(|(_, entry)| !entry.is_many);
        let redirect = |(at, entry): (usize, &Entry)| {
            if record.is_some() && !known.contains(entry.from.as_str()) {
                let meant = alike.get(&stem(&entry.from)).map(|meant| (*meant).to_owned());
                report.add(entry.complain(&rules::NEVER_RECORDED).suggest(meant));
            }
            if !entry.from.ends_with(PAGE) {
                report.add(entry.complain(&rules::NO_REDIRECT_PAGE));
            }
            (at, Redirect { from: Address::file(&entry.from), to: entry.to.with_page(pages) })
        };
        singles.map(redirect).collect()
    }

    /// The redirects of all that begin in some way and is no more. Of two entries the longer beginning counts.
    fn many(
        &self,
        entries: &[Entry],
        pages: &Published,
        taken: &mut Taken,
        report: &mut Report,
    ) -> Vec<(usize, Redirect)> {
        let mut many: Vec<_> = entries.iter().enumerate().filter(|(_, entry)| entry.is_many).collect();
        if many.is_empty() {
            return Vec::new();
        }
        many.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.from.len()));
        let singles: BTreeSet<_> =
            entries.iter().filter(|entry| !entry.is_many).map(|entry| entry.from.as_str()).collect();
        let recorded = self.record.iter().flat_map(|record| &record.addresses).map(|it| it.value.as_str());
        let mut lost: BTreeSet<&str> =
            recorded.filter(|it| !pages.contains_key(it) && !singles.contains(it)).collect();
        let mut redirects = Vec::new();
        for (at, entry) in many {
            let beginning = entry.from.as_str();
            let own: Vec<&str> =
                lost.range(beginning..).copied().take_while(|it| it.starts_with(beginning)).collect();
            if own.is_empty() && self.record.as_ref().is_none_or(|record| record.is_whole) {
                report.add(entry.complain(&rules::VAIN_STAR));
            }
            let to = entry.to.with_page(pages);
            for address in own {
                lost.remove(address);
                if !address.ends_with(PAGE) || taken.take(address) {
                    redirects.push((at, Redirect { from: Address::file(address), to: to.clone() }));
                }
            }
        }
        redirects
    }
}

/// An address without its ending and what makes no difference.
fn stem(address: &str) -> String {
    fold(address.rsplit_once('.').map_or(address, |(stem, _)| stem))
}

impl Destination {
    /// The same with what stands at its address, if it is a page.
    fn with_page(&self, pages: &Published) -> Self {
        match self {
            Self::Here { address, tail, .. } => Self::Here {
                address: address.clone(),
                page: pages.get(address.as_str()).copied().flatten(),
                tail: tail.clone(),
            },
            Self::Outside(_) => self.clone(),
        }
    }
}
