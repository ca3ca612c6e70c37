//! Pages to HTML: the only place that knows Tera.
//!
//! Templates see the variables `site` and `words` on every page, `page`, and one variable that is named as the template.
//! docs/theme.md describes them.

mod files;

pub(crate) use files::ThemeFiles;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::mem::discriminant;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use rayon::prelude::*;
use tera::{Context, ErrorKind, Tera, TeraResult, Value};

use crate::picture::{HEIGHT, WIDTH};
use crate::site::view::PICTURE;
use crate::site::{Address, Page, Site};

/// A theme, ready to render the pages of one site.
pub(crate) struct Theme<'s> {
    site: &'s Site,
    tera: Tera,
}

/// A page is larger than its view; this saves most of the growing.
const USUAL_PAGE: usize = 16 << 10;

impl<'s> Theme<'s> {
    /// Reads the templates.
    ///
    /// # Errors
    ///
    /// When a template cannot be read, or uses a filter, function or component that there is not.
    pub(crate) fn new(files: &ThemeFiles, site: &'s Site) -> Result<Self> {
        let mut tera = Tera::new();
        tera.autoescape_on(ESCAPED);
        let mut templates = Vec::new();
        let is_template =
            |(path, _): &(&str, _)| Path::new(path).extension().is_some_and(|it| it == "html" || it == "svg");
        for (path, bytes) in files.below("templates").filter(is_template) {
            let text = std::str::from_utf8(bytes);
            templates.push((
                path,
                text.map_err(|_| anyhow!("templates/{path}: UTF-8 ではありません / not UTF-8"))?,
            ));
        }
        tera.add_raw_templates(templates).map_err(|error| explain(&error))?;
        let global = tera.global_context();
        global.insert("site", &site.site_view());
        global.insert("words", &site.words);
        // Made once, as every initiative stands in a dozen lists.
        let entry = |index| Value::try_from_serializable(&site.entry(index));
        let entries: TeraResult<Vec<_>> =
            (0..site.plan.initiatives.len()).into_par_iter().map(entry).collect();
        global.insert_value("initiatives", Value::from(entries.map_err(|error| explain(&error))?));
        Ok(Self { site, tera })
    }

    /// Renders the first page of each kind, so that a template that asks for what there is not is found before anything is
    /// published.
    ///
    /// # Errors
    ///
    /// As [`Theme::render`].
    pub(crate) fn rehearse(&self) -> Result<()> {
        let mut kinds = HashSet::new();
        for drawing in &DRAWINGS {
            self.draw(drawing)?;
        }
        let first = self.site.pages.iter().filter(|page| kinds.insert(discriminant(&page.content)));
        first
            .map(|page| self.render(page).with_context(|| page.address.to_string()))
            .try_for_each(|page| page.map(drop))
    }

    /// The ids on a page: where a link into it can lead.
    ///
    /// # Errors
    ///
    /// As [`Theme::render`].
    pub(crate) fn ids(&self, page: &Page) -> Result<BTreeSet<String>> {
        let html = self.render(page)?;
        let html = String::from_utf8_lossy(&html);
        let behind = html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"'));
        Ok(behind.map(|(id, _)| id.to_owned()).collect())
    }

    /// An image as SVG.
    ///
    /// # Errors
    ///
    /// As [`Theme::render`].
    pub(crate) fn draw(&self, drawing: &Drawing) -> Result<String> {
        let mut context = Context::new();
        if drawing.has_text {
            context.insert("picture", &self.site.picture_view());
        }
        self.tera.render(drawing.template, &context).map_err(|error| explain(&error))
    }

    /// A page as HTML.
    ///
    /// # Errors
    ///
    /// When its template asks for what the page does not have; the message names the template and the line.
    pub(crate) fn render(&self, page: &Page) -> Result<Vec<u8>> {
        let (meta, view) = self.site.view(page);
        let name = view.name();
        let mut context = Context::new();
        context.insert("page", &meta);
        context.insert(name, &view);
        let mut html = Vec::with_capacity(USUAL_PAGE);
        let template = format!("{}.html", name.replace('_', "-"));
        self.tera.render_to(&template, &context, &mut html).map_err(|error| explain(&error))?;
        Ok(html)
    }
}

/// In which templates text is escaped.
const ESCAPED: [&str; 2] = [".html", ".svg"];

/// An image that is drawn by a template.
#[derive(Debug)]
pub(crate) struct Drawing {
    template: &'static str,
    /// Its name in the theme's folder.
    pub(crate) file: &'static str,
    /// Width and height in pixels.
    pub(crate) size: (u16, u16),
    /// Whether its template sees `picture`, whose texts are measured.
    has_text: bool,
}

static DRAWINGS: [Drawing; 2] = [
    Drawing { template: "picture.svg", file: PICTURE, size: (WIDTH, HEIGHT), has_text: true },
    // As large as the icon of an iPhone.
    Drawing { template: "icon.svg", file: "apple-touch-icon.png", size: (180, 180), has_text: false },
];

/// The images that are drawn: `static/` may have any of them itself.
pub(crate) fn drawings(files: &ThemeFiles) -> Vec<&'static Drawing> {
    let own: BTreeSet<_> = files.below("static").map(|(path, _)| path).collect();
    DRAWINGS.iter().filter(|drawing| !own.contains(drawing.file)).collect()
}

/// The stylesheet of every page.
const STYLESHEET: &str = "style.css";

/// The theme's own files, and where they are published. A file of `static/` takes the place of one that is put together.
pub(crate) fn assets(files: &ThemeFiles) -> Vec<(Address, Cow<'_, [u8]>)> {
    let made = scripts(files).chain([(STYLESHEET.to_owned(), stylesheet(files))]);
    let mut assets: BTreeMap<String, Cow<'_, [u8]>> =
        made.map(|(name, bytes)| (name, Cow::Owned(bytes))).collect();
    assets.extend(files.below("static").map(|(path, bytes)| (path.to_owned(), Cow::Borrowed(bytes))));
    assets.into_iter().map(|(name, bytes)| (Address::theme_asset(&name), bytes)).collect()
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

/// A Tera error with its place, but without Tera's drawing, whose caret does not stand under Japanese text. Of what is
/// found before any rendering (an unknown filter or component) Tera gives nothing but its drawing.
fn explain(error: &tera::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let (line, column) = (span.start_line, span.start_col + 1);
            anyhow!("templates/{}:{line}:{column}: {}", report.filename(), report.message())
        }
        _ => anyhow!("{error}"),
    }
}
