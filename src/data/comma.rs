//! Tables as CSV (RFC 4180), in UTF-8 with a mark at the beginning by which programs for tables know it.

use std::borrow::Cow;
use std::io::Write;

use anyhow::Result;
use csv::{Terminator, WriterBuilder};

use super::table::{guarded, rows};
use crate::site::Site;
use crate::site::table::Table;

const MARK: &str = "\u{FEFF}";

/// Writes a table row by row.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn table(site: &Site, table: Table, to: &mut dyn Write) -> Result<()> {
    to.write_all(MARK.as_bytes())?;
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    for column in site.columns(table) {
        file.write_field(&*guarded(Cow::Owned(column.heading)))?;
    }
    file.write_record(None::<&[u8]>)?;
    rows(site, table, &mut |row| {
        for cell in row {
            let written = cell.written();
            let written = if cell.is_text() { guarded(written) } else { written };
            file.write_field(&*written)?;
        }
        Ok(file.write_record(None::<&[u8]>)?)
    })?;
    Ok(file.flush()?)
}
