//! `addresses.lock`: what it will say once a site is published.

use std::collections::BTreeSet;

use crate::site::Site;

/// The record of addresses with those that are new, and how many these are; `None` where there are none.
pub(crate) fn record(site: &Site) -> Option<(usize, Vec<u8>)> {
    let known = site.record.iter().flat_map(|record| &record.addresses).map(|address| address.value.as_str());
    let mut addresses: BTreeSet<&str> = known.collect();
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
