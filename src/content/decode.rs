//! From YAML nodes to values, with every mistake gathered.
//!
//! A value that is wrong is reported and left out, and the reading goes on. Which keys a map may have is known from the
//! keys that were asked for, so a type's `decode` is also the list of its keys.

use super::bullets;
use super::characters::unfit;
use super::colons::{self, Colon};
use super::commas;
use super::lines;
use super::meant;
use super::node::{Key, Kind, Node, Scalar, Style};
use super::record::Orders;
use super::shape::{Map, Shape};
use super::written::Labels;
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
    /// In which order the keys of each map were asked for, if anybody wants to know.
    pub(super) orders: Option<Orders>,
    /// What was asked for, where somebody wants to know it: see [`Map::asked_by`].
    pub(super) asked: Option<Map>,
}

/// A value that can be read from YAML.
pub(crate) trait Decode: Sized {
    /// Whether it is a word of which several may have been written as one: 人事課、市民課.
    const IS_WORD: bool = false;

    /// `None`: it is wrong, and the report says how.
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// What it looks like to those who write it.
    fn shape() -> Shape;
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, labels: &'a Labels, report: &'a mut Report) -> Self {
        Self { text, labels, report, orders: None, asked: None }
    }

    pub(crate) fn complain(&mut self, rule: &'static Rule, place: Place) {
        self.report.add(Diagnostic::new(rule, place));
    }

    /// Complains of what is no map: of the colons in it, where it would be one without their slips.
    pub(super) fn expected_map(&mut self, node: &Node) {
        let slips = colons::slips(self.text, node);
        let slips: Vec<_> = slips.into_iter().filter(|colon| lines::is_name(colon.key)).collect();
        if slips.is_empty() {
            self.complain(&rules::EXPECTED_MAP, node.place);
        }
        self.report.add_all(slips.iter().map(Colon::diagnostic));
    }

    /// Whether a text, where one may stand, is a map of these keys but for its colons; they are told then.
    pub(super) fn is_map_of(&mut self, keys: &[&'static str], node: &Node) -> bool {
        let slips = colons::of_a_map(self.text, node, keys, self.labels);
        self.report.add_all(slips.iter().map(Colon::diagnostic));
        !slips.is_empty()
    }
}

/// A piece of text that says something.
pub(crate) fn scalar<'n>(node: &'n Node, reader: &mut Reader) -> Option<&'n Scalar<'n>> {
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

    fn shape() -> Shape {
        Shape::Text
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

    fn shape() -> Shape {
        Shape::Prose
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::List(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    // An item, or the items that it swallowed: `- 市民課` and below it `-人事課`; `[市民課、人事課]`.
                    match decode_bulleted(item, reader).or_else(|| decode_parted(node, item, reader)) {
                        Some(swallowed) => values.extend(swallowed),
                        None => values.extend(T::decode(item, reader)),
                    }
                }
                Some(values)
            }
            Kind::Refused => None,
            kind => decode_bulleted(node, reader).or_else(|| {
                let meant = if T::IS_WORD { meant_list(kind) } else { None };
                reader.report.add(Diagnostic::new(&rules::EXPECTED_LIST, node.place).suggest(meant));
                None
            }),
        }
    }

    fn shape() -> Shape {
        Shape::list_of::<T>(0)
    }
}

/// The list that a piece of text on one line was meant to be.
fn meant_list(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Scalar(Scalar { text, style: Style::Plain | Style::Quoted }) => meant::list(text),
        _ => None,
    }
}

/// The items of a list that YAML takes for a text, because of its dashes. `None`: it is a text.
fn decode_bulleted<T: Decode>(node: &Node, reader: &mut Reader) -> Option<Vec<T>> {
    let items = bullets::items(node, reader.text, reader.report)?;
    Some(items.iter().filter_map(|item| T::decode(item, reader)).collect())
}

/// The words of an item in brackets that has Japanese commas for plain ones. `None`: it is one, or may be a sentence.
fn decode_parted<T: Decode>(list: &Node, item: &Node, reader: &mut Reader) -> Option<Vec<T>> {
    let words = if T::IS_WORD { commas::words(list, item, reader.text, reader.report) } else { None };
    Some(words?.iter().filter_map(|word| T::decode(word, reader)).collect())
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

    fn shape() -> Shape {
        Shape::Number
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

    fn shape() -> Shape {
        Shape::Bool
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
pub(crate) fn entries<'n>(node: &'n Node, reader: &mut Reader) -> Option<Vec<(&'n Key<'n>, &'n Node<'n>)>> {
    match &node.kind {
        Kind::Map(entries) => Some(entries.iter().map(|(key, value)| (key, value)).collect()),
        Kind::Refused => None,
        _ => {
            reader.expected_map(node);
            None
        }
    }
}
