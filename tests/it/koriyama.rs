//! The plan of 郡山市 is published as it is printed: every fragment of the sheets' text is on its initiative's page, and
//! every title, mark, bar and value is in the data and on the page as the truth tables have it.

use std::collections::BTreeSet;

use scraper::Html;

use crate::data::{Initiative, Plan, Value};
use crate::fragments::{sheets, squeezed};
use crate::published::{Published, all, bits, inside, links, main_text, only, text};
use crate::site::{attributes, texts};
use crate::truth::{self, Row};

#[test]
fn every_fragment_of_the_sheets_is_on_its_initiatives_page() {
    let site = Published::koriyama();
    let mut missing = Vec::new();
    for sheet in sheets() {
        let page = site.initiative(&sheet.id);
        let (main, whole) = (squeezed(&main_text(&page)), squeezed(&text(only(&page, "body"))));
        let fragments = sheet.fragments.iter().filter(|fragment| !main.contains(*fragment));
        // The titles above a sheet are the way to its page, which stands before the main part.
        let above = sheet.above.iter().filter(|title| !whole.contains(*title));
        missing.extend(fragments.chain(above).map(|it| format!("{}: {it}", sheet.id)));
    }
    assert!(missing.is_empty(), "{} fragments are missing:\n{}", missing.len(), missing.join("\n"));
}

/// The other way round: a page's prose has no sentence that the sheets do not have. Bars, targets and titles are held by the
/// tables below.
#[test]
fn no_sentence_is_invented() {
    let sheets = sheets();
    let mut invented = Vec::new();
    for initiative in Published::koriyama().plan().initiatives {
        let of_initiative = sheets.iter().filter(|sheet| sheet.id == initiative.id);
        let source: String = of_initiative.map(|sheet| sheet.text.as_str()).collect();
        let of_parts = initiative.programs.iter().flat_map(|part| [&part.overview, &part.vision]);
        for prose in [&initiative.overview, &initiative.vision].into_iter().chain(of_parts).flatten() {
            let lines = prose.lines().map(|line| squeezed(line.trim_start_matches('・')));
            let strange = lines.filter(|line| !source.contains(line));
            invented.extend(strange.map(|line| format!("{}: {line}", initiative.id)));
        }
    }
    assert!(invented.is_empty(), "{}", invented.join("\n"));
}

#[test]
fn the_data_names_the_sections_as_the_sheets_do() {
    let plan = Published::koriyama().plan();
    let sections: Vec<_> = plan.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(sections, ["1", "1-1", "1-2", "1-3", "1-4"]);
    let levels: Vec<_> = plan.sections.iter().map(|section| section.level.as_str()).collect();
    assert_eq!(levels, ["重点推進目標", "取組事項", "取組事項", "取組事項", "取組事項"]);
    for sheet in sheets() {
        let ids = ["1", &sheet.id[..3]];
        let titles = plan.sections.iter().filter(|section| ids.contains(&section.id.as_str()));
        let titles: Vec<_> = titles.map(|section| section.title.clone()).collect();
        assert!(sheet.above.iter().all(|title| titles.contains(title)), "{titles:?} {:?}", sheet.above);
    }
}

#[test]
fn the_data_has_every_initiative_as_the_sheets_do() {
    let columns = ["id", "title", "departments", "less", "sdgs", "website", "other", "pages"];
    let expected: Vec<_> = truth::initiatives().iter().map(|row| row.line(&columns)).collect();
    let line = |it: Initiative| {
        let pages: Vec<_> = it.disclosure.pages.into_iter().map(|page| page.title).collect();
        let website = if it.disclosure.website { "yes" } else { "no" };
        let (departments, less) = (it.departments.join("、"), it.less.join("、"));
        let (sdgs, other, pages) = (it.sdgs.join("/"), it.disclosure.other.join("、"), pages.join("｜"));
        [it.id, it.title, departments, less, sdgs, website.to_owned(), other, pages].join(" | ")
    };
    let plan = Published::koriyama().plan();
    assert_same(&expected, &plan.initiatives.into_iter().map(line).collect::<Vec<_>>());
}

#[test]
fn no_address_of_a_web_page_is_guessed() {
    let plan = Published::koriyama().plan();
    let pages = plan.initiatives.iter().flat_map(|initiative| &initiative.disclosure.pages);
    assert!(pages.clone().count() > 0 && pages.into_iter().all(|page| page.url.is_none()));
}

#[test]
fn the_data_has_every_part_as_the_sheets_do() {
    let expected: Vec<_> =
        truth::programs().iter().map(|row| row.line(&["id", "position", "name", "departments"])).collect();
    let mut found = Vec::new();
    for initiative in Published::koriyama().plan().initiatives {
        for (position, part) in (1..).zip(&initiative.programs) {
            if initiative.part(part).is_empty() {
                assert_eq!(part.departments, initiative.departments, "{}", initiative.id);
            } else {
                let departments = part.departments.join("、");
                found.push(format!("{} | {position} | {} | {departments}", initiative.id, part.name));
            }
        }
    }
    assert_same(&expected, &found);
}

#[test]
fn the_data_has_every_bar_as_the_sheets_do() {
    let columns = ["id", "program", "group", "action", "lane", "start", "end", "text"];
    let expected: Vec<_> = truth::schedule().iter().map(|row| row.line(&columns)).collect();
    let mut found = Vec::new();
    for initiative in Published::koriyama().plan().initiatives {
        for part in &initiative.programs {
            for action in &part.actions {
                for bar in &action.schedule {
                    let group = action.group.as_deref().unwrap_or_default();
                    let (id, name) = (&initiative.id, initiative.part(part));
                    let (lane, start, end) = (bar.lane, bar.start, bar.end);
                    let action = &action.name;
                    found.push(format!(
                        "{id} | {name} | {group} | {action} | {lane} | {start} | {end} | {}",
                        bar.text
                    ));
                }
            }
        }
    }
    assert_same(&expected, &found);
}

#[test]
fn the_data_has_every_target_as_the_sheets_do() {
    let columns = ["id", "program", "name", "text", "year"];
    let of_target = ["target", "target_number", "target_unit", "target_comparator"];
    let of_baseline =
        ["baseline_name", "baseline", "baseline_number", "baseline_unit", "baseline_comparator"];
    let columns = [&columns[..], &of_target, &of_baseline].concat();
    let expected: Vec<_> = truth::targets().iter().map(|row| row.line(&columns)).collect();
    let mut found = Vec::new();
    for initiative in Published::koriyama().plan().initiatives {
        for part in &initiative.programs {
            for target in &part.targets {
                let subject = [&target.name, &target.text].map(|it| it.as_deref().unwrap_or_default());
                let year = target.year.map(|year| year.to_string()).unwrap_or_default();
                let (of_target, of_baseline) = (line(target.target.as_ref()), line(target.baseline.as_ref()));
                let head = [&initiative.id, initiative.part(part), subject[0], subject[1], &year];
                let called = target.baseline.as_ref().and_then(|it| it.name.as_deref()).unwrap_or_default();
                found.push(format!("{} | {of_target} | {called} | {of_baseline}", head.join(" | ")));
            }
        }
    }
    assert_same(&expected, &found);
}

#[test]
fn the_data_has_the_year_of_every_value() {
    let plan = Published::koriyama().plan();
    for target in plan.initiatives.iter().flat_map(|it| &it.programs).flat_map(|it| &it.targets) {
        let years = [&target.target, &target.baseline].map(|value| value.as_ref().map(|it| it.year));
        assert!(years[0].is_none_or(|year| year == target.year), "{:?}", target.name);
        assert!(years[1].is_none_or(|year| year == Some(2024)), "{:?}", target.name);
        assert!(target.results.is_empty(), "{:?}", target.name);
    }
}

#[test]
fn a_page_links_to_the_departments_in_charge_and_to_none_else() {
    let site = Published::koriyama();
    let plan = site.plan();
    for row in truth::initiatives() {
        let parts = truth::programs();
        let parts = parts.iter().filter(|part| part["id"] == row["id"]);
        let mut expected: BTreeSet<_> = row.list("departments", '、').into_iter().collect();
        expected.extend(parts.flat_map(|part| part.list("departments", '、')));
        let page = site.initiative(&row["id"]);
        let found = terms(&page, "departments", &plan.departments.iter().map(pair).collect::<Vec<_>>());
        assert_eq!(found, expected, "{}", &row["id"]);
    }
}

#[test]
fn a_page_links_to_the_marked_categories_and_to_none_else() {
    let site = Published::koriyama();
    let plan = site.plan();
    for row in truth::initiatives() {
        let expected: BTreeSet<_> = row.list("less", '、').into_iter().collect();
        let page = site.initiative(&row["id"]);
        let found = terms(&page, "less", &plan.less.iter().map(pair).collect::<Vec<_>>());
        assert_eq!(found, expected, "{}", &row["id"]);
    }
}

#[test]
fn a_page_links_to_its_sdgs_targets_and_their_goals_and_to_none_else() {
    for row in truth::initiatives() {
        let targets = row.list("sdgs", '/');
        let goals = targets.iter().map(|target| target.split('.').next().unwrap().to_owned());
        let expected: BTreeSet<_> = targets.iter().cloned().chain(goals).collect();
        let page = Published::koriyama().initiative(&row["id"]);
        let found = links(&page, "main").into_iter().filter_map(|link| {
            let id = link.href.strip_prefix("../sdgs/")?.strip_suffix(".html")?.to_owned();
            assert!(link.text.contains(&id), "{}: {link:?}", &row["id"]);
            Some(id)
        });
        assert_eq!(found.collect::<BTreeSet<_>>(), expected, "{}", &row["id"]);
    }
}

#[test]
fn a_page_says_where_the_city_tells_about_it() {
    let site = Published::koriyama();
    for row in truth::initiatives() {
        let page = site.initiative(&row["id"]);
        let told = answer(&page, "情報公開").unwrap();
        assert_eq!(told.contains("市ウェブサイト：掲載あり"), &row["website"] == "yes", "{}", &row["id"]);
        let shown = bits(only(&page, "main"));
        for place in row.list("other", '、').iter().chain(&row.list("pages", '｜')) {
            assert!(shown.contains(place), "{}: {place}", &row["id"]);
        }
    }
}

#[test]
fn a_page_shows_every_target_with_its_values_in_one_row() {
    let site = Published::koriyama();
    for initiative in truth::initiatives() {
        let id = &initiative["id"];
        let page = site.initiative(id);
        let rows = truth::targets();
        let rows: Vec<_> = rows.iter().filter(|row| &row["id"] == id).collect();
        let mut shown = 0;
        for (part, name) in (1..).zip(truth::parts_of(id)) {
            let of_part = rows.iter().filter(|row| row["program"] == name);
            for (number, row) in (1..).zip(of_part) {
                check_target(&page, &format!("p{part}-t{number}"), row);
                shown += 1;
            }
        }
        assert_eq!(shown, rows.len(), "{id}");
        assert_eq!(target_anchors(&page).len(), rows.len(), "{id}");
    }
}

/// A target on the page: the first row of a group in a table of values, or an item of a list where there is no value at all.
fn check_target(page: &Html, anchor: &str, row: &Row) {
    let place = only(page, &format!("main #{anchor}"));
    let subject = if row["name"].is_empty() { &row["text"] } else { &row["name"] };
    if place.value().name() == "li" {
        assert_eq!(bits(place)[0], subject);
        assert_eq!((&row["target"], &row["baseline"]), ("", ""), "{subject}");
        return;
    }
    let columns: Vec<_> =
        all(page, &format!("table:has(#{anchor}) thead th")).into_iter().map(text).collect();
    let cells = inside(place, "tr:first-child > *");
    assert_eq!(cells.len(), columns.len(), "{subject}");
    // A target in words stands where others have their value.
    let in_words = row["name"].is_empty();
    let subject_column = if in_words { "目標値" } else { "指標" };
    assert_eq!(bits(cells[columns.iter().position(|it| it == subject_column).unwrap()])[0], subject);
    // The year of a target is told beside it, or once above the table.
    let above = texts(page, &format!("section:has(#{anchor}) > p"));
    for (word, column, year) in [("現況値", "baseline", "2024"), ("目標値", "target", &row["year"])] {
        let cell = cells[columns.iter().position(|it| it == word).unwrap()];
        if in_words && column == "target" {
            continue;
        }
        if row[column].is_empty() {
            assert!(!text(cell).contains(|c: char| c.is_ascii_digit()), "{subject}: {}", text(cell));
            continue;
        }
        let bits = bits(cell);
        assert!(bits.iter().any(|bit| *bit == row[column]), "{subject}: {bits:?}");
        let told_above = column == "target" && above.iter().any(|line| line.starts_with(year));
        assert!(told_above || bits.iter().any(|bit| bit.starts_with(year)), "{subject}: {bits:?}");
        let called = column == "baseline" && !row["baseline_name"].is_empty();
        assert!(!called || text(cell).contains(&row["baseline_name"]), "{subject}: {bits:?}");
    }
}

#[test]
fn near_misses_are_not_joined() {
    let apart = [
        // The number of payments, and their share.
        ("1-3-1", "112,000件", "29.2%"),
        // Two weeks of leave, and one.
        ("1-4-5", "85%以上", "76.9%"),
        ("1-4-5", "2週間以上の育児休業", "1週間以上の育児休業"),
        // What is promised, and what is measured.
        ("1-3-7", "30日以内", "49.9日"),
    ];
    for (id, one, other) in apart {
        let page = Published::koriyama().initiative(id);
        let rows: Vec<_> =
            target_anchors(&page).iter().map(|anchor| text(only(&page, &format!("#{anchor}")))).collect();
        let with = |words: &str| rows.iter().filter(|row| row.contains(words)).collect::<Vec<_>>();
        assert_eq!((with(one).len(), with(other).len()), (1, 1), "{id}: {rows:?}");
        assert_ne!(with(one), with(other), "{id}");
    }
}

#[test]
fn decimals_stay_as_they_are_printed() {
    let site = Published::koriyama();
    let values = texts(&site.initiative("1-3-6"), "main .value");
    assert!(values.contains(&"60.0%".to_owned()) && !values.contains(&"60%".to_owned()), "{values:?}");
    let data = site.text("data/plan.json");
    assert_eq!(data.matches(r#""text":"60.0%","number":60.0,"unit":"%","comparator":"=""#).count(), 2);
    assert_eq!(data.matches(r#""text":"100.0%","number":100.0,"#).count(), 2);
    assert_eq!(data.matches(r#""text":"100%","number":100,"#).count(), 2);
}

#[test]
fn the_numbers_of_1_4_5_are_for_the_end_of_fiscal_2030() {
    let site = Published::koriyama();
    let page = site.initiative("1-4-5");
    for anchor in ["p1-t1", "p1-t2"] {
        let row = text(only(&page, &format!("#{anchor}")));
        assert!(row.contains("※1") && !row.contains("2029"), "{row}");
    }
    assert!(main_text(&page).contains("2030（令和12）年度末（2031年3月31日）までの目標です。"));
    let plan = site.plan();
    for initiative in &plan.initiatives {
        let targets = initiative.programs.iter().flat_map(|part| &part.targets);
        let years: BTreeSet<_> = targets.filter_map(|target| target.year).collect();
        let expected = if initiative.id == "1-4-5" { 2030 } else { 2029 };
        assert_eq!(years, BTreeSet::from([expected]), "{}", initiative.id);
    }
}

/// A value as the truth tables have it: text, number, unit, comparator.
fn line(value: Option<&Value>) -> String {
    let Some(value) = value else { return " |  |  | ".to_owned() };
    let [unit, comparator] = [&value.unit, &value.comparator].map(|it| it.as_deref().unwrap_or_default());
    [&value.text, value.digits(), unit, comparator].join(" | ")
}

fn pair(term: &crate::data::Term) -> (&str, &str) {
    (&term.slug, &term.name)
}

/// The names of the terms that a page's main part links to; every link says the name.
fn terms(page: &Html, folder: &str, known: &[(&str, &str)]) -> BTreeSet<String> {
    let links = links(page, "main").into_iter().filter_map(|link| {
        let slug = link.href.strip_prefix(&format!("../{folder}/"))?.strip_suffix(".html")?.to_owned();
        Some((slug, link.text))
    });
    let name = |(slug, shown): (String, String)| {
        let (_, name) = known.iter().find(|term| term.0 == slug).unwrap();
        assert!(shown.contains(name), "{shown} leads to {name}");
        (*name).to_owned()
    };
    links.map(name).collect()
}

/// What a page says of something in a list of descriptions.
fn answer(page: &Html, word: &str) -> Option<String> {
    let terms: Vec<_> = all(page, "main dt").into_iter().map(text).collect();
    let answers: Vec<_> = all(page, "main dt + dd").into_iter().map(text).collect();
    terms.iter().position(|term| term == word).map(|at| answers[at].clone())
}

/// The ids of all targets on a page: `p1-t1` and so on.
fn target_anchors(page: &Html) -> Vec<String> {
    let ids = attributes(page, "main tbody, main li", "id");
    ids.into_iter().filter(|id| id.starts_with('p') && id.contains("-t")).collect()
}

/// The lines of a table and of what was published; tells all differences at once.
fn assert_same(expected: &[String], found: &[String]) {
    let lacking = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("- {line}"));
    let invented = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("+ {line}"));
    let differences: Vec<_> = lacking.chain(invented).collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
    assert_eq!(expected, found, "the same rows in another order, or one twice");
}

#[test]
fn differences_of_rows_are_seen() {
    let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
    let differ = |one: &[&str], other: &[&str]| {
        std::panic::catch_unwind(|| assert_same(&rows(one), &rows(other))).is_err()
    };
    assert!(!differ(&["a", "b"], &["a", "b"]));
    assert!(differ(&["a", "b"], &["b", "a"]));
    assert!(differ(&["a"], &["a", "a"]));
    assert!(differ(&["a", "b"], &["a"]));
}

/// The plan is read whole, so that no test above passes because there is nothing to look at.
#[test]
fn the_plan_has_nineteen_initiatives() {
    let Plan { departments, less, initiatives, .. } = Published::koriyama().plan();
    assert_eq!((departments.len(), less.len(), initiatives.len()), (14, 5, 19));
}
