//! Texts that programs for tables would take for something else.

use calamine::Data;

use crate::published::Published;
use crate::site::TestSite;
use crate::tables::{sheet, table};

/// What programs for tables may take for a formula, and what is near to it. No text that is read begins with white space.
const ODD: [&str; 10] = [
    "=HYPERLINK(\"http://example.jp\")",
    "+81-24",
    "-1+1",
    "@SUM(A1)",
    "'=1",
    "''",
    "＝1+1",
    "＋1",
    "－3%",
    "＠SUM",
];

#[test]
fn nothing_in_a_table_is_a_formula() {
    let site = TestSite::fixture("minimal");
    let action = |text: &&str| ["  - name: ", &serde_json::json!(text).to_string(), "\n"].concat();
    let actions: String = ODD.iter().map(action).collect();
    let other = serde_json::json!(ODD[3..5]);
    let more = format!("number: 1\ndisclosure:\n  other: {other}\nactions:\n{actions}");
    site.replace("content/plan/1.md", "number: 1\n", &more);
    let site = Published::of(site.build(&[]));
    let rows = table(&site, "actions");
    assert_eq!(rows.iter().map(|row| row["action"].as_str()).collect::<Vec<_>>(), ODD);
    assert_eq!(table(&site, "initiatives")[0]["other"], ODD[3..5].join(";"));
    let raw = site.text("data/actions.csv").trim_start_matches('\u{FEFF}');
    let mut raw = csv::Reader::from_reader(raw.as_bytes());
    let raw: Vec<_> =
        raw.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(raw.iter().filter(|cell| cell.starts_with('\'')).count(), ODD.len());
    assert!(
        !raw.iter()
            .any(|cell| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']))
    );
    // In the workbook a text is a text, whatever it begins with, and stands there as it is.
    let sheet = sheet(&site.0["data/plan.xlsx"], 1);
    for text in ODD {
        assert!(sheet.iter().flatten().any(|cell| *cell == Data::String(text.to_owned())), "{text:?}");
    }
}

#[test]
fn a_tag_is_text_in_the_workbook() {
    let site = TestSite::fixture("minimal");
    let odd = ["<r>a & b</r>", "<r><t>a</t></r>", "</si>", "&amp;"];
    let action = |text: &&str| ["  - name: ", &serde_json::json!(text).to_string(), "\n"].concat();
    let actions: String = odd.iter().map(action).collect();
    site.replace("content/plan/1.md", "number: 1\n", &format!("number: 1\nactions:\n{actions}"));
    let site = Published::of(site.build(&[]));
    let sheet = sheet(&site.0["data/plan.xlsx"], 1);
    for text in odd {
        assert!(sheet.iter().flatten().any(|cell| *cell == Data::String(text.to_owned())), "{text:?}");
    }
}

#[test]
fn what_stands_above_a_column_is_text_too_and_is_called_the_same_in_the_metadata() {
    let site = TestSite::fixture("english");
    site.replace("content/site.yaml", "levels: [Goal,", "levels: [\"<r>=1</r>\",");
    let odd = Published::of(site.build(&[]));
    let heading = Data::String("<r>=1</r>".to_owned());
    assert!(sheet(&odd.0["data/plan.xlsx"], 0)[0].contains(&heading));
    site.replace("content/site.yaml", "<r>=1</r>", "=1");
    let odd = Published::of(site.build(&[]));
    assert!(odd.text("data/initiatives.csv").lines().next().unwrap().contains(",'=1,"));
    let package: serde_json::Value = serde_json::from_str(odd.text("data/datapackage.json")).unwrap();
    assert_eq!(package["resources"][0]["schema"]["fields"][2]["name"], "'=1");
    assert!(odd.text("data/csv-metadata.json").contains(r#""titles": "'=1""#));
}

#[test]
fn a_day_before_excel_is_text() {
    let site = TestSite::fixture("minimal");
    site.replace("content/plan/1.md", "number: 1\n", "number: 1\nupdated: 1899-12-31\n");
    let site = Published::of(site.build(&[]));
    let sheet = sheet(&site.0["data/plan.xlsx"], 0);
    assert!(sheet[1].contains(&Data::String("1899-12-31".to_owned())), "{:?}", sheet[1]);
}
