//! Lists of initiatives, a hundred a page, under the sections they stand in.

use std::iter::{Skip, Take};

use serde::Serialize;

use super::common::{GoalLink, InitiativeLink, Link};
use crate::site::pages::ENTRIES;
use crate::site::{Address, Site};
use crate::theme::Shared;

/// A list of initiatives: a part of all initiatives, sections and terms.
#[derive(Debug, Serialize)]
pub(crate) struct ListingView {
    /// How many there are on all pages together.
    pub(crate) count: usize,
    pub(crate) groups: Vec<GroupView>,
    /// `None` where one page holds them all.
    pub(crate) pager: Option<PagerView>,
}

/// Neighbouring initiatives of one section.
#[derive(Debug, Serialize)]
pub(crate) struct GroupView {
    /// `None` in a plan of one level, and for what stands right in the section that the page is about.
    pub(crate) section: Option<SectionLink>,
    /// Their places in the plan, by which a template finds their [`EntryView`]s, as most initiatives stand in a dozen lists.
    pub(crate) entries: Vec<usize>,
    /// On the page of all initiatives the terms that each of them carries, behind its facet's key and with spaces between them:
    /// `departments/citizens less/paper`. Else none.
    pub(crate) terms: Vec<String>,
}

/// A section as a heading.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SectionLink {
    /// What its level is called: 取組事項.
    pub(crate) level: String,
    /// 1-3.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) href: String,
}

/// An initiative in lists: an item of the template's variable `initiatives`.
#[derive(Debug, Serialize)]
pub(crate) struct EntryView {
    /// As of an [`InitiativeLink`].
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) departments: Vec<Shared<Link>>,
    pub(crate) categories: Vec<Shared<Link>>,
    pub(crate) sdgs: Vec<Shared<GoalLink>>,
}

/// The way through a list of several pages.
#[derive(Debug, Serialize)]
pub(crate) struct PagerView {
    pub(crate) current: usize,
    pub(crate) total: usize,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// The first, the last and those around this one, in order; a gap between two of them is a page without `href`.
    pub(crate) pages: Vec<PagerPage>,
}

/// A page of a list, or a gap.
#[derive(Debug, Serialize)]
pub(crate) struct PagerPage {
    pub(crate) number: usize,
    pub(crate) href: Option<String>,
}

/// A page of a list.
pub(super) struct ListPage {
    /// The address of the list's first page.
    address: Address,
    /// Which page, from 1.
    number: usize,
}

impl ListPage {
    pub(super) fn new(address: Address, number: usize) -> Self {
        Self { address, number }
    }

    /// What of a list stands on the page.
    pub(super) fn shown<I: ExactSizeIterator>(&self, all: I) -> Take<Skip<I>> {
        all.skip(self.number.saturating_sub(1) * ENTRIES).take(ENTRIES)
    }

    /// The way through a list of so many entries; `None` where one page holds all.
    pub(super) fn pager(&self, entries: usize) -> Option<PagerView> {
        pager(&self.address, self.number, entries.div_ceil(ENTRIES))
    }
}

impl Site {
    /// A page of a list of initiatives. The section that it is about, if it is about one, is no heading on it.
    pub(super) fn listing(
        &self,
        initiatives: impl ExactSizeIterator<Item = usize>,
        page: &ListPage,
        about: Option<usize>,
    ) -> ListingView {
        let count = initiatives.len();
        let shown: Vec<_> = page.shown(initiatives).collect();
        let section = |index: &usize| self.plan.initiatives[*index].section;
        let group = |group: &[usize]| GroupView {
            section: section(&group[0]).filter(|own| Some(*own) != about).map(|own| self.section_link(own)),
            entries: group.to_vec(),
            terms: Vec::new(),
        };
        ListingView {
            count,
            groups: shown.chunk_by(|a, b| section(a) == section(b)).map(group).collect(),
            pager: page.pager(count),
        }
    }

    pub(super) fn section_link(&self, index: usize) -> SectionLink {
        let section = &self.plan.sections[index];
        SectionLink {
            level: self.plan.levels[section.level].clone(),
            id: section.id.to_string(),
            title: section.title.value.clone(),
            href: Address::in_plan(&section.id).to_string(),
        }
    }

    /// An initiative as it stands in every list, by its place in the plan.
    pub(crate) fn entry(&self, index: usize) -> EntryView {
        let initiative = &self.plan.initiatives[index];
        let InitiativeLink { id, label, title, href } = self.initiative_link(index);
        let commons = self.commons();
        EntryView {
            id,
            label,
            title,
            href,
            departments: self.department_links(&initiative.all_departments()),
            categories: initiative.categories.iter().map(|it| commons.categories[*it].clone()).collect(),
            sdgs: initiative.sdgs.iter().map(|it| commons.sdgs[it].clone()).collect(),
        }
    }
}

/// How many pages before and behind the current one are named.
const AROUND: usize = 2;

/// The way through a list that begins at an address.
fn pager(address: &Address, current: usize, total: usize) -> Option<PagerView> {
    let href = |number: usize| (1..=total).contains(&number).then(|| address.nth(number).to_string());
    let near = |number: &usize| *number == 1 || *number == total || number.abs_diff(current) <= AROUND;
    let mut pages: Vec<PagerPage> = Vec::new();
    for number in (1..=total).filter(near) {
        let missing = number - pages.last().map_or(0, |last| last.number) - 1;
        if missing > 0 {
            // One page takes no more room than the sign that it is left out.
            let href = if missing == 1 { href(number - 1) } else { None };
            pages.push(PagerPage { number: number - 1, href });
        }
        pages.push(PagerPage { number, href: href(number) });
    }
    (total > 1).then(|| PagerView {
        current,
        total,
        previous: href(current - 1),
        next: href(current + 1),
        pages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pager_names_the_pages_around() {
        let view = pager(&Address::plan(), 5, 12).map(|pager| pager.pages).unwrap_or_default();
        let shown: Vec<_> =
            view.iter().map(|page| if page.href.is_some() { page.number } else { 0 }).collect();
        assert_eq!(shown, [1, 2, 3, 4, 5, 6, 7, 0, 12]);
    }

    #[test]
    fn one_page_needs_no_pager() {
        assert!(pager(&Address::plan(), 1, 1).is_none());
    }
}
