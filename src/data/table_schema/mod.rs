//! What programs are told of the tables: metadata as CSV on the Web (W3C) has it, and a Data Package (version 2).

mod csvw;
mod package;

pub(super) use csvw::{csvw, csvw_of_terms};
pub(super) use package::package;

use std::borrow::Cow;
use std::io::Write;

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::table::guarded;
use crate::site::Site;
use crate::site::distribution::{Distribution, Format};
use crate::site::table::{Column, Kind, Table};

/// What a number in the key of a comparator can be.
const COMPARATORS: [&str; 5] = ["eq", "ge", "gt", "le", "lt"];

/// The tables that there is one of: those of the terms have rows of the first.
fn tables(site: &Site) -> impl Iterator<Item = (&Distribution, Table)> {
    site.distributions.iter().filter(|it| it.is_of_plan()).filter_map(|it| match it.format {
        Format::Csv(table) => Some((it, table)),
        _ => None,
    })
}

/// What stands above a column in the file.
fn heading(column: &Column) -> Cow<'_, str> {
    guarded(Cow::Borrowed(&column.heading))
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
