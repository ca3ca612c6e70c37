//! Years told twice, by the era and by the western calendar: 令和8（2026）年度, 2026年度（令和8年度）.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::japanese::ERAS;
use crate::source::{FileId, Source, Sources};

/// Reports every pair of years that are not the same.
pub(super) fn review(sources: &Sources, report: &mut Report) {
    for (file, source) in sources.files() {
        for (name, _, first) in ERAS {
            for (at, _) in source.text.match_indices(name) {
                report.add_all(mismatch(file, source, at, name, first));
            }
        }
    }
}

/// The year of the era that begins at a byte, and a western year in brackets behind it, or one around these brackets.
fn mismatch(file: FileId, source: &Source, at: usize, name: &str, first: u16) -> Option<Diagnostic> {
    let text = &source.text;
    let behind = &text[at + name.len()..];
    let (year, rest) = era_year(behind)?;
    let rest = behind_year(rest);
    let found = in_brackets(rest).or_else(|| around_brackets(&text[..at], rest))?;
    let right = first + year - 1;
    // 平成31 and 令和元 are both 2019.
    (found != right).then(|| {
        let era = &text[at..text.len() - rest.len()];
        let place = file.place(at..at + era.len());
        let diagnostic = Diagnostic::new(&rules::ERA_MISMATCH, place);
        diagnostic.with("era", era).with("right", &right).with("found", &found)
    })
}

/// 元 or a number from 1 to 99, and what stands behind it.
fn era_year(text: &str) -> Option<(u16, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    let (number, rest) = number(text)?;
    (1..=99).contains(&number).then_some((number, rest))
}

/// The number that a text begins with, in digits of any width, and what stands behind it.
fn number(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c: char| !is_digit(c)).unwrap_or(text.len());
    let digits: String = text[..end].nfkc().collect();
    Some((digits.parse().ok()?, &text[end..]))
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn behind_year(text: &str) -> &str {
    let rest = text.strip_prefix('年').unwrap_or(text);
    rest.strip_prefix('度').unwrap_or(rest)
}

/// （2026）, （2026年度）: the year in brackets that begin here.
fn in_brackets(text: &str) -> Option<u16> {
    let inner = text.strip_prefix(['（', '('])?;
    let (year, rest) = number(inner.strip_prefix("西暦").unwrap_or(inner))?;
    let closed = behind_year(rest).starts_with(['）', ')']);
    (closed && (1868..=2200).contains(&year)).then_some(year)
}

/// 2026（ before, and ） behind: the year before brackets that hold nothing but the era's.
fn around_brackets(before: &str, behind: &str) -> Option<u16> {
    let outer = before.strip_suffix(['（', '('])?;
    let outer = outer.strip_suffix('度').unwrap_or(outer);
    let outer = outer.strip_suffix('年').unwrap_or(outer);
    let start = outer
        .rfind(|c| !is_digit(c))
        .map_or(0, |at| at + outer[at..].chars().next().map_or(1, char::len_utf8));
    let (year, _) = number(&outer[start..])?;
    (behind.starts_with(['）', ')']) && (1868..=2200).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let sources = Sources::new(vec![Source { path: "a.md".into(), text: text.into() }]);
        let mut report = Report::default();
        review(&sources, &mut report);
        let found = report.sorted(&sources);
        let found: Vec<_> = found.iter().map(|found| found.fill("{era} {right} {found}")).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_that_agree() {
        check("令和8（2026）年度、2026年度（令和8年度）、令和８年（２０２６年）", &[]);
        check("平成31（2019）年、令和元（2019）年、2019（令和元）年度", &[]);
        check("令和8年度と2027年度、令和の（2027）、令和（2027）、2027（令和8年から）", &[]);
    }

    #[test]
    fn years_that_do_not() {
        check("令和8（2027）年度", &["令和8 2026 2027"]);
        check("2027年度（令和8年度）まで", &["令和8年度 2026 2027"]);
        check("計画2027（令和８）年", &["令和８ 2026 2027"]);
        check("昭和元年（1925年）", &["昭和元年 1926 1925"]);
    }
}
