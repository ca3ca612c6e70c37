//! Pages to HTML: the only place that knows Tera.
//!
//! Templates see the variables `site`, `words` and `initiatives` on every page, `page`, and one variable that is named as the template.
//! docs/theme.md describes them.

mod assets;
mod entries;
mod files;
mod kept;
mod shared;

pub(crate) use files::ThemeFiles;
pub(crate) use kept::Kept;
pub(crate) use shared::Shared;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::mem::discriminant;
use std::sync::{Arc, OnceLock};

use anyhow::{Context as _, Result, anyhow};
use rayon::prelude::*;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use assets::{Asset, Content, Named};

use crate::picture::{HEIGHT, WIDTH};
use crate::site::view::PICTURE;
use crate::site::{Page, Site};

/// A theme, ready to render the pages of one site.
pub(crate) struct Theme<'s> {
    site: &'s Site,
    tera: Tera,
    assets: Named<'s>,
    /// Whether any template names what pages say of themselves to programs.
    shows_json_ld: bool,
}

/// A page is larger than its view; this saves most of the growing.
const USUAL_PAGE: usize = 16 << 10;

impl<'s> Theme<'s> {
    /// Reads the templates, draws the images and names the theme's own files; what is `kept` of a theme before is not made again.
    ///
    /// # Errors
    ///
    /// When a template cannot be read, or uses a filter, function or component that there is not, or an image cannot be drawn.
    pub(crate) fn new(files: &'s ThemeFiles, site: &'s Site, kept: &mut Kept) -> Result<Self> {
        let mut tera = kept.templates(files)?.clone();
        let addresses = Arc::new(OnceLock::new());
        tera.register_function("asset", asset(Arc::clone(&addresses)));
        tera.global_context().insert("words", &site.words);
        let entries = kept.entries.renew(site).map_err(|error| explain(&error))?;
        tera.global_context().insert_value("initiatives", entries);
        let mut theme = Self { site, tera, assets: Named::new(), shows_json_ld: files.mention("json_ld") };
        theme.assets = theme.named(files)?;
        let of_one = |(name, asset): (&String, &Asset)| (name.clone(), asset.address.to_string());
        addresses.get_or_init(|| theme.assets.iter().map(of_one).collect());
        let picture = &theme.assets.get(PICTURE).context(PICTURE)?.address;
        theme.tera.global_context().insert("site", &site.site_view(picture));
        Ok(theme)
    }

    /// The theme's own files, each with its address; `static/` may have an image itself that is drawn else.
    fn named(&self, files: &'s ThemeFiles) -> Result<Named<'s>> {
        let mut raw = assets::raw(files);
        for drawing in &DRAWINGS {
            if !raw.contains_key(drawing.file) {
                let drawn = Content::Drawing(self.draw(drawing)?, drawing.size);
                raw.insert(drawing.file.to_owned(), drawn);
            }
        }
        assets::named(raw)
    }

    /// The theme's own files.
    pub(crate) fn assets(&self) -> impl Iterator<Item = &Asset<'s>> {
        self.assets.values()
    }

    /// Renders the first page of each kind, so that a template that asks for what there is not is found before anything is
    /// published.
    ///
    /// # Errors
    ///
    /// As [`Theme::render`].
    pub(crate) fn rehearse(&self) -> Result<()> {
        let mut kinds = HashSet::new();
        let first = self.site.pages.iter().filter(|page| kinds.insert(discriminant(&page.content)));
        let first: Vec<_> = first.collect();
        let render = |page: &&Page| self.render(page).with_context(|| page.address.to_string()).map(drop);
        // Of several errors the first is told, whichever thread was faster.
        first.par_iter().map(render).collect::<Vec<_>>().into_iter().collect()
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
    fn draw(&self, drawing: &Drawing) -> Result<String> {
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
        let (mut meta, view) = self.site.view(page);
        if self.shows_json_ld {
            meta.json_ld = self.site.json_ld(page, &meta);
        }
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

/// An image that is drawn by a template.
#[derive(Debug)]
struct Drawing {
    template: &'static str,
    /// Its name in the theme's folder.
    file: &'static str,
    /// Width and height in pixels.
    size: (u16, u16),
    /// Whether its template sees `picture`, whose texts are measured.
    has_text: bool,
}

static DRAWINGS: [Drawing; 2] = [
    Drawing { template: "picture.svg", file: PICTURE, size: (WIDTH, HEIGHT), has_text: true },
    // As large as the icon of an iPhone.
    Drawing { template: "icon.svg", file: "apple-touch-icon.png", size: (180, 180), has_text: false },
];

/// The function `asset(name="style.css")` of templates: where a file of the theme is, from the site's root. Images are drawn before
/// that is known.
fn asset(
    addresses: Arc<OnceLock<BTreeMap<String, String>>>,
) -> impl Fn(Kwargs, &State) -> TeraResult<String> + Send + Sync + 'static {
    move |arguments, _| {
        let name: &str = arguments.must_get("name")?;
        let address = addresses.get().and_then(|addresses| addresses.get(name)).cloned();
        address.ok_or_else(|| {
            tera::Error::message(format!("テーマに {name} がありません / the theme has no file {name}"))
        })
    }
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
