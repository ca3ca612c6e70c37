//! What is wrong with the content, or looks so: found by every stage, gathered, told all at once.
//!
//! A [`Diagnostic`] is a [`Rule`] that was broken, the place where, and the words that belong into the rule's sentence.
//! Sentences stand in [`rules`] alone, in Japanese and in English.

pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod suggest;
pub(crate) mod human;
mod flood;

pub(crate) use flood::MOST;
pub(crate) use rule::{Rule, Severity, Words};

use crate::source::{Place, Sources};

/// One mistake in the content, or one question about it.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    pub(crate) rule: &'static Rule,
    pub(crate) place: Place,
    /// What stands for `{name}` in the rule's words.
    arguments: Vec<(&'static str, String)>,
    /// What the editor probably meant to write at the place.
    pub(crate) suggestion: Option<String>,
}

/// How many bytes of a file a sentence repeats. A list of all keys is shorter.
const LONGEST_WORD: usize = 1000;

/// The mistakes that were found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Diagnostic {
    pub(crate) fn new(rule: &'static Rule, place: Place) -> Self {
        Self { rule, place, arguments: Vec::new(), suggestion: None }
    }

    pub(crate) fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }

    /// Gives the word that stands for `{name}`.
    pub(crate) fn with(mut self, name: &'static str, word: &(impl ToString + ?Sized)) -> Self {
        self.arguments.push((name, shorten(word.to_string())));
        self
    }

    /// Gives what was probably meant, if anything is near enough.
    pub(crate) fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion.filter(|it| it.len() <= LONGEST_WORD);
        self
    }

    /// A sentence of the rule with its words filled in.
    pub(crate) fn fill(&self, sentence: &str) -> String {
        let mut filled = String::new();
        let mut rest = sentence;
        while let Some((plain, name, behind)) = rest.split_once('{').and_then(placeholder) {
            filled.push_str(plain);
            filled.push_str(
                self.arguments.iter().find(|(known, _)| *known == name).map_or("", |(_, word)| word),
            );
            rest = behind;
        }
        filled + rest
    }
}

/// A word that is too long for a sentence: its beginning.
fn shorten(mut word: String) -> String {
    if word.len() > LONGEST_WORD {
        word.truncate(word.floor_char_boundary(LONGEST_WORD));
        word.push('…');
    }
    word
}

/// What stands before a placeholder, its name, and what stands behind it.
fn placeholder<'s>((plain, rest): (&'s str, &'s str)) -> Option<(&'s str, &'s str, &'s str)> {
    let (name, behind) = rest.split_once('}')?;
    Some((plain, name, behind))
}

impl Report {
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes over what another stage or thread has found.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// How much was found.
    pub(crate) fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Where the mistake is that was found first.
    pub(crate) fn first_place(&self) -> Option<Place> {
        self.diagnostics.first().map(|diagnostic| diagnostic.place)
    }

    /// Whether there is a mistake that forbids to publish.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// All that was found, by place: the same on any number of threads. Of a file with very many, only some.
    pub(crate) fn sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        self.diagnostics.sort_by(|a, b| {
            let path = |d: &Diagnostic| &sources.get(d.place.file).path;
            (path(a), a.place, a.rule.code).cmp(&(path(b), b.place, b.rule.code))
        });
        flood::stem(&self.diagnostics)
    }
}
