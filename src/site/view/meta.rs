//! What every page says of itself, and where it stands in the site.

use std::sync::Arc;

use serde::Serialize;

use super::subscription::Subscription;
use crate::site::address::COMPARE;
use crate::site::{Address, Booklet, Content, Facet, Page, Site};
use crate::theme::Shared;

/// The template's variable `page`.
#[derive(Debug, Serialize)]
pub(crate) struct PageMeta {
    /// The number of what it is about, as the plan prints it: 1-3, 1-3-①.
    pub(crate) label: Option<String>,
    /// The page's own title.
    pub(crate) title: String,
    /// What a search engine may show of it.
    pub(crate) description: String,
    /// Its whole address; `None` where it has none of its own, and that of the page that it leads to where it does.
    pub(crate) url: Option<String>,
    /// What stands before every `href`.
    pub(crate) root: String,
    /// The page itself, from the site's root.
    pub(crate) href: String,
    /// The part of the menu that it belongs to: `plan`, `departments`, `less`, `sdgs`, `years`, `targets`, `compare`, or
    /// none.
    pub(crate) area: &'static str,
    /// From the home page down to the page around this one; empty on the home page and where there is no page.
    pub(crate) crumbs: Shared<Vec<Crumb>>,
    /// The same for what is made of them here.
    #[serde(skip)]
    pub(super) named: Arc<[Crumb]>,
    /// What the page is, for programs: [`Site::json_ld`], where a template shows it.
    pub(crate) json_ld: Option<String>,
    /// Where the file that it is made of can be edited; a whole address.
    pub(crate) edit_href: Option<String>,
    /// Feeds and calendars of what it is about.
    pub(crate) subscriptions: Vec<Subscription>,
}

/// A page above another.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Crumb {
    /// A section's number.
    pub(crate) label: Option<String>,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// What a page is called, and what it stands below.
pub(super) struct Heading {
    pub(super) label: Option<String>,
    pub(super) title: String,
    area: &'static str,
    crumbs: Crumbs,
}

/// The pages above a page.
#[derive(Clone, Debug)]
pub(super) struct Crumbs {
    shown: Shared<Vec<Crumb>>,
    named: Arc<[Crumb]>,
}

impl Site {
    pub(super) fn page_meta(&self, page: &Page) -> PageMeta {
        let Heading { label, title, area, crumbs } = self.heading(page.content);
        let lost = matches!(page.content, Content::NotFound);
        let url = match page.content {
            Content::NotFound => None,
            Content::Redirect { index } => Some(self.redirects[index].to.url(&self.base)),
            _ => Some(self.base.of(&page.address)),
        };
        PageMeta {
            label,
            title,
            description: self.description(page),
            url,
            root: if lost { self.base.path().to_owned() } else { page.address.to_root() },
            href: page.address.to_string(),
            area,
            crumbs: crumbs.shown,
            named: crumbs.named,
            json_ld: None,
            edit_href: self.edit_href(page.content),
            subscriptions: self.subscriptions(page.content),
        }
    }

    pub(super) fn heading(&self, content: Content) -> Heading {
        let plan = &self.plan;
        match content {
            Content::Home => Heading::new(&plan.title, "", &[]),
            Content::Plan { .. } => self.below_home("plan", "plan"),
            Content::Section { index, .. } => {
                let section = &plan.sections[index];
                self.heading_in_plan(section.id.to_string(), &section.title, section.parent)
            }
            Content::Initiative { index } => {
                let initiative = &plan.initiatives[index];
                self.heading_in_plan(self.label(&initiative.id), &initiative.title, initiative.section)
            }
            Content::Facet { facet } => {
                let key = self.facets[facet].kind.key();
                self.below_home(key, key)
            }
            Content::Term { facet, term, .. } | Content::Year { facet, term, .. } => {
                let Facet { kind, terms } = &self.facets[facet];
                Heading::new(&terms[term].title, kind.key(), &self.term_crumbs(facet, term))
            }
            Content::Targets { .. } => self.below_home("targets", "targets"),
            Content::Compare => self.below_home("compare", COMPARE),
            Content::Cross { table, .. } => {
                let cross = &self.crosses[table];
                Heading::new(&self.cross_title(cross), COMPARE, &self.compare_crumbs(None))
            }
            Content::Cell { table, cell, .. } => {
                let cross = &self.crosses[table];
                Heading::new(&self.cell_title(cross, cell), COMPARE, &self.compare_crumbs(Some(cross)))
            }
            Content::Booklet { of, .. } => self.booklet_heading(of),
            Content::Document { index } => {
                Heading::new(&self.documents[index].title, "", &[self.home_crumb()])
            }
            Content::Search { .. } => self.below_home("search", ""),
            Content::Data => self.below_home("data", ""),
            Content::Accessibility => self.below_home("accessibility", ""),
            Content::AccessibilityTest => {
                let policy = Crumb::to(self.words.get("accessibility"), &Address::accessibility());
                let crumbs = [self.home_crumb(), policy];
                Heading::new(self.words.get("accessibility_test"), "", &crumbs)
            }
            Content::Redirect { .. } => self.below_home("moved", ""),
            Content::NotFound => Heading::new(self.words.get("not_found"), "", &[]),
        }
    }

    /// A section or an initiative; `section` is the one that it is in.
    fn heading_in_plan(&self, label: String, title: &str, section: Option<usize>) -> Heading {
        let crumbs = match section {
            Some(section) => self.commons().crumbs[section].clone(),
            None => Crumbs::of(&self.plan_crumbs(None)),
        };
        Heading { label: Some(label), title: title.to_owned(), area: "plan", crumbs }
    }

    /// A page right below the home page that is called by a word.
    fn below_home(&self, word: &str, area: &'static str) -> Heading {
        Heading::new(self.words.get(word), area, &[self.home_crumb()])
    }

    /// A department's booklet stands below the department.
    fn booklet_heading(&self, of: Booklet) -> Heading {
        let Booklet::Department { facet, term } = of else { return self.below_home("booklet", "") };
        let Facet { kind, terms } = &self.facets[facet];
        let mut crumbs = self.term_crumbs(facet, term);
        crumbs.push(Crumb::to(&terms[term].title, &kind.term_address(&terms[term].slug)));
        Heading::new(self.words.get("booklet"), kind.key(), &crumbs)
    }

    pub(super) fn home_crumb(&self) -> Crumb {
        Crumb::to(self.words.get("home"), &Address::home())
    }

    /// The way from the home page to a section.
    pub(super) fn plan_crumbs(&self, section: Option<usize>) -> Vec<Crumb> {
        let around = self.plan.sections_around(section).into_iter().map(|section| Crumb {
            label: Some(section.id.to_string()),
            ..Crumb::to(&section.title, &Address::in_plan(&section.id))
        });
        std::iter::once(self.home_crumb()).chain(around).collect()
    }

    fn term_crumbs(&self, facet: usize, term: usize) -> Vec<Crumb> {
        let facet = &self.facets[facet];
        let parent = facet.terms[term].parent.map(|parent| &facet.terms[parent]);
        let above = parent.map(|parent| Crumb::to(&parent.title, &facet.term_address(parent)));
        let index = Crumb::to(self.words.get(facet.kind.key()), &facet.address());
        [self.home_crumb(), index].into_iter().chain(above).collect()
    }
}

impl Heading {
    fn new(title: &str, area: &'static str, crumbs: &[Crumb]) -> Self {
        Self { label: None, title: title.to_owned(), area, crumbs: Crumbs::of(crumbs) }
    }
}

impl Crumbs {
    pub(super) fn of(crumbs: &[Crumb]) -> Self {
        Self { shown: Shared::list(crumbs), named: crumbs.into() }
    }
}

impl Crumb {
    pub(super) fn to(title: &str, address: &Address) -> Self {
        Self { label: None, title: title.to_owned(), href: address.to_string() }
    }
}
