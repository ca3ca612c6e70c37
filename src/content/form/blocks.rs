//! Texts behind `|` and `>`: their lines stay, whatever their indentation.

use crate::content::lines;
use crate::content::node::{Kind, Node, Scalar, Style};

/// Whether a node is a text behind `|` or `>`.
pub(super) fn is_block(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar(Scalar { style: Style::Literal | Style::Folded, .. }))
}

/// Where a block has its sign.
pub(super) fn start(text: &str, node: &Node) -> usize {
    let place = node.place.start as usize;
    if text[place..].starts_with(['|', '>']) && node.is_empty() {
        return place;
    }
    let before = &text[..place];
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    // The sign stands on the last line above that has anything on it.
    let before = if before[begin..].trim().is_empty() { before.trim_end() } else { before };
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    // A key or a comment on that line may hold one too.
    let signs = before[line..].match_indices(['|', '>']).map(|(at, _)| line + at);
    let is_sign = |at: &usize| {
        let apart = *at == line || text[..*at].ends_with([' ', '\t']);
        let word = text[at + 1..].split(char::is_whitespace).next().unwrap_or_default();
        apart && word.len() <= 2 && word.chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))
    };
    signs.into_iter().find(is_sign).unwrap_or(place)
}

/// Where the last line of a block ends.
pub(super) fn end(text: &str, node: &Node) -> usize {
    let (start, stop) = (node.place.start as usize, node.place.end as usize);
    if node.is_empty() {
        let sign = sign(text, node).len();
        return if text[start..].starts_with(['|', '>']) { start + sign } else { start };
    }
    let indentation = lines::column(text, start);
    let keeps = keeps_its_end(text, node);
    let begin = start - indentation;
    let belongs = |line: &&str| {
        let spaces = line.trim_end_matches('\n');
        let is_text = !spaces.trim_matches([' ', '\t']).is_empty();
        is_text || (line.ends_with('\n') && (keeps || spaces.len() > indentation))
    };
    let (mut end, mut next) = (start, begin);
    for line in text[begin..stop].split_inclusive('\n') {
        next += line.len();
        end = if belongs(&line) { next } else { end };
    }
    end
}

/// How a block begins: `|`, `>-`, `|2`. How far it is indented has to be said where its first line is indented itself.
pub(super) fn header(text: &str, node: &Node) -> String {
    let sign = sign(text, node);
    let first = &sign[..sign.len().min(1)];
    let chomp = sign.find(['+', '-']).map_or("", |at| &sign[at..=at]);
    let begins = |scalar: &Scalar| scalar.text.trim_start_matches('\n').starts_with(' ');
    let is_indented = matches!(&node.kind, Kind::Scalar(scalar) if begins(scalar));
    format!("{first}{}{chomp}", if is_indented { "2" } else { "" })
}

/// The lines of a block without its indentation.
pub(super) fn content<'t>(text: &'t str, node: &'t Node) -> Vec<&'t str> {
    match &node.kind {
        Kind::Scalar(scalar) if node.is_empty() => return scalar.text.lines().collect(),
        _ => {}
    }
    let indentation = lines::column(text, node.place.start as usize);
    let sign = start(text, node);
    let begin = text[sign..].find('\n').map_or(text.len(), |end| sign + end + 1);
    let block = text.get(begin..end(text, node)).unwrap_or_default();
    let inner = |line: &'t str| line.trim_end_matches('\n').get(indentation..).unwrap_or_default();
    block.split_inclusive('\n').map(inner).collect()
}

/// Whether the empty lines behind a block belong to it.
pub(super) fn keeps_its_end(text: &str, node: &Node) -> bool {
    sign(text, node).contains('+')
}

/// What stands behind the key: `|-`, `>2`.
fn sign<'t>(text: &'t str, node: &Node) -> &'t str {
    text[start(text, node)..].split(char::is_whitespace).next().unwrap_or_default()
}
