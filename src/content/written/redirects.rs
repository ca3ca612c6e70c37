//! `redirects.yaml`: where a reader is led who asks for an address that is no more.

use super::Text;
use crate::content::colons::{self, Colon};
use crate::content::decode::{Decode, Reader, entries};
use crate::content::node::{Kind, Node};
use crate::content::shape::{Asked, Keys, Map, Shape};
use crate::diagnostic::{Diagnostic, rules};

/// The whole file; all of it may be left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Redirects {
    /// Each old address and the new one, as they were written.
    pub(crate) entries: Vec<(Text, Text)>,
    /// Codes of warnings that are to be quiet in this file.
    pub(crate) allow: Vec<Text>,
}

/// The one key that is no address.
const ALLOW: &str = "allow";

impl Decode for Redirects {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let mut redirects = Self::default();
        if node.is_empty() {
            return Some(redirects);
        }
        if has_slips(node, reader) {
            return None;
        }
        for (key, value) in entries(node, reader)? {
            if value.is_empty() {
                reader.complain(&rules::EMPTY, if value.is_visible() { value.place } else { key.place });
            } else if key.text == ALLOW {
                redirects.allow = Vec::decode(value, reader).unwrap_or_default();
            } else if written(value, reader).contains('\n') && has_slips(value, reader) {
                // The next entries, which YAML takes for more of this one.
            } else if let Some(new) = Text::decode(value, reader) {
                redirects.entries.push((key.to_text(), new));
            }
        }
        Some(redirects)
    }

    fn shape() -> Shape {
        let allow = Asked::of::<Vec<Text>>(ALLOW, false);
        Shape::Map(Map { asked: vec![allow], ..Map::of::<Text>(Keys::Addresses) })
    }
}

/// Whether there are entries in a text whose colons are none to YAML; they are told then. Elsewhere keys are plain words, and with a sign in
/// it a word is none.
fn has_slips(node: &Node, reader: &mut Reader) -> bool {
    let wide = colons::slips(reader.text, node);
    let mut told: Vec<_> = wide.iter().map(Colon::diagnostic).collect();
    if told.is_empty() && matches!(node.kind, Kind::Scalar(_)) {
        let start = node.place.start as usize;
        let tight = written(node, reader).match_indices(':').map(|(at, _)| start + at);
        // One with a space behind it is in quotes.
        let tight = tight.filter(|at| !["://", ": "].iter().any(|it| reader.text[*at..].starts_with(it)));
        told.extend(tight.map(|at| Diagnostic::new(&rules::NO_SPACE, node.place.file.place(at..at + 1))));
    }
    let any = !told.is_empty();
    reader.report.add_all(told);
    any
}

fn written<'r>(node: &Node, reader: &Reader<'r>) -> &'r str {
    reader.text.get(node.place.start as usize..node.place.end as usize).unwrap_or_default()
}
