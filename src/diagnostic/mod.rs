//! What is wrong with the content, or looks so: found by every stage, gathered, told all at once.
//!
//! A [`Diagnostic`] is a [`Rule`] that was broken, the place where, and the words that belong into the rule's sentence.
//! Sentences stand in [`rules`] alone, in Japanese and in English.

use std::collections::BTreeMap;

pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod suggest;
pub(crate) mod allow;
pub(crate) mod format;
pub(crate) mod catalogue;

pub(crate) use allow::Allowance;
pub(crate) use rule::{Area, Example, Rule, Severity, Words};

use crate::source::{FileId, Place, Sources};

/// One mistake in the content, or one question about it.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    pub(crate) rule: &'static Rule,
    pub(crate) place: Place,
    /// What stands for `{name}` in the rule's words.
    arguments: Vec<(&'static str, String)>,
    /// What the editor probably meant to write at the place.
    pub(crate) suggestion: Option<String>,
    /// How many more of its kind there are in its file that are not told one by one.
    pub(crate) more: usize,
}

/// So many mistakes of a kind are told of one file; of more, nobody reads all.
const MANY: usize = 100;

/// How many bytes of a file a sentence repeats. A list of all keys is shorter.
const LONGEST_WORD: usize = 1000;

/// The mistakes that were found so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Diagnostic {
    pub(crate) fn new(rule: &'static Rule, place: Place) -> Self {
        Self { rule, place, arguments: Vec::new(), suggestion: None, more: 0 }
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

    /// The same in another file, at the same place.
    pub(crate) fn in_file(mut self, file: FileId) -> Self {
        self.place.file = file;
        self
    }

    /// A sentence of the rule with its words filled in.
    pub(crate) fn fill(&self, sentence: &str) -> String {
        let word = |name: &str| Some(self.arguments.iter().find(|(known, _)| *known == name)?.1.as_str());
        rule::fill(sentence, word)
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

impl Report {
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds what was found, if anything.
    pub(crate) fn add_all(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Takes over what another stage or thread has found.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// What a single file has, without what nobody would read: so a file of nothing but mistakes does not fill the memory.
    pub(crate) fn of_one_file(mut self) -> Self {
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.place, diagnostic.rule.code));
        Self { diagnostics: thin_out(self.diagnostics) }
    }

    /// Where the mistake is that was found first.
    pub(crate) fn first_place(&self) -> Option<Place> {
        self.diagnostics.first().map(|diagnostic| diagnostic.place)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// How much was found so far.
    pub(crate) fn len(&self) -> usize {
        self.diagnostics.len()
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
        thin_out(self.diagnostics)
    }
}

/// Where a file breaks a rule over and over, the last mistake that is told says how many follow.
fn thin_out(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    // How often a file has broken a rule, and where in `told` the last of these stands.
    let mut kinds: BTreeMap<(FileId, &str), (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics {
        let (count, last) = kinds.entry((diagnostic.place.file, diagnostic.rule.code)).or_default();
        *count += 1;
        match told.get_mut(*last) {
            Some(last) if *count > MANY => last.more += 1 + diagnostic.more,
            _ => {
                *last = told.len();
                told.push(diagnostic);
            }
        }
    }
    told
}
