//! YAML as a tree: nodes as they were written, every one with its place and its raw text, which is the file's own where nothing
//! in it had to be read in another way.

use std::borrow::Cow;

use super::written::Text;
use crate::diagnostic::{Diagnostic, rules};
use crate::source::Place;

/// A value as written.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    pub(crate) place: Place,
    pub(crate) kind: Kind<'t>,
}

/// What a value looks like.
#[derive(Debug)]
pub(crate) enum Kind<'t> {
    Scalar(Scalar<'t>),
    List(Vec<Node<'t>>),
    Map(Vec<(Key<'t>, Node<'t>)>),
    /// Something that is not allowed and was reported: nobody need complain of it again.
    Refused,
}

/// A piece of text.
#[derive(Debug)]
pub(crate) struct Scalar<'t> {
    pub(crate) text: Cow<'t, str>,
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
pub(crate) struct Key<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) place: Place,
}

impl Key<'_> {
    /// The key as a text of its own.
    pub(crate) fn to_text(&self) -> Text {
        Text::new(self.text.clone().into_owned(), self.place)
    }
}

impl Kind<'_> {
    pub(super) fn nothing() -> Self {
        Self::Scalar(Scalar { text: Cow::Borrowed(""), style: Style::Plain })
    }
}

impl Node<'_> {
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
            Kind::Scalar(Scalar { text, .. }) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }
}

/// A node as a key; its text is empty if it is none, which is a mistake. Full-width spaces around a key are no part of it.
pub(super) fn key(node: Node) -> (Key, Option<Diagnostic>) {
    let Node { place, kind } = node;
    let refused = matches!(kind, Kind::Refused);
    let text = match kind {
        Kind::Scalar(scalar) => scalar.text,
        _ => Cow::Borrowed(""),
    };
    let name = text.trim();
    if name.len() == text.len() && !name.is_empty() {
        return (Key { text, place }, None);
    }
    let spaces = match (text.len() - text.trim_start().len(), text.trim_end().len()) {
        (0, end) => end..text.len(),
        (start, _) => 0..start,
    };
    let diagnostic = if name.is_empty() {
        Diagnostic::new(&rules::KEY_NOT_TEXT, place)
    } else {
        let start = place.start as usize;
        Diagnostic::new(&rules::WIDE_SPACE, place.file.place(start + spaces.start..start + spaces.end))
    };
    (Key { text: name.to_owned().into(), place }, Some(diagnostic).filter(|_| !refused))
}
