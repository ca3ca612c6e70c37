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
//! `load`, `dress` and `publish` below are that line in Rust; every command is built on them. Mistakes in the content
//! are gathered on the way and told all at once, and nothing is published while there is one. What is published into is held
//! (`publish::Hold`) before anything is read, so that of two builds the one that read last is the one that stays.

mod language;
mod listed;
mod japanese;
mod date;
mod fold;
mod hash;
mod source;
mod prose;
mod diagnostic;
mod folder;
mod watch;
mod commands;
mod content;
mod choice;
mod accessibility;
mod vocabulary;
mod config;
mod plan;
mod site;
mod data;
mod search;
mod picture;
mod theme;
mod hosting;
mod review;
mod schema;
mod publish;
mod files;
mod serve;
mod links;
mod scaffold;
#[doc(hidden)]
pub mod bench;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};

use config::Config;
use content::Reading;
use content::form::Outcome;
use content::read::{Asset, Files};
use diagnostic::{Allowance, Diagnostic, Report, format, rules};
use language::Language;
use publish::{Hold, Output, Published};
use site::{Site, Words};
use source::{Located, Sources};
use theme::{Theme, ThemeFiles};
use watch::{Phase, Unwatched, Watch};

/// Runs the command line, and says how it ended: 0 all is well, 1 mistakes in the content, 2 the surroundings (disk,
/// arguments).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    commands::run(arguments)
}

/// What a site's folder says, as far as it can be known without the look of a theme.
pub(crate) struct Loaded {
    pub(crate) sources: Sources,
    /// Everything that is wrong or looks so.
    pub(crate) report: Report,
    /// What of it is to be quiet.
    pub(crate) allowances: Vec<Allowance>,
    /// Makeshift where there is an error.
    pub(crate) site: Site,
    pub(crate) assets: Arc<[Asset]>,
}

/// A site without mistakes in the look of its theme, and the files that go with it.
pub(crate) struct Ready {
    pub(crate) site: Site,
    theme: ThemeFiles,
    assets: Arc<[Asset]>,
}

/// From files to the recipes of pages. `base_url` takes the place of site.yaml's.
pub(crate) fn load(root: &Path, base_url: Option<String>, watch: &dyn Watch) -> Result<Loaded> {
    watch.begin(Phase::Read, 0);
    let files = content::read::read(root)?;
    Ok(understand(files, base_url, |theme| ThemeFiles::exist(root, theme), watch))
}

/// The line from files to a site, in memory; `is_theme` tells whether there is a theme of a name.
fn understand(
    files: Files,
    base_url: Option<String>,
    is_theme: impl Fn(&str) -> bool,
    watch: &dyn Watch,
) -> Loaded {
    watch.begin(Phase::Parse, 0);
    let mut loaded = lay_out(Reading::of(files), base_url, is_theme, None, watch);
    watch.begin(Phase::Review, 0);
    loaded.review();
    loaded
}

/// From files that were understood to the recipes of pages, about which nothing was asked yet; what is `kept` of a time before is not made again.
fn lay_out(
    reading: Reading,
    base_url: Option<String>,
    is_theme: impl Fn(&str) -> bool,
    kept: Option<&mut plan::Kept>,
    watch: &dyn Watch,
) -> Loaded {
    let mut report = Report::default();
    let assets = Arc::clone(&reading.assets);
    let (sources, mut documents) = reading.documents(&mut report);
    let mut config = Config::new(&documents.site, &documents.search, &mut report);
    config.base_url = base_url.unwrap_or(config.base_url);
    report.add_all(config.theme.as_ref().filter(|theme| !is_theme(theme)).map(missing_theme));
    let allowances = documents.allowances();
    let beside = std::mem::take(&mut documents.beside);
    watch.begin(Phase::Assemble, 0);
    let plan = plan::assemble(documents, kept, &mut report);
    watch.begin(Phase::LayOut, 0);
    let site = site::lay_out(plan, beside, config, &sources, &mut report);
    Loaded { sources, report, allowances, site, assets }
}

impl Loaded {
    /// Asks about what looks odd.
    fn review(&mut self) {
        let flawless = !self.report.has_errors();
        self.report.absorb(review::review(&self.site, &self.sources, flawless));
    }
}

fn missing_theme(theme: &Located<String>) -> Diagnostic {
    Diagnostic::new(&rules::NO_THEME, theme.place).with("found", &theme.value)
}

/// The language of a site, of which nothing else is asked.
pub(crate) fn language(root: &Path) -> Result<Language> {
    let files = content::read::read_site(root)?;
    let (_, documents) = Reading::of(files).documents(&mut Report::default());
    Ok(Config::new(&documents.site, &documents.search, &mut Report::default()).language)
}

/// Puts a site into the words and templates of its theme.
pub(crate) fn dress(root: &Path, site: Site, assets: Arc<[Asset]>) -> Result<Ready> {
    let theme = ThemeFiles::load(root, site.config.theme())?;
    Ready::new(site, theme, assets)
}

/// What `keikaku check` says of files that lie nowhere, and that a page of each kind can be made of them if it says of no error:
/// for this project's own tests, which try what no editor would write. A path counts from the site's folder:
/// `content/site.yaml`. Files are neither copied nor measured here, and a site without site.yaml is one without its keys.
///
/// # Errors
///
/// When a page cannot be made.
#[doc(hidden)]
pub fn check_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<String> {
    let files = Files::in_memory(files);
    let Loaded { sources, mut report, allowances, site, assets } =
        understand(files, None, |_| true, &Unwatched);
    let language = site.config.language;
    if !report.has_errors() {
        report.absorb(proofread(&Ready::new(site, ThemeFiles::built_in(), assets)?)?);
    }
    let diagnostics = report.settle(&allowances, |_| true).sorted(&sources);
    Ok(format::draw(&diagnostics, &sources, language, false))
}

/// The files as `keikaku fmt` writes them: for this project's own tests, which try what no editor would write.
///
/// # Errors
///
/// When the form of one would say something else than the file.
#[doc(hidden)]
pub fn form_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files: Vec<_> = files.into_iter().collect();
    let written = Files::in_memory(files.iter().cloned()).written;
    for (nth, outcome) in content::form::form(&written) {
        let Some(path) = written.get(nth).map(|file| &file.path) else { continue };
        match outcome {
            Outcome::Other(bytes) => {
                files
                    .iter_mut()
                    .filter(|(other, _)| other == path)
                    .for_each(|file| file.1.clone_from(&bytes));
            }
            Outcome::Misread => bail!("{path}"),
            Outcome::Good | Outcome::Unreadable(_) => {}
        }
    }
    Ok(files)
}

/// A text as it is compared when it is searched: for this project's own tests, which search as a browser does.
#[doc(hidden)]
#[must_use]
pub fn search_fold(text: &str) -> String {
    fold::fold(text)
}

/// The words that are looked for when this is asked: for this project's own tests.
#[doc(hidden)]
#[must_use]
pub fn search_words(query: &str) -> Vec<String> {
    fold::words(query)
}

impl Ready {
    fn new(site: Site, theme: ThemeFiles, assets: Arc<[Asset]>) -> Result<Self> {
        let words = Words::new(theme.words(site.config.language)?, &site.config.labels);
        Ok(Self { site: site.in_words(words), theme, assets })
    }
}

/// Reads the pages themselves, as far as that tells more than the plan: each kind once, so that a broken template is known,
/// and those that links lead into.
pub(crate) fn proofread(ready: &Ready) -> Result<Report> {
    let theme = Theme::new(&ready.theme, &ready.site, &mut theme::Kept::default())?;
    theme.rehearse()?;
    review::fragments(&ready.site, |page| theme.ids(page))
}

/// From recipes to files in a folder, held since before the plan was read; `None` if the plan has to be read again.
pub(crate) fn publish(
    ready: &Ready,
    output: &Output,
    hold: Hold,
    watch: &dyn Watch,
) -> Result<Option<Published>> {
    watch.begin(Phase::Prepare, 0);
    let theme = Theme::new(&ready.theme, &ready.site, &mut theme::Kept::default())?;
    theme.rehearse()?;
    let mut files = files::when_asked(ready, &theme, true);
    files.extend(files::looked_up(ready, &files)?);
    publish::publish(&files, output, hold, watch)
}

/// Adds the site's addresses to the record of those that it ever had; gives how many are new. The record is read again, as a
/// build into another folder may have added to it since; `_published` is held so that none into this one does so now.
pub(crate) fn record(ready: &Ready, root: &Path, _published: &Published) -> Result<usize> {
    let files = content::read::read_record(root)?;
    let (_, documents) = Reading::of(files).documents(&mut Report::default());
    let there = documents.beside.addresses;
    if there.as_ref().is_some_and(|there| !there.is_whole) {
        bail!(
            "{0} に読めない行があります。keikaku check で調べてください / {0} has lines that cannot be read; see keikaku check",
            content::read::RECORD
        );
    }
    let there = there.iter().flat_map(|there| &there.recorded).map(|address| address.value.as_str());
    let Some((new, bytes)) = data::record(&ready.site, there) else { return Ok(0) };
    publish::record(&root.join(content::read::RECORD), &bytes)?;
    Ok(new)
}
