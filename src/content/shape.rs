//! What files look like to those who write them: which keys a map has, and what stands behind each.
//!
//! Nobody keeps a list of it: the reading itself is asked, by giving it a map in which there is nothing and noting what it
//! looks for ([`Map::asked_by`]). So what a schema says and what is read cannot differ.

use super::decode::{Decode, Reader};
use super::node::{Kind, Node};
use super::written::Labels;
use crate::diagnostic::Report;
use crate::source::FileId;

/// What a value looks like.
#[derive(Debug)]
pub(crate) enum Shape {
    /// A piece of text, whatever YAML takes it for.
    Text,
    /// Markdown.
    Prose,
    /// From 1.
    Number,
    Bool,
    Day,
    /// A fiscal year.
    Year,
    /// A span of fiscal years.
    Years,
    /// At least so many of a kind.
    List(usize, Box<Self>),
    Map(Map),
    /// A map, or a text alone that says the most important of it.
    TextOr(Map),
}

/// A map.
#[derive(Debug, Default)]
pub(crate) struct Map {
    /// The keys that are known by their names, in the order of the reading.
    pub(crate) asked: Vec<Asked>,
    pub(crate) relations: Vec<Relation>,
    /// All other keys that it may have, and what stands behind them.
    pub(crate) others: Option<(Keys, Box<Shape>)>,
    /// How many entries there are at least.
    pub(crate) least: usize,
}

/// What keys of a map have to do with each other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Relation {
    /// One of the two has to be there, and the other must not.
    Either([&'static str; 2]),
    /// With the first, one or both of the others have to be there.
    Needs(&'static str, [&'static str; 2]),
    /// With the first, none of the others must be there.
    Bars(&'static str, [&'static str; 2]),
}

/// A key that is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) key: &'static str,
    pub(crate) is_required: bool,
    pub(crate) shape: Shape,
}

/// What keys are that have no names of their own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys {
    /// Any of these.
    Of(&'static [&'static str]),
    /// Fiscal years.
    Years,
    /// Spans of fiscal years.
    Spans,
    /// The numbers of criteria of accessibility.
    Criteria,
    /// Addresses of this site.
    Addresses,
}

impl Shape {
    pub(super) fn list_of<T: Decode>(least: usize) -> Self {
        Self::List(least, Box::new(T::shape()))
    }

    /// The values of such a kind, at least one.
    pub(crate) fn filled_list_of<T: Decode>() -> Self {
        Self::list_of::<T>(1)
    }
}

impl Asked {
    pub(super) fn of<T: Decode>(key: &'static str, is_required: bool) -> Self {
        Self { key, is_required, shape: T::shape() }
    }
}

impl Map {
    /// The keys that a reading asks for.
    pub(super) fn asked_by<T>(read: impl FnOnce(Node, &mut Reader) -> T) -> Self {
        let nothing = Node { place: FileId::ALONE.place(0..0), kind: Kind::Map(Vec::new()) };
        let (labels, mut report) = (Labels::default(), Report::default());
        let mut reader = Reader::new("", &labels, &mut report);
        reader.asked = Some(Self::default());
        read(nothing, &mut reader);
        reader.asked.unwrap_or_default()
    }

    pub(super) fn of<T: Decode>(keys: Keys) -> Self {
        Self { others: Some((keys, Box::new(T::shape()))), ..Self::default() }
    }
}

impl Reader<'_> {
    /// Notes a key that is asked for. Only the first asking counts.
    pub(super) fn note<T: Decode>(&mut self, key: &'static str, is_required: bool) {
        if let Some(map) = &mut self.asked
            && !map.asked.iter().any(|asked| asked.key == key)
        {
            map.asked.push(Asked::of::<T>(key, is_required));
        }
    }

    pub(super) fn note_relation(&mut self, relation: Relation) {
        if let Some(map) = &mut self.asked {
            map.relations.push(relation);
        }
    }
}
