//! keikaku (計画) publishes a public plan as a website.
//!
//! A command asks; files come in; they become a plan; the plan becomes a site of pages at addresses; a theme turns a page
//! into bytes; the bytes are published. Each stage is a function from the value before it to its own:
//!
//! ```text
//! commands → content → plan → site → theme → publish
//! (asked)    (files in) (meant) (pages) (bytes) (files out)
//! ```
//!
//! `load` and `publish` below are that line in Rust; every command is built on them. Mistakes in the content
//! are gathered on the way and told all at once, and nothing is published while there is one.

mod language;
mod japanese;
mod source;
mod prose;
mod diagnostic;
mod folder;
mod commands;
mod content;
mod config;
mod plan;
mod site;
mod data;
mod theme;
mod publish;
mod links;

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use config::Config;
use content::read::Asset;
use diagnostic::{Diagnostic, Report};
use language::Language;
use publish::{File, Published};
use site::{Address, Site, Words, address};
use source::Sources;
use theme::{Theme, ThemeFiles};

/// Runs the command line, and says how it ended: 0 all is well, 1 mistakes in the content, 2 the surroundings (disk,
/// arguments).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    commands::run(arguments)
}

/// What became of a site's folder.
pub(crate) struct Loaded {
    pub(crate) sources: Sources,
    pub(crate) language: Language,
    /// Everything that is wrong or looks so, by place.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Everything that is needed to publish; the bare site where there is an error.
    pub(crate) ready: std::result::Result<Ready, Site>,
}

impl Loaded {
    pub(crate) fn site(&self) -> &Site {
        match &self.ready {
            Ok(ready) => &ready.site,
            Err(site) => site,
        }
    }
}

/// A site without mistakes, and the files that go with it.
pub(crate) struct Ready {
    pub(crate) site: Site,
    theme: ThemeFiles,
    assets: Vec<Asset>,
}

/// From files to the recipes of pages. `base_url` takes the place of site.yaml's.
pub(crate) fn load(root: &Path, base_url: Option<String>) -> Result<Loaded> {
    let files = content::read::read(root)?;
    let mut report = Report::default();
    let (sources, mut documents) = content::parse(files.written, &files.assets, &mut report);
    let mut config = Config::new(&documents.site, &mut report);
    config.base_url = base_url.unwrap_or(config.base_url);
    let language = config.language;
    let beside = std::mem::take(&mut documents.beside);
    let plan = plan::assemble(documents, &mut report);
    let site = site::lay_out(plan, beside, config, &mut report);
    let flawless = !report.has_errors();
    let diagnostics = report.sorted(&sources);
    let loaded = |ready| Loaded { sources, language, diagnostics, ready };
    if !flawless {
        return Ok(loaded(Err(site)));
    }
    let theme = ThemeFiles::load(root, &site.config.theme)?;
    let words = Words::new(theme.words(language)?, &site.config.labels);
    Ok(loaded(Ok(Ready { site: site.in_words(words), theme, assets: files.assets })))
}

/// Tries each kind of page once, so that a broken template is known before anything is written.
pub(crate) fn rehearse(ready: &Ready) -> Result<()> {
    Theme::new(&ready.theme, &ready.site)?.rehearse()
}

/// From recipes to files in a folder. `start` hears how many there will be, `done` is called behind each.
pub(crate) fn publish(
    ready: &Ready,
    output: &Path,
    start: &dyn Fn(usize),
    done: &(dyn Fn() + Sync),
) -> Result<Published> {
    let theme = Theme::new(&ready.theme, &ready.site)?;
    theme.rehearse()?;
    let files = files(ready, &theme)?;
    start(files.len());
    publish::publish(&files, output, done)
}

/// Every file of the site: pages, data, the theme's files and the editors' own.
fn files<'a>(ready: &'a Ready, theme: &'a Theme) -> Result<Vec<File<'a>>> {
    let site = &ready.site;
    let mut files = Vec::with_capacity(site.pages.len() + ready.assets.len() + 8);
    for page in &site.pages {
        files.push(File::made(page.address.clone(), move || theme.render(page)));
    }
    for (address, bytes) in theme::assets(&ready.theme) {
        files.push(File::ready(address, Cow::Borrowed(bytes)));
    }
    for asset in &ready.assets {
        files.push(File::made(Address::file(&asset.address), || asset.read()));
    }
    files.push(File::made(Address::file(address::PLAN_DATA), move || data::plan_json(site)));
    files.push(File::made(Address::file(address::ROBOTS), move || Ok(data::robots(site))));
    files.extend(
        data::sitemaps(site)?.into_iter().map(|(address, bytes)| File::ready(address, Cow::Owned(bytes))),
    );
    Ok(files)
}
