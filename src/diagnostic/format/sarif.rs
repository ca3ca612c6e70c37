//! A log as «Static Analysis Results Interchange Format (SARIF) Version 2.1.0» (OASIS, 2020) has it.

use serde_json::{Value, json};

use super::told::{Told, name};
use crate::diagnostic::{Rule, rules};
use crate::language::Language;
use crate::source;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn write(told: &[Told], language: Language, folder: &str) -> String {
    let rules: Vec<_> = rules::ALL.iter().map(|rule| self::rule(rule, language)).collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "language": language.tag(),
        "rules": rules,
    });
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            // Columns count characters, not the halves of UTF-16.
            "columnKind": "unicodeCodePoints",
            "results": told.iter().map(|told| result(told, folder)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn rule(rule: &Rule, language: Language) -> Value {
    let words = rule.words(language);
    json!({
        "id": rule.code,
        "shortDescription": { "text": words.title() },
        "fullDescription": { "text": words.meaning },
        "help": { "text": words.advice() },
        "defaultConfiguration": { "level": name(rule.severity) },
    })
}

fn result(told: &Told, folder: &str) -> Value {
    let region = json!({
        "startLine": told.line,
        "startColumn": told.column,
        "endLine": told.line,
        "endColumn": told.end_column,
        "snippet": { "text": told.text },
    });
    let path = source::in_address(&format!("{folder}{}", told.path)).to_string();
    let place = json!({ "uri": if folder.starts_with('/') { format!("file://{path}") } else { path } });
    json!({
        "ruleId": told.code,
        "level": told.severity,
        "message": { "text": format!("{}\n{}", told.message, told.advice()) },
        "locations": [{ "physicalLocation": { "artifactLocation": place, "region": region } }],
    })
}
