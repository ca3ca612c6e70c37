//! `site.yaml`: what the plan and its publisher are called, and how the site shows them.

use super::year::{Year, YearSpan};
use super::{Accessibility, Contact, FromRecord, Text};
use crate::content::decode::{Decode, Reader, entries, refuse};
use crate::content::keys;
use crate::content::node::{Key, Node};
use crate::content::record::Record;
use crate::content::shape::{Keys, Map, Shape};
use crate::diagnostic::{rules, suggest};
use crate::source::Located;

/// The whole file; what is `None` was left out, or is wrong and was reported.
#[derive(Clone, Debug, Default)]
pub(crate) struct Site {
    pub(crate) title: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) organization: Option<Organization>,
    pub(crate) base_url: Option<Text>,
    pub(crate) language: Option<Text>,
    pub(crate) period: Option<Located<YearSpan>>,
    pub(crate) baseline_year: Option<Year>,
    /// At least one.
    pub(crate) levels: Option<Vec<Text>>,
    pub(crate) numbering: Option<Text>,
    pub(crate) year_style: Option<Text>,
    /// The parts that the site goes without.
    pub(crate) omit: Vec<Text>,
    pub(crate) theme: Option<Text>,
    /// What every page says of the site itself.
    pub(crate) notice: Option<Text>,
    pub(crate) labels: Labels,
    /// Whom readers can ask.
    pub(crate) contact: Option<Contact>,
    /// Under which conditions the plan's data may be used.
    pub(crate) license: Option<License>,
    /// Where the site's folder can be edited on the web.
    pub(crate) edit_url: Option<Text>,
    pub(crate) accessibility: Option<Accessibility>,
    /// Codes of warnings that are to be quiet in this file and in the registers.
    pub(crate) allow: Vec<Text>,
}

/// The publisher.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub(crate) name: Text,
    /// 全国地方公共団体コード.
    pub(crate) code: Option<Text>,
    pub(crate) url: Option<Text>,
}

/// The conditions under which data may be used.
#[derive(Clone, Debug)]
pub(crate) struct License {
    pub(crate) name: Text,
    pub(crate) url: Option<Text>,
}

/// The plan's own words for what the theme shows, by their names in the theme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels(pub(crate) Vec<(Text, Text)>);

impl Labels {
    /// A plan has none unless its site.yaml says some.
    pub(crate) const NONE: &Self = &Self(Vec::new());
}

/// The words of the theme that a plan can say in its own way; docs/content.md tells what each stands for.
const LABELS: [&str; 17] = [
    "initiatives",
    "departments",
    "less",
    "sdgs",
    "years",
    "overview",
    "vision",
    "actions",
    "schedule",
    "targets",
    "baseline",
    "results",
    "disclosure",
    "website",
    "other",
    "pages",
    "notes",
];

impl Labels {
    /// What the plan calls something.
    pub(crate) fn of<'l>(&'l self, key: &str) -> impl Iterator<Item = &'l str> {
        self.0.iter().filter(move |(label, _)| label.as_str() == key).map(|(_, word)| word.as_str())
    }
}

impl FromRecord for Site {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        Some(Self {
            title: record.required("title", reader),
            description: record.optional("description", reader),
            organization: record.required("organization", reader),
            base_url: record.required("base_url", reader).and_then(|url| base_address(url, reader)),
            language: record.optional("language", reader),
            period: record.required("period", reader),
            baseline_year: record.optional("baseline_year", reader),
            levels: levels(record, reader),
            numbering: record.optional("numbering", reader),
            year_style: record.optional("year_style", reader),
            omit: record.list("omit", reader),
            notice: record.optional("notice", reader),
            theme: record.optional("theme", reader),
            contact: record.optional("contact", reader),
            license: record.optional("license", reader),
            edit_url: record.optional("edit_url", reader).and_then(|url| base_address(url, reader)),
            labels: record.optional("labels", reader).unwrap_or_default(),
            accessibility: record.optional("accessibility", reader),
            allow: record.list("allow", reader),
        })
    }
}

/// A plan has one level at least: that of its initiatives.
fn levels(record: &mut Record, reader: &mut Reader) -> Option<Vec<Text>> {
    let Levels(levels) = record.required("levels", reader)?;
    if let (true, Some(key)) = (levels.is_empty(), record.key("levels")) {
        reader.report.add(keys::says_nothing("levels", key.place));
    }
    Some(levels).filter(|levels| !levels.is_empty())
}

/// All of them or none: with one less, every initiative would stand too deep.
struct Levels(Vec<Text>);

impl Decode for Levels {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let levels = Vec::decode(node, reader)?;
        (Some(levels.len()) == node.items().map(<[_]>::len)).then_some(Self(levels))
    }

    fn shape() -> Shape {
        Shape::list_of::<Text>(1)
    }
}

impl FromRecord for Organization {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let name = record.required("name", reader);
        let code = record.optional("code", reader);
        let url = record.optional("url", reader).and_then(|url| web_address(url, reader));
        Some(Self { name: name?, code, url })
    }
}

impl FromRecord for License {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let name = record.required("name", reader);
        let url = record.optional("url", reader).and_then(|url| web_address(url, reader));
        Some(Self { name: name?, url })
    }
}

impl Decode for Labels {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = entries(node, reader)?;
        let (known, strangers): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|(key, _)| LABELS.contains(&&*key.text));
        let mut vocabulary = keys::vocabulary(&LABELS, &Self::default());
        for (key, _) in strangers {
            let meant = vocabulary.nearest(&key.text).flatten().map(str::to_owned);
            reader.report.add(keys::unknown(&key.text, key.place, &LABELS).suggest(meant));
        }
        let label = |(key, value): (&Key, &Node)| Some((key.to_text(), Text::decode(value, reader)?));
        Some(Self(known.into_iter().filter_map(label).collect()))
    }

    fn shape() -> Shape {
        Shape::Map(Map::of::<Text>(Keys::Of(&LABELS)))
    }
}

/// An address on the web, without characters that would end it in a page.
pub(crate) fn web_address(text: Text, reader: &mut Reader) -> Option<Text> {
    if is_web_address(&text) { Some(text) } else { not_a_url(&text, reader) }
}

fn base_address(text: Text, reader: &mut Reader) -> Option<Text> {
    if is_base_address(&text) { Some(text) } else { not_a_url(&text, reader) }
}

/// Reports what is no address.
pub(super) fn not_a_url<T>(text: &Text, reader: &mut Reader) -> Option<T> {
    let meant = suggest::address(text).filter(|meant| is_web_address(meant));
    refuse(&rules::NOT_A_URL, text, meant, reader)
}

/// An address that others can be made of by writing on.
pub(crate) fn is_base_address(text: &str) -> bool {
    is_web_address(text) && !text.contains(['?', '#']) && !has_user(text)
}

/// Whether a name, or a password, stands before the host of an address.
pub(crate) fn has_user(address: &str) -> bool {
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    behind.split(['/', '?', '#']).next().is_some_and(|authority| authority.contains('@'))
}

pub(crate) fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let legal = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && host.chars().all(legal))
}
