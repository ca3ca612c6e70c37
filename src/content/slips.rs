//! The commonest slips of the keyboard, found in a front matter that cannot be read as YAML.
//!
//! A parser notices a missing colon where the next one comes, often a line too late, and calls it by a name that helps
//! nobody. Here the lines themselves are looked at, from where the reading went well to where it failed.

use std::ops::Range;

use crate::diagnostic::{Rule, rules};

/// The first slip in a stretch of text that ends with the line in which the reading failed: which, and where.
pub(super) fn find(text: &str, stretch: Range<usize>) -> Option<(&'static Rule, Range<usize>)> {
    let start = text[..stretch.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[stretch.end..].find('\n').map_or(text.len(), |at| stretch.end + at);
    let mut next = start;
    text[start..end].split_inclusive('\n').find_map(|line| {
        let at = next;
        next += line.len();
        let (rule, slip) = slip(line.trim_end_matches('\n'))?;
        Some((rule, at + slip.start..at + slip.end))
    })
}

fn slip(line: &str) -> Option<(&'static Rule, Range<usize>)> {
    let indentation = line.len() - line.trim_start().len();
    let wide = |c: char| matches!(c, '\u{3000}' | '\u{a0}');
    if let Some((at, space)) = line[..indentation].char_indices().find(|(_, c)| wide(*c)) {
        return Some((&rules::WIDE_SPACE, at..at + space.len_utf8()));
    }
    let entry = line[indentation..].trim_start_matches("- ");
    let key = entry.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let at = line.len() - entry.len() + key;
    let mut behind = line[at..].chars();
    let (colon, next) = (behind.next()?, behind.next());
    match (colon, next) {
        _ if key == 0 => None,
        ('：', _) => Some((&rules::WIDE_COLON, at..at + colon.len_utf8())),
        (':', Some(space)) if wide(space) => Some((&rules::WIDE_SPACE, at + 1..at + 1 + space.len_utf8())),
        (':', Some(next)) if !next.is_whitespace() => Some((&rules::NO_SPACE, at..at + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, &str)>) {
        let found = find(line, 0..line.len()).map(|(rule, at)| (rule.code, &line[at]));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn slips() {
        check("title：行政組織", Some(("K211", "：")));
        check("  - name：行政組織", Some(("K211", "：")));
        check("title:行政組織", Some(("K212", ":")));
        check("title:\u{3000}行政組織", Some(("K213", "\u{3000}")));
        check("\u{3000}website: true", Some(("K213", "\u{3000}")));
    }

    #[test]
    fn what_is_right() {
        for line in ["title: 行政：組織", "- 2026-2029: 検討", "", "---", "title:", "  text と：", "2026: a"]
        {
            check(line, None);
        }
    }
}
