//! Files in: what editors wrote, each file as one of the [`written`] types, every value with its place.
//!
//! The place of a file decides what it is. Names of files and folders decide nothing else.

pub(crate) mod read;
mod encoding;
mod characters;
pub(crate) mod text;
mod role;
mod names;
pub(crate) mod front_matter;
pub(crate) mod node;
pub(crate) mod yaml;
mod slips;
pub(crate) mod decode;
pub(crate) mod written;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::prose::Prose;
use crate::source::{FileId, Source, Sources};
use decode::{Decode, Reader};
use read::{Asset, File};
use role::{Role, Standing};
use text::Unfit;
use written::Matter;

/// Everything below `content/` that was understood.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// Without its keys where it could not be read.
    pub(crate) site: written::Site,
    pub(crate) departments: Register,
    pub(crate) categories: Register,
    /// What is `None` was there and could not be read.
    pub(crate) sections: Vec<Document<Option<written::Section>>>,
    pub(crate) initiatives: Vec<Document<written::Initiative>>,
    pub(crate) beside: Beside,
}

/// What is published beside the plan.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    pub(crate) pages: Vec<Document<written::Page>>,
    /// The files of `content/static/` by their addresses.
    pub(crate) assets: Vec<(FileId, String)>,
}

/// A register, as far as it was understood.
#[derive(Debug, Default)]
pub(crate) struct Register {
    pub(crate) terms: Vec<written::Term>,
    /// Whether there is such a file.
    pub(crate) present: bool,
    /// A name in it could not be read: one that is missing may be what stood there.
    pub(crate) broken: bool,
}

impl Register {
    fn broken() -> Self {
        Self { terms: Vec::new(), present: true, broken: true }
    }
}

/// A file that was understood.
#[derive(Debug)]
pub(crate) struct Document<T> {
    pub(crate) file: FileId,
    /// Below `content/plan/` or `content/pages/`: the folders, and the name without its extension.
    pub(crate) path: Vec<String>,
    pub(crate) written: T,
}

/// A file as one of the written types.
enum Parsed {
    Site(Box<written::Site>),
    Departments(Register),
    Categories(Register),
    Section(Document<Option<written::Section>>),
    Initiative(Box<Document<written::Initiative>>),
    Page(Document<written::Page>),
}

/// Reads every file, in parallel; what was wrong is in the report, by path.
pub(crate) fn parse(files: Vec<File>, assets: &[Asset], report: &mut Report) -> (Sources, Documents) {
    let decoded: Vec<_> = files.into_par_iter().map(text::decode).collect();
    let (mut sources, unfit): (Vec<_>, Vec<_>) = decoded.into_iter().unzip();
    // Files that are copied have a name to be told of, but no text.
    sources.extend(assets.iter().map(Asset::source));
    let standings = role::standings(&sources[..unfit.len()]);
    let sources = Sources::new(sources);
    names::check(&sources, report);
    let files: Vec<_> = sources.files().zip(standings.into_iter().zip(unfit)).collect();
    let copied = sources.files().skip(files.len()).zip(assets);
    let assets = copied.map(|((file, _), asset)| (file, asset.address.clone())).collect();
    let parsed: Vec<_> = files
        .into_par_iter()
        .map(|((file, source), (standing, unfit))| {
            let mut report = Report::default();
            let known = stand(file, source, standing, &unfit, &mut report);
            let parsed = known.and_then(|known| parse_one(file, source, known, &unfit, &mut report));
            (parsed, report.of_one_file())
        })
        .collect();
    let mut documents = Documents { beside: Beside { assets, ..Beside::default() }, ..Documents::default() };
    for (parsed, found) in parsed {
        report.absorb(found);
        if let Some(parsed) = parsed {
            documents.put(parsed);
        }
    }
    (sources, documents)
}

/// What a file is to be read as; what is wrong with its place or its name is reported.
fn stand(
    file: FileId,
    source: &Source,
    standing: Standing,
    unfit: &[Unfit],
    report: &mut Report,
) -> Option<(Role, Vec<String>)> {
    let mut complain = |diagnostic| report.add(diagnostic);
    let place = file.place(0..0);
    match standing {
        Standing::Known(role, path) => Some((role, path)),
        Standing::Meant(meant, role, path) => {
            let name = meant.rsplit('/').next().unwrap_or(&meant);
            complain(Diagnostic::new(&rules::NEARLY_NAMED, place).with("meant", name));
            Some((role, path))
        }
        Standing::Twin(other) => {
            complain(Diagnostic::new(&rules::TWIN_NAME, place).with("other", &other));
            None
        }
        // It is stray because of its name, which was told.
        Standing::Stray if !names::are_good(&source.path) => None,
        Standing::Stray => {
            // A link that leads nowhere has its own mistake.
            let told = unfit.iter().find(|unfit| unfit.is_astray()).map(|unfit| unfit.diagnostic(file, ""));
            complain(told.unwrap_or_else(|| Diagnostic::new(&rules::STRAY_FILE, place)));
            None
        }
    }
}

fn parse_one(
    file: FileId,
    source: &Source,
    (role, path): (Role, Vec<String>),
    unfit: &[Unfit],
    report: &mut Report,
) -> Option<Parsed> {
    for unfit in unfit {
        report.add(unfit.diagnostic(file, &source.text));
    }
    if !unfit.iter().all(Unfit::is_readable) {
        return role.unreadable(file, path);
    }
    match role {
        Role::Site => Some(Parsed::Site(Box::new(parse_yaml(file, source, report)?))),
        Role::Departments => Some(Parsed::Departments(parse_register(file, source, report))),
        Role::Categories => Some(Parsed::Categories(parse_register(file, source, report))),
        Role::Section => {
            let home = path.is_empty();
            let read = |matter, reader: &mut Reader| written::Section::read(matter, home, reader);
            let written = parse_markdown(file, source, report, read);
            Some(Parsed::Section(Document { file, path, written }))
        }
        Role::Initiative => {
            let written = parse_markdown(file, source, report, written::Initiative::read)?;
            Some(Parsed::Initiative(Box::new(Document { file, path, written })))
        }
        Role::Page => {
            let written = parse_markdown(file, source, report, written::Page::read)?;
            Some(Parsed::Page(Document { file, path, written }))
        }
    }
}

fn parse_markdown<T>(
    file: FileId,
    source: &Source,
    report: &mut Report,
    read: impl FnOnce(Matter, &mut Reader) -> Option<T>,
) -> Option<T> {
    let matter = matter(file, source, report)?;
    read(matter, &mut Reader { text: &source.text, report })
}

fn parse_register(file: FileId, source: &Source, report: &mut Report) -> Register {
    let root = yaml::parse(file, &source.text, 0..source.text.len(), report);
    let reader = &mut Reader { text: &source.text, report };
    let Some(root) = root else { return Register::broken() };
    if root.is_empty() {
        reader.complain(&rules::EMPTY, root.place);
        return Register::broken();
    }
    let written = root.items().map_or(0, <[_]>::len);
    let terms: Vec<written::Term> = Decode::decode(&root, reader).unwrap_or_default();
    Register { present: true, broken: written == 0 || terms.len() < written, terms }
}

fn parse_yaml<T: Decode>(file: FileId, source: &Source, report: &mut Report) -> Option<T> {
    let root = yaml::parse(file, &source.text, 0..source.text.len(), report)?;
    T::decode(&root, &mut Reader { text: &source.text, report })
}

fn matter(file: FileId, source: &Source, report: &mut Report) -> Option<Matter> {
    let parts = match front_matter::split(file, source) {
        Ok(parts) => parts,
        Err(diagnostic) => {
            report.add(*diagnostic);
            return None;
        }
    };
    Some(Matter {
        opening: parts.opening_place(file),
        front: yaml::parse(file, &source.text, parts.yaml, report)?,
        body: Prose::body(file, &source.text, parts.body),
    })
}

impl Role {
    /// What others have to know of a file of which nothing could be read.
    fn unreadable(self, file: FileId, path: Vec<String>) -> Option<Parsed> {
        match self {
            Self::Departments => Some(Parsed::Departments(Register::broken())),
            Self::Categories => Some(Parsed::Categories(Register::broken())),
            Self::Section => Some(Parsed::Section(Document { file, path, written: None })),
            Self::Site | Self::Initiative | Self::Page => None,
        }
    }
}

impl Documents {
    fn put(&mut self, parsed: Parsed) {
        match parsed {
            Parsed::Site(site) => self.site = *site,
            Parsed::Departments(register) => self.departments = register,
            Parsed::Categories(register) => self.categories = register,
            Parsed::Section(section) => self.sections.push(section),
            Parsed::Initiative(initiative) => self.initiatives.push(*initiative),
            Parsed::Page(page) => self.beside.pages.push(page),
        }
    }
}
