//! Cross tables: every cell counts what it leads to, every list holds what row and column have in common, and a plan has the tables
//! that it can fill.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use scraper::{ElementRef, Html};

use crate::indexes::in_charge;
use crate::pages::check_whole;
use crate::published::{Published, all, inside, main_text, only, text};
use crate::site::{TestSite, texts};
use crate::truth;

/// A town with 115 projects more, each done by the Roads Office and an office of its own, and each without paper.
static BUSY: LazyLock<Published> = LazyLock::new(|| {
    let site = TestSite::fixture("english");
    let mut departments = site.read("content/registers/departments.yaml");
    for number in 1..=115 {
        departments
            .push_str("- {slug: d000, name: Office 000}\n".replace("000", &format!("{number:03}")).as_str());
        let project = format!(
            "---\ntitle: Project {number}\nnumber: {}\ndepartments: [Roads Office, Office {number:03}]\n\
             less: [Paperless]\n---\n",
            number + 2
        );
        site.write(&format!("content/plan/1-town/p{number}.md"), project);
    }
    Published::of(site.write("content/registers/departments.yaml", departments).build(&[]))
});

/// The one initiative of the town that has categories and goals.
const PATHS: &str = "content/plan/1-town/1-paths.md";

/// A row of a table as a reader has it: its head, then for each column what is shown and where it leads.
struct Row {
    head: String,
    cells: Vec<(String, Option<String>)>,
}

#[test]
fn every_cell_counts_what_row_and_column_have_in_common() {
    let plan = Published::koriyama().plan();
    let departments = || plan.departments.iter().map(|term| (term.name.clone(), in_charge(&term.name)));
    let sections = || {
        let lowest = plan.sections.iter().filter(|section| section.id.len() == 3);
        lowest.map(|section| {
            let within = ids(|row| row["id"].starts_with(&format!("{}-", section.id)));
            (format!("{} {}", section.id, section.title), within)
        })
    };
    let categories = || {
        let marked = |name: &str| ids(|row| row.list("less", '、').iter().any(|it| it == name));
        plan.less.iter().map(move |term| (term.name.clone(), marked(&term.name)))
    };
    let goals = || {
        let names = [
            "5 ジェンダー平等を実現しよう",
            "6 安全な水とトイレを世界中に",
            "17 パートナーシップで目標を達成しよう",
        ];
        names.into_iter().map(|name| {
            let target = format!("{}.", name.split(' ').next().unwrap());
            (name.to_owned(), ids(|row| row.list("sdgs", '/').iter().any(|it| it.starts_with(&target))))
        })
    };
    check_table("departments-less", departments().collect(), &categories().collect::<Vec<_>>());
    check_table("departments-sdgs", departments().collect(), &goals().collect::<Vec<_>>());
    check_table("sections-less", sections().collect(), &categories().collect::<Vec<_>>());
}

/// A table of 郡山市's plan is what its terms, each with its initiatives, make of it.
fn check_table(name: &str, rows: Vec<(String, Vec<String>)>, columns: &[(String, Vec<String>)]) {
    let site = Published::koriyama();
    let path = format!("compare/{name}.html");
    let page = site.page(&path);
    let both = |a: &[String], b: &[String]| -> Vec<String> {
        a.iter().filter(|id| b.contains(id)).cloned().collect()
    };
    let (filled, empty): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, row)| columns.iter().any(|(_, it)| !both(row, it).is_empty()));
    let shown = table(&page, "tbody");
    assert_eq!(shown.iter().map(|row| &row.head).collect::<Vec<_>>(), names(&filled), "{path}");
    let heads = texts(&page, "main thead th");
    assert_eq!(heads[1..heads.len() - 1].iter().collect::<Vec<_>>(), names(columns), "{path}");
    for (row, (head, of_row)) in shown.iter().zip(&filled) {
        assert_eq!(row.cells.last().unwrap(), &(of_row.len().to_string(), None), "{path}: {head}");
        assert_eq!(row.cells.len(), columns.len() + 1, "{path}: {head}");
        for ((said, href), (column, of_column)) in row.cells.iter().zip(columns) {
            let expected = both(of_row, of_column);
            let Some(href) = href else {
                assert!(expected.is_empty() && said == "–なし", "{path}: {head} {column} {said}");
                continue;
            };
            assert_eq!(*said, format!("{head}と{column}：{}", expected.len()), "{path}");
            let list = site.follow(&path, href).unwrap().file;
            assert_eq!(site.listed(&list), expected, "{list}");
            assert_eq!(text(only(&site.page(&list), "h1")), format!("{head} × {column}"));
        }
    }
    let sums = columns.iter().map(|(_, it)| it.len()).chain([19]).map(|count| (count.to_string(), None));
    assert_eq!(table(&page, "tfoot")[0].cells, sums.collect::<Vec<_>>(), "{path}");
    assert_eq!(texts(&page, "main > ul a").iter().collect::<Vec<_>>(), names(&empty), "{path}");
}

#[test]
fn heads_lead_to_the_pages_of_what_they_name() {
    let site = Published::koriyama();
    for path in
        ["compare/departments-less.html", "compare/departments-sdgs.html", "compare/sections-less.html"]
    {
        let page = site.page(path);
        for link in all(&page, "main thead a, main tbody th a") {
            let file = site.follow(path, link.attr("href").unwrap()).unwrap().file;
            let title = text(only(&site.page(&file), "h1"));
            assert!(text(link).ends_with(&title), "{path}: {file} is {title}");
        }
    }
}

#[test]
fn a_list_leads_to_its_row_its_column_and_back_to_the_table() {
    let site = Published::koriyama();
    let path = "compare/departments-less/citizens.cash.html";
    let page = site.page(path);
    let leads: BTreeSet<_> = all(&page, "main > :not(ul) a[href]")
        .into_iter()
        .filter_map(|link| site.follow(path, link.attr("href").unwrap()))
        .map(|target| target.file)
        .collect();
    for file in ["departments/citizens.html", "less/cash.html", "compare/departments-less.html"] {
        assert!(leads.contains(file), "{file}: {leads:?}");
    }
    assert_eq!(site.listed(path), ["1-3-5"]);
}

#[test]
fn what_can_be_compared_is_said_on_one_page() {
    let page = Published::koriyama().page("compare/index.html");
    let titles = texts(&page, "main li a");
    assert_eq!(titles, ["所管課 × 5レス", "所管課 × SDGs", "取組事項 × 5レス"]);
    let sentences = texts(&page, "main li p:last-child");
    assert_eq!(sentences[2], "取組事項ごとに、5レス別の取組の数を示します。");
}

#[test]
fn a_table_in_english_leaves_out_what_it_cannot_count() {
    let site = Published::of(TestSite::fixture("english").build(&[]));
    let page = site.page("compare/departments-less.html");
    let rows = table(&page, "tbody");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].head, "Roads Office");
    assert_eq!(rows[0].cells[0].0, "Roads Office and Paperless: 1");
    // Two projects are its own, as one of them is so in a part.
    assert_eq!(rows[0].cells[1], ("2".to_owned(), None));
    assert_eq!(texts(&page, "main > ul a"), ["Parks Office", "Town Museum"]);
    assert_eq!(texts(&page, "main thead th"), ["Departments in charge", "Paperless", "Initiatives"]);
    assert_eq!(site.listed("compare/sections-less/1.paper.html"), ["1-1"]);
}

#[test]
fn a_plan_without_categories_has_no_table_of_them() {
    let site = TestSite::fixture("english");
    site.remove("content/registers/less.yaml").replace(PATHS, "less: [Paperless]\n", "");
    let site = Published::of(site.build(&[]));
    let tables = texts(&site.page("compare/index.html"), "main li a");
    assert_eq!(tables, ["Departments in charge × SDGs"]);
    assert!(!site.has("compare/departments-less.html") && !site.has("compare/sections-less.html"));
}

#[test]
fn a_plan_that_marks_nothing_has_nothing_to_compare() {
    let site = TestSite::fixture("english");
    site.replace(PATHS, "less: [Paperless]\n", "").replace(PATHS, "sdgs: [\"3.6\", \"11\"]\n", "");
    let site = Published::of(site.build(&[]));
    assert!(site.has("less/paper.html"));
    assert!(site.pages().all(|path| !path.starts_with("compare/")));
    assert!(!texts(&site.page("index.html"), "header a").contains(&"Compare".to_owned()));
}

#[test]
fn a_table_of_many_rows_goes_over_several_pages() {
    let rows = |path: &str| table(&BUSY.page(path), "tbody").len();
    assert_eq!(rows("compare/departments-less.html"), 100);
    assert_eq!(rows("compare/departments-less_2.html"), 16);
    assert!(!BUSY.has("compare/departments-less_3.html"));
    let foot = |path: &str| table(&BUSY.page(path), "tfoot").remove(0).cells;
    assert_eq!(foot("compare/departments-less.html"), foot("compare/departments-less_2.html"));
    assert_eq!(foot("compare/departments-less.html"), [("116".to_owned(), None), ("117".to_owned(), None)]);
    check_whole(&BUSY);
}

#[test]
fn a_cell_of_many_initiatives_goes_over_several_pages() {
    let path = "compare/departments-less/roads.paper.html";
    let tables =
        ["compare/departments-less.html", "compare/departments-less_2.html"].map(|path| BUSY.page(path));
    let mut rows = tables.iter().flat_map(|page| table(page, "tbody"));
    let roads = rows.find(|row| row.head == "Roads Office");
    assert_eq!(roads.unwrap().cells[0].0, "Roads Office and Paperless: 116");
    assert!(main_text(&BUSY.page(path)).contains("There are 116 initiatives."));
    assert_eq!(BUSY.listed(path).len(), 100);
    assert_eq!(BUSY.listed("compare/departments-less/roads.paper_2.html").len(), 16);
}

/// The rows of a part of the page's table.
fn table(page: &Html, part: &str) -> Vec<Row> {
    let rows = all(page, &format!("main table {part} tr")).into_iter();
    rows.map(|row| Row {
        head: text(inside(row, "th[scope=row]")[0]),
        cells: inside(row, "td").into_iter().map(cell).collect(),
    })
    .collect()
}

fn cell(cell: ElementRef) -> (String, Option<String>) {
    let href = inside(cell, "a").first().map(|link| link.attr("href").unwrap().to_owned());
    (text(cell), href)
}

fn names(terms: &[(String, Vec<String>)]) -> Vec<&String> {
    terms.iter().map(|(name, _)| name).collect()
}

/// The ids of the initiatives that something holds for, in the order of the plan.
fn ids(holds: impl Fn(&truth::Row) -> bool) -> Vec<String> {
    truth::initiatives().iter().filter(|row| holds(row)).map(|row| row["id"].to_owned()).collect()
}

#[test]
fn no_copied_file_takes_the_place_of_a_folder_of_cells_or_stands_below_a_page() {
    for file in ["compare/departments-less", "compare/index.html/note.pdf"] {
        let site = TestSite::koriyama();
        site.write(&format!("content/static/{file}"), "%PDF");
        let run = site.run(&["check"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stdout.contains("K601") && run.stdout.contains(file), "{}", run.stdout);
    }
}
