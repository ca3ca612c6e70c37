//! What is published besides pages: the plan as data, and what search engines ask for. One file a format.

mod catalog;
mod initiative_json;
mod initiatives_json;
mod json_schema;
mod plan_json;
mod record;
mod shape;
mod sitemap;
mod stratml;

pub(crate) use initiatives_json::initiatives_json;
pub(crate) use record::record;
pub(crate) use sitemap::{robots, sitemaps};

use std::io::Write;

use anyhow::Result;

use crate::site::Site;
use crate::site::distribution::Format;

/// Writes a file of the plan as data.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn write(site: &Site, format: Format, to: &mut dyn Write) -> Result<()> {
    match format {
        Format::PlanJson => plan_json::plan_json(site, to),
        Format::PlanSchema => json_schema::of_plan(site, to),
        Format::InitiativeJson { index } => initiative_json::initiative_json(site, index, to),
        Format::Stratml => stratml::stratml(site, to),
        Format::Catalog => catalog::catalog(site, to),
        Format::InitiativeSchema => json_schema::of_initiative(site, to),
    }
}
