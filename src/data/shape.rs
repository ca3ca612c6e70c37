//! The shape of the plan as JSON: the types that are written, and of which the published schemas are made (`json_schema.rs`).
//! What is absent is `null` or `[]`, never a missing key; numbers keep the decimals of their print.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::plan::Comparator;

/// The version of the shape. A key that comes to be there leaves it as it is; one that goes, or means something else, makes it one more.
pub(super) const FORMAT: u8 = 1;

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "organization")]
pub(super) struct Organization<'a> {
    pub(super) name: &'a str,
    pub(super) code: Option<&'a str>,
    pub(super) url: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "period")]
pub(super) struct Period {
    pub(super) start: u16,
    pub(super) end: u16,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "section")]
pub(super) struct Section<'a> {
    pub(super) id: String,
    pub(super) level: &'a str,
    pub(super) number: u32,
    pub(super) title: &'a str,
    pub(super) introduction: Option<String>,
    pub(super) url: String,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "term")]
pub(super) struct Term<'a> {
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    pub(super) yomi: &'a str,
    pub(super) description: Option<&'a str>,
    pub(super) url: String,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "sdgs")]
pub(super) struct SdgsTerm {
    pub(super) id: String,
    pub(super) goal: u8,
    /// The goal's: targets have no short names.
    pub(super) name: &'static str,
    pub(super) url: String,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "initiative")]
pub(super) struct Initiative<'a> {
    pub(super) id: String,
    pub(super) number: u32,
    pub(super) title: &'a str,
    pub(super) url: String,
    pub(super) departments: Vec<&'a str>,
    pub(super) less: Vec<&'a str>,
    pub(super) sdgs: Vec<String>,
    pub(super) disclosure: Disclosure<'a>,
    pub(super) overview: Option<String>,
    pub(super) vision: Option<String>,
    pub(super) notes: Option<String>,
    pub(super) programs: Vec<Program<'a>>,
    pub(super) updated: Option<String>,
    /// The newest first.
    pub(super) changes: Vec<Change<'a>>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "change")]
pub(super) struct Change<'a> {
    pub(super) date: String,
    pub(super) what: &'a str,
    pub(super) why: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "disclosure")]
pub(super) struct Disclosure<'a> {
    pub(super) website: bool,
    pub(super) other: &'a [String],
    pub(super) pages: Vec<PageLink<'a>>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "page")]
pub(super) struct PageLink<'a> {
    pub(super) title: &'a str,
    pub(super) url: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "program")]
pub(super) struct Program<'a> {
    pub(super) name: &'a str,
    pub(super) departments: Vec<&'a str>,
    pub(super) overview: Option<String>,
    pub(super) vision: Option<String>,
    pub(super) actions: Vec<Action<'a>>,
    pub(super) targets: Vec<Target<'a>>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "action")]
pub(super) struct Action<'a> {
    pub(super) group: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) schedule: Vec<Bar<'a>>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "bar")]
pub(super) struct Bar<'a> {
    /// From 1.
    pub(super) lane: usize,
    pub(super) start: u16,
    pub(super) end: u16,
    pub(super) text: &'a str,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "target")]
pub(super) struct Target<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) text: Option<&'a str>,
    pub(super) year: Option<u16>,
    pub(super) target: Option<Value<'a>>,
    pub(super) baseline: Option<Baseline<'a>>,
    pub(super) results: Vec<Value<'a>>,
    pub(super) note: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "baseline")]
pub(super) struct Baseline<'a> {
    #[serde(flatten)]
    pub(super) value: Value<'a>,
    pub(super) name: Option<&'a str>,
    pub(super) label: Option<&'a str>,
}

#[derive(JsonSchema, Serialize)]
#[schemars(rename = "value")]
pub(super) struct Value<'a> {
    pub(super) year: Option<u16>,
    pub(super) text: &'a str,
    /// The digits as they are printed, which no float keeps.
    #[schemars(with = "Option<f64>")]
    pub(super) number: Option<Box<RawValue>>,
    pub(super) unit: Option<&'a str>,
    #[schemars(extend("enum" = comparators()))]
    pub(super) comparator: Option<&'static str>,
}

/// The signs of all comparators; none where there is no number.
fn comparators() -> Vec<Option<&'static str>> {
    Comparator::ALL.iter().map(|it| Some(it.sign())).chain([None]).collect()
}
