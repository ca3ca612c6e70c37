//! How diagnostics are told: drawn for a person, or written for a program.

mod human;
mod told;
mod json;
mod github;
mod gitlab;
mod sarif;
mod html;

pub(crate) use html::escaped;
pub(crate) use human::draw;

use super::Diagnostic;
use crate::language::Language;
use crate::source::Sources;
use told::Told;

/// What reads the diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// Anything: a JSON object a line, as docs/diagnostic.schema.json has it.
    Json,
    /// GitHub Actions: workflow commands, which become remarks beside the lines of a change.
    Github,
    /// GitLab: a report of code quality, which becomes remarks on a merge request.
    Gitlab,
    /// Code scanning: a SARIF 2.1.0 log.
    Sarif,
}

/// Diagnostics as a list of a page.
pub(crate) fn list(diagnostics: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let told: Vec<_> = diagnostics.iter().map(|it| Told::new(it, sources, language)).collect();
    html::write(&told, language)
}

/// Diagnostics for a program. Every line ends, also the last. `folder` is what leads from where the program looks to the
/// site's folder, with `/` at its end; a JSON object has paths from the site's folder.
pub(crate) fn write(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    language: Language,
    program: Program,
    folder: &str,
) -> String {
    let told: Vec<_> = diagnostics.iter().map(|it| Told::new(it, sources, language)).collect();
    match program {
        Program::Json => json::write(&told),
        Program::Github => github::write(&told, folder),
        Program::Gitlab => gitlab::write(&told, folder),
        Program::Sarif => sarif::write(&told, language, folder),
    }
}
