//! What stands in one place of a table.

use std::borrow::Cow;

use crate::date::Date;
use crate::plan::decimal::Decimal;
use crate::plan::{Comparator, FiscalYear};
use crate::site::table::SEPARATOR;

/// What stands in one place of a table.
#[derive(Clone, Debug)]
pub(in crate::data) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Several(Vec<Cow<'a, str>>),
    Integer(usize),
    Date(Date),
    Decimal(Decimal),
    YesOrNo(bool),
}

/// What programs for tables take for the beginning of a formula, in letters of either width. The first is the guard itself, so that
/// whatever begins with it had one put before it.
const BEGINNINGS: [char; 12] = ['\'', '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What stands before a text that would be taken for a formula. Who reads a text takes one of these off its beginning.
const GUARD: char = '\'';

impl<'a> Cell<'a> {
    /// A text; an empty one is none.
    pub(super) fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    pub(super) fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    pub(super) fn year(year: FiscalYear) -> Self {
        Self::Integer(year.0.into())
    }

    /// A comparator by its word: a sign would begin a formula.
    pub(super) fn comparator(comparator: Comparator) -> Self {
        Self::Text(comparator.word().into())
    }

    /// As it is written where there is nothing but text: several values with a sign between them, of which none has that sign.
    pub(in crate::data) fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Several(texts) => several(texts),
            Self::Integer(number) => number.to_string().into(),
            Self::Date(date) => date.to_string().into(),
            Self::Decimal(number) => number.to_string().into(),
            Self::YesOrNo(yes) => yes.to_string().into(),
        }
    }

    /// Whether it was somebody's words, which may begin as a formula does.
    pub(in crate::data) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Several(_))
    }
}

fn several<'c>(texts: &'c [Cow<'_, str>]) -> Cow<'c, str> {
    let mut joined = String::new();
    for (nth, text) in texts.iter().enumerate() {
        if nth > 0 {
            joined.push(SEPARATOR);
        }
        joined.extend(text.chars().map(|c| if c == SEPARATOR { '；' } else { c }));
    }
    joined.into()
}

/// Whether a program for tables might take a text for a formula.
pub(in crate::data) fn needs_guard(text: &str) -> bool {
    text.starts_with(BEGINNINGS)
}

/// The text as it may stand in a file of text alone.
pub(in crate::data) fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    if needs_guard(&text) { format!("{GUARD}{text}").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_can_be_read_again() {
        for text in ["=1+1", "+81", "-", "@a", "\ta", "\r\na", "'a", "''=a", "＝1+1", "－3%", "a", "", "計画"]
        {
            let written = guarded(text.into());
            let harmless =
                !written.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(harmless, "{written}");
            assert_eq!(written.strip_prefix(GUARD).unwrap_or(&written), text);
        }
        assert_eq!(guarded("令和8年度".into()), "令和8年度");
    }

    #[test]
    fn no_value_of_several_has_what_stands_between_them() {
        let cell = Cell::Several(vec!["a;b".into(), "c".into()]);
        assert_eq!(cell.written(), "a；b;c");
    }
}
