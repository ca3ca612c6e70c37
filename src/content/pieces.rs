//! A file that is no YAML as a whole, read piece by piece: one bad line costs its own entry and no other.
//!
//! A parser gives up at the first line that it cannot read. What stands below is as readable as before, so the text is cut
//! into its entries, and each is read on its own; one that fails and holds others is cut again. What is left is told, once,
//! and stands in the tree as [`Kind::Refused`], so that nobody misses it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::beginnings::Beginnings;
use super::keys::Names;
use super::lines::{self, Head, Slip, first_line, is_silent};
use super::node::{Key, Kind, Node};
use super::slips;
use super::written::Labels;
use super::yaml::{self, Failure};
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::{FileId, Place};

/// How often a piece is cut again: a bar of a schedule in a programme is reached by the sixth time.
const DEEPEST: usize = 6;

/// Reads what can be read of a stretch that failed as a whole.
pub(super) fn read<'t>(
    file: FileId,
    text: &'t str,
    stretch: Range<usize>,
    failure: Failure,
    labels: &Labels,
) -> (Node<'t>, Report) {
    // A document may begin with a line of its own.
    let opening = if text[stretch.clone()].starts_with("---\n") { 4 } else { 0 };
    let stretch = stretch.start + opening..stretch.end;
    let visible = lines::lines(text, stretch.clone()).map(|line| &text[line]).filter(|line| !is_silent(line));
    let own = visible.map(|line| line.chars().take_while(|c| *c == ' ').count()).min().unwrap_or(0);
    let beginnings = Beginnings { text, names: Names::new(labels) };
    let mut pieces = Pieces { file, text, beginnings, report: Report::default(), depth: 0 };
    (pieces.block(stretch, own, Some(failure)), pieces.report)
}

struct Pieces<'a> {
    file: FileId,
    text: &'a str,
    beginnings: Beginnings<'a>,
    report: Report,
    depth: usize,
}

/// What was read of a block so far.
#[derive(Default)]
struct Block<'a> {
    list: bool,
    /// A line did not stand where it should: which keys belong together is not known.
    crooked: bool,
    /// The last line was one of a text that has lost its indentation.
    lost: bool,
    items: Vec<Node<'a>>,
    entries: Vec<(Key<'a>, Node<'a>)>,
    keys: HashSet<Cow<'a, str>>,
}

impl<'a> Pieces<'a> {
    /// A list or a map whose items or entries begin at a column. Where each of them is right, it is the failure of them all
    /// that is told, unless it was.
    fn block(&mut self, stretch: Range<usize>, own: usize, failure: Option<Failure>) -> Node<'a> {
        let told = self.report.len();
        let place = self.visible(&stretch);
        let first =
            lines::lines(self.text, stretch.clone()).find(|line| !is_silent(&self.text[line.clone()]));
        let list = first.is_some_and(|line| matches!(lines::head(&self.text[line]), Head::Item { .. }));
        // The first item may have lost its dash.
        let dash = if list { None } else { self.beginnings.first_dash(stretch.clone(), own) };
        let (list, own) = dash.map_or((list, own), |column| (true, column));
        let mut block = Block { list, ..Block::default() };
        let mut slipped = None;
        for piece in lines::split(self.text, stretch, own, list) {
            let above = block.entries.last().map(|(_, above)| above);
            if self.beginnings.is_lost(&self.text[piece.clone()], above, block.lost) {
                self.lose(&mut block, &piece);
                continue;
            }
            block.lost = false;
            slipped = self.check_indentation(&piece, own, slipped);
            block.crooked |= slipped == Some(&rules::INDENTATION);
            let kind = self.piece(piece, list, slipped.is_some());
            self.gather(&mut block, kind, slipped.is_none());
        }
        if let Some(failure) = failure.filter(|_| self.report.len() == told) {
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

    /// Tells of the first line of a text that has lost its indentation; the others follow from it.
    fn lose(&mut self, block: &mut Block, piece: &Range<usize>) {
        if !block.lost {
            let text = &self.text[piece.clone()];
            let start = lines::indentation(text);
            let first = text[start..].chars().next().map_or(0, char::len_utf8);
            self.tell(&rules::INDENTATION, piece.start, &(start..start + first));
        }
        if let Some((_, above)) = block.entries.last_mut() {
            above.kind = Kind::Refused;
        }
        block.lost = true;
    }

    fn gather(&mut self, block: &mut Block<'a>, kind: Kind<'a>, straight: bool) {
        match kind {
            Kind::List(items) => block.items.extend(items),
            Kind::Map(entries) => {
                // An entry that has lost its indentation belongs to the item above it.
                if block.list {
                    if let (true, Some((key, _))) = (straight, entries.first()) {
                        self.report.add(Diagnostic::new(&rules::INDENTATION, key.place));
                    }
                    if let Some(Node { kind: Kind::Map(above), .. }) = block.items.last_mut() {
                        above.extend(entries);
                    }
                    return;
                }
                for (key, node) in entries {
                    let twice = yaml::enter(&mut block.entries, &mut block.keys, key, node);
                    if let Some(twice) = twice.filter(|_| !block.crooked) {
                        self.report.add(twice);
                    }
                }
            }
            Kind::Scalar(_) | Kind::Refused => {
                // What cannot be read may be the value that is not there.
                if let Some((_, above)) = block.entries.last_mut().filter(|(_, above)| above.is_absent()) {
                    above.kind = Kind::Refused;
                }
            }
        }
    }

    /// Reports an indentation that is not the block's, once for lines that follow on each other.
    fn check_indentation(
        &mut self,
        piece: &Range<usize>,
        own: usize,
        before: Option<&'static Rule>,
    ) -> Option<&'static Rule> {
        let column = lines::column(self.text, piece.start);
        let line = first_line(&self.text[piece.clone()]);
        if column > 0 {
            return None;
        }
        let indentation = &line[..lines::indentation(line)];
        let (rule, at) = match lines::indentation_slip(indentation) {
            Some(Slip { rule, at }) => (rule, at),
            None if indentation.len() == own => return None,
            None => (&rules::INDENTATION, indentation.len()..line.len().min(indentation.len() + 1)),
        };
        if before != Some(rule) {
            self.tell(rule, piece.start, &at);
        }
        Some(rule)
    }

    /// One entry or item with all that belongs to it.
    fn piece(&mut self, piece: Range<usize>, list: bool, slipped: bool) -> Kind<'a> {
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
                let failure = Failure::new(&rules::UNREADABLE_YAML, node.place);
                self.mend(piece, slipped, failure)
            }
            Err(failure) => self.mend(piece, slipped, failure),
        }
    }

    /// What can be read of a piece that cannot be read as it stands; `slipped`: its indentation was told already.
    fn mend(&mut self, piece: Range<usize>, slipped: bool, failure: Failure) -> Kind<'a> {
        let start = piece.start;
        let named = |at: &Range<usize>| Key {
            text: self.text[start + at.start..start + at.end].into(),
            place: self.file.place(start + at.start..start + at.end),
        };
        match self.beginnings.head(&self.text[piece.clone()]) {
            Head::Separator(at) => {
                self.tell(&rules::SECOND_DOCUMENT, start, &at);
                Kind::Refused
            }
            Head::Item { slip, behind } => {
                let told = self.tell_slip(slip, start) || slipped;
                Kind::List(vec![self.value(start + behind..piece.end, true, told, failure)])
            }
            Head::Entry { key, slip, behind } => {
                let (key, value) = (named(&key), start + behind..piece.end);
                let told = self.tell_slip(slip, start) || slipped;
                match self.strays(&piece, &value, slipped) {
                    Some(entries) => entries,
                    None => Kind::Map(vec![(key, self.value(value, false, told, failure))]),
                }
            }
            Head::Word(key) => {
                let key = named(&key);
                let node = self.refuse(piece, failure);
                Kind::Map(vec![(key, node)])
            }
            Head::Other => {
                // `所管課：市民課`
                match lines::wide_colon(&self.text[piece.clone()]) {
                    Some(at) => self.tell(&rules::WIDE_COLON, start, &at),
                    None => _ = self.refuse(piece, failure),
                }
                Kind::Refused
            }
        }
    }

    /// What stands behind a key or a dash; `told`: why the piece cannot be read as it stands is known.
    fn value(&mut self, value: Range<usize>, item: bool, told: bool, failure: Failure) -> Node<'a> {
        let text = &self.text[value.clone()];
        if told
            && let Ok((node, found)) = yaml::read(self.file, self.text, value.clone(), self.depth)
            && fits(&node, text)
            && !(item && self.beginnings.is_slipped_entry(text))
        {
            self.report.absorb(found);
            return node;
        }
        let line = first_line(text);
        let below = value.start + line.len() + 1;
        let stretch = match is_silent(line) {
            true if below < value.end => below..value.end,
            false if item => value.clone(),
            _ => return self.refuse(value, failure),
        };
        let deep = failure.rule == &rules::TOO_DEEP || self.depth == DEEPEST;
        let Some(first) = self.beginnings.first_entry(stretch.clone()).filter(|_| !deep) else {
            return self.refuse(value, failure);
        };
        let place = self.visible(&value);
        let node = self.below(stretch, first, Some(failure).filter(|_| !told));
        Node { place, ..node }
    }

    /// Entries that stand below one that has its value already: `title: …` and then, further to the right, `number: 1`.
    fn strays(&mut self, piece: &Range<usize>, value: &Range<usize>, slipped: bool) -> Option<Kind<'a>> {
        let line = first_line(&self.text[value.clone()]);
        let below = value.start + line.len() + 1;
        let is_block = lines::wide_block(line).is_some();
        if is_silent(line) || is_block || below >= piece.end || self.depth == DEEPEST {
            return None;
        }
        let first = self.beginnings.first_entry(below..piece.end)?;
        let (node, found) = yaml::read(self.file, self.text, piece.start..below, self.depth).ok()?;
        let Kind::Map(mut entries) = node.kind else { return None };
        self.report.absorb(found);
        let text = &self.text[first.clone()];
        let indentation = lines::indentation(text);
        if !slipped && lines::indentation_slip(&text[..indentation]).is_none() {
            self.tell(&rules::INDENTATION, first.start, &(indentation..indentation + 1));
        }
        if let Kind::Map(strays) = self.below(below..piece.end, first, None).kind {
            entries.extend(strays);
        }
        Some(Kind::Map(entries))
    }

    /// A block within a block.
    fn below(&mut self, stretch: Range<usize>, first: Range<usize>, failure: Option<Failure>) -> Node<'a> {
        let mut own = lines::column(self.text, first.start + lines::indentation(&self.text[first.clone()]));
        let next = self.beginnings.first_entry(first.end..stretch.end).filter(|_| failure.is_none());
        let next = next.map_or(0, |line| lines::indentation(&self.text[line]));
        // Behind a dash that was written in another way the columns cannot be right.
        if lines::column(self.text, first.start) > 0 && (own..own + 3).contains(&next) {
            own = next;
        }
        self.depth += 1;
        let node = self.block(stretch, own, failure);
        self.depth -= 1;
        node
    }

    /// Tells why a value cannot be read: what the parser says only where nothing better is known.
    fn refuse(&mut self, value: Range<usize>, failure: Failure) -> Node<'a> {
        let place = self.visible(&value);
        let clear = [&rules::TAG, &rules::TOO_DEEP, &rules::SECOND_DOCUMENT].contains(&failure.rule);
        let text = &self.text[value.clone()];
        let cause = slips::find(text).filter(|cause| !clear || cause.slip.rule == failure.rule);
        let diagnostic = match cause {
            Some(cause) => cause.diagnostic(self.file, value.start),
            None => self.in_indentation(failure).diagnostic(),
        };
        self.report.add(diagnostic);
        Node { place, kind: Kind::Refused }
    }

    /// A failure in a line whose indentation is none: that is what failed.
    fn in_indentation(&self, failure: Failure) -> Failure {
        let at = failure.place.start as usize;
        let start = self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let line = first_line(self.text.get(start..).unwrap_or_default());
        match lines::indentation_slip(&line[..lines::indentation(line)]) {
            Some(Slip { rule, at }) => Failure { rule, place: self.place(start, &at), ..failure },
            None => failure,
        }
    }

    fn tell(&mut self, rule: &'static Rule, start: usize, at: &Range<usize>) {
        self.report.add(Diagnostic::new(rule, self.place(start, at)));
    }

    fn tell_slip(&mut self, slip: Option<Slip>, start: usize) -> bool {
        slip.is_some_and(|Slip { rule, at }| {
            self.tell(rule, start, &at);
            true
        })
    }

    /// A stretch without the spaces and lines around what can be seen.
    fn visible(&self, stretch: &Range<usize>) -> Place {
        let text = &self.text[stretch.clone()];
        let start = stretch.start + text.len() - text.trim_start().len();
        self.file.place(start..start + text.trim().len())
    }

    fn place(&self, start: usize, at: &Range<usize>) -> Place {
        self.file.place(start + at.start..start + at.end)
    }
}

/// Whether the first line of a piece has a slip that YAML takes for text: `-slug: a`.
fn is_slip(piece: &str) -> bool {
    matches!(lines::head(piece), Head::Item { slip: Some(_), .. })
}

/// Whether a value that was read on its own is one, and not an entry: `title：広報: 市民へ`.
fn fits(node: &Node, value: &str) -> bool {
    match node.kind {
        Kind::Scalar(_) => true,
        _ => is_silent(first_line(value)) || value.starts_with(['[', '{']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 10] = [
        include_str!("../../content/site.yaml"),
        include_str!("../../content/registers/departments.yaml"),
        include_str!("../../content/registers/less.yaml"),
        include_str!("../../content/search.yaml"),
        include_str!("../../content/plan/_index.md"),
        include_str!("../../content/plan/1-dx/1-organization/1-structure.md"),
        include_str!("../../content/plan/1-dx/2-operations/2-bpr.md"),
        include_str!("../../content/plan/1-dx/3-digital/7-ai-care.md"),
        include_str!("../../tests/fixtures/many-mistakes/content/plan/1-a/1.md"),
        "title: a\nvision: |\n  b\n\n  c: d\n# e\nsdgs:\n- \"1\"\n- '2'\nactions:\n  - name: >-\n      f\n    schedule: [\n      {2026: g},\n    ]\n",
    ];

    fn shown(node: &Node) -> String {
        format!("{:?}", node.kind)
    }

    #[test]
    fn pieces_of_what_is_right_are_the_whole() {
        for text in FILES {
            let yaml = text.split("---\n").find(|part| !part.is_empty()).unwrap_or_default();
            let (whole, _) = yaml::read(FileId::ALONE, yaml, 0..yaml.len(), 0).expect(yaml);
            let place = FileId::ALONE.place(0..0);
            let failure = Failure::new(&rules::UNREADABLE_YAML, place);
            let (pieces, report) = read(FileId::ALONE, yaml, 0..yaml.len(), failure, &Labels::default());
            assert_eq!(shown(&pieces), shown(&whole), "{yaml}");
            assert_eq!(report.len(), 1, "nothing is told but why it was cut: {report:?}");
        }
    }
}
