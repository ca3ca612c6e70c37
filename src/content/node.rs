//! YAML as a tree: nodes as they were written, every one with its place and its raw text.

use crate::diagnostic::{Diagnostic, rules};
use crate::source::Place;

/// A value as written.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) kind: Kind,
}

/// What a value looks like.
#[derive(Debug)]
pub(crate) enum Kind {
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
    /// Something that is not allowed and was reported: nobody need complain of it again.
    Refused,
}

/// A piece of text.
#[derive(Debug)]
pub(crate) struct Scalar {
    pub(crate) text: String,
    pub(crate) style: Style,
}

/// How a piece of text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Quoted,
    /// Behind `|`: every line stands in the file as it is, behind its indentation.
    Literal,
    /// Behind `>`.
    Folded,
}

/// The key of a map's entry.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) text: String,
    pub(crate) place: Place,
}

impl Kind {
    pub(super) fn nothing() -> Self {
        Self::Scalar(Scalar { text: String::new(), style: Style::Plain })
    }
}

impl Node {
    /// The items of a list.
    pub(crate) fn items(&self) -> Option<&[Self]> {
        match &self.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// Whether its place shows it: not an absent value, nor a block, whose place may be below it.
    pub(crate) fn is_visible(&self) -> bool {
        let block = matches!(&self.kind, Kind::Scalar(Scalar { style: Style::Literal | Style::Folded, .. }));
        !block && self.place.start < self.place.end
    }

    /// Nothing at all stands there, not even `~`.
    pub(super) fn is_absent(&self) -> bool {
        matches!(self.kind, Kind::Scalar(_)) && self.place.start == self.place.end
    }

    /// Whether it, or anything in it, is not allowed and was reported.
    pub(crate) fn has_losses(&self) -> bool {
        match &self.kind {
            Kind::Refused => true,
            Kind::Scalar(_) => false,
            Kind::List(items) => items.iter().any(Self::has_losses),
            Kind::Map(entries) => entries.iter().any(|(_, node)| node.has_losses()),
        }
    }

    /// Nothing was written: no value at all, `~`, `null`, or nothing but spaces in quotes or behind `|`.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Scalar(Scalar { text, style: Style::Plain }) => matches!(text.trim(), "" | "~" | "null"),
            Kind::Scalar(Scalar { text, .. }) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A node as a key; its text is empty if it is none, which is a mistake. Full-width spaces around a key are no part of it.
pub(super) fn key(node: &Node) -> (Key, Option<Diagnostic>) {
    let text = match &node.kind {
        Kind::Scalar(scalar) => scalar.text.as_str(),
        _ => "",
    };
    let name = text.trim();
    let place = node.place;
    let spaces = match (text.len() - text.trim_start().len(), text.trim_end().len()) {
        (0, end) => end..text.len(),
        (start, _) => 0..start,
    };
    let diagnostic = match &node.kind {
        Kind::Refused => None,
        _ if name.is_empty() => Some(Diagnostic::new(&rules::KEY_NOT_TEXT, place)),
        _ if spaces.is_empty() => None,
        _ => {
            let start = place.start as usize;
            let space = place.file.place(start + spaces.start..start + spaces.end);
            Some(Diagnostic::new(&rules::WIDE_SPACE, space))
        }
    };
    (Key { text: name.to_owned(), place }, diagnostic)
}
