//! `addresses.lock`: what it will say once a site is published.

use std::collections::BTreeSet;

use crate::site::Site;

/// The record of addresses with those that are new, and how many these are; `None` where there are none. `there` is what the
/// record says by now.
pub(crate) fn record<'a>(site: &'a Site, there: impl Iterator<Item = &'a str>) -> Option<(usize, Vec<u8>)> {
    let mut addresses: BTreeSet<&str> = there.collect();
    let before = addresses.len();
    addresses.extend(site.lasting_addresses());
    let new = addresses.len() - before;
    if new == 0 {
        return None;
    }
    let comments = site.record.as_ref().map_or(&[][..], |record| &record.comments);
    let mut text = String::new();
    if comments.is_empty() {
        text = format!("# {}\n", site.words.get("record"));
    }
    for line in comments.iter().map(String::as_str).chain(addresses) {
        text.push_str(line);
        text.push('\n');
    }
    Some((new, text.into_bytes()))
}
