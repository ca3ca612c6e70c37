//! What stands on many pages, made once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::common::{GoalLink, Link, TermLink, register_links};
use super::meta::Crumbs;
use super::schedule::YearHead;
use crate::plan::{FiscalYear, SdgsTarget, Years};
use crate::site::{Facet, FacetKind, Site};
use crate::theme::Shared;

/// The views that stand on many pages.
#[derive(Debug)]
pub(crate) struct Commons {
    /// The way from the home page to each section; it, departments and categories are in the plan's order.
    pub(super) crumbs: Vec<Crumbs>,
    pub(super) departments: Vec<Shared<Link>>,
    pub(super) categories: Vec<Shared<Link>>,
    /// All that initiatives carry.
    pub(super) sdgs: BTreeMap<SdgsTarget, Shared<GoalLink>>,
    /// The terms of each facet, without those within them.
    pub(super) terms: Vec<Vec<Shared<TermLink>>>,
    /// The columns of every schedule.
    pub(super) years: Shared<Vec<YearHead>>,
    /// All spans of the plan's years in words.
    spans: HashMap<Years, Shared<String>>,
}

impl Commons {
    fn of(site: &Site) -> Self {
        let plan = &site.plan;
        let sdgs: BTreeSet<_> = plan.initiatives.iter().flat_map(|initiative| &initiative.sdgs).collect();
        let terms = |facet: &Facet| {
            let bare = |index| Shared::new(&TermLink::new(facet, index, Vec::new()));
            (0..facet.terms.len()).map(bare).collect()
        };
        let crumbs = |section| Crumbs::of(&site.plan_crumbs(Some(section)));
        let begin = |first: FiscalYear| plan.period.iter().map(move |last| Years { first, last });
        let spans = plan.period.iter().flat_map(begin).filter(|span| span.first <= span.last);
        Self {
            crumbs: (0..plan.sections.len()).map(crumbs).collect(),
            departments: register_links(FacetKind::Departments, &plan.departments),
            categories: register_links(FacetKind::Categories, &plan.categories),
            sdgs: sdgs.into_iter().map(|target| (*target, Shared::new(&GoalLink::of(*target)))).collect(),
            terms: site.facets.iter().map(terms).collect(),
            years: Shared::new(&site.year_heads()),
            spans: spans.map(|span| (span, Shared::new(&site.wording().years(span)))).collect(),
        }
    }
}

impl Site {
    /// Made when they are first asked for.
    pub(super) fn commons(&self) -> &Commons {
        self.commons.get_or_init(|| Commons::of(self))
    }

    /// A span of years in words.
    pub(super) fn span(&self, years: Years) -> Shared<String> {
        let known = self.commons().spans.get(&years).cloned();
        known.unwrap_or_else(|| Shared::new(&self.wording().years(years)))
    }
}
