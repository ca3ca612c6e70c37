//! What stands within `{…}` without being an entry: YAML takes it for a key that has no value.
//!
//! Such keys come from a comma within a value, `{value: 3,386件}`, or from a slip at a colon, `{name：市報}`. Both are told
//! and read as they were meant.

use std::ops::Range;

use super::lines::{self, Head, Slip};
use super::node::{Key, Kind, Node, Scalar, Style};
use super::slips::quote;
use crate::diagnostic::{Diagnostic, Report, rules};

/// The next entry of a map, as it was meant. `None`: it was the end of the value before it.
pub(super) fn entry<'t>(
    key: Key<'t>,
    node: Node<'t>,
    before: &mut [(Key<'t>, Node<'t>)],
    text: &'t str,
    report: &mut Report,
) -> Option<(Key<'t>, Node<'t>)> {
    let bare = is_bare(&key, &node, text);
    // Nearly all keys are without one of these.
    if key.text.contains([':', '：'])
        && let Head::Entry { key: name, slip: Some(Slip { rule, at }), behind } = lines::head(&key.text)
    {
        let part = |bytes: Range<usize>| {
            let start = key.place.start as usize;
            key.place.file.place(start + bytes.start..start + bytes.end)
        };
        report.add(Diagnostic::new(rule, part(at)));
        let value = Scalar { text: key.text[behind..].to_owned().into(), style: Style::Plain };
        // Of `title：広報: 市民へ` nobody knows where the value begins.
        let kind = if bare { Kind::Scalar(value) } else { Kind::Refused };
        let node = Node { place: part(behind..key.text.len()), kind };
        return Some((Key { text: key.text[name.clone()].to_owned().into(), place: part(name) }, node));
    }
    if !bare {
        return Some((key, node));
    }
    let Some((_, Node { place, kind: Kind::Scalar(value) })) = before.last_mut() else {
        return Some((key, node));
    };
    if key.place.start < place.end {
        return None;
    }
    let between = text.get(place.end as usize..key.place.start as usize).map(str::trim);
    if value.style != Style::Plain || place.start == place.end || between != Some(",") {
        return Some((key, node));
    }
    place.end = end_of_value(text, key.place.end);
    let written = text.get(place.start as usize..place.end as usize).unwrap_or_default();
    report.add(Diagnostic::new(&rules::COMMA, *place).suggest(Some(quote(written))));
    value.text = written.into();
    None
}

/// Whether a key of `{…}` stands there without a colon.
fn is_bare(key: &Key, node: &Node, text: &str) -> bool {
    let behind = || text.get(key.place.end as usize..).unwrap_or_default().trim_start();
    node.is_absent() && behind().starts_with([',', '}'])
}

/// Where a value ends that goes on behind its commas: `1,000,000人`.
fn end_of_value(text: &str, from: u32) -> u32 {
    let mut end = from;
    let rest = text.get(end as usize..).unwrap_or_default();
    for part in rest.split_inclusive(',').skip(1) {
        let stop = part.find([',', ':', '"', '\'', '[', ']', '{', '}', '\n']).unwrap_or(part.len());
        if !part[stop..].starts_with([',', '}']) {
            break;
        }
        end += 1 + u32::try_from(part[..stop].trim_end().len()).unwrap_or_default();
    }
    end
}
