//! What hosts are told: headers by path, and no more of them than hosts read.

use std::collections::BTreeMap;

use scraper::Html;

use crate::published::Published;
use crate::search::LARGE;
use crate::site::{TestSite, attributes};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Paths and what is said with them, as Netlify and Cloudflare read `_headers`.
struct Headers(Vec<(String, Vec<(String, String)>)>);

impl Headers {
    fn read(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<_>)> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            assert!(line.len() <= 2000, "{line}");
            match line.strip_prefix("  ") {
                Some(header) => {
                    let (name, value) = header.split_once(": ").unwrap();
                    rules.last_mut().unwrap().1.push((name.to_lowercase(), value.to_owned()));
                }
                None => rules.push((line.to_owned(), Vec::new())),
            }
        }
        assert!(rules.len() <= 100);
        Self(rules)
    }

    /// What is said with a path; the values of several rules are joined.
    fn of(&self, path: &str) -> BTreeMap<String, String> {
        let mut headers = BTreeMap::new();
        for (pattern, own) in &self.0 {
            let matches = match pattern.split_once('*') {
                Some((begin, end)) => path.starts_with(begin) && end.is_empty(),
                None => path == pattern,
            };
            for (name, value) in own.iter().filter(|_| matches) {
                let said = headers.entry(name.clone()).or_insert_with(String::new);
                *said = if said.is_empty() { value.clone() } else { format!("{said}, {value}") };
            }
        }
        headers
    }
}

/// That hosts keep what may be kept, and nothing else.
fn check_caching(site: &Published, root: &str) {
    let headers = Headers::read(site.text("_headers"));
    let mut kept = 0;
    for path in site.0.keys() {
        let said = headers.of(&format!("{root}{path}"));
        let is_named_by_hash = path.rsplit(['-', '.', '/']).any(is_hash) || path.starts_with("search/texts/");
        let expected = is_named_by_hash.then_some(FOR_EVER);
        assert_eq!(said.get("cache-control").map(String::as_str), expected, "{path}");
        let is_binary = path.strip_suffix(".bin").is_some();
        let expected = is_binary.then_some("application/octet-stream");
        assert_eq!(said.get("content-type").map(String::as_str), expected, "{path}");
        kept += usize::from(is_named_by_hash);
    }
    assert!(kept > 6, "{kept}");
}

fn is_hash(part: &str) -> bool {
    part.len() == 12 && part.chars().all(|c| c.is_ascii_hexdigit())
}

#[test]
fn a_file_whose_name_tells_what_is_in_it_is_kept_for_ever_and_no_other() {
    check_caching(Published::koriyama(), "/");
}

#[test]
fn a_large_plan_needs_no_more_rules_than_a_small_one() {
    check_caching(&LARGE, "/keikaku/");
    let rules = |site: &Published| Headers::read(site.text("_headers")).0.len();
    assert!(LARGE.has("search/manifest.json") && rules(&LARGE) <= rules(Published::koriyama()) + 2);
}

#[test]
fn every_file_is_sent_with_the_policy_of_its_pages() {
    let site = Published::koriyama();
    let headers = Headers::read(site.text("_headers"));
    let policy =
        |page: &Html| attributes(page, "meta[http-equiv=Content-Security-Policy]", "content").concat();
    for path in site.pages() {
        let said = headers.of(&format!("/{path}"));
        let expected = format!("{}; frame-ancestors 'none'", policy(&site.page(path)));
        assert_eq!(said["content-security-policy"], expected, "{path}");
        assert_eq!(said["x-content-type-options"], "nosniff");
        assert_eq!(said["referrer-policy"], "strict-origin-when-cross-origin");
        assert!(said.contains_key("permissions-policy") && !said.contains_key("strict-transport-security"));
    }
}

#[test]
fn paths_begin_with_that_of_the_site() {
    let site = TestSite::fixture("minimal");
    let site = Published::of(site.build(&["--base-url", "https://x.example/plans/a/"]));
    check_caching(&site, "/plans/a/");
    assert!(site.text("_headers").starts_with("/plans/a/*\n"));
}

#[test]
fn github_is_told_to_leave_the_files_as_they_are() {
    assert_eq!(Published::koriyama().text(".nojekyll"), "");
    assert!(!Published::koriyama().has("_redirects"), "nothing has moved");
}

#[test]
fn a_city_may_tell_hosts_something_else() {
    let site = TestSite::fixture("minimal");
    site.write("content/static/_headers", "/*\n  X-City: 1\n")
        .write("content/static/_redirects", "/a /b 302\n");
    site.write("content/static/.nojekyll", "x");
    let site = Published::of(site.build(&[]));
    assert_eq!(site.text("_headers"), "/*\n  X-City: 1\n");
    assert_eq!(site.text("_redirects"), "/a /b 302\n");
    assert_eq!(site.text(".nojekyll"), "x");
}
