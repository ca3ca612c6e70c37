//! What helps those who search: words that mean the same, and searches to begin with.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::written::{self, Text};
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::fold::{LONGEST_WORD, WORDS, fold, words};
use crate::source::Place;

/// `search.yaml`, understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// Groups of words: who searches for one of a group means any of them.
    pub(crate) synonyms: Vec<Vec<String>>,
    /// Searches to begin with, of one word or of several.
    pub(crate) suggestions: Vec<String>,
    /// Where each group was written.
    groups: Vec<Place>,
    /// Where each suggestion was written.
    suggested: Vec<Place>,
}

impl Vocabulary {
    pub(crate) fn new(written: &written::Search, report: &mut Report) -> Self {
        check_shared_words(&written.synonyms, report);
        let synonyms = written.synonyms.iter().map(|group| synonyms(group, report)).collect();
        let suggestions = suggestions(&written.suggestions, report);
        Self {
            synonyms,
            groups: written.synonyms.iter().map(|group| group.place).collect(),
            suggested: suggestions.iter().map(|text| text.place).collect(),
            suggestions: suggestions.into_iter().map(|text| text.value.clone()).collect(),
        }
    }

    /// The groups, each with its place.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (Place, &[String])> {
        self.groups.iter().copied().zip(self.synonyms.iter().map(Vec::as_slice))
    }

    /// The suggestions, each with its place.
    pub(crate) fn suggested(&self) -> impl Iterator<Item = (Place, &str)> {
        self.suggested.iter().copied().zip(self.suggestions.iter().map(String::as_str))
    }
}

/// The words of a group, each once.
fn synonyms(group: &written::Group, report: &mut Report) -> Vec<String> {
    if let Some(diagnostic) = needless(group) {
        report.add(diagnostic);
        return Vec::new();
    }
    let (mut known, mut synonyms) = (BTreeMap::new(), Vec::new());
    for word in &group.words {
        match flaw_of_word(word).or_else(|| repeated(word, words(word), &mut known)) {
            Some(diagnostic) => report.add(diagnostic),
            None => synonyms.push(word.value.clone()),
        }
    }
    if let ([word], true) = (group.words.as_slice(), group.is_whole) {
        report.add(found(&rules::LONE_WORD, word));
    }
    synonyms
}

/// That all words of a group are one to who searches.
fn needless(group: &written::Group) -> Option<Diagnostic> {
    let [first, others @ ..] = group.words.as_slice() else { return None };
    let last = others.last().filter(|_| group.is_whole && flaw_of_word(first).is_none())?;
    let are_one = others.iter().all(|other| flaw_of_word(other).is_none() && words(other) == words(first));
    are_one.then(|| found(&rules::NEEDLESS_GROUP, last).with("other", &first.value))
}

/// The searches, each once.
fn suggestions<'w>(written: &'w [Text], report: &mut Report) -> Vec<&'w Text> {
    let mut known = BTreeMap::new();
    let mut flaw = |text: &'w Text| {
        let mut search = words(text);
        // In whatever order the words stand.
        search.sort_unstable();
        flaw_of_search(text).or_else(|| repeated(text, search, &mut known))
    };
    let (good, flaws): (Vec<_>, Vec<_>) =
        written.iter().map(|text| (text, flaw(text))).partition(|(_, flaw)| flaw.is_none());
    report.add_all(flaws.into_iter().filter_map(|(_, flaw)| flaw));
    good.into_iter().map(|(text, _)| text).collect()
}

/// A word stands in one group; where a group was copied, its first word is told.
fn check_shared_words(groups: &[written::Group], report: &mut Report) {
    let mut owners: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for (at, group) in groups.iter().enumerate() {
        for word in &group.words {
            let owner = *owners.entry(words(word)).or_insert(at);
            let other = groups.get(owner).and_then(|group| group.words.first()).filter(|_| owner != at);
            if let Some(other) = other
                && flaw_of_word(word).is_none()
                && told.insert((owner, at))
            {
                report.add(found(&rules::SHARED_WORD, word).with("other", &other.value));
            }
        }
    }
}

/// What is wrong with one of several words that mean the same: it has to be one word.
fn flaw_of_word(word: &Text) -> Option<Diagnostic> {
    if word.contains(char::is_whitespace) {
        let joined: String = word.split_whitespace().collect();
        // Between Japanese characters a space says nothing, between others it parts words.
        let is_one = fold(word) == fold(&joined);
        return Some(found(&rules::SPACED_WORD, word).suggest(is_one.then_some(joined)));
    }
    flaw_of_search(word)
}

fn flaw_of_search(text: &Text) -> Option<Diagnostic> {
    if words(text).is_empty() {
        return Some(found(&rules::NO_LETTERS, text));
    }
    let is_long = |word: &str| fold(word).chars().count() > LONGEST_WORD;
    let too_long = text.split_whitespace().count() > WORDS || text.split_whitespace().any(is_long);
    too_long.then(|| found(&rules::LONG_SEARCH, text))
}

/// What is wrong with a text whose words are those of a known one.
fn repeated<'w>(
    text: &'w Text,
    words: Vec<String>,
    known: &mut BTreeMap<Vec<String>, &'w Text>,
) -> Option<Diagnostic> {
    let other = *known.entry(words).or_insert(text);
    if std::ptr::eq(other, text) {
        None
    } else if other.value == text.value {
        Some(Diagnostic::new(&rules::DUPLICATE_WORD, text.place).with("name", &text.value))
    } else {
        Some(found(&rules::SAME_SEARCH, text).with("other", &other.value))
    }
}

fn found(rule: &'static Rule, text: &Text) -> Diagnostic {
    Diagnostic::new(rule, text.place).with("found", &text.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_says_what_a_search_can_hold() {
        let limits = [LONGEST_WORD, WORDS].map(|limit| format!(" {limit} "));
        for words in [&rules::LONG_SEARCH.ja, &rules::LONG_SEARCH.en] {
            assert!(limits.iter().all(|limit| words.help.contains(limit)), "{}", words.help);
        }
    }
}
