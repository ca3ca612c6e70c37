//! A file's text as it is meant, and what is wrong with it: whatever the encoding, the line ends and the way to write が.

use super::characters::{compose, plain, shown, unfit};
use super::encoding::{self, Written};
use super::read::{File, Unread};
use crate::diagnostic::{Diagnostic, rules};
use crate::source::{FileId, Source};

/// What is wrong with a file's text, before the file has a name for [`Place`](crate::source::Place)s.
pub(crate) enum Unfit {
    /// There is no text.
    Unread(Unread),
    /// From this byte on.
    NotUtf8(usize),
    /// In another encoding, which is seen first at the character that begins here.
    OtherEncoding(&'static str, usize),
    /// A character that means nothing to a reader, as often as it stands in a row, and where it begins.
    Characters { which: char, count: usize, start: usize },
}

/// The text of a file and what is wrong with it. What cannot be read and what cannot be seen is replaced, so that the
/// mistake has a line to point at and nothing else stumbles over it.
pub(crate) fn decode(file: File) -> (Source, Vec<Unfit>) {
    let bytes = match file.bytes {
        Ok(bytes) => bytes,
        Err(unread) => return (Source { path: file.path, text: String::new() }, vec![Unfit::Unread(unread)]),
    };
    let bytes = match plain(bytes) {
        Ok(text) => return (Source { path: file.path, text }, Vec::new()),
        Err(bytes) => bytes,
    };
    let read = encoding::read(&bytes);
    let (text, mut unfit) = clean(&read.text);
    match read.written {
        Written::InUtf8 => {}
        Written::In(encoding) => {
            let wide = encoding.starts_with("UTF-16");
            let seen = if wide { None } else { text.find(|c: char| !c.is_ascii()) };
            unfit.push(Unfit::OtherEncoding(encoding, seen.unwrap_or(0)));
        }
        // Nobody can tell what the rest is.
        Written::Unknown(from) => unfit = vec![Unfit::NotUtf8(clean(&read.text[..from]).0.len())],
    }
    (Source { path: file.path, text }, unfit)
}

fn clean(text: &str) -> (String, Vec<Unfit>) {
    replace_unfit_characters(compose(&unify_line_ends(text)))
}

fn unify_line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn replace_unfit_characters(text: String) -> (String, Vec<Unfit>) {
    if !text.contains(|c| unfit(c).is_some()) {
        return (text, Vec::new());
    }
    let mut clean = String::with_capacity(text.len());
    let mut found = Vec::new();
    let mut before = None;
    for character in text.chars() {
        match found.last_mut() {
            Some(Unfit::Characters { count, .. })
                if before == Some(character) && unfit(character).is_some() =>
            {
                *count += 1;
            }
            _ if unfit(character).is_some() => {
                found.push(Unfit::Characters { which: character, count: 1, start: clean.len() });
            }
            _ => {}
        }
        before = Some(character);
        clean.push(shown(character));
    }
    (clean, found)
}

impl Unfit {
    /// Whether there is a text to go on with.
    pub(crate) fn is_readable(&self) -> bool {
        matches!(self, Self::Characters { .. } | Self::OtherEncoding(..))
    }

    /// Whether it is a link that leads nowhere.
    pub(crate) fn is_astray(&self) -> bool {
        matches!(self, Self::Unread(Unread::Link))
    }

    pub(crate) fn diagnostic(&self, file: FileId, text: &str) -> Diagnostic {
        let at = |rule, at: usize, length: usize| Diagnostic::new(rule, file.place(at..at + length));
        match self {
            Self::Unread(Unread::TooLarge(most)) => at(&rules::TOO_LARGE, 0, 0).with("limit", most),
            Self::Unread(Unread::Link) => at(&rules::LINK, 0, 0),
            Self::Unread(Unread::NoFile) => at(&rules::STRAY_FILE, 0, 0),
            Self::NotUtf8(start) => at(&rules::NOT_UTF8, *start, 1),
            Self::OtherEncoding(encoding, start) => {
                let first = text.get(*start..).and_then(|rest| rest.chars().next());
                at(&rules::OTHER_ENCODING, *start, first.map_or(0, char::len_utf8)).with("encoding", encoding)
            }
            Self::Characters { which, count, start } => {
                let rule = unfit(*which).unwrap_or(&rules::CONTROL_CHARACTER);
                let code = format!("{:04X}", u32::from(*which));
                at(rule, *start, shown(*which).len_utf8() * count).with("code", &code)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<Unfit>) {
        let (source, unfit) = decode(File::in_memory("a.md".into(), bytes.into()));
        (source.text, unfit)
    }

    #[test]
    fn windows_files_read_as_others() {
        assert_eq!(read("\u{feff}a\r\nb\r".as_bytes()).0, "a\nb\n");
    }

    #[test]
    fn files_of_a_mac_read_as_others() {
        assert_eq!(read("title: まちつ\u{3099}くり".as_bytes()).0, "title: まちづくり");
    }

    #[test]
    fn shift_jis_is_read_and_told() {
        let (text, unfit) = read(b"title: \x8es\x96\xaf\r\n");
        assert_eq!(text, "title: 市民\n");
        assert!(matches!(unfit[..], [Unfit::OtherEncoding("Shift_JIS", 7)]));
    }

    #[test]
    fn the_place_of_a_bad_byte_is_one_of_the_text_as_it_is_read() {
        let (text, unfit) =
            read("a\r\nか\u{3099}".as_bytes().iter().chain(b"\xffb").copied().collect::<Vec<_>>().as_slice());
        assert_eq!(text, "a\nが\u{fffd}b");
        assert!(matches!(unfit[..], [Unfit::NotUtf8(5)]));
    }

    #[test]
    fn control_characters_are_told_and_replaced() {
        let (text, unfit) = read("市\0民\u{e000}\u{e000}\tA\n".as_bytes());
        assert_eq!(text, "市\u{fffd}民\u{e000}\u{e000}\tA\n");
        assert!(matches!(
            unfit[..],
            [
                Unfit::Characters { which: '\0', count: 1, start: 3 },
                Unfit::Characters { which: '\u{e000}', count: 2, start: 9 }
            ]
        ));
    }
}
