//! `data/plan.json` as someone reads it who knows nothing but its description. Numbers are kept as they are printed there,
//! because 60.0 is not 60 in a plan.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::published::Published;

#[derive(Deserialize)]
pub struct Plan {
    pub sections: Vec<Section>,
    pub departments: Vec<Term>,
    pub less: Vec<Term>,
    pub initiatives: Vec<Initiative>,
}

#[derive(Deserialize)]
pub struct Section {
    pub id: String,
    pub level: String,
    pub title: String,
    pub introduction: Option<String>,
}

#[derive(Deserialize)]
pub struct Term {
    pub slug: String,
    pub name: String,
    pub yomi: String,
    pub description: Option<String>,
}

#[derive(Deserialize)]
pub struct Initiative {
    pub id: String,
    pub title: String,
    pub departments: Vec<String>,
    pub less: Vec<String>,
    pub sdgs: Vec<String>,
    pub disclosure: Disclosure,
    pub overview: Option<String>,
    pub vision: Option<String>,
    pub notes: Option<String>,
    pub programs: Vec<Program>,
    pub updated: Option<String>,
    pub changes: Vec<Change>,
}

#[derive(Deserialize)]
pub struct Change {
    pub date: String,
    pub what: String,
    pub why: Option<String>,
}

#[derive(Deserialize)]
pub struct Disclosure {
    pub website: bool,
    pub other: Vec<String>,
    pub pages: Vec<WebPage>,
}

#[derive(Deserialize)]
pub struct WebPage {
    pub title: String,
    pub url: Option<String>,
}

#[derive(Deserialize)]
pub struct Program {
    pub name: String,
    pub departments: Vec<String>,
    pub overview: Option<String>,
    pub vision: Option<String>,
    pub actions: Vec<Action>,
    pub targets: Vec<Target>,
}

#[derive(Deserialize)]
pub struct Action {
    pub group: Option<String>,
    pub name: String,
    pub schedule: Vec<Bar>,
}

#[derive(Deserialize)]
pub struct Bar {
    pub lane: u32,
    pub start: u32,
    pub end: u32,
    pub text: String,
}

#[derive(Deserialize)]
pub struct Target {
    pub name: Option<String>,
    pub text: Option<String>,
    pub year: Option<u32>,
    pub target: Option<Value>,
    pub baseline: Option<Value>,
    pub results: Vec<Value>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
pub struct Value {
    pub year: Option<u32>,
    pub text: String,
    number: Option<Box<RawValue>>,
    pub unit: Option<String>,
    pub comparator: Option<String>,
    /// Of a baseline alone.
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub label: Option<String>,
}

impl Initiative {
    /// The name of a part; empty where the initiative has no parts and is its own programme.
    pub fn part<'p>(&self, program: &'p Program) -> &'p str {
        if self.programs.len() == 1 && program.name == self.title { "" } else { &program.name }
    }
}

impl Value {
    /// The digits of its number as they stand in the file.
    pub fn digits(&self) -> &str {
        self.number.as_ref().map_or("", |number| number.get())
    }
}

/// Every key of the file, as it is described; what is in [ ] is a list of the like.
const SHAPE: [(&str, &str); 18] = [
    (
        "",
        "$schema format title description introduction organization period baseline_year levels updated sections departments less sdgs initiatives",
    ),
    ("organization", "name code url"),
    ("period", "start end"),
    ("sections[]", "id level number title introduction url"),
    ("departments[]", "slug name yomi description url"),
    ("less[]", "slug name yomi description url"),
    ("sdgs[]", "id goal name url"),
    (
        "initiatives[]",
        "id number title url departments less sdgs disclosure overview vision notes programs updated changes",
    ),
    ("initiatives[].changes[]", "date what why"),
    ("initiatives[].disclosure", "website other pages"),
    ("initiatives[].disclosure.pages[]", "title url"),
    ("initiatives[].programs[]", "name departments overview vision actions targets"),
    ("initiatives[].programs[].actions[]", "group name schedule"),
    ("initiatives[].programs[].actions[].schedule[]", "lane start end text"),
    ("initiatives[].programs[].targets[]", "name text year target baseline results note"),
    ("initiatives[].programs[].targets[].target", "year text number unit comparator"),
    ("initiatives[].programs[].targets[].baseline", "year text number unit comparator name label"),
    ("initiatives[].programs[].targets[].results[]", "year text number unit comparator"),
];

#[test]
fn the_plan_as_data_has_every_key_that_is_described_and_no_other() {
    let text = Published::koriyama().text("data/plan.json");
    let mut seen = BTreeSet::new();
    check_shape("", &serde_json::from_str(text).unwrap(), &mut seen);
    // Changes and results are the follow-up of later years.
    let never = ["initiatives[].changes[]", "initiatives[].programs[].targets[].results[]"];
    let missing: Vec<_> = SHAPE.iter().filter(|(place, _)| !seen.contains(*place)).map(|it| it.0).collect();
    assert_eq!(missing, never);
}

/// Holds every map in a value to the keys that are described for its place.
fn check_shape(place: &str, value: &serde_json::Value, seen: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            let found: BTreeSet<_> = map.keys().map(String::as_str).collect();
            let (_, keys) = SHAPE.iter().find(|(described, _)| *described == place).unwrap();
            assert_eq!(found, keys.split(' ').collect(), "{place}");
            seen.insert(place.to_owned());
            for (key, value) in map {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                check_shape(&place, value, seen);
            }
        }
        serde_json::Value::Array(values) => {
            for value in values {
                check_shape(&format!("{place}[]"), value, seen);
            }
        }
        _ => {}
    }
}

#[test]
fn the_plan_as_data_says_what_the_plan_is() {
    let text = Published::koriyama().text("data/plan.json");
    let plan: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(plan["title"], "郡山市 実施計画");
    assert_eq!(plan["organization"]["code"], "072036");
    assert_eq!((&plan["period"]["start"], &plan["period"]["end"]), (&2026.into(), &2029.into()));
    assert_eq!(plan["baseline_year"], 2024);
    assert_eq!(plan["levels"], serde_json::json!(["重点推進目標", "取組事項", "実施計画"]));
    let goals: Vec<_> = plan["sdgs"].as_array().unwrap().iter().map(|it| (&it["id"], &it["goal"])).collect();
    let expected = [("5", 5), ("5.5", 5), ("6", 6), ("6.1", 6), ("6.6", 6)];
    let expected = expected.iter().chain(&[("17", 17), ("17.14", 17), ("17.17", 17)]);
    let expected: Vec<_> = expected.map(|(id, goal)| ((*id).into(), (*goal).into())).collect();
    assert_eq!(goals, expected.iter().map(|(id, goal)| (id, goal)).collect::<Vec<_>>());
}

#[test]
fn every_address_in_the_data_is_a_page() {
    let site = Published::koriyama();
    let text = site.text("data/plan.json");
    let base = "\"url\":\"https://plan.example.jp/";
    let addresses: Vec<_> = text.split(base).skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(addresses.iter().all(|address| site.has(address)), "{addresses:?}");
    // Sections, departments, categories, goals and targets, initiatives.
    assert_eq!(addresses.len(), 5 + 14 + 5 + 8 + 19);
}
