//! `accessibility` in site.yaml: how accessible the site is to be, and what a test found.

use super::{FromRecord, Text};
use crate::content::decode::{Decode, Reader, entries};
use crate::content::node::{Key, Kind, Node};
use crate::content::record::Record;
use crate::date::Date;
use crate::prose::Prose;
use crate::source::Located;

/// The policy (ウェブアクセシビリティ方針). What is `None` is not decided yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Accessibility {
    pub(crate) introduction: Option<Prose>,
    pub(crate) scope: Option<Prose>,
    pub(crate) level: Option<Text>,
    /// 対応度.
    pub(crate) conformance: Option<Text>,
    pub(crate) deadline: Option<Located<Date>>,
    /// Empty: there are none.
    pub(crate) exceptions: Option<Vec<Text>>,
    /// Criteria besides those of the standard.
    pub(crate) extra: Vec<Text>,
    pub(crate) department: Option<Text>,
    pub(crate) measures: Option<Prose>,
    pub(crate) issues: Option<Prose>,
    pub(crate) test: Option<AccessibilityTest>,
}

/// A test after JIS X 8341-3:2016, annex JB.
#[derive(Clone, Debug)]
pub(crate) struct AccessibilityTest {
    /// 表明日.
    pub(crate) stated: Option<Located<Date>>,
    pub(crate) began: Option<Located<Date>>,
    pub(crate) ended: Option<Located<Date>>,
    pub(crate) description: Option<Prose>,
    /// How its pages were chosen.
    pub(crate) method: Option<Prose>,
    /// Pages of this site, from its root.
    pub(crate) pages: Vec<Text>,
    pub(crate) technologies: Vec<Text>,
    pub(crate) tools: Vec<Text>,
    pub(crate) criteria: Criteria,
}

/// What was found, by the numbers of the criteria.
#[derive(Clone, Debug, Default)]
pub(crate) struct Criteria(pub(crate) Vec<(Text, Finding)>);

/// What was found on one criterion.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) result: Option<Text>,
    pub(crate) note: Option<Text>,
}

impl FromRecord for Accessibility {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        Some(Self {
            introduction: record.optional("introduction", reader),
            scope: record.optional("scope", reader),
            level: record.optional("level", reader),
            conformance: record.optional("conformance", reader),
            deadline: record.optional("deadline", reader),
            exceptions: record.optional("exceptions", reader),
            extra: record.list("extra", reader),
            department: record.optional("department", reader),
            measures: record.optional("measures", reader),
            issues: record.optional("issues", reader),
            test: record.optional("test", reader),
        })
    }
}

impl FromRecord for AccessibilityTest {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        Some(Self {
            stated: record.required("stated", reader),
            began: record.required("began", reader),
            ended: record.required("ended", reader),
            description: record.optional("description", reader),
            method: record.optional("method", reader),
            pages: record.list("pages", reader),
            technologies: record.list("technologies", reader),
            tools: record.list("tools", reader),
            criteria: record.optional("criteria", reader).unwrap_or_default(),
        })
    }
}

impl Decode for Criteria {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = entries(node, reader)?.into_iter();
        let finding = |(key, value): (&Key, &Node)| Some((key.to_text(), Finding::decode(value, reader)?));
        Some(Self(entries.filter_map(finding).collect()))
    }
}

/// A result alone, or a map.
impl Decode for Finding {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if let Kind::Scalar(_) = node.kind {
            return Some(Self { result: Text::decode(node, reader), note: None });
        }
        let mut record = Record::open(node, reader)?;
        let result = record.optional("result", reader);
        let note = record.optional("note", reader);
        record.close(reader);
        Some(Self { result, note })
    }
}
