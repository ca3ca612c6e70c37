//! The home page: the plan at a glance.

use std::cmp::Reverse;
use std::ops::Range;

use serde::Serialize;

use super::Spot;
use super::common::{InitiativeLink, TermLink};
use super::section::CountedSection;
use crate::site::facet::{FacetKind, FacetTerm};
use crate::site::pages::ENTRIES;
use crate::site::{Address, Facet, Site};

/// The template `home.html`.
#[derive(Debug, Serialize)]
pub(crate) struct HomeView {
    pub(crate) introduction_html: Option<String>,
    pub(crate) numbers: Vec<HomeNumber>,
    /// Some sections as a way in: the deepest level that is still a glance.
    pub(crate) topics: Vec<CountedSection>,
    /// The sections of the first level, each with what is in it.
    pub(crate) sections: Vec<HomeSection>,
    /// The initiatives of a plan of one level.
    pub(crate) entries: Vec<InitiativeLink>,
    /// The ways in besides the sections.
    pub(crate) facets: Vec<HomeFacet>,
}

/// How many of something the plan has.
#[derive(Debug, Serialize)]
pub(crate) struct HomeNumber {
    /// `initiatives`, `departments` or `measured_targets` (measures with a value to reach): the key of its word.
    pub(crate) key: &'static str,
    pub(crate) count: usize,
    /// Where they are listed; `None` where they are not.
    pub(crate) href: Option<String>,
}

/// A section and what is in it.
#[derive(Debug, Serialize)]
pub(crate) struct HomeSection {
    #[serde(flatten)]
    pub(crate) section: CountedSection,
    pub(crate) sections: Vec<HomeSection>,
    /// The initiatives that stand right in it; none in a plan of more than a hundred.
    pub(crate) entries: Vec<InitiativeLink>,
}

/// A facet with the terms that initiatives carry; only the largest of them, where there are many.
#[derive(Debug, Serialize)]
pub(crate) struct HomeFacet {
    /// `departments`, `less`, `sdgs` or `years`.
    pub(crate) key: &'static str,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) terms: Vec<TermLink>,
    /// How many terms there are beyond those.
    pub(crate) more: usize,
}

/// How many terms of a facet the home page names.
const TERMS: usize = 24;

impl Site {
    pub(super) fn home_view(&self, root: &str) -> HomeView {
        let spot = Spot { root, prefix: "note-", name: &self.plan.title, deeper: 0 };
        HomeView {
            introduction_html: self.plan.introduction.as_ref().map(|text| self.html(text, &spot)),
            numbers: self.home_numbers(),
            topics: self.topics(),
            sections: self.sections_in(None).map(|section| self.home_section(section)).collect(),
            entries: self.home_entries(None, 0..self.plan.initiatives.len()),
            facets: self.facets.iter().map(|facet| self.home_facet(facet)).collect(),
        }
    }

    /// What the plan has of each, if it has any.
    fn home_numbers(&self) -> Vec<HomeNumber> {
        let plan = &self.plan;
        let departments = self.facet(FacetKind::Departments).map(Facet::address);
        let numbers = [
            ("initiatives", plan.initiatives.len(), Some(Address::plan())),
            ("departments", plan.departments.len(), departments),
            ("measured_targets", self.targets.numbered, self.all_targets()),
        ];
        let number = |(key, count, address): (_, _, Option<Address>)| HomeNumber {
            key,
            count,
            href: address.map(|address| address.to_string()),
        };
        numbers.into_iter().filter(|(_, count, _)| *count > 0).map(number).collect()
    }

    /// The sections of the deepest level that has no more than a glance takes in.
    fn topics(&self) -> Vec<CountedSection> {
        let sections = &self.plan.sections;
        let of = |level: usize| (0..sections.len()).filter(move |index| sections[*index].level == level);
        let mut levels = (0..self.plan.levels.len()).rev();
        let level = levels.find(|level| (1..=TERMS).contains(&of(*level).count())).unwrap_or_default();
        of(level).take(TERMS).map(|index| self.counted(index)).collect()
    }

    fn home_section(&self, index: usize) -> HomeSection {
        HomeSection {
            section: self.counted(index),
            sections: self.sections_in(Some(index)).map(|section| self.home_section(section)).collect(),
            entries: self.home_entries(Some(index), self.within(index)),
        }
    }

    /// The initiatives right in a section; a home page that named more than a hundred would be no glance.
    fn home_entries(&self, section: Option<usize>, within: Range<usize>) -> Vec<InitiativeLink> {
        if self.plan.initiatives.len() > ENTRIES {
            return Vec::new();
        }
        let right_in = within.filter(|index| self.plan.initiatives[*index].section == section);
        right_in.map(|index| self.initiative_link(index)).collect()
    }

    fn home_facet(&self, facet: &Facet) -> HomeFacet {
        let all = facet.outermost().count();
        let is_used = |term: &FacetTerm| facet.kind == FacetKind::Years || !term.initiatives.is_empty();
        let mut terms: Vec<_> = facet.outermost().filter(|(_, term)| is_used(term)).collect();
        if terms.len() > TERMS {
            terms.sort_by_key(|(_, term)| Reverse(term.initiatives.len()));
            terms.truncate(TERMS);
            terms.sort_by_key(|(index, _)| *index);
        }
        let more = all - terms.len();
        HomeFacet {
            key: facet.kind.key(),
            title: self.words.get(facet.kind.key()).to_owned(),
            href: facet.address().to_string(),
            terms: terms.into_iter().map(|(index, _)| Self::term_link(facet, index)).collect(),
            more,
        }
    }
}
