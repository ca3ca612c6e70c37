//! Slips of which nobody can say that something else was meant: each is a diagnostic of [`content`](crate::content), and its cure.

use std::ops::Range;

use super::obstructs;
use super::reading::Reading;
use crate::content::lines::{self, is_wide};
use crate::diagnostic::{Diagnostic, rules};
use crate::japanese;

/// A slip may hide behind another: so often a file is looked at again.
const ROUNDS: usize = 16;

/// What a wide space at the beginning of a line is worth: two columns, as it looks, or nothing, if only then the line can be read.
const WIDTHS: [&str; 2] = ["  ", ""];

/// A text without its slips, and what it says; `None` where it cannot be read all the same.
pub(super) fn mend(text: &str, read: impl Fn(&str) -> Reading) -> Option<(String, Reading)> {
    let first = read(text);
    let is_readable = !obstructs(&first.report);
    if cure_all(text, &first, "") == text {
        return is_readable.then(|| (text.to_owned(), first));
    }
    let mut mended =
        WIDTHS.into_iter().filter_map(|width| at_rest(cure_all(text, &first, width), width, &read));
    let is_good =
        |(_, reading): &(_, Reading)| !obstructs(&reading.report) && !reading.tells_more_than(&first);
    let good = mended.find(is_good);
    good.or_else(|| is_readable.then(|| (text.to_owned(), first)))
}

/// A text in which there is nothing more to cure, and what it says; `None` where there always is.
fn at_rest(mut text: String, width: &str, read: impl Fn(&str) -> Reading) -> Option<(String, Reading)> {
    for _ in 0..ROUNDS {
        let reading = read(&text);
        let cured = cure_all(&text, &reading, width);
        if cured == text {
            return Some((text, reading));
        }
        text = cured;
    }
    None
}

fn cure_all(text: &str, reading: &Reading, width: &str) -> String {
    // The body stays, whatever it says.
    let body = reading.parts.as_ref().map_or(text.len(), |parts| parts.body.start);
    let above = reading.report.iter().filter(|found| found.place.end as usize <= body);
    let mut cures: Vec<_> = above.filter_map(|found| cure(text, found, width)).collect();
    cures.sort_by_key(|(at, _)| (at.start, at.end));
    let (mut cured, mut end) = (String::with_capacity(text.len()), 0);
    for (at, right) in cures {
        // Two cures of one place are one.
        if at.start >= end {
            cured.push_str(&text[end..at.start]);
            cured.push_str(&right);
            end = at.end;
        }
    }
    cured + &text[end..]
}

/// What has to be written where, if nothing else can have been meant.
fn cure(text: &str, found: &Diagnostic, width: &str) -> Option<(Range<usize>, String)> {
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
            let right =
                found.suggestion.as_ref().filter(|right| narrow(inner) == **right && inner != *right)?;
            Some((start..start + inner.len(), right.clone()))
        }
        _ => None,
    }
}

/// Ordinary spaces for others. At the beginning of a line all of them, and those of the lines that follow and begin so too: of these
/// the first is told.
fn spaces(text: &str, at: Range<usize>, width: &str) -> (Range<usize>, String) {
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

/// Full-width digits, letters and signs as their half-width twins.
fn narrow(text: &str) -> String {
    let dash = |c| if japanese::is_dash(c) && c != 'ー' { '-' } else { japanese::half_width(c) };
    text.trim().chars().map(dash).collect()
}
