//! Years, days and goals in words: in the site's language, and in the order of years that the city is used to.

use crate::config::{Config, YearStyle};
use crate::date::Date;
use crate::language::Language;
use crate::plan::{FiscalYear, SdgsTarget, Years};

/// How a site speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    language: Language,
    years: YearStyle,
}

impl Wording {
    pub(crate) fn new(config: &Config) -> Self {
        Self { language: config.language, years: config.year_style }
    }

    /// 2026（令和8）年度, 令和8（2026）年度, or FY2026.
    ///
    /// An initiative's page says two dozen years, so they are put together without `format!`, which takes five times as long.
    pub(crate) fn year(self, year: FiscalYear) -> String {
        let number = year.0.to_string();
        match (self.language, year.era(), self.years) {
            (Language::English, ..) => ["FY", &number].concat(),
            (Language::Japanese, None, _) => [&number, "年度"].concat(),
            (Language::Japanese, Some(era), YearStyle::SeirekiFirst) => {
                [&number, "（", &era, "）年度"].concat()
            }
            (Language::Japanese, Some(era), YearStyle::WarekiFirst) => {
                [&era, "（", &number, "）年度"].concat()
            }
        }
    }

    /// The end of a fiscal year: 2029（令和11）年度末, or end of FY2029.
    pub(crate) fn year_end(self, at: FiscalYear) -> String {
        match self.language {
            Language::Japanese => self.year(at) + "末",
            Language::English => format!("end of {}", self.year(at)),
        }
    }

    /// A day without the era, for beside a fiscal year that has it: 2030年3月31日, or 31 March 2030.
    pub(crate) fn day(self, Date { year, month, day }: Date) -> String {
        match self.language {
            Language::Japanese => format!("{year}年{month}月{day}日"),
            Language::English => format!("{day} {} {year}", name_of_month(month)),
        }
    }

    /// 2026（令和8）年11月22日, 令和8（2026）年11月22日, or 22 November 2026.
    pub(crate) fn date(self, date: Date) -> String {
        let Date { year, month, day } = date;
        match (self.language, date.era(), self.years) {
            (Language::English, ..) | (_, None, _) => self.day(date),
            (Language::Japanese, Some(era), YearStyle::SeirekiFirst) => {
                format!("{year}（{era}）年{month}月{day}日")
            }
            (Language::Japanese, Some(era), YearStyle::WarekiFirst) => {
                format!("{era}（{year}）年{month}月{day}日")
            }
        }
    }

    /// A span of years; a single one is itself.
    pub(crate) fn years(self, span: Years) -> String {
        if span.first == span.last {
            return self.year(span.first);
        }
        self.between(&self.year(span.first), &self.year(span.last))
    }

    /// From a year on: 2026（令和8）年度から.
    pub(crate) fn since(self, year: FiscalYear) -> String {
        match self.language {
            Language::Japanese => format!("{}から", self.year(year)),
            Language::English => format!("from {}", self.year(year)),
        }
    }

    /// To the end of a year: 2029（令和11）年度まで.
    pub(crate) fn until(self, year: FiscalYear) -> String {
        match self.language {
            Language::Japanese => format!("{}まで", self.year(year)),
            Language::English => format!("until {}", self.year(year)),
        }
    }

    /// The days of a fiscal year: 2026年4月1日から2027年3月31日まで.
    pub(crate) fn days(self, of: FiscalYear) -> String {
        self.between(&self.day(of.first_day()), &self.day(of.last_day()))
    }

    fn between(self, first: &str, last: &str) -> String {
        match self.language {
            Language::Japanese => [first, "から", last, "まで"].concat(),
            Language::English => [first, " to ", last].concat(),
        }
    }

    /// Whether readers look for names by the rows of the fifty sounds.
    pub(crate) fn has_rows(self) -> bool {
        self.language == Language::Japanese
    }

    /// The name of a goal, or of the goal that a target belongs to.
    pub(crate) fn goal(self, target: SdgsTarget) -> &'static str {
        match self.language {
            Language::Japanese => target.goal_name_ja(),
            Language::English => target.goal_name_en(),
        }
    }

    /// Which target of which goal this is.
    pub(crate) fn sdgs_target(self, target: SdgsTarget) -> String {
        let (number, name) = (target.goal, self.goal(target));
        match self.language {
            Language::Japanese => format!("目標{number}「{name}」のターゲット{target}です。"),
            Language::English => format!("Target {target} of goal {number}, {name}."),
        }
    }
}

fn name_of_month(month: u8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEIREKI: Wording = Wording { language: Language::Japanese, years: YearStyle::SeirekiFirst };
    const WAREKI: Wording = Wording { language: Language::Japanese, years: YearStyle::WarekiFirst };
    const ENGLISH: Wording = Wording { language: Language::English, years: YearStyle::WarekiFirst };

    fn span(first: u16, last: u16) -> Years {
        Years { first: FiscalYear(first), last: FiscalYear(last) }
    }

    #[test]
    fn dates() {
        let words =
            |wording: Wording| Date::new(2026, 11, 2).map(|day| wording.date(day)).unwrap_or_default();
        assert_eq!(words(SEIREKI), "2026（令和8）年11月2日");
        assert_eq!(words(WAREKI), "令和8（2026）年11月2日");
        assert_eq!(words(ENGLISH), "2 November 2026");
    }

    #[test]
    fn spans() {
        assert_eq!(SEIREKI.years(span(2026, 2029)), "2026（令和8）年度から2029（令和11）年度まで");
        assert_eq!(WAREKI.years(span(2018, 2019)), "平成30（2018）年度から令和元（2019）年度まで");
        assert_eq!(ENGLISH.years(span(2026, 2026)), "FY2026");
    }

    #[test]
    fn ends_and_days() {
        assert_eq!(WAREKI.year_end(FiscalYear(2029)), "令和11（2029）年度末");
        assert_eq!(ENGLISH.year_end(FiscalYear(2029)), "end of FY2029");
        assert_eq!(WAREKI.days(FiscalYear(2026)), "2026年4月1日から2027年3月31日まで");
        assert_eq!(ENGLISH.days(FiscalYear(2026)), "1 April 2026 to 31 March 2027");
    }
}
