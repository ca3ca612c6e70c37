//! Years told twice, by the era and by the western calendar: 令和8（2026）年度, 2026年度（令和8年度）.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::japanese::{YEARS, beginnings_of_eras, half_width, leading_era_year, leading_number};
use crate::source::{FileId, Source, Sources};

/// Reports every pair of years that are not the same.
pub(super) fn review(sources: &Sources, report: &mut Report) {
    let files: Vec<_> = sources.files().collect();
    let found: Vec<_> = files.into_par_iter().map(|(file, source)| in_file(file, source)).collect();
    report.add_all(found.into_iter().flatten());
}

fn in_file(file: FileId, source: &Source) -> Vec<Diagnostic> {
    let beginnings = beginnings_of_eras(&source.text).filter(|at| !is_joined(source.text.split_at(*at)));
    beginnings.filter_map(|at| mismatch(file, source, at)).collect()
}

/// Whether a letter goes on with a word or a sign: the R of AR8 is no era.
fn is_joined((before, behind): (&str, &str)) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    behind.starts_with(|c| half_width(c).is_ascii()) && before.ends_with(|c| joins(half_width(c)))
}

/// The year of an era that begins at a byte, and a western year in brackets behind it, or one around these brackets.
fn mismatch(file: FileId, source: &Source, at: usize) -> Option<Diagnostic> {
    let (before, text) = source.text.split_at(at);
    let (right, rest) = leading_era_year(text)?;
    let rest = behind_year(rest);
    let found = in_brackets(rest).or_else(|| around_brackets(before, rest)).or_else(|| behind_slash(rest))?;
    // What lies far apart is something else: the chip M1（2020）.
    let letter = text.starts_with(|c| half_width(c).is_ascii()) && found.abs_diff(right) > NEAR;
    // 平成31 and 令和元 are both 2019.
    (found != right && !letter).then(|| {
        let era = &text[..text.len() - rest.len()];
        let place = file.place(at..at + era.len());
        let diagnostic = Diagnostic::new(&rules::ERA_MISMATCH, place);
        diagnostic.with("era", era).with("right", &right).with("found", &found)
    })
}

/// So many years an era's letter may be mistaken.
const NEAR: u16 = 10;

const OPENING: [char; 4] = ['（', '(', '［', '〔'];
const CLOSING: [char; 4] = ['）', ')', '］', '〕'];
const SPACES: [char; 2] = [' ', '\u{3000}'];

/// What stands behind 年度, which may be missing.
fn behind_year(text: &str) -> &str {
    let rest = text.trim_start_matches(SPACES).strip_prefix('年').unwrap_or(text);
    rest.strip_prefix('度').unwrap_or(rest)
}

/// A western year, and what stands behind it.
fn western(text: &str) -> Option<(u16, &str)> {
    leading_number(text).filter(|(year, _)| YEARS.contains(year))
}

/// （2026）, （2026 年度）: the year in brackets that begin here.
fn in_brackets(text: &str) -> Option<u16> {
    let inner = text.trim_start_matches(SPACES).strip_prefix(OPENING)?.trim_start_matches(SPACES);
    let (year, rest) = western(inner.strip_prefix("西暦").unwrap_or(inner))?;
    behind_year(rest).trim_start_matches(SPACES).starts_with(CLOSING).then_some(year)
}

/// 2026（ before, and ） behind: the year before brackets that hold nothing but the era's.
fn around_brackets(before: &str, behind: &str) -> Option<u16> {
    let outer = before.trim_end_matches(SPACES).strip_suffix(OPENING)?.trim_end_matches(SPACES);
    let outer = outer.strip_suffix('度').unwrap_or(outer);
    let outer = outer.strip_suffix('年').unwrap_or(outer).trim_end_matches(SPACES);
    let bare = outer.trim_end_matches(|c| half_width(c).is_ascii_digit());
    let (year, _) = western(&outer[bare.len()..])?;
    behind.trim_start_matches(SPACES).starts_with(CLOSING).then_some(year)
}

/// /2026年度: with its 年, as numbers between slashes may be folders.
fn behind_slash(text: &str) -> Option<u16> {
    let (year, rest) = western(text.strip_prefix(['/', '／'])?)?;
    rest.trim_start_matches(SPACES).starts_with('年').then_some(year)
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
    fn letters_of_words() {
        check("AR8（2027）、XR-8（2027）、M1（2020）、H3ロケット（2024）、/R8/2027/、file-R8（2027）", &[]);
        check("R8（2026）、2027（R9）年度、令和8/2026年度、R8/2027/x.pdf、Reiwa 8 (2026)", &[]);
    }

    #[test]
    fn years_in_other_dress() {
        check("令和 8 年（2027 年）", &["令和 8 年 2026 2027"]);
        check("R8（2027）と2026（R9）年度", &["R8 2026 2027", "R9 2027 2026"]);
        check("令和七年（2027年）", &["令和七年 2025 2027"]);
        check("令和8年［2027年］、令和8/2027年度", &["令和8年 2026 2027", "令和8 2026 2027"]);
        check("Reiwa 8 (2027)", &["Reiwa 8 2026 2027"]);
    }

    #[test]
    fn years_that_do_not() {
        check("令和8（2027）年度", &["令和8 2026 2027"]);
        check("2027年度（令和8年度）まで", &["令和8年度 2026 2027"]);
        check("計画2027（令和８）年", &["令和８ 2026 2027"]);
        check("昭和元年（1925年）", &["昭和元年 1926 1925"]);
    }
}
