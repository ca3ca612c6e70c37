//! The way from a baseline to a target as a picture: where each of them stands on a line.
//!
//! A place on the line is told in thousandths of its length, as a percentage with one decimal: SVG takes it as it is, so the
//! picture is as wide as its room and its marks stay round.

use serde::Serialize;

use crate::plan::decimal::Decimal;
use crate::plan::units::Plain;
use crate::plan::{Comparator, Quantity, Standing, Target};

/// A line with marks on it. Places are percentages of its length.
#[derive(Debug, Serialize)]
pub(crate) struct WayView {
    /// The number at its beginning: 0; `None` where the baseline's stands there.
    pub(crate) start: Option<String>,
    pub(crate) target: MarkView,
    pub(crate) baseline: Option<MarkView>,
    /// Places, the earliest result's first.
    pub(crate) results: Vec<String>,
    /// What 以上, 未満 and the like ask for; `None` where the plan does not say which side is meant.
    pub(crate) goal: Option<GoalView>,
    /// Where there is a way to go from the baseline: `left` or `right`.
    pub(crate) heading: Option<&'static str>,
}

/// A mark with its number.
#[derive(Debug, Serialize)]
pub(crate) struct MarkView {
    pub(crate) place: String,
    /// As printed, without remarks in brackets.
    pub(crate) text: String,
    /// Which part of the text stands at the mark, so that none of it leaves the picture: `start`, `middle` or `end`.
    pub(crate) anchor: &'static str,
}

/// The stretch of the line where a target is reached.
#[derive(Debug, Serialize)]
pub(crate) struct GoalView {
    pub(crate) start: String,
    pub(crate) width: String,
    /// Whether the target itself is none of it: 未満.
    pub(crate) beyond: bool,
}

/// What can stand in a picture.
pub(super) const MARKS: [&str; 4] = ["baseline", "results", "target", "goal"];

impl WayView {
    pub(super) fn has(&self, mark: &str) -> bool {
        match mark {
            "baseline" => self.baseline.is_some(),
            "results" => !self.results.is_empty(),
            "goal" => self.goal.is_some(),
            _ => true,
        }
    }
}

/// `None` where there is nothing that a target in numbers could be held against; `standing` is how its baseline stands to it.
pub(super) fn way(target: &Target, standing: Option<Standing>) -> Option<WayView> {
    let amount = target.target.as_ref()?.amount.as_ref()?;
    let to = Plain::of(amount)?;
    let comparable = !matches!(standing, None | Some(Standing::OtherUnit | Standing::PerYear));
    let baseline = target.baseline.as_ref().filter(|_| comparable);
    let from = baseline.and_then(|baseline| number(&baseline.value, &to));
    let results: Vec<_> = target.results.iter().filter_map(|result| number(&result.value, &to)).collect();
    let all: Vec<_> = from.iter().chain(&results).copied().collect();
    let line = (!all.is_empty()).then(|| Line::around(to.number, &all, to.unit == PERCENT)).flatten()?;
    let at = line.place(to.number)?;
    let baseline_at = from.and_then(|from| line.place(from));
    let before = standing == Some(Standing::Before);
    let way = from.filter(|_| before).map(|from| if from < to.number { "right" } else { "left" });
    Some(WayView {
        start: baseline_at.is_none_or(|at| at >= NEAR).then(|| line.label(line.start)),
        target: MarkView::new(at, &target.target.as_ref()?.text),
        baseline: baseline_at.zip(baseline).map(|(at, baseline)| MarkView::new(at, &baseline.value.text)),
        results: results.iter().filter_map(|result| line.place(*result)).map(percentage).collect(),
        goal: goal(amount.comparator, at),
        heading: way,
    })
}

/// A number this near to an end of the line begins or ends there.
const NEAR: i128 = LENGTH / 4;

impl MarkView {
    fn new(at: i128, text: &str) -> Self {
        let anchor = match at {
            ..NEAR => "start",
            _ if at > LENGTH - NEAR => "end",
            _ => "middle",
        };
        let bare = text.split(['（', '(']).next().unwrap_or_default().trim_end();
        Self { place: percentage(at), text: bare.to_owned(), anchor }
    }
}

/// As the units of amounts that can be held against each other say it.
const PERCENT: &str = "%";

/// A value in the unit of the target.
fn number(value: &Quantity, to: &Plain) -> Option<Decimal> {
    let plain = Plain::of(value.amount.as_ref()?)?;
    (plain.unit == to.unit && (to.yearly || !plain.yearly)).then_some(plain.number)
}

fn goal(comparator: Comparator, at: i128) -> Option<GoalView> {
    let (start, end) = match comparator {
        Comparator::AtLeast | Comparator::MoreThan => (at, LENGTH),
        Comparator::AtMost | Comparator::LessThan => (0, at),
        Comparator::Equal => return None,
    };
    let beyond = matches!(comparator, Comparator::MoreThan | Comparator::LessThan);
    Some(GoalView { start: percentage(start), width: percentage(end - start), beyond })
}

/// A line of numbers, in units of the last of their decimals and two more.
struct Line {
    start: i128,
    end: i128,
    decimals: u32,
    percent: bool,
}

/// How finely a place on a line is told.
const LENGTH: i128 = 1000;

impl Line {
    /// A line that holds a target and all else, and nothing: a length on it can be held against its whole. Percentages end at 100
    /// where none is beyond and one is near.
    fn around(target: Decimal, others: &[Decimal], percent: bool) -> Option<Self> {
        let all = || others.iter().chain([&target]);
        let decimals = all().map(|number| number.decimals()).max()? + 2;
        let least = all().map(|number| number.scaled(decimals)).min()?.min(0);
        let most = all().map(|number| number.scaled(decimals)).max()?.max(0);
        let hundred = 10_i128.checked_pow(decimals + 2)?;
        let mut end = round(most)?;
        if percent && most <= hundred {
            end = end.min(hundred);
        }
        let start = -round(-least)?;
        // Where all is nothing, a line of one is as good as any.
        let end = if start == end { hundred / 100 } else { end };
        Some(Self { start, end, decimals, percent })
    }

    /// `None` where the numbers are too long to be drawn.
    fn place(&self, number: Decimal) -> Option<i128> {
        let length = self.end - self.start;
        let from_start = number.scaled(self.decimals) - self.start;
        Some((from_start.checked_mul(LENGTH)? + length / 2) / length)
    }

    /// A number as it stands at an end of the line: 150,000.
    fn label(&self, at: i128) -> String {
        let unit = 10_u128.pow(self.decimals);
        let (whole, rest) = (at.unsigned_abs() / unit, at.unsigned_abs() % unit);
        let sign = if at < 0 { "-" } else { "" };
        let fraction = format!(".{rest:0width$}", width = self.decimals as usize);
        let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
        let percent = if self.percent { PERCENT } else { "" };
        format!("{sign}{}{fraction}{percent}", in_thousands(whole))
    }
}

/// The next number that is easy to read, a tenth or more beyond: 120 for 105.
fn round(most: i128) -> Option<i128> {
    let wanted = most.checked_add(most / 10)?;
    let mut step = 1_i128;
    while step.checked_mul(100)? < wanted {
        step = step.checked_mul(10)?;
    }
    let mut easy = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100].into_iter().map(|easy| easy * step);
    if wanted == 0 { Some(0) } else { easy.find(|easy| *easy >= wanted) }
}

fn in_thousands(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// 57.4% for 574 of a thousand.
pub(super) fn percentage(thousandths: i128) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(texts: &[&str]) -> Vec<Decimal> {
        texts.iter().filter_map(|text| Decimal::parse(text)).collect()
    }

    /// `expected`: the ends of the line, and the places of the target and the others on it.
    fn check(target: &str, others: &[&str], percent: bool, expected: &str) {
        let (target, others) = (decimals(&[target]), decimals(others));
        let drawn = Line::around(target[0], &others, percent).and_then(|line| {
            let places: Option<Vec<_>> =
                target.iter().chain(&others).map(|it| line.place(*it).map(|at| at.to_string())).collect();
            Some(format!("{} {} {}", line.label(line.start), line.label(line.end), places?.join(" ")))
        });
        assert_eq!(drawn.as_deref(), Some(expected));
    }

    #[test]
    fn lines_end_at_easy_numbers() {
        check("50", &["36"], false, "0 60 833 600");
        check("120,000", &["77,934"], false, "0 150,000 800 520");
        check("1.05", &["1.05"], false, "0 1.2 875 875");
        check("1", &["0"], false, "0 1.2 833 0");
        check("0", &["0"], false, "0 1 0 0");
    }

    #[test]
    fn percentages_end_at_a_hundred() {
        check("100", &["40"], true, "0% 100% 1000 400");
        check("90.0", &["85.8"], true, "0% 100% 900 858");
        check("10", &["9.85"], true, "0% 12% 833 821");
        check("120", &["100"], true, "0% 150% 800 667");
    }

    #[test]
    fn a_line_may_begin_below_nothing() {
        let line = Line::around(decimals(&["5"])[0], &[decimals(&["3.2"])[0].negative()], false);
        let line = line.map(|line| format!("{} {}", line.label(line.start), line.label(line.end)));
        assert_eq!(line.as_deref(), Some("-4 6"));
    }

    #[test]
    fn the_longest_numbers_are_drawn_or_left() {
        let long = decimals(&["999999999999999", "0.00000000000001"]);
        let line = Line::around(long[0], &long, false);
        assert!(line.is_some_and(|line| line.place(long[1]) == Some(0)));
        let far = long[0].times(9000).and_then(|far| {
            let line = Line::around(far, &[far.negative(), long[1]], false)?;
            Some((line.place(far), line.place(far.negative())))
        });
        assert_eq!(far, Some((None, Some(50))));
    }
}
