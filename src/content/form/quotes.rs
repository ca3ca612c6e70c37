//! Texts with quotes where they need them, and none elsewhere.

use crate::content::characters::unfit;
use crate::content::commas::parts_words;
use crate::content::lines::{self, Head, is_bullet, is_wide};
use crate::content::node::{Key, Node, Scalar, Style};
use crate::content::slips::{CURLY, quote};

/// The lines of a text as it is written; `flow`: within brackets.
pub(super) fn lines(text: &str, node: &Node, scalar: &Scalar, flow: bool) -> Vec<String> {
    let written = text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default();
    if written.contains('\n') {
        let inner = |line: &str| {
            let line = line.trim_start_matches([' ', '\t']);
            // A backslash makes a part of the text of what stands behind it.
            let end = line.trim_end_matches([' ', '\t']);
            if end.ends_with('\\') { line.to_owned() } else { end.to_owned() }
        };
        return written.split('\n').map(inner).collect();
    }
    match scalar.style {
        Style::Quoted => vec![quoted(&scalar.text, written, flow)],
        _ => vec![written.to_owned()],
    }
}

/// A key as it is written.
pub(super) fn key(text: &str, key: &Key, flow: bool) -> String {
    let written = text.get(key.place.start as usize..key.place.end as usize).unwrap_or_default();
    if written.starts_with(['"', '\'']) { quoted(&key.text, written, flow) } else { written.to_owned() }
}

fn quoted(text: &str, written: &str, flow: bool) -> String {
    if is_escaped(text) { written.to_owned() } else { value(text, flow) }
}

/// A text as one value, in quotes if it needs them; `flow`: within brackets.
pub(crate) fn value(text: &str, flow: bool) -> String {
    if is_plain(text, flow) && !is_escaped(text) { text.to_owned() } else { quote(text) }
}

/// Whether something is in a text that has to be written in another way.
fn is_escaped(text: &str) -> bool {
    text.contains(|c: char| c.is_control() || unfit(c).is_some())
}

/// Whether a text says the same without quotes, here and to other readers of YAML.
fn is_plain(text: &str, flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let spaced = text.trim() != text;
    let begins = first.is_alphanumeric() || "（「『【〔〈《".contains(first);
    let slipped =
        !matches!(lines::head(text), Head::Other | Head::Word(_)) || lines::slipped_entry(text).is_some();
    let brackets = flow && (text.contains(['[', ']', '{', '}', ',']) || parts_words(text));
    let colon = text.ends_with(':') || text.contains(": ") || (flow && text.contains(':'));
    begins
        && !(spaced || slipped || brackets || colon || is_other(text) || is_bullet(first))
        && !text.contains(" #")
        && !text.contains(|c| is_wide(c) || CURLY.contains(&c))
}

/// Whether other programs take a plain text for a number, a day, true, false or nothing.
fn is_other(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    let figures = |c: char| c.is_ascii_hexdigit() || "+-._:/oxtz ".contains(c.to_ascii_lowercase());
    words.contains(&text.to_ascii_lowercase().as_str())
        || (text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(figures))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_are_needed() {
        let needed = [
            "",
            "1.05",
            "072036",
            "17.14",
            "2026-11-22",
            "0x1F",
            "1e9",
            "12:30",
            "yes",
            "Null",
            "-",
            "- a",
            "・市報",
            "a: b",
            "a:",
            "a #b",
            " a",
            "a ",
            "*a",
            "&a",
            "!a",
            "@a",
            "%a",
            "|",
            ">5人",
            "[新規] a",
            "{a}",
            "#1",
            "“a”",
            "?",
            "読者：市民",
            "name:読者",
            "ー",
            "\u{3000}a",
            "<5",
        ];
        for text in needed {
            assert!(!is_plain(text, false), "{text}");
        }
        for text in ["a, b", "a、b", "a，b", "a]", "https://example.jp/"] {
            assert!(!is_plain(text, true), "{text}");
        }
    }

    #[test]
    fn quotes_that_are_none() {
        for text in [
            "市民課",
            "10%以上",
            "3,386件",
            "DX戦略課",
            "a'b",
            "K414",
            "（案）",
            "https://example.jp/",
            "令和8年度",
        ] {
            assert!(is_plain(text, false), "{text}");
        }
        for text in ["市民課", "10%以上", "a b", "市報（紙、ウェブ）"] {
            assert!(is_plain(text, true), "{text}");
        }
    }
}
