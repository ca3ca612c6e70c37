//! What programs are told of the tables: metadata as CSV on the Web (W3C) has it, and a Data Package (version 2).

use std::io::Write;

use anyhow::Result;
use serde::Serialize;
use serde_json::{Value, json};

use crate::site::distribution::{Distribution, Format};
use crate::site::table::{Column, Kind, SEPARATOR, Table};
use crate::site::{Address, Site};

/// What a number in the key of a comparator can be.
const COMPARATORS: [&str; 5] = ["eq", "ge", "gt", "le", "lt"];

/// Writes the metadata of CSV on the Web.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn csvw(site: &Site, to: &mut dyn Write) -> Result<()> {
    let tables = tables(site).map(|(distribution, table)| csvw_table(site, distribution, table));
    let license = site.config.license.as_ref().and_then(|license| license.url.as_ref());
    let group = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": site.config.language.tag() }],
        "dc:title": site.plan.title,
        "dc:publisher": site.plan.organization.name,
        "dc:license": license.map(|url| &url.value),
        "dc:source": site.base.of(&Address::data_page()),
        "tables": tables.collect::<Vec<_>>(),
    });
    written(without_null(group), to)
}

/// Writes the Data Package.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn package(site: &Site, to: &mut dyn Write) -> Result<()> {
    let resources = tables(site).map(|(distribution, table)| resource(site, distribution, table));
    let license = site.config.license.as_ref().map(|license| {
        let path = license.url.as_ref().map(|url| &url.value);
        // A licence needs a name for programs, or an address; what it is called is its title.
        json!([without_null(json!({ "name": path.is_none().then_some(&license.name.value), "title": license.name.value, "path": path }))])
    });
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "plan",
        "title": site.plan.title,
        "description": site.plan.description,
        "homepage": site.base.of(&Address::data_page()),
        "licenses": license,
        "contributors": [{ "title": site.plan.organization.name, "roles": ["publisher"] }],
        "resources": resources.collect::<Vec<_>>(),
    });
    written(without_null(package), to)
}

/// The tables that there is one of: those of the terms have rows of the first.
fn tables(site: &Site) -> impl Iterator<Item = (&Distribution, Table)> {
    site.distributions.iter().filter(|it| it.is_of_plan()).filter_map(|it| match it.format {
        Format::Csv(table) => Some((it, table)),
        _ => None,
    })
}

fn csvw_table(site: &Site, distribution: &Distribution, table: Table) -> Value {
    let columns = site.columns(table);
    let key = columns.iter().find(|column| column.kind == Kind::Key).map(|column| &column.name);
    let initiative = columns.iter().find(|column| column.kind == Kind::Initiative);
    let foreign = initiative.map(|column| {
        let there = json!({ "resource": "initiatives.csv", "columnReference": "id" });
        json!([{ "columnReference": column.name, "reference": there }])
    });
    let described: Vec<_> = columns.iter().map(csvw_column).collect();
    without_null(json!({
        "url": distribution.name(),
        "dc:title": site.table_title(table),
        "dc:description": site.table_meaning(table),
        "dialect": { "encoding": "utf-8", "lineTerminators": ["\r\n"] },
        "tableSchema": without_null(json!({
            "columns": described,
            "primaryKey": key,
            "foreignKeys": foreign,
        })),
    }))
}

fn csvw_column(column: &Column) -> Value {
    let Column { name, heading, meaning, kind } = column;
    let datatype = match kind {
        Kind::Integer => json!("integer"),
        Kind::Decimal => json!("decimal"),
        Kind::YesOrNo => json!("boolean"),
        Kind::Url => json!("anyURI"),
        Kind::Comparator => json!({ "base": "string", "format": COMPARATORS.join("|") }),
        _ => json!("string"),
    };
    without_null(json!({
        "name": name,
        "titles": heading,
        "dc:description": meaning,
        "datatype": datatype,
        "required": is_needed(*kind).then_some(true),
        "separator": is_several(*kind).then(|| SEPARATOR.to_string()),
    }))
}

fn resource(site: &Site, distribution: &Distribution, table: Table) -> Value {
    let columns = site.columns(table);
    let heading =
        |kind: Kind| columns.iter().find(|column| column.kind == kind).map(|column| &column.heading);
    let key = site.columns(Table::Initiatives).into_iter().find(|column| column.kind == Kind::Key);
    let foreign = heading(Kind::Initiative).zip(key).map(|(own, key)| {
        json!([{ "fields": [own], "reference": { "resource": "initiatives", "fields": [key.heading] } }])
    });
    let fields: Vec<_> = columns.iter().map(field).collect();
    json!({
        "name": table.name(),
        "type": "table",
        "path": distribution.name(),
        "title": site.table_title(table),
        "description": site.table_meaning(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "lineTerminator": "\r\n" },
        "schema": without_null(json!({
            "fields": fields,
            "primaryKey": heading(Kind::Key).map(|key| [key]),
            "foreignKeys": foreign,
        })),
    })
}

/// A field is called what stands above it; what programs call it stands beside.
fn field(column: &Column) -> Value {
    let Column { name, heading, meaning, kind } = column;
    let kind_of = match kind {
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::YesOrNo => "boolean",
        Kind::Texts | Kind::Keys => "list",
        _ => "string",
    };
    let constraints = match kind {
        Kind::Comparator => Some(json!({ "enum": COMPARATORS })),
        _ if is_needed(*kind) => Some(json!({ "required": true })),
        _ => None,
    };
    without_null(json!({
        "name": heading,
        "title": heading,
        "keikaku:name": name,
        "description": meaning,
        "type": kind_of,
        "format": (*kind == Kind::Url).then_some("uri"),
        "delimiter": is_several(*kind).then(|| SEPARATOR.to_string()),
        "constraints": constraints,
    }))
}

fn is_needed(kind: Kind) -> bool {
    matches!(kind, Kind::Key | Kind::Initiative)
}

fn is_several(kind: Kind) -> bool {
    matches!(kind, Kind::Texts | Kind::Keys)
}

/// Neither form has a word for nothing: what is not there is left out.
fn without_null(mut value: Value) -> Value {
    if let Value::Object(map) = &mut value {
        map.retain(|_, value| !value.is_null());
    }
    value
}

fn written(value: impl Serialize, to: &mut dyn Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *to, &value)?;
    Ok(to.write_all(b"\n")?)
}
