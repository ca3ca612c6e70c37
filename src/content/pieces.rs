//! A file that is no YAML as a whole, read piece by piece: one bad line costs its own entry and no other.
//!
//! A parser gives up at the first line that it cannot read. What stands below is as readable as before, so the text is cut
//! into its entries, and each is read on its own; one that fails and holds others is cut again. What is left is told, once,
//! and stands in the tree as [`Kind::Refused`], so that nobody misses it.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{self, Head, Slip, first_line, is_silent};
use super::node::{Key, Kind, Node};
use super::slips;
use super::yaml::{self, Failure};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::source::{FileId, Place};

/// How often a piece is cut again. The content format needs six.
const DEEPEST: usize = 8;

/// Reads what can be read of a stretch that failed as a whole.
pub(super) fn read(
    file: FileId,
    text: &str,
    stretch: Range<usize>,
    failure: Failure,
    report: &mut Report,
) -> Node {
    let visible = lines::lines(text, stretch.clone()).map(|line| &text[line]).filter(|line| !is_silent(line));
    let own = visible.map(|line| line.chars().take_while(|c| *c == ' ').count()).min().unwrap_or(0);
    Pieces { file, text, report, depth: 0 }.block(stretch, own, failure)
}

struct Pieces<'a> {
    file: FileId,
    text: &'a str,
    report: &'a mut Report,
    depth: usize,
}

/// What was read of a block so far.
struct Block {
    list: bool,
    items: Vec<Node>,
    entries: Vec<(Key, Node)>,
    keys: HashSet<String>,
}

impl Pieces<'_> {
    /// A list or a map whose items or entries begin at a column. Where each of them is right, it is the failure of them all
    /// that is told.
    fn block(&mut self, stretch: Range<usize>, own: usize, failure: Failure) -> Node {
        let told = self.report.len();
        let place = self.file.place(stretch.start..stretch.end);
        let first = lines::lines(self.text, stretch.clone()).find(|line| !is_silent(&self.text[line.clone()]));
        let list = first.is_some_and(|line| matches!(lines::head(&self.text[line]), Head::Item { .. }));
        let mut block = Block { list, items: Vec::new(), entries: Vec::new(), keys: HashSet::new() };
        let mut slipped = None;
        for piece in lines::split(self.text, stretch, own, list) {
            slipped = self.check_indentation(&piece, own, slipped);
            let kind = self.piece(piece, list);
            self.gather(&mut block, kind, slipped.is_none());
        }
        if self.report.len() == told {
            self.report.add(failure.diagnostic());
        }
        let nothing = block.items.is_empty() && block.entries.is_empty();
        let kind = match list {
            _ if nothing => Kind::Refused,
            true => Kind::List(block.items),
            false => Kind::Map(block.entries),
        };
        Node { place, kind }
    }

    fn gather(&mut self, block: &mut Block, kind: Kind, straight: bool) {
        match kind {
            Kind::List(items) => block.items.extend(items),
            Kind::Map(entries) => {
                // An entry that has lost its indentation belongs to the item above it.
                if block.list {
                    if let (true, Some((key, _))) = (straight, entries.first()) {
                        self.tell(Diagnostic::new(&rules::INDENTATION, key.place));
                    }
                    if let Some(Node { kind: Kind::Map(above), .. }) = block.items.last_mut() {
                        above.extend(entries);
                    }
                    return;
                }
                for (key, node) in entries {
                    if let Some(twice) = yaml::enter(&mut block.entries, &mut block.keys, key, node) {
                        self.report.add(twice);
                    }
                }
            }
            Kind::Scalar(_) | Kind::Refused => {}
        }
    }

    /// Reports an indentation that is not the block's, once for lines that follow on each other.
    fn check_indentation(
        &mut self,
        piece: &Range<usize>,
        own: usize,
        before: Option<&'static str>,
    ) -> Option<&'static str> {
        let column = lines::column(self.text, piece.start);
        let line = first_line(&self.text[piece.clone()]);
        let indentation = &line[..lines::indentation(line)];
        let (rule, at) = match lines::indentation_slip(indentation) {
            Some(slip) => slip,
            None if column + indentation.len() == own => return None,
            None => (&rules::INDENTATION, indentation.len()..line.len().min(indentation.len() + 1)),
        };
        if before != Some(rule.code) {
            self.tell(Diagnostic::new(rule, self.place(piece.start, &at)));
        }
        Some(rule.code)
    }

    /// One entry or item with all that belongs to it.
    fn piece(&mut self, piece: Range<usize>, list: bool) -> Kind {
        match yaml::read(self.file, self.text, piece.clone(), self.depth) {
            Ok((Node { kind: kind @ Kind::List(_), .. }, found)) if list => {
                self.report.absorb(found);
                kind
            }
            Ok((Node { kind: kind @ Kind::Map(_), .. }, found)) if !is_slip(&self.text[piece.clone()]) => {
                self.report.absorb(found);
                kind
            }
            Ok((node, _)) => {
                let failure = Failure { rule: &rules::UNREADABLE_YAML, place: node.place, detail: String::new() };
                self.mend(piece, failure)
            }
            Err(failure) => self.mend(piece, failure),
        }
    }

    /// What can be read of a piece that cannot be read as it stands.
    fn mend(&mut self, piece: Range<usize>, failure: Failure) -> Kind {
        let start = piece.start;
        let at = |range: &Range<usize>| start + range.start..start + range.end;
        match lines::head(&self.text[piece.clone()]) {
            Head::Separator(_) if start == 0 && self.text.starts_with("---") => Kind::Refused,
            Head::Separator(at) => {
                self.tell(Diagnostic::new(&rules::SECOND_DOCUMENT, self.place(start, &at)));
                Kind::Refused
            }
            Head::Item { slip, behind } => {
                Kind::List(vec![self.value(start + behind..piece.end, true, slip.map(|slip| (start, slip)), failure)])
            }
            Head::Entry { key, slip, behind } => {
                let name = Key { text: self.text[at(&key)].to_owned(), place: self.place(start, &key) };
                let value = start + behind..piece.end;
                if let Some(entries) = self.strays(&piece, &value) {
                    return entries;
                }
                Kind::Map(vec![(name, self.value(value, false, slip.map(|slip| (start, slip)), failure))])
            }
            Head::Word(key) => {
                let name = Key { text: self.text[at(&key)].to_owned(), place: self.place(start, &key) };
                let place = name.place;
                self.tell(failure.diagnostic());
                Kind::Map(vec![(name, Node { place, kind: Kind::Refused })])
            }
            Head::Other => {
                self.tell(failure.diagnostic());
                Kind::Refused
            }
        }
    }

    /// What stands behind a key or a dash.
    fn value(&mut self, value: Range<usize>, item: bool, slip: Option<(usize, Slip)>, failure: Failure) -> Node {
        if let Some((start, (rule, at))) = slip {
            self.tell(Diagnostic::new(rule, self.place(start, &at)));
            if let Ok((node, found)) = yaml::read(self.file, self.text, value.clone(), self.depth) {
                self.report.absorb(found);
                return node;
            }
        }
        let place = self.file.place(value.clone());
        let text = &self.text[value.clone()];
        let line = first_line(text);
        let below = value.start + line.len() + 1;
        let holds = |text: &str| matches!(lines::head(text), Head::Item { .. } | Head::Entry { .. });
        let stretch = match is_silent(line) {
            true if below < value.end => below..value.end,
            false if item && holds(text) => value.clone(),
            _ => return self.refuse(value, failure),
        };
        let deep = failure.rule.code == rules::TOO_DEEP.code || self.depth == DEEPEST;
        let first = lines::lines(self.text, stretch.clone()).find(|line| !is_silent(&self.text[line.clone()]));
        let Some(first) = first.filter(|first| !deep && holds(&self.text[first.clone()])) else {
            return self.refuse(value, failure);
        };
        let own = lines::column(self.text, first.start + lines::indentation(&self.text[first]));
        self.depth += 1;
        let node = self.block(stretch, own, failure);
        self.depth -= 1;
        Node { place, ..node }
    }

    /// Entries that stand below one that has its value already: `title: …` and then, further to the right, `number: 1`.
    fn strays(&mut self, piece: &Range<usize>, value: &Range<usize>) -> Option<Kind> {
        let line = first_line(&self.text[value.clone()]);
        let below = value.start + line.len() + 1;
        let rest = self.text.get(below..piece.end).filter(|_| !is_silent(line) && self.depth < DEEPEST)?;
        let first = lines::lines(self.text, below..piece.end).find(|line| !is_silent(&self.text[line.clone()]))?;
        let text = &self.text[first.clone()];
        if rest.is_empty() || !matches!(lines::head(text), Head::Item { .. } | Head::Entry { .. }) {
            return None;
        }
        let (node, found) = yaml::read(self.file, self.text, piece.start..below, self.depth).ok()?;
        let Kind::Map(mut entries) = node.kind else { return None };
        self.report.absorb(found);
        let indentation = lines::indentation(text);
        let own = lines::column(self.text, first.start + indentation);
        let failure = Failure {
            rule: &rules::INDENTATION,
            place: self.place(first.start, &(indentation..indentation + 1)),
            detail: String::new(),
        };
        let slip = lines::indentation_slip(&text[..indentation]);
        if slip.is_none() {
            self.tell(Diagnostic::new(failure.rule, failure.place));
        }
        self.depth += 1;
        let below = self.block(below..piece.end, own, failure);
        self.depth -= 1;
        if let Kind::Map(strays) = below.kind {
            entries.extend(strays);
        }
        Some(Kind::Map(entries))
    }

    /// Tells why a value cannot be read: what the parser says only where nothing better is known.
    fn refuse(&mut self, value: Range<usize>, failure: Failure) -> Node {
        let place = self.file.place(value.clone());
        let known = [rules::TAG.code, rules::TOO_DEEP.code, rules::SECOND_DOCUMENT.code];
        let slip = if known.contains(&failure.rule.code) { None } else { slips::find(&self.text[value.clone()]) };
        let diagnostic = match slip {
            Some(slip) => slip.diagnostic(self.file, value.start),
            None => failure.diagnostic(),
        };
        self.tell(diagnostic);
        Node { place, kind: Kind::Refused }
    }

    fn tell(&mut self, diagnostic: Diagnostic) {
        self.report.add(diagnostic);
    }

    fn place(&self, start: usize, at: &Range<usize>) -> Place {
        self.file.place(start + at.start..start + at.end)
    }
}

/// Whether the first line of a piece has a slip that YAML takes for text: `-slug: a`.
fn is_slip(piece: &str) -> bool {
    matches!(lines::head(piece), Head::Item { slip: Some(_), .. })
}
