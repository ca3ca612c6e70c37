//! `search/`: what a script in a reader's browser searches the plan with. docs/search.md describes the folder.
//!
//! A small plan is one compressed text that is looked through. Of a large one a search loads the few files in which its
//! tokens are looked up (pairs of characters, three digits), and the texts of what it shows. Names of files are hashes of what
//! is in them.

mod deflate;
mod facets;
mod list;
mod manifest;
mod postings;
mod record;
mod shards;
mod texts;
mod token;

use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;

use deflate::deflate;
use manifest::{Manifest, Mode, Shards};
use postings::Postings;
use record::Record;
use shards::{Shard, shards};
use texts::{BUNDLE, Bundle, Prefix, Whole};
use token::Found;

use crate::hash::hash;
use crate::plan::Initiative;
use crate::site::{Address, Site, address};

/// Of the format; to be raised when a client has to be another.
const VERSION: u32 = 1;

/// How many records are made at once: as many as fit the memory well until their tokens are gathered. Bundles stay whole.
const CHUNK: usize = 8 * BUNDLE;

/// A file, and what makes its bytes: as its name tells what is in it, most need not be made where they are there already.
type File<'s> = (Address, Box<dyn Fn() -> Vec<u8> + Send + Sync + 's>);

/// The files of the search index of a site.
///
/// # Errors
///
/// None that a writer into memory can have.
pub(crate) fn files(site: &Site) -> Result<Vec<File<'_>>> {
    let (mode, mut files) = texts::whole(site).map_or_else(|| sharded(site), scanned);
    let facets = named("facets", facets::facets(site));
    let manifest = Manifest {
        version: VERSION,
        count: site.plan.initiatives.len(),
        facets: facets.0.name().to_owned(),
        synonyms: &site.config.vocabulary.synonyms,
        mode,
    };
    files.push(ready(Address::file(address::SEARCH_MANIFEST), serde_json::to_vec(&manifest)?));
    files.push(facets);
    Ok(files)
}

/// What of each initiative is searched, folded: a word is found in it where it is part of this. A chunk at a time, each made when it
/// is asked for, in parallel.
pub(crate) fn searched_texts(site: &Site) -> impl Iterator<Item = Vec<String>> {
    let text = |initiative: &Arc<Initiative>| Record::of(site, initiative).folded();
    site.plan.initiatives.chunks(CHUNK).map(move |chunk| chunk.par_iter().map(text).collect())
}

/// A file of which there is one.
fn named<'s>(name: &str, bytes: Vec<u8>) -> File<'s> {
    (Address::search(name, &hash([&*bytes])), Box::new(move || deflate(&bytes)))
}

/// A file whose bytes are there.
fn ready<'s>(address: Address, bytes: Vec<u8>) -> File<'s> {
    (address, Box::new(move || bytes.clone()))
}

/// A plan that is looked through.
fn scanned<'s>(Whole { hash, compressed }: Whole) -> (Mode, Vec<File<'s>>) {
    let address = Address::search("text", &hash);
    (Mode::Scan { text: address.name().to_owned() }, vec![ready(address, compressed)])
}

/// A plan that is looked up.
fn sharded(site: &Site) -> (Mode, Vec<File<'_>>) {
    let prefix = Arc::new(Prefix::of(site));
    let (bundles, postings) = records(site, &prefix);
    let shards = shards(postings);
    let address = Address::search("prefix", &hash([prefix.text.as_bytes()]));
    let mode = Mode::Shards(Shards {
        prefix: address.name().to_owned(),
        prefix_length: prefix.text.encode_utf16().count(),
        bundle: BUNDLE,
        texts: bundles.iter().map(|bundle| bundle.hash.clone()).collect(),
        shards: shards.iter().map(|shard| (shard.first.clone(), shard.hash.clone())).collect(),
    });
    let mut files = vec![ready(address, prefix.compressed().to_vec())];
    files.extend(shards.into_iter().map(Shard::file));
    files.extend(bundles.into_iter().flat_map(|bundle| bundle.files(site, &prefix)));
    (mode, files)
}

/// The texts of all records and their tokens: each chunk in parallel, while the one before is gathered.
fn records(site: &Site, prefix: &Prefix) -> (Vec<Bundle>, Postings) {
    let (mut bundles, mut postings) = (Vec::new(), Postings::default());
    let of_one = |initiative: &Arc<Initiative>| {
        let record = Record::of(site, initiative);
        (record.json(), record.tokens())
    };
    let mut before: (u32, Vec<Vec<Found>>) = Default::default();
    for (first, chunk) in (0..).step_by(CHUNK).zip(site.plan.initiatives.chunks(CHUNK)) {
        let of_all = || chunk.par_iter().map(of_one).unzip::<String, _, Vec<_>, Vec<_>>();
        let ((texts, found), ()) = rayon::join(of_all, || postings.add(before.0, &before.1));
        before = (first, found);
        for texts in texts.chunks(BUNDLE) {
            bundles.push(Bundle::new(prefix, bundles.len() * BUNDLE, texts));
        }
    }
    postings.add(before.0, &before.1);
    (bundles, postings)
}
