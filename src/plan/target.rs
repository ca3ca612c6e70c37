//! What is to be reached (目標値), from where (現況値), and what was reached (実績値).

use super::quantity::Quantity;
use super::year::FiscalYear;
use crate::source::{Located, Place};

/// A target: a measure with its values, or a sentence.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Target {
    pub(crate) subject: Subject,
    /// Where the subject was written.
    pub(crate) place: Place,
    /// At the end of which fiscal year it is to be reached.
    pub(crate) due: FiscalYear,
    /// Where that year was written; `None` where it is the plan's last as a matter of course.
    pub(crate) dated: Option<Place>,
    pub(crate) target: Option<Located<Quantity>>,
    pub(crate) baseline: Option<Baseline>,
    /// The earliest first.
    pub(crate) results: Vec<Result>,
    /// What a reader should know.
    pub(crate) note: Option<String>,
    /// Something in it is wrong and was reported: what else looks odd in it may be no more than an echo.
    pub(crate) flawed: bool,
}

impl Target {
    /// Whether anything is to be reached: a measure may be there for its baseline alone.
    pub(crate) fn is_goal(&self) -> bool {
        self.target.is_some() || matches!(self.subject, Subject::Sentence(_))
    }
}

/// What a target speaks of.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Subject {
    /// The name of what is measured.
    Measure(String),
    /// A target in words.
    Sentence(String),
}

/// The value at the start.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Baseline {
    pub(crate) value: Located<Quantity>,
    pub(crate) year: Option<FiscalYear>,
    /// What the plan calls the measure here, where that is not the target's name.
    pub(crate) name: Option<Located<String>>,
    /// What the plan calls the value, where it is not the value at the end of the year: 2024年度の実績値.
    pub(crate) label: Option<String>,
}

/// The value of a year.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Result {
    pub(crate) year: Located<FiscalYear>,
    pub(crate) value: Located<Quantity>,
}
