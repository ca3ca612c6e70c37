//! What a theme has made that the next one need not make again.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use tera::Tera;

use super::entries::Entries;
use super::files::ThemeFiles;
use super::{asset, explain};

/// What was made last.
#[derive(Default)]
pub(crate) struct Kept {
    /// Templates as they were read, and the files that they stand in.
    templates: Option<(ThemeFiles, Tera)>,
    pub(super) entries: Entries,
}

impl Kept {
    /// The templates of a theme, without what they show.
    pub(super) fn templates(&mut self, files: &ThemeFiles) -> Result<&Tera> {
        let before = self.templates.take().filter(|(before, _)| before.have_templates_of(files));
        let read = || Ok::<_, anyhow::Error>((files.clone(), read(files)?));
        Ok(&self.templates.insert(before.map_or_else(read, Ok)?).1)
    }
}

/// In which templates text is escaped.
const ESCAPED: [&str; 2] = [".html", ".svg"];

fn read(files: &ThemeFiles) -> Result<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on(ESCAPED);
    // Each theme has one that knows its files; templates are only read where there is one.
    tera.register_function("asset", asset(Arc::default()));
    let mut templates = Vec::new();
    let is_template =
        |(path, _): &(&str, _)| Path::new(path).extension().is_some_and(|it| it == "html" || it == "svg");
    for (path, bytes) in files.below("templates").filter(is_template) {
        let text = std::str::from_utf8(bytes);
        let text = text.map_err(|_| anyhow!("templates/{path}: UTF-8 ではありません / not UTF-8"))?;
        templates.push((path, text));
    }
    tera.add_raw_templates(templates).map_err(|error| explain(&error))?;
    Ok(tera)
}
