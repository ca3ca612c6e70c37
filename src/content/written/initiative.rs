//! An initiative's file and the maps in its front matter.

use super::change::Change;
use super::site::web_address;
use super::year::{Year, YearSpan, read_span, read_year};
use super::{FromRecord, Matter, Text};
use crate::content::decode::{Decode, Reader, entries};
use crate::content::node::{Key, Kind, Node};
use crate::content::record::Record;
use crate::content::shape::{Keys, Map, Shape};
use crate::date::Date;
use crate::diagnostic::{Diagnostic, rules};
use crate::prose::Prose;
use crate::source::{Located, Place};

/// A Markdown file below `plan/` that is not an `_index.md`.
#[derive(Clone, Debug)]
pub(crate) struct Initiative {
    /// The line that opens the file.
    pub(crate) opening: Place,
    pub(crate) title: Option<Text>,
    pub(crate) number: Option<Located<u32>>,
    pub(crate) departments: Vec<Text>,
    pub(crate) categories: Vec<Text>,
    pub(crate) sdgs: Vec<Text>,
    pub(crate) disclosure: Disclosure,
    pub(crate) vision: Option<Prose>,
    pub(crate) actions: Vec<Action>,
    pub(crate) targets: Vec<Target>,
    pub(crate) programs: Vec<Program>,
    pub(crate) notes: Option<Prose>,
    pub(crate) updated: Option<Located<Date>>,
    pub(crate) changes: Vec<Change>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
    /// The overview.
    pub(crate) body: Prose,
}

/// Where the city tells about an initiative.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disclosure {
    pub(crate) website: bool,
    pub(crate) other: Vec<Text>,
    pub(crate) pages: Vec<PageLink>,
}

/// A page of the city's website: its title, and its address where that is known.
#[derive(Clone, Debug)]
pub(crate) struct PageLink {
    pub(crate) title: Text,
    pub(crate) url: Option<Text>,
}

/// A part of an initiative.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) name: Option<Text>,
    pub(crate) departments: Vec<Text>,
    pub(crate) overview: Option<Prose>,
    pub(crate) vision: Option<Prose>,
    pub(crate) actions: Vec<Action>,
    pub(crate) targets: Vec<Target>,
}

/// A row of the schedule.
#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) group: Option<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) schedule: Vec<Lane>,
}

/// What follows on each other within an action.
#[derive(Clone, Debug)]
pub(crate) struct Lane(pub(crate) Vec<Bar>);

/// What is done over a span of years.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) years: Located<YearSpan>,
    pub(crate) text: Text,
}

/// What is to be reached.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// A sentence without more.
    Sentence(Text),
    /// A measure (`name`) or a sentence (`text`) of which more is said.
    Record(Box<TargetRecord>),
}

/// The map of a target.
#[derive(Clone, Debug)]
pub(crate) struct TargetRecord {
    /// Where it speaks of its subject: its name, its sentence or its first key.
    pub(crate) place: Place,
    pub(crate) name: Option<Text>,
    pub(crate) text: Option<Text>,
    pub(crate) target: Option<Text>,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) year: Option<Year>,
    pub(crate) results: Vec<Result>,
    pub(crate) note: Option<Text>,
    /// Something in it is wrong and was reported.
    pub(crate) flawed: bool,
}

/// The value at the start.
#[derive(Clone, Debug)]
pub(crate) struct Baseline {
    pub(crate) value: Text,
    pub(crate) year: Option<Year>,
    pub(crate) name: Option<Text>,
    pub(crate) label: Option<Text>,
}

/// What was reached in a year.
#[derive(Clone, Debug)]
pub(crate) struct Result {
    pub(crate) year: Year,
    pub(crate) value: Text,
}

impl Initiative {
    pub(crate) fn read(matter: Matter, reader: &mut Reader) -> Option<Self> {
        let mut record = Record::open_at(&matter.front, matter.opening, reader)?;
        let initiative = Self {
            opening: matter.opening,
            title: record.required("title", reader),
            number: record.required("number", reader),
            departments: record.list("departments", reader),
            categories: record.list("less", reader),
            sdgs: record.list("sdgs", reader),
            disclosure: record.optional("disclosure", reader).unwrap_or_default(),
            vision: record.optional("vision", reader),
            actions: record.list("actions", reader),
            targets: record.list("targets", reader),
            programs: record.list("programs", reader),
            notes: record.optional("notes", reader),
            updated: record.optional("updated", reader),
            changes: record.list("changes", reader),
            allow: record.list("allow", reader),
            body: matter.body,
        };
        record.misplaced("overview", &rules::OVERVIEW_IS_BODY, reader);
        for key in record.barred("programs", ["actions", "targets"], reader).into_iter().flatten() {
            reader.report.add(Diagnostic::new(&rules::PROGRAMS_BESIDE, key.place).with("key", &key.text));
        }
        record.close(reader);
        Some(initiative)
    }

    pub(crate) fn shape() -> Shape {
        Shape::Map(Map::asked_by(|front, reader| Self::read(Matter::of(front), reader)))
    }

    /// The departments that it and its parts name.
    pub(crate) fn all_departments(&self) -> impl Iterator<Item = &Text> {
        self.departments.iter().chain(self.programs.iter().flat_map(|program| &program.departments))
    }
}

impl FromRecord for Disclosure {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let website = record.optional("website", reader).unwrap_or_default();
        Some(Self { website, other: record.list("other", reader), pages: record.list("pages", reader) })
    }
}

impl Decode for PageLink {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if reader.is_map_of(&["title", "url"], node) {
            return None;
        }
        if let Kind::Scalar(_) = node.kind {
            return Some(Self { title: Text::decode(node, reader)?, url: None });
        }
        let mut record = Record::open(node, reader)?;
        let title = record.required("title", reader);
        let url = record.optional("url", reader).and_then(|url| web_address(url, reader));
        record.close(reader);
        Some(Self { title: title?, url })
    }

    fn shape() -> Shape {
        Shape::TextOr(Map::asked_by(|node, reader| Self::decode(&node, reader)))
    }
}

impl FromRecord for Program {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let name = record.required("name", reader);
        let departments = record.list("departments", reader);
        let overview = record.optional("overview", reader);
        let vision = record.optional("vision", reader);
        let actions = record.list("actions", reader);
        let targets = record.list("targets", reader);
        Some(Self { name, departments, overview, vision, actions, targets })
    }
}

impl FromRecord for Action {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let group = record.optional("group", reader);
        let name = record.required("name", reader);
        let schedule = record.list("schedule", reader);
        Some(Self { group, name, schedule })
    }
}

impl Decode for Lane {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let bar = |(key, value): (&Key, &Node), reader: &mut Reader| {
            let years = read_span(&key.text, key.place, reader);
            let text = beside(years.as_ref(), value, reader);
            Some(Bar { years: years?, text: text? })
        };
        let entries = entries(node, reader)?;
        let written = reader.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default();
        // What is no key was told already.
        if written.trim_matches(['{', '}']).trim().is_empty() {
            reader.complain(&rules::EMPTY, node.place);
        }
        Some(Self(entries.into_iter().filter_map(|entry| bar(entry, reader)).collect()))
    }

    fn shape() -> Shape {
        Shape::Map(Map { least: 1, ..Map::of::<Text>(Keys::Spans) })
    }
}

/// The keys of a target that is more than a sentence.
const TARGET: [&str; 7] = ["name", "text", "target", "baseline", "year", "results", "note"];

impl Decode for Target {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Some(Self::Record(Box::new(TargetRecord::decode(node, reader)?))),
            _ if reader.is_map_of(&TARGET, node) => None,
            _ => Some(Self::Sentence(Text::decode(node, reader)?)),
        }
    }

    fn shape() -> Shape {
        Shape::TextOr(Map::asked_by(|node, reader| Self::decode(&node, reader)))
    }
}

impl FromRecord for TargetRecord {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let before = reader.report.len();
        let sentence = record.key("text").is_some();
        let name: Option<Text> =
            if sentence { record.optional("name", reader) } else { record.filled("name", reader) };
        let text: Option<Text> = record.optional("text", reader);
        let mut target = Self {
            place: name.as_ref().or(text.as_ref()).map_or(record.opening(), |subject| subject.place),
            name,
            text,
            target: record.optional("target", reader),
            baseline: record.optional("baseline", reader),
            year: record.optional("year", reader),
            results: record.optional("results", reader).map_or_else(Vec::new, |results: Results| results.0),
            note: record.optional("note", reader),
            flawed: false,
        };
        // What a misspelt key was meant for is not missed besides.
        if !record.has_strangers() {
            target.check(record, reader);
        }
        target.flawed = record.has_strangers() || record.has_losses() || reader.report.len() > before;
        Some(target)
    }
}

impl TargetRecord {
    /// A target speaks of a measure that has a value, or it says a sentence.
    fn check(&self, record: &mut Record, reader: &mut Reader) {
        let subjects = record.either(["name", "text"], reader).map(|key| key.map(|key| key.place));
        let has_no_value = record.lacks("name", ["target", "baseline"], reader);
        match (&self.name, subjects) {
            (_, [None, None]) => _ = record.required::<Text>("name", reader),
            // Of the two, the one that was written behind the other.
            (Some(_), [Some(name), Some(text)]) => reader.complain(&rules::TWO_SUBJECTS, name.max(text)),
            (Some(name), _) if has_no_value => {
                reader.report.add(Diagnostic::new(&rules::NO_VALUE, name.place).with("name", &name.value));
            }
            _ => {}
        }
    }
}

impl Decode for Baseline {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if reader.is_map_of(&["value", "year", "name", "label"], node) {
            return None;
        }
        if let Kind::Scalar(_) = node.kind {
            return Some(Self { value: Text::decode(node, reader)?, year: None, name: None, label: None });
        }
        let mut record = Record::open(node, reader)?;
        let value = record.required("value", reader);
        let (year, name) = (record.optional("year", reader), record.optional("name", reader));
        let label = record.optional("label", reader);
        record.close(reader);
        Some(Self { value: value?, year, name, label })
    }

    fn shape() -> Shape {
        Shape::TextOr(Map::asked_by(|node, reader| Self::decode(&node, reader)))
    }
}

/// The map from years to values.
struct Results(Vec<Result>);

impl Decode for Results {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let result = |(key, value): (&Key, &Node), reader: &mut Reader| {
            let year = read_year(&key.text, key.place, reader);
            let value = beside(year.as_ref(), value, reader);
            Some(Result { year: year?, value: value? })
        };
        Some(Self(entries(node, reader)?.into_iter().filter_map(|entry| result(entry, reader)).collect()))
    }

    fn shape() -> Shape {
        Shape::Map(Map::of::<Text>(Keys::Years))
    }
}

/// The text behind a year. Behind what is no year nothing is missed: `{2026: 10,300人}` is one slip, not two.
fn beside<T>(year: Option<&T>, value: &Node, reader: &mut Reader) -> Option<Text> {
    if year.is_none() && value.is_empty() { None } else { Text::decode(value, reader) }
}
