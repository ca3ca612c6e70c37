//! A file's bytes as a text with plain line ends, and back: its byte order mark, its line ends and its body stay.

/// A file in UTF-8.
pub(super) struct Written<'b> {
    mark: &'static str,
    /// What ends its first line.
    line_end: &'static str,
    whole: &'b str,
    /// With `\n` alone.
    pub(super) text: String,
}

const MARK: &str = "\u{feff}";

impl<'b> Written<'b> {
    /// `None`: it is in another encoding.
    pub(super) fn of(bytes: &'b [u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (mark, whole) = text.strip_prefix(MARK).map_or(("", text), |whole| (MARK, whole));
        let end = whole.find(['\r', '\n']).map_or("", |at| &whole[at..]);
        let ends = ["\r\n", "\n", "\r"].into_iter();
        let line_end = ends.clone().find(|line_end| end.starts_with(line_end)).unwrap_or("\n");
        Some(Self { mark, line_end, whole, text: whole.replace("\r\n", "\n").replace('\r', "\n") })
    }

    /// The file with another text. What stands from `body` on, which is `body_before` of the text before, is the bytes it was.
    pub(super) fn with(
        &self,
        text: &str,
        body: Option<usize>,
        before: &str,
        body_before: Option<usize>,
    ) -> Vec<u8> {
        let (front, body) = match (body, body_before) {
            (Some(body), Some(start)) if start < before.len() => {
                (&text[..body], self.behind(before[..start].matches('\n').count()))
            }
            _ => (text, ""),
        };
        [self.mark, &front.replace('\n', self.line_end), body].concat().into_bytes()
    }

    /// The file behind so many line ends.
    fn behind(&self, lines: usize) -> &'b str {
        let mut rest = self.whole;
        for _ in 0..lines {
            let Some(end) = rest.find(['\r', '\n']) else { return "" };
            let length = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
            rest = &rest[end + length..];
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_line_ends_and_bodies_stay() {
        let file = "\u{feff}---\r\na:  1\r\n---\r\nb\nc\r\rd  ";
        let written = Written::of(file.as_bytes()).unwrap();
        assert_eq!(written.text, "---\na:  1\n---\nb\nc\n\nd  ");
        let formed = "---\na: 1\n---\nb\nc\n\nd  ";
        let bytes = written.with(formed, Some(13), &written.text, Some(14));
        assert_eq!(bytes, "\u{feff}---\r\na: 1\r\n---\r\nb\nc\r\rd  ".as_bytes());
    }

    #[test]
    fn a_fence_at_the_end_gets_its_line_end() {
        let written = Written::of(b"---\na:  1\n---").unwrap();
        let bytes = written.with("---\na: 1\n---\n", Some(13), &written.text, Some(written.text.len()));
        assert_eq!(bytes, b"---\na: 1\n---\n");
    }

    #[test]
    fn other_encodings_have_no_form() {
        assert!(Written::of(b"title: \x8es\x96\xaf\r\n").is_none());
    }
}
