//! Characters that are not what they look like: written as two where one is meant, or seen by nobody.

use std::string::FromUtf8Error;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostic::{Rule, rules};

/// The rule that a character breaks wherever it stands.
pub(super) fn unfit(character: char) -> Option<&'static Rule> {
    match character {
        // Nearly all that is written.
        ' '..='~' | '\u{3000}'..='\u{9fff}' => None,
        c if is_private(c) => Some(&rules::PRIVATE_CHARACTER),
        c if is_invisible(c) => Some(&rules::CONTROL_CHARACTER),
        char::REPLACEMENT_CHARACTER => Some(&rules::LOST_CHARACTER),
        _ => None,
    }
}

/// The text of most files: characters that stand for themselves, as far as each byte and its neighbours can tell. What may have to
/// be read in another way is given back, lines that end as those of Windows do among it.
pub(super) fn plain(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    // To the end whatever is found, as many bytes can be looked at in one step then.
    let alone = bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    let odd = bytes.array_windows().fold(alone, |odd, &[a, b, c]| odd | begins_oddly((a, b, c)));
    if odd { Err(bytes) } else { String::from_utf8(bytes).map_err(FromUtf8Error::into_bytes) }
}

/// Whether a byte of UTF-8 is a control character, or begins characters of which some are diacritics, private or unseen.
fn is_odd(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0b..=0x1f | 0x7f | 0xc2 | 0xcc | 0xcd | 0xee | 0xf3..)
}

/// The same of a byte whose neighbours have to be asked, as many common characters begin like it.
fn begins_oddly(bytes: (u8, u8, u8)) -> bool {
    matches!(
        bytes,
        (0xe2, 0x80, 0x8b..=0x8f | 0xa8..=0xae)
            | (0xe2, 0x81, _)
            | (0xe3, 0x82, 0x99..=0x9a)
            | (0xef, ..=0xa3 | 0xbb, _)
            | (0xef, 0xbf, 0xbd)
    )
}

/// What stands in the text for an unfit character, so that nothing stumbles over it and no drawn line is garbled.
pub(super) fn shown(character: char) -> char {
    if is_invisible(character) { char::REPLACEMENT_CHARACTER } else { character }
}

/// Control characters, spaces of no width, and marks that turn the direction of a text. What joins emoji or letters
/// (U+200C, U+200D) and what chooses the form of an ideograph is seen in its neighbours.
fn is_invisible(character: char) -> bool {
    let other = matches!(character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}');
    other || character.is_control() && !matches!(character, '\n' | '\t')
}

/// 外字: characters that mean something on one machine only. The Markdown of a site relies on there being none.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// か and its voicing mark as the one character が: some systems write them apart. Nothing else is changed: an ideograph
/// that has a twin (神 at U+FA19) stays the one that was typed, as names of people need it.
pub(crate) fn compose(text: &str) -> String {
    if !text.contains(is_mark) {
        return text.to_owned();
    }
    let mut composed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mark) = rest.find(is_mark) {
        let base = rest[..mark].char_indices().next_back().map_or(mark, |(at, _)| at);
        let end = rest[mark..].find(|c| !is_mark(c)).map_or(rest.len(), |length| mark + length);
        composed.push_str(&rest[..base]);
        let whole = &rest[base..end];
        if is_nfc(&rest[base..mark]) {
            composed.extend(whole.nfc());
        } else {
            composed.push_str(whole);
        }
        rest = &rest[end..];
    }
    composed + rest
}

/// What stands behind the letter it belongs to: voicing marks and diacritics.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{3099}' | '\u{309a}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_their_marks_become_one() {
        assert_eq!(compose("か\u{3099}くふ\u{309a}"), "がくぷ");
        assert_eq!(compose("cafe\u{301} e\u{323}\u{302}"), "café ệ");
    }

    #[test]
    fn what_has_no_one_form_stays() {
        for text in ["神\u{fa19}\u{3099}", "葛\u{e0100}", "\u{3099}か", "ん\u{3099}", "\u{fa19}"] {
            assert_eq!(compose(text), text);
        }
    }

    #[test]
    fn what_is_seen_in_its_neighbours_is_no_mistake() {
        assert!("👩\u{200d}💻葛\u{e0100}️ か\n\t".chars().all(|character| unfit(character).is_none()));
    }

    #[test]
    fn what_is_plain_needs_no_mending() {
        for character in '\0'..=char::MAX {
            let mends = unfit(character).is_some() || is_mark(character) || character == '\r';
            let alone = character.to_string();
            for text in [alone.clone(), format!("市{alone}"), format!("{alone}民")] {
                assert!(!mends || plain(text.into_bytes()).is_err(), "{character:?}");
            }
        }
        let text = "---\ntitle: 〇〇市「ＤＸ」―①…※“まち”ゝ・ガパ（令和８年）￥℃→■\n";
        assert_eq!(plain(text.as_bytes().to_vec()).as_deref(), Ok(text));
    }

    #[test]
    fn what_nobody_sees_is_a_mistake() {
        let unseen = "\0\u{85}\u{ad}\u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}";
        assert!(unseen.chars().all(|c| unfit(c).is_some() && shown(c) == '\u{fffd}'));
    }
}
