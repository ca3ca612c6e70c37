//! What the script of the list of all initiatives works with: choices for each facet, the terms of each initiative, and, where the
//! list has several pages, a file with all of them.

use std::collections::BTreeSet;

use crate::published::{Published, all, inside, only, text};
use crate::shapes::busy_village;
use crate::site::{TestSite, attributes};

const PAGE: &str = "plan/index.html";

#[test]
fn every_facet_of_the_site_is_a_filter() {
    let page = Published::koriyama().page(PAGE);
    assert_eq!(attributes(&page, "form select", "name"), ["departments", "less", "sdgs", "years"]);
    for select in all(&page, "form select") {
        let label = only(&page, &format!("label[for='{}']", select.attr("id").unwrap()));
        assert!(!text(label).is_empty());
        let options = inside(select, "option");
        assert_eq!((options[0].attr("value"), text(options[0])), (Some(""), "すべて".to_owned()));
    }
    let village = TestSite::fixture("three-years");
    let page = village.build(&[]).page(PAGE);
    assert_eq!(attributes(&page, "form select", "name"), ["departments", "years"]);
}

#[test]
fn a_choice_says_how_many_initiatives_it_leaves() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    for select in all(&page, "form select") {
        let facet = select.attr("name").unwrap();
        for option in inside(select, "option").into_iter().skip(1) {
            let listed = site.listed(&format!("{facet}/{}.html", option.attr("value").unwrap()));
            // A year lists an initiative once for each of its phases.
            let listed: BTreeSet<_> = listed.into_iter().collect();
            assert!(text(option).ends_with(&format!("（{}件）", listed.len())), "{}", text(option));
            assert!(!listed.is_empty(), "{}", text(option));
        }
    }
}

#[test]
fn an_initiative_holds_the_terms_whose_pages_list_it() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    let entries = all(&page, ".entries > li");
    assert_eq!(entries.len(), 19);
    for (id, entry) in site.listed(PAGE).iter().zip(entries) {
        let held: BTreeSet<_> = entry.attr("data-terms").unwrap().split(' ').map(str::to_owned).collect();
        let pages = site.pages().filter_map(|path| path.strip_suffix(".html"));
        let is_term = |path: &&str| {
            let facet = path.split_once('/').map_or("", |(facet, _)| facet);
            ["departments", "less", "sdgs", "years"].contains(&facet) && !path.ends_with("/index")
        };
        let terms = pages.filter(is_term);
        let listing = terms.filter(|term| site.listed(&format!("{term}.html")).contains(id));
        assert_eq!(held, listing.map(str::to_owned).collect(), "{id}");
    }
}

#[test]
fn nobody_sees_a_filter_that_does_nothing() {
    let page = Published::koriyama().page(PAGE);
    assert!(only(&page, "main form").attr("hidden").is_some());
    let one_level = TestSite::fixture("minimal");
    one_level.write("content/plan/1.md", "---\ntitle: 広報\nnumber: 1\n---\n");
    let page = one_level.build(&[]).page(PAGE);
    assert!(all(&page, "main form, script[src]").is_empty());
}

#[test]
fn a_list_of_several_pages_is_filtered_by_a_file_of_all_initiatives() {
    assert!(!Published::koriyama().has("plan/initiatives.json"));
    let site = busy_village(101);
    let data: serde_json::Value = serde_json::from_str(site.text("plan/initiatives.json")).unwrap();
    let keys = data["facets"].as_array().unwrap().iter().map(|facet| facet["key"].as_str().unwrap());
    assert_eq!(keys.collect::<Vec<_>>(), ["departments", "years"]);
    let initiatives = data["initiatives"].as_array().unwrap();
    assert_eq!(initiatives.len(), 104);
    let last = serde_json::json!(["3-101", "事業その101", "plan/3-101.html", [[0], [1]]]);
    assert_eq!(initiatives[103], last);
    let term = &data["facets"][0]["terms"][0];
    assert_eq!(*term, serde_json::json!(["education", "教育係", "departments/education.html", null]));
    for path in [PAGE, "plan/index_2.html"] {
        let page = site.page(path);
        assert_eq!(
            attributes(&page, ".filtered[hidden]", "data-href"),
            ["../plan/initiatives.json"],
            "{path}"
        );
    }
}
