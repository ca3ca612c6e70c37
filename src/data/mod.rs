//! What is published besides pages: the plan as data, and what search engines ask for. One file a format.

mod initiatives_json;
mod plan_json;
mod record;
mod sitemap;

pub(crate) use initiatives_json::initiatives_json;
pub(crate) use plan_json::plan_json;
pub(crate) use record::record;
pub(crate) use sitemap::{robots, sitemaps};
