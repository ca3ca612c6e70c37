//! What stands between the values of a text: comments and empty lines.

use std::ops::Range;

use super::blocks;
use crate::content::lines;
use crate::content::node::{Kind, Node, Scalar, Style};

/// A comment, or an empty line.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) at: usize,
    /// With its sign; `None` is an empty line.
    pub(super) comment: Option<String>,
    /// Something else stands before it on its line.
    pub(super) beside: bool,
}

/// The remarks of a stretch of YAML that was read as a tree.
pub(super) fn of(text: &str, yaml: Range<usize>, tree: &Node) -> Vec<Remark> {
    let mut values = Vec::new();
    collect(text, tree, &mut values);
    values.sort_by_key(|value| value.start);
    let mut values = values.into_iter().peekable();
    let (mut remarks, mut end) = (Vec::new(), yaml.start);
    for line in lines::lines(text, yaml) {
        if end <= line.start
            && text[line.clone()].trim().is_empty()
            && values.peek().is_none_or(|value| line.end <= value.start)
        {
            remarks.push(Remark { at: line.start, comment: None, beside: false });
            continue;
        }
        end = end.max(line.start);
        while end < line.end {
            let value = values.next_if(|value| value.start < line.end);
            let stop = value.as_ref().map_or(line.end, |value| value.start).max(end);
            if let Some(sign) = text[end..stop].find('#') {
                let at = end + sign;
                let beside = !text[line.start..at].trim().is_empty();
                let comment = text[at..line.end].trim_end().to_owned();
                remarks.push(Remark { at, comment: Some(comment), beside });
                break;
            }
            end = value.map_or(line.end, |value| value.end.max(end));
        }
    }
    remarks
}

/// What the comments say, in the order of the alphabet.
pub(super) fn comments(remarks: Vec<Remark>) -> Vec<String> {
    let mut comments: Vec<_> = remarks.into_iter().filter_map(|remark| remark.comment).collect();
    comments.sort();
    comments
}

/// The stretches of keys and values.
fn collect(text: &str, node: &Node, values: &mut Vec<Range<usize>>) {
    let stretch = node.place.start as usize..node.place.end as usize;
    match &node.kind {
        Kind::Scalar(Scalar { style: Style::Literal | Style::Folded, .. }) => {
            values.push(stretch.start..blocks::end(text, node));
        }
        Kind::Scalar(_) | Kind::Refused if stretch.is_empty() => {}
        Kind::Scalar(_) | Kind::Refused => values.push(stretch),
        Kind::List(items) => items.iter().for_each(|item| collect(text, item, values)),
        Kind::Map(entries) => {
            for (key, value) in entries {
                values.push(key.place.start as usize..key.place.end as usize);
                collect(text, value, values);
            }
        }
    }
}
