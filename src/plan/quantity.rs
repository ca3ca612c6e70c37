//! Quantities as a plan prints them: 10%以上, 120,000件/年, 1.05以下, 未実施.

use super::comparator::{BEFORE, BEHIND, Comparator, KEEP};
use super::decimal::Decimal;
use crate::japanese::{half_width, is_dash};

/// A printed value, and what can be read from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Quantity {
    /// As printed.
    pub(crate) text: String,
    /// What it amounts to; `None` where the print has no amount (未実施, -) or more than one.
    pub(crate) amount: Option<Amount>,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Amount {
    pub(crate) number: Decimal,
    /// As printed, `""` if there is none: 件/年, %, 自治体/年度.
    pub(crate) unit: String,
    pub(crate) comparator: Comparator,
}

/// Signs that make a number negative. The triangles are those of Japanese accounts.
const MINUS: [char; 4] = ['-', '−', '△', '▲'];

impl Quantity {
    /// Reads a print. There is no print that cannot be read; some have no amount.
    pub(crate) fn parse(text: &str) -> Self {
        Self { text: text.to_owned(), amount: Amount::parse(text) }
    }

    /// A dash in the place of a value says that there is none.
    pub(crate) fn is_absent(&self) -> bool {
        self.text.chars().all(|c| is_dash(c) || c.is_whitespace())
    }
}

impl Amount {
    fn parse(print: &str) -> Option<Self> {
        let print: String = print.chars().map(half_width).collect();
        let mut rest = print.trim();
        let mut comparator = Comparator::Equal;
        let before =
            |sign: &str| rest.split_at_checked(sign.len()).filter(|(it, _)| it.eq_ignore_ascii_case(sign));
        if let Some(((_, behind), meaning)) = BEFORE.iter().find_map(|(sign, it)| Some((before(sign)?, *it)))
        {
            (rest, comparator) = (behind.trim_start(), meaning);
        }
        let unsigned = rest.strip_prefix(MINUS);
        let rest = unsigned.unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
        let number = Decimal::parse(&rest[..end])?;
        let (unit, meaning) = unit_and_comparator(&rest[end..])?;
        Some(Self {
            number: if unsigned.is_some() { number.negative() } else { number },
            unit,
            comparator: meaning.unwrap_or(comparator),
        })
    }
}

/// What stands behind a number: its unit, then a comparator, then remarks in brackets. `None` if another amount follows.
fn unit_and_comparator(rest: &str) -> Option<(String, Option<Comparator>)> {
    let (measure, remarks) = rest.split_at(rest.find('(').unwrap_or(rest.len()));
    let measure = measure.trim();
    let measure = measure.strip_suffix(KEEP).unwrap_or(measure);
    let word = BEHIND.iter().find(|(word, _)| measure.ends_with(word));
    let unit = word.map_or(measure, |(word, _)| measure[..measure.len() - word.len()].trim_end());
    // English units are words with spaces between: visits per year.
    let single = !unit.contains(|c: char| c.is_numeric() || "×~".contains(c));
    let single = single && (unit.is_ascii() || !unit.contains(char::is_whitespace));
    let single = single && !BEHIND.iter().any(|(word, _)| unit.contains(word)) && !unit.starts_with("年度");
    let only_remarks = remarks.is_empty() || remarks.trim_end().ends_with(')');
    (single && only_remarks).then(|| (unit.to_owned(), word.map(|(_, comparator)| *comparator)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected`: comparator, number and unit with spaces between, or nothing.
    fn check(text: &str, expected: &str) {
        let quantity = Quantity::parse(text);
        let read = quantity.amount.map(|it| format!("{} {} {}", it.comparator.sign(), it.number, it.unit));
        assert_eq!((read.unwrap_or_default().trim_end(), quantity.text.as_str()), (expected, text));
    }

    #[test]
    fn amounts() {
        check("10%以上", ">= 10 %");
        check("1.05以下", "<= 1.05");
        check("10%未満", "< 10 %");
        check("120,000件/年", "= 120000 件/年");
        check("17自治体/年度", "= 17 自治体/年度");
        check("2,500時間/年間", "= 2500 時間/年間");
        check("60.0%", "= 60.0 %");
        check("90%を維持", "= 90 %");
        check("１０％以上", ">= 10 %");
        check("△3.2%", "= -3.2 %");
        check("≧ 5人", ">= 5 人");
        check("＞5人", "> 5 人");
        check("90%以上を維持", ">= 90 %");
    }

    #[test]
    fn amounts_in_english() {
        check("at least 10", ">= 10");
        check("At most 10 days", "<= 10 days");
        check("up to 5", "<= 5");
        check("10% or more", ">= 10 %");
        check("10 or less", "<= 10");
        check("5 visits or fewer (in 2029)", "<= 5 visits");
        check("under 5", "< 5");
        check("less than 5%", "< 5 %");
        check("more than 1,000 visits", "> 1000 visits");
        check("100 visits per year", "= 100 visits per year");
        check("2 of 3 offices", "");
    }

    #[test]
    fn remarks_in_brackets() {
        check("32回（8回/年×4年）", "= 32 回");
        check("1,120名（280名/年×4年）（35人/回を想定）", "= 1120 名");
        check("1件（電子媒体による研修）", "= 1 件");
        check("100人（延べ）以上", "");
    }

    #[test]
    fn no_amount_or_more_than_one() {
        for text in [
            "未実施",
            "-",
            "16回 560人（4回/年×4年）",
            "（地区地域公民館 40館×年1~2回）",
            "3~5件",
            "10%以上削減",
            "2027年度",
            "×24回",
            "（全4回）×3回",
            "2026年10月",
        ] {
            check(text, "");
        }
    }
}
