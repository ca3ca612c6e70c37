//! A section's page.

use serde::Serialize;

use super::Spot;
use super::listing::{ListPage, ListingView, SectionLink};
use crate::site::{Address, Site};

/// The template `section.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SectionView {
    /// What its level is called: 取組事項.
    pub(crate) level: String,
    /// 1-3.
    pub(crate) id: String,
    pub(crate) introduction_html: Option<String>,
    /// The sections in it.
    pub(crate) sections: Vec<CountedSection>,
    /// The initiatives in it and in the sections in it.
    pub(crate) listing: ListingView,
}

/// A section and how much is in it.
#[derive(Debug, Serialize)]
pub(crate) struct CountedSection {
    pub(crate) section: SectionLink,
    pub(crate) count: usize,
}

impl Site {
    pub(super) fn section_view(&self, index: usize, number: usize, root: &str) -> SectionView {
        let section = &self.plan.sections[index];
        let page = ListPage::new(Address::in_plan(&section.id), number);
        let spot = Spot { root, prefix: "note-", name: &section.title, deeper: 0 };
        SectionView {
            level: self.plan.levels[section.level].clone(),
            id: section.id.to_string(),
            introduction_html: section.introduction.as_ref().map(|text| self.html(text, &spot)),
            sections: self.sections_in(Some(index)).map(|index| self.counted(index)).collect(),
            listing: self.listing(self.within(index), &page, Some(index)),
        }
    }

    pub(super) fn counted(&self, index: usize) -> CountedSection {
        CountedSection { section: self.section_link(index), count: self.within(index).len() }
    }

    /// The sections right in a section, or, for `None`, those of the first level.
    pub(super) fn sections_in(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let around = parent.map(|parent| &self.plan.sections[parent].id);
        // They stand right behind it, each with those in it.
        let behind = self.plan.sections.iter().enumerate().skip(parent.map_or(0, |parent| parent + 1));
        let within =
            behind.take_while(move |(_, section)| around.is_none_or(|around| section.id.is_within(around)));
        within.filter(move |(_, section)| section.parent == parent).map(|(index, _)| index)
    }
}
