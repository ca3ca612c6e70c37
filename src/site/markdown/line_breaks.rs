//! Line breaks inside of a paragraph: browsers show one between two Japanese characters as a space, where none belongs.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::japanese::is_japanese;

/// The events without the soft breaks that stand between Japanese characters.
pub(super) fn join(events: Vec<Event<'static>>) -> Vec<Event<'static>> {
    let keep: Vec<bool> = (0..events.len()).map(|at| !is_needless(&events, at)).collect();
    events.into_iter().zip(keep).filter_map(|(event, keep)| keep.then_some(event)).collect()
}

fn is_needless(events: &[Event], at: usize) -> bool {
    if !matches!(events[at], Event::SoftBreak) {
        return false;
    }
    let before = events[..at].iter().rev().find_map(side).and_then(|text| text.chars().next_back());
    let after = events[at + 1..].iter().find_map(side).and_then(|text| text.chars().next());
    before.is_some_and(is_japanese) && after.is_some_and(is_japanese)
}

/// The text on this side of a break: `None` looks further, through what only dresses text.
fn side<'e>(event: &'e Event) -> Option<&'e str> {
    match event {
        Event::Text(text) => Some(text),
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
        | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => None,
        _ => Some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Rendering, to_html};

    fn check(text: &str, expected: &str) {
        assert_eq!(to_html(text, &Rendering::default()).trim_end(), format!("<p>{expected}</p>"));
    }

    #[test]
    fn no_space_between_japanese_lines() {
        check("市民の\n利便性", "市民の利便性");
        check("市民の**利便性**\n、次", "市民の<strong>利便性</strong>、次");
        check("終わり。\n（次）", "終わり。（次）");
    }

    #[test]
    fn other_breaks_stay() {
        check("AI\nRPA", "AI\nRPA");
        check("市民の\nAI", "市民の\nAI");
        check("市民の  \n利便性", "市民の<br>\n利便性");
    }
}
