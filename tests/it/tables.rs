//! The plan as tables: every form says the same, programs for tables run nothing of it, and what they would change is as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use scraper::Selector;

use crate::data::{Change, Initiative, Plan, Program, Term, Value};
use crate::published::Published;
use crate::site::{TestSite, squeeze};

/// A row by what programs call its columns.
pub type Row = BTreeMap<String, String>;

/// In the order of the workbook's sheets.
const TABLES: [&str; 10] = [
    "initiatives",
    "actions",
    "targets",
    "results",
    "pages",
    "changes",
    "sections",
    "departments",
    "less",
    "sdgs",
];

/// The project's own plan, and one that has results, addresses of pages and no parts.
fn sites() -> [&'static Published; 2] {
    static ENGLISH: LazyLock<Published> =
        LazyLock::new(|| Published::of(TestSite::fixture("english").build(&[])));
    [Published::koriyama(), &ENGLISH]
}

/// What a CSV file says to who knows nothing but the rules that the page tells.
fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or_else(|| panic!("no byte order mark"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let unguarded = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    reader.records().map(|row| row.unwrap().iter().map(unguarded).collect()).collect()
}

/// What a sheet of the workbook says, cell by cell.
pub fn sheet(bytes: &[u8], nth: usize) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = workbook.worksheet_range_at(nth).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The names of a table's columns, and what stands above them, as the metadata has them.
fn columns(site: &Published, table: &str) -> Vec<(String, String)> {
    let metadata: serde_json::Value = serde_json::from_str(site.text("data/csv-metadata.json")).unwrap();
    let tables = metadata["tables"].as_array().unwrap();
    let found = tables.iter().find(|it| it["url"] == format!("{table}.csv")).unwrap();
    let columns = found["tableSchema"]["columns"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    columns.iter().map(|column| (text(&column["name"]), text(&column["titles"]))).collect()
}

pub fn table(site: &Published, name: &str) -> Vec<Row> {
    let rows = csv(&site.0[&format!("data/{name}.csv")]);
    let (names, headings): (Vec<_>, Vec<_>) = columns(site, name).into_iter().unzip();
    assert_eq!(rows[0], headings);
    rows[1..].iter().map(|row| names.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn joined<T: ToString>(parts: impl IntoIterator<Item = T>) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(";")
}

#[test]
fn the_tables_say_what_the_data_says() {
    for site in sites() {
        the_table_says_of_each_initiative_what_the_data_says(site);
    }
}

fn the_table_says_of_each_initiative_what_the_data_says(site: &Published) {
    let Plan { initiatives, .. } = site.plan();
    let rows = table(site, "initiatives");
    assert_eq!(rows.len(), initiatives.len());
    for (row, it) in rows.iter().zip(&initiatives) {
        assert_eq!(row["id"], format!("plan/{}", it.id));
        let levels = (1..).map_while(|level| row.get(&format!("level_{level}_number")));
        assert_eq!(levels.chain([&row["number"]]).cloned().collect::<Vec<_>>().join("-"), it.id);
        assert_eq!(row["title"], it.title);
        // Departments of parts among them, each once.
        let all = it.departments.iter().chain(it.programs.iter().flat_map(|part| &part.departments));
        let mut seen = BTreeSet::new();
        assert_eq!(row["departments"], joined(all.filter(|name| seen.insert(*name))));
        assert_eq!(row["less"], joined(&it.less));
        assert_eq!(row["sdgs"], joined(it.sdgs.iter().map(|target| format!("sdgs/{target}"))));
        assert_eq!(row["website"], it.disclosure.website.to_string());
        assert_eq!(row["other"], joined(&it.disclosure.other));
        assert_eq!(row["overview"], texts(it, it.overview.as_deref(), |part| part.overview.as_ref()));
        assert_eq!(row["vision"], texts(it, it.vision.as_deref(), |part| part.vision.as_ref()));
        assert_eq!(row["notes"], it.notes.clone().unwrap_or_default());
    }
    assert!(rows.iter().any(|row| !row["notes"].is_empty()));
    let updated: Vec<_> = rows.iter().map(|row| row.get("updated").cloned().unwrap_or_default()).collect();
    let expected: Vec<_> = initiatives.iter().map(|it| it.updated.clone().unwrap_or_default()).collect();
    assert_eq!(updated, expected);
}

/// A text of an initiative, and the like of its parts.
fn texts<'i>(
    it: &'i Initiative,
    own: Option<&str>,
    of: impl Fn(&'i Program) -> Option<&'i String>,
) -> String {
    let parts = it.programs.iter().filter(|part| !it.part(part).is_empty());
    let parts = parts.filter_map(|part| Some(format!("{}\n{}", part.name, of(part)?)));
    own.map(str::to_owned).into_iter().chain(parts).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn the_tables_name_every_page_section_and_term_of_the_data() {
    for site in sites() {
        let plan = site.plan();
        let line = |row: &Row, columns: &[&str]| -> Vec<String> {
            columns.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect()
        };
        let check = |name: &str, columns: &[&str], expected: Vec<Vec<String>>| {
            let found: Vec<_> = table(site, name).iter().map(|row| line(row, columns)).collect();
            assert!(!found.is_empty());
            assert_eq!(found, expected, "{name}");
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let pages =
            plan.initiatives.iter().flat_map(|it| it.disclosure.pages.iter().map(move |page| (it, page)));
        let pages = pages.map(|(it, page)| {
            vec![format!("plan/{}", it.id), it.title.clone(), page.title.clone(), text(&page.url)]
        });
        check("pages", &["initiative", "initiative_title", "page_title", "page_url"], pages.collect());
        let changes =
            plan.initiatives.iter().flat_map(|it| it.changes.iter().map(move |change| (it, change)));
        let changes: Vec<_> = changes
            .map(|(it, change)| {
                let Change { date, what, why } = change;
                vec![format!("plan/{}", it.id), date.clone(), what.clone(), text(why)]
            })
            .collect();
        // Where nothing was changed there is no table of it.
        assert_eq!(site.0.contains_key("data/changes.csv"), !changes.is_empty());
        if !changes.is_empty() {
            check("changes", &["initiative", "changed", "change", "reason"], changes);
        }
        let sections = plan.sections.iter().map(|it| {
            let above = it.id.rsplit_once('-').map(|(above, _)| format!("plan/{above}")).unwrap_or_default();
            let below = [&it.id, "-"].concat();
            let count = plan.initiatives.iter().filter(|it| it.id.starts_with(&below)).count().to_string();
            vec![
                format!("plan/{}", it.id),
                it.level.clone(),
                above,
                it.title.clone(),
                text(&it.introduction),
                count,
            ]
        });
        check("sections", &["id", "level", "parent", "name", "introduction", "count"], sections.collect());
        for (name, terms) in [("departments", &plan.departments), ("less", &plan.less)] {
            // Where no reading is given anywhere there is no column for it.
            let has_readings = terms.iter().any(|it| it.yomi != it.name);
            let yomi = |it: &Term| if has_readings { it.yomi.clone() } else { String::new() };
            let terms = terms.iter().map(|it| {
                vec![format!("{name}/{}", it.slug), it.name.clone(), yomi(it), text(&it.description)]
            });
            check(name, &["id", "name", "yomi", "description"], terms.collect());
        }
    }
}

/// Year, print, comparator, number and unit.
fn value(value: Option<&Value>) -> [String; 5] {
    let words = BTreeMap::from([("=", "eq"), (">=", "ge"), (">", "gt"), ("<=", "le"), ("<", "lt")]);
    let Some(value) = value else { return Default::default() };
    let year = value.year.map(|year| year.to_string()).unwrap_or_default();
    let comparator = value.comparator.as_deref().map(|sign| words[sign]).unwrap_or_default();
    let unit = value.unit.clone().unwrap_or_default();
    [year, value.text.clone(), comparator.to_owned(), value.digits().to_owned(), unit]
}

fn targets(initiative: &Initiative) -> Vec<Row> {
    let mut rows = Vec::new();
    for part in &initiative.programs {
        for target in &part.targets {
            let mut row = Row::new();
            let mut put = |name: &str, text: String| _ = row.insert(name.to_owned(), text);
            put("initiative", format!("plan/{}", initiative.id));
            put("initiative_title", initiative.title.clone());
            put("part", initiative.part(part).to_owned());
            put("departments", joined(&part.departments));
            put("target_number", (rows.len() + 1).to_string());
            put("measure", target.name.clone().unwrap_or_default());
            put("in_words", target.text.clone().unwrap_or_default());
            put("note", target.note.clone().unwrap_or_default());
            let own =
                |of: fn(&Value) -> &Option<String>| target.baseline.as_ref().and_then(|it| of(it).clone());
            put("baseline_name", own(|it| &it.name).unwrap_or_default());
            put("baseline_label", own(|it| &it.label).unwrap_or_default());
            let baseline = value(target.baseline.as_ref());
            let mut reached = value(target.target.as_ref());
            reached[0] = target.year.map(|year| year.to_string()).unwrap_or_default();
            for (which, values) in [("baseline", baseline), ("target", reached)] {
                let columns = ["year", "text", "comparator", "value", "unit"];
                for (column, text) in columns.into_iter().zip(values) {
                    put(&format!("{which}_{column}"), text);
                }
            }
            rows.push(row);
        }
    }
    rows
}

#[test]
fn the_tables_have_every_number_and_comparator_of_the_data() {
    for site in sites() {
        let mut expected: Vec<_> = site.plan().initiatives.iter().flat_map(targets).collect();
        let found = table(site, "targets");
        // A column of what the plan has nowhere is not there.
        let is_there = |name: &String, text: &String| found[0].contains_key(name) || !text.is_empty();
        for row in &mut expected {
            row.retain(|name, text| is_there(name, text));
        }
        assert_eq!(found, expected);
        let mut results = Vec::new();
        for it in site.plan().initiatives {
            for (number, target) in (1..).zip(it.programs.iter().flat_map(|part| &part.targets)) {
                let head =
                    [format!("plan/{}", it.id), number.to_string(), target.name.clone().unwrap_or_default()];
                results.extend(target.results.iter().map(|it| [&head[..], &value(Some(it))].concat()));
            }
        }
        let columns =
            ["initiative", "target_number", "measure", "fiscal_year", "result_text", "result_comparator"];
        let columns = [&columns[..], &["result_value", "result_unit"]].concat();
        let line = |row: &Row| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
        assert_eq!(table(site, "results").iter().map(line).collect::<Vec<_>>(), results);
    }
    let found = table(Published::koriyama(), "targets");
    let filled = |column: &str| found.iter().filter(|row| !row[column].is_empty()).count();
    assert!(["target_value", "target_comparator", "baseline_value"].iter().all(|column| filled(column) > 10));
    assert!(["baseline_name", "baseline_label"].iter().all(|column| filled(column) > 5));
}

#[test]
fn the_tables_have_every_year_of_every_bar() {
    let site = Published::koriyama();
    let mut expected = Vec::new();
    for it in site.plan().initiatives {
        let actions = it.programs.iter().flat_map(|part| &part.actions);
        for (number, action) in (1..).zip(actions) {
            for bar in &action.schedule {
                for year in bar.start..=bar.end {
                    let (name, lane, text) = (&action.name, bar.lane, &bar.text);
                    expected.push(format!("plan/{} {number} {name} {lane} {year} {text}", it.id));
                }
            }
        }
    }
    let columns = ["initiative", "action_number", "action", "lane", "fiscal_year", "schedule"];
    let line = |row: &Row| columns.map(|column| row[column].as_str()).join(" ");
    let found: Vec<_> = table(site, "actions").iter().map(line).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_workbook_says_what_the_tables_say() {
    sites().into_iter().for_each(the_workbook_of_a_site_says_what_its_tables_say);
}

fn the_workbook_of_a_site_says_what_its_tables_say(site: &Published) {
    let is_there = |name: &&str| site.0.contains_key(&format!("data/{name}.csv"));
    for (nth, name) in TABLES.into_iter().filter(is_there).enumerate() {
        let rows = csv(&site.0[&format!("data/{name}.csv")]);
        let sheet = sheet(&site.0["data/plan.xlsx"], nth);
        assert_eq!((sheet.len(), sheet[0].len()), (rows.len(), rows[0].len()), "{name}");
        for (cells, texts) in sheet.iter().zip(&rows) {
            for (cell, text) in cells.iter().zip(texts) {
                match cell {
                    Data::Empty => assert_eq!(text, ""),
                    Data::String(written) => assert_eq!(written, text),
                    Data::DateTime(day) => {
                        let (year, month, day, ..) = day.to_ymd_hms_milli();
                        assert_eq!(&format!("{year}-{month:02}-{day:02}"), text);
                    }
                    Data::Bool(yes) => assert_eq!(&yes.to_string(), text),
                    Data::Float(number) => {
                        assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits());
                    }
                    other => panic!("{other:?} in {name}"),
                }
            }
        }
        // A key is text, and nothing that a program for tables takes for a day or a number.
        let keys = sheet[1..].iter().map(|row| &row[0]);
        assert!(keys.clone().all(|key| matches!(key, Data::String(key) if key.contains('/'))), "{name}");
    }
}

/// What of a target its initiative's page says in the same words.
const OF_TARGETS: [&str; 7] =
    ["measure", "in_words", "baseline_name", "baseline_label", "baseline_text", "target_text", "note"];

#[test]
fn the_pages_say_what_the_tables_say() {
    let site = Published::koriyama();
    let (targets, pages) = (table(site, "targets"), table(site, "pages"));
    let links = Selector::parse("main a[href]").unwrap();
    for row in table(site, "initiatives") {
        let page = site.page(&format!("{}.html", row["id"]));
        let hrefs: BTreeSet<_> = page.select(&links).filter_map(|link| link.attr("href")).collect();
        let of = |folder: &str| {
            let keys = hrefs.iter().filter_map(|href| href.strip_prefix("../")?.strip_suffix(".html"));
            keys.filter(|key| key.starts_with(folder)).map(str::to_owned).collect::<BTreeSet<_>>()
        };
        for (column, folder) in [("department_ids", "departments/"), ("less_ids", "less/"), ("sdgs", "sdgs/")]
        {
            let keys = row[column].split(';').filter(|key| !key.is_empty());
            // A page names the goal of a target too.
            let goals = keys.clone().filter_map(|key| Some(key.split_once('.')?.0));
            let expected: BTreeSet<_> = keys.clone().chain(goals).map(str::to_owned).collect();
            let mut linked = of(folder);
            linked.retain(|key| !key.ends_with("/index"));
            assert_eq!(linked, expected, "{column} of {}", row["id"]);
        }
        let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
        let said = squeeze(&main.text().collect::<String>());
        for column in ["overview", "vision", "notes"] {
            // The mark of an entry of a list is not text on a page.
            let mut texts = row[column].lines().map(|line| squeeze(line.trim_start_matches('・')));
            assert!(texts.all(|text| said.contains(&text)), "{column} of {}", row["id"]);
        }
        for (rows, columns) in [(&targets, &OF_TARGETS[..]), (&pages, &["page_title"])] {
            for own in rows.iter().filter(|own| own["initiative"] == row["id"]) {
                for column in columns {
                    assert!(said.contains(&squeeze(&own[*column])), "{} of {}", own[*column], row["id"]);
                }
            }
        }
    }
}

#[test]
fn the_table_of_a_term_has_the_rows_of_its_page() {
    let site = Published::koriyama();
    let files = site.0.keys().filter_map(|path| path.strip_prefix("data/")?.strip_suffix(".csv"));
    let terms: Vec<_> = files.filter(|path| path.contains('/')).collect();
    assert!(terms.len() > 20);
    for term in terms {
        let page = site.page(&format!("{term}.html"));
        let listed = Selector::parse(".entries__title a").unwrap();
        let listed = page.select(&listed).map(|link| link.attr("href").unwrap());
        let listed: Vec<_> = listed.map(|href| href.trim_start_matches("../").replace(".html", "")).collect();
        let rows = csv(&site.0[&format!("data/{term}.csv")]);
        // Beside it stands what its columns are, for all of its folder.
        let (folder, slug) = term.split_once('/').unwrap();
        let metadata = site.text(&format!("data/{folder}/csv-metadata.json"));
        let metadata: serde_json::Value = serde_json::from_str(metadata).unwrap();
        let described = metadata["tableSchema"]["columns"].as_array().unwrap();
        let described: Vec<_> = described.iter().map(|column| column["titles"].as_str().unwrap()).collect();
        assert_eq!(rows[0], described, "{term}");
        let urls = metadata["tables"].as_array().unwrap().iter().map(|table| &table["url"]);
        assert_eq!(urls.filter(|url| **url == format!("{slug}.csv")).count(), 1, "{term}");
        let keys: Vec<_> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(keys, listed, "{term}");
        let link = format!("a[href=\"../data/{term}.csv\"]");
        assert_eq!(page.select(&Selector::parse(&link).unwrap()).count(), 1, "{term}");
    }
}

#[test]
fn every_line_ends_as_the_rules_say() {
    let site = Published::koriyama();
    let tables = site.0.iter().filter_map(|(name, bytes)| Some((name.strip_suffix(".csv")?, bytes)));
    for (name, bytes) in tables {
        assert!(bytes.starts_with(b"\xEF\xBB\xBF") && bytes.ends_with(b"\r\n"), "{name}");
    }
    // The only lone line feeds stand in texts, which are quoted.
    let text = site.text("data/results.csv");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}
