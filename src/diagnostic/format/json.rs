//! An object a line.

use super::told::Told;

pub(super) fn write(told: &[Told]) -> String {
    // Text and numbers can always be written.
    told.iter().filter_map(|told| serde_json::to_string(told).ok()).map(|line| line + "\n").collect()
}
