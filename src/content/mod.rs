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
mod pieces;
mod beginnings;
mod lines;
mod slips;
pub(crate) mod keys;
mod meant;
mod flow;
mod scalar;
mod bullets;
mod colons;
mod commas;
pub(crate) mod form;
pub(crate) mod decode;
pub(crate) mod record;
pub(crate) mod shape;
pub(crate) mod written;
pub(crate) mod reading;

pub(crate) use characters::compose;
pub(crate) use reading::Reading;

use std::sync::Arc;

use crate::diagnostic::{Allowance, Diagnostic, Report, rules};
use crate::prose::Prose;
use crate::source::{FileId, Source};
use decode::{Decode, Reader};
use role::{Role, Standing};
use text::Unfit;
use written::{Labels, Matter};

/// Everything below `content/` that was understood.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// Without its keys where it could not be read.
    pub(crate) site: written::Site,
    pub(crate) departments: Register,
    pub(crate) categories: Register,
    pub(crate) search: written::Search,
    /// What is `None` was there and could not be read.
    pub(crate) sections: Vec<Document<Option<written::Section>>>,
    pub(crate) initiatives: Vec<Arc<Document<written::Initiative>>>,
    pub(crate) beside: Beside,
    /// There is a file of which nothing could be understood.
    pub(crate) lossy: bool,
}

/// What is published beside the plan.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    pub(crate) pages: Vec<Document<written::Page>>,
    /// The files of `content/static/` by their addresses.
    pub(crate) assets: Vec<(FileId, String)>,
    /// `None` where nothing was ever recorded.
    pub(crate) addresses: Option<written::Addresses>,
    pub(crate) redirects: written::Redirects,
}

/// A register, as far as it was understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    pub(crate) terms: Vec<written::Term>,
    /// `None` where there is no such file.
    pub(crate) file: Option<FileId>,
    /// A name in it could not be read: one that is missing may be what stood there.
    pub(crate) broken: bool,
}

impl Register {
    fn broken(file: FileId) -> Self {
        Self { terms: Vec::new(), file: Some(file), broken: true }
    }
}

/// A file that was understood.
#[derive(Clone, Debug)]
pub(crate) struct Document<T> {
    pub(crate) file: FileId,
    /// Below `content/plan/` or `content/pages/`: the folders, and the name without its extension.
    pub(crate) path: Vec<String>,
    pub(crate) written: T,
}

/// A file as one of the written types.
#[derive(Clone)]
enum Parsed {
    Site(Box<written::Site>),
    Departments(Register),
    Categories(Register),
    Search(written::Search),
    Addresses(written::Addresses),
    Redirects(written::Redirects),
    Section(Document<Option<written::Section>>),
    /// Shared, as there are many and of a large plan most are what they were.
    Initiative(Arc<Document<written::Initiative>>),
    Page(Document<written::Page>),
}

/// What a file is to be read as; what is wrong with its place or its name is reported.
fn stand(
    file: FileId,
    source: &Source,
    standing: &Standing,
    unfit: &[Unfit],
    report: &mut Report,
) -> Option<(Role, Vec<String>)> {
    let mut complain = |diagnostic| report.add(diagnostic);
    let place = file.place(0..0);
    match standing {
        Standing::Known(role, path) => Some((*role, path.clone())),
        Standing::Meant(meant, role, path) => {
            let name = meant.rsplit('/').next().unwrap_or(meant);
            complain(Diagnostic::new(&rules::NEARLY_NAMED, place).with("meant", name));
            Some((*role, path.clone()))
        }
        Standing::Twin(other) => {
            complain(Diagnostic::new(&rules::TWIN_NAME, place).with("other", other));
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
    (file, source): (FileId, &Source),
    (role, path): (Role, Vec<String>),
    unfit: &[Unfit],
    labels: &Labels,
    report: &mut Report,
) -> Option<Parsed> {
    for unfit in unfit {
        report.add(unfit.diagnostic(file, &source.text));
    }
    if !unfit.iter().all(Unfit::is_readable) {
        return role.unreadable(file, path);
    }
    match role {
        Role::Site => Some(Parsed::Site(Box::new(parse_yaml(file, source, labels, report)?))),
        Role::Departments => Some(Parsed::Departments(parse_register(file, source, labels, report))),
        Role::Categories => Some(Parsed::Categories(parse_register(file, source, labels, report))),
        Role::Search => {
            let search = parse_yaml(file, source, labels, report);
            Some(Parsed::Search(search.unwrap_or_default()))
        }
        Role::Addresses => Some(Parsed::Addresses(written::Addresses::read(file, &source.text, report))),
        Role::Redirects => {
            let redirects = parse_yaml(file, source, labels, report);
            Some(Parsed::Redirects(redirects.unwrap_or_default()))
        }
        Role::Section => {
            let home = path.is_empty();
            let read = |matter, reader: &mut Reader| written::Section::read(matter, home, reader);
            let written = parse_markdown(file, source, labels, report, read);
            Some(Parsed::Section(Document { file, path, written }))
        }
        Role::Initiative => {
            let written = parse_markdown(file, source, labels, report, written::Initiative::read)?;
            Some(Parsed::Initiative(Arc::new(Document { file, path, written })))
        }
        Role::Page => {
            let written = parse_markdown(file, source, labels, report, written::Page::read)?;
            Some(Parsed::Page(Document { file, path, written }))
        }
    }
}

fn parse_markdown<'s, T>(
    file: FileId,
    source: &'s Source,
    labels: &Labels,
    report: &mut Report,
    read: impl FnOnce(Matter<'s>, &mut Reader) -> Option<T>,
) -> Option<T> {
    let matter = matter(file, source, labels, report)?;
    read(matter, &mut Reader::new(&source.text, labels, report))
}

fn parse_register(file: FileId, source: &Source, labels: &Labels, report: &mut Report) -> Register {
    let root = yaml::parse(file, &source.text, 0..source.text.len(), labels, report);
    let reader = &mut Reader::new(&source.text, labels, report);
    let written = root.items().map_or(0, <[_]>::len);
    if root.is_empty() || root.items().is_some_and(<[_]>::is_empty) {
        reader.complain(&rules::EMPTY, root.place);
        return Register::broken(file);
    }
    let terms: Vec<written::Term> = Decode::decode(&root, reader).unwrap_or_default();
    Register { file: Some(file), broken: written == 0 || terms.len() < written, terms }
}

fn parse_yaml<T: Decode>(file: FileId, source: &Source, labels: &Labels, report: &mut Report) -> Option<T> {
    let root = yaml::parse(file, &source.text, 0..source.text.len(), labels, report);
    T::decode(&root, &mut Reader::new(&source.text, labels, report))
}

fn matter<'s>(file: FileId, source: &'s Source, labels: &Labels, report: &mut Report) -> Option<Matter<'s>> {
    let parts = front_matter::split(file, source, report)?;
    Some(Matter {
        opening: parts.opening_place(file),
        front: yaml::parse(file, &source.text, parts.yaml, labels, report),
        body: Prose::body(file, &source.text, parts.body),
    })
}

impl Role {
    /// What others have to know of a file of which nothing could be read.
    fn unreadable(self, file: FileId, path: Vec<String>) -> Option<Parsed> {
        match self {
            Self::Departments => Some(Parsed::Departments(Register::broken(file))),
            Self::Categories => Some(Parsed::Categories(Register::broken(file))),
            // No page is missing for want of it.
            Self::Search => Some(Parsed::Search(written::Search::default())),
            Self::Addresses => Some(Parsed::Addresses(written::Addresses::default())),
            Self::Redirects => Some(Parsed::Redirects(written::Redirects::default())),
            Self::Section => Some(Parsed::Section(Document { file, path, written: None })),
            Self::Site | Self::Initiative | Self::Page => None,
        }
    }
}

impl Documents {
    /// The warnings that are to be quiet: in the file that says so; what site.yaml says goes for the registers too, which
    /// have no room for it.
    pub(crate) fn allowances(&self) -> Vec<Allowance> {
        let registers: Vec<_> =
            [&self.departments, &self.categories].into_iter().filter_map(|it| it.file).collect();
        let of_site = self.site.allow.iter().map(|code| (code, registers.as_slice()));
        let sections = self.sections.iter().filter_map(|section| section.written.as_ref());
        let own = sections.flat_map(|section| &section.allow);
        let own = own.chain(self.initiatives.iter().flat_map(|initiative| &initiative.written.allow));
        let own = own.chain(self.beside.pages.iter().flat_map(|page| &page.written.allow));
        let own = own.chain(&self.search.allow).chain(&self.beside.redirects.allow);
        let own = own.map(|code| (code, [].as_slice()));
        let allowance = |(code, others): (&written::Text, &[FileId])| Allowance {
            code: code.clone(),
            files: others.iter().copied().chain([code.place.file]).collect(),
        };
        of_site.chain(own).map(allowance).collect()
    }

    fn put(&mut self, parsed: Parsed) {
        match parsed {
            Parsed::Site(site) => self.site = *site,
            Parsed::Departments(register) => self.departments = register,
            Parsed::Categories(register) => self.categories = register,
            Parsed::Search(search) => self.search = search,
            Parsed::Addresses(addresses) => self.beside.addresses = Some(addresses),
            Parsed::Redirects(redirects) => self.beside.redirects = redirects,
            Parsed::Section(section) => {
                self.lossy |= section.written.is_none();
                self.sections.push(section);
            }
            Parsed::Initiative(initiative) => self.initiatives.push(initiative),
            Parsed::Page(page) => self.beside.pages.push(page),
        }
    }
}
