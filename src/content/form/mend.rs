//! Slips of which nobody can say that something else was meant: each is a diagnostic of [`content`](crate::content), and its cure.

use std::ops::Range;

use super::reading::Reading;
use super::{is_obstacle, obstructs};
use crate::content::lines::{self, is_wide};
use crate::diagnostic::{Diagnostic, rules};
use crate::japanese::narrow;

/// A slip may hide behind another: so often a file is looked at again.
const ROUNDS: usize = 16;

/// What a wide space at the beginning of a line is worth: two columns, as it looks, or nothing, if only then the line can be read.
const WIDTHS: [&str; 2] = ["  ", ""];

/// A text without its slips, and what it says; where it cannot be read all the same, what somebody has to mend first.
pub(super) fn mend(text: &str, read: impl Fn(&str) -> Reading) -> Result<(String, Reading), Vec<Diagnostic>> {
    let first = read(text);
    let is_readable = !obstructs(&first.report);
    if cures(text, &first, "").is_empty() {
        return if is_readable { Ok((text.to_owned(), first)) } else { Err(obstacles(&first)) };
    }
    let mut mended: Vec<_> =
        WIDTHS.into_iter().filter_map(|width| Mended::of(text, &first, width, &read)).collect();
    let is_good =
        |mended: &Mended| !obstructs(&mended.reading.report) && !mended.reading.tells_more_than(&first);
    match mended.iter().position(is_good) {
        Some(good) => {
            let Mended { text, reading, .. } = mended.swap_remove(good);
            Ok((text, reading))
        }
        None if is_readable => Ok((text.to_owned(), first)),
        None => Err(left(&mended, &first)),
    }
}

/// What stands in the way of a form.
fn obstacles(reading: &Reading) -> Vec<Diagnostic> {
    reading.report.iter().filter(|found| is_obstacle(found)).cloned().collect()
}

/// What is left to be mended by hand: the least of what was left in any way, or all where nothing is known.
fn left(mended: &[Mended], first: &Reading) -> Vec<Diagnostic> {
    let left = mended.iter().map(Mended::left).filter(|left| !left.is_empty());
    left.min_by_key(Vec::len).unwrap_or_else(|| obstacles(first))
}

/// A text in which there is nothing more to cure.
struct Mended {
    text: String,
    reading: Reading,
    /// What was written into it, round by round.
    rounds: Vec<Vec<Cure>>,
}

/// What has to be written where.
type Cure = (Range<usize>, String);

impl Mended {
    /// `None` where there always is more to cure.
    fn of(text: &str, first: &Reading, width: &str, read: impl Fn(&str) -> Reading) -> Option<Self> {
        let mut rounds = vec![cures(text, first, width)];
        let mut text = cured(text, rounds.last()?);
        for _ in 0..ROUNDS {
            let reading = read(&text);
            let next = cures(&text, &reading, width);
            if next.is_empty() {
                return Some(Self { text, reading, rounds });
            }
            text = cured(&text, &next);
            rounds.push(next);
        }
        None
    }

    /// What stands in the way all the same, at its place in the text that was not mended.
    fn left(&self) -> Vec<Diagnostic> {
        let mut left = obstacles(&self.reading);
        for found in &mut left {
            let before = |at: u32| {
                let at = self.rounds.iter().rev().fold(at as usize, |at, cures| before(at, cures));
                u32::try_from(at).unwrap_or_default()
            };
            (found.place.start, found.place.end) = (before(found.place.start), before(found.place.end));
        }
        left
    }
}

/// Where a byte of a cured text was before.
fn before(at: usize, cures: &[Cure]) -> usize {
    // Where the last cure that stands before it ended, then and now.
    let (mut then, mut now) = (0, 0);
    for (place, right) in cures {
        let begins = now + place.start - then;
        if at < begins {
            break;
        }
        if at < begins + right.len() {
            return place.start;
        }
        (then, now) = (place.end, begins + right.len());
    }
    then + at - now
}

/// What there is to cure, in its order. Two cures of one place are one.
fn cures(text: &str, reading: &Reading, width: &str) -> Vec<Cure> {
    // The body stays, whatever it says.
    let body = reading.parts.as_ref().map_or(text.len(), |parts| parts.body.start);
    let above = reading.report.iter().filter(|found| found.place.end as usize <= body);
    let mut cures: Vec<_> = above.filter_map(|found| cure(text, found, width)).collect();
    cures.sort_by_key(|(at, _)| (at.start, at.end));
    let mut end = 0;
    cures.retain(|(at, right)| {
        let is_free = at.start >= end && text[at.clone()] != **right;
        end = if is_free { at.end } else { end };
        is_free
    });
    cures
}

fn cured(text: &str, cures: &[Cure]) -> String {
    let (mut cured, mut end) = (String::with_capacity(text.len()), 0);
    for (at, right) in cures {
        cured.push_str(&text[end..at.start]);
        cured.push_str(right);
        end = at.end;
    }
    cured + &text[end..]
}

/// Whether it is mended where all else can be read.
pub(super) fn is_curable(text: &str, found: &Diagnostic) -> bool {
    cure(text, found, "").is_some()
}

/// What has to be written where, if nothing else can have been meant.
fn cure(text: &str, found: &Diagnostic, width: &str) -> Option<Cure> {
    let at = found.place.start as usize..found.place.end as usize;
    let written = text.get(at.clone())?;
    let behind = &text[at.end..];
    let spaced = |sign: &str| {
        let space = if behind.starts_with([' ', '\t', '\n']) || behind.is_empty() { "" } else { " " };
        let wide = behind.chars().next().filter(|c| is_wide(*c)).map_or(0, char::len_utf8);
        Some((at.start..at.end + wide, format!("{sign}{space}")))
    };
    match found.rule {
        rule if *rule == rules::WIDE_COLON || *rule == rules::NO_SPACE => spaced(":"),
        rule if *rule == rules::BULLET => spaced("-"),
        rule if *rule == rules::WIDE_SPACE => Some(spaces(text, at, width)),
        rule if *rule == rules::MEANT_FENCE => Some((at, "---".to_owned())),
        rule if *rule == rules::COMMA || *rule == rules::CURLY_QUOTE => Some((at, found.suggestion.clone()?)),
        _ if found.is_error() => {
            let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
            let within = |quote| written.strip_prefix(quote)?.strip_suffix(quote);
            let inner = quote.map_or(Some(written), within)?;
            let start = at.start + quote.map_or(0, char::len_utf8);
            let right = found
                .suggestion
                .as_ref()
                .filter(|right| narrow(inner.trim()) == **right && inner != *right)?;
            Some((start..start + inner.len(), right.clone()))
        }
        _ => None,
    }
}

/// Ordinary spaces for others. At the beginning of a line all of them, and those of the lines that follow and begin so too: of these
/// the first is told.
fn spaces(text: &str, at: Range<usize>, width: &str) -> Cure {
    let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    if !text[line..at.start].chars().all(|c| c == ' ') {
        return (at.clone(), text[at].chars().map(|_| ' ').collect());
    }
    let (mut end, mut right) = (at.start, String::new());
    for line in lines::lines(text, at.start..text.len()) {
        let wide = text[line.clone()].len() - text[line.clone()].trim_start_matches(is_wide).len();
        if wide == 0 {
            break;
        }
        right.push_str(&text[end..line.start]);
        let of = |c| if c == '\u{3000}' { width } else { " " };
        right.extend(text[line.start..line.start + wide].chars().map(of));
        end = line.start + wide;
    }
    (at.start..end, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_of_a_cured_text_is_found_where_it_was() {
        let text = "a：b：：c";
        let cures = [(1..4, ": ".to_owned()), (5..8, String::new()), (8..11, ": ".to_owned())];
        let now = cured(text, &cures);
        assert_eq!(now, "a: b: c");
        for letter in ['a', 'b', 'c'] {
            assert_eq!(text.find(letter), now.find(letter).map(|at| before(at, &cures)));
        }
        assert_eq!(before(now.len(), &cures), text.len());
    }
}
