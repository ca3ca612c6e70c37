//! A city may go without parts of the site: their pages are not made, nothing leads to them, and all else stays as it is.

use std::collections::BTreeSet;

use crate::pages::check_whole;
use crate::published::Published;
use crate::rules::told;
use crate::site::{TestSite, attributes, texts};

/// Each part, and how the addresses of its files begin.
const PARTS: [(&str, &[&str]); 6] = [
    ("compare", &["compare/"]),
    ("data", &["data/"]),
    ("print", &["print"]),
    ("search", &["search"]),
    ("targets", &["targets.html"]),
    ("years", &["years/"]),
];

/// The plan that has whatever a plan can have, without some parts.
fn without(parts: &[&str]) -> Published {
    let site = TestSite::fixture("english");
    site.replace("content/site.yaml", "levels:", &format!("omit: [{}]\nlevels:", parts.join(", ")));
    Published::of(site.build(&[]))
}

fn names(site: &Published) -> BTreeSet<&str> {
    let assets = |path: &&str| !path.starts_with("assets/");
    site.0.keys().map(String::as_str).filter(assets).collect()
}

#[test]
fn what_is_omitted_is_not_there_and_all_else_is() {
    let whole = without(&[]);
    for (part, beginnings) in PARTS {
        let site = without(&[part]);
        check_whole(&site);
        let is_of_it = |path: &&&str| beginnings.iter().any(|beginning| path.starts_with(beginning));
        let lost: BTreeSet<_> = names(&whole).difference(&names(&site)).copied().collect();
        let expected: BTreeSet<_> = names(&whole).iter().filter(is_of_it).copied().collect();
        // The names of what the search is made of are hashes, which the years among its filters change.
        let hashed = |path: &&str| part == "years" && path.starts_with("search/");
        let lost: BTreeSet<_> = lost.into_iter().filter(|path| !hashed(path)).collect();
        assert!(!expected.is_empty());
        assert_eq!(lost, expected, "{part}");
    }
}

#[test]
fn a_site_without_any_of_them_is_whole() {
    let parts = PARTS.map(|(part, _)| part);
    let site = without(&parts);
    check_whole(&site);
    let of_parts: Vec<_> = PARTS.iter().flat_map(|(_, beginnings)| *beginnings).collect();
    let left: Vec<_> = names(&site)
        .into_iter()
        .filter(|path| of_parts.iter().any(|part| path.starts_with(**part)))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let page = site.page("index.html");
    let menu = texts(&page, "header nav a");
    assert_eq!(menu, ["All initiatives", "Departments in charge", "Categories", "SDGs"]);
    assert_eq!(attributes(&page, "form", "action"), [""; 0]);
    let sitemap = site.text("sitemap.xml");
    assert!(of_parts.iter().all(|part| !sitemap.contains(&format!("/{part}"))), "{sitemap}");
}

#[test]
fn a_foot_without_any_link_has_no_list() {
    let site = TestSite::fixture("three-years");
    site.replace("content/site.yaml", "levels:", "omit: [print, data]\nlevels:");
    let site = Published::of(site.build(&[]));
    assert!(texts(&site.page("index.html"), "footer nav").is_empty());
}

#[test]
fn a_schedule_names_its_years_without_their_pages() {
    let (with, without) = (without(&[]), without(&["years"]));
    let (with, without) = (with.page("plan/1-1.html"), without.page("plan/1-1.html"));
    let heads = "table.schedule thead th";
    assert_eq!(texts(&with, heads), texts(&without, heads));
    assert!(texts(&with, heads).len() > 2);
    assert!(!texts(&with, "table.schedule thead a").is_empty());
    assert!(texts(&without, "table.schedule thead a").is_empty());
}

#[test]
fn what_helps_those_who_search_is_not_asked_about_where_nobody_can() {
    let site = TestSite::fixture("minimal");
    site.write("content/search.yaml", "suggestions: [どこにもない語]\n");
    assert!(site.run(&["check"]).stdout.contains("どこにもない語"));
    site.replace("content/site.yaml", "levels:", "omit: [search]\nlevels:");
    let run = site.run(&["check"]);
    assert!(run.code == 0 && !run.stdout.contains("どこにもない語"), "{}", run.stdout);
}

#[test]
fn a_link_into_what_is_omitted_leads_nowhere() {
    let site = TestSite::fixture("minimal");
    site.write("content/pages/about.md", "---\ntitle: 案内\n---\n[印刷](/print.html)\n");
    site.build(&[]);
    site.replace("content/site.yaml", "levels:", "omit: [print]\nlevels:");
    let run = site.run(&["check"]);
    assert_eq!(told(&run), ["content/pages/about.md:4:6 K511"]);
}
