//! Maps that YAML takes for texts, because their colons are none to it: `name：読者`, `name:読者`.

use std::ops::Range;

use super::keys;
use super::lines::{self, Slip};
use super::node::{Kind, Node, Scalar, Style};
use super::written::Labels;
use crate::diagnostic::suggest::fold;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;

/// A colon that makes no entry of its line.
pub(super) struct Colon<'t> {
    /// What stands before it.
    pub(super) key: &'t str,
    rule: &'static Rule,
    place: Place,
}

impl Colon<'_> {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        Diagnostic::new(self.rule, self.place)
    }
}

/// The colons of a text behind the first words of its lines; none of what is no text.
pub(super) fn slips<'t>(file: &'t str, node: &Node) -> Vec<Colon<'t>> {
    let (start, end) = (node.place.start as usize, node.place.end as usize);
    let plain = matches!(node.kind, Kind::Scalar(Scalar { style: Style::Plain, .. }));
    let written = file.get(start..end).filter(|_| plain).map(|_| start..end);
    let lines = written.into_iter().flat_map(|written| lines::lines(file, written));
    let colon = |line: Range<usize>| {
        let text = &file[line.clone()];
        let (key, Slip { rule, at }) = lines::slipped_entry(text)?;
        let place = node.place.file.place(line.start + at.start..line.start + at.end);
        Some(Colon { key: &text[key], rule, place })
    };
    lines.filter_map(colon).collect()
}

/// The same where they show that the text was meant for a map of these keys, else none. A Japanese name of a key is not enough,
/// unless another follows: `目標：年間10件` is a sentence.
pub(super) fn of_a_map<'t>(file: &'t str, node: &Node, keys: &[&str], labels: &Labels) -> Vec<Colon<'t>> {
    let slips = slips(file, node);
    let own = slips.iter().any(|colon| keys.contains(&fold(colon.key).as_str()));
    if !own && slips.len() < 2 {
        return Vec::new();
    }
    let names: Vec<_> = keys.iter().flat_map(|key| keys::folded_names(key, labels)).collect();
    let named: Vec<_> = slips.into_iter().filter(|colon| names.contains(&fold(colon.key))).collect();
    if own || named.len() > 1 { named } else { Vec::new() }
}
