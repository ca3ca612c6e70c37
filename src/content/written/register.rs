//! A register: a closed list of names that initiatives may use.

use super::{FromRecord, Text};
use crate::content::decode::{Reader, Record, refuse};
use crate::diagnostic::rules;

/// A name of a register.
#[derive(Debug)]
pub(crate) struct Term {
    /// `None` where it is wrong and was reported.
    pub(crate) slug: Option<Text>,
    pub(crate) name: Text,
    /// How the name is read, in hiragana.
    pub(crate) yomi: Option<Text>,
    /// What it means, for a citizen.
    pub(crate) description: Option<Text>,
}

impl FromRecord for Term {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let slug: Option<Text> = record.required("slug", reader);
        let name = record.required("name", reader);
        let yomi = record.optional("yomi", reader);
        let description = record.optional("description", reader);
        let slug =
            slug.and_then(
                |slug| if is_slug(&slug) { Some(slug) } else { refuse(&rules::BAD_SLUG, &slug, reader) },
            );
        Some(Self { slug, name: name?, yomi, description })
    }
}

/// Lower-case ASCII letters, digits and inner hyphens: the same address on every host and file system. `index` is the list of
/// all.
pub(crate) fn is_slug(text: &str) -> bool {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty()
        && text.chars().all(legal)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text != "index"
}
