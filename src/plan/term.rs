//! The terms of a register, and the order of Japanese readings.

use unicode_normalization::UnicodeNormalization;

/// A department (所管課) or a category (5レス) of a register.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The address, ASCII.
    pub(crate) slug: String,
    pub(crate) name: String,
    /// How the name is read, in hiragana; the name itself where no reading is given.
    pub(crate) yomi: String,
    /// What it means, for a citizen.
    pub(crate) description: Option<String>,
}

/// A key that puts readings into the order of the fifty sounds: small kana, voicing marks and katakana count only where
/// everything else is equal (after JIS X 4061).
pub(crate) fn reading_order(yomi: &str) -> (String, String) {
    let plain = yomi.nfkd().filter(|c| !matches!(c, '\u{3099}' | '\u{309A}' | 'ー' | '・')).map(basic_kana);
    (plain.flat_map(char::to_lowercase).collect(), yomi.to_owned())
}

/// Katakana as hiragana, small kana as large.
fn basic_kana(c: char) -> char {
    let hiragana = match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    match hiragana {
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
        c => c,
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
}
