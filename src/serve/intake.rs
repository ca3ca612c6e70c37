//! From touched files to the next state of the plan: what only stands in a file is understood anew alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::changes::Touched;
use super::panel::Trouble;
use crate::Loaded;
use crate::Ready;
use crate::content::{Reading, read};
use crate::diagnostic::{Area, Diagnostic, Rule, format};
use crate::hash;
use crate::language::Language;
use crate::plan::Kept;
use crate::theme::ThemeFiles;
use crate::watch::Unwatched;

/// What is known of the files.
pub(super) struct Intake {
    root: PathBuf,
    /// Files as they were understood last; `None` where they could not be read.
    reading: Option<Reading>,
    /// What was made of them last, for the next state to have what is the same.
    kept: Kept,
    /// The number of all files, where the reading is of them as they were read last.
    number: Option<u64>,
    /// What the site's theme is called.
    theme: String,
    pub(super) language: Language,
    /// In which a terminal is told.
    terminal: Language,
}

/// How much is to be read again.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Nothing,
    /// What stands in these files.
    Files(Vec<PathBuf>),
    Everything,
    /// Everything, if anything differs.
    Doubt,
}

/// What came of it.
pub(super) enum Outcome {
    Same,
    State(Box<Ready>),
    Trouble(Trouble),
}

impl Intake {
    /// `terminal` is the language in which a terminal is told.
    pub(super) fn new(root: PathBuf, terminal: Language) -> Self {
        let (reading, kept, number, theme) = (None, Kept::default(), None, String::new());
        Self { root, reading, kept, number, theme, language: terminal, terminal }
    }

    /// How much the touched files concern.
    pub(super) fn extent(&self, touched: &Touched) -> Extent {
        let (Some(touched), Some(reading)) = (touched, &self.reading) else { return Extent::Everything };
        let paths: BTreeSet<_> = reading.paths().collect();
        let mut files = Vec::new();
        for disk in touched {
            match self.of_one(disk, &paths) {
                Extent::Nothing => {}
                Extent::Files(one) => files.extend(one),
                whole => return whole,
            }
        }
        if files.is_empty() {
            Extent::Nothing
        } else if reading.has_links() {
            // What stands in one file may be shown by another that is a link to it.
            Extent::Everything
        } else {
            Extent::Files(files)
        }
    }

    fn of_one(&self, disk: &Path, known: &BTreeSet<&str>) -> Extent {
        let Ok(below) = disk.strip_prefix(&self.root) else { return Extent::Everything };
        let path = below.components().map(|part| part.as_os_str().to_string_lossy());
        let path = path.collect::<Vec<_>>().join("/");
        let (is_known, is_read) = (known.contains(&*path), read::is_read(&self.root, disk));
        match path.split('/').next() {
            Some("content" | "themes") if below.components().count() == 1 => Extent::Everything,
            Some("themes") => Extent::Everything,
            Some("content") if is_known && is_read => Extent::Files(vec![disk.to_path_buf()]),
            Some("content") if is_known || is_read || disk.is_dir() => Extent::Everything,
            Some("content") => {
                let within = format!("{path}/");
                let is_folder = known.range(&*within..).next().is_some_and(|next| next.starts_with(&within));
                if is_folder { Extent::Everything } else { Extent::Nothing }
            }
            _ => Extent::Nothing,
        }
    }

    /// Reads what was touched, and makes of all files the next state.
    pub(super) fn take_in(&mut self, extent: Extent) -> Outcome {
        match self.read(extent) {
            Ok(false) => Outcome::Same,
            Ok(true) => self.state().unwrap_or_else(|error| Outcome::Trouble(self.trouble(&error))),
            Err(error) => {
                (self.reading, self.number) = (None, None);
                Outcome::Trouble(self.trouble(&error))
            }
        }
    }

    /// What else is wrong: with the disk, with the theme.
    pub(super) fn trouble(&self, error: &anyhow::Error) -> Trouble {
        Trouble::other(error, self.language)
    }

    /// Whether there is anything new.
    fn read(&mut self, extent: Extent) -> Result<bool> {
        let in_doubt = extent == Extent::Doubt;
        if let Extent::Files(touched) = extent {
            let changed: Result<Option<Vec<_>>> =
                touched.iter().map(|disk| read::read_again(&self.root, disk)).collect();
            let new = self.reading.as_ref().zip(changed?).and_then(|(reading, files)| reading.with(files));
            if let Some(new) = new {
                (self.reading, self.number) = (Some(new), None);
                return Ok(true);
            }
        }
        let files = read::read(&self.root)?;
        let theme = ThemeFiles::load(&self.root, &self.theme).ok();
        let number = Some(hash::number((files.number(), theme)));
        if in_doubt && number == self.number {
            return Ok(false);
        }
        self.number = number;
        self.reading = Some(Reading::of(files));
        Ok(true)
    }

    fn state(&mut self) -> Result<Outcome> {
        let Some(mut loaded) = self.lay_out() else { return Ok(Outcome::Same) };
        self.language = loaded.site.config.language;
        loaded.site.config.theme().clone_into(&mut self.theme);
        if !loaded.report.has_errors() {
            return Ok(Outcome::State(Box::new(crate::dress(&self.root, loaded.site, loaded.assets)?)));
        }
        loaded.review();
        let diagnostics = loaded.report.settle(&loaded.allowances, |_| false).sorted(&loaded.sources);
        let errors: Vec<_> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        Ok(Outcome::Trouble(Trouble::mistakes(&errors, &loaded.sources, self.language, self.terminal)))
    }

    fn lay_out(&mut self) -> Option<Loaded> {
        let reading = self.reading.clone()?;
        let is_theme = |theme: &str| ThemeFiles::exist(&self.root, theme);
        Some(crate::lay_out(reading, None, is_theme, Some(&mut self.kept), &Unwatched))
    }

    /// Everything that `keikaku check` says of the files as they were read last, as a list of a page; `None` where they could not be read.
    ///
    /// # Errors
    ///
    /// When a page cannot be made.
    pub(super) fn check(&mut self) -> Result<Option<String>> {
        let Some(mut loaded) = self.lay_out() else { return Ok(None) };
        loaded.review();
        let Loaded { sources, mut report, allowances, site, assets } = loaded;
        let flawless = !report.has_errors();
        if flawless {
            report.absorb(crate::proofread(&crate::dress(&self.root, site, assets)?)?);
        }
        let is_judged = |rule: &Rule| flawless && rule.area() != Area::Web;
        let diagnostics = report.settle(&allowances, is_judged).sorted(&sources);
        let none = diagnostics.is_empty();
        Ok(Some(if none { String::new() } else { format::list(&diagnostics, &sources, self.language) }))
    }
}
