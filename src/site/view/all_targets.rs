//! Every measured target of the plan in one table, a hundred a page.

use serde::Serialize;

use super::common::{InitiativeLink, Link};
use super::initiative::program_anchor;
use super::listing::{ListPage, PagerView};
use super::target::{TargetView, target_anchor};
use crate::plan::Program;
use crate::site::targets::{InWords, TargetSpot};
use crate::site::{Address, Site};

/// The template `targets.html`.
#[derive(Debug, Serialize)]
pub(crate) struct AllTargetsView {
    /// How many there are on all pages together.
    pub(crate) count: usize,
    /// How many of them have a value to reach, as the home page counts them.
    pub(crate) numbered: usize,
    /// The years for which any of them has a result, the same on all pages.
    pub(crate) result_years: Vec<String>,
    pub(crate) rows: Vec<PlacedTarget>,
    /// How many targets in words there are, on all pages together.
    pub(crate) sentences: usize,
    /// The initiatives that have them; a hundred a page too.
    pub(crate) in_words: Vec<TargetsInWords>,
    /// `None` where one page holds them all.
    pub(crate) pager: Option<PagerView>,
}

/// A target and where it stands.
#[derive(Debug, Serialize)]
pub(crate) struct PlacedTarget {
    pub(crate) initiative: InitiativeLink,
    /// The part of the initiative; `None` where it has none.
    pub(crate) program: Option<Link>,
    /// The target on the initiative's page.
    pub(crate) href: String,
    pub(crate) target: TargetView,
}

/// An initiative that has targets in words.
#[derive(Debug, Serialize)]
pub(crate) struct TargetsInWords {
    pub(crate) initiative: InitiativeLink,
    /// How many.
    pub(crate) count: usize,
    /// The first of them on the initiative's page.
    pub(crate) href: String,
}

impl Site {
    pub(super) fn all_targets_view(&self, number: usize) -> AllTargetsView {
        let all = &self.targets;
        let page = ListPage::new(Address::targets(), number);
        AllTargetsView {
            count: all.measured.len(),
            numbered: all.numbered,
            result_years: self.result_years(),
            rows: page.shown(all.measured.iter()).map(|spot| self.placed(*spot)).collect(),
            sentences: all.in_words.iter().map(|it| it.count).sum(),
            in_words: page.shown(all.in_words.iter()).map(|it| self.targets_in_words(*it)).collect(),
            pager: page.pager(all.entries()),
        }
    }

    fn result_years(&self) -> Vec<String> {
        let years = self.targets.result_years.iter();
        years.map(|year| self.wording().year(*year)).collect()
    }

    fn placed(&self, spot: TargetSpot) -> PlacedTarget {
        let initiative = &self.plan.initiatives[spot.initiative];
        let program = &initiative.programs[spot.program];
        let (page, anchor) = (Address::in_plan(&initiative.id), program_anchor("", spot.program));
        let part = |program: &Program| {
            let name = program.part.as_ref()?.name.clone();
            Some(Link { title: name, href: format!("{page}#{anchor}") })
        };
        let target = &program.targets[spot.target];
        let own = target_anchor(&anchor, spot.target);
        PlacedTarget {
            initiative: self.initiative_link(spot.initiative),
            program: part(program),
            href: format!("{page}#{own}"),
            target: self.target(target, own, &self.targets.result_years),
        }
    }

    fn targets_in_words(&self, InWords { first, count }: InWords) -> TargetsInWords {
        let initiative = self.initiative_link(first.initiative);
        let anchor = target_anchor(&program_anchor("", first.program), first.target);
        let href = format!("{}#{anchor}", initiative.href);
        TargetsInWords { initiative, count, href }
    }
}
