//! `data/plan.schema.json` and `data/initiative.schema.json`: the shape of the plan as JSON, for programs that check what they read.
//!
//! The shape is asked of the types that are written, so it cannot be another; the words are those of docs/plan-json.md.

use std::io::Write;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::initiative_json::InitiativeFile;
use super::plan_json::Plan;
use crate::language::Language;
use crate::schema::Words;
use crate::site::address::{INITIATIVE_SCHEMA, PLAN_SCHEMA};
use crate::site::{Address, Site};

/// Writes the schema of `data/plan.json`.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn of_plan(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    write::<Plan>(site, PLAN_SCHEMA, to)
}

/// Writes the schema of an initiative's file.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn of_initiative(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    write::<InitiativeFile>(site, INITIATIVE_SCHEMA, to)
}

fn write<T: JsonSchema>(site: &Site, address: &str, to: &mut dyn Write) -> anyhow::Result<()> {
    let schema = schema::<T>(site.config.language, site.base.of(&Address::file(address)));
    serde_json::to_writer_pretty(&mut *to, &schema)?;
    Ok(to.write_all(b"\n")?)
}

fn schema<T: JsonSchema>(language: Language, id: String) -> Schema {
    let words = Words::read(match language {
        Language::Japanese => include_str!("../../docs/plan-json.md"),
        Language::English => include_str!("../../docs/plan-json.en.md"),
    });
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let map = schema.ensure_object();
    say(map, &words, &T::schema_name());
    for (name, definition) in map.get_mut("$defs").and_then(Value::as_object_mut).into_iter().flatten() {
        definition.as_object_mut().into_iter().for_each(|map| say(map, &words, name));
    }
    map.insert("$id".to_owned(), id.into());
    schema
}

/// Says of a map and of its keys what the tables have of them, in the place of the code's own comments.
fn say(map: &mut Map<String, Value>, words: &Words, name: &str) {
    put_words(map, words, ("file", name));
    for (key, property) in map.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if let Some(property) = property.as_object_mut() {
            put_words(property, words, (name, key));
            without_machine(property);
        }
    }
}

fn put_words(map: &mut Map<String, Value>, words: &Words, (name, key): (&str, &str)) {
    let Some(word) = words.find(name, key) else { return };
    map.insert("title".to_owned(), word.title.into());
    map.insert("description".to_owned(), word.text.replace('`', "").into());
}

/// How many bits a number has here is nobody else's matter.
fn without_machine(property: &mut Map<String, Value>) {
    let by_bits = property
        .remove("format")
        .is_some_and(|format| format.as_str().is_some_and(|it| it.starts_with("uint")));
    if by_bits {
        property.remove("maximum");
    }
}
