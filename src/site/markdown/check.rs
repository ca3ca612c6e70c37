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

    /// What to write at its place to lead to another address of the site, if anything can be put there. Where a link is looked for, and
    /// not a text read, it may have been written without its first `/`.
    pub(crate) fn instead(&self, address: &str) -> Option<String> {
        match self.target.len() - self.place.length().min(self.target.len()) {
            0 if self.stands_alone() => Some(format!("/{address}")),
            1 if self.target.starts_with('/') => Some(address.to_owned()),
            _ => None,
        }
    }
}

/// One of these begins whatever is looked for: a heading that may be too deep, a tag, a link or a picture.
const TELLING: [char; 3] = ['#', '<', '['];

/// Reports what is wrong with a text; gives its links and pictures, but for those that were reported.
pub(crate) fn check(prose: &Prose, report: &mut Report) -> Vec<Link> {
    // Most texts are words alone.
    if !TELLING.iter().any(|sign| prose.text.contains(*sign)) {
        return Vec::new();
    }
    let mut checker = Checker {
        prose,
        report,
        links: Vec::new(),
        in_cell: false,
        tags: Vec::new(),
        level: 1,
        words: String::new(),
        beginnings: Vec::new(),
        wordless_picture: false,
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
    /// The words so far of the outermost link or picture around.
    words: String,
    /// Where among them begin those of each link and picture around, the innermost last.
    beginnings: Vec<usize>,
    /// Whether a picture among them was told to lack words: those of the link around are judged once it has some.
    wordless_picture: bool,
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
                self.beginnings.push(self.words.len());
                self.link(link_type, &dest_url, range);
            }
            Event::End(TagEnd::Link) => self.end_link(range),
            Event::End(TagEnd::Image) => self.end_image(range),
            Event::Text(text) | Event::Code(text) => self.take_words(&text),
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
        let first = self.tags.len().saturating_sub(NEAR);
        let near = &self.tags[first..];
        let beginning = tag_end(html).and_then(|end| near.iter().rposition(|tag| tag == end));
        if let Some(beginning) = beginning.map(|at| first + at) {
            self.tags.truncate(beginning);
        } else {
            self.tags.extend(tag_beginning(html));
            self.complain(&rules::RAW_HTML, range);
        }
    }

    fn link(&mut self, kind: LinkType, target: &CowStr, range: Range<usize>) {
        let written = &self.prose.text[range.clone()];
        // Pictures may stand in pictures a thousandfold: what is around their ends has to do.
        let end = written.floor_char_boundary(written.len().saturating_sub(target.len() + LONGEST_TITLE));
        let own = written[end..].rfind(&**target).map(|at| end + at).filter(|_| !target.is_empty());
        let range = own.map_or(range.clone(), |at| range.start + at..range.start + at + target.len());
        let link = Link { target: target.to_string(), place: self.prose.place_of(range) };
        if target.is_empty() {
            self.report.add(Diagnostic::new(&rules::EMPTY_TARGET, link.place));
        } else if is_allowed(kind, target) {
            self.links.push(link);
        } else {
            let meant = suggest::address(target).filter(|_| link.stands_alone());
            let diagnostic = Diagnostic::new(&rules::LINK_SCHEME, link.place);
            self.report.add(diagnostic.with("found", &**target).suggest(meant));
        }
    }

    fn end_link(&mut self, range: Range<usize>) {
        let beginning = self.beginnings.pop().unwrap_or_default();
        let rule = match self.words.get(beginning..).unwrap_or_default().trim() {
            _ if self.wordless_picture => None,
            "" => Some((&rules::NO_LINK_TEXT, "")),
            vague if is_vague(vague) => Some((&rules::VAGUE_LINK, vague)),
            _ => None,
        };
        if let Some((rule, words)) = rule {
            let diagnostic = Diagnostic::new(rule, self.prose.place_of(range));
            self.report.add(diagnostic.with("text", words));
        }
        self.forget_words();
    }

    fn end_image(&mut self, range: Range<usize>) {
        let beginning = self.beginnings.pop().unwrap_or_default();
        if self.words.len() <= beginning {
            self.complain(&rules::NO_ALT, range);
            self.wordless_picture = true;
        }
        self.forget_words();
    }

    /// Takes words that stand in a link or picture. Blanks that begin it say nothing.
    fn take_words(&mut self, text: &str) {
        if let Some(beginning) = self.beginnings.last()
            && (self.words.len() > *beginning || !text.trim().is_empty())
        {
            self.words.push_str(text);
        }
    }

    /// Behind the outermost link or picture its words are done with.
    fn forget_words(&mut self) {
        if self.beginnings.is_empty() {
            self.words.clear();
            self.wordless_picture = false;
        }
    }
}

/// So far from the end of a link its target is looked for, since a title may stand between them. In bytes.
const LONGEST_TITLE: usize = 1000;

/// Among so many open tags the beginning of an end is looked for. Behind more of them nothing is told one by one any more.
const NEAR: usize = 100;

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 23] = [
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
    "read more",
    "learn more",
    "click",
    "this",
    "this page",
    "link",
    "details",
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
    use crate::source::{FileId, Source, Sources};

    /// What is wrong with a text, and how many links it has.
    fn checked(text: &str) -> (Vec<&'static str>, usize) {
        let mut report = Report::default();
        let links = check(&Prose::body(FileId::ALONE, text, 0..text.len()), &mut report).len();
        let told = report.sorted(&Sources::new(vec![Source { path: String::new(), text: text.into() }]));
        (told.iter().map(|diagnostic| diagnostic.rule.code).collect(), links)
    }

    #[test]
    fn words_of_links_and_pictures_in_each_other() {
        assert_eq!(
            checked("![a ![ ](/x)](/y) [![図](/x)](/y) [![](/x)こちら](/y)"),
            (vec!["K505", "K505"], 6)
        );
    }

    #[test]
    fn links_without_words_or_without_a_target() {
        assert_eq!(checked("[](/y) [広報]() ![図]() [ ](/y)"), (vec!["K510", "K509", "K509", "K510"], 2));
        assert_eq!(checked("[![](/x)](/y) と [こちら](/y)"), (vec!["K505", "K507"], 3));
        assert_eq!(checked("[Read more](/y) [this page](/y) [this year](/y)"), (vec!["K507", "K507"], 3));
    }

    #[test]
    fn a_file_of_tags_or_of_pictures_in_pictures_comes_to_an_end() {
        let many = 30_000;
        for text in ["a<br>".repeat(many), "<a></b>".repeat(many)] {
            assert_eq!(checked(&text).0.len(), 100);
        }
        for end in ["](/b)", "](/b&amp;c)"] {
            assert_eq!(checked(&("![a".repeat(many) + &end.repeat(many))), (Vec::new(), many));
        }
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
