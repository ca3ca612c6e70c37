//! Old addresses, and where they lead.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::address::PAGE;
use super::markdown::Link;
use super::taken::Taken;
use super::{Address, BaseUrl, Content, Page, Site};
use crate::content::written::{self, is_address, is_web_address, is_wide, not_an_address};
use crate::diagnostic::suggest::fold;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::{Located, ascii, decoded, in_address};

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

/// An entry of redirects.yaml that can be understood.
struct Entry<'w> {
    old: &'w Located<String>,
    /// The old address, or what all of them begin with.
    from: String,
    /// Whether it stands for all that begin so.
    is_many: bool,
    new: &'w Located<String>,
    to: Destination,
}

impl Site {
    /// Where an address leads that is no more.
    pub(crate) fn redirect(&self, address: &str) -> Option<&Redirect> {
        let at = self.redirects.binary_search_by(|redirect| redirect.from.as_str().cmp(address));
        self.redirects.get(at.ok()?)
    }

    /// Lays out a page for each old address that can have one. Where the new ones lead is looked up as where links lead.
    pub(super) fn lay_out_redirects(&mut self, written: &written::Redirects, report: &mut Report) {
        if written.entries.is_empty() {
            return;
        }
        let mut entries: Vec<_> =
            written.entries.iter().filter_map(|(old, new)| self.understand(old, new, report)).collect();
        let mut taken = Taken::new(self.addresses());
        check_olds(&mut entries, &mut taken, report);
        let pages = self.published();
        let mut redirects = self.singles(&entries, &pages, report);
        redirects.extend(self.many(&entries, &pages, &mut taken, report));
        redirects.sort_by(|(_, a), (_, b)| a.from.cmp(&b.from));
        let next = next(&entries, &redirects);
        check_news(&entries, &next, report);
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

    fn understand<'w>(
        &self,
        old: &'w Located<String>,
        new: &'w Located<String>,
        report: &mut Report,
    ) -> Option<Entry<'w>> {
        let from = self.old_address(old).filter(|from| !is_wide(old) || self.was_copied(from));
        let to = self.destination(new).filter(|to| match to {
            Destination::Here { address, .. } => !is_wide(new) || self.was_copied(address.as_str()),
            Destination::Outside(_) => true,
        });
        report.add_all(from.is_none().then(|| not_an_address(old)));
        report.add_all(to.is_none().then(|| not_an_address(new)));
        Some(Entry { old, from: from?, is_many: old.ends_with(ALL), new, to: to? })
    }

    /// Whether an editor's own file is or was at an address: those alone may have any name.
    fn was_copied(&self, address: &str) -> bool {
        let mut recorded = self.record.iter().flat_map(|record| &record.addresses);
        self.copied.iter().any(|copied| copied == address) || recorded.any(|known| known.value == address)
    }

    /// The address that an entry is about, from the site's root, or the beginning of several.
    fn old_address(&self, old: &str) -> Option<String> {
        let path = self.base.within(old).unwrap_or(old);
        if path.contains('#') {
            return None;
        }
        if let Some(beginning) = path.strip_suffix(ALL) {
            let beginning = decoded(beginning.strip_prefix('/').unwrap_or(beginning));
            let folder = beginning.strip_suffix('/').unwrap_or(&beginning);
            return (beginning.is_empty() || is_address(folder)).then_some(beginning);
        }
        let address = Address::written(&decoded(path)).to_string();
        is_address(&address).then_some(address)
    }

    fn destination(&self, new: &str) -> Option<Destination> {
        let Some(path) = self.base.within(new).or_else(|| (!is_web_address(new)).then_some(new)) else {
            return Some(Destination::Outside(new.to_owned()));
        };
        let (path, tail) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let address = Address::written(&decoded(path));
        let is_right = is_address(address.as_str()) && !tail.contains(char::is_whitespace);
        is_right.then(|| Destination::Here { address, page: None, tail: tail.to_owned() })
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

/// What stands behind the beginning of several addresses.
const ALL: char = '*';

/// An address without its ending and what makes no difference.
fn stem(address: &str) -> String {
    fold(address.rsplit_once('.').map_or(address, |(stem, _)| stem))
}

/// Leaves out the entries whose old addresses stand there twice or are in use.
fn check_olds(entries: &mut Vec<Entry>, taken: &mut Taken, report: &mut Report) {
    let mut known = BTreeSet::new();
    entries.retain(|entry| {
        if !known.insert((entry.from.clone(), entry.is_many)) {
            report.add(Diagnostic::new(&rules::DUPLICATE_KEY, entry.old.place).with("key", &entry.old.value));
            return false;
        }
        let is_free =
            if entry.from.ends_with(PAGE) { taken.take(&entry.from) } else { taken.is_free(&entry.from) };
        if !is_free && !entry.is_many {
            report.add(entry.complain(&rules::STILL_THERE));
        }
        is_free || entry.is_many
    });
}

/// For each entry the one that leads on from where it leads, if there is one.
fn next(entries: &[Entry], redirects: &[(usize, Redirect)]) -> Vec<Option<usize>> {
    let owners: BTreeMap<_, _> = redirects.iter().map(|(entry, redirect)| (&redirect.from, *entry)).collect();
    let next = |entry: &Entry| match &entry.to {
        Destination::Here { address, .. } => owners.get(address).copied(),
        Destination::Outside(_) => None,
    };
    entries.iter().map(next).collect()
}

/// Reports the entries that lead to where another leads on from.
fn check_news(entries: &[Entry], next: &[Option<usize>], report: &mut Report) {
    for ((entry, end), _) in entries.iter().zip(ends(next)).zip(next).filter(|(_, next)| next.is_some()) {
        let complain = |rule| Diagnostic::new(rule, entry.new.place).with("found", &entry.new.value);
        report.add(match end.and_then(|end| entries.get(end)) {
            Some(end) => complain(&rules::MOVED_TWICE).suggest(Some(end.new.value.clone())),
            None => complain(&rules::IN_A_CIRCLE),
        });
    }
}

/// For each of several that have a next one or none: the last, or `None` where they go in a circle.
fn ends(next: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut ends: Vec<Option<Option<usize>>> = vec![None; next.len()];
    for start in 0..next.len() {
        let (mut at, mut way) = (start, Vec::new());
        let end = loop {
            if let Some(end) = ends[at] {
                break end;
            }
            // Until the end is known, whoever comes here again is in a circle.
            ends[at] = Some(None);
            way.push(at);
            match next[at] {
                Some(next) => at = next,
                None => break Some(at),
            }
        };
        for at in way {
            ends[at] = Some(end);
        }
    }
    ends.into_iter().map(Option::flatten).collect()
}

impl Entry<'_> {
    fn complain(&self, rule: &'static Rule) -> Diagnostic {
        Diagnostic::new(rule, self.old.place).with("found", &self.old.value)
    }

    /// The new address as a link that stands where it was written.
    fn link(&self) -> Link {
        let new = self.new.value.as_str();
        let target = match self.to {
            Destination::Here { .. } if !new.starts_with('/') && !new.contains("://") => format!("/{new}"),
            _ => new.to_owned(),
        };
        Link { target, place: self.new.place }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_goes_in_a_circle_comes_to_no_end() {
        let next = [Some(1), Some(2), None, Some(4), Some(3), Some(3), Some(6), Some(1)];
        let last = Some(2);
        assert_eq!(ends(&next), [last, last, last, None, None, None, None, last]);
    }
}
