//! The stages one at a time, for `benches/stages.rs`: what goes from one to the next is closed to it.

use std::sync::Arc;

use anyhow::{Context, Result};

use crate::Ready;
use crate::config::Config;
use crate::content::read::Files;
use crate::content::{Beside, Documents, Reading};
use crate::diagnostic::Report;
use crate::plan::{self, Plan};
use crate::site::{self, Site};
use crate::source::Sources;
use crate::theme::{Kept, Theme, ThemeFiles};

/// What was written.
pub struct Parsed(Sources, Documents);

/// What is meant.
pub struct Assembled {
    sources: Sources,
    config: Config,
    beside: Beside,
    plan: Plan,
}

/// The recipes of all pages.
pub struct LaidOut(Site);

/// A site in the look of the default theme.
pub struct Dressed(Ready);

/// The templates of a site, read.
pub struct Look<'s> {
    site: &'s Site,
    theme: Theme<'s>,
}

/// Files by their paths from the site's folder, to documents.
#[must_use]
pub fn parse(files: Vec<(String, Vec<u8>)>) -> Parsed {
    let (sources, documents) = Reading::of(Files::in_memory(files)).documents(&mut Report::default());
    Parsed(sources, documents)
}

impl Parsed {
    /// Documents to a plan.
    #[must_use]
    pub fn assemble(self) -> Assembled {
        let Self(sources, mut documents) = self;
        let mut report = Report::default();
        let config = Config::new(&documents.site, &documents.search, &mut report);
        let beside = std::mem::take(&mut documents.beside);
        let plan = plan::assemble(documents, None, &mut report);
        Assembled { sources, config, beside, plan }
    }
}

impl Assembled {
    /// A plan to the list of its pages.
    #[must_use]
    pub fn lay_out(self) -> LaidOut {
        let Self { sources, config, beside, plan } = self;
        LaidOut(site::lay_out(plan, beside, config, &sources, &mut Report::default()))
    }
}

impl LaidOut {
    /// Puts the site into the words of the default theme.
    ///
    /// # Errors
    ///
    /// None with this theme.
    pub fn dress(self) -> Result<Dressed> {
        Ready::new(self.0, ThemeFiles::built_in(), Arc::default()).map(Dressed)
    }
}

impl Dressed {
    /// Reads the templates.
    ///
    /// # Errors
    ///
    /// None with this theme.
    pub fn look(&self) -> Result<Look<'_>> {
        let Ready { site, theme, .. } = &self.0;
        Ok(Look { site, theme: Theme::new(theme, site, &mut Kept::default())? })
    }
}

impl Look<'_> {
    /// The addresses of all pages.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.site.pages.iter().map(|page| page.address.as_str())
    }

    /// What a page shows, before it meets its template.
    ///
    /// # Errors
    ///
    /// When there are not so many pages.
    pub fn view(&self, page: usize) -> Result<impl Sized> {
        Ok(self.site.view(self.site.pages.get(page).context("no such page")?))
    }

    /// A page as HTML.
    ///
    /// # Errors
    ///
    /// When there are not so many pages, or its template fails.
    pub fn render(&self, page: usize) -> Result<Vec<u8>> {
        self.theme.render(self.site.pages.get(page).context("no such page")?)
    }
}
