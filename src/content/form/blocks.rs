//! Texts behind `|` and `>`: their lines stay, whatever their indentation.

use crate::content::lines;
use crate::content::node::{Kind, Node, Scalar, Style};

/// Whether a node is a text behind `|` or `>`.
pub(super) fn is_block(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar(Scalar { style: Style::Literal | Style::Folded, .. }))
}

/// Where the last line of a block ends.
pub(super) fn end(text: &str, node: &Node) -> usize {
    let (start, end) = (node.place.start as usize, node.place.end as usize);
    let block = text.get(start..end).unwrap_or_default();
    let whole = block.rfind('\n').map_or(block, |last| {
        if block[last..].trim_matches([' ', '\t', '\n']).is_empty() { &block[..=last] } else { block }
    });
    if keeps_its_end(text, node) { start + whole.len() } else { start + last_visible(whole) }
}

/// How a block begins: `|`, `>-`, `|2`. How far it is indented has to be said where its first line is indented itself.
pub(super) fn header(text: &str, node: &Node) -> String {
    let sign = sign(text, node);
    let first = &sign[..sign.len().min(1)];
    let chomp = sign.find(['+', '-']).map_or("", |at| &sign[at..=at]);
    let is_indented =
        matches!(&node.kind, Kind::Scalar(scalar) if scalar.text.trim_start_matches('\n').starts_with(' '));
    format!("{first}{}{chomp}", if is_indented { "2" } else { "" })
}

/// The lines of a block without its indentation.
pub(super) fn content<'t>(text: &'t str, node: &Node) -> Vec<&'t str> {
    let start = node.place.start as usize;
    let begin = sign_at(text, node).and_then(|sign| Some(sign + text[sign..].find('\n')? + 1));
    let end = end(text, node);
    let indentation = lines::column(text, start);
    let Some(block) = begin.filter(|begin| *begin < end) else { return Vec::new() };
    let line = |line: &'t str| {
        let line = line.trim_end_matches('\n');
        line.get(indentation..).unwrap_or_default()
    };
    text[block..end].split_inclusive('\n').map(line).collect()
}

/// What stands behind the key: `|-`, `>2`.
fn sign<'t>(text: &'t str, node: &Node) -> &'t str {
    let rest = sign_at(text, node).map_or("", |at| &text[at..]);
    rest.split(char::is_whitespace).next().unwrap_or_default()
}

fn sign_at(text: &str, node: &Node) -> Option<usize> {
    let before = &text[..node.place.start as usize];
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    // The block begins on the line of its sign if there is nothing in it.
    let before = if before[begin..].trim().is_empty() { before.trim_end() } else { before };
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    // The sign is behind a key, which may have one in it too, or a dash.
    let signs = before[line..].match_indices(['|', '>']).map(|(at, _)| line + at);
    let is_sign = |at: &usize| {
        let apart = *at == line || text[..*at].ends_with([' ', '\t']);
        let word = text[at + 1..].split(char::is_whitespace).next().unwrap_or_default();
        apart && word.len() <= 2 && word.chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))
    };
    signs.into_iter().find(is_sign)
}

/// Whether the empty lines behind a block belong to it.
pub(super) fn keeps_its_end(text: &str, node: &Node) -> bool {
    sign(text, node).contains('+')
}

fn last_visible(block: &str) -> usize {
    let visible = block.trim_end_matches([' ', '\t', '\n']).len();
    // Spaces at the end of a line of text belong to it.
    visible + block[visible..].find('\n').unwrap_or(block.len() - visible)
}
