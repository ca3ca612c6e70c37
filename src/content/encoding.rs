//! Bytes to characters: UTF-8, and what Japanese editors write when nobody told them to write UTF-8.
//!
//! A file in another encoding is read all the same, so that its other mistakes are told in the same run.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// A file's characters, and how they were written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Characters {
    pub(super) text: String,
    pub(super) written: Written,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    InUtf8,
    /// In an encoding that can be named.
    In(&'static str),
    /// From this byte of the text on it is neither UTF-8 nor anything that can be named.
    Unknown(usize),
}

/// As much of a file is enough to know its encoding.
const ENOUGH: usize = 64 << 10;

const MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads a file's bytes; byte order marks are left out.
pub(super) fn read(bytes: &[u8]) -> Characters {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let jis = || if is_jis(bytes) { in_encoding(ISO_2022_JP, bytes) } else { None };
    if let Some(text) = utf16(bytes).or_else(jis) {
        return text;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Characters { text: text.to_owned(), written: Written::InUtf8 },
        Err(error) => legacy(bytes).unwrap_or_else(|| Characters {
            text: String::from_utf8_lossy(bytes).into_owned(),
            written: Written::Unknown(error.valid_up_to()),
        }),
    }
}

/// UTF-16 begins with its mark, or with two characters that have one byte of nothing each: every file of a plan begins
/// with ASCII.
fn utf16(bytes: &[u8]) -> Option<Characters> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] | [1..=0x7f, 0, 1..=0x7f, 0, ..] => UTF_16LE,
        [0xfe, 0xff, ..] | [0, 1..=0x7f, 0, 1..=0x7f, ..] => UTF_16BE,
        _ => return None,
    };
    in_encoding(encoding, bytes).filter(|read| !read.text.contains('\0'))
}

/// ISO-2022-JP is told by the sequences that begin its Japanese.
fn is_jis(bytes: &[u8]) -> bool {
    let begins_japanese = |three: &[u8]| matches!(three, [0x1b, b'$', b'B' | b'@'] | [0x1b, b'(', b'I']);
    bytes.contains(&0x1b) && bytes.windows(3).any(begins_japanese)
}

/// The encodings that Japanese systems had before UTF-8. What is UTF-8 but for a few bytes is none of them.
fn legacy(bytes: &[u8]) -> Option<Characters> {
    if is_damaged_utf8(bytes) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(ENOUGH)], bytes.len() <= ENOUGH);
    // A hint that the site is a Japanese one: a short text could be Chinese as well.
    let guess = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    let candidates = match guess {
        guess if guess == SHIFT_JIS => [SHIFT_JIS, EUC_JP],
        guess if guess == EUC_JP => [EUC_JP, SHIFT_JIS],
        _ => return None,
    };
    let mut read =
        candidates.into_iter().filter_map(|encoding| Some((encoding, in_encoding(encoding, bytes)?)));
    read.find(|(encoding, read)| is_likely(&read.text, encoding)).map(|(_, read)| read)
}

/// Whether a text has Japanese as it is written, beside what bytes of another language look like by chance: half-width
/// kana, rare ideographs, an ideograph in the middle of a word (it’s, façade).
fn is_likely(text: &str, encoding: &'static Encoding) -> bool {
    let (mut common, mut others) = (0, 0);
    let mut before = ' ';
    for character in text.chars().take(ENOUGH) {
        if !character.is_ascii() {
            let likely = !before.is_ascii_alphabetic() && is_common(character, encoding);
            *(if likely { &mut common } else { &mut others }) += 1;
        }
        before = character;
    }
    common > 0 && 4 * common >= others
}

/// Kana, signs and the more frequent half of the ideographs stand first in both encodings.
fn is_common(character: char, encoding: &'static Encoding) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, _) = encoding.encode(character.encode_utf8(&mut buffer));
    let first = bytes.first().copied().unwrap_or_default();
    if encoding == SHIFT_JIS { (0x81..=0x98).contains(&first) } else { (0xa1..=0xcf).contains(&first) }
}

/// Whether as many characters are UTF-8 as there are places that are not. Those of two bytes do not count: in the
/// other encodings they come by chance.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| character.len_utf8() > 2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

/// `None` where it is not that encoding after all.
fn in_encoding(encoding: &'static Encoding, bytes: &[u8]) -> Option<Characters> {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let read = || Characters { text: text.into_owned(), written: Written::In(encoding.name()) };
    (!had_errors).then(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> Written {
        read(bytes).written
    }

    /// As UTF-16 with the bytes of each unit in an order.
    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn japanese_encodings_are_named_and_read_however_short_the_text() {
        let texts = [
            "---\ntitle: 市\n---\n",
            "---\ntitle: 施策\n---\n",
            "title: まちづくり計画\n",
            "- {name: 広報課}\n",
        ];
        for text in texts {
            for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP] {
                let (bytes, _, _) = encoding.encode(text);
                let expected = Characters { text: text.into(), written: Written::In(encoding.name()) };
                assert_eq!(read(&bytes), expected);
            }
        }
    }

    #[test]
    fn utf_16_is_told_with_a_mark_and_without() {
        let text = "---\ntitle: 市\n";
        for (order, name) in
            [(u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"), (u16::to_be_bytes, "UTF-16BE")]
        {
            let expected = Characters { text: text.into(), written: Written::In(name) };
            assert_eq!(read(&utf16(text, order)), expected);
            assert_eq!(read(&utf16(&format!("\u{feff}{text}"), order)), expected);
        }
    }

    #[test]
    fn damaged_utf_8_is_no_shift_jis() {
        assert_eq!(written(b"title: \xe5\xb8\x82\xe5\xba\n"), Written::Unknown(10));
        let text = "市民に伝える。".repeat(20).into_bytes();
        assert_eq!(written(&text[..text.len() - 1]), Written::Unknown(text.len() - 3));
    }

    #[test]
    fn what_cannot_be_named_is_not_guessed() {
        assert_eq!(written(b"title: caf\xe9\n"), Written::Unknown(10));
        assert_eq!(written(b"title: na\xefve r\xe9sum\xe9\n"), Written::Unknown(9));
        for word in ["it\u{92}s", "fa\u{e7}ade", "\u{c5}land", "10\u{b0}", "\u{a9} 2026", "\u{e9}\u{e9}"] {
            let latin: Vec<u8> = word.chars().map(|c| u8::try_from(c).unwrap()).collect();
            assert!(matches!(written(&latin), Written::Unknown(_)), "{word}");
        }
        assert_eq!(written(b"a\xff\xfe\x00\x01"), Written::Unknown(1));
        assert_eq!(written(b"\xff\xfe\x00\x00-\x00\x00\x00"), Written::Unknown(0));
    }

    #[test]
    fn control_characters_make_no_encoding() {
        for text in ["a\0b", "\0\0\0\0", "\u{1b}[31m赤", "市\0民"] {
            assert_eq!(written(text.as_bytes()), Written::InUtf8, "{text:?}");
        }
    }
}
