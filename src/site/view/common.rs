//! What is the same on every page, and the links that pages have in common.

use serde::Serialize;

use super::contact::ContactView;
use super::picture::PictureLink;
use crate::config::{Numbering, SitePart};
use crate::date::Date;
use crate::plan::{Id, SdgsTarget, Term};
use crate::site::address::COMPARE;
use crate::site::facet::{FacetKind, FacetTerm};
use crate::site::policy::POLICY;
use crate::site::{Address, DocumentPage, Facet, Site};
use crate::theme::Shared;

/// The same on every page: the template's variable `site`.
#[derive(Debug, Serialize)]
pub(crate) struct SiteView {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    /// What every page says of the site itself.
    pub(crate) notice: Option<String>,
    pub(crate) organization: OrganizationView,
    /// `ja` or `en`.
    pub(crate) language: &'static str,
    /// What a browser may load for a page, as a content security policy.
    pub(crate) policy: &'static str,
    /// The plan's years in words.
    pub(crate) period: String,
    /// The main menu: all initiatives, every facet, all that is measured, what can be compared.
    pub(crate) menu: Vec<MenuItem>,
    /// The ordinary pages and those on accessibility, for the foot of every page.
    pub(crate) pages: Vec<Link>,
    pub(crate) home_href: String,
    /// All initiatives.
    pub(crate) plan_href: String,
    /// Where the plan is searched; these three are `None` where the site goes without.
    pub(crate) search_href: Option<String>,
    /// The whole plan, to be printed.
    pub(crate) booklet_href: Option<String>,
    /// The page about the plan as data.
    pub(crate) data_href: Option<String>,
    /// Whom readers can ask about anything.
    pub(crate) contact: Option<ContactView>,
    /// The categories that have a meaning to tell.
    pub(crate) categories: Vec<TermLink>,
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
    /// Equal to [`PageMeta::area`](super::PageMeta::area) on the pages it leads to.
    pub(crate) area: &'static str,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A title and where it leads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// An initiative as a link.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InitiativeLink {
    /// 1-3-1: what people cite.
    pub(crate) id: String,
    /// As the plan prints it: 1-3-①.
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// A day.
#[derive(Debug, Default, Serialize)]
pub(crate) struct DateView {
    /// 2026-11-22, for programs.
    pub(crate) iso: String,
    /// 2026（令和8）年11月22日; beside a fiscal year 2030年3月31日.
    pub(crate) text: String,
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
    pub(crate) terms: Vec<Shared<TermLink>>,
}

impl Site {
    /// What is the same on every page; `picture` is where the picture is.
    pub(crate) fn site_view(&self, picture: &Address) -> SiteView {
        let plan = &self.plan;
        let document = |page: &DocumentPage| Link::to(&page.title, &Address::document(&page.name));
        SiteView {
            title: plan.title.clone(),
            description: plan.description.clone(),
            notice: self.config.notice.clone(),
            organization: OrganizationView {
                name: plan.organization.name.clone(),
                url: plan.organization.url.as_deref().cloned(),
            },
            language: self.config.language.tag(),
            policy: POLICY,
            period: self.wording().years(plan.period),
            menu: self.menu(),
            pages: self.documents.iter().map(document).chain(self.accessibility_links()).collect(),
            home_href: Address::home().to_string(),
            plan_href: Address::plan().to_string(),
            search_href: self.is_searched().then(|| Address::search_page().to_string()),
            booklet_href: self.config.has(SitePart::Print).then(|| Address::booklet().to_string()),
            data_href: self.has_data().then(|| Address::data_page().to_string()),
            contact: self.contact(),
            categories: self.explained_categories(),
            picture: self.picture_link(picture),
        }
    }

    fn menu(&self) -> Vec<MenuItem> {
        let item = |area: &'static str, address: &Address| MenuItem {
            area,
            title: self.words.get(area).to_owned(),
            href: address.to_string(),
        };
        let mut menu = vec![item("plan", &Address::plan())];
        menu.extend(self.facets.iter().map(|facet| item(facet.kind.key(), &facet.address())));
        menu.extend(self.all_targets().map(|address| item("targets", &address)));
        menu.extend((!self.crosses.is_empty()).then(|| item(COMPARE, &Address::compare())));
        menu
    }

    fn explained_categories(&self) -> Vec<TermLink> {
        let terms = self
            .facet(FacetKind::Categories)
            .into_iter()
            .flat_map(|facet| (0..facet.terms.len()).map(|index| Self::term_link(facet, index)));
        terms.filter(|term| term.description.is_some()).collect()
    }

    /// A term of a facet with the terms within it.
    pub(super) fn term_link(facet: &Facet, index: usize) -> TermLink {
        let within = facet.within(index).map(|(within, _)| Shared::new(&Self::term_link(facet, within)));
        TermLink::new(facet, index, within.collect())
    }

    pub(super) fn department_links(&self, departments: &[usize]) -> Vec<Shared<Link>> {
        departments.iter().map(|index| self.commons().departments[*index].clone()).collect()
    }

    pub(super) fn initiative_link(&self, index: usize) -> InitiativeLink {
        let initiative = &self.plan.initiatives[index];
        let id = initiative.id.to_string();
        InitiativeLink {
            label: self.label(&initiative.id),
            title: initiative.title.clone(),
            href: Address::numbered(&id).into(),
            id,
        }
    }

    pub(super) fn date_view(&self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.wording().date(date) }
    }

    /// An initiative's number as the plan prints it.
    pub(crate) fn label(&self, id: &Id) -> String {
        match self.config.numbering {
            Numbering::Plain => id.to_string(),
            Numbering::Circled => id.circled(),
        }
    }
}

pub(super) fn register_links(kind: FacetKind, register: &[Term]) -> Vec<Shared<Link>> {
    let link = |term: &Term| Shared::new(&Link::to(&term.name, &kind.term_address(&term.slug)));
    register.iter().map(link).collect()
}

impl TermLink {
    /// A term of a facet with terms within it.
    pub(super) fn new(facet: &Facet, index: usize, within: Vec<Shared<Self>>) -> Self {
        let term = &facet.terms[index];
        Self {
            title: term.title.clone(),
            href: facet.term_address(term).to_string(),
            description: term.description.clone(),
            goal: term.goal,
            count: term.initiatives.len(),
            terms: within,
        }
    }
}

impl GoalLink {
    /// A goal or a target by its number.
    pub(super) fn of(target: SdgsTarget) -> Self {
        let title = target.to_string();
        let href = FacetKind::Sdgs.term_address(&title).into();
        Self { title, href, goal: target.goal }
    }

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
