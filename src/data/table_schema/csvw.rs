//! `data/csv-metadata.json`: what the tables are, as CSV on the Web (W3C) says it; and of the tables of terms the like in their folders, where
//! programs look for it.

use std::io::Write;

use anyhow::Result;
use serde_json::{Value, json};

use super::{COMPARATORS, heading, is_needed, is_several, tables, without_null, written};
use crate::site::distribution::{Distribution, Format};
use crate::site::table::{Column, Kind, SEPARATOR, Table};
use crate::site::{Address, Site};

/// Writes the metadata of CSV on the Web.
///
/// # Errors
///
/// Those of the writer.
pub(in crate::data) fn csvw(site: &Site, to: &mut dyn Write) -> Result<()> {
    let tables = tables(site).map(|(distribution, table)| csvw_table(site, distribution, table));
    let mut group = group(site);
    group["tables"] = tables.collect();
    written(without_null(group), to)
}

/// Writes the like for the tables of a facet's terms. They have one schema, which the group has for all of them.
///
/// # Errors
///
/// Those of the writer.
pub(in crate::data) fn csvw_of_terms(site: &Site, facet: usize, to: &mut dyn Write) -> Result<()> {
    let tables = site.distributions.iter().filter_map(|it| match it.format {
        Format::Csv(table @ Table::Term { facet: own, .. }) if own == facet => {
            Some(json!({ "url": it.address.name(), "dc:title": site.table_title(table) }))
        }
        _ => None,
    });
    let mut group = group(site);
    group["dc:description"] = site.table_meaning(Table::Term { facet, term: 0 }).into();
    group["dialect"] = dialect();
    group["tableSchema"] = csvw_schema(site, Table::Term { facet, term: 0 });
    group["tables"] = tables.collect();
    written(without_null(group), to)
}

/// What is said of tables together.
fn group(site: &Site) -> Value {
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": site.config.language.tag() }],
        "dc:title": site.plan.title,
        "dc:publisher": site.plan.organization.name,
        "dc:license": site.config.license_url(),
        "dc:source": site.base.of(&Address::data_page()),
    })
}

fn csvw_table(site: &Site, distribution: &Distribution, table: Table) -> Value {
    json!({
        "url": distribution.name(),
        "dc:title": site.table_title(table),
        "dc:description": site.table_meaning(table),
        "dialect": dialect(),
        "tableSchema": csvw_schema(site, table),
    })
}

fn dialect() -> Value {
    json!({ "encoding": "utf-8", "lineTerminators": ["\r\n"] })
}

fn csvw_schema(site: &Site, table: Table) -> Value {
    let columns = site.columns(table);
    let key = columns.iter().find(|column| column.kind == Kind::Key).map(|column| &column.name);
    let initiative = columns.iter().find(|column| column.kind == Kind::Initiative);
    let foreign = initiative.map(|column| {
        let there = json!({ "resource": "initiatives.csv", "columnReference": "id" });
        json!([{ "columnReference": column.name, "reference": there }])
    });
    let described: Vec<_> = columns.iter().map(csvw_column).collect();
    without_null(json!({
        "columns": described,
        "primaryKey": key,
        "foreignKeys": foreign,
    }))
}

fn csvw_column(column: &Column) -> Value {
    let Column { name, meaning, kind, .. } = column;
    let datatype = match kind {
        Kind::Integer => json!("integer"),
        Kind::Decimal => json!("decimal"),
        Kind::Date => json!("date"),
        Kind::YesOrNo => json!("boolean"),
        Kind::Url => json!("anyURI"),
        Kind::Comparator => json!({ "base": "string", "format": COMPARATORS.join("|") }),
        _ => json!("string"),
    };
    without_null(json!({
        "name": name,
        "titles": heading(column),
        "dc:description": meaning,
        "datatype": datatype,
        "required": is_needed(*kind).then_some(true),
        "separator": is_several(*kind).then(|| SEPARATOR.to_string()),
    }))
}
