//! A Markdown file split into its front matter and its body.
//!
//! A fence is a line that is nothing but `---`. Where one is missing or written in another way, that is told, and the file is
//! read as it was meant.

use std::ops::Range;

use super::lines::{self, Head, is_silent};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::japanese;
use crate::source::{FileId, Place, Source};

/// A file in its two parts, as bytes of its text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The line that opens the front matter: where a missing key is missed.
    pub(crate) opening: Range<usize>,
    pub(crate) yaml: Range<usize>,
    pub(crate) body: Range<usize>,
}

const FENCE: &str = "---";

/// What is written for the dashes of a fence, besides dashes of every kind.
const LINES: [char; 7] = ['━', '_', '＿', '*', '＊', '=', '＝'];

/// A line that may be a fence.
enum Fence {
    Right,
    /// It was meant for one.
    Meant,
}

/// Splits at the first two fences; dashes inside a line mean nothing. `None`: there is no front matter at all.
pub(crate) fn split(file: FileId, source: &Source, report: &mut Report) -> Option<Parts> {
    let text = source.text.as_str();
    let (opening, start) = opening(file, text, report)?;
    for line in lines::lines(text, start..text.len()) {
        let shown = start_of(text, &line);
        match fence(&text[line.clone()]) {
            Some(Fence::Right) => {}
            Some(Fence::Meant) => report.add(Diagnostic::new(&rules::MEANT_FENCE, file.place(shown))),
            None => continue,
        }
        return Some(Parts { opening, yaml: start..line.start, body: line.end..text.len() });
    }
    report.add(Diagnostic::new(&rules::OPEN_FRONT_MATTER, file.place(opening.clone())));
    let end = end_of_entries(text, start);
    if lines::lines(text, start..end).all(|line| is_silent(&text[line])) {
        return None;
    }
    Some(Parts { opening, yaml: start..end, body: end..text.len() })
}

/// The line that opens the front matter, and where its keys begin.
fn opening(file: FileId, text: &str, report: &mut Report) -> Option<(Range<usize>, usize)> {
    let all = || lines::lines(text, 0..text.len());
    let first = all().next().unwrap_or(0..0);
    let written = all().find(|line| !is_silent(&text[line.clone()])).unwrap_or(first.clone());
    let (line, shown) = (&text[written.clone()], start_of(text, &written));
    let complaint = match fence(line) {
        Some(Fence::Right) if written.start == 0 => return Some((shown, written.end)),
        Some(Fence::Meant) => Diagnostic::new(&rules::MEANT_FENCE, file.place(shown.clone())),
        _ => Diagnostic::new(&rules::NO_FRONT_MATTER, file.place(start_of(text, &first))),
    };
    report.add(complaint);
    match fence(line) {
        Some(_) => Some((shown, written.end)),
        // Keys without a fence before them, and one behind them.
        None if is_entry(line) && all().any(|line| matches!(fence(&text[line]), Some(Fence::Right))) => {
            Some((start_of(text, &first), 0))
        }
        None => None,
    }
}

/// What a line may be as a fence.
fn fence(line: &str) -> Option<Fence> {
    let is_dash = |c: char| japanese::is_dash(c) || LINES.contains(&c);
    if !line.chars().all(|c| is_dash(c) || c.is_whitespace()) {
        return None;
    }
    match line.chars().filter(|c| is_dash(*c)).count() {
        _ if line.trim_end() == FENCE => Some(Fence::Right),
        0 | 1 => None,
        _ if line.starts_with([' ', '\t']) => None,
        _ => Some(Fence::Meant),
    }
}

/// Where a front matter ends that nothing closes: before the first line that is empty or cannot belong to it.
fn end_of_entries(text: &str, start: usize) -> usize {
    let belongs = |line: &str| {
        !line.trim().is_empty()
            && (line.starts_with([' ', '\t', '#', '-', ']', '}', '\u{3000}']) || is_entry(line))
    };
    let mut lines = lines::lines(text, start..text.len());
    lines.find(|line| !belongs(&text[line.clone()])).map_or(text.len(), |line| line.start)
}

/// Whether a line is an entry with one of our keys, which are in plain letters.
fn is_entry(line: &str) -> bool {
    matches!(lines::head(line), Head::Entry { key, .. } if lines::is_name(&line[key.clone()]))
}

/// A line without its end.
fn start_of(text: &str, line: &Range<usize>) -> Range<usize> {
    line.start..line.start + text[line.clone()].trim_end_matches('\n').len()
}

impl Parts {
    pub(crate) fn opening_place(&self, file: FileId) -> Place {
        file.place(self.opening.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let found = match fence(line) {
            Some(Fence::Right) => "right",
            Some(Fence::Meant) => "meant",
            None => "none",
        };
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn fences() {
        check("---\n", "right");
        check("---\u{3000}\n", "right");
        for line in ["----", "--", "ーーー", "－－－", "―――", "———", "-- -", "___", "***", "==="]
        {
            check(line, "meant");
        }
        for line in ["", "-", "- a", "--- a", "  ---", "a---", "| --- |"] {
            check(line, "none");
        }
    }
}
