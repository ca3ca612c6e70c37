//! The texts of records: what a client looks through, or what it shows of what it has found.

use std::sync::Arc;

use super::File;
use super::deflate::{Beginning, deflate_within};
use super::record::Record;
use crate::hash::hash;
use crate::site::{Address, Site};

/// How long the text of all records may be, compressed, for a client to load and look through it whole.
const MOST_OF_SCAN: usize = 128 * 1024;

/// How much of the first records all others are compressed with.
const LENGTH_OF_PREFIX: usize = 16 * 1024;

/// How many neighbouring records have their hash in common, as the manifest has to name all hashes.
pub(super) const BUNDLE: usize = 64;

/// All records as one JSON array, with its hash.
pub(super) struct Whole {
    pub(super) hash: String,
    pub(super) compressed: Vec<u8>,
}

/// All records in one; `None` where that is too much to be loaded.
pub(super) fn whole(site: &Site) -> Option<Whole> {
    let records = site.plan.initiatives.iter().enumerate().map(|(index, initiative)| {
        let comma = if index == 0 { "" } else { "," };
        format!("{comma}{}", Record::of(site, initiative).json())
    });
    let around = |text: &str| std::iter::once(text.to_owned());
    let mut json = String::new();
    let parts = around("[").chain(records).chain(around("]")).inspect(|part| json.push_str(part));
    let compressed = deflate_within(MOST_OF_SCAN, parts)?;
    Some(Whole { hash: hash([json.as_bytes()]), compressed })
}

/// What the texts of all records are compressed with: the beginning of the plan, in whose words the rest of it is written too.
pub(super) struct Prefix {
    pub(super) text: String,
    beginning: Beginning,
}

impl Prefix {
    pub(super) fn of(site: &Site) -> Self {
        let mut text = String::new();
        let mut initiatives = site.plan.initiatives.iter();
        while let Some(initiative) = initiatives.next().filter(|_| text.len() < LENGTH_OF_PREFIX) {
            text.push_str(&Record::of(site, initiative).json());
        }
        text.truncate(text.floor_char_boundary(LENGTH_OF_PREFIX));
        Self { beginning: Beginning::of(text.as_bytes()), text }
    }

    pub(super) fn compressed(&self) -> &[u8] {
        &self.beginning.compressed
    }

    /// A record as it is published.
    fn text(&self, record: &Record) -> Vec<u8> {
        self.beginning.end(record.json().as_bytes())
    }
}

/// Neighbouring records.
pub(super) struct Bundle {
    pub(super) hash: String,
    /// Of which initiative the first is, and how many there are.
    first: usize,
    count: usize,
}

impl Bundle {
    /// Of these records as JSON, the first of which is that of this initiative.
    pub(super) fn new(prefix: &Prefix, first: usize, texts: &[String]) -> Self {
        let parts = std::iter::once(&prefix.text).chain(texts);
        Self { hash: hash(parts.map(String::as_bytes)), first, count: texts.len() }
    }

    /// A file for each of its records.
    pub(super) fn files<'s>(self, site: &'s Site, prefix: &Arc<Prefix>) -> impl Iterator<Item = File<'s>> {
        let Self { hash, first, count } = self;
        let initiatives = site.plan.initiatives.iter().skip(first).take(count).enumerate();
        initiatives.map(move |(nth, initiative)| {
            let prefix = Arc::clone(prefix);
            let make = move || prefix.text(&Record::of(site, initiative));
            (Address::search_text(&hash, nth), Box::new(make) as Box<_>)
        })
    }
}
