//! How a baseline stands to its target: whether they can be held against each other, and what comes of it.

use super::comparator::Comparator;
use super::decimal::Decimal;
use super::quantity::Amount;
use super::target::Target;
use super::units::Plain;

/// How a baseline stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// They count different things.
    OtherUnit,
    /// The baseline is counted by the year and the target is not: it may be that of all years together.
    PerYear,
    /// There is a way to go.
    Before,
    Met,
    /// The target asks for less than there is.
    Surpassed,
}

impl Target {
    /// `None` where there is no baseline or no target, or where they cannot be held against each other: 未実施, 30%削減.
    pub(crate) fn standing(&self) -> Option<Standing> {
        let (to, from) = (&self.target.as_ref()?.value, &self.baseline.as_ref()?.value.value);
        match (&to.amount, &from.amount) {
            _ if from.is_absent() => None,
            (Some(to), Some(from)) => Standing::of(to, from),
            _ => (to.text == from.text).then_some(Standing::Met),
        }
    }
}

impl Standing {
    fn of(to: &Amount, from: &Amount) -> Option<Self> {
        let (plain, present) = (Plain::of(to)?, Plain::of(from)?);
        Some(if plain.unit != present.unit {
            Self::OtherUnit
        } else if present.yearly && !plain.yearly {
            Self::PerYear
        } else {
            Self::of_numbers(to.comparator, plain.number, present.number)
        })
    }

    /// A value without a comparator is one that is to grow: most are, and of the others it is fair to ask.
    fn of_numbers(comparator: Comparator, to: Decimal, from: Decimal) -> Self {
        let met = match comparator {
            Comparator::AtLeast | Comparator::Equal => from >= to,
            Comparator::MoreThan => from > to,
            Comparator::AtMost => from <= to,
            Comparator::LessThan => from < to,
        };
        let shrinks = matches!(comparator, Comparator::AtMost | Comparator::LessThan);
        match met {
            false => Self::Before,
            true if shrinks || from == to => Self::Met,
            true => Self::Surpassed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Quantity;

    fn check(target: &str, baseline: &str, expected: Option<Standing>) {
        let (to, from) = (Quantity::parse(target).amount, Quantity::parse(baseline).amount);
        let standing = to.zip(from).and_then(|(to, from)| Standing::of(&to, &from));
        assert_eq!(standing, expected, "{target} {baseline}");
    }

    #[test]
    fn standings() {
        check("100%", "40%", Some(Standing::Before));
        check("120,000件/年", "77,934件/年", Some(Standing::Before));
        check("17自治体/年度", "8自治体", Some(Standing::Before));
        check("1.05以下", "1.05", Some(Standing::Met));
        check("10%未満", "9.85%", Some(Standing::Met));
        check("10%未満", "10.0%", Some(Standing::Before));
        check("10件超", "10件", Some(Standing::Before));
        check("2,500時間/年間", "3,386時間/年間", Some(Standing::Surpassed));
        check("100人", "80名", Some(Standing::Before));
    }

    #[test]
    fn what_cannot_be_held_against_each_other() {
        check("5件", "5%", Some(Standing::OtherUnit));
        check("32回（8回/年×4年）", "21回/年", Some(Standing::PerYear));
        check("30%削減", "10%", None);
        check("未実施", "10%", None);
    }
}
