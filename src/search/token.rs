//! Tokens: every character of a text, every two that stand side by side in a line, and every three digits. Japanese has no spaces to
//! cut words at, and whoever searches may begin and end anywhere; what has a word has
//! all its pairs. Of digits there are but ten, so pairs of them are nearly everywhere and tell little.

use std::fmt;

/// A character, or neighbours, in the bits of a number, as millions of them are sorted and looked up: the first uppermost, behind the last nothing but zeros, which
/// are no character of a folded text. So they are in the order of their text by code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Token(u64);

const LONGEST: usize = 3;

/// A code point has so many.
const BITS: usize = 21;

/// How much a token says about a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    /// It is in the label, the title or a department.
    pub(super) in_head: bool,
    pub(super) often: bool,
}

/// A token of a record.
pub(super) type Found = (Token, Weight);

/// How often is often.
const OFTEN: usize = 4;

/// The tokens of a folded text, each once, in their order. None has a space in it, as no word has.
pub(super) fn tokens(head: &str, text: &str) -> Vec<Found> {
    let length = u32::try_from(head.chars().count()).unwrap_or(u32::MAX);
    let characters: Vec<char> = head.chars().chain(text.chars()).collect();
    let mut places = places(&characters);
    places.sort_unstable();
    let same = places.chunk_by(|(one, _), (other, _)| one == other);
    same.filter_map(|places| Some((places.first()?.0, weight(places, length)))).collect()
}

/// Every token with every place of it.
fn places(characters: &[char]) -> Vec<(Token, u32)> {
    let mut places = Vec::with_capacity(characters.len() * 2);
    for (start, place) in (0..characters.len()).zip(0..) {
        let behind = characters.get(start..).unwrap_or_default();
        let word = behind.iter().take(2).take_while(|c| !c.is_whitespace()).count();
        let digits = behind.iter().take(LONGEST).take_while(|c| c.is_ascii_digit()).count();
        let lengths = (1..=word).chain((digits == LONGEST).then_some(digits));
        places.extend(lengths.filter_map(|length| Some((Token::of(behind.get(..length)?), place))));
    }
    places
}

/// The weight of a token by its places, of which those below `head` are in the head.
fn weight(places: &[(Token, u32)], head: u32) -> Weight {
    let (mut count, mut next) = (0, 0);
    for (token, place) in places {
        if *place >= next {
            count += 1;
            next = place.saturating_add(token.length());
        }
    }
    Weight { in_head: places.first().is_some_and(|(_, place)| *place < head), often: count >= OFTEN }
}

impl Token {
    fn of(characters: &[char]) -> Self {
        let shifts = (0..LONGEST).rev().map(|nth| nth * BITS);
        Self(characters.iter().zip(shifts).fold(0, |token, (c, shift)| token | u64::from(*c) << shift))
    }

    fn characters(self) -> impl Iterator<Item = char> {
        let code_points = (0..LONGEST).rev().map(move |nth| self.0 >> (nth * BITS) & ((1 << BITS) - 1));
        code_points.take_while(|c| *c != 0).filter_map(|c| char::from_u32(u32::try_from(c).ok()?))
    }

    /// How many characters it has.
    fn length(self) -> u32 {
        self.characters().map(|_| 1).sum()
    }

    /// Whether a file of tokens may begin with it before the one before is full: one token of sixteen, by nothing but itself.
    pub(super) fn may_begin(self) -> bool {
        (1..).zip(self.characters()).map(|(nth, c)| nth * u32::from(c)).sum::<u32>().is_multiple_of(16)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.characters().try_for_each(|c| write!(f, "{c}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens, each with `h` where it is in the head and `o` where it is there often.
    fn told(head: &str, text: &str) -> String {
        let told = tokens(head, text).into_iter().map(|(token, Weight { in_head, often })| {
            format!("{token}{}{}", if in_head { "h" } else { "" }, if often { "o" } else { "" })
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_character_and_every_pair_of_a_line_is_a_token() {
        assert_eq!(told("", "市民課\n税"), "市 市民 民 民課 税 課");
        assert_eq!(told("", "ab c"), "a ab b c");
        assert_eq!(told("課\n", "民"), "民 課h");
    }

    #[test]
    fn three_digits_are_a_token_too() {
        assert_eq!(told("", "1234a"), "1 12 123 2 23 234 3 34 4 4a a");
        assert_eq!(told("", "12\n3"), "1 12 2 3");
    }

    #[test]
    fn what_is_counted_does_not_overlap() {
        assert_eq!(told("", "ああああああ"), "あo ああ");
        assert_eq!(told("", "ああああああああ"), "あo ああo");
        assert_eq!(told("税\n", "税\n税\n税"), "税ho");
    }

    #[test]
    fn tokens_are_in_the_order_of_code_points() {
        assert_eq!(told("", "𠮷\u{e000}一"), "一 \u{e000} \u{e000}一 𠮷 𠮷\u{e000}");
    }
}
