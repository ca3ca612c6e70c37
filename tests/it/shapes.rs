//! Plans of other shapes than 郡山市's are published without a line of code changed: other years, other levels, other words,
//! another language, more initiatives than a page can hold.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use scraper::Html;

use crate::pages::check_whole;
use crate::published::{Published, all, inside, links, main_text, only, text};
use crate::site::{TestSite, attributes, texts};

/// A village's plan of three years and two levels, without categories, without SDGs, without ordinary pages.
static VILLAGE: LazyLock<Published> =
    LazyLock::new(|| Published::of(TestSite::fixture("three-years").build(&[])));

/// A plan in English that has whatever a plan can have.
static TOWN: LazyLock<Published> = LazyLock::new(|| Published::of(TestSite::fixture("english").build(&[])));

#[test]
fn sites_of_any_shape_are_whole() {
    check_whole(&VILLAGE);
    check_whole(&TOWN);
    check_whole(&Published::of(TestSite::fixture("one-level").build(&[])));
}

#[test]
fn a_plan_has_the_pages_of_what_it_has_and_no_others() {
    let pages: BTreeSet<_> = VILLAGE.pages().collect();
    let expected = [
        "404.html",
        "data/index.html",
        "departments/education.html",
        "departments/general-affairs.html",
        "departments/index.html",
        "departments/industry.html",
        "index.html",
        "plan/1-1.html",
        "plan/1-2.html",
        "plan/1.html",
        "plan/2-1.html",
        "plan/2.html",
        "plan/index.html",
        "print.html",
        "print/education.html",
        "print/general-affairs.html",
        "print/industry.html",
        "search.html",
        "targets.html",
        "years/2025.html",
        "years/2026.html",
        "years/2027.html",
        "years/index.html",
    ];
    assert_eq!(pages, BTreeSet::from(expected));
    let plan: serde_json::Value = serde_json::from_str(VILLAGE.text("data/plan.json")).unwrap();
    assert_eq!((&plan["less"], &plan["sdgs"]), (&serde_json::json!([]), &serde_json::json!([])));
}

#[test]
fn what_a_plan_does_not_have_is_never_spoken_of() {
    for (path, bytes) in &VILLAGE.0 {
        let text = String::from_utf8_lossy(bytes);
        for word in ["5レス", "カウンターレス", "郡山", "こおりやま", "koriyama"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    for path in VILLAGE.pages() {
        for word in ["SDGs", "区分"] {
            assert!(!VILLAGE.text(path).contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn the_menu_leads_to_what_a_plan_has() {
    let menu = |page: Html| texts(&page, "header nav a");
    assert_eq!(menu(VILLAGE.page("plan/1-1.html")), ["すべての取組", "担当", "年度", "めざす値"]);
    let page = TOWN.page("plan/1-1.html");
    assert_eq!(
        menu(page),
        [
            "All initiatives",
            "Departments in charge",
            "Categories",
            "SDGs",
            "Fiscal years",
            "Targets",
            "Compare"
        ]
    );
}

#[test]
fn numbers_are_plain_and_levels_have_the_plans_names() {
    let page = VILLAGE.page("plan/1-1.html");
    assert_eq!(text(only(&page, "h1")), "1-1 村営バスの運行");
    assert!(main_text(&page).contains("事業"));
    assert!(main_text(&VILLAGE.page("plan/1.html")).contains("施策"));
    for path in VILLAGE.pages() {
        assert!(!VILLAGE.text(path).contains(['①', '②']), "{path}");
        assert!(!VILLAGE.text(path).contains("実施計画"), "{path}");
    }
    let plan = VILLAGE.plan();
    let sections: Vec<_> = plan.sections.iter().map(|section| (&*section.id, &*section.level)).collect();
    assert_eq!(sections, [("1", "施策"), ("2", "施策")]);
}

#[test]
fn the_plans_own_words_stand_in_the_place_of_the_themes() {
    let page = VILLAGE.page("plan/1-1.html");
    let headings = texts(&page, "main h2");
    assert!(headings.contains(&"年ごとの予定".to_owned()) && headings.contains(&"めざす値".to_owned()));
    assert!(main_text(&page).contains("計画の前の値") && main_text(&page).contains("担当"));
    for path in VILLAGE.pages() {
        for word in ["行動計画", "目標値", "現況値", "所管課"] {
            // The words for a missing value are the theme's and no labels.
            let page = VILLAGE.text(path).replace("現況値なし", "").replace("数値目標なし", "");
            assert!(!page.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn the_schedule_has_a_column_for_each_of_three_years() {
    let page = VILLAGE.page("plan/1-1.html");
    let schedule = only(&page, "table:has(#p1-a1)");
    let years: Vec<_> = inside(schedule, "thead a").into_iter().map(text).collect();
    assert_eq!(years, ["2025（令和7）年度", "2026（令和8）年度", "2027（令和9）年度"]);
    let spans = |anchor: &str| {
        let cells = all(&page, &format!("tr:has(#{anchor}) td"));
        cells.into_iter().map(|cell| cell.attr("colspan").unwrap_or("1").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(spans("p1-a1"), ["1", "2"]);
    assert_eq!(spans("p1-a2"), ["1", "1", "1"]);
}

#[test]
fn results_stand_in_the_row_of_their_target_and_the_column_of_their_year() {
    let page = VILLAGE.page("plan/1-1.html");
    let head = texts(&page, "table:has(#p1-t1) thead th");
    let column =
        |year: &str| head.iter().position(|cell| cell.contains("実績値") && cell.contains(year)).unwrap();
    let cell = |row: &str, column: usize| text(all(&page, &format!("#{row} > tr:first-child > *"))[column]);
    assert!(cell("p1-t1", column("2025")).contains("10,300人"));
    assert!(!cell("p1-t1", column("2026")).contains("人"));
    assert!(cell("p1-t2", column("2025")).contains("98.0%"));
    assert!(cell("p1-t2", column("2026")).contains("98.7%"));
    assert!(!head.iter().any(|cell| cell.contains("2027")), "{head:?}");
    let before = head.iter().position(|cell| cell == "計画の前の値").unwrap();
    assert!(cell("p1-t1", before).contains("2023（令和5）年度"));
    assert!(cell("p1-t2", before).contains("2022（令和4）年度"));
    let plan = VILLAGE.plan();
    let of_bus = &plan.initiatives[0].programs[0].targets;
    let results: Vec<_> = of_bus[1].results.iter().map(|it| (it.year, it.digits())).collect();
    assert_eq!(results, [(Some(2025), "98.0"), (Some(2026), "98.7")]);
    assert_eq!((of_bus[0].results.len(), of_bus[0].results[0].digits()), (1, "10300"));
}

#[test]
fn a_site_in_english_has_no_word_of_japanese() {
    let is_japanese =
        |c: &char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}');
    for path in TOWN.pages().chain(["data/plan.json"]) {
        let found: String = TOWN.text(path).chars().filter(is_japanese).collect();
        assert_eq!(found, "", "{path}");
    }
    assert!(TOWN.pages().count() > 20);
    for path in TOWN.pages() {
        assert_eq!(only(&TOWN.page(path), "html").attr("lang"), Some("en"), "{path}");
    }
}

#[test]
fn a_site_in_english_says_what_it_has_in_english() {
    let page = main_text(&TOWN.page("plan/1-1.html"));
    for words in ["Departments in charge", "Overview", "Vision", "Schedule", "Targets", "Baseline", "Notes"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("end of FY2029") && page.contains("FY2024") && page.contains("Results FY2026"));
    assert!(main_text(&TOWN.page("sdgs/3.html")).contains("3 Good health"));
    assert!(main_text(&TOWN.page("departments/parks.html")).contains("There is 1 initiative."));
    assert!(main_text(&TOWN.page("departments/museum.html")).contains("There are no initiatives."));
    assert!(main_text(&TOWN.page("plan/index.html")).contains("There are 2 initiatives."));
    let run = TestSite::fixture("english").run(&["build"]);
    let summary =
        format!("{} pages, {} files written, 0 unchanged, 0 removed, ", TOWN.pages().count(), TOWN.0.len());
    assert!(run.stdout.starts_with(&summary), "{}", run.stdout);
}

#[test]
fn a_plan_of_one_level_has_its_initiatives_right_below_its_home_page() {
    let site = Published::of(TestSite::fixture("one-level").build(&[]));
    let pages: Vec<_> = site.pages().filter(|path| path.starts_with("plan/")).collect();
    assert_eq!(pages, ["plan/1.html", "plan/2.html", "plan/index.html"]);
    for list in ["index.html", "plan/index.html"] {
        assert_eq!(site.listed(list), ["1", "2"], "{list}");
    }
    assert_eq!(site.listed("years/2027.html"), ["2"]);
    let page = site.page("plan/2.html");
    assert_eq!(text(only(&page, "h1")), "2 Batteries");
    let crumbs: Vec<_> = all(&page, "nav ol:has([aria-current=page]) a").into_iter().map(text).collect();
    assert_eq!(crumbs, ["Home"]);
    assert!(site.plan().sections.is_empty());
}

#[test]
fn a_city_may_say_its_years_by_the_era_first() {
    let site = TestSite::fixture("three-years");
    site.replace("content/site.yaml", "levels:", "year_style: wareki-first\nlevels:");
    let site = Published::of(site.build(&[]));
    check_whole(&site);
    assert_eq!(text(only(&site.page("years/2025.html"), "h1")), "令和7（2025）年度");
    let foot = text(only(&site.page("index.html"), "footer"));
    assert!(foot.contains("令和7（2025）年度から令和9（2027）年度まで"), "{foot}");
    assert!(site.pages().all(|path| !site.text(path).contains("2025（令和7）")));
}

#[test]
fn a_style_of_years_by_another_name_is_understood() {
    let site = TestSite::fixture("three-years");
    site.replace("content/site.yaml", "levels:", "year_style: 和暦\nlevels:");
    let report = site.run(&["check"]).stdout;
    assert!(report.contains("「wareki-first」ではありませんか"), "{report}");
}

#[test]
fn what_nothing_carries_stands_by_itself() {
    let page = TOWN.page("departments/index.html");
    let unused: Vec<_> = all(&page, "main h2 ~ ul a").into_iter().map(text).collect();
    assert_eq!(unused, ["Town Museum"]);
    assert!(main_text(&page).contains("This plan has no initiative for any of these."));
}

/// A village that does a great deal: `number` initiatives in a section of their own, besides the three it has.
pub fn busy_village(number: usize) -> Published {
    let site = TestSite::fixture("three-years");
    site.write("content/plan/3-much/_index.md", "---\ntitle: たくさん\nnumber: 3\n---\n");
    for number in 1..=number {
        site.write(
            &format!("content/plan/3-much/{number}.md"),
            format!(
                "---\ntitle: 事業その{number}\nnumber: {number}\ndepartments: [教育係]\n\
                 actions:\n  - name: する\n    schedule:\n      - 2026: する\n---\n"
            ),
        );
    }
    Published::of(site.build(&[]))
}

#[test]
fn a_long_list_goes_over_several_pages() {
    let site = busy_village(205);
    check_whole(&site);
    // The section has 205; the department one more; the year and the plan what the other sections add.
    check_long_list(&site, "plan/3", 205, 3);
    check_long_list(&site, "departments/education", 206, 3);
    check_long_list(&site, "plan/index", 208, 3);
    // One of the others stands in two phases of the year.
    let calendar = check_pages(&site, "years/2026", 207, 3);
    assert_eq!(calendar.len(), 208);
    assert_eq!(calendar.into_iter().collect::<BTreeSet<_>>().len(), 207);
}

#[test]
fn a_hundred_stand_on_one_page_and_one_more_on_a_second() {
    let hundred = busy_village(100);
    assert!(!hundred.has("plan/3_2.html"));
    assert_eq!(hundred.listed("plan/3.html").len(), 100);
    assert!(all(&hundred.page("plan/3.html"), "main a[rel=next]").is_empty());
    let more = busy_village(101);
    assert_eq!(more.listed("plan/3.html").len(), 100);
    assert_eq!(more.listed("plan/3_2.html"), ["3-101"]);
    assert!(!more.has("plan/3_3.html"));
}

/// A list goes over so many pages: each initiative once and in order.
fn check_long_list(site: &Published, stem: &str, initiatives: usize, pages: usize) {
    let listed = check_pages(site, stem, initiatives, pages);
    let all: Vec<_> = site.plan().initiatives.into_iter().map(|initiative| initiative.id).collect();
    let in_order: Vec<_> = all.into_iter().filter(|id| listed.contains(id)).collect();
    assert_eq!(listed, in_order);
    assert_eq!(listed.len(), initiatives, "{stem}");
}

/// The pages of a list have a way to and fro and titles of their own; tells the initiatives that they link to.
fn check_pages(site: &Published, stem: &str, initiatives: usize, pages: usize) -> Vec<String> {
    let name = |number: usize| match number {
        1 => format!("{stem}.html"),
        _ => format!("{stem}_{number}.html"),
    };
    assert!(site.has(&name(pages)) && !site.has(&name(pages + 1)), "{stem}");
    let mut listed = Vec::new();
    for number in 1..=pages {
        let path = name(number);
        let page = site.page(&path);
        let own = site.listed(&path);
        assert!(own.len() <= 100 && !own.is_empty(), "{path}");
        listed.extend(own);
        assert!(main_text(&page).contains(&format!("{initiatives}件")), "{path}");
        check_pager(&page, &name, number, pages);
        let canonical = only(&page, "link[rel=canonical]").attr("href").unwrap();
        assert!(canonical.ends_with(path.trim_end_matches("index.html")), "{path}: {canonical}");
        assert_eq!(site.text("sitemap.xml").matches(&format!("<loc>{canonical}</loc>")).count(), 1, "{path}");
    }
    let titles: BTreeSet<_> =
        (1..=pages).map(|number| text(only(&site.page(&name(number)), "title"))).collect();
    assert_eq!(titles.len(), pages, "{titles:?}");
    listed
}

/// The pages of a list lead to the one before, the one behind and to every other.
fn check_pager(page: &Html, name: &dyn Fn(usize) -> String, current: usize, pages: usize) {
    let file = |number: usize| name(number).rsplit('/').next().unwrap().to_owned();
    let neighbour = |rel: &str| {
        let found = attributes(page, &format!("main a[rel={rel}]"), "href");
        found.first().map(|href| href.rsplit('/').next().unwrap().to_owned())
    };
    assert_eq!(neighbour("prev"), (current > 1).then(|| file(current - 1)));
    assert_eq!(neighbour("next"), (current < pages).then(|| file(current + 1)));
    let leads: BTreeSet<_> = links(page, "main nav.pager")
        .into_iter()
        .map(|it| it.href.rsplit('/').next().unwrap().to_owned())
        .collect();
    let others: BTreeSet<_> = (1..=pages).filter(|number| *number != current).map(file).collect();
    assert_eq!(leads, others);
    assert!(text(only(page, "main nav [aria-current=page]")).contains(&current.to_string()));
}

#[test]
fn a_plan_of_more_than_a_hundred_is_still_found_from_the_home_page() {
    let site = busy_village(101);
    let leads: Vec<_> = links(&site.page("index.html"), "main").into_iter().map(|link| link.href).collect();
    for href in ["plan/1.html", "plan/2.html", "plan/3.html", "plan/index.html", "years/2026.html"] {
        assert!(leads.contains(&href.to_owned()), "{href}: {leads:?}");
    }
    assert!(main_text(&site.page("index.html")).contains("104"));
}
