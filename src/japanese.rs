//! What programs have to know of Japanese text.

use std::ops::RangeInclusive;

use encoding_rs::SHIFT_JIS;

/// Kana, ideographs, their punctuation, full and half width, and the signs that stand among them (①, ―, …, ※, ○).
pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c,
        '\u{2014}' | '\u{2015}' | '\u{2025}' | '\u{2026}' | '\u{203B}' | '\u{2460}'..='\u{24FF}' | '\u{25A0}'..='\u{25FF}'
        | '\u{3000}'..='\u{30FF}' | '\u{31F0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Lines as one: between two Japanese characters nothing stands where a line ended, else a space does.
pub(crate) fn join_lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut joined, line| {
        let both = joined.chars().next_back().is_some_and(is_japanese) && line.starts_with(is_japanese);
        if !joined.is_empty() && !both {
            joined.push(' ');
        }
        joined.push_str(line);
        joined
    })
}

/// Katakana as hiragana: they differ by 0x60 in Unicode.
pub(crate) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

/// 機種依存文字: what Windows-31J has besides JIS X 0208 (NEC's and IBM's rows: ①, Ⅳ, ㈱, 髙), half-width kana, and
/// what it has not at all.
pub(crate) fn is_platform_dependent(c: char) -> bool {
    let mut utf8 = [0; 4];
    let (bytes, _, unmapped) = SHIFT_JIS.encode(c.encode_utf8(&mut utf8));
    let halfwidth_kana = matches!(c, '\u{FF61}'..='\u{FF9F}');
    halfwidth_kana || unmapped || (bytes.len() == 2 && matches!(bytes[0], 0x87 | 0xED..=0xEE | 0xFA..=0xFC))
}

/// Full-width digits, letters and signs as their ASCII twins; a unit such as ㎡ stays what it is.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Dashes, hyphens, minus signs and the marks that stand for one: all that a Japanese keyboard has in the place of `-`.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | 'ー' | 'ｰ' | '─')
}

/// Full-width digits, letters and signs as their ASCII twins, dashes among them; ー is a letter of words.
pub(crate) fn narrow(text: &str) -> String {
    text.chars().map(|c| if is_dash(c) && c != 'ー' { '-' } else { half_width(c) }).collect()
}

/// The parts of a text that is a list in words: 人事課、市民課. `also` are signs that part them besides commas and wide spaces.
pub(crate) fn parts<'t>(text: &'t str, also: &[char]) -> Vec<&'t str> {
    let parts = text.split(|c| matches!(c, '、' | '，' | ',' | '\u{3000}') || also.contains(&c));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a text is nothing but kana of either kind and width, with the signs that stand among them.
pub(crate) fn is_kana(text: &str) -> bool {
    let sign = |c: char| c.is_whitespace() || matches!(c, 'ー' | '・' | '･' | 'ｰ');
    let kana = |c: char| matches!(c, 'ぁ'..='ゖ' | '\u{3099}'..='ゟ' | 'ァ'..='ヺ' | 'ヽ'..='ヿ' | 'ㇰ'..='ㇿ' | 'ｦ'..='ﾟ');
    text.chars().all(|c| kana(c) || sign(c))
}

/// An era, and what its years are called by.
pub(crate) struct Era {
    pub(crate) name: &'static str,
    romaji: &'static str,
    letter: char,
    /// The calendar year that is its 元年.
    pub(crate) first: u16,
    /// The month and the day of that year on which it begins.
    pub(crate) begins: (u8, u8),
}

const fn era(name: &'static str, romaji: &'static str, letter: char, first: u16, begins: (u8, u8)) -> Era {
    Era { name, romaji, letter, first, begins }
}

impl Era {
    /// A calendar year from its first on, as in 令和8 or 令和元.
    pub(crate) fn year(&self, year: u16) -> String {
        match year.saturating_sub(self.first) {
            0 => [self.name, "元"].concat(),
            behind => [self.name, &(behind + 1).to_string()].concat(),
        }
    }
}

/// The eras since 1868, the newest first.
/// A fiscal year belongs to the era that its calendar year ends in: 2019 is 令和元年度 as a whole.
pub(crate) const ERAS: [Era; 5] = [
    era("令和", "Reiwa", 'R', 2019, (5, 1)),
    era("平成", "Heisei", 'H', 1989, (1, 8)),
    era("昭和", "Showa", 'S', 1926, (12, 25)),
    era("大正", "Taisho", 'T', 1912, (7, 30)),
    era("明治", "Meiji", 'M', 1868, (10, 23)),
];

/// Where in a text an era may begin, in bytes.
pub(crate) fn beginnings_of_eras(text: &str) -> impl Iterator<Item = usize> {
    // All texts of a plan are looked through: of most characters a look at the first byte is enough, or at the first two.
    let is_likely = |at: usize| match text.as_bytes()[at..] {
        [0xe4, 0xbb, ..] | [0xe5, 0xa4 | 0xb9, ..] | [0xe6, 0x98, ..] | [0xef, 0xbc | 0xbd, ..] => true,
        [first, ..] => first.is_ascii(),
        [] => false,
    };
    let first = text.bytes().enumerate().filter(|(_, byte)| FIRST_OF_ERA[usize::from(*byte)]);
    first.map(|(at, _)| at).filter(move |at| is_likely(*at) && text[*at..].starts_with(may_begin_era))
}

/// Which bytes a character begins with that [`may_begin_era`].
const FIRST_OF_ERA: [bool; 256] = {
    let mut first = [false; 256];
    let bytes = *b"RHSTMrhstm\xe4\xe5\xe6\xef";
    let mut at = 0;
    while at < bytes.len() {
        first[bytes[at] as usize] = true;
        at += 1;
    }
    first
};

fn may_begin_era(c: char) -> bool {
    let letter = half_width(c).to_ascii_uppercase();
    matches!(c, '令' | '平' | '昭' | '大' | '明') || matches!(letter, 'R' | 'H' | 'S' | 'T' | 'M')
}

/// Western years that a plan can speak of, since the first of the eras; what lies beyond is a slip of the keyboard.
pub(crate) const YEARS: RangeInclusive<u16> = 1868..=2200;

/// The calendar year of 令和8, 令和元, 令和八, Reiwa 8 or R8, written without 年.
pub(crate) fn era_year(text: &str) -> Option<u16> {
    leading_era_year(text).filter(|(_, rest)| rest.is_empty()).map(|(year, _)| year)
}

/// The calendar year of the era's year that a text begins with, and what stands behind its number.
pub(crate) fn leading_era_year(text: &str) -> Option<(u16, &str)> {
    let letters = |text: &str, letters: &str| {
        let own =
            text.chars().zip(letters.chars()).take_while(|(c, l)| half_width(*c).eq_ignore_ascii_case(l));
        own.count() == letters.len()
    };
    let (behind_era, first) = ERAS.iter().find_map(|era| {
        let rest = match text.strip_prefix(era.name) {
            Some(rest) => rest,
            None if letters(text, era.romaji) => behind(text, era.romaji.len()),
            None if letters(text, era.letter.encode_utf8(&mut [0; 4])) => behind(text, 1),
            None => return None,
        };
        Some((rest.trim_start_matches(['.', ' ', '\u{3000}']), era.first))
    })?;
    let (year, rest) = match behind_era.strip_prefix('元') {
        Some(rest) => (1, rest),
        None => leading_number(behind_era).or_else(|| leading_ideographs(behind_era))?,
    };
    (1..=99).contains(&year).then(|| (first + year - 1, rest))
}

/// What stands behind so many characters.
fn behind(text: &str, characters: usize) -> &str {
    let mut rest = text.chars();
    rest.by_ref().take(characters).for_each(drop);
    rest.as_str()
}

/// The number that a text begins with, in digits of either width, and what stands behind it.
pub(crate) fn leading_number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c| !half_width(c).is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.chars().map(half_width).collect::<String>().parse().ok()?, rest))
}

fn leading_ideographs(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c| !"一二三四五六七八九十".contains(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((u16::try_from(ideographs(number)?).ok()?, rest))
}

/// A whole number from 1 in any dress: 12, １２, ⑫, 十二, 第12, 12番.
pub(crate) fn number(text: &str) -> Option<u32> {
    let text: String = text.chars().map(half_width).collect();
    let text =
        text.trim_start_matches(|c| "第No.№#( ".contains(c)).trim_end_matches(|c| "番号.) ".contains(c));
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let number = if digits { text.parse().ok() } else { circled(text).or_else(|| ideographs(text)) };
    number.filter(|number| *number > 0)
}

/// ① to ⑳.
fn circled(text: &str) -> Option<u32> {
    let c: char = text.parse().ok()?;
    ('①'..='⑳').contains(&c).then(|| c as u32 - '①' as u32 + 1)
}

/// 一 to 九十九.
fn ideographs(text: &str) -> Option<u32> {
    let digit = |text: &str| {
        let digit: char = text.parse().ok()?;
        (1..).zip("一二三四五六七八九".chars()).find(|(_, c)| *c == digit).map(|(number, _)| number)
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            Some(tens * 10 + if ones.is_empty() { 0 } else { digit(ones)? })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_era_has_a_beginning() {
        for Era { name, romaji, letter, .. } in ERAS {
            let wide = char::from_u32(u32::from(letter) + 0xfee0).unwrap();
            for text in [name, romaji, &romaji.to_lowercase(), &letter.to_string(), &wide.to_string()] {
                let text = format!("「ー、年{text}");
                assert_eq!(beginnings_of_eras(&text).next(), Some(12), "{text}");
            }
        }
    }

    #[test]
    fn platform_dependent_characters() {
        assert!("①Ⅳ㈱髙﨑ｱ𠮷㎡№".chars().all(is_platform_dependent));
        assert!(!"行政ー～・課DX1（株）ヴ々〇".chars().any(is_platform_dependent));
    }

    #[test]
    fn numbers() {
        for text in ["12", "１２", "⑫", "十二", "第12", "12番", "No.12", "（12）", "012"] {
            assert_eq!(number(text), Some(12), "{text}");
        }
        assert_eq!(["十", "二十", "九十九", "一"].map(number), [Some(10), Some(20), Some(99), Some(1)]);
        for text in ["", "0", "-1", "1.5", "1-2", "十十", "第", "99999999999"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn years_of_eras() {
        assert_eq!(
            ["令和8", "令和元", "R8", "r８", "Ｒ8", "令和八", "H30", "Reiwa 8"].map(era_year),
            [2026, 2019, 2026, 2026, 2026, 2026, 2018, 2026].map(Some)
        );
        assert_eq!(
            ["令和", "令和0", "8", "令", "平成99999", "令和300", "R", "令和8年"].map(era_year),
            [None; 8]
        );
        assert_eq!(leading_era_year("令和 十二年（2030）"), Some((2030, "年（2030）")));
    }

    #[test]
    fn lists() {
        assert_eq!(parts("人事課、市民課\u{3000}DX 戦略課，", &[]), ["人事課", "市民課", "DX 戦略課"]);
        assert_eq!(parts("1.1・ 2.2", &['・', ' ']), ["1.1", "2.2"]);
        assert!(parts("、 、", &[]).is_empty());
    }

    #[test]
    fn kana() {
        assert!(["しみんか", "シミンカ", "ｼﾐﾝｶ", "でぃーえっくす", "か゛いぶ"].into_iter().all(is_kana));
        assert!(!["市民課", "DXか", "しみん課"].into_iter().any(is_kana));
    }

    #[test]
    fn lines() {
        assert_eq!(join_lines("指針に基づき、\n  適切な"), "指針に基づき、適切な");
        assert_eq!(join_lines("です①\n次"), "です①次");
        assert_eq!(join_lines("市民の\nAI and\nRPA"), "市民の AI and RPA");
    }
}
