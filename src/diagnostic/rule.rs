//! What a rule is: a code that never changes, and its words.

use crate::language::Language;

/// A rule that content can break.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Stable: `K` and three digits, the first of which names the area (see [`super::rules`]).
    pub(crate) code: &'static str,
    pub(crate) ja: Words,
    pub(crate) en: Words,
}

/// What is said when a rule is broken. `{name}` stands for a word of the diagnostic.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is wrong.
    pub(crate) message: &'static str,
    /// What to write instead.
    pub(crate) help: &'static str,
}

impl Rule {
    pub(crate) fn words(&self, language: Language) -> &Words {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}
