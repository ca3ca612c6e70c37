//! An entry of redirects.yaml: what it is about, and where it leads.

use std::collections::BTreeSet;

use super::Destination;
use crate::content::written::{is_address, is_web_address, is_wide, not_an_address};
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::site::address::PAGE;
use crate::site::taken::Taken;
use crate::site::{Address, Link, Site};
use crate::source::{Located, decoded};

/// An entry of redirects.yaml that can be understood.
pub(super) struct Entry<'w> {
    pub(super) old: &'w Located<String>,
    /// The old address, or what all of them begin with.
    pub(super) from: String,
    /// Whether it stands for all that begin so.
    pub(super) is_many: bool,
    pub(super) new: &'w Located<String>,
    pub(super) to: Destination,
}

/// What stands behind the beginning of several addresses.
const ALL: char = '*';

impl Site {
    /// `None` where it is wrong, which is reported.
    pub(super) fn understand<'w>(
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
        report.add_all(to.is_none().then(|| wrong_destination(new)));
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
        if other_site(path).is_some() && !self.was_copied(path) {
            return None;
        }
        let (path, tail) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let address = Address::written(&decoded(path));
        let is_right = is_address(address.as_str()) && !tail.contains(char::is_whitespace);
        is_right.then(|| Destination::Here { address, page: None, tail: tail.to_owned() })
    }
}

/// What was meant for the address of another site, but is none: how it may be written, if not rightly either.
fn other_site(new: &str) -> Option<String> {
    if new.starts_with("www.") {
        return Some(format!("https://{new}"));
    }
    let (scheme, rest) = match new.split_once(':') {
        Some((scheme @ ("http" | "https"), rest)) => (scheme, rest),
        _ => ("https", new.strip_prefix("//")?),
    };
    let encoded = |c| match c {
        ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    };
    Some(format!("{scheme}://{}", rest.trim_start_matches('/').chars().map(encoded).collect::<String>()))
}

/// Reports a new address that is none, here or elsewhere.
fn wrong_destination(new: &Located<String>) -> Diagnostic {
    let Some(meant) = other_site(new) else { return not_an_address(new) };
    let diagnostic = Diagnostic::new(&rules::NOT_A_URL, new.place).with("found", &new.value);
    diagnostic.suggest(Some(meant).filter(|meant| is_web_address(meant)))
}

impl Entry<'_> {
    pub(super) fn complain(&self, rule: &'static Rule) -> Diagnostic {
        Diagnostic::new(rule, self.old.place).with("found", &self.old.value)
    }

    /// The new address as a link that stands where it was written.
    pub(super) fn link(&self) -> Link {
        let new = self.new.value.as_str();
        let target = match self.to {
            Destination::Here { .. } if !new.starts_with('/') && !new.contains("://") => format!("/{new}"),
            _ => new.to_owned(),
        };
        Link { target, place: self.new.place }
    }
}

/// Leaves out the entries whose old addresses stand there twice or are in use.
pub(super) fn leave_out(entries: &mut Vec<Entry>, taken: &mut Taken, report: &mut Report) {
    let mut known = BTreeSet::new();
    entries.retain(|entry| {
        if !known.insert((entry.from.clone(), entry.is_many)) {
            report.add(Diagnostic::new(&rules::DUPLICATE_KEY, entry.old.place).with("key", &entry.old.value));
            return false;
        }
        let is_free = if entry.is_many {
            true
        } else if entry.from.ends_with(PAGE) {
            taken.take(&entry.from)
        } else {
            taken.is_free(&entry.from)
        };
        if !is_free {
            report.add(entry.complain(&rules::STILL_THERE));
        }
        is_free
    });
}
