//! Bytes to text: UTF-8, with or without a byte order mark, whatever its line ends.

use super::read::File;
use crate::diagnostic::{Diagnostic, Rule, rules};
use crate::source::{FileId, Source};

/// A file that an editor wrote by hand is smaller by orders of magnitude.
const LARGEST: usize = 4 << 20;

/// A mistake of the file as a whole, before it could be named as a [`FileId`].
pub(crate) struct Unreadable {
    rule: &'static Rule,
    at: usize,
    size: usize,
}

/// The text of a file. What cannot be read as UTF-8 is replaced, so that the mistake has a line to point at.
pub(crate) fn decode(file: File) -> (Source, Option<Unreadable>) {
    let size = file.bytes.len();
    if size > LARGEST {
        let source = Source { path: file.path, text: String::new() };
        return (source, Some(Unreadable { rule: &rules::TOO_LARGE, at: 0, size }));
    }
    let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
    let broken = std::str::from_utf8(bytes).err().map(|error| error.valid_up_to());
    let at = broken.map_or(0, |at| unify_line_ends(&String::from_utf8_lossy(&bytes[..at])).len());
    let text = unify_line_ends(&String::from_utf8_lossy(bytes));
    (Source { path: file.path, text }, broken.map(|_| Unreadable { rule: &rules::NOT_UTF8, at, size }))
}

fn unify_line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

impl Unreadable {
    pub(crate) fn diagnostic(&self, file: FileId) -> Diagnostic {
        Diagnostic::new(self.rule, file.place(self.at..self.at + 1))
            .with("size", &self.size)
            .with("limit", &LARGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(File { path: "a.md".into(), bytes: bytes.into() }).0.text
    }

    #[test]
    fn windows_files_read_as_others() {
        assert_eq!(text("\u{feff}a\r\nb\r".as_bytes()), "a\nb\n");
    }

    #[test]
    fn shift_jis_is_told_from_utf8() {
        let bytes = b"title: \x8es\x96\xaf\n".to_vec();
        let (_, unreadable) = decode(File { path: "a.md".into(), bytes });
        assert_eq!(unreadable.map(|it| it.at), Some(7));
    }
}
