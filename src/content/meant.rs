//! What was meant by a value in another dress: はい, ①, 人事課、市民課.

use crate::diagnostic::suggest::fold;
use crate::japanese;

const YES: [&str; 13] =
    ["true", "yes", "y", "on", "はい", "する", "している", "あり", "有", "有り", "○", "◯", "〇"];
const NO: [&str; 14] =
    ["false", "no", "n", "off", "いいえ", "しない", "していない", "なし", "無", "無し", "×", "✕", "✗", "x"];

/// What says that a list has nothing in it.
const NONE: [&str; 7] = ["なし", "無し", "無", "特になし", "該当なし", "none", "n/a"];

/// True or false, as it should be written.
pub(super) fn boolean(text: &str) -> Option<String> {
    let text = fold(text);
    let is_in = |words: &[&str]| words.contains(&text.as_str());
    let meant = if is_in(&YES) { Some("true") } else { is_in(&NO).then_some("false") };
    meant.map(str::to_owned)
}

/// A whole number, as it should be written.
pub(super) fn number(text: &str) -> Option<String> {
    japanese::number(text).map(|number| number.to_string())
}

/// A name for addresses, as it should be written.
pub(super) fn slug(text: &str) -> String {
    let plain: String = text.trim().chars().map(japanese::half_width).collect();
    plain.to_ascii_lowercase().replace([' ', '_', '.', '/'], "-")
}

/// A list of names, as it should be written: `[人事課, 市民課]`. Nothing is suggested where a name would need quotes.
pub(super) fn list(text: &str) -> Option<String> {
    let folded = fold(text);
    let dashes = !folded.is_empty() && folded.chars().all(japanese::is_dash);
    if dashes || NONE.contains(&folded.as_str()) {
        return Some("[]".to_owned());
    }
    let text = text.trim();
    let inner = BRACKETS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    // A space within 窓口 DX is no end of a name, one between two Japanese words is.
    let spaced = text.contains(|c: char| c.is_ascii_alphabetic());
    let names = japanese::parts(inner.unwrap_or(text), if spaced { &[] } else { &[' '] });
    let plain = |name: &&str| !name.contains(|c: char| c.is_control() || RESERVED.contains(c));
    (!names.is_empty() && names.iter().all(plain)).then(|| format!("[{}]", names.join(", ")))
}

/// What stands around a list that was not written with a keyboard's half-width brackets.
const BRACKETS: [(char, char); 5] = [('［', '］'), ('【', '】'), ('〔', '〕'), ('「', '」'), ('（', '）')];

/// Signs that YAML may take for its own.
const RESERVED: &str = "[]{}:#&*!|>'\"%@`?-。";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn booleans() {
        for (text, expected) in
            [("ＴＲＵＥ", "true"), ("はい", "true"), ("○", "true"), ("No", "false"), ("×", "false")]
        {
            assert_eq!(boolean(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(boolean("市報"), None);
    }

    #[test]
    fn lists() {
        let check = |text, expected: Option<&str>| assert_eq!(list(text).as_deref(), expected, "{text}");
        check("人事課、市民課", Some("[人事課, 市民課]"));
        check("人事課", Some("[人事課]"));
        check("［人事課，市民課］", Some("[人事課, 市民課]"));
        check("17.14, 5.5", Some("[17.14, 5.5]"));
        check("なし", Some("[]"));
        check("－", Some("[]"));
        check("‒", Some("[]"));
        check("人事課 市民課", Some("[人事課, 市民課]"));
        check("Web サイト、市報", Some("[Web サイト, 市報]"));
        check("、", None);
        check("課: 人事課", None);
        check("市民に伝える。", None);
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Citizens_Affairs"), "citizens-affairs");
        assert_eq!(slug("ｐｒ"), "pr");
    }
}
