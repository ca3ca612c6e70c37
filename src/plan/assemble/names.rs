//! Registers, and the names that are looked up in them.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::content::{Register, written};
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::japanese;
use crate::plan::Term;
use crate::plan::term::reading_order;

/// A register, ready for look-ups.
#[derive(Clone, PartialEq)]
pub(super) struct Names {
    pub(super) terms: Vec<Term>,
    by_name: HashMap<String, usize>,
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

/// Makes a register ready; of `used`, the names that initiatives use, those that are not in it are reported.
pub(super) fn names(kind: &Kind, register: &Register, used: &[&written::Text], report: &mut Report) -> Names {
    let mut terms = register_terms(register, report);
    if kind.by_reading {
        terms.sort_by_cached_key(|term| reading_order(&term.yomi));
    }
    let names = Names::new(terms);
    let missing = is_missing(register, kind.file, used, report);
    // A name that is missing may stand where the register could not be read.
    if !register.broken && !missing {
        report.add_all(names.unknown(kind.rule, used));
    }
    names
}

/// Whether names are used for which there is no register at all: told once, not once a name.
fn is_missing(register: &Register, file: &str, used: &[&written::Text], report: &mut Report) -> bool {
    let first = if register.file.is_some() { None } else { used.first() };
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
    fn new(terms: Vec<Term>) -> Self {
        let by_name =
            terms.iter().enumerate().map(|(index, term)| (term.name.value.clone(), index)).collect();
        Self { terms, by_name }
    }

    /// The terms of a list of names, in the list's order; names that are not registered were reported.
    pub(super) fn find(&self, names: &[written::Text], report: &mut Report) -> Vec<usize> {
        let mut found = Vec::new();
        for name in names {
            match self.get(name) {
                Some(term) if found.contains(&term) => report.add(repeated(name)),
                Some(term) => found.push(term),
                None => {}
            }
        }
        found
    }

    /// The term of this name.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// What is to be said of the names that are not registered.
    fn unknown(&self, rule: &'static Rule, used: &[&written::Text]) -> Vec<Diagnostic> {
        let unknown: Vec<_> = used.par_iter().filter(|name| self.get(name).is_none()).collect();
        let spelled = self.terms.iter().enumerate();
        let spelled = spelled.flat_map(|(index, term)| [(term.name.as_str(), index), (&term.yomi, index)]);
        let mut vocabulary = Vocabulary::new(spelled);
        let diagnostic = |name: &&&written::Text| {
            let several = separate(name, |part| self.by_name.contains_key(part));
            let mut nearest = || Some(self.terms.get(vocabulary.nearest(name)?)?.name.value.clone());
            let meant = several.or_else(&mut nearest);
            Diagnostic::new(rule, name.place).with("name", &name.value).suggest(meant)
        };
        unknown.iter().map(diagnostic).collect()
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
