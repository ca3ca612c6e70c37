//! `addresses.lock`: every address that the site ever had, one a line. keikaku writes it, so little can be wrong with it.

use super::Text;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::source::{FileId, Located};

/// The whole file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    pub(crate) recorded: Vec<Text>,
    /// The lines that begin with `#`.
    pub(crate) comments: Vec<String>,
    /// Every line could be read.
    pub(crate) is_whole: bool,
}

/// What version control writes around the lines of two people that it could not join, the first and the last of it in front.
const MARKS: [&str; 4] = ["<<<<<<<", ">>>>>>>", "|||||||", "======="];

impl Addresses {
    pub(crate) fn read(file: FileId, text: &str, report: &mut Report) -> Self {
        let mut read = Self { is_whole: true, ..Self::default() };
        let (mut start, mut in_conflict) = (0, false);
        for line in text.split('\n') {
            let address = line.trim();
            let at = start + (line.len() - line.trim_start().len());
            let place = file.place(at..at + address.len());
            start += line.len() + 1;
            if address.is_empty() {
            } else if address.starts_with('#') {
                read.comments.push(address.to_owned());
            } else if let Some(mark) = MARKS.iter().position(|mark| address.starts_with(mark)) {
                // One conflict is one mistake.
                if !in_conflict {
                    report.add(Diagnostic::new(&rules::CONFLICT, place));
                }
                in_conflict = if mark < 2 { mark == 0 } else { in_conflict };
                read.is_whole = false;
            } else if is_address(address) {
                read.recorded.push(Located::new(address.to_owned(), place));
            } else {
                report.add(not_recordable(&Located::new(address.to_owned(), place)));
                read.is_whole = false;
            }
        }
        read
    }
}

/// Whether a text can be the address of a file of the site, from its root: `plan/1-1-3.html`.
pub(crate) fn is_address(text: &str) -> bool {
    let is_sign = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    text.trim() == text && !text.contains(is_sign) && text.split('/').all(is_part)
}

/// Whether there can be a folder or file of this name; one is kept by keikaku for itself.
fn is_part(part: &str) -> bool {
    !matches!(part, "" | "." | ".." | ".keikaku")
}

/// Whether it has full-width letters, digits or signs that should be half-width in an address. A name of a file may have them.
pub(crate) fn is_wide(text: &str) -> bool {
    text.contains(
        |c| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '／' | '．' | '＊' | '＃' | '\u{3000}'),
    )
}

/// Reports what is no address, and which one was probably meant.
pub(crate) fn not_an_address(found: &Text) -> Diagnostic {
    Diagnostic::new(&rules::NOT_AN_ADDRESS, found.place).with("found", &found.value).suggest(meant(found))
}

/// The same in a record, where what leads out of the site was never an address of it.
fn not_recordable(found: &Text) -> Diagnostic {
    let meant = meant(found).filter(|meant| is_address(meant) && !found.contains(".."));
    Diagnostic::new(&rules::NOT_RECORDABLE, found.place).with("found", &found.value).suggest(meant)
}

/// Which address was probably meant by what is none.
fn meant(found: &Text) -> Option<String> {
    let half = |c: char| match c {
        '\\' => '/',
        '\u{3000}' => ' ',
        // Full-width signs, letters and digits, in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let narrow: String = found.chars().map(half).collect();
    let parts: Vec<_> = narrow.trim().split('/').filter(|part| is_part(part)).collect();
    let folder = if parts.last().is_some() && narrow.ends_with('/') { "/" } else { "" };
    let meant = parts.join("/") + folder;
    let is_right = |meant: &String| {
        let address = meant.trim_end_matches(['/', '*']);
        is_address(address.split(['#', '?']).next().unwrap_or_default()) && *meant != found.value
    };
    Some(meant).filter(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files() {
        for address in ["plan/1-1-3.html", "図 (案).pdf", ".well-known/security.txt", "a#b%.csv"] {
            assert!(is_address(address), "{address}");
        }
        for text in
            ["", "/plan/1.html", "plan//1.html", "plan/", "../a", "a/./b", "https://a.jp", "a\\b", " a", "a*"]
        {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn what_was_meant_is_offered() {
        let offered = |found: &str| {
            not_an_address(&Located::new(found.to_owned(), FileId::ALONE.place(0..0))).suggestion
        };
        for (found, meant) in [
            ("／ｐｌａｎ／１．html", Some("plan/1.html")),
            ("plan\\1.html", Some("plan/1.html")),
            ("../plan//1.html", Some("plan/1.html")),
            ("plan／＊", Some("plan/*")),
            ("plan／1.html＃a", Some("plan/1.html#a")),
            ("javascript:a", None),
            ("..", None),
        ] {
            assert_eq!(offered(found).as_deref(), meant, "{found}");
        }
    }

    #[test]
    fn a_conflict_is_one_mistake() {
        let mut report = Report::default();
        let text = "# a\n<<<<<<< b\na.html\n=======\nb.html\n>>>>>>> c\nc.html\n=======\n../d\n";
        let read = Addresses::read(FileId::ALONE, text, &mut report);
        assert_eq!(
            read.recorded.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
            ["a.html", "b.html", "c.html"]
        );
        assert_eq!((report.len(), read.is_whole, read.comments.len()), (3, false, 1));
    }
}
