//! What the head of a page tells those who show it elsewhere, and the picture that they show beside it.

use scraper::Html;

use crate::published::Published;
use crate::site::{TestSite, attributes};

const PICTURE: &str = "picture.png";

fn meta(page: &Html, name: &str) -> Vec<String> {
    attributes(page, &format!("head > meta[property='{name}'], head > meta[name='{name}']"), "content")
}

#[test]
fn every_page_is_described() {
    let site = Published::koriyama();
    for path in site.pages() {
        let described = meta(&site.page(path), "description");
        assert_eq!(described.len(), 1, "{path}");
        assert!((8..=125).contains(&described[0].chars().count()), "{path}: {described:?}");
        assert!(!described[0].contains(['{', '}']), "{path}: {described:?}");
    }
    let said = |path: &str| meta(&site.page(path), "description").concat();
    assert_eq!(said("plan/index.html"), "「郡山市 実施計画」の取組（全19件）の一覧です。");
    assert_eq!(
        said("years/2026.html"),
        "「郡山市 実施計画」の取組のうち、年度が「2026（令和8）年度」のものの一覧です。"
    );
}

#[test]
fn every_page_with_an_address_says_what_to_show_of_it() {
    let site = Published::koriyama();
    let picture = format!("https://plan.example.jp/{}", site.asset(PICTURE));
    for path in site.pages().filter(|path| *path != "404.html") {
        let page = site.page(path);
        let one = |name: &str| {
            let found = meta(&page, name);
            assert_eq!(found.len(), 1, "{path}: {name}");
            found.concat()
        };
        assert_eq!(vec![one("og:url")], attributes(&page, "link[rel=canonical]", "href"), "{path}");
        assert_eq!(one("og:image"), picture, "{path}");
        assert_eq!(one("og:description"), one("description"), "{path}");
        assert_eq!((one("og:image:width"), one("og:image:height")), ("1200".into(), "630".into()));
        assert_eq!((&*one("og:locale"), &*one("og:site_name")), ("ja_JP", "郡山市 実施計画"));
        assert_eq!(one("twitter:card"), "summary_large_image");
        assert_eq!(one("og:type"), if path == "index.html" { "website" } else { "article" });
        assert!(!one("og:title").is_empty() && one("og:image:alt").contains("郡山市 実施計画"), "{path}");
    }
    assert!(meta(&site.page("404.html"), "og:url").is_empty());
    assert_eq!(meta(&site.page("plan/1-3-1.html"), "og:title")[0].split(' ').next(), Some("1-3-①"));
}

#[test]
fn colours_of_the_browser_follow_the_reader() {
    let page = Published::koriyama().page("index.html");
    assert_eq!(meta(&page, "color-scheme"), ["light dark"]);
    let media = attributes(&page, "meta[name=theme-color]", "media");
    assert_eq!(media, ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]);
}

/// Width and height as a PNG file states them.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_picture_and_the_icon_have_their_sizes() {
    let site = Published::koriyama();
    let picture = &site.0[&site.asset(PICTURE)];
    assert_eq!(size(picture), (1200, 630));
    assert_eq!(size(&site.0[&site.asset("apple-touch-icon.png")]), (180, 180));
    assert!(picture.len() < 100_000);
}

#[test]
fn the_picture_is_always_the_same_and_of_this_plan_alone() {
    let drawn = |title: &str| {
        let site = TestSite::fixture("minimal");
        site.replace("content/site.yaml", "まちづくり計画", title);
        let mut site = Published::of(site.build(&[]));
        let name = site.asset(PICTURE);
        (site.0.remove(&name).unwrap(), name)
    };
    assert!(drawn("まちづくり計画") == drawn("まちづくり計画"));
    let long = "とても長い名前の".repeat(60);
    let titles = ["まちづくり計画", "A Plan & “More” <in> English", "𠮷野町の計画", &long];
    let pictures = titles.map(drawn);
    for (title, (picture, name)) in titles.iter().zip(&pictures) {
        assert_eq!(size(picture), (1200, 630), "{title}");
        let like = pictures.iter().filter(|(other, its_name)| other == picture || its_name == name);
        assert_eq!(like.count(), 1, "{title}");
    }
}

#[test]
fn a_theme_may_draw_another_picture_or_bring_its_own() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "period:", "theme: own\nperiod:");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"><rect width=\"2\" height=\"1\"/></svg>";
    site.write("themes/own/templates/picture.svg", svg);
    let black = Published::of(site.build(&[]));
    let picture = &black.0[&black.asset(PICTURE)];
    assert_eq!(size(picture), (1200, 630));
    assert!(picture.len() < 20_000);
    site.write("themes/own/static/picture.png", "mine");
    std::fs::remove_dir_all(site.path("public")).unwrap();
    assert_eq!(Published::of(site.build(&[])).asset_text(PICTURE), "mine");
}

#[test]
fn a_picture_that_cannot_be_drawn_is_named() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "period:", "theme: own\nperiod:");
    site.write("themes/own/templates/picture.svg", "{{ picture.typo }}");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("templates/picture.svg:1:"), "{}", run.stderr);
    site.write("themes/own/templates/picture.svg", "<svg>");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("assets/picture-"), "{}", run.stderr);
}

#[test]
fn a_text_without_a_word_describes_nothing() {
    let site = TestSite::fixture("minimal");
    site.write("content/pages/map.md", "---\ntitle: 地図\n---\n***\n");
    let site = Published::of(site.build(&[]));
    assert_eq!(
        meta(&site.page("map.html"), "description"),
        ["「まちづくり計画」のサイトのページ「地図」です。"]
    );
}

#[test]
fn a_description_has_no_mark_of_a_list_and_no_gap_between_sentences() {
    let site = Published::koriyama();
    for path in site.pages() {
        let described = meta(&site.page(path), "description").concat();
        let marked = ["。 ", "[1]", "・ "].iter().any(|mark| described.contains(mark));
        assert!(!marked && !described.starts_with('・'), "{path}: {described}");
    }
}
