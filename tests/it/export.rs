//! What data there is: on the page about it, and by `keikaku export`.

use std::collections::BTreeSet;

use scraper::Selector;

use crate::published::Published;
use crate::site::{TestSite, squeeze};

#[test]
fn the_page_leads_to_every_file_and_tells_how_long_it_is() {
    let site = Published::koriyama();
    let page = site.page("data/index.html");
    let items = Selector::parse(".files li").unwrap();
    let link = Selector::parse("a").unwrap();
    let size = Selector::parse("a + .small").unwrap();
    let mut told = BTreeSet::new();
    for item in page.select(&items) {
        let href = item.select(&link).next().unwrap().attr("href").unwrap().trim_start_matches("../");
        let bytes = site.0[href].len();
        let size = squeeze(&item.select(&size).next().unwrap().text().collect::<String>());
        let expected = if bytes < 1000 {
            format!("（{bytes}バイト）")
        } else {
            format!("（{} KB）", bytes.div_ceil(1000))
        };
        assert_eq!(size, squeeze(&expected), "{href}");
        told.insert(href.to_owned());
    }
    let is_there = |path: &&String| path.starts_with("data/") && path.matches('/').count() == 1;
    let files: BTreeSet<_> =
        site.0.keys().filter(is_there).filter(|path| *path != "data/index.html").cloned().collect();
    assert_eq!(told, files);
}

#[test]
fn a_plan_without_data_has_none_of_it() {
    let site = TestSite::fixture("english");
    let leads = |site: &TestSite, page: &str| {
        let site = Published::of(site.build(&[]));
        (site.has("data/index.html"), site.text(page).contains("data/"))
    };
    let pages = ["index.html", "less/paper.html"];
    assert!(pages.iter().all(|page| leads(&site, page) == (true, true)));
    site.replace("content/site.yaml", "levels:", "omit: [data]\nlevels:");
    assert!(pages.iter().all(|page| leads(&site, page) == (false, false)));
}

#[test]
fn what_is_exported_is_what_is_published() {
    let site = TestSite::fixture("english");
    let published = Published::of(site.build(&[]));
    let names = site.run(&["export"]).stdout;
    let data = |path: &&str| *path != "data/index.html";
    let files = published.0.keys().filter_map(|path| path.strip_prefix("data/").filter(|_| data(&&**path)));
    assert_eq!(names.lines().collect::<BTreeSet<_>>(), files.collect());
    for name in names.lines() {
        let run = site.run(&["export", name, "--output", "taken"]);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""), "{name}");
        assert!(site.files("")["taken"] == published.0[&format!("data/{name}")], "{name}");
    }
    let run = site.run(&["export", "targets.csv"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, published.text("data/targets.csv")));
}

#[test]
fn nothing_is_exported_while_there_is_a_mistake() {
    let site = TestSite::fixture("english");
    site.write("taken", "mine");
    site.replace("content/site.yaml", "levels:", "level:");
    for output in
        [&["export", "targets.csv", "--output", "taken"][..], &["export", "targets.csv"], &["export"]]
    {
        let run = site.run(output);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run:?}");
        assert!(run.stderr.contains("[K"), "{run:?}");
    }
    assert_eq!(site.read("taken"), "mine");
}
