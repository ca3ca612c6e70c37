//! From YAML nodes to values, with every mistake gathered.
//!
//! A value that is wrong is reported and left out, and the reading goes on. Which keys a map may have is known from the
//! keys that were asked for, so a type's `decode` is also the list of its keys.

use super::bullets;
use super::characters::unfit;
use super::lines::{self, Head};
use super::node::{Key, Kind, Node, Scalar, Style};
use super::written::Labels;
use super::{keys, meant};
use crate::diagnostic::suggest::fold;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::japanese;
use crate::prose::Prose;
use crate::source::{Located, Place};

/// The file that is being read, and what was found wrong with it.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    /// The plan's own words, by which its clerks may call a key.
    pub(crate) labels: &'a Labels,
    pub(crate) report: &'a mut Report,
}

/// A value that can be read from YAML.
pub(crate) trait Decode: Sized {
    /// Whether it is a word of which several may have been written as one: 人事課、市民課.
    const IS_WORD: bool = false;

    /// `None`: it is wrong, and the report says how.
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// A map that is being read key by key.
pub(crate) struct Record<'n> {
    entries: &'n [(Key, Node)],
    /// Where a missing key is missed.
    opening: Place,
    /// What was asked for.
    known: Vec<&'static str>,
    /// What stands under words that are no keys, the words folded.
    foreign: Vec<(String, &'n (Key, Node))>,
    /// Those of them that are keys in another dress or by their Japanese names, and as what they were read.
    understood: Vec<(&'n str, &'static str)>,
    missing: Vec<&'static str>,
    /// Keys that have another place, and were reported.
    misplaced: Vec<&'n str>,
}

/// For how many strangers in one map a guess is made. What has more of them is no plan, and guessing takes time.
const GUESSES: usize = 1000;

impl Reader<'_> {
    pub(crate) fn complain(&mut self, rule: &'static Rule, place: Place) {
        self.report.add(Diagnostic::new(rule, place));
    }

    /// Complains of what is no map: of the colons in it, where it would be one without their slips.
    fn expected_map(&mut self, node: &Node) {
        let (start, end) = (node.place.start as usize, node.place.end as usize);
        let written =
            self.text.get(start..end).filter(|_| matches!(node.kind, Kind::Scalar(_))).map(|_| start..end);
        let mut slips = Vec::new();
        for line in written.into_iter().flat_map(|written| lines::lines(self.text, written)) {
            if let Head::Entry { slip: Some((rule, at)), .. } = lines::head(&self.text[line.clone()]) {
                slips.push(Diagnostic::new(
                    rule,
                    node.place.file.place(line.start + at.start..line.start + at.end),
                ));
            }
        }
        if slips.is_empty() {
            slips.push(Diagnostic::new(&rules::EXPECTED_MAP, node.place));
        }
        for slip in slips {
            self.report.add(slip);
        }
    }
}

impl<'n> Record<'n> {
    /// A map inside of a file.
    pub(crate) fn open(node: &'n Node, reader: &mut Reader) -> Option<Self> {
        let opening = match &node.kind {
            Kind::Map(entries) => entries.first().map_or(node.place, |(key, _)| key.place),
            _ => node.place,
        };
        Self::open_at(node, opening, reader)
    }

    /// A map whose missing keys are missed at `opening`.
    pub(crate) fn open_at(node: &'n Node, opening: Place, reader: &mut Reader) -> Option<Self> {
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

    fn of(entries: &'n [(Key, Node)], opening: Place) -> Self {
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
    pub(crate) fn key(&self, key: &str) -> Option<&'n Key> {
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
    fn strangers(&self) -> impl Iterator<Item = &'n Key> {
        self.entries.iter().map(|(key, _)| key).filter(|key| {
            let text = key.text.as_str();
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
        let vocabulary = keys::vocabulary(&free, reader.labels);
        let mut all_meant = Vec::new();
        for (count, key) in self.strangers().enumerate() {
            let nearest = || if count < GUESSES { vocabulary.nearest(&key.text).flatten() } else { None };
            let meant = self.meaning(key).or_else(nearest);
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
    fn entry(&mut self, key: &'static str, reader: &Reader) -> Option<(&'n Key, &'n Node)> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.find(key).or_else(|| self.understand(key, reader.labels))
    }

    fn find(&self, word: &str) -> Option<(&'n Key, &'n Node)> {
        self.entries.iter().find(|(written, _)| written.text == word).map(|(written, node)| (written, node))
    }

    fn understand(&mut self, key: &'static str, labels: &Labels) -> Option<(&'n Key, &'n Node)> {
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

/// Where a value says nothing. Of nothing, and of a block of nothing, there is nothing to point at but the key.
fn emptiness(written: &Key, node: &Node) -> Option<Place> {
    node.is_empty().then(|| if node.is_visible() { node.place } else { written.place })
}

/// A piece of text that says something.
pub(crate) fn scalar<'n>(node: &'n Node, reader: &mut Reader) -> Option<&'n Scalar> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_empty() => Some(scalar),
        Kind::Refused => None,
        Kind::Scalar(_) => {
            reader.complain(&rules::EMPTY, node.place);
            None
        }
        _ => {
            reader.complain(&rules::EXPECTED_TEXT, node.place);
            None
        }
    }
}

impl Decode for Located<String> {
    const IS_WORD: bool = true;

    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let scalar = scalar(node, reader)?;
        // Told already; whatever is made of the rest would only be an echo.
        if scalar.text.contains(|c| unfit(c).is_some()) {
            return None;
        }
        let written = reader.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default();
        // YAML makes a space of a line's end, where Japanese has none.
        let wrapped = scalar.style == Style::Plain && written.contains('\n');
        let text = if wrapped { japanese::join_lines(written) } else { scalar.text.trim().to_owned() };
        Some(Self::new(text, node.place))
    }
}

impl Decode for Prose {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let scalar = scalar(node, reader)?;
        Some(match scalar.style {
            Style::Literal | Style::Folded => Self::block(node.place, reader.text),
            _ => Self::quoted(&scalar.text, node.place),
        })
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::List(items) => Some(items.iter().flat_map(|item| decode_item(item, reader)).collect()),
            Kind::Refused => None,
            kind => match bullets::items(node, reader.text, reader.report) {
                Some(items) => Some(items.iter().filter_map(|item| T::decode(item, reader)).collect()),
                None => {
                    let meant = if T::IS_WORD { meant_list(kind) } else { None };
                    reader.report.add(Diagnostic::new(&rules::EXPECTED_LIST, node.place).suggest(meant));
                    None
                }
            },
        }
    }
}

/// The list that a piece of text on one line was meant to be.
fn meant_list(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Scalar(Scalar { text, style: Style::Plain | Style::Quoted }) => meant::list(text),
        _ => None,
    }
}

/// An item, or the items that it swallowed: `- 市民課` and below it `-人事課`.
fn decode_item<T: Decode>(item: &Node, reader: &mut Reader) -> Vec<T> {
    match bullets::items(item, reader.text, reader.report) {
        Some(items) => items.iter().filter_map(|item| T::decode(item, reader)).collect(),
        None => T::decode(item, reader).into_iter().collect(),
    }
}

/// A whole number from 1.
impl Decode for Located<u32> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::<String>::decode(node, reader)?;
        let digits = text.starts_with(|c: char| matches!(c, '1'..='9'));
        match text.parse() {
            Ok(number) if digits => Some(Self::new(number, text.place)),
            _ => refuse(&rules::NOT_A_NUMBER, &text, meant::number(&text), reader),
        }
    }
}

impl Decode for bool {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::<String>::decode(node, reader)?;
        match text.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => refuse(&rules::NOT_A_BOOL, &text, meant::boolean(&text), reader),
        }
    }
}

/// Reports a text that is not what it should be, and what was `meant` if that is known.
pub(crate) fn refuse<T>(
    rule: &'static Rule,
    found: &Located<String>,
    meant: Option<String>,
    reader: &mut Reader,
) -> Option<T> {
    reader.report.add(Diagnostic::new(rule, found.place).with("found", &found.value).suggest(meant));
    None
}

/// The entries of a map whose keys are not fixed.
pub(crate) fn entries<'n>(node: &'n Node, reader: &mut Reader) -> Option<Vec<(&'n Key, &'n Node)>> {
    match &node.kind {
        Kind::Map(entries) => Some(entries.iter().map(|(key, value)| (key, value)).collect()),
        Kind::Refused => None,
        _ => {
            reader.expected_map(node);
            None
        }
    }
}
