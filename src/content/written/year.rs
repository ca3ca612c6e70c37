//! Fiscal years as written: `2027`, or `2026-2029` for a span.

use std::fmt;

use super::Text;
use crate::content::decode::{Decode, Reader, refuse};
use crate::content::node::Node;
use crate::content::shape::Shape;
use crate::diagnostic::rules;
use crate::japanese;
use crate::source::{Located, Place};

/// A fiscal year, by the calendar year in which it begins.
pub(crate) type Year = Located<u16>;

/// A span of fiscal years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YearSpan {
    pub(crate) first: u16,
    pub(crate) last: u16,
}

impl YearSpan {
    /// The span that a person means who types one, in whatever dress.
    pub(crate) fn meant(text: &str) -> Option<Self> {
        meant_span(&plain(text))
    }

    /// The span that a person means who types its end before its beginning.
    pub(crate) fn reversed(text: &str) -> Option<Self> {
        let (first, last) = meant_ends(&dashed(&plain(text)))?;
        (last < first).then_some(Self { first: last, last: first })
    }
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

/// A year, or the report says what it should be.
pub(crate) fn read_year(text: &str, place: Place, reader: &mut Reader) -> Option<Year> {
    let meant = || meant_year(&plain(text)).map(|year| year.to_string());
    match parse_year(text) {
        Some(year) => Some(Located::new(year, place)),
        None => refuse(&rules::NOT_A_YEAR, &Located::new(text.to_owned(), place), meant(), reader),
    }
}

/// A span of years, or the report says what it should be.
pub(crate) fn read_span(text: &str, place: Place, reader: &mut Reader) -> Option<Located<YearSpan>> {
    let meant = || meant_span(&plain(text)).map(|span| span.to_string());
    match parse_span(text) {
        Some(span) => Some(Located::new(span, place)),
        None => refuse(&rules::NOT_A_SPAN, &Located::new(text.to_owned(), place), meant(), reader),
    }
}

fn parse_year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| text.len() == 4 && japanese::YEARS.contains(year))
}

fn parse_span(text: &str) -> Option<YearSpan> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let span = YearSpan { first: parse_year(first.trim())?, last: parse_year(last.trim())? };
    (span.first <= span.last).then_some(span)
}

/// Half-width, without spaces.
fn plain(text: &str) -> String {
    text.chars().map(japanese::half_width).filter(|c| !c.is_whitespace()).collect()
}

/// The year that was meant by 2026年度, 令和8, R8 or 2026(令和8)年度.
fn meant_year(text: &str) -> Option<u16> {
    let Some((before, (remark, behind))) =
        text.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    else {
        return bare_year(text);
    };
    let year = bare_year(&format!("{before}{behind}"))?;
    // Two years that contradict each other say nothing.
    (bare_year(remark) == Some(year)).then_some(year)
}

fn bare_year(text: &str) -> Option<u16> {
    let text = without_unit(text);
    parse_year(text).or_else(|| japanese::era_year(text).filter(|year| japanese::YEARS.contains(year)))
}

fn without_unit(text: &str) -> &str {
    text.trim_end_matches('度').trim_end_matches('年')
}

/// The span that was meant by 2026～2029年度, 2026-29, R8-R11, 2026から2029まで or 2026、2027. What has no end has none
/// that could be guessed.
fn meant_span(text: &str) -> Option<YearSpan> {
    let text = dashed(text);
    if text.contains('-') {
        let (first, last) = meant_ends(&text)?;
        return (first <= last).then_some(YearSpan { first, last });
    }
    let mut years = text.split([',', '、', '・']);
    let first = years.next()?;
    let first_year = meant_year(first)?;
    let last = years.try_fold(first_year, |before, year| {
        let year = meant_year(year).or_else(|| short_year(first, first_year, year))?;
        (year == before + 1).then_some(year)
    })?;
    Some(YearSpan { first: first_year, last })
}

/// What stands between two years as a plain dash, whatever it was.
fn dashed(text: &str) -> String {
    text.replace("から", "-").replace(|c| japanese::is_dash(c) || matches!(c, '〜' | '~'), "-")
}

/// The years before and behind a dash.
fn meant_ends(text: &str) -> Option<(u16, u16)> {
    let (first, last) = text.split_once('-')?;
    let first_year = meant_year(first)?;
    let last = last.strip_suffix("まで").unwrap_or(last);
    Some((first_year, meant_year(last).or_else(|| short_year(first, first_year, last))?))
}

/// The second year of 2026-29 or 令和8-11, of which only the end is written.
fn short_year(first: &str, first_year: u16, text: &str) -> Option<u16> {
    let digits = without_unit(text);
    if !(1..=2).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = match first.split_once(|c: char| c.is_ascii_digit() || c == '元') {
        Some(("", _)) if digits.len() == 2 => parse_year(&format!("{}{digits}", first_year / 100)),
        Some((era, _)) => japanese::era_year(&format!("{era}{digits}")),
        None => None,
    };
    year.filter(|year| *year > first_year)
}

impl Decode for Year {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text: Text = Located::decode(node, reader)?;
        read_year(&text, text.place, reader)
    }

    fn shape() -> Shape {
        Shape::Year
    }
}

impl Decode for Located<YearSpan> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text: Text = Located::decode(node, reader)?;
        read_span(&text, text.place, reader)
    }

    fn shape() -> Shape {
        Shape::Years
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

    fn check(text: &str, expected: &str) {
        let meant = meant_span(&plain(text)).map(|span| span.to_string());
        assert_eq!(meant.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn spans_that_were_meant() {
        check("２０２６～２０２９年度", "2026-2029");
        check("2026〜2029", "2026-2029");
        check("2026-29", "2026-2029");
        check("2026から2029まで", "2026-2029");
        check("2026,2027", "2026-2027");
        check("2026、2027、2028", "2026-2028");
        check("R8-R11", "2026-2029");
        check("令和8～11年度", "2026-2029");
        check("令和8年度～令和11年度", "2026-2029");
        check("令和元-2", "2019-2020");
        check("平成30年度～令和3年度", "2018-2021");
        check("令和8・9年度", "2026-2027");
        check("2026（令和8）年度", "2026");
    }

    #[test]
    fn spans_that_may_be_anything() {
        for text in [
            "2026～",
            "～2029",
            "2026/2027",
            "2026,2029",
            "2026-9",
            "2029-26",
            "2029-2026",
            "8-11",
            "2026（令和9）年度",
            "令和8-",
            "",
            "-",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn years_that_were_meant() {
        let meant = |text| meant_year(&plain(text));
        for text in ["２０２６", "2026年度", "令和8", "令和８年度", "R8", "令和八年", "2026 (R8)"]
        {
            assert_eq!(meant(text), Some(2026), "{text}");
        }
        assert_eq!(meant("令和元"), Some(2019));
        for text in ["令和", "8", "26", "R", "20266", "令和300", "2026年4月", "((((", ")("] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
