//! A text as it is searched: a line a block.

use pulldown_cmark::{Event, Tag, TagEnd};

/// The words alone: what is one block to a reader is one line, so that nothing is found across two. The marks of items and of
/// notes are left out, as they stand in the middle of what is looked for.
pub(crate) fn to_lines(text: &str) -> String {
    let mut lines = String::new();
    for event in super::events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => lines.push_str(&text),
            Event::SoftBreak => lines.push(' '),
            Event::FootnoteReference(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            _ => super::end_line(&mut lines, "\n"),
        }
    }
    lines.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::to_lines;

    #[test]
    fn a_block_is_a_line() {
        assert_eq!(to_lines("市民の\n**利便性**を\n\n高める。"), "市民の利便性を\n高める。");
        assert_eq!(to_lines("Open\n*data*.\n\nMore<br>of it."), "Open data.\nMore\nof it.");
        assert_eq!(to_lines("## 題\n\n| a | b |\n|---|---|\n| 1 | 2 |"), "題\na\nb\n1\n2");
    }

    #[test]
    fn marks_are_left_out() {
        assert_eq!(to_lines("- 甲\n  - 乙[^1]の\n- 丙\n\n[^1]: 注\n"), "甲\n乙の\n丙\n注");
    }
}
