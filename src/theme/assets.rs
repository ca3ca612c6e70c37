//! The theme's own files as they are published: each under a name that changes with what is in it, so that a page never meets the
//! stylesheet of another build, and browsers can keep them for ever.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Result, bail};

use super::files::ThemeFiles;
use crate::hash::hash;
use crate::picture::png;
use crate::site::Address;

/// The stylesheet of every page.
const STYLESHEET: &str = "style.css";

/// A file as it is published.
pub(crate) struct Asset<'f> {
    pub(crate) address: Address,
    content: Content<'f>,
}

/// What is in a file.
pub(super) enum Content<'f> {
    Bytes(Cow<'f, [u8]>),
    /// An image, as SVG and in its size. To draw it takes longer than all else here, so it waits for its turn among the files of the site.
    Drawing(String, (u16, u16)),
}

/// Files by what templates call them: `style.css`, `fonts/own.woff2`.
pub(super) type Raw<'f> = BTreeMap<String, Content<'f>>;

/// The same, each with its address.
pub(super) type Named<'f> = BTreeMap<String, Asset<'f>>;

impl Asset<'_> {
    /// What is published.
    ///
    /// # Errors
    ///
    /// When an image cannot be drawn.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(bytes.to_vec()),
            Content::Drawing(svg, size) => png(svg, *size),
        }
    }
}

impl Content<'_> {
    /// An image is called after its drawing.
    fn hash(&self) -> String {
        match self {
            Self::Bytes(bytes) => hash([&**bytes]),
            Self::Drawing(svg, (width, height)) => {
                hash([svg.as_bytes(), &width.to_be_bytes(), &height.to_be_bytes()])
            }
        }
    }

    /// A stylesheet's text; one in another encoding names nothing that could be found, and nothing else names anything.
    fn text(&self) -> &str {
        match self {
            Self::Bytes(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
            Self::Drawing(..) => "",
        }
    }
}

/// The files of a theme. One of `static/` takes the place of one that is put together.
pub(super) fn raw(files: &ThemeFiles) -> Raw<'_> {
    let made = scripts(files).chain([(STYLESHEET.to_owned(), stylesheet(files))]);
    let mut raw: Raw = made.map(|(name, bytes)| (name, Content::Bytes(Cow::Owned(bytes)))).collect();
    let own = files.below("static");
    raw.extend(own.map(|(path, bytes)| (path.to_owned(), Content::Bytes(Cow::Borrowed(bytes)))));
    raw
}

/// The files of `styles/`, in the order of their names.
fn stylesheet(files: &ThemeFiles) -> Vec<u8> {
    let parts: Vec<_> = files.below("styles").map(|(_, bytes)| bytes.trim_ascii()).collect();
    [&parts.join(&b"\n\n"[..])[..], b"\n"].concat()
}

/// Of `scripts/` each script, and for each folder one file of its name: the scripts in it, in the order of their names. Without indentation
/// and the lines that are nothing but a comment, which are for those who change the theme and would be a fifth of what phones load.
fn scripts(files: &ThemeFiles) -> impl Iterator<Item = (String, Vec<u8>)> {
    let mut scripts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, bytes) in files.below("scripts") {
        let Some(path) = path.strip_suffix(".js") else { continue };
        let (name, _) = path.split_once('/').unwrap_or((path, ""));
        let script = scripts.entry(format!("{name}.js")).or_default();
        let is_code = |line: &&[u8]| !line.is_empty() && !line.starts_with(b"//");
        for line in bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(is_code) {
            script.extend(line);
            script.push(b'\n');
        }
    }
    scripts.into_iter()
}

/// Gives all files their addresses: a stylesheet after the files that it names, whose new names are a part of it.
///
/// # Errors
///
/// When stylesheets name each other in a ring.
pub(super) fn named(raw: Raw<'_>) -> Result<Named<'_>> {
    let (mut waiting, others): (Raw, Raw) =
        raw.into_iter().partition(|(name, _)| name.strip_suffix(".css").is_some());
    let mut named: Named = others.into_iter().map(with_address).collect();
    while !waiting.is_empty() {
        let is_next = |name: &str, sheet: &Content| {
            let sheet = sheet.text();
            !links(sheet).any(|link| waiting.contains_key(&resolve(name, &sheet[link])))
        };
        let next: BTreeSet<String> = waiting
            .iter()
            .filter(|(name, sheet)| is_next(name, sheet))
            .map(|(name, _)| name.clone())
            .collect();
        if next.is_empty() {
            let ring = waiting.into_keys().collect::<Vec<_>>().join(", ");
            bail!("{ring}: url() が互いを指しています / name each other in a ring");
        }
        for name in next {
            let Some(sheet) = waiting.remove(&name) else { continue };
            let sheet = relinked(&name, sheet, &named);
            named.extend([with_address((name, sheet))]);
        }
    }
    Ok(named)
}

fn with_address((name, content): (String, Content<'_>)) -> (String, Asset<'_>) {
    let address = Address::theme_asset(&name, &content.hash());
    (name, Asset { address, content })
}

/// Where a stylesheet names a file by `url(…)`: what is written there but for quotation marks, a query and a fragment.
fn links(sheet: &str) -> impl Iterator<Item = Range<usize>> {
    sheet.match_indices("url(").filter_map(|(at, begin)| {
        let rest = sheet[at + begin.len()..].trim_start().trim_start_matches(['"', '\'']);
        let start = sheet.len() - rest.len();
        Some(start..start + rest.find(['"', '\'', ')', '?', '#', ' '])?)
    })
}

/// The file that a link in another leads to, as templates call it.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A stylesheet whose links lead to files as they are called now. What is none of the theme's stays as it is.
fn relinked<'f>(name: &str, content: Content<'f>, named: &Named) -> Content<'f> {
    let sheet = content.text();
    let mut relinked = String::new();
    let mut done = 0;
    for link in links(sheet) {
        let Some(Asset { address, .. }) = named.get(&resolve(name, &sheet[link.clone()])) else { continue };
        let folder = sheet[link.clone()].rfind('/').map_or(0, |slash| slash + 1);
        relinked.push_str(&sheet[done..link.start + folder]);
        relinked.push_str(address.name());
        done = link.end;
    }
    if done == 0 {
        return content;
    }
    relinked.push_str(&sheet[done..]);
    Content::Bytes(Cow::Owned(relinked.into_bytes()))
}
