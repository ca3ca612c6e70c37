//! Words that were written as one, 申込＝申請, and the group that they should be.

use crate::content::meant;
use crate::fold;
use crate::japanese;

/// A group as it should be written. Nothing is offered that would be another mistake, or make words mean the same that do not.
pub(super) fn bracketed(words: &[&str]) -> Option<String> {
    let mut known: Vec<Vec<String>> = words.iter().map(|word| fold::words(word)).collect();
    known.sort_unstable();
    let differ = known.windows(2).all(|pair| pair.first() != pair.last());
    (words.len() > 1 && differ && words.iter().all(|word| is_word(word)))
        .then(|| format!("[{}]", words.join(", ")))
}

/// Whether it can stand in a group as it is: not と, which is in every text, nor what needs quotes.
fn is_word(word: &str) -> bool {
    let is_plain = meant::list(word).is_some_and(|list| list == format!("[{word}]"));
    is_plain && !word.contains(char::is_whitespace) && !JOINTS.contains(&word)
}

/// Words that stand between words.
const JOINTS: [&str; 11] = ["と", "や", "か", "の", "も", "は", "または", "又は", "および", "及び", "など"];

/// Signs that join words and that nobody searches for.
pub(super) const JOINING: [char; 7] = [',', '=', '＝', '／', '、', '，', '\t'];

/// The words of which a text is made, without brackets around them and without what nobody can search for.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let text = text.trim();
    let inner = BRACKETS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    let text = inner.unwrap_or(text);
    let mut parts = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        let next = text.get(behind..).and_then(|rest| rest.chars().next());
        if parts_words(c, before, next) {
            parts.push(text.get(start..at).unwrap_or_default());
            start = behind;
        }
        before = Some(c);
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts.retain(|part| !fold::words(part).is_empty());
    parts.into_iter().map(str::trim).collect()
}

/// Whether a text is more than one word, even where nobody can tell which: 申込 と 申請.
pub(super) fn has_several(text: &str) -> bool {
    text.trim().contains(char::is_whitespace) || parts(text).len() > 1
}

/// What people put around words that belong together.
const BRACKETS: [(char, char); 9] = [
    ('(', ')'),
    ('（', '）'),
    ('{', '}'),
    ('<', '>'),
    ('［', '］'),
    ('【', '】'),
    ('〔', '〕'),
    ('「', '」'),
    ('[', ']'),
];

/// Whether a sign stands between two words, and not within ワーク・ライフ・バランス, TCP/IP or １，０００.
fn parts_words(sign: char, before: Option<char>, next: Option<char>) -> bool {
    let both = |of: fn(char) -> bool| [before, next].iter().all(|c| c.is_some_and(of));
    match sign {
        '・' => !both(|c| matches!(c, 'ァ'..='ヺ' | 'ー')),
        '/' => !both(|c| c.is_ascii_alphanumeric()),
        ',' | '，' | ':' | '：' | '／' => !both(|c| japanese::half_width(c).is_ascii_digit()),
        '=' | '＝' | '、' | '\t' | '≒' | '⇔' | '→' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_where_nothing_else_can_be_meant() {
        let check = |text, expected: &[&str]| assert_eq!(parts(text), expected, "{text}");
        for text in [
            "申込＝申請",
            "申込=申請",
            "申込、申請",
            "申込・申請",
            "申込：申請",
            "申込\t申請",
            "（申込／申請）",
            "申込 ： 申請",
            "申込、、申請",
            "申込、・、申請",
        ] {
            check(text, &["申込", "申請"]);
        }
        for text in [
            "ワーク・ライフ・バランス",
            "TCP/IP",
            "１，０００円",
            "8：30",
            "スマホ と スマートフォン",
            "申込\u{3000}申請",
        ] {
            check(text, &[text]);
        }
        check("・", &[]);
    }

    #[test]
    fn only_a_group_without_a_mistake_is_offered() {
        assert_eq!(bracketed(&["申込", "申請"]).as_deref(), Some("[申込, 申請]"));
        for words in [
            vec!["申込"],
            vec!["申込", "と", "申請"],
            vec!["サーバー", "サーバ"],
            vec!["ＤＸ 推進", "DX"],
            vec!["a: b", "c"],
        ] {
            assert_eq!(bracketed(&words), None, "{words:?}");
        }
    }
}
