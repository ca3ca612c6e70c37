//! Addresses: the only place that decides where a page is, and how one page points to another.
//!
//! Files stand flat in a few folders (`plan/1-1-3.html`), so that links work on any host and from a folder opened as
//! `file://`. The second and later pages of a list are told by `_`, which no slug and no id can hold.

use std::fmt;

use crate::plan::Id;
use crate::source::in_address;

/// Where the plan's data is.
pub(super) const DATA_FOLDER: &str = "data/";

/// Where the plan stands as data as a whole.
pub(crate) const PLAN_DATA: &str = "data/plan.json";

/// What the plan as JSON and an initiative as JSON are made like.
pub(crate) const PLAN_SCHEMA: &str = "data/plan.schema.json";
pub(crate) const INITIATIVE_SCHEMA: &str = "data/initiative.schema.json";

/// What the plan's data is, for portals.
pub(crate) const CATALOG: &str = "data/catalog.jsonld";

/// Where the plan stands in Strategy Markup Language.
pub(crate) const STRATML: &str = "data/plan.stratml.xml";

/// What the filters of a list of several pages work with.
pub(crate) const INITIATIVES_DATA: &str = "plan/initiatives.json";

pub(crate) const SITEMAP: &str = "sitemap.xml";

pub(crate) const ROBOTS: &str = "robots.txt";

/// Where the search index is. Its names change with what is in the files, so all of the folder is taken.
pub(super) const SEARCH_FOLDER: &str = "search/";

/// What the search index has: the only one of its files with a name that stays.
pub(crate) const SEARCH_MANIFEST: &str = "search/manifest.json";

/// What some hosts read, and nobody else: no address.
pub(super) const HOST_FILES: [&str; 4] = ["_headers", "_redirects", ".nojekyll", "CNAME"];

/// The files of every site that are no pages.
pub(super) const OTHER_FILES: [&str; 2] = [SITEMAP, ROBOTS];

/// Whether the search index may have a file here, the sitemap, or what is for hosts: what is not known before the whole plan was looked
/// through.
pub(crate) fn is_looked_up(address: &str) -> bool {
    address.starts_with(SEARCH_FOLDER) || address.starts_with("sitemap") || address.starts_with(['_', '.'])
}

/// The folder of the cross tables, and the area of the menu.
pub(super) const COMPARE: &str = "compare";

/// How the addresses of what a site can go without begin, and what site.yaml calls it.
const PARTS: [(&str, &str); 9] = [
    ("compare/", "compare"),
    (DATA_FOLDER, "data"),
    ("print.html", "print"),
    ("print_", "print"),
    ("print/", "print"),
    ("search.html", "search"),
    ("targets.html", "targets"),
    ("targets_", "targets"),
    ("years/", "years"),
];

/// What the addresses of pages end in.
pub(super) const PAGE: &str = ".html";

/// Where the theme's own files are.
pub(super) const THEME_FOLDER: &str = "assets/";

/// The folder of a published site that keikaku keeps for itself.
pub(crate) const OWN: &str = ".keikaku";

/// Where a page is, from the site's root: `plan/1-1-3.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address(String);

/// Where the site is published: `https://plan.example.jp/`, always ending in `/`.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl(String);

impl Address {
    pub(crate) fn home() -> Self {
        Self("index.html".to_owned())
    }

    /// All initiatives.
    pub(crate) fn plan() -> Self {
        Self("plan/index.html".to_owned())
    }

    /// All that is measured.
    pub(crate) fn targets() -> Self {
        Self("targets.html".to_owned())
    }

    /// A section or an initiative: their ids never meet, as they have different lengths.
    pub(crate) fn in_plan(id: &Id) -> Self {
        Self::numbered(&id.to_string())
    }

    /// The same, of an id that is written already.
    pub(crate) fn numbered(id: &str) -> Self {
        Self(["plan/", id, ".html"].concat())
    }

    /// All terms of a facet.
    pub(crate) fn facet(folder: &str) -> Self {
        Self(format!("{folder}/index.html"))
    }

    /// One term of a facet.
    pub(crate) fn term(folder: &str, slug: &str) -> Self {
        Self([folder, "/", slug, ".html"].concat())
    }

    /// The whole plan, to be printed.
    pub(crate) fn booklet() -> Self {
        Self("print.html".to_owned())
    }

    /// What a department is in charge of, to be printed.
    pub(crate) fn booklet_of(slug: &str) -> Self {
        Self(format!("print/{slug}.html"))
    }

    /// Everything that can be compared.
    pub(crate) fn compare() -> Self {
        Self(format!("{COMPARE}/index.html"))
    }

    /// A cross table.
    pub(crate) fn cross(rows: &str, columns: &str) -> Self {
        Self(format!("{COMPARE}/{rows}-{columns}.html"))
    }

    /// What a row and a column of a cross table have in common. No slug of them holds a dot.
    pub(crate) fn cell(rows: &str, columns: &str, row: &str, column: &str) -> Self {
        Self(format!("{COMPARE}/{rows}-{columns}/{row}.{column}.html"))
    }

    /// Where the plan is searched; its list is that of all initiatives.
    pub(crate) fn search_page() -> Self {
        Self("search.html".to_owned())
    }

    /// What is found of some words, once the page's script has looked.
    pub(crate) fn search_for(words: &str) -> String {
        format!("{}?q={}", Self::search_page(), in_address(words))
    }

    /// An ordinary page.
    pub(crate) fn document(name: &str) -> Self {
        Self(format!("{name}.html"))
    }

    /// The policy of accessibility.
    pub(crate) fn accessibility() -> Self {
        Self("accessibility.html".to_owned())
    }

    /// What a test of accessibility found.
    pub(crate) fn accessibility_test() -> Self {
        Self("accessibility-test.html".to_owned())
    }

    /// A page by what editors write of it: `/plan/1-1.html`, `/plan/`.
    pub(super) fn written(path: &str) -> Self {
        let path = path.trim_start_matches('/');
        let folder = path.is_empty() || path.ends_with('/');
        Self(if folder { format!("{path}index.html") } else { path.to_owned() })
    }

    /// The page that hosts show where there is none.
    pub(crate) fn not_found() -> Self {
        Self("404.html".to_owned())
    }

    /// A part of the sitemap of a site that has more pages than one file may hold; from 1.
    pub(crate) fn sitemap(number: usize) -> Self {
        Self(format!("sitemap-{number}.xml"))
    }

    /// Whether a name in the site's root, in small letters, is kept for what the site may come to have: the folders of files whose names
    /// change, and the sitemap's parts. So no edit of the plan takes the place of an editor's own file.
    pub(super) fn is_kept(name: &str) -> bool {
        let is_folder = |folder: &&str| folder.strip_suffix('/') == Some(name);
        let part = name.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
        let number = part.and_then(|number| number.parse().ok());
        [SEARCH_FOLDER, THEME_FOLDER].iter().any(is_folder)
            || name == OWN
            || number.is_some_and(|number| Self::sitemap(number).0 == name)
    }

    /// A file of the theme, by its path in it and by the hash of what is in it: `assets/style-0123456789ab.css`.
    pub(crate) fn theme_asset(path: &str, hash: &str) -> Self {
        let name = path.rfind('/').map_or(0, |slash| slash + 1);
        let end = path[name..].rfind('.').map_or(path.len(), |dot| name + dot);
        Self(format!("{THEME_FOLDER}{}-{hash}{}", &path[..end], &path[end..]))
    }

    /// A file of the search index that there is once, by what it is and by the hash of what is in it.
    pub(crate) fn search(name: &str, hash: &str) -> Self {
        Self(format!("{SEARCH_FOLDER}{name}-{hash}.bin"))
    }

    /// A file of tokens of the search index.
    pub(crate) fn search_words(hash: &str) -> Self {
        Self(format!("{SEARCH_FOLDER}words/{hash}.bin"))
    }

    /// The text of an initiative in the search index: the `nth` of its bundle, from 0.
    pub(crate) fn search_text(bundle: &str, nth: usize) -> Self {
        Self(format!("{SEARCH_FOLDER}texts/{bundle}-{nth}.bin"))
    }

    /// A file that is no page: the editors' own, or what is for programs.
    pub(crate) fn file(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// A later page of a list, counted from 1; the first is the list's own address.
    pub(crate) fn nth(&self, number: usize) -> Self {
        match (number, self.0.strip_suffix(".html")) {
            (2.., Some(stem)) => Self(format!("{stem}_{number}.html")),
            _ => self.clone(),
        }
    }

    /// The list that an address was a part of, and what the addresses of all its parts begin with: a later page of a list, or a
    /// list that was a cell of a cross table.
    pub(crate) fn list_of(address: &str) -> Option<(String, String)> {
        let stem = address.strip_suffix(PAGE)?;
        let cell = stem
            .rsplit_once('/')
            .filter(|(table, _)| table.strip_prefix(COMPARE).is_some_and(|table| table.starts_with('/')));
        if let Some((table, _)) = cell {
            return Some((format!("{table}{PAGE}"), format!("{table}/")));
        }
        let (list, number) = stem.rsplit_once('_')?;
        number.parse::<usize>().is_ok().then(|| (format!("{list}{PAGE}"), format!("{list}_")))
    }

    /// What site.yaml calls the part of a site that an address is in, if a site can go without it.
    pub(crate) fn part_of(address: &str) -> Option<&'static str> {
        PARTS.iter().find(|(beginning, _)| address.starts_with(beginning)).map(|(_, part)| *part)
    }

    /// From the folder of this page up to the site's root: what stands before an address to link to it.
    pub(crate) fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The last part: the name of a file in its folder.
    pub(crate) fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The addresses that hosts may keep for ever, if this is one of them: of a file whose name tells what is in it, all that begins as
    /// its address does before that. So they are the same when what is in it changes.
    pub(crate) fn lasting(&self) -> Option<&str> {
        if self.0.starts_with(THEME_FOLDER) {
            return Some(THEME_FOLDER);
        }
        let in_search = self.0.strip_prefix(SEARCH_FOLDER).filter(|_| self.0 != SEARCH_MANIFEST)?;
        let end = in_search.find('/').or_else(|| in_search.rfind('-'))?;
        self.0.get(..=SEARCH_FOLDER.len() + end)
    }

    /// Whether what stands at an address is of the search.
    pub(crate) fn is_of_search(address: &str) -> bool {
        address.starts_with(SEARCH_FOLDER)
    }

    /// Whether there can be a page.
    pub(crate) fn is_page(&self) -> bool {
        self.0.ends_with(PAGE)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl BaseUrl {
    pub(crate) fn new(url: &str) -> Self {
        Self(format!("{}/", url.trim_end_matches('/')))
    }

    /// The whole address of a page; folders are named without their `index.html`.
    pub(crate) fn of(&self, address: &Address) -> String {
        let path = address.0.strip_suffix("index.html").filter(|path| path.is_empty() || path.ends_with('/'));
        format!("{}{}", self.0, path.unwrap_or(&address.0))
    }

    /// What stands behind the site's own address in one that begins with it: `#x` and `plan/1.html` of
    /// `https://plan.example.jp#x` and `https://plan.example.jp/plan/1.html`.
    pub(crate) fn within<'u>(&self, url: &'u str) -> Option<&'u str> {
        let rest = url.strip_prefix(self.0.trim_end_matches('/'))?;
        rest.strip_prefix('/').or_else(|| (rest.is_empty() || rest.starts_with(['#', '?'])).then_some(rest))
    }

    /// From the host's root to the site's: `/` or `/plan/`. For a page that is shown at addresses that are not its own.
    pub(crate) fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..].find('/').map_or("/", |at| &self.0[host + at..])
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_pages_do_not_meet_other_addresses() {
        let section = Address::in_plan(&Id::new(vec![1, 1]));
        assert_eq!(section.nth(1).as_str(), "plan/1-1.html");
        assert_eq!(section.nth(2).as_str(), "plan/1-1_2.html");
        assert_eq!(Address::term("sdgs", "17").nth(2).as_str(), "sdgs/17_2.html");
    }

    #[test]
    fn what_a_site_may_come_to_have_is_kept_for_it() {
        let is_kept = |name: &&str| Address::is_kept(name);
        assert!(["assets", "search", ".keikaku", "sitemap-1.xml", "sitemap-20.xml"].iter().all(is_kept));
        let others =
            ["asset", "search.html", ".well-known", "sitemap-.xml", "sitemap-01.xml", "sitemap-a.xml"];
        assert!(!others.iter().any(is_kept));
    }

    #[test]
    fn the_hash_stands_before_the_ending() {
        let named = |path| Address::theme_asset(path, "0a").to_string();
        assert_eq!(named("style.css"), "assets/style-0a.css");
        assert_eq!(named("fonts.v2/a.b.woff2"), "assets/fonts.v2/a.b-0a.woff2");
        assert_eq!(named("fonts.v2/LICENSE"), "assets/fonts.v2/LICENSE-0a");
    }

    #[test]
    fn what_changes_under_its_name_is_not_kept() {
        let lasting = |path| Address::file(path).lasting().unwrap_or_default().to_owned();
        assert_eq!(lasting("assets/images/mark-0a.svg"), "assets/");
        assert_eq!(lasting("search/texts/0a-1.bin"), "search/texts/");
        assert_eq!(lasting("search/facets-0a.bin"), "search/facets-");
        assert_eq!(["search/manifest.json", "search.html", "plan/1.html"].map(lasting), [""; 3]);
    }

    #[test]
    fn words_to_search_for_are_escaped() {
        assert_eq!(Address::search_for("A & 税/費"), "search.html?q=A%20%26%20%E7%A8%8E/%E8%B2%BB");
    }

    #[test]
    fn base_urls() {
        let base = BaseUrl::new("https://x.example/plan");
        assert_eq!(base.of(&Address::home()), "https://x.example/plan/");
        assert_eq!(base.of(&Address::plan()), "https://x.example/plan/plan/");
        assert_eq!(base.of(&Address::document("my-index")), "https://x.example/plan/my-index.html");
        let within = ["https://x.example/plan", "https://x.example/plan#a", "https://x.example/plan/1.html"];
        assert_eq!(within.map(|url| base.within(url)), ["", "#a", "1.html"].map(Some));
        assert_eq!(["https://x.example/", "https://x.example/plans/"].map(|url| base.within(url)), [None; 2]);
        assert_eq!((base.path(), BaseUrl::new("https://x.example").path()), ("/plan/", "/"));
    }
}
