//! Files in: what editors wrote, each file as one of the [`written`] types, every value with its place.
//!
//! The place of a file decides what it is. Names of files and folders decide nothing else.

pub(crate) mod read;
pub(crate) mod text;
pub(crate) mod front_matter;
pub(crate) mod node;
pub(crate) mod yaml;
mod pieces;
mod lines;
mod slips;
mod flow;
mod scalar;
mod bullets;
pub(crate) mod decode;
pub(crate) mod written;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report, rules};
use crate::prose::Prose;
use crate::source::{FileId, Source, Sources};
use decode::{Decode, Reader};
use read::{Asset, File};
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

/// What a file is.
enum Role {
    Site,
    Departments,
    Categories,
    Section,
    Initiative,
    Page,
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
    let sources = Sources::new(sources);
    let files: Vec<_> = sources.files().zip(unfit).collect();
    let copied = sources.files().skip(files.len()).zip(assets);
    let assets = copied.map(|((file, _), asset)| (file, asset.address.clone())).collect();
    let parsed: Vec<_> = files
        .into_par_iter()
        .map(|((file, source), unfit)| {
            let mut report = Report::default();
            let parsed = parse_one(file, source, &unfit, &mut report);
            (parsed, report)
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

fn parse_one(file: FileId, source: &Source, unfit: &[Unfit], report: &mut Report) -> Option<Parsed> {
    let Some((role, path)) = role(&source.path) else {
        report.add(Diagnostic::new(&rules::STRAY_FILE, file.place(0..0)));
        return None;
    };
    for unfit in unfit {
        report.add(unfit.diagnostic(file));
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
    if root.is_empty() {
        reader.complain(&rules::EMPTY, root.place);
        return Register::broken();
    }
    let written = root.items().map_or(0, <[_]>::len);
    if root.items().is_some_and(<[_]>::is_empty) {
        reader.complain(&rules::EMPTY, root.place);
    }
    let terms: Vec<written::Term> = Decode::decode(&root, reader).unwrap_or_default();
    Register { present: true, broken: written == 0 || terms.len() < written, terms }
}

fn parse_yaml<T: Decode>(file: FileId, source: &Source, report: &mut Report) -> Option<T> {
    let root = yaml::parse(file, &source.text, 0..source.text.len(), report);
    T::decode(&root, &mut Reader { text: &source.text, report })
}

fn matter(file: FileId, source: &Source, report: &mut Report) -> Option<Matter> {
    let parts = front_matter::split(file, source, report)?;
    Some(Matter {
        opening: parts.opening_place(file),
        front: yaml::parse(file, &source.text, parts.yaml, report),
        body: Prose::body(file, &source.text, parts.body),
    })
}

/// What a path says about its file, and the path as [`Document::path`] has it.
fn role(path: &str) -> Option<(Role, Vec<String>)> {
    let path = path.strip_prefix("content/")?;
    match path {
        "site.yaml" => return Some((Role::Site, Vec::new())),
        "registers/departments.yaml" => return Some((Role::Departments, Vec::new())),
        "registers/less.yaml" => return Some((Role::Categories, Vec::new())),
        _ => {}
    }
    let mut parts: Vec<String> = path.strip_suffix(".md")?.split('/').map(str::to_owned).collect();
    let folder = parts.remove(0);
    match (folder.as_str(), parts.last()?.as_str()) {
        ("plan", "_index") => {
            parts.pop();
            Some((Role::Section, parts))
        }
        ("plan", _) => Some((Role::Initiative, parts)),
        ("pages", _) if parts.len() == 1 => Some((Role::Page, parts)),
        _ => None,
    }
}

impl Role {
    /// What others have to know of a file of which nothing could be read.
    fn unreadable(&self, file: FileId, path: Vec<String>) -> Option<Parsed> {
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
