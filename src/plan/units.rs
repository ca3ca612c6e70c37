//! Amounts that can be held against each other: counters that mean the same, and 万 as part of the number.

use super::decimal::Decimal;
use super::quantity::Amount;

/// An amount without the dress that its unit may come in.
pub(crate) struct Plain<'a> {
    pub(crate) number: Decimal,
    pub(crate) unit: &'a str,
    /// Whether it is counted by the year: 件/年. One without may well be of one year too, that of its year.
    pub(crate) yearly: bool,
}

/// Counters that mean the same, the first of each for all.
const ALIKE: [&[&str]; 4] = [
    &["人", "名"],
    &["か所", "箇所", "カ所", "ヶ所", "ヵ所", "ケ所", "個所"],
    &["か月", "箇月", "カ月", "ヶ月", "ヵ月", "ケ月"],
    &["%", "パーセント", "percent"],
];

const YEARLY: [&str; 6] = ["/年度", "/年間", "/年", "/year", " per year", " a year"];

/// What is said around a value and changes nothing of its unit.
const REMARKS: [&str; 5] = ["を目指す", "をめざす", "程度", "前後", "ほど"];

/// A change is no amount that could be held against what there is.
const CHANGES: [&str; 9] = ["削減", "増加", "減少", "増", "減", "短縮", "縮減", "向上", "拡大"];

/// Numbers that stand before a counter as if they were part of it, the longer ones first.
const SCALES: [(&str, i64); 8] = [
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("十億", 1_000_000_000),
    ("百億", 10_000_000_000),
    ("千", 1000),
    ("万", 10_000),
    ("億", 100_000_000),
    ("兆", 1_000_000_000_000),
];

impl<'a> Plain<'a> {
    /// `None` where nothing can be held against it: a change (30%削減), a number that is too large.
    pub(crate) fn of(amount: &'a Amount) -> Option<Self> {
        let unit = amount.unit.trim();
        let unit = REMARKS.iter().find_map(|remark| unit.strip_suffix(remark)).unwrap_or(unit);
        if CHANGES.iter().any(|change| unit.ends_with(change)) {
            return None;
        }
        let scale = SCALES.iter().find_map(|(word, scale)| Some((unit.strip_prefix(word)?, *scale)));
        let (unit, scale) = scale.unwrap_or((unit, 1));
        let what = YEARLY.iter().find_map(|year| unit.strip_suffix(year));
        let (unit, yearly) = (what.unwrap_or(unit), what.is_some());
        let alike = ALIKE.iter().find(|alike| alike.contains(&unit)).and_then(|alike| alike.first());
        let unit = alike.copied().unwrap_or_else(|| singular(unit));
        Some(Self { number: amount.number.times(scale)?, unit, yearly })
    }
}

/// An English counter without its plural: visits as visit.
fn singular(unit: &str) -> &str {
    unit.strip_suffix('s').filter(|unit| unit.is_ascii()).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Quantity;

    /// `expected`: number, unit, and + where it is counted by the year.
    fn check(text: &str, expected: &str) {
        let amount = Quantity::parse(text).amount;
        let plain = amount.as_ref().and_then(Plain::of);
        let yearly = |yearly| if yearly { " +" } else { "" };
        let read = plain.map(|it| format!("{} {}{}", it.number, it.unit, yearly(it.yearly)));
        assert_eq!(read.unwrap_or_default().trim_end(), expected, "{text}");
    }

    #[test]
    fn units_that_are_alike() {
        check("80名以上", "80 人");
        check("5ヶ所", "5 か所");
        check("5箇所/年度", "5 か所 +");
        check("100件程度", "100 件");
        check("100件を目指す", "100 件");
        check("１００％", "100 %");
        check("1 visit", "1 visit");
        check("100 visits/year", "100 visit +");
        check("100 visits per year", "100 visit +");
        check("10 days a year", "10 day +");
    }

    #[test]
    fn numbers_in_units() {
        check("100万円", "1000000 円");
        check("1.5億円", "150000000.0 円");
        check("3千人/年", "3000 人 +");
        check("2百万円", "2000000 円");
        check("10万", "100000");
        check("999999999999999兆円", "");
    }

    #[test]
    fn changes_are_no_amounts() {
        for text in ["30%削減", "5件増", "10％減", "3日短縮"] {
            check(text, "");
        }
    }
}
