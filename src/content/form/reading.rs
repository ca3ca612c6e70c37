//! What a text says: its tree, and the value that the rest of the program makes of it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::Range;

use super::{Kind, obstructs, remarks};
use crate::content::decode::{Decode, Reader};
use crate::content::front_matter::{self, Parts};
use crate::content::node::{self, Node, Style};
use crate::content::record::Orders;
use crate::content::role::Role;
use crate::content::written::{self, Labels, Matter};
use crate::content::yaml;
use crate::diagnostic::Report;
use crate::prose::Prose;
use crate::source::{FileId, Source};

/// What was read of a text.
pub(super) struct Reading {
    /// Of a Markdown file.
    pub(super) parts: Option<Parts>,
    /// `None` where not all of it could be read.
    pub(super) tree: Option<Node<'static>>,
    /// In which order the types ask for the keys of each map.
    pub(super) orders: Orders,
    pub(super) report: Report,
    /// What it says, whatever stands where.
    meaning: String,
}

impl Reading {
    pub(super) fn of(text: &str, kind: &Kind, labels: &Labels) -> Self {
        let mut report = Report::default();
        let source = Source { path: String::new(), text: text.to_owned() };
        let file = FileId::ALONE;
        let split = || front_matter::split(file, &source, &mut report);
        let parts = kind.is_markdown().then(split).flatten();
        if kind.is_markdown() && parts.is_none() {
            let (orders, meaning) = (Orders::default(), String::new());
            return Self { parts, tree: None, orders, report, meaning };
        }
        let yaml = parts.as_ref().map_or(0..text.len(), |parts| parts.yaml.clone());
        let root = yaml::parse(file, text, yaml.clone(), labels, &mut report);
        let matter = parts.as_ref().map(|parts| Matter {
            opening: file.place(parts.opening.clone()),
            front: yaml::parse(file, text, yaml.clone(), labels, &mut Report::default()),
            body: Prose::body(file, text, parts.body.clone()),
        });
        let mut reader = Reader::new(text, labels, &mut report);
        reader.orders = Some(Orders::default());
        let meaning = meaning(kind, &root, matter, &mut reader);
        let orders = reader.orders.unwrap_or_default();
        let tree = (!obstructs(&report)).then(|| root.into_owned());
        Self { parts, tree, orders, report, meaning }
    }

    /// The stretch of YAML in the text.
    pub(super) fn yaml(&self, text: &str) -> Range<usize> {
        self.parts.as_ref().map_or(0..text.len(), |parts| parts.yaml.clone())
    }

    /// Whether a mistake is told of this text that the other has not, or more often.
    pub(super) fn tells_more_than(&self, other: &Self) -> bool {
        let (own, others) = (counts(&self.report), counts(&other.report));
        own.iter().any(|(code, count)| others.get(code).is_none_or(|before| before < count))
    }

    /// Whether this text and another say the same, to the last remark.
    pub(super) fn says_the_same(&self, text: &str, other: &Self, other_text: &str) -> bool {
        let ((Some(own), Some(others)), true) =
            ((&self.tree, &other.tree), counts(&self.report) == counts(&other.report))
        else {
            return self.tree.is_none() && other.tree.is_none() && text == other_text;
        };
        let comments =
            |reading: &Self, text, tree| remarks::comments(remarks::of(text, reading.yaml(text), tree));
        let body = |reading: &Self| reading.parts.as_ref().map_or(0..0, |parts| parts.body.clone());
        self.meaning == other.meaning
            && are_same(own, others)
            && comments(self, text, own) == comments(other, other_text, others)
            && text[body(self)] == other_text[body(other)]
    }
}

/// How often each rule is broken.
fn counts(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in report.iter() {
        *counts.entry(found.rule.code).or_default() += 1;
    }
    counts
}

/// Whether two trees are one but for the order of keys and the kind of quotes.
fn are_same(one: &Node, other: &Node) -> bool {
    use node::Kind::{List, Map, Refused, Scalar};
    let style = |style| if style == Style::Quoted { Style::Plain } else { style };
    match (&one.kind, &other.kind) {
        (Scalar(one), Scalar(other)) => one.text == other.text && style(one.style) == style(other.style),
        (List(one), List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| are_same(one, other))
        }
        (Map(one), Map(other)) => {
            one.len() == other.len()
                && by_key(one)
                    .zip(by_key(other))
                    .all(|((key, one), (its, other))| key.text == its.text && are_same(one, other))
        }
        (Refused, Refused) => true,
        _ => false,
    }
}

/// The entries of a map in the order of the alphabet.
fn by_key<'n>(
    entries: &'n [(node::Key<'n>, Node<'n>)],
) -> impl Iterator<Item = &'n (node::Key<'n>, Node<'n>)> {
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_by(|(one, _), (other, _)| one.text.cmp(&other.text));
    entries.into_iter()
}

/// What the program makes of a file, in words.
fn meaning(kind: &Kind, root: &Node, matter: Option<Matter>, reader: &mut Reader) -> String {
    fn of<T: Debug>(value: Option<T>) -> String {
        value.map_or(String::new(), |value| placeless(&format!("{value:?}")))
    }
    match (kind.role, matter) {
        (Role::Site, _) => of(written::Site::decode(root, reader)),
        (Role::Departments | Role::Categories, _) => of(Vec::<written::Term>::decode(root, reader)),
        (Role::Search, _) => of(written::Search::decode(root, reader)),
        (Role::Redirects, _) => of(written::Redirects::decode(root, reader)),
        (Role::Section, Some(matter)) => of(written::Section::read(matter, kind.path.is_empty(), reader)),
        (Role::Initiative, Some(matter)) => of(written::Initiative::read(matter, reader)),
        (Role::Page, Some(matter)) => of(written::Page::read(matter, reader)),
        _ => String::new(),
    }
}

/// Without what tells where something stands, and how many empty lines end a block. What stands in quotes is the editors' own,
/// whatever it looks like.
fn placeless(shown: &str) -> String {
    let (mut placeless, mut rest, mut in_quotes) = (String::with_capacity(shown.len()), shown, false);
    loop {
        let end = if in_quotes { closing(rest) } else { rest.find('"').unwrap_or(rest.len()) };
        if in_quotes {
            placeless.push_str(without_end(&rest[..end]));
        } else {
            let shown = rest[..end].to_owned();
            placeless.push_str(&PLACES.iter().fold(shown, |shown, (begin, end)| without(&shown, begin, end)));
        }
        let Some(behind) = rest[end..].strip_prefix('"') else { return placeless };
        placeless.push('"');
        (rest, in_quotes) = (behind, !in_quotes);
    }
}

/// What stands around places where values are shown.
const PLACES: [(&str, &str); 2] = [("Place {", "}"), ("Lines([", "])")];

/// What is shown, without what stands between two words.
fn without(shown: &str, begin: &str, end: &str) -> String {
    let mut parts = shown.split(begin);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + begin + part.find(end).map_or("", |at| &part[at..]))
}

/// Where the quote ends that something begins within.
fn closing(shown: &str) -> usize {
    let mut escaped = false;
    let ends = |c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    };
    shown.find(ends).unwrap_or(shown.len())
}

/// A text as it is shown, without the spaces and line ends behind it.
fn without_end(mut shown: &str) -> &str {
    while let Some(less) = shown.strip_suffix("\\n").or_else(|| shown.strip_suffix(' ')) {
        shown = less;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_empty_lines_say_nothing() {
        let shown = |start: &str, lines: &str, end: &str| {
            format!(r#"A {{ text: "a\"{end}", place: Place {{ start: {start} }}, Lines([{lines}]), b: 1 }}"#)
        };
        assert_eq!(placeless(&shown("1", "(0, 1)", "")), placeless(&shown("23", "", r" \n \n")));
        for words in ["Place {", "Lines([", r#"\"Place {"#] {
            let shown = |end: &str| format!(r#"("{words}", "{end}", Place {{ 1 }})"#);
            assert_ne!(placeless(&shown("a")), placeless(&shown("b")), "{words}");
        }
    }
}
