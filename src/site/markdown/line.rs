//! A text in one line, as a search engine shows it.

use pulldown_cmark::{Event, Tag, TagEnd};

/// The words alone: no marks of items, neither notes nor their marks. Between two blocks stands a space, but for what follows
/// a Japanese sentence, whose end has its own.
pub(crate) fn to_line(text: &str) -> String {
    let mut line = String::new();
    let (mut apart, mut in_note) = (false, false);
    for event in super::events(text) {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => in_note = true,
            Event::End(TagEnd::FootnoteDefinition) => in_note = false,
            Event::Text(text) | Event::Code(text) if !in_note => {
                if apart && !line.is_empty() && !line.ends_with(['。', '！', '？', ' ']) {
                    line.push(' ');
                }
                apart = false;
                line.push_str(&text);
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Item) | Event::End(_) => apart = true,
            _ => {}
        }
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::to_line;

    #[test]
    fn lines_and_blocks_are_joined_as_their_language_does() {
        assert_eq!(to_line("市民の\n**利便性**を\n\n高める。\n\n次に"), "市民の利便性を 高める。次に");
        assert_eq!(to_line("Open\ndata.\n\nMore *of* it."), "Open data. More of it.");
    }

    #[test]
    fn marks_and_notes_are_left_out() {
        assert_eq!(to_line("## 題\n\n- 甲\n  - 乙[^1]\n- 丙\n\n[^1]: 注\n"), "題 甲 乙 丙");
        assert_eq!(to_line("| a | b |\n|---|---|\n| 1 | 2 |"), "a b 1 2");
    }
}
