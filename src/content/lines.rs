//! Lines of YAML as an editor sees them: what a line begins with, and which lines belong together.
//!
//! A parser reads a file as a whole or not at all. Where it gives up, the lines themselves still tell what was meant: an
//! entry `key: …`, an item `- …`, and what stands below it.

use std::ops::Range;

use crate::diagnostic::{Rule, rules};
use crate::japanese;

/// What a line begins with; all places count from the beginning of the text that was looked at.
#[derive(Debug)]
pub(super) enum Head {
    /// `- …`
    Item {
        slip: Option<Slip>,
        behind: usize,
    },
    /// `key: …`
    Entry {
        key: Range<usize>,
        slip: Option<Slip>,
        behind: usize,
    },
    /// `---` or `...`, which end a document.
    Separator(Range<usize>),
    /// A word that may be a key: `key …`.
    Word(Range<usize>),
    Other,
}

/// Which rule was broken, and where.
#[derive(Debug)]
pub(super) struct Slip {
    pub(super) rule: &'static Rule,
    /// Counted from the beginning of the text that was looked at.
    pub(super) at: Range<usize>,
}

/// Spaces that look like one and are none.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}' | '\u{a0}')
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_wide(c)
}

/// What Japanese texts put before the items of a list, where YAML wants `- `.
pub(super) fn is_bullet(c: char) -> bool {
    japanese::is_dash(c) || matches!(c, '・' | '●' | '○' | '•')
}

/// How far the beginning of a line is from its first visible character, in bytes.
pub(super) fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(is_blank).len()
}

/// The first character of an indentation that is no ordinary space.
pub(super) fn indentation_slip(indentation: &str) -> Option<Slip> {
    let (at, c) = indentation.char_indices().find(|(_, c)| *c != ' ')?;
    let rule = if c == '\t' { &rules::TAB } else { &rules::WIDE_SPACE };
    Some(Slip { rule, at: at..at + c.len_utf8() })
}

/// What begins a block of lines, where its signs are full-width: `｜`, `＞－`. Its end, and how it has to be written.
pub(super) fn wide_block(value: &str) -> Option<(usize, String)> {
    if !value.starts_with(['｜', '＞', '|', '>']) {
        return None;
    }
    let line = first_line(value);
    let end = line.find(is_blank).unwrap_or(line.len());
    let alone = is_silent(line[end..].trim_start_matches(is_blank));
    let right = japanese::narrow(&line[..end]);
    (alone && right != line[..end] && is_block_header(&right)).then_some((end, right))
}

/// `|`, `>-`, `|2`: what begins a block of lines.
pub(super) fn is_block_header(line: &str) -> bool {
    let behind = line.strip_prefix(['|', '>']);
    behind
        .is_some_and(|behind| behind.len() <= 2 && behind.chars().all(|c| matches!(c, '+' | '-' | '1'..='9')))
}

/// What the first line of a text begins with.
pub(super) fn head(text: &str) -> Head {
    let line = first_line(text);
    let start = indentation(line);
    let rest = &line[start..];
    if start == 0 && (rest.trim_end() == "..." || rest == "---" || rest.starts_with("--- ")) {
        return Head::Separator(0..3);
    }
    if rest == "-" || rest.starts_with("- ") {
        return Head::Item { slip: None, behind: start + 1 + indentation(&rest[1..]) };
    }
    if let Some(bullet) = rest.chars().next().filter(|first| is_bullet(*first)) {
        let end = start + bullet.len_utf8();
        let slip = Slip { rule: &rules::BULLET, at: start..end };
        return Head::Item { slip: Some(slip), behind: end + indentation(&line[end..]) };
    }
    let key = rest.find(ends_key).unwrap_or(rest.len());
    match entry(&rest[..key], &rest[key..]) {
        Some((slip, behind)) => {
            let base = start + key;
            let slip = slip.map(|Slip { rule, at }| Slip { rule, at: base + at.start..base + at.end });
            Head::Entry { key: start..base, slip, behind: base + behind }
        }
        None if is_name(&rest[..key]) => Head::Word(start..start + key),
        None => Head::Other,
    }
}

/// What a colon behind a key looks like, and where its value begins, both counted from the key's end.
fn entry(key: &str, behind: &str) -> Option<(Option<Slip>, usize)> {
    let gap = indentation(behind);
    let colon = behind[gap..].chars().next().filter(|c| matches!(c, ':' | '：'))?;
    let end = gap + colon.len_utf8();
    let next = behind[end..].chars().next();
    let at = |rule: &'static Rule, at| Some(Slip { rule, at });
    let slip = match (colon, next) {
        _ if key.is_empty() => return None,
        (':', None | Some(' ' | '\t')) if behind[..gap].contains(is_wide) => {
            let space = behind.find(is_wide)?;
            at(&rules::WIDE_SPACE, space..space + behind[space..].chars().next()?.len_utf8())
        }
        (':', None | Some(' ' | '\t')) => None,
        _ if !is_name(key) || behind[end..].starts_with("//") => return None,
        ('：', _) => at(&rules::WIDE_COLON, gap..end),
        (_, Some(space)) if is_wide(space) => at(&rules::WIDE_SPACE, end..end + space.len_utf8()),
        _ => at(&rules::NO_SPACE, gap..end),
    };
    Some((slip, end + indentation(&behind[end..])))
}

/// The full-width colon behind the first word of a line, whatever its letters.
pub(super) fn wide_colon(text: &str) -> Option<Range<usize>> {
    let line = first_line(text);
    let start = indentation(line);
    let word = line[start..].find(ends_key).filter(|word| *word > 0)?;
    let at = start + word;
    line[at..].starts_with('：').then(|| at..at + '：'.len_utf8())
}

/// An entry whose colon is none to YAML, whatever the letters of its key: `name:読者`, `名称：読者`.
pub(super) fn slipped_entry(text: &str) -> Option<(Range<usize>, Slip)> {
    if let Head::Entry { key, slip: Some(slip), .. } = head(text) {
        return Some((key, slip));
    }
    let colon = wide_colon(text)?;
    Some((indentation(text)..colon.start, Slip { rule: &rules::WIDE_COLON, at: colon }))
}

fn ends_key(c: char) -> bool {
    c.is_whitespace() || "\"'[]{}:：,#&*!|>%@`".contains(c)
}

/// Whether a word can be a key of ours: all of them are in plain letters.
pub(super) fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

/// The first line of a text, without its end.
pub(super) fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// Whether nothing stands on a line but a comment.
pub(super) fn is_silent(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

/// How far from the beginning of its line a byte stands, in characters.
pub(super) fn column(text: &str, at: usize) -> usize {
    let before = &text[..at];
    before[before.rfind('\n').map_or(0, |end| end + 1)..].chars().count()
}

/// The lines of a stretch, as bytes of the text, each with its end.
pub(super) fn lines(text: &str, stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut next = stretch.start;
    text[stretch].split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        start..next
    })
}

/// The entries or items of a block, each with all the lines that belong to it: what stands at column `own` or before
/// begins one.
pub(super) fn split(text: &str, block: Range<usize>, own: usize, list: bool) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for range in lines(text, block.clone()) {
        let line = &text[range.clone()];
        if is_silent(line) {
            if let Some(last) = pieces.last_mut() {
                last.end = range.end;
            }
            continue;
        }
        let visible = line.trim_start_matches(is_blank);
        // A list may stand as far to the left as its key; a bracket closes what stands above.
        let goes_on =
            visible.starts_with([']', '}']) || (!list && matches!(head(visible), Head::Item { .. }));
        match pieces.last_mut() {
            Some(last) if goes_on || line[..indentation(line)].chars().count() > own => last.end = range.end,
            _ => pieces.push(range),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, &str)>) {
        let slip = indentation_slip(&line[..indentation(line)]).or_else(|| match head(line) {
            Head::Item { slip, .. } | Head::Entry { slip, .. } => slip,
            _ => None,
        });
        assert_eq!(slip.map(|slip| (slip.rule.code, &line[slip.at])), expected, "{line}");
    }

    #[test]
    fn slips() {
        check("title：行政組織", Some(("K211", "：")));
        check("title ：行政組織", Some(("K211", "：")));
        check("title:行政組織", Some(("K212", ":")));
        check("title:\u{3000}行政組織", Some(("K213", "\u{3000}")));
        check("title\u{3000}: 行政組織", Some(("K213", "\u{3000}")));
        check("\u{3000}website: true", Some(("K213", "\u{3000}")));
        check("  \twebsite: true", Some(("K209", "\t")));
        check("-市民課", Some(("K221", "-")));
        check("  － 市民課", Some(("K221", "－")));
        check("・市民課", Some(("K221", "・")));
    }

    #[test]
    fn what_is_right() {
        let right = ["title: 行政：組織", "- 2026-2029: 検討", "", "---", "title:", "  text と：", "2026: a"];
        for line in right.into_iter().chain(["- a：b", "https://www.example.jp/", "-", "所管課：市民課"])
        {
            check(line, None);
        }
    }

    #[test]
    fn pieces_of_a_block() {
        let text = "title: a\n\n# b\nvision: |\n  c\ndepartments:\n- d\nsdgs: [\n]\n";
        let pieces: Vec<_> =
            split(text, 0..text.len(), 0, false).into_iter().map(|piece| &text[piece]).collect();
        assert_eq!(pieces, ["title: a\n\n# b\n", "vision: |\n  c\n", "departments:\n- d\n", "sdgs: [\n]\n"]);
    }
}
