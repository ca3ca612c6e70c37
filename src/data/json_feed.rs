//! Feeds as JSON Feed (1.1).

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::feed::{Entry, Feed};
use crate::site::Site;

const VERSION: &str = "https://jsonfeed.org/version/1.1";

#[derive(Serialize)]
struct JsonFeed<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: &'f str,
    feed_url: &'f str,
    language: &'static str,
    authors: [Author<'f>; 1],
    items: Vec<Item<'f>>,
}

/// What is absent is left out, as the format asks for.
#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'f str>,
}

#[derive(Serialize)]
struct Item<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    content_text: String,
    date_modified: &'f str,
    tags: &'f [&'f str],
}

/// Writes a feed.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn json_feed(site: &Site, feed: &Feed, to: &mut dyn Write) -> Result<()> {
    let organization = &site.plan.organization;
    let url = organization.url.as_deref().map(String::as_str);
    let json = JsonFeed {
        version: VERSION,
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.own,
        language: site.config.language.tag(),
        authors: [Author { name: &organization.name, url }],
        items: feed.entries.iter().map(|entry| item(site, entry)).collect(),
    };
    serde_json::to_writer(&mut *to, &json)?;
    Ok(to.write_all(b"\n")?)
}

fn item<'f>(site: &Site, entry: &'f Entry) -> Item<'f> {
    let changes: Vec<_> = entry.lines(site).map(|lines| lines.join("\n")).collect();
    Item {
        id: &entry.id,
        url: &entry.page,
        title: &entry.title,
        content_text: changes.join("\n\n"),
        date_modified: &entry.moment,
        tags: &entry.departments,
    }
}
