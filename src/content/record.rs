//! A map that is read key by key: what is unknown in it, what is missing, what was meant.

use super::characters::unfit;
use super::decode::{Decode, Reader};
use super::keys;
use super::node::{Key, Kind, Node};
use super::written::Labels;
use crate::diagnostic::suggest::fold;
use crate::diagnostic::{Diagnostic, Rule, rules};
use crate::source::Place;

/// A map that is being read key by key.
pub(crate) struct Record<'n> {
    entries: &'n [(Key<'n>, Node<'n>)],
    /// Where a missing key is missed.
    opening: Place,
    /// What was asked for.
    known: Vec<&'static str>,
    /// What stands under words that are no keys, the words folded.
    foreign: Vec<(String, &'n (Key<'n>, Node<'n>))>,
    /// Those of them that are keys in another dress or by their Japanese names, and as what they were read.
    understood: Vec<(&'n str, &'static str)>,
    missing: Vec<&'static str>,
    /// Keys that have another place, and were reported.
    misplaced: Vec<&'n str>,
}

impl<'n> Record<'n> {
    /// A map inside of a file.
    pub(crate) fn open(node: &'n Node<'n>, reader: &mut Reader) -> Option<Self> {
        let opening = match &node.kind {
            Kind::Map(entries) => entries.first().map_or(node.place, |(key, _)| key.place),
            _ => node.place,
        };
        Self::open_at(node, opening, reader)
    }

    /// A map whose missing keys are missed at `opening`.
    pub(crate) fn open_at(node: &'n Node<'n>, opening: Place, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::Map(entries) => Some(Self::of(entries, opening)),
            _ if node.is_empty() => Some(Self::of(&[], opening)),
            Kind::Refused => None,
            _ => {
                reader.expected_map(node);
                None
            }
        }
    }

    fn of(entries: &'n [(Key<'n>, Node<'n>)], opening: Place) -> Self {
        let foreign = entries.iter().filter(|(key, _)| !keys::is_key(&key.text));
        Self {
            entries,
            opening,
            foreign: foreign.map(|entry| (fold(&entry.0.text), entry)).collect(),
            known: Vec::new(),
            understood: Vec::new(),
            missing: Vec::new(),
            misplaced: Vec::new(),
        }
    }

    /// The value of a key that may be left out.
    pub(crate) fn optional<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Option<T> {
        let (written, node) = self.entry(key, reader)?;
        if let Some(place) = emptiness(written, node) {
            reader.complain(&rules::EMPTY, place);
            return None;
        }
        T::decode(node, reader)
    }

    /// The value of a key that has to be there.
    pub(crate) fn required<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Option<T> {
        if self.entry(key, reader).is_none() {
            self.missing.push(key);
        }
        self.filled(key, reader)
    }

    /// The value of a key that may be left out only where another stands in its place: without a value it is not removed.
    pub(crate) fn filled<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Option<T> {
        let (written, node) = self.entry(key, reader)?;
        if let Some(place) = emptiness(written, node) {
            reader.report.add(keys::says_nothing(key, place));
            return None;
        }
        T::decode(node, reader)
    }

    /// The list of a key, empty if the key was left out.
    pub(crate) fn list<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Vec<T> {
        self.optional(key, reader).unwrap_or_default()
    }

    /// Reports by a rule of its own what has another place in the file.
    pub(crate) fn misplaced(&mut self, key: &'static str, rule: &'static Rule, reader: &mut Reader) {
        if let Some((written, _)) = self.find(key).or_else(|| self.understand(key, reader.labels)) {
            self.misplaced.push(&written.text);
            reader.report.add(Diagnostic::new(rule, written.place).with("key", &written.text));
        }
    }

    /// The key as it was written, if it was.
    pub(crate) fn key(&self, key: &str) -> Option<&'n Key<'n>> {
        let by_name = || self.understood.iter().find(|(_, meaning)| *meaning == key).map(|(word, _)| *word);
        self.find(key).or_else(|| self.find(by_name()?)).map(|(written, _)| written)
    }

    /// Where the map begins.
    pub(crate) fn opening(&self) -> Place {
        self.opening
    }

    /// Whether there is a key that nobody has asked for yet: perhaps a misspelt one.
    pub(crate) fn has_strangers(&self) -> bool {
        self.strangers().any(|key| self.meaning(key).is_none())
    }

    /// Whether anything in it could not be read, which was reported.
    pub(crate) fn has_losses(&self) -> bool {
        self.entries.iter().any(|(_, node)| node.has_losses())
    }

    /// The keys that nobody has asked for by their right names.
    fn strangers(&self) -> impl Iterator<Item = &'n Key<'n>> {
        self.entries.iter().map(|(key, _)| key).filter(|key| {
            let text = &*key.text;
            !self.known.contains(&text) && !self.misplaced.contains(&text)
        })
    }

    /// Reports the keys that nobody asked for, and those that are missing. A missing key that was only misspelt is not
    /// told twice.
    pub(crate) fn close(self, reader: &mut Reader) {
        let meant = self.report_strangers(reader);
        for key in self.missing.iter().filter(|key| !meant.contains(key)) {
            reader.report.add(Diagnostic::new(&rules::MISSING_KEY, self.opening).with("key", *key));
        }
    }

    /// Gives the keys that were meant.
    fn report_strangers(&self, reader: &mut Reader) -> Vec<&'static str> {
        if self.strangers().next().is_none() {
            return Vec::new();
        }
        // A key that stands there already is not what was meant.
        let free: Vec<_> = self.known.iter().copied().filter(|known| self.key(known).is_none()).collect();
        let mut vocabulary = (!is_flooded(reader)).then(|| keys::vocabulary(&free, reader.labels));
        let mut all_meant = Vec::new();
        for key in self.strangers() {
            let guess = || vocabulary.as_mut()?.nearest(&key.text).flatten();
            let meant = self.meaning(key).or_else(guess);
            all_meant.extend(meant);
            // A key that no keyboard writes was told with the file's text.
            if key.text.contains(|c| unfit(c).is_some()) {
                continue;
            }
            let diagnostic = keys::unknown(&key.text, key.place, &self.known);
            reader.report.add(diagnostic.suggest(meant.map(str::to_owned)));
        }
        all_meant
    }

    /// As what a key was read that is none.
    fn meaning(&self, key: &Key) -> Option<&'static str> {
        self.understood.iter().find(|(word, _)| *word == key.text).map(|(_, meaning)| *meaning)
    }

    /// The entry of a key, or what clerks call it.
    fn entry(&mut self, key: &'static str, reader: &Reader) -> Option<(&'n Key<'n>, &'n Node<'n>)> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.find(key).or_else(|| if is_flooded(reader) { None } else { self.understand(key, reader.labels) })
    }

    fn find(&self, word: &str) -> Option<(&'n Key<'n>, &'n Node<'n>)> {
        self.entries.iter().find(|(written, _)| written.text == word).map(|(written, node)| (written, node))
    }

    fn understand(&mut self, key: &'static str, labels: &Labels) -> Option<(&'n Key<'n>, &'n Node<'n>)> {
        if self.foreign.is_empty() {
            return None;
        }
        let names = keys::folded_names(key, labels);
        let free = |word: &Key| self.meaning(word).is_none_or(|meaning| meaning == key);
        let mut meant = self.foreign.iter().filter(|(folded, _)| names.contains(folded));
        let (_, (written, node)) = meant.find(|(_, (written, _))| free(written))?;
        self.understood.push((&written.text, key));
        Some((written, node))
    }
}

/// Whether a file has so many mistakes that it is no plan: then nothing in it is guessed any more, as that takes time.
fn is_flooded(reader: &Reader) -> bool {
    const FLOOD: usize = 1000;
    reader.report.len() > FLOOD
}

/// Where a value says nothing. Of nothing, and of a block of nothing, there is nothing to point at but the key.
fn emptiness(written: &Key, node: &Node) -> Option<Place> {
    node.is_empty().then(|| if node.is_visible() { node.place } else { written.place })
}
