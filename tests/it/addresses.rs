//! Addresses that last: `content/addresses.lock`, `content/redirects.yaml`, and the pages that lead on.

use scraper::Html;

use super::published::{Published, all, main_text, only};
use super::rules::told;
use super::site::{TestSite, attributes, texts};

const LOCK: &str = "content/addresses.lock";
const REDIRECTS: &str = "content/redirects.yaml";

/// Two initiatives and a file.
fn site() -> TestSite {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/2.md", "---\ntitle: 広聴\nnumber: 2\n---\n市民に聴く。\n");
    site.write("content/static/様式 1.pdf", "PDF").write("content/static/_redirects", "");
    site
}

/// The same whose addresses were recorded before the second initiative went away.
fn lost() -> TestSite {
    let site = site();
    site.build(&["--record", "--quiet"]).remove("content/plan/2.md");
    site
}

fn recorded(site: &TestSite) -> Vec<String> {
    site.read(LOCK).lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Where a page leads at once.
fn refresh(page: &Html) -> Vec<String> {
    attributes(page, "meta[http-equiv=refresh]", "content")
}

#[test]
fn what_people_note_down_is_recorded_and_what_programs_find_is_not() {
    let site = site();
    site.build(&["--record"]);
    let expected = [
        "data/actions.csv",
        "data/index.html",
        "data/initiatives.csv",
        "data/plan.json",
        "data/plan.stratml.xml",
        "data/plan.xlsx",
        "data/results.csv",
        "data/targets.csv",
        "index.html",
        "plan/1.html",
        "plan/2.html",
        "plan/index.html",
        "print.html",
        "search.html",
        "years/2026.html",
        "years/2027.html",
        "years/2028.html",
        "years/2029.html",
        "years/index.html",
        "様式 1.pdf",
    ];
    assert_eq!(recorded(&site), expected);
    assert!(site.read(LOCK).starts_with("# "));
}

#[test]
fn nothing_is_recorded_unasked_nor_beside_a_mistake() {
    let site = site();
    site.build(&[]);
    site.replace("content/plan/2.md", "number: 2", "number: two");
    assert_eq!(site.run(&["build", "--record"]).code, 1);
    assert!(!site.path(LOCK).exists());
}

#[test]
fn a_record_grows_and_is_written_only_then() {
    let site = lost();
    let before = site.read(LOCK);
    site.write(LOCK, format!("\u{feff}# 広報課が見ています\r\n\r\n{}", before.replace('\n', "\r\n")));
    let same = site.read(LOCK);
    assert_eq!(
        site.run(&["build", "--record", "--lang", "en"]).stdout.lines().nth(1),
        Some("no new address to record")
    );
    assert_eq!(site.read(LOCK), same);
    site.write("content/plan/2.md", "---\ntitle: 広聴\nnumber: 3\nallow: [K414]\n---\n");
    let run = site.run(&["build", "--record", "--lang", "en"]);
    assert!(run.stdout.ends_with("addresses recorded in content/addresses.lock: 1\n"), "{}", run.stdout);
    let comments = "# 広報課が見ています\n";
    assert_eq!(
        site.read(LOCK),
        comments.to_owned() + &before.replace("plan/2.html\n", "plan/2.html\nplan/3.html\n")
    );
    let hidden = site.files("content").into_keys().filter(|path| path.starts_with('.'));
    assert_eq!(hidden.count(), 0, "what was written first has become the record");
}

#[test]
fn an_address_that_is_lost_is_told_until_a_redirect_leads_on() {
    let site = lost();
    let line = 1 + site.read(LOCK).lines().position(|line| line == "plan/2.html").unwrap();
    assert_eq!(told(&site.run(&["check"])), [format!("{LOCK}:{line}:1 K633")]);
    assert_eq!(site.run(&["build", "--deny-warnings"]).code, 1);
    site.write(REDIRECTS, "plan/2.html: plan/1.html\n");
    site.build(&["--deny-warnings"]);
    let page = site.page("plan/2.html");
    assert_eq!(refresh(&page), ["0; url=../plan/1.html"]);
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), ["https://plan.example.jp/plan/1.html"]);
    assert_eq!(texts(&page, "h1").len(), 1);
    assert_eq!(attributes(&page, "main a", "href"), ["../plan/1.html"]);
    assert_eq!(texts(&page, "main a"), ["1 広報"]);
}

#[test]
fn a_page_that_leads_on_is_listed_nowhere() {
    let site = lost();
    site.write(REDIRECTS, "plan/2.html: plan/1.html\nold.html: plan/1.html\nallow: [K637]\n");
    site.build(&["--record"]);
    assert!(!recorded(&site).contains(&"old.html".to_owned()));
    let site = Published::of(&site);
    assert!(!site.text("sitemap.xml").contains("plan/2.html"));
    for path in site.pages().filter(|path| !["plan/2.html", "old.html"].contains(path)) {
        let page = site.page(path);
        let links = all(&page, "a[href]");
        let leads_there = |href: &str| href.ends_with("old.html") || href.ends_with("2.html");
        assert!(!links.iter().any(|link| leads_there(link.attr("href").unwrap())), "{path}");
    }
}

#[test]
fn redirects_lead_to_pages_places_files_and_other_sites() {
    let site = site();
    let old = "a.html: /plan/\nb/c.html: https://plan.example.jp/plan/1.html#main\nd.html: 様式 1.pdf\n";
    site.write(REDIRECTS, format!("{old}e.html: https://www.example.jp/市?a=b\n/f/: search.html?q=税\n"));
    site.build(&["--deny-warnings"]);
    for (page, href) in [
        ("a.html", "plan/index.html"),
        ("b/c.html", "../plan/1.html#main"),
        ("d.html", "%E6%A7%98%E5%BC%8F%201.pdf"),
        ("e.html", "https://www.example.jp/%E5%B8%82?a=b"),
        ("f/index.html", "../search.html?q=%E7%A8%8E"),
    ] {
        assert_eq!(refresh(&site.page(page)), [format!("0; url={href}")], "{page}");
        assert_eq!(attributes(&site.page(page), "main a", "href"), [href], "{page}");
    }
    let canonical = |page| attributes(&site.page(page), "link[rel=canonical]", "href").concat();
    assert_eq!(canonical("a.html"), "https://plan.example.jp/plan/");
    assert_eq!(canonical("d.html"), "https://plan.example.jp/%E6%A7%98%E5%BC%8F%201.pdf");
    assert_eq!(canonical("e.html"), "https://www.example.jp/%E5%B8%82?a=b");
    assert!(main_text(&site.page("d.html")).ends_with("https://plan.example.jp/%E6%A7%98%E5%BC%8F%201.pdf"));
}

#[test]
fn a_star_stands_for_all_that_is_no_more_and_the_longer_beginning_counts() {
    let site = site();
    site.write(LOCK, "old/a.html\nold/b/c.html\nold/b/d.html\nold/e.pdf\nplan/1.html\n");
    let redirects =
        "old/*: index.html\nold/b/*: plan/index.html\nold/b/d.html: plan/1.html\nplan/*: index.html\n";
    site.write(REDIRECTS, format!("{redirects}allow: [K638]\n"));
    site.build(&["--deny-warnings"]);
    for (page, to) in [("old/a", "../index"), ("old/b/c", "../../plan/index"), ("old/b/d", "../../plan/1")] {
        assert_eq!(refresh(&site.page(&format!("{page}.html"))), [format!("0; url={to}.html")], "{page}");
    }
    assert!(refresh(&site.page("plan/1.html")).is_empty());
    assert!(!site.path("public/old/e.pdf").exists());
}

#[test]
fn what_is_missing_because_of_a_mistake_is_not_told_as_lost() {
    let site = site();
    site.build(&["--record"]).replace("content/plan/2.md", "number: 2", "number: two");
    assert_eq!(told(&site.run(&["check"])), ["content/plan/2.md:3:9 K305"]);
}

#[test]
fn a_record_may_be_longer_than_a_text() {
    let site = site();
    site.write(LOCK, "# 公開したことのあるアドレスです\n".repeat(40_000) + "plan/1.html\n");
    assert!(told(&site.run(&["check", "--deny-warnings"])).is_empty());
}

#[test]
fn all_that_is_wrong_with_redirects_is_told_at_once() {
    let site = site();
    let entries = [
        "plan/1.html: index.html",
        "plan/8.html: plan/9.html",
        "plan/9.html: plan/7.html",
        "a.html: b.html",
        "b.html: a.html",
        "c.html: ../x",
        "",
    ];
    site.write(REDIRECTS, entries.join("\n"));
    let expected = ["1:1 K634", "2:14 K635", "3:14 K503", "4:9 K636", "5:9 K636", "6:9 K631"];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("{REDIRECTS}:{at}")));
}

/// Whoever does what a hint says gets no other mistake.
#[test]
fn a_redirect_of_all_that_was_is_in_quotes_and_no_more() {
    let site = lost();
    let code = |text: &str| told(&site.write(REDIRECTS, text).run(&["check", "--deny-warnings"]));
    assert_eq!(code("*: index.html\n"), [format!("{REDIRECTS}:1:1 K202")]);
    assert_eq!(code("\"*\": index.html\n"), [""; 0]);
    assert_eq!(code("\"*: index.html\"\n"), [format!("{REDIRECTS}:1:1 K316")]);
}

#[test]
fn a_record_out_of_order_is_left_so() {
    let site = site();
    site.build(&["--record"]);
    let lines: Vec<_> = recorded(&site).into_iter().rev().collect();
    site.write(LOCK, lines.join("\n")).build(&["--record", "--deny-warnings"]);
    assert_eq!(recorded(&site), lines);
}

#[test]
fn an_english_site_says_so_in_english() {
    let site = TestSite::fixture("english");
    site.write(REDIRECTS, "old.html: plan/index.html\n").build(&["--record"]);
    assert!(site.read(LOCK).starts_with("# Every address that was ever published"), "{}", site.read(LOCK));
    let page = site.page("old.html");
    assert_eq!(texts(&page, "h1"), ["This page has moved"]);
    assert_eq!(only(&page, "html").attr("lang"), Some("en"));
}
