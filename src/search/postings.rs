//! Which records have which tokens.

use std::collections::HashMap;

use super::list::{put_list, put_varint, take_varint};
use super::token::{Found, Token, Weight};

/// For each token the records that have it. Records come in their order.
#[derive(Default)]
pub(super) struct Postings(HashMap<Token, Posting>);

/// The records of a token, packed: of ten thousand initiatives there are ten million members.
#[derive(Default)]
pub(super) struct Posting {
    packed: Vec<u8>,
    /// The record behind the last.
    next: u32,
}

/// What of a packed member tells its weight; the bits above are the gap before it.
const OFTEN: usize = 1;
const IN_HEAD: usize = 2;
const WEIGHTS: u32 = 2;

impl Postings {
    /// Adds records that follow on each other, of which `first` is the number of the first.
    pub(super) fn add(&mut self, first: u32, records: &[Vec<Found>]) {
        for (number, found) in (first..).zip(records) {
            for (token, weight) in found {
                self.0.entry(*token).or_default().push(number, *weight);
            }
        }
    }

    /// In the order of their tokens as JavaScript has it, which clients are written in.
    pub(super) fn into_sorted(self) -> Vec<(Token, Posting)> {
        let mut sorted: Vec<_> = self.0.into_iter().collect();
        sorted.sort_by_cached_key(|(token, _)| token.to_string().encode_utf16().collect::<Vec<_>>());
        sorted
    }
}

impl Posting {
    fn push(&mut self, number: u32, weight: Weight) {
        let gap = (number - self.next) as usize;
        let weight = usize::from(weight.in_head) * IN_HEAD + usize::from(weight.often) * OFTEN;
        put_varint(gap << WEIGHTS | weight, &mut self.packed);
        self.next = number + 1;
    }

    /// The three lists of an entry: all records, those that have the token in their head, those that have it often.
    pub(super) fn lists(&self) -> [Vec<u32>; 3] {
        let [mut all, mut in_head, mut often] = [const { Vec::new() }; 3];
        let (mut rest, mut next) = (&*self.packed, 0);
        while let Some(member) = take_varint(&mut rest) {
            let number = next + u32::try_from(member >> WEIGHTS).unwrap_or_default();
            next = number + 1;
            all.push(number);
            in_head.extend((member & IN_HEAD != 0).then_some(number));
            often.extend((member & OFTEN != 0).then_some(number));
        }
        [all, in_head, often]
    }
}

/// An entry of a file: what is looked up, and its three lists.
pub(super) fn entry(key: &str, lists: [&[u32]; 3]) -> Vec<u8> {
    let mut bytes = key.as_bytes().to_vec();
    bytes.push(0);
    for list in lists {
        put_list(list, &mut bytes);
    }
    bytes
}
