//! The table of all that is measured, against the truth tables of 郡山市's plan; it can be read without a script, and a script finds
//! in it what it sorts by.

use std::collections::BTreeMap;

use scraper::ElementRef;

use crate::published::{Published, all, inside, links, main_text, only, text};
use crate::site::{TestSite, attributes, texts};
use crate::truth::{self, Row};

const PAGE: &str = "targets.html";

#[test]
fn every_measure_of_the_plan_stands_in_the_table_with_its_values() {
    let page = Published::koriyama().page(PAGE);
    let rows = all(&page, "main table tbody tr");
    let measures = truth::targets().into_iter().filter(|row| !row["name"].is_empty()).collect::<Vec<_>>();
    assert_eq!(rows.len(), measures.len());
    let numbered = measures.iter().filter(|row| !row["target"].is_empty()).count();
    let counts =
        format!("{}件の指標があります。このうち数値目標があるものは{numbered}件です。", measures.len());
    assert!(main_text(&page).contains(&counts), "{counts}");
    for (row, truth) in rows.into_iter().zip(&measures) {
        let line = truth.line(&["id", "name"]);
        let [name, baseline, target] = &inside(row, "th, td")[..] else { panic!("{line}") };
        let initiative = truth["id"].rsplit_once('-').unwrap().0;
        assert!(text(*name).starts_with(&truth["name"]) && text(*name).contains(initiative), "{line}");
        assert_eq!(name.attr("abbr"), Some(&truth["name"][..]), "{line}");
        assert_eq!(inside(*name, "a").len(), 2, "a measure and its initiative: {line}");
        check_value(*baseline, truth, "baseline", "現況値なし");
        check_value(*target, truth, "target", "数値目標なし");
    }
}

/// A cell shows what was printed, and holds its number for the script.
fn check_value(cell: ElementRef, truth: &Row, key: &str, missing: &str) {
    let line = truth.line(&["id", "name", key]);
    let printed = &truth[key];
    let shown = text(cell);
    assert!(shown.starts_with(if printed.is_empty() { missing } else { printed }), "{line}: {shown}");
    let number = &truth[&format!("{key}_number")];
    assert_eq!(cell.attr("data-amount").unwrap_or_default(), number, "{line}");
}

#[test]
fn a_measure_leads_to_its_own_row_on_its_initiatives_page() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    let measures = all(&page, "main table a.all-targets__measure");
    assert!(measures.len() > 40);
    for link in measures {
        let target = site.follow(PAGE, link.attr("href").unwrap()).unwrap();
        let there = site.page(&target.file);
        let row = only(&there, &format!("[id='{}']", target.id.unwrap()));
        assert!(text(row).starts_with(&text(link)), "{}: {}", target.file, text(row));
    }
}

#[test]
fn what_is_odd_about_a_target_stands_beside_it_as_on_its_initiatives_page() {
    let site = Published::koriyama();
    let page = site.page(PAGE);
    let mut marked = 0;
    for row in all(&page, "main table tbody tr") {
        let link = inside(row, "a.all-targets__measure")[0];
        let target = site.follow(PAGE, link.attr("href").unwrap()).unwrap();
        let own = text(only(&site.page(&target.file), &format!("[id='{}']", target.id.unwrap())));
        for words in ["現況値がすでに目標値に達しています。", "目標値が現況値を下回っています。"]
        {
            assert_eq!(text(row).contains(words), own.contains(words), "{}", text(row));
            marked += usize::from(own.contains(words));
        }
        assert!(!text(row).contains("図"), "there is no picture here: {}", text(row));
    }
    assert!(marked > 1);
}

#[test]
fn the_home_page_counts_the_targets_as_their_table_does() {
    let other = Published::of(TestSite::fixture("three-years").build(&[]));
    for site in [Published::koriyama(), &other] {
        let home = site.page("index.html");
        let link = only(&home, &format!(".numbers a[href='{PAGE}']"));
        let words = text(link);
        let (count, name) = words.split_once('：').unwrap();
        assert_eq!(name, "数値目標");
        let page = site.page(PAGE);
        let rows = all(&page, "main tbody tr").into_iter().filter(|row| !text(*row).contains("数値目標なし"));
        assert_eq!(count, rows.count().to_string());
        assert!(main_text(&page).contains(&format!("数値目標があるものは{count}件")), "{count}");
    }
}

#[test]
fn targets_in_words_are_counted_and_found() {
    let mut expected = BTreeMap::<String, usize>::new();
    for row in truth::targets().iter().filter(|row| row["name"].is_empty()) {
        *expected.entry(format!("plan/{}.html", &row["id"])).or_default() += 1;
    }
    let site = Published::koriyama();
    let page = site.page(PAGE);
    let sentence = format!("文による目標が{}件", expected.values().sum::<usize>());
    assert!(main_text(&page).contains(&sentence), "{sentence}");
    let items = all(&page, "main .entry-links > li");
    let found = items.into_iter().map(|item| {
        let link = inside(item, "a")[0];
        let count = text(inside(item, ".count")[0]).trim_end_matches('件').parse().unwrap();
        (site.follow(PAGE, link.attr("href").unwrap()).unwrap().file, count)
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
}

#[test]
fn results_have_a_column_for_each_year_that_has_one() {
    let site = TestSite::fixture("three-years");
    let page = site.build(&[]).page(PAGE);
    let heads = texts(&page, "main thead th");
    assert_eq!(
        heads[1..],
        ["計画の前の値", "めざす値", "実績値 2025（令和7）年度", "実績値 2026（令和8）年度"]
            .map(str::to_owned)
    );
    let results = |row: usize| {
        let row = all(&page, "main tbody tr")[row];
        inside(row, "td").into_iter().skip(2).map(text).collect::<Vec<_>>()
    };
    assert_eq!(results(0), ["10,300人", "実績値なし"]);
    assert_eq!(results(1), ["98.0%", "98.7%"]);
}

#[test]
fn a_plan_that_measures_nothing_has_no_such_page() {
    let site = Published::of(TestSite::fixture("one-level").build(&[]));
    assert!(!site.has(PAGE));
    assert!(links(&site.page("index.html"), "body").iter().all(|link| !link.href.contains(PAGE)));
}

#[test]
fn a_hundred_measures_stand_on_a_page() {
    let site = TestSite::fixture("minimal");
    let measures: Vec<_> = (1..=101).map(|n| format!("  - {{name: 指標その{n}, target: {n}件}}\n")).collect();
    let measures = measures.concat();
    site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\ntargets:\n{measures}---\n"));
    let site = Published::of(site.build(&[]));
    let names = |path: &str| texts(&site.page(path), "main tbody th a.all-targets__measure");
    assert_eq!((names(PAGE).len(), names("targets_2.html")), (100, vec!["指標その101".to_owned()]));
    assert!(main_text(&site.page("targets_2.html")).contains("101件の指標"));
    let status = attributes(&site.page(PAGE), "[role=status]", "data-page");
    assert!(status[0].contains("このページ"), "{status:?}");
    assert!(attributes(&Published::koriyama().page(PAGE), "[role=status]", "data-page")[0].is_empty());
}
