//! An outline as text: two spaces an indentation, `- ` before items, one space behind a colon, no two empty lines.

use super::blocks;
use super::outline::{Above, Entry, Lines, Outline, Value, in_order};
use super::quotes;
use crate::content::node::{Key, Kind, Node};
use crate::content::record::Orders;

const STEP: usize = 2;

/// The text of an outline, each line with its end.
pub(super) fn write(text: &str, outline: &Outline) -> String {
    let mut writer =
        Writer { text, orders: outline.orders, out: String::new(), begun: None, empty: false, top: true };
    writer.remarks(&outline.head, 0);
    match &outline.root.value {
        Value::Below(lines) => {
            writer.remarks(&outline.root.above, 0);
            writer.beside_root(&outline.root);
            writer.lines(lines, 0);
        }
        Value::Inline(node) if node.is_absent() => {}
        Value::Inline(_) | Value::Block(_) => {
            writer.remarks(&outline.root.above, 0);
            writer.value(&outline.root, 0, "");
        }
    }
    writer.remarks(&outline.foot, 0);
    writer.out
}

struct Writer<'t> {
    text: &'t str,
    orders: &'t Orders,
    out: String,
    /// What stands on the next line already, in the place of its indentation: `- `.
    begun: Option<String>,
    /// An empty line waits for one that is not.
    empty: bool,
    /// Nothing of a block was written yet, and no empty line may be.
    top: bool,
}

impl Writer<'_> {
    fn line(&mut self, indentation: usize, line: &str) {
        if self.empty && !self.top && self.begun.is_none() {
            self.out.push('\n');
        }
        (self.empty, self.top) = (false, false);
        let begun = self.begun.take().unwrap_or_else(|| " ".repeat(indentation));
        self.out.push_str(&begun);
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn remarks(&mut self, remarks: &[Above], indentation: usize) {
        for remark in remarks {
            match remark {
                Above::Empty => self.empty = true,
                Above::Comment(comment) => self.line(indentation, comment),
            }
        }
    }

    /// A comment that stands beside the bracket that opens everything.
    fn beside_root(&mut self, root: &Entry) {
        if let Some(comment) = &root.beside {
            self.line(0, comment);
        }
    }

    fn lines(&mut self, lines: &Lines, indentation: usize) {
        for entry in &lines.entries {
            self.remarks(&entry.above, indentation);
            let key = entry.key.map(|key| self.key(key, false));
            match (&entry.value, key) {
                (Value::Below(below), Some(key)) => {
                    self.line(indentation, &with(&format!("{key}:"), entry.beside.as_deref()));
                    (self.top, self.empty) = (true, false);
                    self.lines(below, indentation + STEP);
                }
                (Value::Below(below), None) => {
                    self.begin(indentation, "- ");
                    self.lines(below, indentation + STEP);
                }
                (_, Some(key)) => self.value(entry, indentation, &format!("{key}:")),
                (_, None) => self.value(entry, indentation, "-"),
            }
            self.remarks(&entry.below, indentation);
        }
        self.remarks(&lines.foot, indentation);
    }

    /// Begins a line that another writes on.
    fn begin(&mut self, indentation: usize, sign: &str) {
        if self.empty && !self.top && self.begun.is_none() {
            self.out.push('\n');
        }
        (self.empty, self.top) = (false, true);
        let begun = self.begun.take().unwrap_or_else(|| " ".repeat(indentation));
        self.begun = Some(begun + sign);
    }

    /// A value behind its key or dash.
    fn value(&mut self, entry: &Entry, indentation: usize, before: &str) {
        let space = if before.is_empty() { "" } else { " " };
        let beside = entry.beside.as_deref();
        match &entry.value {
            Value::Block(node) => {
                let header = format!("{before}{space}{}", blocks::header(self.text, node));
                self.line(indentation, &with(&header, beside));
                for line in blocks::content(self.text, node) {
                    if !line.is_empty() {
                        self.out.push_str(&" ".repeat(indentation + STEP));
                    }
                    self.out.push_str(line);
                    self.out.push('\n');
                }
                // An empty line more would belong to the text, or seem to.
                self.top = node.is_empty() || blocks::keeps_its_end(self.text, node);
            }
            Value::Inline(node) if node.is_absent() => {
                self.line(indentation, &with(before, beside));
            }
            Value::Inline(node) => {
                let lines = self.inline(node);
                let last = lines.len().saturating_sub(1);
                for (nth, line) in lines.into_iter().enumerate() {
                    let line = if nth == last { with(&line, beside) } else { line };
                    match nth {
                        0 => self.line(indentation, &format!("{before}{space}{line}")),
                        _ if line.is_empty() => self.out.push('\n'),
                        _ => self.line(indentation + STEP, &line),
                    }
                }
            }
            Value::Below(_) => {}
        }
    }

    fn inline(&self, node: &Node) -> Vec<String> {
        match &node.kind {
            Kind::Scalar(scalar) => quotes::lines(self.text, node, scalar, false),
            _ => vec![self.flow(node)],
        }
    }

    /// A value in brackets, on one line.
    fn flow(&self, node: &Node) -> String {
        let written = self.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default();
        match &node.kind {
            Kind::Scalar(scalar) => quotes::lines(self.text, node, scalar, true).concat(),
            Kind::Refused => written.to_owned(),
            Kind::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(", "))
            }
            // Where a value is not there, the colon may not be there either.
            Kind::Map(entries) if entries.iter().any(|(_, value)| value.is_absent()) => written.to_owned(),
            Kind::Map(entries) => {
                let entries = in_order(entries.iter().collect(), |(key, _)| Some(key), self.orders);
                let entries: Vec<_> = entries.into_iter().map(|entry| self.flow_entry(entry)).collect();
                let (open, close) = if written.starts_with('{') { ("{", "}") } else { ("", "") };
                format!("{open}{}{close}", entries.join(", "))
            }
        }
    }

    fn flow_entry(&self, (key, value): &(Key, Node)) -> String {
        format!("{}: {}", self.key(key, true), self.flow(value))
    }

    fn key(&self, key: &Key, flow: bool) -> String {
        quotes::key(self.text, key, flow)
    }
}

fn with(line: &str, comment: Option<&str>) -> String {
    comment.map_or(line.to_owned(), |comment| format!("{line} {comment}"))
}
