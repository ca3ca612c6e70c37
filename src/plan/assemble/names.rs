//! Registers, and the names that are looked up in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Register, written};
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::japanese;
use crate::plan::Term;
use crate::plan::term::reading_order;

/// A register, ready for look-ups.
pub(super) struct Names {
    pub(super) terms: Vec<Term>,
    by_name: BTreeMap<String, usize>,
    /// The names and their readings.
    vocabulary: Vocabulary<usize>,
    /// Broken by a name that is not registered.
    rule: &'static Rule,
    /// A name that is missing here may stand where the register could not be read.
    broken: bool,
}

/// A kind of register.
pub(super) struct Kind {
    /// The name of its file.
    file: &'static str,
    /// Broken by a name that is not registered.
    rule: &'static Rule,
    /// Whether its terms stand in the order of their readings, and not in that of the file.
    by_reading: bool,
}

pub(super) const DEPARTMENTS: Kind =
    Kind { file: "departments", rule: &rules::UNKNOWN_DEPARTMENT, by_reading: true };

pub(super) const CATEGORIES: Kind = Kind { file: "less", rule: &rules::UNKNOWN_CATEGORY, by_reading: false };

/// Makes a register ready; `used` are the names that initiatives use.
pub(super) fn names<'u>(
    kind: &Kind,
    register: &Register,
    used: impl Iterator<Item = &'u written::Text>,
    report: &mut Report,
) -> Names {
    let mut terms = register_terms(register, report);
    if kind.by_reading {
        terms.sort_by_cached_key(|term| reading_order(&term.yomi));
    }
    let missing = is_missing(register, kind.file, used, report);
    Names::new(terms, kind.rule, register.broken || missing)
}

/// Whether names are used for which there is no register at all: told once, not once a name.
fn is_missing<'u>(
    register: &Register,
    file: &str,
    mut used: impl Iterator<Item = &'u written::Text>,
    report: &mut Report,
) -> bool {
    let first = if register.file.is_some() { None } else { used.next() };
    if let Some(name) = first {
        report.add(Diagnostic::new(&rules::NO_REGISTER, name.place).with("file", file));
    }
    first.is_some()
}

/// The terms of a register, in which neither a name nor an address stands twice.
fn register_terms(register: &Register, report: &mut Report) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let (mut names, mut slugs) = (BTreeSet::new(), BTreeSet::new());
    for written::Term { slug, name, yomi, description } in &register.terms {
        let known = !names.insert(name.as_str());
        let taken = slug.as_ref().filter(|slug| !slugs.insert(slug.as_str()));
        // An entry that was copied whole is one mistake.
        if let Some(word) = if known { Some(name) } else { taken } {
            report.add(Diagnostic::new(&rules::DUPLICATE_TERM, word.place).with("name", &word.value));
        }
        terms.push(Term {
            slug: slug.as_ref().map(|slug| slug.value.clone()).unwrap_or_default(),
            name: name.clone(),
            yomi: yomi.as_ref().unwrap_or(name).value.clone(),
            description: description.as_ref().map(|it| it.value.clone()),
        });
    }
    terms
}

impl Names {
    fn new(terms: Vec<Term>, rule: &'static Rule, broken: bool) -> Self {
        let by_name =
            terms.iter().enumerate().map(|(index, term)| (term.name.value.clone(), index)).collect();
        let spelled = terms
            .iter()
            .enumerate()
            .flat_map(|(index, term)| [(term.name.as_str(), index), (term.yomi.as_str(), index)]);
        let vocabulary = Vocabulary::new(spelled);
        Self { terms, by_name, vocabulary, rule, broken }
    }

    /// The terms of a list of names, in the list's order.
    pub(super) fn find(&mut self, names: &[written::Text], report: &mut Report) -> Vec<usize> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        for name in names {
            match self.by_name.get(name.as_str()) {
                Some(term) if !seen.insert(*term) => report.add(repeated(name)),
                Some(term) => found.push(*term),
                None if self.broken => {}
                None => report.add(self.unknown(name)),
            }
        }
        found
    }

    /// The term of this name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    fn unknown(&mut self, name: &written::Text) -> Diagnostic {
        let several = separate(name, |part| self.by_name.contains_key(part));
        let mut nearest = || Some(self.terms.get(self.vocabulary.nearest(name)?)?.name.value.clone());
        let meant = several.or_else(&mut nearest);
        Diagnostic::new(self.rule, name.place).with("name", &name.value).suggest(meant)
    }
}

/// Several known words in one, as a list has them: 人事課、市民課. As all are known, signs that may stand within a name may part
/// them too.
pub(super) fn separate(text: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    let parts = japanese::parts(text, &['・', '／', '/', ' ']);
    (parts.len() > 1 && parts.iter().all(|part| is_known(part))).then(|| parts.join(", "))
}

/// A word that stands twice in a list.
pub(super) fn repeated(word: &written::Text) -> Diagnostic {
    Diagnostic::new(&rules::DUPLICATE_WORD, word.place).with("name", &word.value)
}
