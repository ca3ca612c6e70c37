//! Days of the calendar.

use crate::japanese;

/// A day that there is, in a year that a plan can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Date {
    /// `None` where the calendar has no such day.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        ((1..=days).contains(&day) && japanese::YEARS.contains(&year)).then_some(Self { year, month, day })
    }

    /// 2026-11-22, and nothing like it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let date = Self::from_parts(text.split('-').map(str::parse).map(Result::ok))?;
        (date.to_string() == text).then_some(date)
    }

    /// The day that was meant by 2026/11/22, 2026年11月22日, 令和8年11月22日 or R8.11.22, half-width.
    pub(crate) fn meant(text: &str) -> Option<Self> {
        let text: String = text.chars().map(japanese::half_width).filter(|c| !c.is_whitespace()).collect();
        let (year, rest) = japanese::leading_era_year(&text).or_else(|| {
            let (year, rest) = text.split_at_checked(4)?;
            Some((year.parse().ok()?, rest))
        })?;
        let apart = |c: char| japanese::is_dash(c) || matches!(c, '年' | '月' | '/' | '.');
        let mut parts = rest.trim_end_matches('日').split(apart);
        let behind_year = parts.next().is_some_and(str::is_empty);
        let parts = std::iter::once(Some(year)).chain(parts.map(|part| part.parse().ok()));
        if behind_year { Self::from_parts(parts) } else { None }
    }

    fn from_parts(mut parts: impl Iterator<Item = Option<u16>>) -> Option<Self> {
        let [year, month, day] = [parts.next()??, parts.next()??, parts.next()??];
        let date = Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        parts.next().is_none().then_some(date)
    }

    /// The year by its era, as in 令和8; on the day on which an era begins, by that one.
    pub(crate) fn era(self) -> Option<String> {
        let has_begun = |era: &&japanese::Era| (era.first, era.begins) <= (self.year, (self.month, self.day));
        japanese::ERAS.iter().find(has_begun).map(|era| era.year(self.year))
    }
}

/// As in ISO 8601.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_there_are() {
        for text in ["2026-11-22", "2028-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in
            ["2026-02-29", "2100-02-29", "2026-13-01", "2026-11-31", "2026-1-1", "2026-11", "2026-11-22-1"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_that_were_meant() {
        for text in [
            "2026/11/22",
            "2026年11月22日",
            "令和8年11月22日",
            "Ｒ８．１１．２２",
            "2026-11-22",
            "2026 年 11 月 22 日",
        ] {
            assert_eq!(Date::meant(text), Date::new(2026, 11, 22), "{text}");
        }
        for text in ["11月22日", "2026年11月", "2026年11月31日", "20261122", "", "来年"] {
            assert_eq!(Date::meant(text), None, "{text}");
        }
    }

    #[test]
    fn an_era_begins_on_its_day() {
        let era = |text| Date::parse(text).and_then(Date::era).unwrap_or_default();
        assert_eq!([era("2019-04-30"), era("2019-05-01"), era("2026-11-22")], ["平成31", "令和元", "令和8"]);
    }
}
