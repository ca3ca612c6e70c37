//! YAML text to a tree of nodes: the only place that knows the parser.
//!
//! Nothing is guessed: `17.10`, `yes` and `2026` are the characters that were typed, and what they mean is decided by
//! whoever asks for them. Anchors, aliases, tags and second documents have no use in a plan and are refused.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use serde_yaml::granit_parser::{
    self, Event, Parser, ScalarStyle, ScanError, Span, Tag, TryLoadError, TrySpannedEventReceiver,
};

use super::flow;
use super::node::{Key, Kind, Node, Scalar, Style, key};
use super::pieces;
use super::scalar;
use super::written::Labels;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::{FileId, Place};

/// How deep lists and maps may stand in each other. The content format needs six.
const DEEPEST: usize = 32;

/// Reads the `yaml` part of a file's text. What cannot be read is [`Kind::Refused`], and the report says why.
/// `labels`: the plan's own words, by which a key is known there.
pub(super) fn parse<'t>(
    file: FileId,
    text: &'t str,
    yaml: Range<usize>,
    labels: &Labels,
    report: &mut Report,
) -> Node<'t> {
    let (root, found) = match read(file, text, yaml.clone(), 0) {
        Ok(whole) => whole,
        Err(failure) => pieces::read(file, text, yaml, failure, labels),
    };
    report.absorb(found);
    root
}

/// Why a stretch of text cannot be read.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) rule: &'static Rule,
    pub(super) place: Place,
    /// What the parser says of it.
    pub(super) detail: String,
}

impl Failure {
    /// One that the parser knows nothing of.
    pub(super) fn new(rule: &'static Rule, place: Place) -> Self {
        Self { rule, place, detail: String::new() }
    }

    pub(super) fn diagnostic(self) -> Diagnostic {
        Diagnostic::new(self.rule, self.place).with("limit", &DEEPEST).with("detail", &self.detail)
    }
}

/// Reads a stretch of a file, which stands `above` levels deep in it, to its end or not at all.
pub(super) fn read(
    file: FileId,
    text: &str,
    stretch: Range<usize>,
    above: usize,
) -> Result<(Node<'_>, Report), Failure> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // Beyond our own limit, so that it is the one that is met.
        flow_nesting_limit: 2 * DEEPEST,
        block_nesting_limit: 2 * DEEPEST,
    };
    let mut tree = Tree {
        file,
        text,
        stretch: stretch.clone(),
        above,
        open: Vec::new(),
        root: None,
        last: None,
        ended: None,
        report: Report::default(),
    };
    match Parser::new_from_str_with_options(&text[stretch.clone()], options).try_load(&mut tree, true) {
        Ok(()) => {}
        Err(TryLoadError::Scan(error)) => return Err(tree.failure(&error)),
        Err(TryLoadError::Receiver(failure)) => return Err(failure),
    }
    let nothing = Node { place: file.place(stretch.start..stretch.start), kind: Kind::nothing() };
    Ok((tree.root.unwrap_or(nothing), tree.report))
}

/// The tree as far as it has grown.
struct Tree<'t> {
    file: FileId,
    text: &'t str,
    stretch: Range<usize>,
    above: usize,
    /// The lists and maps around the next event, the innermost last.
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    /// Where the last event ended.
    last: Option<usize>,
    /// Where the first document ended.
    ended: Option<Place>,
    report: Report,
}

/// A list or map whose end was not met yet.
struct Open<'t> {
    start: Place,
    kind: Kind<'t>,
    /// The key that waits for its value.
    key: Option<Key<'t>>,
    /// The keys of a map so far, once they are many.
    keys: HashSet<Cow<'t, str>>,
}

impl<'t> TrySpannedEventReceiver<'t> for Tree<'t> {
    type Error = Failure;

    /// A failure stops the reading: what follows would only be echoes.
    fn on_event(&mut self, event: Event<'t>, span: Span) -> Result<(), Failure> {
        let span = &span;
        match event {
            Event::DocumentStart(..) => self.check_single(span)?,
            Event::DocumentEnd => self.ended = Some(self.place(span)),
            Event::Scalar(text, style, _, tag) => {
                self.check_tag(tag.as_ref(), span);
                self.put_scalar(text, style, span)?;
            }
            Event::SequenceStart(_, _, tag) => {
                self.check_tag(tag.as_ref(), span);
                self.open(Kind::List(Vec::new()), span)?;
            }
            Event::MappingStart(_, _, tag) => {
                self.check_tag(tag.as_ref(), span);
                self.open(Kind::Map(Vec::new()), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Anchor(..) => self.complain(&rules::ANCHOR, span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.complain(&rules::ANCHOR, span);
                self.put(Node { place: self.place(span), kind: Kind::Refused });
            }
            _ => {}
        }
        self.last = span.byte_range().map(|bytes| bytes.end);
        Ok(())
    }
}

impl<'t> Tree<'t> {
    /// A second document stops the reading: where the first ended with `...`, that line is to blame.
    fn check_single(&self, span: &Span) -> Result<(), Failure> {
        match self.ended {
            None => Ok(()),
            Some(end) if end.start < end.end => Err(Failure::new(&rules::SECOND_DOCUMENT, end)),
            Some(_) => Err(Failure::new(&rules::SECOND_DOCUMENT, self.place(span))),
        }
    }

    fn check_tag(&mut self, tag: Option<&Cow<'_, Tag>>, span: &Span) {
        if tag.is_some() {
            self.complain(&rules::TAG, &span.tag_span().unwrap_or(*span));
        }
    }

    fn put_scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: &Span) -> Result<(), Failure> {
        let style = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
            ScalarStyle::Plain => Style::Plain,
        };
        let place = self.place(span);
        if style == Style::Quoted && scalar::swallows_entries(self.text, place) {
            return Err(Failure::new(&rules::OPEN_QUOTE, Place { end: place.start + 1, ..place }));
        }
        if style == Style::Plain
            && let Some(space) = scalar::wide_indentation(self.text, place)
        {
            return Err(Failure::new(&rules::WIDE_SPACE, space));
        }
        let kind = scalar::check(Scalar { text, style }, place, self.text, &mut self.report);
        self.put(Node { place, kind });
        Ok(())
    }

    fn open(&mut self, kind: Kind<'t>, span: &Span) -> Result<(), Failure> {
        if self.above + self.open.len() >= DEEPEST {
            return Err(Failure::new(&rules::TOO_DEEP, self.place(span)));
        }
        self.open.push(Open { start: self.place(span), kind, key: None, keys: HashSet::new() });
        Ok(())
    }

    fn close(&mut self, span: &Span) {
        if let Some(Open { start, kind, .. }) = self.open.pop() {
            let place = Place { end: self.place(span).end.max(start.end), ..start };
            self.put(Node { place, kind });
        }
    }

    /// Hangs a finished node where it belongs: a list's item, a map's key or value, or the root.
    fn put(&mut self, node: Node<'t>) {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (&mut parent.kind, parent.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (Kind::Map(entries), Some(key)) => {
                let Some((key, node)) = flow::entry(key, node, entries, self.text, &mut self.report) else {
                    return;
                };
                let node = scalar::behind_key(&key, node, self.text, &mut self.report);
                if let Some(twice) = enter(entries, &mut parent.keys, key, node) {
                    self.report.add(twice);
                }
            }
            (Kind::Map(_), None) => {
                let (key, diagnostic) = key(node);
                parent.key = Some(key);
                if let Some(diagnostic) = diagnostic {
                    self.report.add(diagnostic);
                }
            }
            (Kind::Scalar(_) | Kind::Refused, _) => {}
        }
    }

    fn place(&self, span: &Span) -> Place {
        let bytes = span.byte_range().unwrap_or(0..0);
        self.file.place(self.stretch.start + bytes.start..self.stretch.start + bytes.end)
    }

    fn complain(&mut self, rule: &'static Rule, span: &Span) {
        self.report.add(Diagnostic::new(rule, self.place(span)));
    }

    fn failure(&self, error: &ScanError) -> Failure {
        use granit_parser::ErrorKind as E;
        let at = self.stretch.start + error.marker().byte_offset().unwrap_or(0);
        let (rule, at) = match error.kind() {
            E::InvalidTagTerminator | E::InvalidTagEscape | E::MissingTagUri | E::UndeclaredTagHandle => {
                (&rules::TAG, self.text[..at].rfind('!').unwrap_or(at))
            }
            // The parser notices at the end what was left open at the beginning.
            E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
                (&rules::OPEN_QUOTE, self.first_quote().unwrap_or(at))
            }
            E::TabInBlockIndentation | E::TabInIndentation | E::TabNotAllowed => {
                (&rules::TAB, self.text[..at].rfind('\t').unwrap_or(at))
            }
            E::RecursionLimitExceeded => (&rules::TOO_DEEP, at),
            _ => (&rules::UNREADABLE_YAML, at),
        };
        let here = at.min(self.stretch.end)..(at + 1).min(self.stretch.end);
        Failure { rule, place: self.file.place(here), detail: error.info() }
    }

    /// The first quotation mark behind what could be read.
    fn first_quote(&self) -> Option<usize> {
        let start = self.stretch.start + self.last.unwrap_or(0);
        self.text.get(start..self.stretch.end)?.find(['"', '\'']).map(|at| start + at)
    }
}

/// So many keys are compared faster than hashed.
const FEW: usize = 24;

/// Enters a key and its value into a map. A key that stands there already is a mistake; one that is none was told.
pub(super) fn enter<'t>(
    entries: &mut Vec<(Key<'t>, Node<'t>)>,
    keys: &mut HashSet<Cow<'t, str>>,
    key: Key<'t>,
    node: Node<'t>,
) -> Option<Diagnostic> {
    if key.text.is_empty() {
        return None;
    }
    let is_new = if entries.len() < FEW {
        entries.iter().all(|(other, _)| other.text != key.text)
    } else {
        if keys.is_empty() {
            keys.extend(entries.iter().map(|(other, _)| other.text.clone()));
        }
        keys.insert(key.text.clone())
    };
    if !is_new {
        return Some(Diagnostic::new(&rules::DUPLICATE_KEY, key.place).with("key", &key.text));
    }
    entries.push((key, node));
    None
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
    let root = parse(file, text, 0..text.len(), &Labels::default(), &mut report);
    if let Some(place) = report.first_place() {
        return Err(line(place));
    }
    match root.kind {
        Kind::Map(entries) => entries
            .into_iter()
            .map(|(key, node)| match node.kind {
                Kind::Scalar(scalar) => Ok((key.text.into_owned(), scalar.text.into_owned())),
                _ => Err(line(key.place)),
            })
            .collect(),
        _ => Err(line(root.place)),
    }
}
