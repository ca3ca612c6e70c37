//! Fiscal years (会計年度) and what they are called.
//!
//! A fiscal year runs from 1 April to 31 March (地方自治法 第208条) and is named after the year in which it begins.

use std::ops::RangeInclusive;

use crate::date::Date;
use crate::japanese::ERAS;

/// A fiscal year, by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FiscalYear(pub(crate) u16);

/// A span of fiscal years, both ends included; never empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Years {
    pub(crate) first: FiscalYear,
    pub(crate) last: FiscalYear,
}

impl FiscalYear {
    /// 1 April.
    pub(crate) fn first_day(self) -> Date {
        Date { year: self.0, month: 4, day: 1 }
    }

    /// 31 March of the year behind.
    pub(crate) fn last_day(self) -> Date {
        Date { year: self.0.saturating_add(1), month: 3, day: 31 }
    }

    /// The year by its era, as in 令和8 or 令和元; `None` before 1868.
    pub(crate) fn era(self) -> Option<String> {
        ERAS.iter().find(|era| era.first <= self.0).map(|era| era.year(self.0))
    }
}

impl Years {
    pub(crate) fn contains(self, year: FiscalYear) -> bool {
        self.range().contains(&year.0)
    }

    /// Whether all of `other` lies within.
    pub(crate) fn covers(self, other: Self) -> bool {
        self.contains(other.first) && self.contains(other.last)
    }

    /// How many years.
    pub(crate) fn length(self) -> usize {
        self.range().len()
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = FiscalYear> {
        self.range().map(FiscalYear)
    }

    fn range(self) -> RangeInclusive<u16> {
        self.first.0..=self.last.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eras() {
        let era = |year| FiscalYear(year).era().unwrap_or_default();
        assert_eq!(era(2026), "令和8");
        assert_eq!(era(2019), "令和元");
        assert_eq!(era(2011), "平成23");
    }
}
