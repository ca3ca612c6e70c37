//! Shards: the entries of all tokens, cut into files of which a search loads the few that it needs.

use rayon::prelude::*;

use super::File;
use super::deflate::deflate;
use super::postings::{Postings, entry};
use super::token::Token;
use crate::hash::hash;
use crate::site::Address;

/// How long a shard may be, not compressed, but for an entry that is longer. In larger ones more is loaded that nobody asked for, in
/// smaller ones there are more of them to ask for and to name.
const MOST: usize = 4 * 1024;

/// How long it is before it ends at the next token that may begin one. So a shard that grows pushes what is behind it only as far as
/// the next such end, and an edit leaves most files as they are.
const ENOUGH: usize = 2 * 1024;

/// A shard as it is published.
pub(super) struct Shard {
    pub(super) first: String,
    pub(super) hash: String,
    bytes: Vec<u8>,
}

impl Shard {
    pub(super) fn file<'s>(self) -> File<'s> {
        (Address::search_words(&self.hash), Box::new(move || deflate(&self.bytes)))
    }
}

/// Neighbouring entries.
struct Entries {
    first: Token,
    bytes: Vec<u8>,
}

impl Entries {
    fn has_room(&self, token: Token, entry: &[u8]) -> bool {
        let length = self.bytes.len();
        length + entry.len() <= MOST && !(token.may_begin() && length >= ENOUGH)
    }

    fn publish(self) -> Shard {
        let Self { first, bytes } = self;
        Shard { first: first.to_string(), hash: hash([&*bytes]), bytes }
    }
}

/// The shards of all tokens, in their order.
pub(super) fn shards(postings: Postings) -> Vec<Shard> {
    let entries = postings.into_sorted().into_par_iter().map(|(token, posting)| {
        let lists = posting.lists();
        (token, entry(&token.to_string(), lists.each_ref().map(Vec::as_slice)))
    });
    cut(entries.collect()).into_par_iter().map(Entries::publish).collect()
}

fn cut(entries: Vec<(Token, Vec<u8>)>) -> Vec<Entries> {
    let mut shards: Vec<Entries> = Vec::new();
    for (token, entry) in entries {
        match shards.last_mut().filter(|shard| shard.has_room(token, &entry)) {
            Some(shard) => shard.bytes.extend(entry),
            None => shards.push(Entries { first: token, bytes: entry }),
        }
    }
    shards
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::token::tokens;

    /// The first tokens and lengths of the shards of a text's tokens, whose entries have lengths of their own.
    fn check(text: &str, length: impl Fn(&str) -> usize, expected: &[(&str, usize)]) {
        let entry = |(token, _): (Token, _)| (token, vec![0; length(&token.to_string())]);
        let shards = cut(tokens("", text).into_iter().map(entry).collect());
        let told: Vec<_> = shards.iter().map(|it| (it.first.to_string(), it.bytes.len())).collect();
        let expected: Vec<_> =
            expected.iter().map(|(first, length)| ((*first).to_owned(), *length)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_shard_ends_where_it_is_full() {
        check("abc", |_| MOST / 4, &[("a", MOST / 4 * 4), ("c", MOST / 4)]);
    }

    #[test]
    fn a_shard_ends_before_it_is_full_at_a_token_that_may_begin_one() {
        check("apc", |_| MOST / 5, &[("a", MOST / 5 * 3), ("p", MOST / 5 * 2)]);
    }

    #[test]
    fn a_long_entry_stands_alone() {
        let length = |token: &str| if token == "b" { MOST * 2 } else { 10 };
        check("abc", length, &[("a", 20), ("b", MOST * 2), ("bc", 20)]);
    }
}
