//! A report of code quality: «Code Quality report format», docs.gitlab.com.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::told::Told;
use crate::hash::Hash;

pub(super) fn write(told: &[Told], folder: &str) -> String {
    let mut before = BTreeMap::<_, usize>::new();
    let remark = |told: &Told| {
        let same = before.entry((told.code, told.path.to_owned(), told.text.to_owned())).or_default();
        *same += 1;
        remark(told, folder, *same)
    };
    format!("{:#}\n", told.iter().map(remark).collect::<Value>())
}

/// `same` counts those that say the same of lines that read the same.
fn remark(told: &Told, folder: &str, same: usize) -> Value {
    let path = format!("{folder}{}", told.path);
    json!({
        "check_name": told.code,
        "description": format!("{} {}\n{}", told.code, told.message, told.advice()),
        // What was there before is known by it, on whatever line it stands now.
        "fingerprint": Hash::of(format!("{path}\n{}\n{}\n{}\n{same}", told.code, told.message, told.text).as_bytes()).to_string(),
        "severity": severity(told.severity),
        "location": { "path": path, "lines": { "begin": told.line } },
    })
}

/// As GitLab calls it.
fn severity(name: &str) -> &'static str {
    match name {
        "error" => "major",
        "warning" => "minor",
        _ => "info",
    }
}
