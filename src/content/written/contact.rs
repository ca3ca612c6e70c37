//! Whom readers can ask, and how.

use super::site::{is_web_address, not_a_url};
use super::{FromRecord, Text};
use crate::content::decode::{Reader, refuse};
use crate::content::record::Record;
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, rules};
use crate::japanese::half_width;
use crate::source::Place;

/// Who answers, and where a question can be sent.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    pub(crate) name: Text,
    pub(crate) way: Way,
}

/// Where a question can be sent.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// A mail address.
    Mail(String),
    /// The address of a form; what stands in braces is one of [`PLACEHOLDERS`].
    Form(String),
}

/// What the address of a form may leave to each page.
pub(crate) const PLACEHOLDERS: [&str; 4] = ["id", "title", "url", "subject"];

impl FromRecord for Contact {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let name = record.required("name", reader);
        let mail = record.filled("mail", reader).and_then(|text| mail(&text, reader));
        let form = record.filled("form", reader).and_then(|text| form(&text, reader));
        match record.either(["mail", "form"], reader) {
            [Some(_), None] | [None, Some(_)] => {}
            [Some(one), Some(other)] => reader.complain(&rules::ONE_CONTACT, one.place.max(other.place)),
            // One that is misspelt is told as such.
            [None, None] if record.has_strangers() => {}
            [None, None] => reader.complain(&rules::ONE_CONTACT, record.opening()),
        }
        Some(Self { name: name?, way: mail.or(form)? })
    }
}

fn mail(text: &Text, reader: &mut Reader) -> Option<Way> {
    if is_mail_address(text) {
        return Some(Way::Mail(text.value.clone()));
    }
    let half: String = text.chars().map(half_width).collect();
    let bare = half.trim().trim_start_matches("mailto:").to_owned();
    refuse(&rules::NOT_A_MAIL, text, Some(bare).filter(|bare| is_mail_address(bare)), reader)
}

/// Whether a text looks like `plan@example.jp`: addresses that a city does not have are refused too, quoted names among them.
fn is_mail_address(text: &str) -> bool {
    let dotted = |part: &str, signs: &str| {
        let legal = |c: char| c.is_ascii_alphanumeric() || signs.contains(c);
        part.split('.').all(|label| !label.is_empty() && label.chars().all(legal))
    };
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| {
        dotted(name, "!#$%&'*+-/=?^_`{|}~") && dotted(host, "-") && host.contains('.')
    })
}

fn form(text: &Text, reader: &mut Reader) -> Option<Way> {
    let mut bare = text.value.clone();
    for word in PLACEHOLDERS {
        bare = bare.replace(&format!("{{{word}}}"), "");
    }
    if let Some(unknown) = placeholder(&bare) {
        let mut known = Vocabulary::new(PLACEHOLDERS.map(|word| (word, word)));
        let place = within(text.place, unknown, reader);
        let meant = place.and_then(|_| known.nearest(unknown)).map(str::to_owned);
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_PLACEHOLDER, place.unwrap_or(text.place));
        reader.report.add(diagnostic.with("found", unknown).suggest(meant));
        return None;
    }
    if is_web_address(&bare) { Some(Way::Form(text.value.clone())) } else { not_a_url(text, reader) }
}

/// Where a word stands in braces, if it is written there as it is.
fn within(place: Place, word: &str, reader: &Reader) -> Option<Place> {
    let (start, end) = (place.start as usize, place.end as usize);
    let at = start + reader.text.get(start..end)?.find(&format!("{{{word}}}"))? + 1;
    Some(place.file.place(at..at + word.len()))
}

/// The first word in braces.
fn placeholder(text: &str) -> Option<&str> {
    let (_, behind) = text.split_once('{')?;
    behind.split_once('}').map(|(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses() {
        for text in ["plan@example.jp", "gyosei.management+plan@city.example.lg.jp"] {
            assert!(is_mail_address(text), "{text}");
        }
        for text in [
            "",
            "plan",
            "plan@example",
            "plan＠example.jp",
            "a b@example.jp",
            "@example.jp",
            "a@b@c.jp",
            "a@.jp",
        ] {
            assert!(!is_mail_address(text), "{text}");
        }
    }
}
