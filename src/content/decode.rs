//! From YAML nodes to values, with every mistake gathered.
//!
//! A value that is wrong is reported and left out, and the reading goes on. Which keys a map may have is known from the
//! keys that were asked for, so a type's `decode` is also the list of its keys.

use super::bullets;
use super::lines::{self, Head};
use super::node::{Key, Kind, Node, Scalar, Style};
use crate::diagnostic::{Diagnostic, MOST, Report, Rule, rules, suggest};
use crate::japanese;
use crate::prose::Prose;
use crate::source::{Located, Place};

/// The file that is being read, and what was found wrong with it.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) report: &'a mut Report,
}

/// A value that can be read from YAML.
pub(crate) trait Decode: Sized {
    /// `None`: it is wrong, and the report says how.
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self>;
}

/// A map that is being read key by key.
pub(crate) struct Record<'n> {
    entries: &'n [(Key, Node)],
    /// Where a missing key is missed.
    opening: Place,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

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
        Self { entries, opening, known: Vec::new(), missing: Vec::new() }
    }

    /// The value of a key that may be left out.
    pub(crate) fn optional<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Option<T> {
        let (written, node) = self.entry(key)?;
        if node.is_empty() {
            // Of nothing, and of a block of nothing, there is nothing to point at but the key.
            let place = if node.is_visible() { node.place } else { written.place };
            reader.complain(&rules::EMPTY, place);
            return None;
        }
        T::decode(node, reader)
    }

    /// The value of a key that has to be there.
    pub(crate) fn required<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Option<T> {
        if self.entry(key).is_none() {
            self.missing.push(key);
        }
        self.optional(key, reader)
    }

    /// The list of a key, empty if the key was left out.
    pub(crate) fn list<T: Decode>(&mut self, key: &'static str, reader: &mut Reader) -> Vec<T> {
        self.optional(key, reader).unwrap_or_default()
    }

    /// The key as it was written, if it was.
    pub(crate) fn key(&self, key: &str) -> Option<&'n Key> {
        self.entries.iter().map(|(written, _)| written).find(|written| written.text == key)
    }

    /// Whether there is a key that nobody has asked for yet: perhaps a misspelt one.
    pub(crate) fn has_strangers(&self) -> bool {
        self.strangers().next().is_some()
    }

    /// The keys that nobody has asked for.
    fn strangers(&self) -> impl Iterator<Item = &'n Key> {
        self.entries.iter().map(|(key, _)| key).filter(|key| !self.known.contains(&key.text.as_str()))
    }

    /// Reports the keys that nobody asked for, and those that are missing. A missing key that was only misspelt is not
    /// told twice.
    pub(crate) fn close(self, reader: &mut Reader) {
        let known = self.known.join(", ");
        let mut missing = self.missing.clone();
        // A key that stands there already is not what was meant.
        let free: Vec<_> = self.known.iter().copied().filter(|known| self.key(known).is_none()).collect();
        for (nth, key) in self.strangers().enumerate() {
            // Nobody reads what was meant by the hundredth.
            let meant = (nth < MOST).then(|| suggest::nearest(&key.text, free.iter().copied())).flatten();
            missing.retain(|missing| Some(*missing) != meant.as_deref());
            let diagnostic = Diagnostic::new(&rules::UNKNOWN_KEY, key.place).suggest(meant);
            reader.report.add(diagnostic.with("key", &key.text).with("known", &known));
        }
        for key in missing {
            reader.report.add(Diagnostic::new(&rules::MISSING_KEY, self.opening).with("key", key));
        }
    }

    fn entry(&mut self, key: &'static str) -> Option<(&'n Key, &'n Node)> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.iter().find(|(written, _)| written.text == key).map(|(written, node)| (written, node))
    }
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
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let scalar = scalar(node, reader)?;
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
            _ => match bullets::items(node, reader.text, reader.report) {
                Some(items) => Some(items.iter().filter_map(|item| T::decode(item, reader)).collect()),
                None => {
                    reader.complain(&rules::EXPECTED_LIST, node.place);
                    None
                }
            },
        }
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
            _ => refuse(&rules::NOT_A_NUMBER, &text, reader),
        }
    }
}

impl Decode for bool {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Located::<String>::decode(node, reader)?;
        match text.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => refuse(&rules::NOT_A_BOOL, &text, reader),
        }
    }
}

/// Reports a text that is not what it should be.
pub(crate) fn refuse<T>(rule: &'static Rule, found: &Located<String>, reader: &mut Reader) -> Option<T> {
    reader.report.add(Diagnostic::new(rule, found.place).with("found", &found.value));
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
