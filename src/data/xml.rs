//! What every form in XML is written with: elements of text, without what no XML may hold.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;

/// What is written to.
pub(super) type Xml<'w> = Writer<&'w mut dyn Write>;

/// An element with nothing but text in it.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&legal(text)))?;
    Ok(())
}

/// A text without the characters that no XML may hold.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    let is_legal = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if text.chars().all(is_legal) { text.into() } else { text.chars().filter(|c| is_legal(*c)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_xml_may_hold_is_left_out() {
        assert_eq!(legal("a\u{8}b\tc\u{FFFF}\n𠮷"), "ab\tc\n𠮷");
    }
}
