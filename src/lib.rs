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
mod review;
mod publish;
mod links;

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use config::Config;
use content::read::Asset;
use diagnostic::{Allowance, Diagnostic, Report, rules};
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
    /// Everything that is wrong or looks so.
    pub(crate) report: Report,
    /// What of it is to be quiet.
    pub(crate) allowances: Vec<Allowance>,
    /// Everything that is needed to publish; the bare site where there is an error.
    pub(crate) ready: std::result::Result<Ready, Site>,
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
    let allowances = documents.allowances();
    let beside = std::mem::take(&mut documents.beside);
    let plan = plan::assemble(documents, &mut report);
    let site = site::lay_out(plan, beside, config, &mut report);
    report.add_all(missing_theme(root, &site.config));
    report.absorb(review::review(&site, &sources, !report.has_errors()));
    if report.has_errors() {
        return Ok(Loaded { sources, language, report, allowances, ready: Err(site) });
    }
    let theme = ThemeFiles::load(root, site.config.theme())?;
    let words = Words::new(theme.words(language)?, &site.config.labels);
    let ready = Ok(Ready { site: site.in_words(words), theme, assets: files.assets });
    Ok(Loaded { sources, language, report, allowances, ready })
}

fn missing_theme(root: &Path, config: &Config) -> Option<Diagnostic> {
    let theme = config.theme.as_ref().filter(|theme| !ThemeFiles::exist(root, theme))?;
    Some(Diagnostic::new(&rules::NO_THEME, theme.place).with("found", &theme.value))
}

/// Reads the pages themselves, as far as that tells more than the plan: each kind once, so that a broken template is known,
/// and those that links lead into.
pub(crate) fn proofread(ready: &Ready) -> Result<Report> {
    let theme = Theme::new(&ready.theme, &ready.site)?;
    theme.rehearse()?;
    review::fragments(&ready.site, |page| theme.ids(page))
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
