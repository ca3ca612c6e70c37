//! Years and days in words, in the site's language.

use crate::date::Date;
use crate::language::Language;
use crate::plan::{FiscalYear, SdgsTarget, Years};

/// 2026（令和8）年度, or FY2026.
pub(crate) fn year(year: FiscalYear, language: Language) -> String {
    let FiscalYear(number) = year;
    match (language, year.era()) {
        (Language::Japanese, Some(era)) => format!("{number}（{era}）年度"),
        (Language::Japanese, None) => format!("{number}年度"),
        (Language::English, _) => format!("FY{number}"),
    }
}

/// 2026（令和8）年11月22日, or 22 November 2026.
pub(crate) fn date(date: Date, language: Language) -> String {
    let Date { year, month, day } = date;
    match (language, date.era()) {
        (Language::Japanese, Some(era)) => format!("{year}（{era}）年{month}月{day}日"),
        (Language::Japanese, None) => format!("{year}年{month}月{day}日"),
        (Language::English, _) => format!("{day} {} {year}", name_of_month(month)),
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

/// The end of a fiscal year: 2029（令和11）年度末, or end of FY2029.
pub(crate) fn year_end(at: FiscalYear, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}末", year(at, language)),
        Language::English => format!("end of {}", year(at, language)),
    }
}

/// A span of years; a single one is itself.
pub(crate) fn years(span: Years, language: Language) -> String {
    let (first, last) = (year(span.first, language), year(span.last, language));
    match language {
        _ if span.first == span.last => first,
        Language::Japanese => format!("{first}から{last}まで"),
        Language::English => format!("{first} to {last}"),
    }
}

/// The name of a goal, or of the goal that a target belongs to.
pub(crate) fn goal(target: SdgsTarget, language: Language) -> &'static str {
    match language {
        Language::Japanese => target.goal_name_ja(),
        Language::English => target.goal_name_en(),
    }
}

/// Which target of which goal this is.
pub(crate) fn sdgs_target(target: SdgsTarget, language: Language) -> String {
    let (number, name) = (target.goal, goal(target, language));
    match language {
        Language::Japanese => format!("目標{number}「{name}」のターゲット{target}です。"),
        Language::English => format!("Target {target} of goal {number}, {name}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let words = |language| Date::new(2026, 11, 2).map(|day| date(day, language)).unwrap_or_default();
        assert_eq!(words(Language::Japanese), "2026（令和8）年11月2日");
        assert_eq!(words(Language::English), "2 November 2026");
    }

    #[test]
    fn spans() {
        let span = |first, last| Years { first: FiscalYear(first), last: FiscalYear(last) };
        let japanese = years(span(2026, 2029), Language::Japanese);
        assert_eq!(japanese, "2026（令和8）年度から2029（令和11）年度まで");
        assert_eq!(years(span(2026, 2026), Language::English), "FY2026");
    }
}
