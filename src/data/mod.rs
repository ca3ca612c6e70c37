//! What is published besides pages: the plan as data, and what search engines ask for. One file a format.

mod atom;
mod calendar;
mod catalog;
mod content_line;
mod comma;
mod counted;
mod feed;
mod initiative_json;
mod initiatives_json;
mod json_feed;
mod json_schema;
mod plan_json;
mod record;
mod shape;
mod sitemap;
mod stratml;
mod table;
mod table_schema;
mod workbook;
mod xml;

pub(crate) use counted::measure;
pub(crate) use initiatives_json::initiatives_json;
pub(crate) use record::record;
pub(crate) use sitemap::{robots, sitemaps};

use std::io::Write;

use anyhow::Result;

use counted::Counted;
use feed::Feed;

use crate::site::Site;
use crate::site::distribution::{Distribution, Format};

/// Writes a file of the plan as data, and notes how long it was.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn write(site: &Site, distribution: &Distribution, to: &mut dyn Write) -> Result<()> {
    let mut counted = Counted::new(to);
    let address = &distribution.address;
    let written = match distribution.format {
        Format::PlanJson => plan_json::plan_json(site, &mut counted),
        Format::PlanSchema => json_schema::of_plan(site, &mut counted),
        Format::InitiativeJson { index } => initiative_json::initiative_json(site, index, &mut counted),
        Format::InitiativeSchema => json_schema::of_initiative(site, &mut counted),
        Format::Csv(table) => comma::table(site, table, &mut counted),
        Format::Workbook => workbook::workbook(site, &mut counted),
        Format::Csvw => table_schema::csvw(site, &mut counted),
        Format::CsvwOfTerms { facet } => table_schema::csvw_of_terms(site, facet, &mut counted),
        Format::Package => table_schema::package(site, &mut counted),
        Format::Stratml => stratml::stratml(site, &mut counted),
        Format::Catalog => catalog::catalog(site, &mut counted),
        Format::Atom(scope) => atom::atom(site, &Feed::of(site, scope, address), &mut counted),
        Format::JsonFeed(scope) => json_feed::json_feed(site, &Feed::of(site, scope, address), &mut counted),
        Format::Calendar(scope) => calendar::calendar(site, scope, &mut counted),
    };
    if let Some(error) = counted.failed {
        return Err(error.into());
    }
    written?;
    // Whoever writes it again writes as much.
    let _ = distribution.size.set(counted.bytes);
    Ok(())
}
