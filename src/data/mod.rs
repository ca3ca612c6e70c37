//! What is published besides pages: the plan as data, and what search engines ask for. One file a format.

mod atom;
mod calendar;
mod feed;
mod initiatives_json;
mod json_feed;
mod plan_json;
mod record;
mod sitemap;

pub(crate) use initiatives_json::initiatives_json;
pub(crate) use record::record;
pub(crate) use sitemap::{robots, sitemaps};

use std::io::Write;

use anyhow::Result;

use crate::site::Site;
use crate::site::distribution::Format;
use feed::Feed;

/// Writes a file of the plan as data.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn write(site: &Site, format: Format, to: &mut dyn Write) -> Result<()> {
    match format {
        Format::PlanJson => plan_json::plan_json(site, to),
        Format::Atom(scope) => atom::atom(site, &Feed::of(site, scope, &format.address(site)), to),
        Format::Calendar(scope) => calendar::calendar(site, scope, to),
        Format::JsonFeed(scope) => {
            json_feed::json_feed(site, &Feed::of(site, scope, &format.address(site)), to)
        }
    }
}
