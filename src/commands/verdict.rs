//! How many mistakes there are, how grave, and how a person is told.

use std::io::{IsTerminal, Write};

use super::say;
use crate::diagnostic::{Diagnostic, Severity, format};
use crate::language::Language;
use crate::source::Sources;

/// How many diagnostics there are of each severity.
pub(super) struct Verdict {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
}

impl Verdict {
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| {
            let of_it = diagnostics.iter().filter(|diagnostic| diagnostic.rule.severity == severity);
            of_it.map(|diagnostic| 1 + diagnostic.more).sum()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// Whether the site may be published.
    pub(super) fn passes(&self, deny_warnings: bool) -> bool {
        self.errors == 0 && (self.warnings == 0 || !deny_warnings)
    }

    /// One line.
    pub(super) fn sum_up(&self, language: Language) -> String {
        let Self { errors, warnings, notes } = *self;
        match language {
            Language::Japanese if notes > 0 => {
                format!("エラー {errors} 件、警告 {warnings} 件、お知らせ {notes} 件")
            }
            Language::Japanese => format!("エラー {errors} 件、警告 {warnings} 件"),
            Language::English if notes > 0 => {
                format!("errors: {errors}, warnings: {warnings}, notes: {notes}")
            }
            Language::English => format!("errors: {errors}, warnings: {warnings}"),
        }
    }
}

/// Draws diagnostics for a person, and a line below.
pub(super) fn tell(
    to: impl Write + IsTerminal,
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    total: &str,
) {
    let color = to.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let drawn = format::draw(diagnostics, sources, language, color);
    let space = if drawn.is_empty() { "" } else { "\n\n" };
    say(to, &format!("{drawn}{space}{total}"));
}
