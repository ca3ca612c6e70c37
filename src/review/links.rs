//! Links within the site that lead somewhere.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::site::{Address, Destination, Link, Page, Site};
use crate::source::{Sources, decoded};

/// Reports the links to pages and files that the site does not have. If the plan is not whole, those are left out that may
/// lead somewhere once its mistakes are mended.
pub(super) fn review(site: &Site, sources: &Sources, report: &mut Report) {
    if site.links.is_empty() {
        return;
    }
    let known: BTreeSet<&str> = site.addresses().collect();
    let complete = site.plan.whole;
    let misplaced = if complete { BTreeSet::new() } else { names_elsewhere(sources, &known) };
    // Any page may be one that could not be made.
    let may_come =
        |address: &str| !complete && (ending(address) == "html" || misplaced.contains(name(address)));
    let guesses = LazyCell::new(|| Guesses::new(site, &known));
    for (_, link) in &site.links {
        let Some(address) = address(&link.target, site) else { continue };
        if let Some(redirect) = site.redirect(&address) {
            report.add(old_link(link, &redirect.to));
        } else if known.contains(address.as_str()) {
        } else if let Some(part) = site.omitted(&address) {
            let diagnostic = Diagnostic::new(&rules::OMITTED_LINK, link.place).with("target", &link.target);
            report.add(diagnostic.with("part", part));
        } else if !may_come(&address) {
            let meant = guesses.meant(&address).and_then(|meant| link.instead(meant));
            let diagnostic = Diagnostic::new(&rules::DEAD_LINK, link.place).with("target", &link.target);
            report.add(diagnostic.suggest(meant));
        }
    }
}

/// That a link leads to where a redirect leads on from.
fn old_link(link: &Link, to: &Destination) -> Diagnostic {
    let (new, shown) = match to {
        Destination::Here { .. } => (link.instead(&to.href()), format!("/{}", to.href())),
        Destination::Outside(url) => (Some(url.clone()).filter(|_| link.stands_alone()), url.clone()),
    };
    let diagnostic = Diagnostic::new(&rules::OLD_LINK, link.place).with("target", &link.target);
    diagnostic.with("new", &shown).suggest(new)
}

/// The names of files that are not published as they are. A picture among the texts is in a wrong place, which was told.
fn names_elsewhere<'s>(sources: &'s Sources, known: &BTreeSet<&str>) -> BTreeSet<&'s str> {
    let published =
        |path: &str| path.strip_prefix("content/static/").is_some_and(|path| known.contains(path));
    let others = sources.files().map(|(_, source)| source.path.as_str()).filter(|path| !published(path));
    others.map(name).collect()
}

/// What stands behind the last dot of an address.
fn ending(address: &str) -> &str {
    address.rsplit('.').next().unwrap_or_default()
}

/// The last part of a path or an address.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What an address may be mistyped for. A neighbouring number would be a bad guess.
pub(super) struct Guesses<'s> {
    known: &'s BTreeSet<&'s str>,
    /// The addresses by what stands before their endings, in small letters.
    by_stem: BTreeMap<String, &'s str>,
    /// Those of pages and of the editors' own files by their last parts, in small letters.
    by_name: BTreeMap<String, &'s str>,
}

impl<'s> Guesses<'s> {
    pub(super) fn new(site: &'s Site, known: &'s BTreeSet<&'s str>) -> Self {
        let (mut by_stem, mut by_name) = (BTreeMap::new(), BTreeMap::new());
        // An old address is no good guess.
        let is_present = |address: &str| site.redirect(address).is_none();
        for address in known.iter().filter(|address| is_present(address)) {
            by_stem.entry(stem(address).to_lowercase()).or_insert(*address);
        }
        for address in site.pages_and_copies().filter(|address| name(address) != INDEX && is_present(address))
        {
            by_name.entry(name(address).to_lowercase()).or_insert(address);
        }
        Self { known, by_stem, by_name }
    }

    /// A folder for its name, an address that differs by its ending alone, or by the folder it is in: `plan/` for `plan`,
    /// `plan/1-1.html` for `plan/1-1` and `1-1.html`.
    pub(super) fn meant(&self, address: &str) -> Option<&str> {
        if let Some(index) = self.known.get(format!("{address}/{INDEX}").as_str()) {
            return index.strip_suffix(INDEX);
        }
        let lower = address.strip_suffix(INDEX).unwrap_or(address).trim_end_matches('/').to_lowercase();
        let own = name(&lower);
        let page = if own.contains('.') { own.to_owned() } else { format!("{own}.html") };
        self.by_stem.get(stem(&lower)).or_else(|| self.by_name.get(&page)).copied()
    }

    /// Whether there is a page or file at an address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.known.contains(address)
    }

    /// Whether there is any page or file in a folder; its name ends in `/`.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        self.known.range(folder..).next().is_some_and(|address| address.starts_with(folder))
    }

    /// Where a reader can be led in the place of a page that is no more: what it may have become, or else what was around it, a
    /// section for its initiative.
    pub(super) fn successor(&self, address: &str) -> String {
        // What two numbers stand for has nothing in common.
        let is_word = !name(address).starts_with(|c: char| c.is_ascii_digit());
        if let Some(meant) = self.meant(address).filter(|_| is_word) {
            return meant.to_owned();
        }
        let mut above = stem(address);
        while let Some(at) = above.rfind(['-', '.', '/']) {
            let is_folder = above[at..].starts_with('/');
            above = &above[..at];
            let index = is_folder.then(|| format!("{above}/{INDEX}"));
            let page = format!("{above}.html");
            if let Some(found) = index.into_iter().chain([page]).find(|it| self.has(it)) {
                return found;
            }
        }
        let is_below = address.contains('/');
        if is_below { Address::plan().to_string() } else { Address::home().to_string() }
    }
}

/// The page of a folder.
const INDEX: &str = "index.html";

/// An address without its ending.
fn stem(address: &str) -> &str {
    address.rsplit_once('.').map_or(address, |(stem, _)| stem)
}

/// Reports the links to a place on a page that the page does not have. `ids` gives those of a page; it is asked once a page.
///
/// # Errors
///
/// When a page cannot be rendered.
pub(crate) fn fragments(site: &Site, ids: impl Fn(&Page) -> Result<BTreeSet<String>>) -> Result<Report> {
    let mut report = Report::default();
    let links: Vec<_> = site.links.iter().filter(|(_, link)| link.target.contains('#')).collect();
    if links.is_empty() {
        return Ok(report);
    }
    let pages: BTreeMap<&str, &Page> = site.pages.iter().map(|page| (page.address.as_str(), page)).collect();
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (from, link) in links {
        let (target, fragment) = link.target.split_once('#').unwrap_or((&link.target, ""));
        let there = if target.is_empty() { Some(from.as_str().to_owned()) } else { address(target, site) };
        // Of an old address it was told that there is a new one.
        let there = there.filter(|there| site.redirect(there).is_none());
        let Some((there, page)) = there.and_then(|there| pages.get_key_value(there.as_str())) else {
            continue;
        };
        if !known.contains_key(there) {
            known.insert(there, ids(page)?);
        }
        let fragment = decoded(fragment);
        // An empty fragment is the top of the page.
        if !fragment.is_empty() && fragment != "top" && !known[there].contains(&fragment) {
            report.add(Diagnostic::new(&rules::DEAD_FRAGMENT, link.place).with("fragment", &fragment));
        }
    }
    Ok(report)
}

/// The address, from the site's root, that a link within the site leads to, be it written from the root or whole.
fn address(target: &str, site: &Site) -> Option<String> {
    let path = target.strip_prefix('/').or_else(|| site.base.within(target))?;
    let path = decoded(path.split(['#', '?']).next().unwrap_or_default());
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}{INDEX}") } else { path })
}
