//! Fiscal years as written: `2027`, or `2026-2029` for a span.

use std::fmt;

use crate::content::decode::{Decode, Reader};
use crate::content::node::Node;
use crate::diagnostic::{Diagnostic, rules};
use crate::source::Located;

/// A fiscal year, by the calendar year in which it begins.
pub(crate) type Year = Located<u16>;

/// A span of fiscal years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YearSpan {
    pub(crate) first: u16,
    pub(crate) last: u16,
}

/// As it is written.
impl fmt::Display for YearSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { first, last } if first == last => write!(f, "{first}"),
            Self { first, last } => write!(f, "{first}-{last}"),
        }
    }
}

/// Years that a plan can speak of; what lies beyond is a slip of the keyboard.
const YEARS: std::ops::RangeInclusive<u16> = 1868..=2200;

/// A year, or the report says what it should be.
pub(crate) fn read_year(text: &Located<String>, reader: &mut Reader) -> Option<Year> {
    let year = parse_year(text);
    if year.is_none() {
        let meant = parse_year(&in_plain_digits(text)).map(|year| year.to_string());
        reader
            .report
            .add(Diagnostic::new(&rules::NOT_A_YEAR, text.place).with("found", &text.value).suggest(meant));
    }
    Some(Located::new(year?, text.place))
}

/// A span of years, or the report says what it should be.
pub(crate) fn read_span(text: &Located<String>, reader: &mut Reader) -> Option<Located<YearSpan>> {
    let span = parse_span(text);
    if span.is_none() {
        let meant = parse_span(&in_plain_digits(text)).map(|span| span.to_string());
        reader
            .report
            .add(Diagnostic::new(&rules::NOT_A_SPAN, text.place).with("found", &text.value).suggest(meant));
    }
    Some(Located::new(span?, text.place))
}

fn parse_year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
}

fn parse_span(text: &str) -> Option<YearSpan> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let span = YearSpan { first: parse_year(first.trim())?, last: parse_year(last.trim())? };
    (span.first <= span.last).then_some(span)
}

/// Years as a Japanese keyboard writes them, as they should be: ２０２６～２０２９年度.
fn in_plain_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0),
        '〜' | '～' | '~' | '–' | '—' | '−' | '－' | 'ー' => Some('-'),
        '年' | '度' => None,
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

impl Decode for Year {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::decode(node, reader)?;
        read_year(&text, reader)
    }
}

impl Decode for Located<YearSpan> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::decode(node, reader)?;
        read_span(&text, reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        assert_eq!(parse_span("2027"), Some(YearSpan { first: 2027, last: 2027 }));
        assert_eq!(parse_span("2026-2029"), Some(YearSpan { first: 2026, last: 2029 }));
        assert_eq!(parse_span("2029-2026"), None);
        assert_eq!(parse_span("令和8"), None);
    }

    #[test]
    fn what_was_meant() {
        assert_eq!(in_plain_digits("２０２６～２０２９年度"), "2026-2029");
        assert_eq!(in_plain_digits("2026〜2029"), "2026-2029");
    }
}
