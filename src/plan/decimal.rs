//! A number exactly as it was printed: 60.0 is not 60.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number that remembers its decimals.
#[expect(
    clippy::derived_hash_with_manual_eq,
    reason = "the hash tells how it is printed; no map has it for a key"
)]
#[derive(Clone, Copy, Debug, Hash)]
pub(crate) struct Decimal {
    digits: i64,
    /// How many of the digits stand behind the point.
    decimals: u32,
}

/// With more digits than that a print is not a quantity but a serial number.
const MOST_DIGITS: usize = 15;

impl Decimal {
    /// Reads digits with or without a point, and with or without commas between groups of three.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{}{fraction}", ungroup(whole)?);
        let legal =
            digits.chars().all(|c| c.is_ascii_digit()) && !text.ends_with('.') && digits.len() <= MOST_DIGITS;
        let decimals = u32::try_from(fraction.len()).ok()?;
        legal.then_some(Self { digits: digits.parse().ok()?, decimals })
    }

    pub(crate) fn negative(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// So many times as much; `None` if there are too many digits for it.
    pub(crate) fn times(self, factor: i64) -> Option<Self> {
        Some(Self { digits: self.digits.checked_mul(factor)?, ..self })
    }

    /// How many of its digits stand behind the point.
    pub(crate) fn decimals(self) -> u32 {
        self.decimals
    }

    /// The digits at a given number of decimals, at least its own, and at most 18.
    pub(crate) fn scaled(self, decimals: u32) -> i128 {
        i128::from(self.digits) * 10_i128.pow(decimals.saturating_sub(self.decimals))
    }
}

/// The digits without their commas; `None` if the commas do not stand where thousands end.
fn ungroup(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let legal = !first.is_empty() && (!grouped || first.len() <= 3) && groups.all(|group| group.len() == 3);
    legal.then(|| whole.replace(',', ""))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let unit = 10_u64.pow(self.decimals);
        let digits = self.digits.unsigned_abs();
        match self.decimals {
            0 => write!(f, "{sign}{digits}"),
            width => write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = width as usize),
        }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let decimals = self.decimals.max(other.decimals);
        self.scaled(decimals).cmp(&other.scaled(decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Decimal::parse(text).map(|number| number.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn decimals_stay_as_printed() {
        check("60.0", Some("60.0"));
        check("1.05", Some("1.05"));
        check("120,000", Some("120000"));
        check("0", Some("0"));
        check("007", Some("7"));
    }

    #[test]
    fn what_is_not_a_number() {
        for text in ["", ".5", "5.", "1,2", "1234,567", "1,234,56", "1e3", "9999999999999999"] {
            check(text, None);
        }
    }

    #[test]
    fn order() {
        assert!(Decimal::parse("60.0") == Decimal::parse("60"));
        assert!(Decimal::parse("9.85") < Decimal::parse("10"));
    }
}
