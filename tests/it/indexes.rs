//! Every list of 郡山市's plan shows exactly the initiatives that belong to it, and says how many: computed here from the
//! truth tables alone.

use std::collections::{BTreeMap, BTreeSet};

use scraper::ElementRef;

use crate::published::{Published, all, bits, inside, links, main_text, only, text};
use crate::truth::{self, Row};

/// What carries what: the terms of a facet by their addresses, each with its initiatives in the order of the plan.
type Facet = BTreeMap<String, Vec<String>>;

#[test]
fn a_departments_page_lists_the_initiatives_it_is_in_charge_of() {
    let plan = Published::koriyama().plan();
    let terms = plan.departments.iter().map(|term| (&*term.slug, &*term.name));
    let expected: Facet = terms.map(|(slug, name)| (slug.to_owned(), in_charge(name))).collect();
    assert_eq!(expected.values().map(Vec::len).sum::<usize>(), 23);
    check_facet("departments", &expected);
}

#[test]
fn a_categorys_page_lists_the_initiatives_that_are_marked_with_it() {
    let plan = Published::koriyama().plan();
    let marked = |name: &str| ids(|row| row.list("less", '、').iter().any(|category| category == name));
    let terms = plan.less.iter().map(|term| (term.slug.clone(), marked(&term.name)));
    let expected: Facet = terms.collect();
    assert_eq!(expected.values().map(Vec::len).sum::<usize>(), 38);
    check_facet("less", &expected);
}

#[test]
fn a_page_of_the_sdgs_lists_the_initiatives_of_a_target_or_a_goal() {
    let mut expected = Facet::new();
    for row in truth::initiatives() {
        let targets = row.list("sdgs", '/');
        let goals = targets.iter().map(|target| target.split('.').next().unwrap().to_owned());
        for term in targets.iter().cloned().chain(goals).collect::<BTreeSet<_>>() {
            expected.entry(term).or_default().push(row["id"].to_owned());
        }
    }
    let terms: Vec<_> = expected.keys().map(String::as_str).collect();
    assert_eq!(terms, ["17", "17.14", "17.17", "5", "5.5", "6", "6.1", "6.6"]);
    check_facet("sdgs", &expected);
}

#[test]
fn a_years_page_lists_the_initiatives_that_do_something_in_it() {
    let bars = truth::schedule();
    let busy =
        |year: u32| ids(|row| bars.iter().any(|bar| bar["id"] == row["id"] && bar.years().contains(&year)));
    let expected: Facet = (2026..=2029).map(|year| (year.to_string(), busy(year))).collect();
    check_facet("years", &expected);
}

#[test]
fn a_years_page_says_what_is_done_in_it_and_nothing_else() {
    for year in 2026..=2029 {
        let page = Published::koriyama().page(&format!("years/{year}.html"));
        let shown = bits(only(&page, "main"));
        let (now, later): (Vec<_>, Vec<_>) =
            truth::schedule().into_iter().partition(|bar| bar.years().contains(&year));
        for bar in &now {
            for word in ["action", "text", "program"] {
                let is_there = shown.iter().any(|bit| bit.starts_with(&bar[word]));
                assert!(is_there, "{year}: {}", bar.line(&["id", "action", "text"]));
            }
        }
        for bar in later.iter().filter(|bar| now.iter().all(|other| other["text"] != bar["text"])) {
            assert!(!shown.contains(&bar["text"].to_owned()), "{year}: {}", &bar["text"]);
        }
    }
    // What the check above can find is not nothing: four bars belong to one of the years alone.
    let page = |year| main_text(&Published::koriyama().page(&format!("years/{year}.html")));
    assert!(page(2028).contains("次期システム検討") && !page(2029).contains("次期システム検討"));
}

#[test]
fn a_years_page_divides_what_is_done_by_how_it_lies_in_time() {
    let schedule = truth::schedule();
    for year in 2026..=2029 {
        let path = format!("years/{year}.html");
        let page = Published::koriyama().page(&path);
        for (phase, word) in PHASES {
            let bars = schedule.iter().filter(|bar| phase_in(bar, year) == Some(phase));
            let bars: Vec<_> = bars.collect();
            let expected = ids(|row| bars.iter().any(|bar| bar["id"] == row["id"]));
            let summary = all(&page, "main .phases li").into_iter().map(text).find(|it| it.starts_with(word));
            assert_eq!(summary, Some(format!("{word} {}件", expected.len())), "{path}");
            let entries = all(&page, &format!("main section:has(> #{phase}) > ul > li"));
            assert_eq!(entries.len(), expected.len(), "{path} {phase}");
            for (entry, id) in entries.into_iter().zip(&expected) {
                let link = inside(entry, "h3 a")[0].attr("href").unwrap();
                assert_eq!(link, format!("../plan/{id}.html"), "{path} {phase}");
                let own = bars.iter().filter(|bar| bar["id"] == **id);
                let own: Vec<_> =
                    own.map(|bar| format!("{}{}", &bar["text"], in_words(bar, phase))).collect();
                let shown: Vec<_> = inside(entry, ".work dd").into_iter().map(text).collect();
                assert_eq!(shown, own, "{path} {phase} {id}");
            }
        }
    }
}

/// The ids of what a year's page is divided into, and what they are called.
const PHASES: [(&str, &str); 4] = [
    ("begins", "この年度から行う"),
    ("only", "この年度だけ行う"),
    ("ends", "この年度まで行う"),
    ("continues", "前の年度から続けて行う"),
];

/// How a bar lies around a year.
fn phase_in(bar: &Row, year: u32) -> Option<&'static str> {
    let years = bar.years();
    years.contains(&year).then_some(match (*years.start() == year, *years.end() == year) {
        (true, true) => "only",
        (true, false) => "begins",
        (false, true) => "ends",
        (false, false) => "continues",
    })
}

/// What a phase does not say of the years of a bar, as a page says it.
fn in_words(bar: &Row, phase: &str) -> String {
    let year = |year: u32| format!("{year}（令和{}）年度", year - 2018);
    let (start, end) = (*bar.years().start(), *bar.years().end());
    match phase {
        "begins" => format!(" {}まで", year(end)),
        "only" => String::new(),
        "ends" => format!(" {}から", year(start)),
        _ => format!(" {}から{}まで", year(start), year(end)),
    }
}

#[test]
fn a_year_leads_to_its_neighbours_and_says_its_days() {
    let page = |year: u32| Published::koriyama().page(&format!("years/{year}.html"));
    let around = |year: u32| {
        let links = links(&page(year), "main nav.year-links").into_iter();
        links.map(|link| link.href).collect::<Vec<_>>()
    };
    assert_eq!(around(2026), ["../years/2027.html"]);
    assert_eq!(around(2028), ["../years/2027.html", "../years/2029.html"]);
    let (first, second) = (main_text(&page(2026)), main_text(&page(2027)));
    assert!(first.contains("2026年4月1日から2027年3月31日まで"), "{first}");
    let caution = "計画より前から行っているもの";
    assert!(first.contains(caution) && !second.contains(caution));
    assert!(main_text(&page(2029)).contains("計画の最後の年度"));
}

#[test]
fn the_list_of_all_initiatives_has_all_nineteen() {
    check_list("plan/index.html", &ids(|_| true));
    assert_eq!(ids(|_| true).len(), 19);
}

#[test]
fn a_sections_page_lists_what_is_in_it() {
    let sections = Published::koriyama().plan().sections;
    for section in &sections {
        let within = ids(|row| row["id"].starts_with(&format!("{}-", section.id)));
        check_list(&format!("plan/{}.html", section.id), &within);
    }
    assert_eq!(sections.len(), 5);
}

#[test]
fn the_home_page_leads_to_everything() {
    let site = Published::koriyama();
    assert_eq!(site.listed("index.html"), ids(|_| true));
    let page = site.page("index.html");
    let leads: BTreeSet<_> =
        links(&page, "main").iter().filter_map(|link| site.follow("index.html", &link.href)).collect();
    let sections = site.plan().sections.into_iter().map(|section| format!("plan/{}.html", section.id));
    let facets = ["departments", "less", "sdgs", "years"].map(|facet| format!("{facet}/index.html"));
    for file in sections.chain(facets).chain(["plan/index.html".to_owned()]) {
        assert!(leads.iter().any(|target| target.file == file), "{file}");
    }
}

#[test]
fn departments_stand_in_the_order_of_their_readings() {
    let order = [
        "介護保険課",
        "行政マネジメント課",
        "契約検査課",
        "健康長寿課",
        "市民課",
        "市民税課",
        "生涯学習課",
        "上下水道局総務課",
        "職員厚生課",
        "人事課",
        "ダイバーシティ推進課",
        "中央公民館",
        "DX戦略課",
        "未来創造課",
    ];
    let page = Published::koriyama().page("departments/index.html");
    let names: Vec<_> = links(&page, "main .terms").into_iter().map(|link| link.text).collect();
    assert_eq!(names, order);
    let rows: Vec<_> = all(&page, "main h2").into_iter().map(text).collect();
    assert_eq!(rows, ["か行", "さ行", "た行", "ま行"]);
    let ways: Vec<_> = links(&page, "main nav.rows").into_iter().map(|link| link.href).collect();
    assert_eq!(ways, ["#row-1", "#row-2", "#row-3", "#row-4"]);
}

#[test]
fn a_page_of_the_sdgs_has_the_colour_of_its_goal() {
    let site = Published::koriyama();
    let classes = |path: &str, selector: &str| {
        all(&site.page(path), selector)
            .into_iter()
            .map(|it| it.attr("class").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(classes("sdgs/17.html", "h1"), ["goal goal--17"]);
    assert_eq!(
        classes("sdgs/17.html", "main .inline a[href='../sdgs/17.14.html']"),
        ["chip chip--goal goal--17"; 2]
    );
    let facts = "main .goals > li > a";
    assert_eq!(classes("plan/1-1-3.html", facts), ["goal goal--5", "goal goal--17"]);
    let style = site.asset_text("style.css");
    for goal in 1..=17 {
        assert!(style.contains(&format!(".goal--{goal} {{ --goal: #")), "{goal}");
    }
}

#[test]
fn categories_are_explained_where_they_are_named() {
    let site = Published::koriyama();
    for path in ["plan/index.html", "plan/1-3.html", "departments/citizens.html"] {
        let legend = text(only(&site.page(path), "main details"));
        assert!(legend.starts_with("5レスの説明"), "{path}: {legend}");
        assert!(legend.contains("ペーパーレス紙を使わずに"), "{path}: {legend}");
    }
}

#[test]
fn a_list_stands_under_the_headings_of_its_sections() {
    let path = "departments/administrative-management.html";
    let site = Published::koriyama();
    let page = site.page(path);
    let headings = all(&page, "main :is(h2, h3, h4, h5) a").into_iter().map(|link| {
        let target = site.follow(path, link.attr("href").unwrap()).unwrap().file;
        target.trim_start_matches("plan/").trim_end_matches(".html").to_owned()
    });
    let expected =
        ["1-1", "1-1-1", "1-1-3", "1-2", "1-2-1", "1-2-2", "1-2-3", "1-3", "1-3-4"].map(str::to_owned);
    assert_eq!(headings.collect::<Vec<_>>(), expected);
}

/// The ids of the initiatives that something holds for, in the order of the plan.
fn ids(holds: impl Fn(&Row) -> bool) -> Vec<String> {
    truth::initiatives().iter().filter(|row| holds(row)).map(|row| row["id"].to_owned()).collect()
}

/// The initiatives that a department is in charge of, as a whole or in a part.
pub fn in_charge(department: &str) -> Vec<String> {
    let of_parts = truth::programs();
    let names = |row: &Row| row.list("departments", '、').iter().any(|name| name == department);
    ids(|row| names(row) || of_parts.iter().any(|part| part["id"] == row["id"] && names(part)))
}

/// A facet has a page for each of its terms and one for all of them, and no other.
fn check_facet(folder: &str, expected: &Facet) {
    let site = Published::koriyama();
    let pages = site.pages().filter(|path| path.starts_with(&format!("{folder}/")));
    let terms = expected.keys().map(String::as_str).chain(["index"]);
    let terms = terms.map(|term| format!("{folder}/{term}.html")).collect::<BTreeSet<_>>();
    assert_eq!(pages.map(str::to_owned).collect::<BTreeSet<_>>(), terms);
    let index = site.page(&format!("{folder}/index.html"));
    for (term, initiatives) in expected {
        let file = format!("{folder}/{term}.html");
        if folder == "years" {
            check_set(&file, initiatives);
        } else {
            check_list(&file, initiatives);
        }
        let link = only(&index, &format!("main a[href$='/{term}.html']"));
        assert_eq!(text(link), text(only(&site.page(&file), "h1")));
        let entry = link.ancestors().filter_map(ElementRef::wrap).find(|it| it.value().name() == "li");
        let entry = text(entry.unwrap());
        assert!(says(&entry, initiatives.len()), "{file}: {entry}");
    }
}

/// A page lists initiatives and no others, some more than once, and says how many there are.
fn check_set(path: &str, initiatives: &[String]) {
    let listed: BTreeSet<_> = Published::koriyama().listed(path).into_iter().collect();
    assert_eq!(listed, initiatives.iter().cloned().collect(), "{path}");
    let text = main_text(&Published::koriyama().page(path));
    assert!(says(&text, initiatives.len()), "{path}: {} in {text}", initiatives.len());
}

/// A page lists initiatives, each once and in the order of the plan, under their sections, and says how many there are.
fn check_list(path: &str, initiatives: &[String]) {
    assert_eq!(Published::koriyama().listed(path), initiatives, "{path}");
    let page = Published::koriyama().page(path);
    let text = main_text(&page);
    assert!(says(&text, initiatives.len()), "{path}: {} in {text}", initiatives.len());
    for id in initiatives {
        let row = &ids_and_rows()[id];
        for name in row.list("departments", '、').iter().chain(&row.list("less", '、')) {
            assert!(links(&page, "main").iter().any(|link| link.text == *name), "{path}: {name}");
        }
        assert!(text.contains(&row["title"]), "{path}: {id}");
    }
}

fn ids_and_rows() -> BTreeMap<String, Row> {
    truth::initiatives().into_iter().map(|row| (row["id"].to_owned(), row)).collect()
}

/// Whether a text gives a number of things: 7件, and not 17件.
fn says(text: &str, number: usize) -> bool {
    let said = format!("{number}件");
    text.match_indices(&said).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn a_number_is_said_as_a_whole() {
    assert!(says("取組は7件あります", 7) && says("7件", 7));
    assert!(!says("17件", 7) && !says("7個", 7));
}
