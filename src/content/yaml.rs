//! YAML text to a tree of nodes: the only place that knows the parser.
//!
//! Nothing is guessed: `17.10`, `yes` and `2026` are the characters that were typed, and what they mean is decided by
//! whoever asks for them. Anchors, aliases, tags and second documents have no use in a plan and are refused.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::characters::unfit;
use super::node::{Key, Kind, Node, Scalar, Style, key};
use super::slips;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::{FileId, Place};

/// How deep lists and maps may stand in each other. The content format needs six.
const DEEPEST: usize = 32;

/// Reads the `yaml` part of a file's text. `None`: there is no tree to go on with, and the report says why.
pub(crate) fn parse(file: FileId, text: &str, yaml: Range<usize>, report: &mut Report) -> Option<Node> {
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
        yaml: yaml.clone(),
        open: Vec::new(),
        root: None,
        last: None,
        ended: None,
        report,
    };
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
    text: &'r str,
    yaml: Range<usize>,
    /// The lists and maps around the next event, the innermost last.
    open: Vec<Open>,
    root: Option<Node>,
    /// Where the last event ended.
    last: Option<usize>,
    /// Where the first document ended.
    ended: Option<Place>,
    report: &'r mut Report,
}

/// A list or map whose end was not met yet.
struct Open {
    start: Place,
    kind: Kind,
    /// The key that waits for its value.
    key: Option<Key>,
    /// The keys of a map so far.
    keys: HashSet<String>,
}

impl Tree<'_> {
    /// `None` stops the reading: what follows would only be echoes.
    fn take(&mut self, event: Event, span: &Span) -> Option<()> {
        match event {
            Event::DocumentStart(..) => self.check_single(span)?,
            Event::DocumentEnd => self.ended = Some(self.place(span)),
            Event::Scalar(text, style, _, tag) => {
                self.check_tag(tag.as_ref(), span);
                self.put_scalar(&text, style, span);
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
        Some(())
    }

    /// A second document stops the reading: where the first ended with `...`, that line is to blame.
    fn check_single(&mut self, span: &Span) -> Option<()> {
        match self.ended {
            None => Some(()),
            Some(end) if end.start < end.end => {
                self.report.add(Diagnostic::new(&rules::SECOND_DOCUMENT, end));
                None
            }
            Some(_) => self.stop(&rules::SECOND_DOCUMENT, span),
        }
    }

    /// Characters that no file may hold, written as `"\0"` or `"\uE000"`.
    fn check_escapes(&mut self, text: &str, place: Place) {
        let written = self.text.get(place.start as usize..place.end as usize).unwrap_or_default();
        // What stands there as it is was told with the file's text.
        let told: BTreeSet<_> = written.chars().filter(|c| unfit(*c).is_some()).collect();
        let mut escaped = text.chars().filter(|c| !told.contains(c));
        if let Some((rule, character)) = escaped.find_map(|c| Some((unfit(c)?, c))) {
            let code = format!("{:04X}", u32::from(character));
            self.report.add(Diagnostic::new(rule, place).with("code", &code));
        }
    }

    /// `検討 #2` is a value that YAML cuts off; a comment has a space behind its sign.
    fn check_cut_off(&mut self, place: Place) {
        let end = place.end as usize;
        let rest = self.text.get(end..).unwrap_or_default().lines().next().unwrap_or_default();
        let sign = rest.len() - rest.trim_start().len();
        let cut =
            rest[sign..].strip_prefix('#').is_some_and(|text| text.starts_with(|c: char| !c.is_whitespace()));
        if sign > 0 && cut {
            let place = self.file.place(end + sign..end + rest.len());
            self.report.add(Diagnostic::new(&rules::CUT_OFF, place));
        }
    }

    fn check_tag(&mut self, tag: Option<&Cow<'_, Tag>>, span: &Span) {
        if tag.is_some() {
            self.complain(&rules::TAG, &span.tag_span().unwrap_or(*span));
        }
    }

    fn put_scalar(&mut self, text: &str, style: ScalarStyle, span: &Span) {
        let style = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
            ScalarStyle::Plain => Style::Plain,
        };
        let place = self.place(span);
        match style {
            Style::Plain => self.check_cut_off(place),
            Style::Quoted => self.check_escapes(text, place),
            Style::Literal | Style::Folded => {}
        }
        self.put(Node { place, kind: Kind::Scalar(Scalar { text: text.to_owned(), style }) });
    }

    fn open(&mut self, kind: Kind, span: &Span) -> Option<()> {
        if self.open.len() == DEEPEST {
            return self.stop(&rules::TOO_DEEP, span);
        }
        self.open.push(Open { start: self.place(span), kind, key: None, keys: HashSet::new() });
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
                if !parent.keys.insert(key.text.clone()) && !key.text.is_empty() {
                    let twice = Diagnostic::new(&rules::DUPLICATE_KEY, key.place);
                    self.report.add(twice.with("key", &key.text));
                } else if !key.text.is_empty() {
                    entries.push((key, node));
                }
            }
            (Kind::Map(_), None) => {
                let (key, diagnostic) = key(&node);
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
        use granit_parser::ErrorKind as E;
        let at = self.yaml.start + error.marker().byte_offset().unwrap_or(0);
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
            _ => (&rules::UNREADABLE_YAML, at),
        };
        let here = at.min(self.yaml.end)..(at + 1).min(self.yaml.end);
        let (rule, here) = self.slip(rule, at).unwrap_or((rule, here));
        let place = self.file.place(here);
        self.report.add(Diagnostic::new(rule, place).with("detail", &error.info()));
    }

    /// The slip that made a text unreadable, where it is one of the common ones.
    fn slip(&self, rule: &Rule, at: usize) -> Option<(&'static Rule, Range<usize>)> {
        let read = self.yaml.start + self.last.unwrap_or(0);
        let unknown = rule.code == rules::UNREADABLE_YAML.code;
        unknown.then(|| slips::find(&self.text[..self.yaml.end], read.min(at)..at.min(self.yaml.end)))?
    }

    /// The first quotation mark behind what could be read.
    fn first_quote(&self) -> Option<usize> {
        let start = self.yaml.start + self.last.unwrap_or(0);
        self.text.get(start..self.yaml.end)?.find(['"', '\'']).map(|at| start + at)
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
