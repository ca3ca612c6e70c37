//! The JSON Schemas that are published with the plan as JSON: every file holds to them, they name every key and no other, and what
//! is said of each key is said for people too.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::published::{Published, all};
use crate::site::{TestSite, project_file};

const FIXTURES: [&str; 4] = ["english", "minimal", "one-level", "three-years"];

/// What a file of data of a site says.
fn data(site: &Published, path: &str) -> Value {
    serde_json::from_str(site.text(path)).unwrap()
}

/// Refuses what the published schema would let others get used to: a key that it does not name.
fn strict(mut schema: Value) -> Validator {
    let forbid = |map: &mut Value| map["additionalProperties"] = json!(false);
    forbid(&mut schema);
    schema["$defs"].as_object_mut().unwrap().values_mut().for_each(forbid);
    jsonschema::validator_for(&schema).unwrap()
}

fn flaws(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|flaw| format!("{flaw} at {}", flaw.instance_path())).collect()
}

/// Holds the data of a site to its own schemas.
fn check(site: &Published, name: &str) {
    let plan = data(site, "data/plan.json");
    let schema = data(site, "data/plan.schema.json");
    assert!(jsonschema::meta::is_valid(&schema), "{name}");
    assert_eq!(plan["$schema"], schema["$id"], "{name}");
    assert_eq!(flaws(&strict(schema), &plan), [""; 0], "{name}");
    let schema = data(site, "data/initiative.schema.json");
    let validator = strict(schema.clone());
    for initiative in plan["initiatives"].as_array().unwrap() {
        let path = format!("data/initiatives/{}.json", initiative["id"].as_str().unwrap());
        let file = data(site, &path);
        assert_eq!(flaws(&validator, &file), [""; 0], "{name}: {path}");
        assert_eq!(file["$schema"], schema["$id"], "{name}: {path}");
        assert_eq!(&file["initiative"], initiative, "{name}: {path}");
        for key in ["title", "organization", "period", "baseline_year", "levels"] {
            assert_eq!(file["plan"][key], plan[key], "{name}: {path}: {key}");
        }
        let around = file["plan"]["sections"].as_array().unwrap();
        assert_eq!(around.len() + 1, plan["levels"].as_array().unwrap().len(), "{name}: {path}");
        assert!(around.iter().all(|it| plan["sections"].as_array().unwrap().contains(it)), "{name}: {path}");
    }
}

#[test]
fn all_data_holds_to_the_schemas() {
    check(Published::koriyama(), "koriyama");
    for fixture in FIXTURES {
        check(&Published::of(TestSite::fixture(fixture).build(&[])), fixture);
    }
}

#[test]
fn what_is_wrong_is_refused() {
    let site = Published::koriyama();
    let schema = data(site, "data/plan.schema.json");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let plan = data(site, "data/plan.json");
    assert!(validator.is_valid(&plan));
    let target = a_target_with_a_comparator(&plan);
    for (place, wrong) in [
        ("/format", json!(2)),
        ("/format", json!("1")),
        ("/period/start", json!("2026")),
        ("/initiatives/0/id", json!(113)),
        ("/initiatives/0/departments", json!(null)),
        (&format!("{target}/target/comparator"), json!("以上")),
        (&format!("{target}/target/number"), json!("10")),
        (&format!("{target}/results"), json!(null)),
    ] {
        let mut bad = plan.clone();
        *bad.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = wrong;
        assert!(!validator.is_valid(&bad), "{place}");
    }
    for (map, key) in
        [("", "format"), ("/organization", "code"), ("/initiatives/0", "overview"), (&target, "note")]
    {
        let mut bad = plan.clone();
        bad.pointer_mut(map).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        assert!(!validator.is_valid(&bad), "{map} without {key}");
    }
}

/// Where the first target is whose value has a comparator.
fn a_target_with_a_comparator(plan: &Value) -> String {
    let places = (0..19)
        .flat_map(|it| (0..9).map(move |target| format!("/initiatives/{it}/programs/0/targets/{target}")));
    let has_one =
        |place: &String| plan.pointer(place).is_some_and(|it| it["target"]["comparator"].is_string());
    places.into_iter().find(has_one).unwrap()
}

/// What a document says of keys: the map, the key, and whether it may be `null`.
fn rows(path: &str) -> BTreeSet<(String, String, bool)> {
    let (mut rows, mut map) = (BTreeSet::new(), "");
    let text = project_file(path);
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            map = heading.split('`').nth(1).unwrap();
        } else if let Some(row) = line.strip_prefix("| `") {
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            let key = cells[0].trim_matches('`').to_owned();
            assert!(rows.insert((map.to_owned(), key, cells[1] == "○")), "{path}: {line}");
        }
    }
    rows
}

/// The same of a schema, where every key and every map has a title and a description.
fn keys(schema: &Value) -> BTreeSet<(String, String, bool)> {
    let root = if schema["properties"].get("initiatives").is_some() { "plan" } else { "initiative_file" };
    let maps = schema["$defs"].as_object().unwrap().iter().map(|(name, map)| (name.as_str(), map));
    let (mut keys, mut words) = (BTreeSet::new(), Vec::new());
    for (name, map) in maps.chain([(root, schema)]) {
        keys.insert(("file".to_owned(), name.to_owned(), false));
        words.push((name, map));
        for (key, property) in map["properties"].as_object().unwrap() {
            let is_null = |it: &Value| it["type"] == "null" || it["type"][1] == "null";
            let among = property["anyOf"].as_array().is_some_and(|all| all.iter().any(is_null));
            keys.insert((name.to_owned(), key.clone(), is_null(property) || among));
            words.push((key, property));
        }
    }
    for (name, said) in words {
        assert!(said["title"].is_string() && said["description"].is_string(), "{name}: {said}");
        assert!(said.get("format").is_none_or(|it| it == "double"), "{name}: {said}");
    }
    keys
}

#[test]
fn every_key_has_words_and_every_word_a_key() {
    let english = Published::of(TestSite::fixture("english").build(&[]));
    for (site, document) in [(Published::koriyama(), "docs/plan-json.md"), (&english, "docs/plan-json.en.md")]
    {
        let schemas = ["data/plan.schema.json", "data/initiative.schema.json"];
        let found: BTreeSet<_> = schemas.iter().flat_map(|path| keys(&data(site, path))).collect();
        let rows = rows(document);
        let apart: Vec<_> = found.symmetric_difference(&rows).collect();
        assert!(apart.is_empty(), "{document}: {apart:#?}");
        // The words are those of the site's language.
        let title = data(site, "data/plan.schema.json")["title"].as_str().unwrap().to_owned();
        assert!(project_file(document).contains(&format!("| `plan` | | {title} |")), "{title}");
    }
}

#[test]
fn the_page_of_an_initiative_leads_to_its_data() {
    let site = Published::koriyama();
    let page = site.initiative("1-1-3");
    for found in ["head > link[rel=alternate][type='application/json']", "main .further a[href$='.json']"] {
        let found = all(&page, found);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].attr("href"), Some("../data/initiatives/1-1-3.json"));
    }
}

#[test]
fn a_site_without_data_has_none_of_it() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "period:", "omit: [data]\nperiod:");
    let site = Published::of(site.build(&[]));
    assert!(site.0.keys().all(|path| !path.starts_with("data/")));
    assert!(
        site.pages().all(|path| all(&site.page(path), "a[href$='.json'], link[href$='.json']").is_empty())
    );
}
