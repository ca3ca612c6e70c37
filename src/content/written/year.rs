//! Fiscal years as written: `2027`, or `2026-2029` for a span.

use std::fmt;

use crate::content::decode::{Decode, Reader, refuse};
use crate::content::node::Node;
use crate::diagnostic::rules;
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

pub(crate) fn parse_year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
}

pub(crate) fn parse_span(text: &str) -> Option<YearSpan> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let span = YearSpan { first: parse_year(first.trim())?, last: parse_year(last.trim())? };
    (span.first <= span.last).then_some(span)
}

impl Decode for Year {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::<String>::decode(node, reader)?;
        match parse_year(&text) {
            Some(year) => Some(Self::new(year, text.place)),
            None => refuse(&rules::NOT_A_YEAR, &text, reader),
        }
    }
}

impl Decode for Located<YearSpan> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::<String>::decode(node, reader)?;
        match parse_span(&text) {
            Some(span) => Some(Self::new(span, text.place)),
            None => refuse(&rules::NOT_A_SPAN, &text, reader),
        }
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
}
