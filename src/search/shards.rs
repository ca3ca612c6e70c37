//! Shards: the entries of all tokens, cut into files of which a search loads the few that it needs.

use rayon::prelude::*;

use super::postings::{Postings, entry};
use super::token::Token;

/// How long a shard may be, not compressed, but for an entry that is longer. In larger ones more is loaded that nobody asked for, in
/// smaller ones there are more of them to ask for and to name.
const MOST: usize = 8 * 1024;

/// How long it is before it ends where its tokens begin with another character. So one that grows pushes what is behind it only as
/// far as the next such end, and an edit leaves most files as they are.
const ENOUGH: usize = 5 * 1024;

/// Neighbouring entries.
pub(super) struct Shard {
    pub(super) first: Token,
    pub(super) entries: Vec<u8>,
}

impl Shard {
    fn has_room(&self, token: Token, entry: &[u8]) -> bool {
        let length = self.entries.len();
        length + entry.len() <= MOST && !(token.is_single() && length >= ENOUGH)
    }
}

/// The shards of all tokens, in their order.
pub(super) fn shards(postings: Postings) -> Vec<Shard> {
    let entries = postings.into_sorted().into_par_iter().map(|(token, posting)| {
        let lists = posting.lists();
        (token, entry(&token.to_string(), lists.each_ref().map(Vec::as_slice)))
    });
    cut(entries.collect())
}

fn cut(entries: Vec<(Token, Vec<u8>)>) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    for (token, entry) in entries {
        match shards.last_mut().filter(|shard| shard.has_room(token, &entry)) {
            Some(shard) => shard.entries.extend(entry),
            None => shards.push(Shard { first: token, entries: entry }),
        }
    }
    shards
}
