//! The page of the search as it is without its script, and the box that leads there from every other page.

use std::collections::BTreeSet;

use crate::published::{Published, all, inside, links, only, text};
use crate::shapes::busy_village;
use crate::site::{TestSite, attributes};

const PAGE: &str = "search.html";

#[test]
fn a_box_in_the_head_of_every_other_page_leads_to_the_search() {
    let site = Published::koriyama();
    for path in site.pages() {
        let page = site.page(path);
        let boxes = all(&page, "header form[role=search]");
        if path == PAGE {
            assert!(boxes.is_empty());
            continue;
        }
        assert_eq!(boxes.len(), 1, "{path}");
        let target = site.follow(path, boxes[0].attr("action").unwrap()).unwrap();
        assert_eq!(target.file, PAGE, "{path}");
        let input = only(&page, "header form[role=search] input[name=q]");
        let label = only(&page, &format!("label[for='{}']", input.attr("id").unwrap()));
        assert_eq!(text(label), "取組を検索", "{path}");
        assert_eq!((input.attr("type"), input.attr("maxlength")), (Some("search"), Some("100")), "{path}");
    }
}

#[test]
fn the_form_asks_the_page_itself_and_sends_nothing_but_the_words() {
    let page = Published::koriyama().page(PAGE);
    let form = only(&page, "form");
    assert_eq!(
        (form.attr("role"), form.attr("action"), form.attr("method")),
        (Some("search"), Some(PAGE), None)
    );
    assert_eq!(text(only(&page, "label[for=q]")), "探したい言葉");
    assert_eq!(inside(form, "button:not([type])").len(), 1);
    // Choices do nothing without script: they are neither seen nor sent.
    assert!(only(&page, "form details").attr("hidden").is_some());
    assert!(only(&page, "form details > fieldset").attr("disabled").is_some());
    assert!(text(only(&page, "form > noscript")).contains("JavaScript"));
    assert!(text(only(&page, "[role=status]")).is_empty());
    assert!(only(&page, "#found").attr("hidden").is_some());
}

#[test]
fn the_list_has_every_initiative_under_its_section() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    assert_eq!(site.listed(PAGE), site.listed("plan/index.html"));
    let sections: Vec<_> = all(&page, "#initiatives h3").into_iter().map(text).collect();
    assert_eq!(
        sections,
        [
            "1-1 組織・人員の最適化",
            "1-2 事務事業の見直し",
            "1-3 行政サービスのデジタル化",
            "1-4 人材育成と働きやすい組織づくり"
        ]
    );
    let counts: Vec<_> =
        all(&page, "#initiatives .entry-links").into_iter().map(|list| inside(list, "li").len()).collect();
    assert_eq!(counts, [3, 3, 7, 6]);
}

#[test]
fn a_choice_leads_to_the_page_of_its_term() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    assert_eq!(attributes(&page, "form select", "name"), ["departments", "less", "sdgs", "years"]);
    for select in all(&page, "form select") {
        assert!(!text(only(&page, &format!("label[for='{}']", select.attr("id").unwrap()))).is_empty());
        let options = inside(select, "option");
        assert_eq!(options[0].attr("value"), Some(""));
        for option in &options[1..] {
            let target = site.follow(PAGE, option.attr("data-href").unwrap()).unwrap().file;
            let name = option.attr("data-name").unwrap();
            assert_eq!(text(only(&site.page(&target), "h1")), name);
            assert_eq!(text(*option), format!("{name}（{}件）", option.attr("data-n").unwrap()));
            let listed: BTreeSet<_> = site.listed(&target).into_iter().collect();
            assert_eq!(option.attr("data-n").unwrap(), listed.len().to_string(), "{target}");
        }
    }
}

#[test]
fn many_initiatives_are_listed_on_several_pages_of_which_the_first_searches() {
    let site = busy_village(205);
    for path in [PAGE, "search_2.html", "search_3.html"] {
        let page = site.page(path);
        assert!((1..=100).contains(&all(&page, "#initiatives .entry-links a").len()), "{path}");
        assert_eq!(only(&page, "main form[role=search]").attr("action"), Some(PAGE), "{path}");
        assert!(all(&page, "header form").is_empty(), "{path}");
        assert_eq!(all(&page, "script[src]").len(), usize::from(path == PAGE), "{path}");
    }
    assert!(!site.has("search_4.html"));
    let listed: Vec<_> =
        [PAGE, "search_2.html", "search_3.html"].iter().flat_map(|path| site.listed(path)).collect();
    assert_eq!(listed.len(), 208);
}

#[test]
fn suggestions_are_links_that_search_for_them() {
    let site = TestSite::fixture("three-years");
    site.write("content/search.yaml", "suggestions: [バス, 図書館 本]\n");
    let site = Published::of(site.build(&[]));
    let page = site.page(PAGE);
    let suggested = links(&page, ".search__examples");
    let found: Vec<_> = suggested.iter().map(|link| (link.text.as_str(), link.href.as_str())).collect();
    let expected = [
        ("バス", "search.html?q=%E3%83%90%E3%82%B9"),
        ("図書館 本", "search.html?q=%E5%9B%B3%E6%9B%B8%E9%A4%A8%20%E6%9C%AC"),
    ];
    assert_eq!(found, expected);
    assert_eq!(links(&page, ".search__tips").len(), 2);
}

#[test]
fn an_english_site_is_searched_in_english() {
    let site = Published::of(TestSite::fixture("english").build(&[]));
    let page = site.page(PAGE);
    assert_eq!(text(only(&page, "h1")), "Search");
    let status = only(&page, "[role=status]");
    for (name, value) in status.value().attrs().filter(|(name, _)| name.starts_with("data-")) {
        assert!(value.replace(['“', '”'], "").is_ascii(), "{name}: {value}");
    }
}
