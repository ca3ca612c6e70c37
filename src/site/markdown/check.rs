//! What may not stand in a text, what a reader would stumble over, and where its links lead.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::{OPTIONS, is_line_break};
use crate::diagnostic::{Diagnostic, Report, Rule, rules, suggest};
use crate::prose::Prose;
use crate::source::Place;

/// Where a link or a picture leads.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) target: String,
    /// Where the target was written; that of the whole link if it stands elsewhere.
    pub(crate) place: Place,
}

impl Link {
    /// Whether the target stands at its place by itself, so that another can be put there.
    pub(crate) fn stands_alone(&self) -> bool {
        self.place.length() == self.target.len()
    }
}

/// Reports what is wrong with a text; gives its links and pictures, but for those that were reported.
pub(crate) fn check(prose: &Prose, report: &mut Report) -> Vec<Link> {
    let mut checker = Checker {
        prose,
        report,
        links: Vec::new(),
        in_cell: false,
        tags: Vec::new(),
        level: 1,
        words: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&prose.text, OPTIONS).into_offset_iter() {
        checker.take(event, range);
    }
    checker.links
}

/// What has to be known of the text before an event.
struct Checker<'a> {
    prose: &'a Prose,
    report: &'a mut Report,
    links: Vec<Link>,
    in_cell: bool,
    /// The HTML tags that were told and whose ends are not to be told besides.
    tags: Vec<String>,
    /// How deep the last heading was; the page's own is 1.
    level: usize,
    /// The words so far of the links and pictures around, the innermost last.
    words: Vec<String>,
}

impl Checker<'_> {
    fn take(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(Tag::TableCell) => self.in_cell = true,
            Event::End(TagEnd::TableCell) => self.in_cell = false,
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, range),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => self.tags.clear(),
            Event::InlineHtml(html) if self.in_cell && is_line_break(&html) => {}
            Event::InlineHtml(html) => self.html(&html, range),
            Event::Start(Tag::HtmlBlock) => self.complain(&rules::RAW_HTML, range),
            Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => {
                self.words.push(String::new());
                self.link(link_type, &dest_url, range);
            }
            Event::End(TagEnd::Link) => self.end_link(range),
            Event::End(TagEnd::Image) => self.end_image(range),
            Event::Text(text) | Event::Code(text) => {
                self.words.iter_mut().for_each(|words| words.push_str(&text));
            }
            _ => {}
        }
    }

    fn complain(&mut self, rule: &'static Rule, range: Range<usize>) {
        self.report.add(Diagnostic::new(rule, self.prose.place_of(range)));
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        // The page's title is its `h1`, so a text's first level is the second.
        let level = (level as usize).max(2);
        if level > self.level + 1 {
            let end = range.start + self.prose.text[range.clone()].trim_end().len();
            self.complain(&rules::HEADING_JUMP, range.start..end);
        }
        self.level = level;
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        let beginning = self.tags.iter().rposition(|tag| Some(tag.as_str()) == tag_end(html));
        if let Some(beginning) = beginning {
            self.tags.truncate(beginning);
        } else {
            self.tags.extend(tag_beginning(html));
            self.complain(&rules::RAW_HTML, range);
        }
    }

    fn link(&mut self, kind: LinkType, target: &CowStr, range: Range<usize>) {
        let written = &self.prose.text[range.clone()];
        let own = written.rfind(&**target).filter(|_| !target.is_empty());
        let range = own.map_or(range.clone(), |at| range.start + at..range.start + at + target.len());
        let link = Link { target: target.to_string(), place: self.prose.place_of(range) };
        if is_allowed(kind, target) {
            self.links.push(link);
        } else {
            let meant = suggest::address(target).filter(|_| link.stands_alone());
            let diagnostic = Diagnostic::new(&rules::LINK_SCHEME, link.place);
            self.report.add(diagnostic.with("found", &**target).suggest(meant));
        }
    }

    fn end_link(&mut self, range: Range<usize>) {
        let words = self.words.pop().unwrap_or_default();
        if is_vague(&words) {
            let diagnostic = Diagnostic::new(&rules::VAGUE_LINK, self.prose.place_of(range));
            self.report.add(diagnostic.with("text", words.trim()));
        }
    }

    fn end_image(&mut self, range: Range<usize>) {
        if self.words.pop().is_none_or(|words| words.trim().is_empty()) {
            self.complain(&rules::NO_ALT, range);
        }
    }
}

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 16] = [
    "こちら",
    "こちらへ",
    "こちらから",
    "こちらをご覧ください",
    "ここ",
    "ここから",
    "詳しくはこちら",
    "詳細はこちら",
    "詳細",
    "詳しく",
    "リンク",
    "クリック",
    "ここをクリック",
    "here",
    "click here",
    "more",
];

fn is_vague(words: &str) -> bool {
    let bare =
        words.trim().trim_matches(['「', '」', '（', '）', '。', '→', '＞', '>', '▶', '【', '】']).trim();
    bare.is_empty() || VAGUE.iter().any(|vague| vague.eq_ignore_ascii_case(bare))
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

/// Where a link may lead: to other sites, to a mailbox or telephone, within the page, and within this site by an address
/// that counts from its root, which is the same from every page.
pub(super) fn is_allowed(link: LinkType, target: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
