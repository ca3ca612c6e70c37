//! Bold text beside Japanese punctuation.
//!
//! `CommonMark` takes `**` for the start or the end of bold text only if what stands on its two sides tells which; beside
//! 「」。（） without spaces it does not (commonmark-spec issue 650). So a character that is neither letter nor punctuation
//! nor space is put between the stars and the punctuation before the parser sees the text, and taken out behind it.
//! Obsolete when pulldown-cmark publishes its own cure (its pull request 1059).

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag};

use crate::japanese::is_japanese;

/// A private-use character: files that hold one are refused when they are read (`content::text`).
const MARK: char = '\u{E000}';

/// The text with a mark wherever a run of two or more stars needs it.
pub(super) fn mark(text: &str) -> Cow<'_, str> {
    if !text.contains("**") {
        return Cow::Borrowed(text);
    }
    let mut marked = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut before = None;
    while let Some(start) = rest.find('*') {
        let (plain, tail) = rest.split_at(start);
        let end = tail.find(|c| c != '*').unwrap_or(tail.len());
        let (stars, tail) = tail.split_at(end);
        before = plain.chars().next_back().or(before);
        let (left, right) = sides(before, tail.chars().next(), stars.len());
        marked.push_str(plain);
        marked.extend(left.then_some(MARK));
        marked.push_str(stars);
        marked.extend(right.then_some(MARK));
        before = Some('*');
        rest = tail;
    }
    marked.push_str(rest);
    Cow::Owned(marked)
}

/// Whether a run of stars needs a mark on its left and on its right.
fn sides(before: Option<char>, after: Option<char>, stars: usize) -> (bool, bool) {
    let (Some(before), Some(after)) = (before, after) else { return (false, false) };
    let japanese = is_japanese(before) || is_japanese(after);
    if stars < 2 || !japanese || before == '\\' {
        return (false, false);
    }
    (is_punctuation(before) && is_letter(after), is_letter(before) && is_punctuation(after))
}

/// An event without the marks.
pub(super) fn unmark(event: Event<'static>) -> Event<'static> {
    match event {
        Event::Text(text) => Event::Text(strip(text)),
        Event::Code(text) => Event::Code(strip(text)),
        Event::Html(text) => Event::Html(strip(text)),
        Event::InlineHtml(text) => Event::InlineHtml(strip(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: strip(dest_url), title: strip(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: strip(dest_url), title: strip(title), id })
        }
        other => other,
    }
}

fn strip(text: CowStr<'static>) -> CowStr<'static> {
    if text.contains(MARK) { text.replace(MARK, "").into() } else { text }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{3099}' | '\u{309A}')
}

fn is_punctuation(c: char) -> bool {
    !is_letter(c) && !c.is_whitespace() && c != '*'
}

#[cfg(test)]
mod tests {
    use super::super::{Rendering, to_html};

    fn check(text: &str, expected: &str) {
        assert_eq!(to_html(text, &Rendering::default()).trim_end(), format!("<p>{expected}</p>"));
    }

    #[test]
    fn bold_beside_brackets_and_stops() {
        check("これは**「重要」**です。", "これは<strong>「重要」</strong>です。");
        check("**重要。**次", "<strong>重要。</strong>次");
        check("**第1。**次に**第2。**", "<strong>第1。</strong>次に<strong>第2。</strong>");
        check("市は**行政改革（第5次）**を進める", "市は<strong>行政改革（第5次）</strong>を進める");
        check("**`RPA`**を使う", "<strong><code>RPA</code></strong>を使う");
    }

    #[test]
    fn what_needs_no_help_is_left_alone() {
        check("a **b** c", "a <strong>b</strong> c");
        check("注*1、*2を参照", "注*1、*2を参照");
        check("2 ** 3", "2 ** 3");
        check("\\*\\*「重要」**", "**「重要」**");
    }
}
