//! A booklet: initiatives one behind the other, to be printed.

use serde::Serialize;

use super::Spot;
use super::initiative::InitiativeView;
use super::listing::{ListPage, ListingView, SectionLink};
use crate::site::{Address, Booklet, Site};

/// The template `booklet.html`.
#[derive(Debug, Serialize)]
pub(crate) struct BookletView {
    /// The department whose booklet it is; `None`: the whole plan's.
    pub(crate) department: Option<String>,
    /// Its contents.
    pub(crate) listing: ListingView,
    pub(crate) initiatives: Vec<BookletInitiative>,
}

/// An initiative in a booklet.
#[derive(Debug, Serialize)]
pub(crate) struct BookletInitiative {
    /// An id on the page.
    pub(crate) anchor: String,
    /// The whole address of its own page.
    pub(crate) url: String,
    /// The sections that it stands in, the outermost first.
    pub(crate) sections: Vec<SectionLink>,
    pub(crate) initiative: InitiativeView,
}

impl Site {
    /// A department's booklet, or the whole plan's.
    pub(super) fn booklet_view(&self, of: Booklet, number: usize, root: &str) -> BookletView {
        match of {
            Booklet::All => {
                let all = 0..self.plan.initiatives.len();
                self.booklet_of_these(all, None, &ListPage::new(Address::booklet(), number), root)
            }
            Booklet::Department { facet, term } => {
                let term = &self.facets[facet].terms[term];
                let page = ListPage::new(Address::booklet_of(&term.slug), number);
                let title = Some(term.title.clone());
                self.booklet_of_these(term.initiatives.iter().copied(), title, &page, root)
            }
        }
    }

    fn booklet_of_these(
        &self,
        initiatives: impl ExactSizeIterator<Item = usize> + Clone,
        department: Option<String>,
        page: &ListPage,
        root: &str,
    ) -> BookletView {
        let shown = page.shown(initiatives.clone());
        BookletView {
            department,
            initiatives: shown.map(|index| self.in_booklet(index, root)).collect(),
            listing: self.listing(initiatives, page, None),
        }
    }

    fn in_booklet(&self, index: usize, root: &str) -> BookletInitiative {
        let initiative = &self.plan.initiatives[index];
        let anchor = format!("i{}", initiative.id);
        let label = self.label(&initiative.id);
        let spot = Spot { root, prefix: &format!("{anchor}-"), name: &label, deeper: 1 };
        let up = std::iter::successors(initiative.section, |it| self.plan.sections[*it].parent);
        let mut sections: Vec<_> = up.map(|section| self.section_link(section)).collect();
        sections.reverse();
        BookletInitiative {
            url: self.base.of(&Address::in_plan(&initiative.id)),
            sections,
            initiative: self.initiative_view(index, &spot),
            anchor,
        }
    }
}
