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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::token::tokens;

    /// The first tokens and lengths of the shards of a text's tokens, whose entries have lengths of their own.
    fn check(text: &str, length: impl Fn(&str) -> usize, expected: &[(&str, usize)]) {
        let entry = |(token, _): (Token, _)| (token, vec![0; length(&token.to_string())]);
        let shards = cut(tokens("", text).into_iter().map(entry).collect());
        let told: Vec<_> = shards.iter().map(|it| (it.first.to_string(), it.entries.len())).collect();
        let expected: Vec<_> = expected.iter().map(|(first, length)| ((*first).to_owned(), *length)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_shard_ends_where_it_is_full_and_before_if_a_character_ends() {
        check("abc", |_| MOST / 4, &[("a", MOST / 4 * 4), ("c", MOST / 4)]);
        check("abc", |_| MOST / 3, &[("a", MOST / 3 * 2), ("b", MOST / 3 * 2), ("c", MOST / 3)]);
    }

    #[test]
    fn a_long_entry_stands_alone() {
        let length = |token: &str| if token == "b" { MOST * 2 } else { 10 };
        check("abc", length, &[("a", 20), ("b", MOST * 2), ("bc", 20)]);
    }
}
