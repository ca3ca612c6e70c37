//! Markdown to HTML and to plain text: the only place that knows pulldown-cmark.
//!
//! What editors may write is less than what Markdown can say: no raw HTML, and no links but those of [`is_allowed`].

mod emphasis;
mod html;
mod line_breaks;

pub(crate) use html::{Rendering, to_html};

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::prose::Prose;
use crate::source::Located;

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Reports what may not stand in a text.
pub(crate) fn check(prose: &Prose, report: &mut Report) {
    let mut in_cell = false;
    // The tags that were told and whose ends are not to be told besides.
    let mut open: Vec<String> = Vec::new();
    for (event, range) in Parser::new_ext(&prose.text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::TableCell) => in_cell = true,
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => open.clear(),
            Event::InlineHtml(html) if in_cell && is_line_break(&html) => {}
            Event::InlineHtml(html) => {
                match (tag_end(&html), open.iter().rposition(|tag| Some(tag.as_str()) == tag_end(&html))) {
                    (Some(_), Some(beginning)) => open.truncate(beginning),
                    _ => {
                        open.extend(tag_beginning(&html));
                        report.add(Diagnostic::new(&rules::RAW_HTML, prose.place_of(range)));
                    }
                }
            }
            Event::Start(Tag::HtmlBlock) => {
                report.add(Diagnostic::new(&rules::RAW_HTML, prose.place_of(range)));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. })
                if !is_allowed(link_type, &dest_url) =>
            {
                let diagnostic = Diagnostic::new(&rules::LINK_SCHEME, prose.place_of(range));
                report.add(diagnostic.with("found", &*dest_url));
            }
            _ => {}
        }
    }
}

/// The addresses on the web that a text leads to, each at its place: that of its letters, or of the whole link where they
/// stand elsewhere.
pub(crate) fn outside(prose: &Prose) -> Vec<Located<String>> {
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&prose.text, OPTIONS).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
            continue;
        };
        if is_on_the_web(&dest_url) {
            let letters = prose.text.get(range.clone()).and_then(|link| link.rfind(&*dest_url));
            let range =
                letters.map_or(range.clone(), |at| range.start + at..range.start + at + dest_url.len());
            found.push(Located::new(dest_url.into_string(), prose.place_of(range)));
        }
    }
    found
}

fn is_on_the_web(target: &str) -> bool {
    let scheme = target.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)))
}

/// The name in `</b>`.
fn tag_end(html: &str) -> Option<&str> {
    html.strip_prefix("</")?.strip_suffix('>').map(str::trim)
}

/// The name in `<b class="x">`; none in a comment.
fn tag_beginning(html: &str) -> Option<String> {
    let name: String = html.strip_prefix('<')?.chars().take_while(char::is_ascii_alphanumeric).collect();
    (!name.is_empty()).then_some(name)
}

/// The words alone: a line a list item or table row, an empty line between blocks, a number or a dot before an item.
pub(crate) fn to_plain(text: &str) -> String {
    let mut plain = String::new();
    // The number of the next item of each list around, the innermost last; none where items have dots.
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Start(Tag::List(first)) => lists.push(first),
            Event::Start(Tag::Item) => {
                if !plain.is_empty() && !plain.ends_with('\n') {
                    plain.push('\n');
                }
                plain.push_str(&mark_of_item(&mut lists));
            }
            Event::FootnoteReference(label) => plain.extend(["[", &label, "]"]),
            Event::Start(Tag::FootnoteDefinition(label)) => plain.extend(["[", &label, "] "]),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => {
                end_line(&mut plain, "\n");
            }
            Event::End(TagEnd::TableCell) => plain.push(' '),
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                end_line(&mut plain, if lists.is_empty() { "\n\n" } else { "\n" });
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table) => {
                end_line(&mut plain, "\n\n");
            }
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn mark_of_item(lists: &mut [Option<u64>]) -> String {
    match lists.last_mut() {
        Some(Some(number)) => {
            *number += 1;
            format!("{}. ", *number - 1)
        }
        _ => "・".to_owned(),
    }
}

fn end_line(plain: &mut String, end: &str) {
    plain.truncate(plain.trim_end().len());
    plain.push_str(end);
}

/// The events of a text, as Japanese needs them: bold beside brackets, no space from a line's end.
fn events(text: &str) -> Vec<Event<'static>> {
    let marked = emphasis::mark(text);
    let events = Parser::new_ext(&marked, OPTIONS).map(|event| match event {
        Event::InlineHtml(html) if is_line_break(&html) => Event::HardBreak,
        event => emphasis::unmark(event.into_static()),
    });
    line_breaks::join(events.collect())
}

/// Where a link may lead: to other sites, to a mailbox or telephone, within the page, and within this site by an address
/// that counts from its root, which is the same from every page.
fn is_allowed(link: LinkType, target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        // `<a@b.jp>`: the mailbox stands there without its scheme.
        _ if link == LinkType::Email => true,
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
    fn plain_lists_and_notes() {
        assert_eq!(to_plain("- 甲\n  - 乙\n- 丙\n\n1. 一\n2. 二\n"), "・甲\n・乙\n・丙\n\n1. 一\n2. 二");
        assert_eq!(to_plain("甲[^1]<br>乙\n\n[^1]: 注\n"), "甲[1]\n乙\n\n[1] 注");
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
        assert!(allowed.iter().all(|target| is_allowed(LinkType::Inline, target)));
        assert!(!refused.iter().any(|target| is_allowed(LinkType::Inline, target)));
    }
}
