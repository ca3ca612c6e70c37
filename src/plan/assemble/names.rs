//! Registers, and the names that are looked up in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Register, written};
use crate::diagnostic::{Diagnostic, MOST, Report, Rule, rules, suggest};
use crate::plan::Term;
use crate::plan::term::reading_order;

/// A register, ready for look-ups.
pub(super) struct Names {
    pub(super) terms: Vec<Term>,
    by_name: BTreeMap<String, usize>,
    /// Broken by a name that is not registered.
    rule: &'static Rule,
    /// A name that is missing here may stand where the register could not be read.
    broken: bool,
}

/// The departments, by reading; `used` are the names that initiatives use.
pub(super) fn departments<'u>(
    register: &Register,
    used: impl Iterator<Item = &'u written::Text>,
    report: &mut Report,
) -> Names {
    let mut terms = register_terms(register, report);
    terms.sort_by_cached_key(|term| reading_order(&term.yomi));
    let missing = is_missing(register, "departments", used, report);
    Names::new(terms, &rules::UNKNOWN_DEPARTMENT, register.broken || missing)
}

/// The categories, in the order of their register; `used` are the names that initiatives use.
pub(super) fn categories<'u>(
    register: &Register,
    used: impl Iterator<Item = &'u written::Text>,
    report: &mut Report,
) -> Names {
    let terms = register_terms(register, report);
    let missing = is_missing(register, "less", used, report);
    Names::new(terms, &rules::UNKNOWN_CATEGORY, register.broken || missing)
}

/// Whether names are used for which there is no register at all: told once, not once a name.
fn is_missing<'u>(
    register: &Register,
    file: &str,
    mut used: impl Iterator<Item = &'u written::Text>,
    report: &mut Report,
) -> bool {
    let first = if register.present { None } else { used.next() };
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
            name: name.value.clone(),
            yomi: yomi.as_ref().unwrap_or(name).value.clone(),
            description: description.as_ref().map(|it| it.value.clone()),
        });
    }
    terms
}

impl Names {
    fn new(terms: Vec<Term>, rule: &'static Rule, broken: bool) -> Self {
        let by_name = terms.iter().enumerate().map(|(index, term)| (term.name.clone(), index)).collect();
        Self { terms, by_name, rule, broken }
    }

    /// The terms of a list of names, in the list's order.
    pub(super) fn find(&self, names: &[written::Text], report: &mut Report) -> Vec<usize> {
        let mut found = Vec::new();
        let mut unknown = 0;
        for name in names {
            match self.by_name.get(name.as_str()) {
                Some(term) if found.contains(term) => report.add(repeated(name)),
                Some(term) => found.push(*term),
                None if self.broken => {}
                None => {
                    unknown += 1;
                    // Nobody reads what was meant by the hundredth.
                    let meant = if unknown > MOST { None } else { self.meant(name) };
                    let diagnostic = Diagnostic::new(self.rule, name.place).with("name", &name.value);
                    report.add(diagnostic.suggest(meant));
                }
            }
        }
        found
    }

    /// Several registered names in one, as a list has them: 人事課、市民課.
    fn separated(&self, name: &str) -> Option<String> {
        let parts: Vec<_> = name.split(SEPARATORS).filter(|part| !part.is_empty()).collect();
        let registered = parts.len() > 1 && parts.iter().all(|part| self.by_name.contains_key(*part));
        registered.then(|| parts.join(", "))
    }

    fn meant(&self, name: &str) -> Option<String> {
        let nearest = || suggest::nearest(name, self.terms.iter().map(|term| term.name.as_str()));
        self.separated(name).or_else(nearest)
    }
}

/// What Japanese texts put between names, where YAML wants a comma and a space.
const SEPARATORS: [char; 8] = ['、', '，', '・', '／', '/', ',', ' ', '\u{3000}'];

/// A word that stands twice in a list.
pub(super) fn repeated(word: &written::Text) -> Diagnostic {
    Diagnostic::new(&rules::DUPLICATE_WORD, word.place).with("name", &word.value)
}
