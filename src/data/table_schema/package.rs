//! `data/datapackage.json`: what the tables are, as a Data Package (version 2) says it. The tables of terms are not among them: they have nothing but rows of the
//! first, and a large plan has thousands.

use std::io::Write;

use anyhow::Result;
use serde_json::{Value, json};

use super::{COMPARATORS, heading, is_needed, is_several, tables, without_null, written};
use crate::site::distribution::Distribution;
use crate::site::table::{Column, Kind, SEPARATOR, Table};
use crate::site::{Address, Site};

/// Writes the Data Package.
///
/// # Errors
///
/// Those of the writer.
pub(in crate::data) fn package(site: &Site, to: &mut dyn Write) -> Result<()> {
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

fn resource(site: &Site, distribution: &Distribution, table: Table) -> Value {
    let columns = site.columns(table);
    let of_kind = |kind: Kind| columns.iter().find(|column| column.kind == kind).map(heading);
    let key = site.columns(Table::Initiatives).into_iter().find(|column| column.kind == Kind::Key);
    let foreign = of_kind(Kind::Initiative).zip(key).map(|(own, key)| {
        json!([{ "fields": [own], "reference": { "resource": "initiatives", "fields": [heading(&key)] } }])
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
            "primaryKey": of_kind(Kind::Key).map(|key| [key]),
            "foreignKeys": foreign,
        })),
    })
}

/// A field is called what stands above it; what programs call it stands beside.
fn field(column: &Column) -> Value {
    let Column { name, meaning, kind, .. } = column;
    let heading = heading(column);
    let kind_of = match kind {
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Date => "date",
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
