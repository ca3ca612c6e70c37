//! Markdown to HTML and to plain text: the only place that knows pulldown-cmark.
//!
//! What editors may write is less than what Markdown can say: no raw HTML, and no links but those of `check::is_allowed`.

mod check;
mod emphasis;
mod html;
mod line;
mod line_breaks;
mod lines;

pub(crate) use check::{Link, check};
pub(crate) use html::{Rendering, to_html};
pub(crate) use line::to_line;
pub(crate) use lines::to_lines;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// The words alone: a line a list item or table row, an empty line between blocks, a number or a dot before an item.
pub(crate) fn to_plain(text: &str) -> String {
    let mut plain = String::new();
    // The number of the next item of each list around, the innermost last; none where items have dots.
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Start(Tag::List(first)) => lists.push(first),
            Event::Start(Tag::Item) => {
                if !plain.is_empty() && !plain.ends_with('\n') {
                    plain.push('\n');
                }
                plain.push_str(&mark_of_item(&mut lists));
            }
            Event::FootnoteReference(label) => plain.extend(["[", &label, "]"]),
            Event::Start(Tag::FootnoteDefinition(label)) => plain.extend(["[", &label, "] "]),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => {
                end_line(&mut plain, "\n");
            }
            Event::End(TagEnd::TableCell) => plain.push(' '),
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                end_line(&mut plain, if lists.is_empty() { "\n\n" } else { "\n" });
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table) => {
                end_line(&mut plain, "\n\n");
            }
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn mark_of_item(lists: &mut [Option<u64>]) -> String {
    match lists.last_mut() {
        Some(Some(number)) => {
            *number += 1;
            format!("{}. ", *number - 1)
        }
        _ => "・".to_owned(),
    }
}

fn end_line(plain: &mut String, end: &str) {
    plain.truncate(plain.trim_end().len());
    plain.push_str(end);
}

/// The events of a text, as Japanese needs them: bold beside brackets, no space from a line's end.
fn events(text: &str) -> Vec<Event<'static>> {
    let marked = emphasis::mark(text);
    let events = Parser::new_ext(&marked, OPTIONS).map(|event| match event {
        Event::InlineHtml(html) if is_line_break(&html) => Event::HardBreak,
        event => emphasis::unmark(event.into_static()),
    });
    line_breaks::join(events.collect())
}

fn is_line_break(html: &CowStr) -> bool {
    matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text() {
        let text = "一行目の\n**「重要」**です。\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        assert_eq!(to_plain(text), "一行目の「重要」です。\n\n・甲\n・乙\n\na b\n1 2");
    }

    #[test]
    fn plain_lists_and_notes() {
        assert_eq!(to_plain("- 甲\n  - 乙\n- 丙\n\n1. 一\n2. 二\n"), "・甲\n・乙\n・丙\n\n1. 一\n2. 二");
        assert_eq!(to_plain("甲[^1]<br>乙\n\n[^1]: 注\n"), "甲[1]\n乙\n\n[1] 注");
    }
}
