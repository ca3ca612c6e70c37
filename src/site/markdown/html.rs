//! Events to HTML that fits into a page: headings below the page's own, links from where the page is, tables that scroll
//! by themselves, no `style` attributes, ids that no other text on the page has.

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::check::is_allowed;
use super::events;

/// What a text has to know of the page it stands on.
#[derive(Debug, Default)]
pub(crate) struct Rendering<'a> {
    /// From the page up to the site's root.
    pub(crate) root: &'a str,
    /// What the ids of this text begin with.
    pub(crate) prefix: &'a str,
    /// How much deeper a heading stands on the page than in the text.
    pub(crate) deeper: usize,
    /// What a table's region is called for who cannot see it; the table's number in the text stands behind it.
    pub(crate) table: &'a str,
}

/// A text as HTML.
pub(crate) fn to_html(text: &str, rendering: &Rendering) -> String {
    let mut fitter = Fitter { rendering, tables: 0, columns: Vec::new(), column: 0, head: false };
    let fitted = events(text).into_iter().flat_map(|event| fitter.fit(event));
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, fitted);
    out
}

/// Fits events one by one, with the table that they are in.
struct Fitter<'a> {
    rendering: &'a Rendering<'a>,
    /// How many tables the text had so far.
    tables: usize,
    columns: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl Fitter<'_> {
    fn fit(&mut self, event: Event<'static>) -> Vec<Event<'static>> {
        match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                vec![Event::Start(Tag::Heading { level: self.level(level), id, classes, attrs })]
            }
            Event::End(TagEnd::Heading(level)) => vec![Event::End(TagEnd::Heading(self.level(level)))],
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                vec![Event::Start(Tag::Link {
                    link_type,
                    dest_url: self.target(link_type, dest_url),
                    title,
                    id,
                })]
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                vec![Event::Start(Tag::Image {
                    link_type,
                    dest_url: self.target(link_type, dest_url),
                    title,
                    id,
                })]
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                vec![Event::Start(Tag::FootnoteDefinition(self.own(&label)))]
            }
            Event::FootnoteReference(label) => vec![Event::FootnoteReference(self.own(&label))],
            Event::Html(html) | Event::InlineHtml(html) => vec![Event::Text(html)],
            // Without the slash that HTML has no use for.
            Event::HardBreak => vec![Event::Html("<br>\n".into())],
            Event::Rule => vec![Event::Html("<hr>\n".into())],
            event => self.fit_table(event),
        }
    }

    fn fit_table(&mut self, event: Event<'static>) -> Vec<Event<'static>> {
        match event {
            Event::Start(Tag::Table(columns)) => {
                let plain = vec![Alignment::None; columns.len()];
                self.columns = columns;
                self.tables += 1;
                let name = format!("{} {}", escape(self.rendering.table), self.tables);
                let region =
                    format!("<div class=\"scroll\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n");
                vec![Event::Html(region.into()), Event::Start(Tag::Table(plain))]
            }
            Event::End(TagEnd::Table) => vec![Event::End(TagEnd::Table), Event::Html("</div>\n".into())],
            Event::Start(Tag::TableHead) => {
                (self.head, self.column) = (true, 0);
                vec![Event::Start(Tag::TableHead)]
            }
            Event::Start(Tag::TableRow) => {
                (self.head, self.column) = (false, 0);
                vec![Event::Start(Tag::TableRow)]
            }
            Event::Start(Tag::TableCell) => vec![Event::Html(self.open_cell().into())],
            event => vec![event],
        }
    }

    fn open_cell(&mut self) -> String {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        self.column += 1;
        if self.head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    /// The page's title is its `h1`, so no text begins above `h2`.
    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        let deeper = (level as usize).max(2) + self.rendering.deeper;
        HeadingLevel::try_from(deeper.min(6)).unwrap_or(HeadingLevel::H6)
    }

    /// An address of this site counts from the site's root; what may not be linked to leads nowhere.
    fn target(&self, link: LinkType, target: CowStr<'static>) -> CowStr<'static> {
        match target.strip_prefix('/') {
            _ if !is_allowed(link, &target) => "".into(),
            Some("") => format!("{}index.html", self.rendering.root).into(),
            Some(address) => format!("{}{address}", self.rendering.root).into(),
            None => target,
        }
    }

    fn own(&self, label: &str) -> CowStr<'static> {
        let label: String = label.chars().map(|c| if c.is_whitespace() { '-' } else { c }).collect();
        format!("{}{label}", self.rendering.prefix).into()
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let rendering = Rendering { root: "../", prefix: "o-", deeper: 1, table: "表" };
        assert_eq!(to_html(text, &rendering).trim_end(), expected);
    }

    #[test]
    fn headings_stand_below_the_pages_own() {
        check("## 二", "<h3>二</h3>");
        check("# 一", "<h3>一</h3>");
        check("###### 六", "<h6>六</h6>");
    }

    #[test]
    fn links_count_from_the_root() {
        check("[甲](/plan/1.html)", "<p><a href=\"../plan/1.html\">甲</a></p>");
        check("[甲](/)", "<p><a href=\"../index.html\">甲</a></p>");
        check("[甲](https://a.jp/)", "<p><a href=\"https://a.jp/\">甲</a></p>");
        check("[甲](javascript:x)", "<p><a href=\"\">甲</a></p>");
    }

    #[test]
    fn raw_html_is_text() {
        check("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    }

    #[test]
    fn tables_have_classes_and_a_region() {
        check(
            "| 甲 | 乙 |\n|---|--:|\n| a<br>b | 1 |\n",
            "<div class=\"scroll\" role=\"region\" aria-label=\"表 1\" tabindex=\"0\">\n\
             <table><thead><tr><th scope=\"col\">甲</th><th scope=\"col\" class=\"right\">乙</th></tr></thead><tbody>\n\
             <tr><td>a<br>\nb</td><td class=\"right\">1</td></tr>\n</tbody></table>\n</div>",
        );
    }

    #[test]
    fn footnotes_have_ids_of_their_own() {
        let html = to_html("甲[^1]\n\n[^1]: 注", &Rendering { prefix: "o-", ..Rendering::default() });
        assert!(html.contains("href=\"#o-1\"") && html.contains("id=\"o-1\""), "{html}");
    }
}
