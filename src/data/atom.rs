//! Feeds as Atom (RFC 4287).

use std::io::Write;

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::feed::{Entry, Feed};
use super::xml::{Xml, legal, text};
use crate::site::Site;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// Writes a feed.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn atom(site: &Site, feed: &Feed, to: &mut dyn Write) -> Result<()> {
    let mut writer = Writer::new_with_indent(to, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("feed").with_attribute(("xmlns", NAMESPACE));
    root.with_attribute(("xml:lang", site.config.language.tag())).write_inner_content(|writer| {
        text(writer, "title", &feed.title)?;
        text(writer, "id", &feed.own)?;
        link(writer, "self", "application/atom+xml", &feed.own)?;
        link(writer, "alternate", "text/html", &feed.page)?;
        text(writer, "updated", feed.moment())?;
        author(writer, site)?;
        feed.entries.iter().try_for_each(|entry| self::entry(writer, site, entry))
    })?;
    Ok(writer.into_inner().write_all(b"\n")?)
}

fn author(writer: &mut Xml, site: &Site) -> std::io::Result<()> {
    let organization = &site.plan.organization;
    writer.create_element("author").write_inner_content(|writer| {
        text(writer, "name", &organization.name)?;
        organization.url.as_ref().map_or(Ok(()), |url| text(writer, "uri", url))
    })?;
    Ok(())
}

fn entry(writer: &mut Xml, site: &Site, entry: &Entry) -> std::io::Result<()> {
    writer.create_element("entry").write_inner_content(|writer| {
        text(writer, "title", &entry.title)?;
        text(writer, "id", &entry.id)?;
        link(writer, "alternate", "text/html", &entry.page)?;
        text(writer, "updated", &entry.moment)?;
        for department in &entry.departments {
            writer.create_element("category").with_attribute(("term", &*legal(department))).write_empty()?;
        }
        let content = writer.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&legal(&html(site, entry))))?;
        Ok(())
    })?;
    Ok(())
}

/// A paragraph a change. What editors wrote is text, whatever signs are in it.
fn html(site: &Site, entry: &Entry) -> String {
    let paragraph = |lines: Vec<String>| {
        let lines: Vec<_> = lines.iter().flat_map(|text| text.lines()).map(partial_escape).collect();
        format!("<p>{}</p>", lines.join("<br>"))
    };
    entry.lines(site).map(paragraph).collect()
}

fn link(writer: &mut Xml, relation: &str, media_type: &str, address: &str) -> std::io::Result<()> {
    let attributes = [("rel", relation), ("type", media_type), ("href", address)];
    writer.create_element("link").with_attributes(attributes).write_empty()?;
    Ok(())
}
