//! Files, each understood by itself, in parallel. Where only what stands in a file has changed, that file alone is understood anew.

use std::sync::Arc;

use rayon::prelude::*;

use super::read::{Asset, File, Files};
use super::role::{self, Standing};
use super::text::{self, Unfit};
use super::written::Labels;
use super::{Beside, Documents, Parsed, names, parse_one, stand};
use crate::diagnostic::Report;
use crate::source::{FileId, Source, Sources};

/// All files, each as far as it was understood, and what is wrong with it. A copy costs little.
#[derive(Clone)]
pub(crate) struct Reading {
    /// The files that were read, and behind them those that are copied.
    sources: Sources,
    /// Of each file that was read, by [`FileId`].
    standings: Arc<[Standing]>,
    files: Vec<Arc<Understood>>,
    pub(crate) assets: Arc<[Asset]>,
    has_links: bool,
}

/// A file by itself.
#[derive(Clone)]
struct Understood {
    parsed: Option<Parsed>,
    report: Report,
}

impl Reading {
    /// Understands every file.
    pub(crate) fn of(files: Files) -> Self {
        let decoded: Vec<_> = files.written.into_par_iter().map(text::decode).collect();
        let (mut sources, unfit): (Vec<_>, Vec<_>) = decoded.into_iter().unzip();
        // Files that are copied have a name to be told of, but no text.
        sources.extend(files.assets.iter().map(Asset::source));
        let standings = role::standings(&sources[..unfit.len()]);
        // What has no place is not read: it may be a picture.
        for (source, _) in sources.iter_mut().zip(&standings).filter(|(_, standing)| standing.is_stray()) {
            source.text.clear();
        }
        let sources = Sources::new(sources);
        Self {
            files: understand(&sources, &standings, &unfit),
            sources,
            standings: standings.into(),
            assets: files.assets.into(),
            has_links: files.has_links,
        }
    }

    /// Whether any file is a link, and so may change where another does.
    pub(crate) fn has_links(&self) -> bool {
        self.has_links
    }

    /// The same where other things stand in some files. `None` where that may be more than what stands in them: one is new, or
    /// gives others their words.
    pub(crate) fn with(&self, changed: Vec<File>) -> Option<Self> {
        let mut new = self.clone();
        for file in changed {
            let id = self.sources.find(&file.path)?;
            let standing = self.standings.get(id.index()).filter(|it| !it.is_site() && !it.is_stray())?;
            let (source, unfit) = text::decode(file);
            *new.files.get_mut(id.index())? =
                Arc::new(Understood::of((id, &source), standing, &unfit, self.labels()));
            new.sources.replace(id, source);
        }
        Some(new)
    }

    /// What all files say together, and what is wrong with them, by path.
    pub(crate) fn documents(self, report: &mut Report) -> (Sources, Documents) {
        let Self { sources, files, assets, .. } = self;
        let copied = sources.files().skip(files.len()).zip(&*assets);
        let assets = copied.map(|((file, _), asset)| (file, asset.address.clone())).collect();
        let mut documents =
            Documents { beside: Beside { assets, ..Beside::default() }, ..Documents::default() };
        let understood = || files.into_par_iter().map(Arc::unwrap_or_clone).collect::<Vec<_>>();
        let (files, ()) = rayon::join(understood, || names::check(&sources, report));
        for Understood { parsed, report: found } in files {
            report.absorb(found);
            match parsed {
                Some(parsed) => documents.put(parsed),
                None => documents.lossy = true,
            }
        }
        (sources, documents)
    }

    /// The plan's own words.
    pub(super) fn labels(&self) -> &Labels {
        labels(&self.files)
    }

    /// Every path that was found, from the site's folder.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.sources.files().map(|(_, source)| source.path.as_str())
    }
}

fn understand(sources: &Sources, standings: &[Standing], unfit: &[Vec<Unfit>]) -> Vec<Arc<Understood>> {
    let files = || sources.files().zip(standings.iter().zip(unfit));
    let one =
        |file, standing, unfit: &Vec<_>, labels| Arc::new(Understood::of(file, standing, unfit, labels));
    // The plan's own words first: other files may use them for keys.
    let of_site = files().filter(|(_, (standing, _))| standing.is_site());
    let of_site: Vec<_> =
        of_site.map(|(file, (standing, unfit))| one(file, standing, unfit, Labels::NONE)).collect();
    let own = labels(&of_site);
    let files: Vec<_> = files().collect();
    let understood = files.into_par_iter().map(|(file, (standing, unfit))| {
        one(file, standing, unfit, if standing.is_site() { Labels::NONE } else { own })
    });
    understood.collect()
}

/// The plan's own words, of whatever files there are.
fn labels(files: &[Arc<Understood>]) -> &Labels {
    let of_site = files.iter().rev().find_map(|file| match &file.parsed {
        Some(Parsed::Site(site)) => Some(&site.labels),
        _ => None,
    });
    of_site.unwrap_or(Labels::NONE)
}

impl Understood {
    fn of((file, source): (FileId, &Source), standing: &Standing, unfit: &[Unfit], labels: &Labels) -> Self {
        let mut report = Report::default();
        let known = stand(file, source, standing, unfit, &mut report);
        let parsed = known.and_then(|known| parse_one((file, source), known, unfit, labels, &mut report));
        Self { parsed, report: report.of_one_file() }
    }
}
