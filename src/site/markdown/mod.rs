//! Markdown to HTML and to plain text: the only place that knows pulldown-cmark.
//!
//! What editors may write is less than what Markdown can say: no raw HTML, and no links but those of [`is_allowed`].

mod emphasis;
mod html;
mod line_breaks;

pub(crate) use html::{Rendering, to_html};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::prose::Prose;

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Reports what may not stand in a text.
pub(crate) fn check(prose: &Prose, report: &mut Report) {
    let mut in_cell = false;
    let mut open_tags = 0_usize;
    for (event, range) in Parser::new_ext(&prose.text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::TableCell) => in_cell = true,
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::InlineHtml(html) if in_cell && is_line_break(&html) => {}
            // The end of a tag whose beginning was told.
            Event::InlineHtml(html) if html.starts_with("</") && open_tags > 0 => open_tags -= 1,
            Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                open_tags += usize::from(matches!(event, Event::InlineHtml(_)));
                report.add(Diagnostic::new(&rules::RAW_HTML, prose.place_of(range)));
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
                if !is_allowed(&dest_url) =>
            {
                let diagnostic = Diagnostic::new(&rules::LINK_SCHEME, prose.place_of(range));
                report.add(diagnostic.with("found", &*dest_url));
            }
            _ => {}
        }
    }
}

/// The words alone: a line a list item or table row, an empty line between blocks.
pub(crate) fn to_plain(text: &str) -> String {
    let mut plain = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Start(Tag::Item) => plain.push('・'),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => {
                end_line(&mut plain, "\n");
            }
            Event::End(TagEnd::TableCell) => plain.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::Table) => {
                end_line(&mut plain, "\n\n");
            }
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn end_line(plain: &mut String, end: &str) {
    plain.truncate(plain.trim_end().len());
    plain.push_str(end);
}

/// The events of a text, as Japanese needs them: bold beside brackets, no space from a line's end.
fn events(text: &str) -> Vec<Event<'static>> {
    let marked = emphasis::mark(text);
    let events = Parser::new_ext(&marked, OPTIONS).map(|event| emphasis::unmark(event.into_static()));
    line_breaks::join(events.collect())
}

/// Where a link may lead: to other sites, to a mailbox or telephone, within the page, and within this site by an address
/// that counts from its root, which is the same from every page.
fn is_allowed(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        Some(scheme) if !scheme.contains(['/', '?', '#']) => {
            ["http", "https", "mailto", "tel"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        }
        _ => {
            target.starts_with('#')
                || (target.starts_with('/') && !target.starts_with("//") && !target.contains('\\'))
        }
    }
}

fn is_line_break(html: &CowStr) -> bool {
    matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text() {
        let text = "一行目の\n**「重要」**です。\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        assert_eq!(to_plain(text), "一行目の「重要」です。\n\n・甲\n・乙\n\na b\n1 2");
    }

    #[test]
    fn where_links_may_lead() {
        let allowed =
            ["https://a.jp/", "HTTP://a.jp", "mailto:a@b.jp", "tel:0249", "/plan/1.html", "#note", "/x/a:b"];
        let refused = [
            "javascript:alert(1)",
            "data:text/html,x",
            "//a.jp",
            "\\\\server\\file",
            "a/b.html",
            "www.a.jp",
            "C:\\a.png",
        ];
        assert!(allowed.iter().all(|target| is_allowed(target)));
        assert!(!refused.iter().any(|target| is_allowed(target)));
    }
}
