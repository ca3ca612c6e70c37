//! What a rule is: a code that never changes, how grave it is to break it, an example, and its words.

use crate::language::Language;

/// A rule that content can break.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Stable: `K` and three digits, the first of which names the area (see [`super::rules`]).
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    /// `None` where no text can show it: a file in another encoding, one that is too large, a server that does not answer.
    pub(crate) example: Option<Example>,
    pub(crate) ja: Words,
    pub(crate) en: Words,
}

/// How grave it is to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// Nothing is published while there is one.
    Error,
    /// A question: it may be meant, and then a `note:` or an `allow:` says so.
    Warning,
    /// Something that could not be found out.
    Note,
}

/// What breaks a rule, and the same as it should be. Both stand in files of the rule's folder in `tests/fixtures/rules`.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) wrong: &'static str,
    pub(crate) right: &'static str,
}

/// What is said when a rule is broken. `{name}` stands for a word of the diagnostic.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is wrong.
    pub(crate) message: &'static str,
    /// What to write instead.
    pub(crate) help: &'static str,
    /// What it means and why it matters, for who wants to know more; no placeholders.
    pub(crate) meaning: &'static str,
}

impl Rule {
    pub(crate) fn words(&self, language: Language) -> &Words {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}
