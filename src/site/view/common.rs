//! What every page has.

use serde::Serialize;

use crate::config::Numbering;
use crate::plan::{Id, SdgsTarget, Term};
use crate::site::facet::{FacetKind, FacetTerm};
use crate::site::{Address, Content, DocumentPage, Facet, Page, Site, address, markdown};

/// The same on every page: the template's variable `site`.
#[derive(Debug, Serialize)]
pub(crate) struct SiteView {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) organization: OrganizationView,
    /// `ja` or `en`.
    pub(crate) language: &'static str,
    /// The plan's years in words.
    pub(crate) period: String,
    /// The main menu: all initiatives, then every facet.
    pub(crate) menu: Vec<MenuItem>,
    /// The ordinary pages, for the foot of every page.
    pub(crate) pages: Vec<Link>,
    pub(crate) home_href: String,
    /// All initiatives.
    pub(crate) plan_href: String,
    /// The plan as data.
    pub(crate) data_href: String,
    /// The categories that have a meaning to tell.
    pub(crate) categories: Vec<TermLink>,
}

/// The publisher.
#[derive(Debug, Serialize)]
pub(crate) struct OrganizationView {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

/// An entry of the main menu.
#[derive(Debug, Serialize)]
pub(crate) struct MenuItem {
    /// Equal to [`PageMeta::area`] on the pages it leads to.
    pub(crate) area: &'static str,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// The template's variable `page`.
#[derive(Debug, Serialize)]
pub(crate) struct PageMeta {
    /// The number of what it is about, as the plan prints it: 1-3, 1-3-①.
    pub(crate) label: Option<String>,
    /// The page's own title.
    pub(crate) title: String,
    /// What a search engine may show of it.
    pub(crate) description: Option<String>,
    /// Its whole address; `None` where it has none of its own.
    pub(crate) url: Option<String>,
    /// What stands before every `href`.
    pub(crate) root: String,
    /// The page itself, from the site's root.
    pub(crate) href: String,
    /// The part of the menu that it belongs to: `plan`, `departments`, `less`, `sdgs`, `years`, or none.
    pub(crate) area: &'static str,
    /// From the home page down to the page around this one; empty on the home page and where there is no page.
    pub(crate) crumbs: Vec<Crumb>,
}

/// A page above another.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Crumb {
    /// A section's number.
    pub(crate) label: Option<String>,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A title and where it leads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A goal of the SDGs or one of its targets.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GoalLink {
    pub(crate) title: String,
    pub(crate) href: String,
    /// The goal's number.
    pub(crate) goal: u8,
}

/// A term of a facet, with what is said of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermLink {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) description: Option<String>,
    /// The number of the SDGs goal that it is or belongs to.
    pub(crate) goal: Option<u8>,
    /// How many initiatives carry it.
    pub(crate) count: usize,
    /// The terms within it: an SDGs goal's targets.
    pub(crate) terms: Vec<TermLink>,
}

impl Site {
    /// What is the same on every page.
    pub(crate) fn site_view(&self) -> SiteView {
        let plan = &self.plan;
        let all = MenuItem {
            area: "plan",
            title: self.words.get("plan").to_owned(),
            href: Address::plan().to_string(),
        };
        let facet = |facet: &Facet| MenuItem {
            area: facet.kind.key(),
            title: self.words.get(facet.kind.key()).to_owned(),
            href: facet.address().to_string(),
        };
        let document = |page: &DocumentPage| Link::to(&page.title, &Address::document(&page.name));
        SiteView {
            title: plan.title.clone(),
            description: plan.description.clone(),
            organization: OrganizationView {
                name: plan.organization.name.clone(),
                url: plan.organization.url.as_deref().cloned(),
            },
            language: self.config.language.tag(),
            period: self.wording().years(plan.period),
            menu: std::iter::once(all).chain(self.facets.iter().map(facet)).collect(),
            pages: self.documents.iter().map(document).collect(),
            home_href: Address::home().to_string(),
            plan_href: Address::plan().to_string(),
            data_href: address::PLAN_DATA.to_owned(),
            categories: self.explained_categories(),
        }
    }

    fn explained_categories(&self) -> Vec<TermLink> {
        let facet = self.facets.iter().find(|facet| facet.kind == FacetKind::Categories);
        let terms = facet
            .into_iter()
            .flat_map(|facet| (0..facet.terms.len()).map(|index| Self::term_link(facet, index)));
        terms.filter(|term| term.description.is_some()).collect()
    }

    pub(super) fn page_meta(&self, page: &Page) -> PageMeta {
        let plan = &self.plan;
        let (title, area, crumbs) = match page.content {
            Content::Home => (plan.title.clone(), "", Vec::new()),
            Content::Plan { .. } => (self.words.get("plan").to_owned(), "plan", vec![self.home_crumb()]),
            Content::Section { index, .. } => {
                let section = &plan.sections[index];
                (section.title.value.clone(), "plan", self.plan_crumbs(section.parent))
            }
            Content::Initiative { index } => {
                let initiative = &plan.initiatives[index];
                (initiative.title.clone(), "plan", self.plan_crumbs(initiative.section))
            }
            Content::Facet { facet } => {
                let key = self.facets[facet].kind.key();
                (self.words.get(key).to_owned(), key, vec![self.home_crumb()])
            }
            Content::Term { facet, term, .. } => {
                let Facet { kind, terms } = &self.facets[facet];
                (terms[term].title.clone(), kind.key(), self.term_crumbs(facet, term))
            }
            Content::Document { index } => (self.documents[index].title.clone(), "", vec![self.home_crumb()]),
            Content::NotFound => (self.words.get("not_found").to_owned(), "", Vec::new()),
        };
        let lost = matches!(page.content, Content::NotFound);
        PageMeta {
            label: self.page_label(page),
            title,
            description: self.description(page),
            url: (!lost).then(|| self.base.of(&page.address)),
            root: if lost { self.base.path().to_owned() } else { page.address.to_root() },
            href: page.address.to_string(),
            area,
            crumbs,
        }
    }

    /// The beginning of what a page says, for search engines.
    fn description(&self, page: &Page) -> Option<String> {
        let text = match page.content {
            Content::Home => return self.plan.description.clone(),
            Content::Initiative { index } => self.plan.initiatives[index].overview.as_ref()?,
            Content::Section { index, .. } => self.plan.sections[index].introduction.as_ref()?,
            Content::Document { index } => &self.documents[index].body,
            Content::Term { facet, term, .. } => return self.facets[facet].terms[term].description.clone(),
            Content::Plan { .. } | Content::Facet { .. } | Content::NotFound => return None,
        };
        let plain = markdown::to_plain(&text.text);
        let words = plain.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        Some(shorten(&words, DESCRIPTION_LENGTH))
    }

    /// The number of a section or an initiative.
    fn page_label(&self, page: &Page) -> Option<String> {
        match page.content {
            Content::Section { index, .. } => Some(self.plan.sections[index].id.to_string()),
            Content::Initiative { index } => Some(self.label(&self.plan.initiatives[index].id)),
            _ => None,
        }
    }

    fn home_crumb(&self) -> Crumb {
        Crumb::to(self.words.get("home"), &Address::home())
    }

    /// The way from the home page to a section.
    fn plan_crumbs(&self, section: Option<usize>) -> Vec<Crumb> {
        let sections = &self.plan.sections;
        let mut up: Vec<_> = std::iter::successors(section, |section| sections[*section].parent)
            .map(|section| &sections[section])
            .map(|section| Crumb {
                label: Some(section.id.to_string()),
                ..Crumb::to(&section.title, &Address::in_plan(&section.id))
            })
            .collect();
        up.push(self.home_crumb());
        up.reverse();
        up
    }

    fn term_crumbs(&self, facet: usize, term: usize) -> Vec<Crumb> {
        let facet = &self.facets[facet];
        let parent = facet.terms[term].parent.map(|parent| &facet.terms[parent]);
        let above = parent.map(|parent| Crumb::to(&parent.title, &facet.term_address(parent)));
        let index = Crumb::to(self.words.get(facet.kind.key()), &facet.address());
        [self.home_crumb(), index].into_iter().chain(above).collect()
    }

    /// A term of a facet with the terms within it.
    pub(super) fn term_link(facet: &Facet, index: usize) -> TermLink {
        Self::term_link_with(facet, index, |_| true)
    }

    /// A term of a facet with those terms within it that are wanted, by their indexes.
    pub(super) fn term_link_with(
        facet: &Facet,
        index: usize,
        wanted: impl Fn(usize) -> bool + Copy,
    ) -> TermLink {
        let term = &facet.terms[index];
        let within = facet.within(index).filter(|(within, _)| wanted(*within));
        TermLink {
            title: term.title.clone(),
            href: facet.term_address(term).to_string(),
            description: term.description.clone(),
            goal: term.goal,
            count: term.initiatives.len(),
            terms: within.map(|(within, _)| Self::term_link_with(facet, within, wanted)).collect(),
        }
    }

    pub(super) fn department_links(&self, departments: &[usize]) -> Vec<Link> {
        register_links(FacetKind::Departments, &self.plan.departments, departments)
    }

    pub(super) fn category_links(&self, categories: &[usize]) -> Vec<Link> {
        register_links(FacetKind::Categories, &self.plan.categories, categories)
    }

    /// An initiative's number as the plan prints it.
    pub(super) fn label(&self, id: &Id) -> String {
        match self.config.numbering {
            Numbering::Plain => id.to_string(),
            Numbering::Circled => id.circled(),
        }
    }
}

fn register_links(kind: FacetKind, register: &[Term], terms: &[usize]) -> Vec<Link> {
    let link = |term: &Term| Link::to(&term.name, &kind.term_address(&term.slug));
    terms.iter().map(|term| link(&register[*term])).collect()
}

pub(super) fn sdgs_links(targets: &[SdgsTarget]) -> Vec<GoalLink> {
    let link = |target: &SdgsTarget| {
        let title = target.to_string();
        let href = FacetKind::Sdgs.term_address(&title).to_string();
        GoalLink { title, href, goal: target.goal }
    };
    targets.iter().map(link).collect()
}

impl Crumb {
    fn to(title: &str, address: &Address) -> Self {
        Self { label: None, title: title.to_owned(), href: address.to_string() }
    }
}

impl GoalLink {
    /// A term of the SDGs.
    pub(super) fn to(term: &FacetTerm, address: &Address) -> Option<Self> {
        Some(Self { title: term.title.clone(), href: address.to_string(), goal: term.goal? })
    }
}

impl Link {
    pub(crate) fn to(title: &str, address: &Address) -> Self {
        Self { title: title.to_owned(), href: address.to_string() }
    }
}

/// Search engines show about this many characters of Japanese.
const DESCRIPTION_LENGTH: usize = 120;

fn shorten(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
