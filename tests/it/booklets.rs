//! What is printed is what is read: a booklet holds every word of the pages of its initiatives, and nothing twice by the same id.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::published::{Published, all, inside, only, text};
use crate::site::{TestSite, attributes};

static CITY: LazyLock<Published> = LazyLock::new(|| Published::of(TestSite::koriyama().build(&[])));

#[test]
fn the_whole_plan_is_one_booklet_in_its_order() {
    let booklet = CITY.page("print.html");
    let sheets = attributes(&booklet, ".sheet", "id");
    let pages: Vec<_> = CITY.listed("plan/index.html").into_iter().map(|id| format!("i{id}")).collect();
    assert_eq!((sheets.len(), &sheets), (19, &pages));
    let contents: Vec<_> = attributes(&booklet, "nav.contents a", "href");
    assert_eq!(contents, sheets.iter().map(|id| format!("#{id}")).collect::<Vec<_>>());
}

#[test]
fn a_sheet_says_what_the_page_says() {
    let booklet = CITY.page("print.html");
    for sheet in all(&booklet, ".sheet") {
        let id = sheet.attr("id").unwrap().strip_prefix('i').unwrap();
        let page = CITY.page(&format!("plan/{id}.html"));
        let said = text(sheet);
        for part in all(&page, "main h1, main dl.facts--box, main .prose, main .program") {
            assert!(said.contains(&text(part)), "{id} lacks {}", text(part));
        }
        assert!(said.contains(&format!("https://plan.example.jp/plan/{id}.html")), "{id}");
    }
}

#[test]
fn no_two_sheets_share_an_id() {
    for path in CITY.pages().filter(|path| path.starts_with("print")) {
        let ids = attributes(&CITY.page(path), "[id]", "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
    }
}

#[test]
fn each_department_has_the_booklet_of_what_it_is_in_charge_of() {
    let mut booklets = 0;
    for path in CITY.pages().filter(|path| path.starts_with("print/")) {
        let department = path.replacen("print/", "departments/", 1);
        let sheets = attributes(&CITY.page(path), ".sheet", "id");
        let listed: Vec<_> = CITY.listed(&department).into_iter().map(|id| format!("i{id}")).collect();
        assert_eq!(sheets, listed, "{path}");
        let links = attributes(&CITY.page(&department), "main a", "href");
        assert!(links.contains(&format!("../{path}")), "{department} does not lead to its booklet");
        booklets += 1;
    }
    let departments = CITY.pages().filter(|path| path.starts_with("departments/") && !path.contains("index"));
    assert_eq!(booklets, departments.filter(|path| !CITY.listed(path).is_empty()).count());
}

#[test]
fn a_department_without_initiatives_has_no_booklet() {
    let site = Published::of(TestSite::fixture("english").build(&[]));
    assert!(site.has("departments/museum.html") && !site.has("print/museum.html"));
    assert!(site.has("print/parks.html"));
    let page = site.page("print/parks.html");
    assert!(text(only(&page, "h1")).starts_with(&text(only(&site.page("index.html"), "h1"))));
    assert_eq!(inside(only(&page, "main"), ".sheet").len(), 1);
}
