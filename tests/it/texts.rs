//! Markdown on pages: bold beside Japanese brackets, lines that join without a space, tables, footnotes, links within the
//! site, and files that are copied as they are.

use crate::pages::check_whole;
use crate::published::{Published, all, inside, main_text, only, text};
use crate::site::{TestSite, attributes, texts};

fn village() -> Published {
    Published::of(TestSite::fixture("three-years").build(&[]))
}

/// The village's site with another text for its buses.
fn with_overview(overview: &str) -> Published {
    let site = TestSite::fixture("three-years");
    let file = "content/plan/1-living/1-bus.md";
    let front = site.read(file).rsplit_once("---\n").unwrap().0.to_owned();
    Published::of(site.write(file, format!("{front}---\n{overview}\n")).build(&[]))
}

#[test]
fn bold_beside_brackets_is_bold() {
    let page = village().page("plan/1-1.html");
    assert_eq!(texts(&page, "main strong"), ["「重要」"]);
    assert!(main_text(&page).contains("これは「重要」です。"));
    assert!(!main_text(&page).contains('*'));
}

#[test]
fn lines_of_japanese_join_without_a_space() {
    let page = village().page("plan/1-1.html");
    let paragraphs: Vec<_> =
        all(&page, "main p").into_iter().map(|it| it.text().collect::<String>()).collect();
    let expected = "山あいの集落と役場を結ぶ村営バスを、これからも走らせる。これは「重要」です。";
    assert!(paragraphs.iter().any(|it| it == expected), "{paragraphs:?}");
    assert!(paragraphs.iter().any(|it| it.contains("関わりのある事業は図書室の開放。")), "{paragraphs:?}");
    let page = with_overview("バスは\nAIで走る。").page("plan/1-1.html");
    assert!(main_text(&page).contains("バスは AIで走る。"));
}

#[test]
fn a_table_is_a_table_that_can_be_scrolled() {
    let page = village().page("plan/1-2.html");
    let table = all(&page, "main table").into_iter().find(|it| text(*it).contains("曜日")).unwrap();
    let heads: Vec<_> = inside(table, "thead th").into_iter().map(text).collect();
    assert_eq!(heads, ["曜日", "時間"]);
    assert!(inside(table, "thead th").iter().all(|head| head.attr("scope") == Some("col")));
    let cells: Vec<_> = inside(table, "tbody td").into_iter().map(text).collect();
    assert_eq!(cells, ["土曜日", "9時から", "夏休み", "毎日 10時から"]);
    assert_eq!(inside(table, "tbody br").len(), 1);
    let region = only(&page, "main [role=region]:has(thead):not(:has(#p1-a1))");
    assert_eq!(region.attr("tabindex"), Some("0"));
    assert!(region.attr("aria-label").unwrap().contains('表'));
}

#[test]
fn a_footnote_leads_to_its_note() {
    let page = village().page("plan/1-2.html");
    let reference = only(&page, "main sup a");
    let id = reference.attr("href").unwrap().trim_start_matches('#');
    let note = only(&page, &format!("main [id='{id}']"));
    assert!(text(note).contains("授業のある時間は除く。"));
}

#[test]
fn footnotes_of_two_texts_on_a_page_do_not_meet() {
    let site = TestSite::fixture("three-years");
    let file = "content/plan/1-living/1-bus.md";
    site.replace(file, "通院ができる。", "通院ができる[^1]。\n\n  [^1]: 目指す姿の注");
    site.replace(file, "走らせる。", "走らせる[^1]。");
    site.write(file, format!("{}\n\n[^1]: 概要の注\n", site.read(file)));
    let site = Published::of(site.build(&[]));
    check_whole(&site);
    let page = site.page("plan/1-1.html");
    let notes = all(&page, "main sup a[href]").into_iter().map(|reference| {
        let id = reference.attr("href").unwrap().trim_start_matches('#').to_owned();
        text(only(&page, &format!("[id='{id}']")))
    });
    let notes: Vec<_> = notes.collect();
    assert!(notes[0].contains("概要の注") && notes[1].contains("目指す姿の注"), "{notes:?}");
}

/// The ids of actions, targets and the main part are the page's own.
#[test]
fn the_name_of_a_footnote_does_not_meet_an_id_of_the_page() {
    let site = TestSite::fixture("english");
    let file = "content/plan/1-town/2-park.md";
    let notes =
        "Shade[^a1] in[^t1] summer[^schedule].\n\n      [^a1]: A\n      [^t1]: B\n      [^schedule]: C";
    site.replace(file, "Shade in summer.", notes);
    check_whole(&Published::of(site.build(&[])));
}

#[test]
fn the_name_of_a_footnote_does_not_meet_an_id_of_the_frame() {
    let site = TestSite::fixture("english");
    site.replace("content/pages/about.md", "An example.", "An example[^main].\n\n[^main]: Of a site.");
    check_whole(&Published::of(site.build(&[])));
}

#[test]
fn headings_of_an_overview_stand_below_its_own() {
    let site = with_overview("## 路線\n\n役場前から。\n\n### 停留所\n\n四つ。");
    check_whole(&site);
    let page = site.page("plan/1-1.html");
    assert_eq!(text(only(&page, "main h3")), "路線");
    assert_eq!(text(only(&page, "main h4")), "停留所");
}

#[test]
fn headings_of_a_parts_overview_stand_below_its_own() {
    let site = TestSite::fixture("english");
    site.replace("content/plan/1-town/2-park.md", "Shade in summer.", "## Where\n\n      Shade in summer.");
    let site = Published::of(site.build(&[]));
    check_whole(&site);
    let page = site.page("plan/1-2.html");
    let level = |words: &str| {
        let headings = all(&page, "main :is(h2, h3, h4, h5, h6)");
        let heading = headings.into_iter().find(|heading| text(*heading) == words).unwrap();
        heading.value().name().to_owned()
    };
    assert_eq!((level("Trees"), level("Overview"), level("Where")), ("h2".into(), "h3".into(), "h4".into()));
}

#[test]
fn headings_of_an_introduction_leave_out_no_level() {
    for file in ["content/plan/_index.md", "content/plan/1-living/_index.md"] {
        let site = TestSite::fixture("three-years");
        site.write(file, format!("{}\n## この計画について\n\n村の計画です。\n", site.read(file)));
        check_whole(&Published::of(site.build(&[])));
    }
}

#[test]
fn a_link_within_the_site_leads_there_from_every_page() {
    let site = village();
    let links = |path: &str| attributes(&site.page(path), "main p a", "href");
    assert_eq!(links("plan/1-1.html"), ["../files/stops.csv", "../plan/1-2.html"]);
    let site = TestSite::fixture("three-years");
    site.replace("content/plan/_index.md", "村の総合計画", "村の[総合計画](/plan/1-2.html)");
    let page = Published::of(site.build(&[])).page("index.html");
    assert_eq!(all(&page, "main a[href='plan/1-2.html']").len(), 2, "once in the text, once in the outline");
}

#[test]
fn a_file_of_the_editors_is_copied_as_it_is() {
    let site = TestSite::fixture("three-years");
    let bytes = [0xFF, 0x00, 0x0D, 0x0A];
    site.write("content/static/files/map.bin", bytes);
    let site = Published::of(site.build(&[]));
    assert_eq!(site.text("files/stops.csv"), "停留所,時刻\n役場前,8:00\n");
    assert_eq!(site.0["files/map.bin"], bytes);
}
