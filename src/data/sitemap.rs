//! `sitemap.xml` and `robots.txt`, after sitemaps.org.

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::site::address::SITEMAP;
use crate::site::{Address, Site};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The most that one file may hold (sitemaps.org, «Protocol»).
const MOST: usize = 50_000;

/// The sitemap; one file, or several and the index of them.
///
/// # Errors
///
/// None that a writer into memory can have.
pub(crate) fn sitemaps(site: &Site) -> Result<Vec<(Address, Vec<u8>)>> {
    let addresses: Vec<_> = site.listed_pages().map(|page| site.base.of(&page.address)).collect();
    let main = Address::file(SITEMAP);
    if addresses.len() <= MOST {
        return Ok(vec![(main, list("urlset", "url", &addresses)?)]);
    }
    let mut files = Vec::new();
    for (number, part) in (1..).zip(addresses.chunks(MOST)) {
        files.push((Address::sitemap(number), list("urlset", "url", part)?));
    }
    let parts: Vec<_> = files.iter().map(|(address, _)| site.base.of(address)).collect();
    files.push((main, list("sitemapindex", "sitemap", &parts)?));
    Ok(files)
}

/// Everything may be found.
pub(crate) fn robots(site: &Site) -> Vec<u8> {
    let sitemap = site.base.of(&Address::file(SITEMAP));
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").into_bytes()
}

/// A list of addresses, each in an element of its own.
fn list(outer: &str, inner: &str, addresses: &[String]) -> Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.create_element(outer).with_attribute(("xmlns", NAMESPACE)).write_inner_content(|writer| {
        for address in addresses {
            writer.create_element(inner).write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(address))?;
                Ok(())
            })?;
        }
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}
