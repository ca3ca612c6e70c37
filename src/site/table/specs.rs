//! The columns that each table can have: what programs call them and what they hold.

use super::{Kind, Table};

/// A column by its name in words and files, and what its cells hold.
pub(super) type Spec = (&'static str, Kind);

const INITIATIVES: [Spec; 14] = [
    ("number", Kind::Integer),
    ("title", Kind::Text),
    ("departments", Kind::Texts),
    ("department_ids", Kind::Keys),
    ("less", Kind::Texts),
    ("less_ids", Kind::Keys),
    ("sdgs", Kind::Keys),
    ("website", Kind::YesOrNo),
    ("other", Kind::Texts),
    ("overview", Kind::Text),
    ("vision", Kind::Text),
    ("notes", Kind::Text),
    ("updated", Kind::Date),
    ("url", Kind::Url),
];

const ACTIONS: [Spec; 12] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("action_number", Kind::Integer),
    ("group", Kind::Text),
    ("action", Kind::Text),
    ("lane", Kind::Integer),
    ("fiscal_year", Kind::Integer),
    ("schedule", Kind::Text),
    ("start", Kind::Integer),
    ("end", Kind::Integer),
];

const TARGETS: [Spec; 20] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("target_number", Kind::Integer),
    ("measure", Kind::Text),
    ("in_words", Kind::Text),
    ("baseline_name", Kind::Text),
    ("baseline_year", Kind::Integer),
    ("baseline_label", Kind::Text),
    ("baseline_text", Kind::Text),
    ("baseline_comparator", Kind::Comparator),
    ("baseline_value", Kind::Decimal),
    ("baseline_unit", Kind::Text),
    ("target_year", Kind::Integer),
    ("target_text", Kind::Text),
    ("target_comparator", Kind::Comparator),
    ("target_value", Kind::Decimal),
    ("target_unit", Kind::Text),
    ("note", Kind::Text),
];

const RESULTS: [Spec; 11] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("part", Kind::Text),
    ("departments", Kind::Texts),
    ("target_number", Kind::Integer),
    ("measure", Kind::Text),
    ("fiscal_year", Kind::Integer),
    ("result_text", Kind::Text),
    ("result_comparator", Kind::Comparator),
    ("result_value", Kind::Decimal),
    ("result_unit", Kind::Text),
];

const SECTIONS: [Spec; 8] = [
    ("id", Kind::Key),
    ("level", Kind::Text),
    ("parent", Kind::Text),
    ("number", Kind::Integer),
    ("name", Kind::Text),
    ("introduction", Kind::Text),
    ("count", Kind::Integer),
    ("url", Kind::Url),
];

const PAGES: [Spec; 4] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("page_title", Kind::Text),
    ("page_url", Kind::Url),
];

const CHANGES: [Spec; 5] = [
    ("initiative", Kind::Initiative),
    ("initiative_title", Kind::Text),
    ("changed", Kind::Date),
    ("change", Kind::Text),
    ("reason", Kind::Text),
];

const REGISTER: [Spec; 6] = [
    ("id", Kind::Key),
    ("name", Kind::Text),
    ("yomi", Kind::Text),
    ("description", Kind::Text),
    ("count", Kind::Integer),
    ("url", Kind::Url),
];

const SDGS: [Spec; 5] = [
    ("id", Kind::Key),
    ("goal", Kind::Integer),
    ("goal_name", Kind::Text),
    ("count", Kind::Integer),
    ("url", Kind::Url),
];

const LISTED: [Spec; 9] = [
    ("number", Kind::Integer),
    ("title", Kind::Text),
    ("departments", Kind::Texts),
    ("department_ids", Kind::Keys),
    ("less", Kind::Texts),
    ("less_ids", Kind::Keys),
    ("sdgs", Kind::Keys),
    ("website", Kind::YesOrNo),
    ("url", Kind::Url),
];

impl Table {
    /// Its own columns, in their order.
    pub(super) fn specs(self) -> &'static [Spec] {
        match self {
            Self::Initiatives => &INITIATIVES,
            Self::Actions => &ACTIONS,
            Self::Targets => &TARGETS,
            Self::Results => &RESULTS,
            Self::Pages => &PAGES,
            Self::Changes => &CHANGES,
            Self::Sections => &SECTIONS,
            Self::Departments | Self::Categories => &REGISTER,
            Self::Sdgs => &SDGS,
            Self::Term { .. } => &LISTED,
        }
    }
}
