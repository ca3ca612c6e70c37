//! A register: a closed list of names that initiatives may use.

use super::{FromRecord, Text};
use crate::content::decode::Reader;
use crate::content::meant;
use crate::content::names::is_device;
use crate::content::record::Record;
use crate::diagnostic::{Diagnostic, rules};
use crate::japanese;

/// A name of a register.
#[derive(Clone, Debug)]
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
        let yomi: Option<Text> = record.optional("yomi", reader);
        let description = record.optional("description", reader);
        let bad_slug = slug.as_ref().and_then(judge_slug);
        let slug = slug.filter(|_| bad_slug.is_none());
        let bad_yomi = yomi.as_ref().and_then(judge_yomi);
        bad_slug.into_iter().chain(bad_yomi).for_each(|diagnostic| reader.report.add(diagnostic));
        Some(Self { slug, name: name?, yomi, description })
    }
}

/// A reading has to be in kana, or names do not come in the order of their readings.
fn judge_yomi(yomi: &Text) -> Option<Diagnostic> {
    let diagnostic = || Diagnostic::new(&rules::YOMI_NOT_KANA, yomi.place).with("found", &yomi.value);
    (!japanese::is_kana(yomi)).then(diagnostic)
}

/// What is wrong with a name for addresses or folders, if anything is.
pub(crate) fn judge_slug(slug: &Text) -> Option<Diagnostic> {
    let diagnostic = |rule| Diagnostic::new(rule, slug.place).with("found", &slug.value);
    if !is_slug(slug) {
        let meant = Some(meant::slug(slug)).filter(|meant| is_slug(meant) && !is_device(meant));
        return Some(diagnostic(&rules::BAD_SLUG).suggest(meant));
    }
    is_device(slug).then(|| diagnostic(&rules::RESERVED_SLUG))
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
