//! The terms of a register, and the order of Japanese readings.

use unicode_normalization::UnicodeNormalization;

use crate::japanese::hiragana;
use crate::source::Located;

/// A department (所管課) or a category (5レス) of a register.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    /// The address, ASCII.
    pub(crate) slug: String,
    pub(crate) name: Located<String>,
    /// How the name is read, in hiragana; the name itself where no reading is given.
    pub(crate) yomi: String,
    /// What it means, for a citizen.
    pub(crate) description: Option<String>,
}

/// A key that puts readings into the order of the fifty sounds: a long mark counts as the vowel that it makes longer, and
/// voicing marks, small kana and katakana count only where everything else is equal (after JIS X 4061).
pub(crate) fn reading_order(yomi: &str) -> (String, String) {
    let unvoiced = yomi.nfkd().filter(|c| !matches!(c, '\u{3099}' | '\u{309A}' | '・'));
    let mut plain = String::new();
    for kana in unvoiced.map(|c| large(hiragana(c))) {
        let vowel = if kana == 'ー' { plain.chars().next_back().and_then(vowel) } else { None };
        plain.extend(vowel.unwrap_or(kana).to_lowercase());
    }
    (plain, yomi.to_owned())
}

/// The rows of the fifty sounds, each named after its first.
const ROWS: [&str; 10] = [
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わゐゑをん",
];

/// The row that a reading stands in by its first kana: か for がいぶ; `None` where it begins with none.
pub(crate) fn reading_row(yomi: &str) -> Option<char> {
    let first = reading_order(yomi).0.chars().next()?;
    ROWS.iter().find(|row| row.contains(first))?.chars().next()
}

/// The hiragana of each vowel.
const VOWELS: [(char, &str); 5] = [
    ('あ', "あかさたなはまやらわ"),
    ('い', "いきしちにひみり"),
    ('う', "うくすつぬふむゆる"),
    ('え', "えけせてねへめれ"),
    ('お', "おこそとのほもよろを"),
];

fn vowel(kana: char) -> Option<char> {
    VOWELS.iter().find(|(_, row)| row.contains(kana)).map(|(vowel, _)| *vowel)
}

/// Small kana as large.
fn large(kana: char) -> char {
    match kana {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ゕ' => 'か',
        'ゖ' => 'け',
        kana => kana,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_sounds() {
        let mut readings =
            ["しょくいん", "じょうげ", "ぎょうせい", "かいご", "がいぶ", "ダイバーシティ", "ちゅうおう"];
        readings.sort_by_key(|yomi| reading_order(yomi));
        assert_eq!(
            readings,
            ["かいご", "がいぶ", "ぎょうせい", "じょうげ", "しょくいん", "ダイバーシティ", "ちゅうおう"]
        );
    }

    #[test]
    fn rows() {
        let rows = ["がいぶ", "ディーエックス", "ぱーく", "ヴィラ", "Parks", "市民課", ""].map(reading_row);
        assert_eq!(rows, [Some('か'), Some('た'), Some('は'), Some('あ'), None, None, None]);
    }
}
