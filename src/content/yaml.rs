//! YAML as written: a tree of nodes, every one with its place and its raw text. The only place that knows the parser.
//!
//! Nothing is guessed: `17.10`, `yes` and `2026` are the characters that were typed, and what they mean is decided by
//! whoever asks for them. Anchors, aliases, tags and second documents have no use in a plan and are refused.

use std::borrow::Cow;
use std::ops::Range;

use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle, ScanError, Span, Tag};

use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::{FileId, Place};

/// How deep lists and maps may stand in each other. The content format needs six.
const DEEPEST: usize = 32;

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

/// Reads the `yaml` part of a file's text. `None`: there is no tree to go on with, and the report says why.
pub(crate) fn parse(file: FileId, text: &str, yaml: Range<usize>, report: &mut Report) -> Option<Node> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut tree = Tree { file, yaml: yaml.clone(), open: Vec::new(), root: None, documents: 0, report };
    for event in Parser::new_from_str_with_options(&text[yaml.clone()], options) {
        match event {
            Ok((event, span)) => tree.take(event, &span)?,
            Err(error) => {
                tree.refuse(&error);
                return None;
            }
        }
    }
    Some(tree.root.unwrap_or(Node { place: file.place(yaml.start..yaml.start), kind: Kind::nothing() }))
}

/// The tree as far as it has grown.
struct Tree<'r> {
    file: FileId,
    yaml: Range<usize>,
    /// The lists and maps around the next event, the innermost last.
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    report: &'r mut Report,
}

/// A list or map whose end was not met yet.
struct Open {
    start: Place,
    kind: Kind,
    /// The key that waits for its value.
    key: Option<Key>,
}

impl Tree<'_> {
    /// `None` stops the reading: what follows would only be echoes.
    fn take(&mut self, event: Event, span: &Span) -> Option<()> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.stop(&rules::SECOND_DOCUMENT, span);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.check_properties(anchor, tag.as_ref(), span);
                self.put_scalar(&text, style, span);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.check_properties(anchor, tag.as_ref(), span);
                self.open(Kind::List(Vec::new()), span)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_properties(anchor, tag.as_ref(), span);
                self.open(Kind::Map(Vec::new()), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.complain(&rules::ANCHOR, span);
                self.put_scalar("", ScalarStyle::Plain, span);
            }
            _ => {}
        }
        Some(())
    }

    fn check_properties(&mut self, anchor: usize, tag: Option<&Cow<'_, Tag>>, span: &Span) {
        if anchor != 0 {
            self.complain(&rules::ANCHOR, span);
        }
        if tag.is_some() {
            self.complain(&rules::TAG, span);
        }
    }

    fn put_scalar(&mut self, text: &str, style: ScalarStyle, span: &Span) {
        let style = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
            ScalarStyle::Plain => Style::Plain,
        };
        self.put(Node {
            place: self.place(span),
            kind: Kind::Scalar(Scalar { text: text.to_owned(), style }),
        });
    }

    fn open(&mut self, kind: Kind, span: &Span) -> Option<()> {
        if self.open.len() == DEEPEST {
            return self.stop(&rules::TOO_DEEP, span);
        }
        self.open.push(Open { start: self.place(span), kind, key: None });
        Some(())
    }

    fn close(&mut self, span: &Span) {
        if let Some(Open { start, kind, .. }) = self.open.pop() {
            let place = Place { end: self.place(span).end.max(start.end), ..start };
            self.put(Node { place, kind });
        }
    }

    /// Hangs a finished node where it belongs: a list's item, a map's key or value, or the root.
    fn put(&mut self, node: Node) {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (&mut parent.kind, parent.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (Kind::Map(entries), Some(key)) => {
                if let Some(diagnostic) = twice(entries, &key) {
                    self.report.add(diagnostic);
                } else {
                    entries.push((key, node));
                }
            }
            (Kind::Map(_), None) => match node.kind {
                Kind::Scalar(Scalar { text, .. }) => parent.key = Some(Key { text, place: node.place }),
                _ => {
                    parent.key = Some(Key { text: String::new(), place: node.place });
                    self.report.add(Diagnostic::new(&rules::KEY_NOT_TEXT, node.place));
                }
            },
            (Kind::Scalar(_), _) => {}
        }
    }

    fn place(&self, span: &Span) -> Place {
        let bytes = span.byte_range().unwrap_or(0..0);
        self.file.place(self.yaml.start + bytes.start..self.yaml.start + bytes.end)
    }

    fn complain(&mut self, rule: &'static Rule, span: &Span) {
        self.report.add(Diagnostic::new(rule, self.place(span)).with("limit", &DEEPEST));
    }

    fn stop(&mut self, rule: &'static Rule, span: &Span) -> Option<()> {
        self.complain(rule, span);
        None
    }

    fn refuse(&mut self, error: &ScanError) {
        let at = self.yaml.start + error.marker().byte_offset().unwrap_or(0);
        let place = self.file.place(at.min(self.yaml.end)..(at + 1).min(self.yaml.end));
        self.report.add(Diagnostic::new(&rules::UNREADABLE_YAML, place).with("detail", &error.info()));
    }
}

/// The complaint about a key that its map has already.
fn twice(entries: &[(Key, Node)], key: &Key) -> Option<Diagnostic> {
    let first = entries.iter().any(|(before, _)| before.text == key.text && !key.text.is_empty());
    first.then(|| Diagnostic::new(&rules::DUPLICATE_KEY, key.place).with("key", &key.text))
}

impl Kind {
    fn nothing() -> Self {
        Self::Scalar(Scalar { text: String::new(), style: Style::Plain })
    }
}

impl Node {
    /// Nothing was written: an empty value, `~` or `null`.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(Scalar { text, style: Style::Plain }) if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Reads a flat map of texts that no editor wrote: a theme's words.
///
/// # Errors
///
/// A number of a line, from 1, where something else stands.
pub(crate) fn flat_map(file: FileId, text: &str) -> Result<Vec<(String, String)>, usize> {
    let line =
        |place: Place| text[..text.floor_char_boundary(place.start as usize)].matches('\n').count() + 1;
    let mut report = Report::default();
    let root = parse(file, text, 0..text.len(), &mut report);
    if let Some(place) = report.first_place() {
        return Err(line(place));
    }
    match root.map(|node| (node.place, node.kind)) {
        Some((_, Kind::Map(entries))) => entries
            .into_iter()
            .map(|(key, node)| match node.kind {
                Kind::Scalar(scalar) => Ok((key.text, scalar.text)),
                _ => Err(line(key.place)),
            })
            .collect(),
        Some((place, _)) => Err(line(place)),
        None => Err(1),
    }
}
