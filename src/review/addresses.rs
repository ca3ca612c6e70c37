//! Addresses that were published once and lead nowhere now.

use std::collections::BTreeSet;

use super::links::Guesses;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::site::{Address, Site};

/// Reports the recorded addresses at which there is nothing any more, and no redirect.
pub(super) fn review(site: &Site, report: &mut Report) {
    let Some(record) = &site.record else { return };
    let known: BTreeSet<&str> = site.addresses().collect();
    let is_lost = |address: &str| !known.contains(address) && site.redirect(address).is_none();
    let mut lost = record.addresses.iter().filter(|address| is_lost(address)).peekable();
    if lost.peek().is_none() {
        return;
    }
    let guesses = Guesses::new(site, &known);
    let mut found = Report::default();
    for address in lost {
        let diagnostic = Diagnostic::new(&rules::LOST_ADDRESS, address.place).with("found", &address.value);
        found.add(diagnostic.with("line", &line(address, &guesses)));
    }
    report.absorb(found.of_one_file());
}

/// What can be written in redirects.yaml. Pages that come and go as the plan changes are redirected all at once.
fn line(address: &str, guesses: &Guesses) -> String {
    let (old, new) = match Address::list_of(address) {
        Some((list, beginning)) if guesses.has(&list) => (format!("{beginning}*"), list),
        _ => (address.to_owned(), guesses.successor(address)),
    };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-*".contains(c);
    let quoted = |text: String| if text.chars().all(is_plain) { text } else { format!("\"{text}\"") };
    format!("{}: {}", quoted(old.replace('%', "%25").replace('#', "%23")), quoted(new))
}
