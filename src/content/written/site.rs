//! `site.yaml`: what the plan and its publisher are called, and how the site shows them.

use super::year::{Year, YearSpan};
use super::{FromRecord, Text};
use crate::content::decode::{Decode, Reader, Record, refuse};
use crate::content::yaml::{Key, Kind, Node};
use crate::diagnostic::rules;
use crate::source::Located;

/// The whole file.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) title: Text,
    pub(crate) description: Option<Text>,
    pub(crate) organization: Organization,
    pub(crate) base_url: Text,
    pub(crate) language: Option<Text>,
    pub(crate) period: Located<YearSpan>,
    pub(crate) baseline_year: Option<Year>,
    pub(crate) levels: Vec<Text>,
    pub(crate) numbering: Option<Text>,
    pub(crate) theme: Option<Text>,
    pub(crate) labels: Labels,
}

/// The publisher.
#[derive(Debug)]
pub(crate) struct Organization {
    pub(crate) name: Text,
    /// 全国地方公共団体コード.
    pub(crate) code: Option<Text>,
    pub(crate) url: Option<Text>,
}

/// The plan's own words for what the theme shows, by their names in the theme. Which names there are is the theme's to say.
#[derive(Debug, Default)]
pub(crate) struct Labels(pub(crate) Vec<(Text, Text)>);

impl FromRecord for Site {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let title = record.required("title", reader);
        let description = record.optional("description", reader);
        let organization = record.required("organization", reader);
        let base_url = record.required("base_url", reader).and_then(|url| web_address(url, reader));
        let language = record.optional("language", reader);
        let period = record.required("period", reader);
        let baseline_year = record.optional("baseline_year", reader);
        let levels: Option<Vec<Text>> = record.required("levels", reader);
        let levels_key = record.key("levels").map(|key| key.place);
        let numbering = record.optional("numbering", reader);
        let theme = record.optional("theme", reader);
        let labels = record.optional("labels", reader).unwrap_or_default();
        if let (Some([]), Some(place)) = (levels.as_deref(), levels_key) {
            reader.complain(&rules::EMPTY, place);
            return None;
        }
        Some(Self {
            title: title?,
            description,
            organization: organization?,
            base_url: base_url?,
            language,
            period: period?,
            baseline_year,
            levels: levels?,
            numbering,
            theme,
            labels,
        })
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

impl Decode for Labels {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            reader.complain(&rules::EXPECTED_MAP, node.place);
            return None;
        };
        let label = |(key, node): &(Key, Node)| {
            Some((Text::new(key.text.clone(), key.place), Text::decode(node, reader)?))
        };
        Some(Self(entries.iter().filter_map(label).collect()))
    }
}

/// An address on the web, without characters that would end it in a page.
pub(crate) fn web_address(text: Text, reader: &mut Reader) -> Option<Text> {
    if is_web_address(&text) { Some(text) } else { refuse(&rules::NOT_A_URL, &text, reader) }
}

pub(crate) fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let legal = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && host.chars().all(legal))
}
