//! `redirects.yaml`: where a reader is led who asks for an address that is no more.

use super::Text;
use crate::content::decode::{Decode, Reader, entries};
use crate::content::node::Node;
use crate::diagnostic::rules;
use crate::source::Located;

/// The whole file; all of it may be left out.
#[derive(Debug, Default)]
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
        for (key, value) in entries(node, reader)? {
            if value.is_empty() {
                reader.complain(&rules::EMPTY, if value.is_visible() { value.place } else { key.place });
            } else if key.text == ALLOW {
                redirects.allow = Vec::decode(value, reader).unwrap_or_default();
            } else if let Some(new) = Text::decode(value, reader) {
                redirects.entries.push((Located::new(key.text.clone(), key.place), new));
            }
        }
        Some(redirects)
    }
}
