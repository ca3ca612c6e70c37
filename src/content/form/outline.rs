//! A tree as it is written: entries in their order, each with the remarks that belong to it.

use std::collections::{HashMap, VecDeque};

use super::blocks;
use super::remarks::Remark;
use crate::content::lines;
use crate::content::node::{Key, Kind, Node};
use crate::content::record::Orders;

/// What stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Above {
    Empty,
    Comment(String),
}

/// An entry of a map or an item of a list.
#[derive(Debug)]
pub(super) struct Entry<'n> {
    pub(super) above: Vec<Above>,
    /// `None`: an item of a list.
    pub(super) key: Option<&'n Key<'n>>,
    pub(super) value: Value<'n>,
    /// The comment at the end of its line.
    pub(super) beside: Option<String>,
    /// The comments right below it that are about it, and not about the next one.
    pub(super) below: Vec<Above>,
}

/// How a value is laid out.
#[derive(Debug)]
pub(super) enum Value<'n> {
    /// Behind its key.
    Inline(&'n Node<'n>),
    /// Behind `|` or `>`.
    Block(&'n Node<'n>),
    /// A list or a map, an entry a line.
    Below(Lines<'n>),
}

/// Entries below each other, and what stands behind the last.
#[derive(Debug, Default)]
pub(super) struct Lines<'n> {
    pub(super) entries: Vec<Entry<'n>>,
    pub(super) foot: Vec<Above>,
}

/// A whole text.
#[derive(Debug)]
pub(super) struct Outline<'n> {
    /// Comments at the top that an empty line parts from the rest.
    pub(super) head: Vec<Above>,
    pub(super) root: Entry<'n>,
    /// What stands behind all of it.
    pub(super) foot: Vec<Above>,
    pub(super) orders: &'n Orders,
}

impl<'n> Outline<'n> {
    pub(super) fn of(text: &'n str, tree: &'n Node<'n>, orders: &'n Orders, remarks: Vec<Remark>) -> Self {
        let mut builder = Builder { text, orders, remarks: remarks.into() };
        // Where there are comments alone they all stand behind nothing.
        let head = if tree.is_absent() { Vec::new() } else { builder.head(start(tree, text)) };
        let root = builder.entry(None, tree, text.len(), 0);
        let foot = builder.above(usize::MAX);
        Self { head, root, foot, orders }
    }
}

/// Where a node begins.
fn start(node: &Node, text: &str) -> usize {
    if blocks::is_block(node) { blocks::start(text, node) } else { node.place.start as usize }
}

struct Builder<'n> {
    text: &'n str,
    orders: &'n Orders,
    remarks: VecDeque<Remark>,
}

impl<'n> Builder<'n> {
    /// The comments at the top that belong to no entry.
    fn head(&mut self, first: usize) -> Vec<Above> {
        let ahead = self.remarks.iter().take_while(|remark| remark.at < first).enumerate();
        let last =
            ahead.filter(|(_, remark)| remark.comment.is_none()).last().map_or(0, |(last, _)| last + 1);
        let head: Vec<_> = self.remarks.drain(..last).map(above).collect();
        if head.iter().all(|above| *above == Above::Empty) { Vec::new() } else { head }
    }

    /// All remarks before a place.
    fn above(&mut self, before: usize) -> Vec<Above> {
        std::iter::from_fn(|| self.remarks.pop_front_if(|remark| remark.at < before)).map(above).collect()
    }

    /// The comment beside what ends at a place, on the same line, and before another place.
    fn beside(&mut self, end: usize, before: usize) -> Option<String> {
        let text = self.text;
        let is_beside = |remark: &mut Remark| {
            remark.beside
                && (end..before).contains(&remark.at)
                && text.get(end..remark.at).is_some_and(|between| !between.contains('\n'))
        };
        self.remarks.pop_front_if(is_beside)?.comment
    }

    /// An entry; `next` is where what follows begins, and `outer` the column of what it stands in.
    fn entry(
        &mut self,
        key: Option<&'n Key<'n>>,
        node: &'n Node<'n>,
        next: usize,
        outer: usize,
    ) -> Entry<'n> {
        let begin = key.map_or_else(|| start(node, self.text), |key| key.place.start as usize);
        let mut above = self.above(begin);
        let (value, beside) = if is_below(node, self.text) {
            let outer = if key.is_some() { lines::column(self.text, begin) } else { outer };
            let (lines, beside) = self.below(key, node, next, outer);
            (Value::Below(lines), beside)
        } else if blocks::is_block(node) {
            let start = node.place.start as usize;
            let line = self.remarks.pop_front_if(|remark| remark.beside && remark.at < start);
            above.extend(self.comments(start));
            (Value::Block(node), line.and_then(|remark| remark.comment))
        } else {
            let behind_key = key.map_or(begin, |key| key.place.end as usize);
            let end = if node.is_absent() { behind_key } else { node.place.end as usize };
            // All that stands before it, and within brackets with nothing else in them.
            above.extend(self.comments(end));
            (Value::Inline(node), self.beside(end, next))
        };
        // Behind a value we take for a comment only what has a space behind its sign.
        let apart = |comment: &String| comment[1..].chars().next().is_none_or(char::is_whitespace);
        let (beside, tight): (Vec<_>, Vec<_>) = beside.into_iter().partition(apart);
        above.extend(tight.into_iter().map(Above::Comment));
        let below = key.map_or_else(Vec::new, |key| self.about(key, next));
        Entry { above, key, value, beside: beside.into_iter().next(), below }
    }

    /// The comments that follow an entry and are indented further, or that an empty line parts from the next entry; and that line.
    fn about(&mut self, key: &Key, next: usize) -> Vec<Above> {
        let column = |remark: &Remark| lines::column(self.text, remark.at);
        let own = lines::column(self.text, key.place.start as usize);
        let ahead = || self.remarks.iter().take_while(|remark| remark.at < next);
        let run =
            ahead().take_while(|remark| remark.comment.is_some() && !remark.beside && column(remark) >= own);
        let run: Vec<_> = run.map(|remark| column(remark) > own).collect();
        let is_apart = ahead().nth(run.len()).is_some_and(|remark| remark.comment.is_none());
        let further = run.iter().take_while(|is_further| **is_further).count();
        let count = if is_apart { run.len() } else { further };
        let mut about: Vec<_> = self.remarks.drain(..count).map(above).collect();
        if !about.is_empty() {
            about.push(Above::Empty);
        }
        about
    }

    /// The comments before a place, whatever lies between them.
    fn comments(&mut self, before: usize) -> impl Iterator<Item = Above> {
        self.above(before).into_iter().filter(|above| *above != Above::Empty)
    }

    /// The entries of a list or map, and the comment beside its key or its closing bracket.
    fn below(
        &mut self,
        key: Option<&'n Key<'n>>,
        node: &'n Node<'n>,
        next: usize,
        outer: usize,
    ) -> (Lines<'n>, Option<String>) {
        let first = children(node, self.text).first().map_or(next, |(_, value)| *value);
        let beside = key.and_then(|key| self.beside(key.place.end as usize, first));
        let mut lines = self.lines(node, next, outer);
        let closed = is_flow(node, self.text).then(|| self.beside(node.place.end as usize, next)).flatten();
        match (beside, closed) {
            (None, closed) if key.is_some() => (lines, closed),
            (beside, closed) => {
                lines.foot.extend(closed.map(Above::Comment));
                (lines, beside)
            }
        }
    }

    fn lines(&mut self, node: &'n Node<'n>, next: usize, outer: usize) -> Lines<'n> {
        let written: Vec<(Option<&'n Key<'n>>, &'n Node<'n>)> = match &node.kind {
            Kind::List(items) => items.iter().map(|item| (None, item)).collect(),
            Kind::Map(entries) => entries.iter().map(|(key, value)| (Some(key), value)).collect(),
            _ => Vec::new(),
        };
        let flow = is_flow(node, self.text);
        let next = if flow { node.place.end as usize } else { next };
        let starts = children(node, self.text);
        // Of a list that stands as far to the left as its key the place is that of its first item.
        let below_its_key = matches!(node.kind, Kind::List(_))
            && starts.first().is_some_and(|(start, _)| *start <= node.place.start as usize);
        let own = if below_its_key { outer } else { lines::column(self.text, node.place.start as usize) };
        let mut entries = Vec::with_capacity(written.len());
        for (nth, (key, value)) in written.into_iter().enumerate() {
            let next = starts.get(nth + 1).map_or(next, |(start, _)| *start);
            entries.push(self.entry(key, value, next, own));
        }
        let foot = if flow { self.above(next) } else { self.foot(next, own, outer) };
        let mut entries = in_order(entries, |entry| entry.key, self.orders);
        hoist(&mut entries);
        Lines { entries, foot }
    }

    /// The comments behind the last entry of a block that stand as far to the right as the block does.
    fn foot(&mut self, next: usize, own: usize, outer: usize) -> Vec<Above> {
        let (mut taken, mut seen) = (0, 0);
        for remark in self.remarks.iter().take_while(|remark| remark.at < next) {
            seen += 1;
            match &remark.comment {
                None => {}
                Some(_) if !remark.beside && self.is_within(remark, own, outer) => taken = seen,
                Some(_) => break,
            }
        }
        self.remarks.drain(..taken).map(above).collect()
    }

    fn is_within(&self, remark: &Remark, own: usize, outer: usize) -> bool {
        let column = lines::column(self.text, remark.at);
        column >= own && column > outer
    }
}

/// The entries of a map in the order in which its type asks for them. A key that it does not ask for stays behind the one that it
/// stands behind.
pub(super) fn in_order<T>(entries: Vec<T>, key: impl Fn(&T) -> Option<&Key>, orders: &Orders) -> Vec<T> {
    let order = entries.first().and_then(|first| orders.get(&key(first)?.place));
    let Some(order) = order else { return entries };
    let ranks: HashMap<_, _> = order.iter().enumerate().map(|(nth, word)| (word.as_str(), nth + 1)).collect();
    let mut before = 0;
    let ranked = entries.into_iter().map(|entry| {
        let own = key(&entry).and_then(|key| ranks.get(&*key.text));
        before = own.copied().unwrap_or(before);
        (before, entry)
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// What stands above the first entry of an item stands above the item.
fn hoist(entries: &mut [Entry]) {
    for item in entries.iter_mut().filter(|entry| entry.key.is_none()) {
        if let Value::Below(lines) = &mut item.value
            && let Some(first) = lines.entries.first_mut()
        {
            let comments = first.above.drain(..).filter(|above| *above != Above::Empty);
            item.above.extend(comments);
            item.above.extend(item.beside.take().map(Above::Comment));
        }
    }
}

fn above(remark: Remark) -> Above {
    remark.comment.map_or(Above::Empty, Above::Comment)
}

/// Where each entry of a node begins, and where its value does.
fn children(node: &Node, text: &str) -> Vec<(usize, usize)> {
    match &node.kind {
        Kind::List(items) => items.iter().map(|item| (start(item, text), start(item, text))).collect(),
        Kind::Map(entries) => {
            let starts = |(key, value): &(Key, Node)| (key.place.start as usize, start(value, text));
            entries.iter().map(starts).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a node stands in brackets of its own: they are before its first entry.
fn is_flow(node: &Node, text: &str) -> bool {
    let start = node.place.start as usize;
    text.get(start..).is_some_and(|text| text.starts_with(['[', '{']))
        && children(node, text).first().is_none_or(|(first, _)| *first > start)
}

/// Whether a node is laid out an entry a line: what was written on one line in brackets stays there.
fn is_below(node: &Node, text: &str) -> bool {
    let several = match &node.kind {
        Kind::List(items) => !items.is_empty(),
        Kind::Map(entries) => !entries.is_empty(),
        _ => false,
    };
    let written = text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default();
    several && (!is_flow(node, text) || written.contains('\n'))
}
