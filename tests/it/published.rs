//! A site as it was published, held in memory: its files, its pages, and where their links lead.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};

use crate::data::Plan;
use crate::site::{TestSite, squeeze};

/// Every file that a build has left, by its path.
pub struct Published(pub BTreeMap<String, Vec<u8>>);

/// A link as a reader sees it.
#[derive(Debug)]
pub struct Link {
    pub text: String,
    pub href: String,
}

/// Where a link leads within the site.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    pub file: String,
    pub id: Option<String>,
}

static KORIYAMA: LazyLock<Published> = LazyLock::new(|| Published::of(TestSite::koriyama().build(&[])));

impl Published {
    /// The project's own plan, built once for all tests that only look at it.
    pub fn koriyama() -> &'static Self {
        &KORIYAMA
    }

    pub fn of(site: &TestSite) -> Self {
        Self(site.files("public"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// A file that is text.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Where a file of the theme is, whose name says what is in it: `assets/style-0123456789ab.css` of `style.css`.
    pub fn asset(&self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let hash = |path: &str| {
            let rest = path.strip_prefix("assets/")?.strip_prefix(stem)?.strip_prefix('-')?;
            Some(rest.strip_suffix(ending)?.strip_suffix('.')?.to_owned())
        };
        let is_hash = |hash: String| hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit());
        let found: Vec<_> = self.0.keys().filter(|path| hash(path).is_some_and(is_hash)).collect();
        assert_eq!(found.len(), 1, "{name} is published as {found:?}");
        found[0].clone()
    }

    /// A file of the theme that is text.
    pub fn asset_text(&self, name: &str) -> &str {
        self.text(&self.asset(name))
    }

    pub fn page(&self, path: &str) -> Html {
        Html::parse_document(self.text(path))
    }

    /// The addresses of all pages.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|path| is_page(path))
    }

    /// The page of an initiative.
    pub fn initiative(&self, id: &str) -> Html {
        self.page(&format!("plan/{id}.html"))
    }

    /// The plan as data.
    pub fn plan(&self) -> Plan {
        serde_json::from_str(self.text("data/plan.json")).unwrap()
    }

    /// Where a link on a page leads; `None` if it leads out of the site.
    pub fn follow(&self, page: &str, href: &str) -> Option<Target> {
        let sitemap =
            self.text("robots.txt").lines().find_map(|line| line.strip_prefix("Sitemap: ")).unwrap();
        let base = sitemap.strip_suffix("sitemap.xml").unwrap();
        let host = base.find("://").unwrap() + 3;
        let folder = &base[host + base[host..].find('/').unwrap()..];
        follow(folder, page, href)
    }

    /// The initiatives that a page links to in its main part, as often and in the order as it does.
    pub fn listed(&self, path: &str) -> Vec<String> {
        let ids: Vec<_> = self.plan().initiatives.into_iter().map(|initiative| initiative.id).collect();
        let page = self.page(path);
        let targets = links(&page, "main").into_iter().filter_map(|link| self.follow(path, &link.href));
        let files = targets.map(|target| target.file);
        files.filter_map(|file| ids.iter().find(|id| file == format!("plan/{id}.html")).cloned()).collect()
    }
}

pub fn is_page(path: &str) -> bool {
    path.strip_suffix(".html").is_some()
}

/// All links within what a CSS selector finds.
pub fn links(page: &Html, within: &str) -> Vec<Link> {
    all(page, &format!("{within} a[href]"))
        .into_iter()
        .map(|link| Link { text: text(link), href: link.attr("href").unwrap().to_owned() })
        .collect()
}

/// The file that a link on a page leads to, as a browser finds it in a folder opened as `file://`; `None` if it leads out
/// of the site. Only the page that hosts show anywhere, 404.html, may count from the host's root, below which the site
/// stands in `folder`.
fn follow(folder: &str, page: &str, href: &str) -> Option<Target> {
    if href.starts_with("//") || href.split(['/', '#']).next().unwrap().contains(':') {
        return None;
    }
    let (path, id) = match href.split_once('#') {
        Some((path, id)) => (path, Some(id.to_owned())),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap();
    if path.is_empty() {
        return Some(Target { file: page.to_owned(), id });
    }
    if path.starts_with('/') {
        assert_eq!(page, "404.html", "{href} counts from the host's root");
        let file = path.strip_prefix(folder).unwrap_or_else(|| panic!("{href} is not below {folder}"));
        return Some(Target { file: file.to_owned(), id });
    }
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {href} leads out of the site's folder"),
            part => parts.push(part),
        }
    }
    Some(Target { file: parts.join("/"), id })
}

/// All elements that a CSS selector finds.
pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

/// The one element that a CSS selector finds.
pub fn only<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "how often is there a {selector}?");
    found[0]
}

/// All elements in an element that a CSS selector finds.
pub fn inside<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    element.select(&selector).collect()
}

/// The text of an element, with runs of white space as one space.
pub fn text(element: ElementRef) -> String {
    squeeze(&element.text().collect::<String>())
}

/// The text of an element bit by bit, as tags divide it: a bit is a value or a name as a whole.
pub fn bits(element: ElementRef) -> Vec<String> {
    element.text().map(squeeze).filter(|bit| !bit.is_empty()).collect()
}

/// The text of the page's main part.
pub fn main_text(page: &Html) -> String {
    text(only(page, "main"))
}

#[test]
fn links_are_followed_from_the_page_they_stand_on() {
    let file = |page, href| follow("/plans/", page, href).map(|target| target.file);
    assert_eq!(file("plan/1.html", "../index.html").unwrap(), "index.html");
    assert_eq!(file("plan/1.html", "2.html").unwrap(), "plan/2.html");
    assert_eq!(file("index.html", "plan/1.html").unwrap(), "plan/1.html");
    assert_eq!(file("404.html", "/plans/plan/1.html").unwrap(), "plan/1.html");
    assert_eq!(file("index.html", "https://a.jp/"), None);
    let here = Target { file: "plan/1.html".to_owned(), id: Some("main".to_owned()) };
    assert_eq!(follow("/", "plan/1.html", "#main"), Some(here));
}
