//! The lines of a calendar (RFC 5545, 3.1): none is longer than 75 bytes, what is goes on in the next one behind a space.
//!
//! Text is escaped and folded as it comes, so nothing is made that is not written.

use std::fmt::{self, Display, Write};
use std::io;

/// So many bytes a line may have, its end not counted.
const LONGEST: usize = 75;

/// Lines one after the other.
#[derive(Default)]
pub(super) struct Lines {
    made: String,
    /// How long the last one is so far.
    length: usize,
}

/// What is written to it stands there as text.
struct Text<'l>(&'l mut Lines);

impl Lines {
    /// A line whose value is no text: a day, an address, a word of the standard.
    pub(super) fn put(&mut self, name: &str, value: impl Display) -> fmt::Result {
        write!(self, "{name}:{value}")?;
        self.end();
        Ok(())
    }

    /// A line whose value is text.
    pub(super) fn put_text(&mut self, name: &str, text: impl Display) -> fmt::Result {
        write!(self, "{name}:")?;
        write!(Text(self), "{text}")?;
        self.end();
        Ok(())
    }

    /// Writes all of them, and keeps none.
    pub(super) fn write_to(&mut self, to: &mut dyn io::Write) -> io::Result<()> {
        to.write_all(self.made.as_bytes())?;
        self.made.clear();
        Ok(())
    }

    fn end(&mut self) {
        self.made.push_str("\r\n");
        self.length = 0;
    }

    fn go_on(&mut self, text: &str) {
        let mut rest = text;
        while self.length + rest.len() > LONGEST {
            let (fits, more) = rest.split_at(rest.floor_char_boundary(LONGEST - self.length));
            self.made.push_str(fits);
            self.made.push_str("\r\n ");
            self.length = 1;
            rest = more;
        }
        self.made.push_str(rest);
        self.length += rest.len();
    }
}

impl Write for Lines {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.go_on(text);
        Ok(())
    }
}

impl Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Self(lines) = self;
        for piece in text.split_inclusive(has_meaning) {
            let plain = piece.trim_end_matches(has_meaning);
            lines.go_on(plain);
            match &piece[plain.len()..] {
                "\n" => lines.go_on(r"\n"),
                sign @ (r"\" | ";" | ",") => write!(lines, r"\{sign}")?,
                // No text may have another.
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a character cannot stand in a text as it is.
fn has_meaning(sign: char) -> bool {
    matches!(sign, '\\' | ';' | ',') || (sign.is_ascii_control() && sign != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let (mut lines, mut written) = (Lines::default(), Vec::new());
        assert!(lines.put_text("X", text).is_ok() && lines.write_to(&mut written).is_ok());
        assert_eq!(String::from_utf8_lossy(&written), expected);
    }

    #[test]
    fn signs_with_a_meaning_are_escaped_and_others_are_left_out() {
        check("a; b, c\\ d: e\nf\r\u{7}\tg", "X:a\\; b\\, c\\\\ d: e\\nf\tg\r\n");
    }

    #[test]
    fn a_line_is_folded_between_characters() {
        let full = "a".repeat(73);
        check(&full, &format!("X:{full}\r\n"));
        check(&format!("{full}b"), &format!("X:{full}\r\n b\r\n"));
        // 24 characters of three bytes each have room in a line that goes on.
        let text = "計".repeat(24 + 24 + 1);
        check(&text, &format!("X:{0}\r\n {0}\r\n 計\r\n", "計".repeat(24)));
    }
}
