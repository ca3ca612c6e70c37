//! The plan as tables: every form says the same, programs for tables run nothing of it, and what they would change is as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use scraper::Selector;

use crate::data::{Initiative, Plan, Value};
use crate::published::Published;
use crate::site::{TestSite, squeeze};

/// A row by what programs call its columns.
type Row = BTreeMap<String, String>;

const TABLES: [&str; 7] = ["initiatives", "actions", "targets", "results", "departments", "less", "sdgs"];

/// What a CSV file says to who knows nothing but the rules that the page tells.
fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or_else(|| panic!("no byte order mark"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let unguarded = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    reader.records().map(|row| row.unwrap().iter().map(unguarded).collect()).collect()
}

/// What a sheet of the workbook says, cell by cell.
fn sheet(bytes: &[u8], nth: usize) -> Vec<Vec<Data>> {
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

fn table(site: &Published, name: &str) -> Vec<Row> {
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
    let site = Published::koriyama();
    let Plan { initiatives, .. } = site.plan();
    let rows = table(site, "initiatives");
    assert_eq!(rows.len(), 19);
    for (row, it) in rows.iter().zip(&initiatives) {
        assert_eq!(row["id"], format!("plan/{}", it.id));
        let numbers = ["level_1_number", "level_2_number", "number"].map(|column| row[column].as_str());
        assert_eq!(numbers.join("-"), it.id);
        assert_eq!(row["title"], it.title);
        // Departments of parts among them, each once.
        let all = it.departments.iter().chain(it.programs.iter().flat_map(|part| &part.departments));
        let mut seen = BTreeSet::new();
        assert_eq!(row["departments"], joined(all.filter(|name| seen.insert(*name))));
        assert_eq!(row["less"], joined(&it.less));
        assert_eq!(row["sdgs"], joined(it.sdgs.iter().map(|target| format!("sdgs/{target}"))));
        assert_eq!(row["website"], it.disclosure.website.to_string());
        assert_eq!(row["other"], joined(&it.disclosure.other));
        let parts = it.programs.iter().filter(|part| !it.part(part).is_empty());
        let texts = parts.filter_map(|part| Some(format!("{}\n{}", part.name, part.overview.as_ref()?)));
        let own = it.overview.clone();
        assert_eq!(row["overview"], own.into_iter().chain(texts).collect::<Vec<_>>().join("\n\n"));
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
    let site = Published::koriyama();
    let expected: Vec<_> = site.plan().initiatives.iter().flat_map(targets).collect();
    let found = table(site, "targets");
    assert_eq!(found, expected);
    let filled = |column: &str| found.iter().filter(|row| !row[column].is_empty()).count();
    assert!(["target_value", "target_comparator", "baseline_value"].iter().all(|column| filled(column) > 10));
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
    let site = Published::koriyama();
    for (nth, name) in TABLES.into_iter().enumerate() {
        let rows = csv(&site.0[&format!("data/{name}.csv")]);
        let sheet = sheet(&site.0["data/plan.xlsx"], nth);
        assert_eq!(sheet.len(), rows.len(), "{name}");
        for (cells, texts) in sheet.iter().zip(&rows) {
            for (cell, text) in cells.iter().zip(texts) {
                match cell {
                    Data::Empty => assert_eq!(text, ""),
                    Data::String(written) => assert_eq!(written, text),
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

#[test]
fn the_pages_say_what_the_tables_say() {
    let site = Published::koriyama();
    let targets = table(site, "targets");
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
        for target in targets.iter().filter(|target| target["initiative"] == row["id"]) {
            for column in ["measure", "in_words", "baseline_text", "target_text"] {
                assert!(said.contains(&squeeze(&target[column])), "{} of {}", target[column], row["id"]);
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
        let keys: Vec<_> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(keys, listed, "{term}");
        let link = format!("a[href=\"../data/{term}.csv\"]");
        assert_eq!(page.select(&Selector::parse(&link).unwrap()).count(), 1, "{term}");
    }
}

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
fn every_line_ends_as_the_rules_say() {
    let site = Published::koriyama();
    for name in TABLES {
        let bytes = &site.0[&format!("data/{name}.csv")];
        assert!(bytes.starts_with(b"\xEF\xBB\xBF") && bytes.ends_with(b"\r\n"), "{name}");
    }
    // The only lone line feeds stand in texts, which are quoted.
    let text = site.text("data/results.csv");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn nothing_in_a_table_is_a_formula() {
    let site = TestSite::koriyama();
    let file = "content/plan/1-dx/1-organization/1-structure.md";
    site.replace(file, "title: 行政組織の見直し", "title: \"=HYPERLINK(\\\"http://example.jp\\\")\"");
    site.replace(file, "other: [広報こおりやま]", "other: [\"@SUM(A1)\", \"-1+1\"]");
    let site = Published::of(site.build(&[]));
    let raw = site.text("data/initiatives.csv");
    assert!(raw.contains(",\"'=HYPERLINK(\"\"http://example.jp\"\")\",") && raw.contains(",'@SUM(A1);-1+1,"));
    let row = &table(&site, "initiatives")[0];
    assert_eq!(row["title"], "=HYPERLINK(\"http://example.jp\")");
    assert_eq!(row["other"], "@SUM(A1);-1+1");
    let sheet = sheet(&site.0["data/plan.xlsx"], 0);
    assert!(sheet[1].contains(&Data::String("=HYPERLINK(\"http://example.jp\")".to_owned())));
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
