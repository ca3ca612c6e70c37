//! What editors wrote, as they wrote it: names not yet looked up, values not yet understood, everything with its place.
//!
//! One type a kind of file, and one for each of the maps in them.

mod accessibility;
mod addresses;
mod change;
mod contact;
mod date;
mod initiative;
mod joined;
mod redirects;
mod register;
mod search;
mod site;
mod year;

pub(crate) use accessibility::{Accessibility, AccessibilityTest, Criteria};
pub(crate) use addresses::{Addresses, is_address, is_wide, not_an_address};
pub(crate) use change::Change;
pub(crate) use contact::{Contact, PLACEHOLDERS, Way};
pub(crate) use initiative::{
    Action, Bar, Disclosure, Initiative, Lane, PageLink, Program, Result, Target, TargetRecord,
};
pub(crate) use redirects::Redirects;
pub(crate) use register::{Term, is_slug, judge_slug};
pub(crate) use search::{Group, Search};
pub(crate) use site::{Labels, License, Organization, Site, has_user, is_base_address, is_web_address};
pub(crate) use year::YearSpan;

use super::decode::{Decode, Reader};
use super::node::Node;
use super::record::Record;
use super::shape::{Map, Shape};
use crate::prose::Prose;
use crate::source::{Located, Place};

/// A text and its place.
pub(crate) type Text = Located<String>;

/// An `_index.md` below `plan/`.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// The line that opens the file.
    pub(crate) opening: Place,
    pub(crate) title: Option<Text>,
    pub(crate) number: Option<Located<u32>>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
    pub(crate) body: Prose,
}

/// A file of `pages/`.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) title: Option<Text>,
    pub(crate) order: Option<Located<u32>>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
    pub(crate) body: Prose,
}

/// What a Markdown file consists of, ready to be read as one of the types here.
pub(crate) struct Matter<'t> {
    pub(crate) opening: Place,
    pub(crate) front: Node<'t>,
    pub(crate) body: Prose,
}

impl<'t> Matter<'t> {
    /// That of a file which has no body.
    fn of(front: Node<'t>) -> Self {
        Self { opening: front.place, body: Prose::quoted("", front.place), front }
    }
}

impl Section {
    pub(crate) fn shape(home: bool) -> Shape {
        Shape::Map(Map::asked_by(|front, reader| Self::read(Matter::of(front), home, reader)))
    }

    /// The home page has no number and need not have a title.
    pub(crate) fn read(matter: Matter, home: bool, reader: &mut Reader) -> Option<Self> {
        let mut record = Record::open_at(&matter.front, matter.opening, reader)?;
        let (title, number) = if home {
            (record.optional("title", reader), None)
        } else {
            (record.required("title", reader), record.required("number", reader))
        };
        let allow = record.list("allow", reader);
        record.close(reader);
        Some(Self { opening: matter.opening, title, number, allow, body: matter.body })
    }
}

impl Page {
    pub(crate) fn shape() -> Shape {
        Shape::Map(Map::asked_by(|front, reader| Self::read(Matter::of(front), reader)))
    }

    pub(crate) fn read(matter: Matter, reader: &mut Reader) -> Option<Self> {
        let mut record = Record::open_at(&matter.front, matter.opening, reader)?;
        let (title, order) = (record.required("title", reader), record.optional("order", reader));
        let allow = record.list("allow", reader);
        record.close(reader);
        Some(Self { title, order, allow, body: matter.body })
    }
}

/// Reads a map that has a place of its own in a file.
impl<T: FromRecord> Decode for T {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let mut record = Record::open(node, reader)?;
        let value = T::from_record(&mut record, reader);
        record.close(reader);
        value
    }

    fn shape() -> Shape {
        Shape::Map(Map::asked_by(|node, reader| Self::decode(&node, reader)))
    }
}

/// A value that is a map with known keys.
pub(crate) trait FromRecord: Sized {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self>;
}
