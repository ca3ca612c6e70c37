//! `search.yaml`: words that mean the same to who searches, and searches to begin with.

use super::{FromRecord, Text};
use crate::content::decode::{Decode, Reader};
use crate::content::meant;
use crate::content::node::{Key, Kind, Node};
use crate::content::record::Record;
use crate::diagnostic::{Diagnostic, rules};
use crate::japanese;
use crate::source::Place;

/// The whole file; all of it may be left out.
#[derive(Debug, Default)]
pub(crate) struct Search {
    pub(crate) synonyms: Vec<Group>,
    pub(crate) suggestions: Vec<Text>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
}

/// Words that mean the same.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) place: Place,
    pub(crate) words: Vec<Text>,
    /// All of its words could be read.
    pub(crate) is_whole: bool,
}

impl FromRecord for Search {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        if record.is_empty() {
            reader.complain(&rules::EMPTY, record.opening());
        }
        let synonyms: Option<Groups> = record.optional("synonyms", reader);
        let suggestions: Option<Several<Text>> = record.optional("suggestions", reader);
        Some(Self {
            synonyms: synonyms.map(|Groups(groups)| groups).unwrap_or_default(),
            suggestions: suggestions.map(|Several(texts)| texts).unwrap_or_default(),
            allow: record.list("allow", reader),
        })
    }
}

/// A list that has something in it.
struct Several<T>(Vec<T>);

impl<T: Decode> Decode for Several<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if node.items().is_some_and(<[_]>::is_empty) {
            reader.complain(&rules::EMPTY, node.place);
            return None;
        }
        Vec::decode(node, reader).map(Self)
    }
}

/// All groups.
struct Groups(Vec<Group>);

impl Decode for Groups {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if let Some(words) = loose_words(node) {
            let on_one_line = written(node, reader).starts_with('[') && !written(node, reader).contains('\n');
            let group = bracketed(&words).filter(|_| on_one_line);
            return no_group(node, group.map(|group| format!("[{group}]")), reader);
        }
        match node.kind {
            Kind::Map(_) => no_group(node, None, reader),
            _ => Several::decode(node, reader).map(|Several(groups)| Self(groups)),
        }
    }
}

impl Decode for Group {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::List(items) => {
                if let Some(words) = joined_words(items) {
                    return no_group(node, bracketed(&words), reader);
                }
                let Several(words) = Several::<Text>::decode(node, reader)?;
                Some(Self { place: node.place, is_whole: words.len() >= items.len(), words })
            }
            Kind::Refused => None,
            kind => no_group(node, equation(kind), reader),
        }
    }
}

/// Reports what should be a group, or groups.
fn no_group<T>(node: &Node, meant: Option<String>, reader: &mut Reader) -> Option<T> {
    reader.report.add(Diagnostic::new(&rules::NOT_A_GROUP, node.place).suggest(meant));
    None
}

fn written<'r>(node: &Node, reader: &Reader<'r>) -> &'r str {
    reader.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default()
}

/// The words of a list that should be one of groups: `[スマホ, スマートフォン]`.
fn loose_words(node: &Node) -> Option<Vec<&str>> {
    let items = node.items()?.iter();
    let words: Option<Vec<_>> = items.map(|item| text(item).filter(|text| parts(text).len() == 1)).collect();
    words.filter(|words| words.len() > 1)
}

/// The group that a text or a map of one entry was meant to be: `スマホ＝スマートフォン`, `スマホ: スマートフォン`.
fn equation(kind: &Kind) -> Option<String> {
    let words = match kind {
        Kind::Scalar(scalar) => parts(&scalar.text),
        Kind::Map(entries) => match entries.as_slice() {
            [(Key { text: word, .. }, node)] => [vec![word.as_str()], parts(text(node)?)].concat(),
            _ => return None,
        },
        _ => return None,
    };
    bracketed(&words).filter(|_| words.len() > 1)
}

/// The words of a group of which several were written as one: `[スマホ、スマートフォン]`, `[スマホ スマートフォン]`.
fn joined_words(items: &[Node]) -> Option<Vec<&str>> {
    let texts: Vec<_> = items.iter().map(text).collect::<Option<_>>()?;
    match texts.as_slice() {
        [text] => Some(parts(text)).filter(|words| words.len() > 1),
        texts if texts.iter().any(|text| text.contains(['、', '，'])) => {
            Some(texts.iter().flat_map(|text| text.split(['、', '，']).map(str::trim)).collect())
        }
        _ => None,
    }
}

fn bracketed(words: &[&str]) -> Option<String> {
    meant::list(&words.join("、"))
}

fn parts(text: &str) -> Vec<&str> {
    japanese::parts(text, &['=', '＝', '≒', '/', '／', '⇔', '→', ' '])
}

fn text(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_empty() => Some(&scalar.text),
        _ => None,
    }
}
