//! What every page has.

use serde::Serialize;

use super::picture::PictureLink;
use crate::config::Numbering;
use crate::plan::{Id, SdgsTarget, Term};
use crate::site::facet::FacetKind;
use crate::site::{Address, Content, DocumentPage, Facet, Page, Site, address, wording};

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
    /// The ordinary pages and those on accessibility, for the foot of every page.
    pub(crate) pages: Vec<Link>,
    pub(crate) home_href: String,
    /// All initiatives.
    pub(crate) plan_href: String,
    /// The plan as data.
    pub(crate) data_href: String,
    /// Shown beside a page that is passed on.
    pub(crate) picture: PictureLink,
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
    /// The page's own title.
    pub(crate) title: String,
    /// What a search engine may show of it.
    pub(crate) description: String,
    /// Its whole address; `None` where it has none of its own.
    pub(crate) url: Option<String>,
    /// What stands before every `href`.
    pub(crate) root: String,
    /// The page itself, from the site's root.
    pub(crate) href: String,
    /// The part of the menu that it belongs to: `plan`, `departments`, `less`, `sdgs`, `years`, or none.
    pub(crate) area: &'static str,
    /// From the home page down to the page around this one; empty on the home page and where there is no page.
    pub(crate) crumbs: Vec<Link>,
}

/// A title and where it leads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A term of a facet, with what is said of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermLink {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) description: Option<String>,
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
            period: wording::years(plan.period, self.config.language),
            menu: std::iter::once(all).chain(self.facets.iter().map(facet)).collect(),
            pages: self.documents.iter().map(document).chain(self.accessibility_links()).collect(),
            home_href: Address::home().to_string(),
            plan_href: Address::plan().to_string(),
            data_href: address::PLAN_DATA.to_owned(),
            picture: self.picture_link(),
        }
    }

    pub(super) fn page_meta(&self, page: &Page) -> PageMeta {
        let plan = &self.plan;
        let (title, area, crumbs) = match page.content {
            Content::Home => (plan.title.clone(), "", Vec::new()),
            Content::Plan { .. } => (self.words.get("plan").to_owned(), "plan", vec![self.home_link()]),
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
                (self.words.get(key).to_owned(), key, vec![self.home_link()])
            }
            Content::Term { facet, term, .. } => {
                let Facet { kind, terms } = &self.facets[facet];
                (terms[term].title.clone(), kind.key(), self.term_crumbs(facet, term))
            }
            Content::Document { index } => (self.documents[index].title.clone(), "", vec![self.home_link()]),
            Content::Accessibility => {
                (self.words.get("accessibility").to_owned(), "", vec![self.home_link()])
            }
            Content::AccessibilityTest => {
                let policy = Link::to(self.words.get("accessibility"), &Address::accessibility());
                let title = self.words.get("accessibility_test").to_owned();
                (title, "", vec![self.home_link(), policy])
            }
            Content::NotFound => (self.words.get("not_found").to_owned(), "", Vec::new()),
        };
        let lost = matches!(page.content, Content::NotFound);
        PageMeta {
            title,
            description: self.description(page),
            url: (!lost).then(|| self.base.of(&page.address)),
            root: if lost { self.base.path().to_owned() } else { page.address.to_root() },
            href: page.address.to_string(),
            area,
            crumbs,
        }
    }

    fn home_link(&self) -> Link {
        Link::to(self.words.get("home"), &Address::home())
    }

    /// The way from the home page to a section.
    fn plan_crumbs(&self, section: Option<usize>) -> Vec<Link> {
        let sections = &self.plan.sections;
        let mut up: Vec<_> = std::iter::successors(section, |section| sections[*section].parent)
            .map(|section| Link::to(&sections[section].title, &Address::in_plan(&sections[section].id)))
            .collect();
        up.push(self.home_link());
        up.reverse();
        up
    }

    fn term_crumbs(&self, facet: usize, term: usize) -> Vec<Link> {
        let facet = &self.facets[facet];
        let parent = facet.terms[term].parent.map(|parent| &facet.terms[parent]);
        let above = parent.map(|parent| Link::to(&parent.title, &facet.term_address(parent)));
        let index = Link::to(self.words.get(facet.kind.key()), &facet.address());
        [self.home_link(), index].into_iter().chain(above).collect()
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

pub(super) fn sdgs_links(targets: &[SdgsTarget]) -> Vec<Link> {
    let link = |target: &SdgsTarget| {
        let slug = target.to_string();
        Link::to(&slug, &FacetKind::Sdgs.term_address(&slug))
    };
    targets.iter().map(link).collect()
}

impl Link {
    pub(crate) fn to(title: &str, address: &Address) -> Self {
        Self { title: title.to_owned(), href: address.to_string() }
    }
}
