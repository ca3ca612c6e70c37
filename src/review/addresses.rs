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
        let complain = |rule| Diagnostic::new(rule, address.place).with("found", &address.value);
        found.add(match line(address, &guesses) {
            Some(line) => complain(&rules::LOST_ADDRESS).with("line", &line),
            None => complain(&rules::LOST_FILE),
        });
    }
    report.absorb(found.of_one_file());
}

/// What can be written in redirects.yaml. Pages that come and go as the plan changes are redirected all at once, and so are those of a part that the
/// site goes without now. A file that has become no other cannot lead to a page.
fn line(address: &str, guesses: &Guesses) -> Option<String> {
    let folder = address.split_inclusive('/').next().filter(|folder| Address::part_of(folder).is_some());
    let (old, new) = match (Address::list_of(address), folder) {
        (Some((list, beginning)), _) if guesses.has(&list) => (format!("{beginning}*"), list),
        (_, Some(folder)) if !guesses.has_below(folder) => {
            (format!("{folder}*"), Address::plan().to_string())
        }
        _ if Address::file(address).is_page() => (address.to_owned(), guesses.successor(address)),
        _ => (address.to_owned(), guesses.meant(address)?.to_owned()),
    };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-*".contains(c);
    let quoted = |text: String| if text.chars().all(is_plain) { text } else { format!("\"{text}\"") };
    Some(format!("{}: {}", quoted(old.replace('%', "%25").replace('#', "%23")), quoted(new)))
}
