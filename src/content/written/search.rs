//! `search.yaml`: words that mean the same to who searches, and searches to begin with.

use super::joined::{JOINING, bracketed, has_several, parts};
use super::{FromRecord, Text};
use crate::content::decode::{Decode, Reader};
use crate::content::lines::is_bullet;
use crate::content::meant;
use crate::content::node::{Key, Kind, Node, Scalar, Style};
use crate::content::record::Record;
use crate::content::shape::Shape;
use crate::diagnostic::{Diagnostic, rules};
use crate::source::Place;

/// The whole file; all of it may be left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Search {
    pub(crate) synonyms: Vec<Group>,
    pub(crate) suggestions: Vec<Text>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
}

/// Words that mean the same.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) place: Place,
    pub(crate) words: Vec<Text>,
    /// All of its words could be read.
    pub(crate) is_whole: bool,
}

impl FromRecord for Search {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let synonyms: Option<Groups> = record.optional("synonyms", reader);
        Some(Self {
            synonyms: synonyms.map(|Groups(groups)| groups).unwrap_or_default(),
            suggestions: record.list("suggestions", reader),
            allow: record.list("allow", reader),
        })
    }
}

/// All groups.
struct Groups(Vec<Group>);

impl Decode for Groups {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let written = written(node, reader);
        let in_brackets = written.starts_with('[') && !written.contains('\n');
        match &node.kind {
            Kind::List(items) => {
                if let Some(words) = loose_words(items, in_brackets) {
                    return no_group(node, groups(&words).filter(|_| in_brackets), reader);
                }
            }
            Kind::Map(_) => return no_group(node, None, reader),
            Kind::Scalar(scalar) if is_words(scalar, written) => {
                let groups = groups(&[&scalar.text]).filter(|_| !written.contains('\n'));
                return no_group(node, groups, reader);
            }
            Kind::Scalar(_) | Kind::Refused => {}
        }
        Vec::decode(node, reader).map(Self)
    }

    fn shape() -> Shape {
        Shape::list_of::<Group>(0)
    }
}

impl Decode for Group {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::List(items) if items.is_empty() => {
                reader.complain(&rules::EMPTY, node.place);
                None
            }
            Kind::List(items) => group(node, items, reader),
            Kind::Refused => None,
            // Nothing but its bullet is wrong, which was told: `-[広報, 市報]`.
            Kind::Scalar(scalar) if scalar.style == Style::Plain && scalar.text.starts_with('[') => None,
            kind => no_group(node, equation(kind), reader),
        }
    }

    fn shape() -> Shape {
        Shape::list_of::<Text>(2)
    }
}

/// The group of these words, each of which should be one.
fn group(node: &Node, items: &[Node], reader: &mut Reader) -> Option<Group> {
    if let [item] = items
        && let Some(text) = text(item)
        && has_several(text)
    {
        return no_group(node, bracketed(&parts(text)), reader);
    }
    let in_brackets = written(node, reader).starts_with('[');
    let words: Vec<Text> = items.iter().filter_map(|item| word(item, in_brackets, reader)).collect();
    Some(Group { place: node.place, is_whole: words.len() >= items.len(), words })
}

/// A word of a group, if it is not two: 申込＝申請.
fn word(item: &Node, in_brackets: bool, reader: &mut Reader) -> Option<Text> {
    let Some(joined) = text(item).filter(|text| text.contains(JOINING) && parts(text).len() > 1) else {
        return Text::decode(item, reader);
    };
    let meant = bracketed(&parts(joined)).filter(|_| in_brackets);
    let meant = meant.map(|list| list.trim_matches(['[', ']']).to_owned());
    let told = Diagnostic::new(&rules::JOINED_WORDS, item.place).with("found", joined.trim());
    reader.report.add(told.suggest(meant));
    None
}

/// Reports what should be a group, or groups.
fn no_group<T>(node: &Node, meant: Option<String>, reader: &mut Reader) -> Option<T> {
    reader.report.add(Diagnostic::new(&rules::NOT_A_GROUP, node.place).suggest(meant));
    None
}

fn written<'r>(node: &Node, reader: &Reader<'r>) -> &'r str {
    reader.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default()
}

/// The words of a list that should be one of groups: `[スマホ, スマートフォン]`, `[スマホ、スマートフォン]`. Of lines, each that may
/// be a group in another dress is told by itself.
fn loose_words<'n>(items: &'n [Node], in_brackets: bool) -> Option<Vec<&'n str>> {
    let words: Vec<_> = items.iter().map(text).collect::<Option<_>>()?;
    let are_single = words.len() > 1 && !words.iter().any(|word| has_several(word) || word.starts_with('['));
    (are_single || (in_brackets && !words.is_empty())).then_some(words)
}

/// Whether a text that stands where groups should is no list in another dress: neither なし nor `-[広報, 市報]`.
fn is_words(scalar: &Scalar, written: &str) -> bool {
    let is_none = meant::list(&scalar.text).is_some_and(|list| list == "[]");
    !is_none && !written.lines().any(|line| line.trim_start().starts_with(is_bullet))
}

/// The groups that were meant by words alone: two words are one, and each that is several words is one.
fn groups(words: &[&str]) -> Option<String> {
    let groups: Vec<_> = match words {
        [_, _] if !words.iter().any(|word| has_several(word)) => vec![bracketed(words)?],
        _ => words.iter().map(|word| bracketed(&parts(word))).collect::<Option<_>>()?,
    };
    Some(format!("[{}]", groups.join(", ")))
}

/// The group that a text or a map of one entry was meant to be: `スマホ＝スマートフォン`, `スマホ: スマートフォン`.
fn equation(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Scalar(scalar) => bracketed(&parts(&scalar.text)),
        Kind::Map(entries) => match entries.as_slice() {
            [(Key { text: word, .. }, node)] => bracketed(&[vec![&**word], parts(text(node)?)].concat()),
            _ => None,
        },
        _ => None,
    }
}

fn text<'n>(node: &'n Node) -> Option<&'n str> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_empty() => Some(&scalar.text),
        _ => None,
    }
}
