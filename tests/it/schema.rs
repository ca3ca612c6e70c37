//! What editors' programs are told of the files: JSON Schemas that accept what the program accepts, and mark what is plainly wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::site::{TestSite, key_rows, project, project_file, project_files};

const KINDS: [&str; 8] =
    ["site", "registers", "initiative", "section", "home", "page", "search", "redirects"];

/// What `keikaku schema` says.
fn said(kind: &str, language: &str) -> String {
    let run = TestSite::fixture("minimal").run(&["schema", kind, "--lang", language]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{kind}");
    run.stdout
}

fn schema(kind: &str) -> Value {
    serde_json::from_str(&project_file(&format!("docs/schema/{kind}.json"))).unwrap()
}

fn validator(kind: &str) -> Validator {
    jsonschema::validator_for(&schema(kind)).unwrap()
}

/// A kind of file, and what an editor's program reads in its YAML. `None`: there is none, or it cannot be read.
fn read(path: &str, text: &str) -> Option<(&'static str, Value)> {
    let path = path.split_once("content/").unwrap().1;
    let kind = match path {
        "site.yaml" => "site",
        "search.yaml" => "search",
        "redirects.yaml" => "redirects",
        "plan/_index.md" => "home",
        path if path.starts_with("registers/") => "registers",
        path if path.starts_with("pages/") => "page",
        path if path.starts_with("plan/") && path.ends_with("/_index.md") => "section",
        path if path.starts_with("plan/") => "initiative",
        _ => return None,
    };
    let front_matter = text.strip_prefix("---").and_then(|text| text.split("\n---\n").next());
    let yaml = front_matter.unwrap_or(text);
    Some((kind, serde_yaml::from_str(yaml).ok()?))
}

fn validators() -> BTreeMap<&'static str, Validator> {
    KINDS.iter().map(|kind| (*kind, validator(kind))).collect()
}

/// What the schemas say against the files of a folder of the project.
fn flaws(folder: &str, validators: &BTreeMap<&'static str, Validator>) -> Vec<String> {
    let mut flaws = Vec::new();
    for (path, text) in project_files(folder).iter().filter(|(path, _)| path.contains("content/")) {
        let Some((kind, value)) = read(path, text) else { continue };
        let found = validators[kind].iter_errors(&value);
        flaws.extend(found.map(|flaw| format!("{path}: {flaw} at {}", flaw.instance_path())));
    }
    flaws
}

/// Every map of a schema, with the nearest key above it, and which of its keys are needed.
fn properties(schema: &Value, name: &str) -> Vec<(String, String, Value, bool)> {
    let mut found = Vec::new();
    let map = schema["properties"].as_object();
    for (key, property) in map.into_iter().flatten() {
        let is_needed = schema["required"].as_array().is_some_and(|keys| keys.contains(&json!(key)));
        found.push((name.to_owned(), key.clone(), property.clone(), is_needed));
        found.extend(properties(property, key));
    }
    for inner in [schema.get("items"), schema.get("additionalProperties")].into_iter().flatten() {
        found.extend(properties(inner, name));
    }
    for inner in ["anyOf", "allOf"] {
        let all = schema[inner].as_array();
        found.extend(all.into_iter().flatten().flat_map(|inner| properties(inner, name)));
    }
    found
}

/// The rows of docs/keys.md: the map, the key, and whether it is needed.
fn rows(path: &str) -> BTreeSet<(String, String, bool)> {
    let rows = key_rows(path);
    assert!(rows.iter().all(|(_, cells)| cells.len() == 6), "{path}");
    let said: BTreeSet<_> =
        rows.iter().map(|(map, cells)| (map.clone(), cells[0].clone(), !cells[1].is_empty())).collect();
    assert_eq!(said.len(), rows.len(), "{path}: a key is there twice");
    said
}

#[test]
fn the_published_schemas_are_what_the_program_says() {
    for kind in KINDS {
        for (language, path) in [("ja", format!("{kind}.json")), ("en", format!("{kind}.en.json"))] {
            let (path, said) = (format!("docs/schema/{path}"), said(kind, language));
            if std::env::var("KEIKAKU_BLESS").is_ok_and(|which| which == "1") {
                fs::create_dir_all(project().join("docs/schema")).unwrap();
                fs::write(project().join(&path), &said).unwrap();
            }
            assert!(project_file(&path) == said, "{path}: KEIKAKU_BLESS=1 cargo test schema");
            let schema = serde_json::from_str(&said).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{path}");
        }
    }
    assert_eq!(project_files("docs/schema").len(), 2 * KINDS.len());
}

#[test]
fn every_key_has_words_and_every_word_a_key() {
    for (language, table) in [("ja", "docs/keys.md"), ("en", "docs/keys.en.md")] {
        let mut keys: BTreeSet<_> =
            KINDS.iter().map(|kind| ("file".to_owned(), (*kind).to_owned(), false)).collect();
        for kind in KINDS {
            let schema: Value = serde_json::from_str(&said(kind, language)).unwrap();
            for (map, key, property, is_needed) in properties(&schema, kind) {
                assert!(property["title"].is_string(), "{kind} {language}: {map} {key}");
                if !key.contains('.') {
                    assert!(property["description"].is_string(), "{kind} {language}: {map} {key}");
                    keys.insert((map, key, is_needed));
                }
            }
        }
        let rows = rows(table);
        let apart: Vec<_> = keys.symmetric_difference(&rows).collect();
        assert!(apart.is_empty(), "{table}: {apart:#?}");
    }
}

#[test]
fn every_example_is_one() {
    for kind in KINDS {
        for (map, key, property, _) in properties(&schema(kind), kind) {
            let validator = jsonschema::validator_for(&property).unwrap();
            let examples = property["examples"].as_array().into_iter().flatten();
            for example in examples.chain(property.get("default")) {
                assert!(validator.is_valid(example), "{map} {key}: {example}");
            }
        }
    }
}

#[test]
fn what_the_program_accepts_is_accepted() {
    let mut folders: Vec<_> = ["english", "minimal", "one-level", "three-years"]
        .iter()
        .map(|it| format!("tests/fixtures/{it}"))
        .collect();
    folders.push("content".to_owned());
    let reports = project_files("tests/fixtures/rules");
    let reports = reports.iter().filter(|(path, _)| path.ends_with("/report.txt"));
    // An `allow` in vain is only asked about, and yet no choice that an editor would offer.
    let in_vain = |path: &str| path.contains("/K321") || path.contains("/K323");
    let harmless = reports.filter(|(path, report)| !report.contains("エラー[") && !in_vain(path));
    folders.extend(harmless.map(|(path, _)| path.trim_end_matches("/report.txt").to_owned()));
    assert!(folders.len() > 70, "{}", folders.len());
    let validators = validators();
    let flaws: Vec<_> = folders.iter().flat_map(|folder| flaws(folder, &validators)).collect();
    assert!(flaws.is_empty(), "{flaws:#?}");
}

#[test]
fn what_breaks_a_rule_that_a_schema_can_tell_is_refused() {
    let rules = [
        "K301", "K302", "K303", "K304", "K305", "K306", "K307", "K308", "K309", "K310", "K311", "K312",
        "K313", "K314", "K315", "K316", "K317", "K320", "K321", "K323", "K326", "K327", "K328", "K331",
        "K611", "K612",
    ];
    // For some readers of YAML `yes` and `True` are `true`; spans and days are told by their looks; where a redirect leads is a
    // matter of the whole site.
    let exceptions = [
        "K306",
        "K306-capitals",
        "K308-backwards",
        "K331-no-day",
        "K313-redirect",
        "K313-redirect-signs",
        "K313-redirect-www",
    ];
    let (mut unseen, validators) = (Vec::new(), validators());
    for folder in fs::read_dir(project().join("tests/fixtures/rules")).unwrap() {
        let folder = folder.unwrap().file_name().into_string().unwrap();
        let is_told = rules.contains(&folder.split('-').next().unwrap());
        let is_told = is_told && !exceptions.contains(&folder.as_str());
        if is_told && flaws(&format!("tests/fixtures/rules/{folder}"), &validators).is_empty() {
            unseen.push(folder);
        }
    }
    unseen.sort();
    assert_eq!(unseen, [""; 0]);
}

#[test]
fn what_is_plainly_wrong_is_refused() {
    let good = json!({ "title": "a", "number": 1, "departments": ["市民課"] });
    let initiative = validator("initiative");
    assert!(initiative.is_valid(&good));
    for (key, wrong) in [
        ("departmnets", json!(["市民課"])),
        ("所管課", json!(["市民課"])),
        ("title", json!(null)),
        ("title", json!("")),
        ("title", json!(["a"])),
        ("number", json!(0)),
        ("number", json!("1-1")),
        ("number", json!(1.5)),
        ("departments", json!("市民課")),
        ("departments", json!([12])),
        ("departments", json!({ "市民課": 1 })),
        ("sdgs", json!(["18.1"])),
        ("allow", json!(["K301"])),
        ("actions", json!([{ "schedule": [{ "2026": "a" }] }])),
        ("actions", json!([{ "name": "a", "schedule": [{ "令和8": "a" }] }])),
        ("actions", json!([{ "name": "a", "schedule": [{}] }])),
        ("targets", json!([{ "target": "10%" }])),
        ("targets", json!([{ "name": "a", "text": "b", "target": "10%" }])),
        ("targets", json!([{ "name": "a", "target": "10%", "results": { "26": "a" } }])),
        ("targets", json!([{ "name": "a", "baseline": { "year": 2024 } }])),
        ("disclosure", json!({ "website": "はい" })),
        ("disclosure", json!({ "pages": [{ "url": "https://a.jp/" }] })),
        ("disclosure", json!({ "pages": [{ "title": "a", "url": "a.jp" }] })),
    ] {
        let mut bad = good.clone();
        bad[key] = wrong.clone();
        assert!(!initiative.is_valid(&bad), "{key}: {wrong}");
    }
    for missing in ["title", "number"] {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(missing);
        assert!(!initiative.is_valid(&bad), "{missing}");
    }
}

#[test]
fn what_yaml_takes_for_a_number_is_a_text_all_the_same() {
    let text = "title: 2026\nnumber: '3'\nsdgs: [17.10, 17, '11.a']\n\
        targets: [5, {name: 1, target: 5.70, year: '2027', results: {2026: 3}}]\ndisclosure: {website: 'true'}\n";
    let value: Value = serde_yaml::from_str(text).unwrap();
    assert_eq!(value["sdgs"][0], json!(17.1));
    let flaws: Vec<_> = validator("initiative").iter_errors(&value).map(|flaw| flaw.to_string()).collect();
    assert!(flaws.is_empty(), "{flaws:?}");
}

#[test]
fn an_old_address_may_be_any_word() {
    let redirects = validator("redirects");
    assert!(redirects.is_valid(&json!({ "許可": "plan/1.html", "allow": ["K637"] })));
    assert!(redirects.is_valid(&json!(null)));
    assert!(!redirects.is_valid(&json!({ "allow": "plan/1.html" })));
}

#[test]
fn there_is_no_schema_of_another_kind() {
    assert_eq!(TestSite::fixture("minimal").run(&["schema", "city"]).code, 2);
}

#[test]
fn the_settings_of_the_editor_bind_schemas_that_are_there() {
    let settings: Value = serde_json::from_str(&project_file(".vscode/settings.json")).unwrap();
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    for (schema, files) in schemas {
        let kind = schema.strip_prefix("./docs/schema/").unwrap().strip_suffix(".json").unwrap();
        assert!(KINDS.contains(&kind), "{schema}");
        let file = files.as_str().unwrap().replace('*', "departments");
        assert_eq!(read(&file, "a: 1").map(|(kind, _)| kind), Some(kind), "{file}");
    }
    assert_eq!(schemas.len(), 4);
}
