//! Text as it is compared when it is searched: so that ﾃﾚﾜｰｸ, てれわーく and テレワーク are one, as are 「A I」 and AI.
//!
//! What a reader types is folded by the theme's own script (`themes/default/scripts/search/10-fold.js`), which has to say the same of
//! every text whose characters both know (each has its own version of Unicode): `tests/fixtures/search/fold.json` holds both to it. A word
//! is found where its folded form is part of the folded text, so nothing here may depend on more than the neighbours of a character: what
//! is part of a text stays part of it, unless it was cut beside a dash, a sign that is left out, or a single letter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many words of a query count, and how long each may be, in characters.
pub(crate) const WORDS: usize = 8;
pub(crate) const LONGEST_WORD: usize = 64;

/// Of kana a final long mark is left out behind at least as many others (サーバー = サーバ), as JIS Z 8301 once had it; in shorter
/// words it tells one from another (キー, エラー).
const BEFORE_LONG_MARK: usize = 3;

const LONG_MARK: char = 'ー';

/// A text of one or more lines as it is compared; lines stay lines.
///
/// Width, case, katakana and the kinds of dashes do not count, nor do 「・」 between kana, commas between digits, spaces beside
/// Japanese and between single letters, and characters that nobody sees.
pub(crate) fn fold(text: &str) -> String {
    let plain = normalized(text);
    let mut folded = String::with_capacity(text.len());
    let mut last: Option<(usize, char)> = None;
    for (index, &written) in plain.iter().enumerate() {
        let before = last.map(|(_, c)| c);
        let next = plain.get(index + 1).copied();
        let c = match written {
            c if is_space(c) => continue,
            '・' if is(before, is_kana) && is(next, is_kana) => continue,
            ',' if is(before, is_digit) && is(next, is_digit) => continue,
            c if is_dash(c) => dash(c, before),
            c => c,
        };
        let is_spaced = index > 0 && plain.get(index - 1).copied().is_some_and(is_space);
        if let Some((at, before)) = last
            && is_spaced
            && [before, c].iter().all(|c| keeps_space(*c))
            && ![at, index].iter().all(|at| is_single_letter(&plain, *at))
        {
            folded.push(' ');
        }
        folded.push(c);
        last = Some((index, c));
    }
    folded
}

/// The words of a query, folded: initiatives that have all of them are looked for.
pub(crate) fn words(query: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut after_letters = false;
    let written = query.split(|c: char| c.is_whitespace() || c == '、');
    for piece in written.filter(|piece| !piece.is_empty()).map(fold) {
        let is_letter = piece.len() == 1 && piece.starts_with(|c: char| c.is_ascii_lowercase());
        match pieces.last_mut() {
            Some(letters) if is_letter && after_letters => letters.push_str(&piece),
            _ => pieces.push(piece),
        }
        after_letters = is_letter;
    }
    let mut words: Vec<String> = Vec::new();
    for word in pieces.iter().map(|piece| word(piece)) {
        if !word.is_empty() && !words.contains(&word) && words.len() < WORDS {
            words.push(word);
        }
    }
    words
}

/// A piece of a query without the signs around it, and without its final long mark.
fn word(piece: &str) -> String {
    let piece = piece.trim_matches(is_sign);
    let stem = piece.strip_suffix(LONG_MARK).unwrap_or(piece);
    let kana = stem.chars().rev().take_while(|c| is_kana(*c)).count();
    let piece = if kana >= BEFORE_LONG_MARK { stem } else { piece };
    piece.chars().take(LONGEST_WORD).collect()
}

/// Each character with its marks in its compatible form, small and in hiragana.
fn normalized(text: &str) -> Vec<char> {
    let mut plain = Vec::with_capacity(text.len() / 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let behind = &rest[first.len_utf8()..];
        let stands_alone = |next: char| common(next).is_some() || !is_mark(next);
        if let Some(c) = common(first).filter(|_| behind.chars().next().is_none_or(stands_alone)) {
            plain.push(c);
            rest = behind;
            continue;
        }
        let end = behind.find(|c| !is_mark(c)).unwrap_or(behind.len());
        let (unit, following) = rest.split_at(first.len_utf8() + end);
        let seen: String = unit.chars().filter(|c| !is_unseen(*c)).nfkc().collect();
        plain.extend(seen.to_lowercase().chars().map(to_common));
        rest = following;
    }
    plain
}

/// What most of a Japanese text is written in, folded: nothing has to be looked up for it.
fn common(c: char) -> Option<char> {
    match c {
        ' '..='~' => Some(c.to_ascii_lowercase()),
        'ぁ'..='ゖ' | '一'..='\u{9FFF}' | '、' | '。' => Some(c),
        'ァ'..='ヶ' => Some(to_common(c)),
        _ => None,
    }
}

fn to_common(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        // What Windows writes for it is folded already.
        '〜' => '~',
        _ => c,
    }
}

/// Behind kana any dash is a long mark, behind a letter or a digit a long mark is a dash.
fn dash(c: char, before: Option<char>) -> char {
    let is_long = if c == LONG_MARK { !is(before, is_narrow) } else { is(before, is_kana) };
    if is_long { LONG_MARK } else { '-' }
}

fn is(c: Option<char>, of: impl Fn(char) -> bool) -> bool {
    c.is_some_and(of)
}

/// Whether it goes with the character before it: half-width kana have their voicing marks as characters of their own.
fn is_mark(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{FF9E}' | '\u{FF9F}')
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_space(c: char) -> bool {
    c <= ' ' && c != '\n'
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ' | LONG_MARK)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | LONG_MARK)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_narrow(c: char) -> bool {
    c.is_ascii_lowercase() || is_digit(c)
}

/// Signs that people put around a word.
fn is_sign(c: char) -> bool {
    "・、。「」『』()\"',.!?".contains(c)
}

/// Whether a space beside it tells words apart: not beside Japanese, nor at the end of a line.
fn keeps_space(c: char) -> bool {
    c != '\n' && c < '\u{2E80}'
}

/// Whether a letter has neither letter nor digit beside it.
fn is_single_letter(plain: &[char], index: usize) -> bool {
    let beside = [index.checked_sub(1), Some(index + 1)];
    let mut beside = beside.into_iter().flatten().filter_map(|index| plain.get(index));
    is(plain.get(index).copied(), |c| c.is_ascii_lowercase()) && !beside.any(|c| is_narrow(*c))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// What the script is held to as well.
    const VECTORS: &str = include_str!("../tests/fixtures/search/fold.json");

    fn vectors(key: &str) -> Vec<(String, Value)> {
        let vectors: Value = serde_json::from_str(VECTORS).unwrap_or_default();
        let pairs = vectors[key].as_array().cloned().unwrap_or_default();
        assert!(!pairs.is_empty(), "no vectors {key}");
        pairs
            .into_iter()
            .map(|pair| (pair[0].as_str().unwrap_or_default().to_owned(), pair[1].clone()))
            .collect()
    }

    #[test]
    fn texts_fold_as_the_vectors_say() {
        for (text, folded) in vectors("fold") {
            assert_eq!(Value::from(fold(&text)), folded, "{text}");
        }
    }

    #[test]
    fn queries_are_words_as_the_vectors_say() {
        for (query, expected) in vectors("words") {
            assert_eq!(Value::from(words(&query)), expected, "{query}");
        }
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        for (text, _) in vectors("fold") {
            assert_eq!(fold(&fold(&text)), fold(&text), "{text}");
        }
    }

    #[test]
    fn the_words_of_a_query_are_not_endless() {
        let long = "長".repeat(100);
        let many: Vec<_> = (0..20).map(|n| format!("語{n}")).collect();
        assert_eq!(words(&long).concat().chars().count(), LONGEST_WORD);
        assert_eq!(words(&many.join(" ")).len(), WORDS);
    }
}
