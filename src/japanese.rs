//! What programs have to know of Japanese text.

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

/// The eras since 1868, the newest first: name, and the calendar year that is its 元年.
/// A fiscal year belongs to the era that its calendar year ends in: 2019 is 令和元年度 as a whole.
pub(crate) const ERAS: [(&str, u16); 5] =
    [("令和", 2019), ("平成", 1989), ("昭和", 1926), ("大正", 1912), ("明治", 1868)];

/// 機種依存文字: what Windows-31J has besides JIS X 0208 (NEC's and IBM's rows: ①, Ⅳ, ㈱, 髙), half-width kana, and
/// what it has not at all.
pub(crate) fn is_platform_dependent(c: char) -> bool {
    let mut utf8 = [0; 4];
    let (bytes, _, unmapped) = SHIFT_JIS.encode(c.encode_utf8(&mut utf8));
    let halfwidth_kana = matches!(c, '\u{FF61}'..='\u{FF9F}');
    halfwidth_kana || unmapped || (bytes.len() == 2 && matches!(bytes[0], 0x87 | 0xED..=0xEE | 0xFA..=0xFC))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platform_dependent_characters() {
        assert!("①Ⅳ㈱髙﨑ｱ𠮷㎡№".chars().all(is_platform_dependent));
        assert!(!"行政ー～・課DX1（株）ヴ々〇".chars().any(is_platform_dependent));
    }

    #[test]
    fn lines() {
        assert_eq!(join_lines("指針に基づき、\n  適切な"), "指針に基づき、適切な");
        assert_eq!(join_lines("です①\n次"), "です①次");
        assert_eq!(join_lines("市民の\nAI and\nRPA"), "市民の AI and RPA");
    }
}
