//! A diagnostic in words and numbers.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Language;
use crate::source::{Location, Sources};

/// What a program is told of a diagnostic; docs/diagnostic.schema.json describes it.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    pub(super) code: &'static str,
    /// `error`, `warning` or `note`.
    pub(super) severity: &'static str,
    pub(super) message: String,
    pub(super) help: String,
    /// What was probably meant, to stand in the place of what is wrong.
    pub(super) suggestion: Option<String>,
    /// From the site's folder, with `/`.
    pub(super) path: &'a str,
    /// From 1.
    pub(super) line: usize,
    /// From 1, in characters.
    pub(super) column: usize,
    /// The column behind the last character that is meant.
    pub(super) end_column: usize,
    /// The line as it stands in the file.
    pub(super) text: &'a str,
    /// How many more of its kind the file has that are not told one by one.
    pub(super) more: usize,
    /// The suggestion as a question.
    #[serde(skip)]
    question: Option<String>,
}

impl<'a> Told<'a> {
    pub(super) fn new(diagnostic: &'a Diagnostic, sources: &'a Sources, language: Language) -> Self {
        let location = sources.locate(diagnostic.place);
        let words = diagnostic.rule.words(language);
        let length = location.text[location.span.clone()].chars().count();
        Self {
            code: diagnostic.rule.code,
            severity: name(diagnostic.rule.severity),
            message: diagnostic.fill(words.message),
            help: diagnostic.fill(words.help),
            suggestion: diagnostic.suggestion.as_deref().map(|meant| replacement(meant, &location)),
            path: location.path,
            line: location.line,
            column: location.column,
            end_column: location.column + length,
            text: location.text,
            more: diagnostic.more,
            question: diagnostic.suggestion.as_deref().map(|meant| question(meant, language)),
        }
    }

    /// What to do about it, all in one text.
    pub(super) fn advice(&self) -> String {
        let question = self.question.as_ref().map(|question| format!("{question}\n"));
        question.unwrap_or_default() + &self.help
    }
}

/// A suggestion as it stands in the place of what is wrong: between quotation marks where that is.
pub(super) fn replacement(suggestion: &str, location: &Location) -> String {
    let first = location.text[location.span.clone()].chars().next();
    let quote = first.filter(|c| matches!(c, '"' | '\'')).map(String::from).unwrap_or_default();
    // A list stands in no quotes; several names in one pair of quotes get a pair each.
    let quote = if suggestion.starts_with('[') { String::new() } else { quote };
    format!("{quote}{}{quote}", suggestion.replace(", ", &format!("{quote}, {quote}")))
}

/// A suggestion as a question.
pub(super) fn question(suggestion: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("「{suggestion}」ではありませんか"),
        Language::English => format!("did you mean “{suggestion}”?"),
    }
}

/// As programs write it.
pub(super) fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
