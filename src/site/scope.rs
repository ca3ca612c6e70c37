//! Scopes: what a feed or a calendar is about. All of the plan, or what belongs to one term of a facet.

use super::address::Address;
use super::facet::FacetKind;
use super::{Content, Facet, Site};
use crate::plan::{Initiative, Program};

/// All of the plan, or a term of a facet: indexes into [`Site::facets`] and [`Facet::terms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    Plan,
    Term { facet: usize, term: usize },
}

impl Site {
    /// The plan, each department, each category and each SDGs goal.
    pub(super) fn scopes(&self) -> Vec<Scope> {
        let of = |(at, facet): (usize, &Facet)| {
            let outermost = facet.outermost().filter(|_| facet.kind != FacetKind::Years);
            outermost.map(|(term, _)| Scope::Term { facet: at, term }).collect::<Vec<_>>()
        };
        let terms = self.facets.iter().enumerate().flat_map(of);
        std::iter::once(Scope::Plan).chain(terms).collect()
    }

    /// What a page is about, if there is a feed or a calendar of the like.
    pub(super) fn scope_of(&self, content: Content) -> Option<Scope> {
        match content {
            Content::Home | Content::Plan { .. } | Content::Year { .. } => Some(Scope::Plan),
            Content::Term { facet, term, .. } => {
                let is_outermost = self.facets[facet].terms[term].parent.is_none();
                is_outermost.then_some(Scope::Term { facet, term })
            }
            _ => None,
        }
    }

    /// The initiatives in it, in the order of the plan.
    pub(crate) fn initiatives_in(&self, scope: Scope) -> Box<dyn Iterator<Item = &Initiative> + '_> {
        let all = &self.plan.initiatives;
        match scope {
            Scope::Plan => Box::new(all.iter().map(|initiative| &**initiative)),
            Scope::Term { facet, term } => {
                let own = &self.facets[facet].terms[term].initiatives;
                Box::new(own.iter().map(|index| &*all[*index]))
            }
        }
    }

    /// Whether a part of one of its initiatives is in it: a department has the parts that it is in charge of.
    pub(crate) fn is_of(&self, scope: Scope, initiative: &Initiative, program: &Program) -> bool {
        let Scope::Term { facet, term } = scope else { return true };
        let Facet { kind, terms } = &self.facets[facet];
        let own = program.part.as_ref().map(|part| &part.departments).filter(|own| !own.is_empty());
        let slug = &terms[term].slug;
        let mut in_charge = own.unwrap_or(&initiative.departments).iter();
        *kind != FacetKind::Departments || in_charge.any(|index| self.plan.departments[*index].slug == *slug)
    }

    /// What it is called.
    pub(crate) fn name_of(&self, scope: Scope) -> &str {
        match scope {
            Scope::Plan => &self.plan.title,
            Scope::Term { facet, term } => &self.facets[facet].terms[term].title,
        }
    }

    /// The page that is about it.
    pub(crate) fn page_of(&self, scope: Scope) -> Address {
        match scope {
            Scope::Plan => Address::home(),
            Scope::Term { facet, term } => {
                let facet = &self.facets[facet];
                facet.term_address(&facet.terms[term])
            }
        }
    }

    /// Where it is as data of some kind, which the ending tells.
    pub(super) fn address_of(&self, scope: Scope, ending: &str) -> Address {
        match scope {
            Scope::Plan => Address::data("plan", ending),
            Scope::Term { facet, term } => {
                let Facet { kind, terms } = &self.facets[facet];
                Address::term_data(kind.key(), &terms[term].slug, ending)
            }
        }
    }

    /// Whether anything is known of when its initiatives were changed: without a day there is no feed.
    pub(super) fn is_dated(&self, scope: Scope) -> bool {
        match scope {
            Scope::Plan => self.plan.updated().is_some(),
            Scope::Term { .. } => self.initiatives_in(scope).any(|initiative| initiative.updated.is_some()),
        }
    }

    /// Whether there is a calendar of it: of the plan and of departments, if anything is scheduled.
    pub(super) fn has_calendar(&self, scope: Scope) -> bool {
        let is_for_calendars = match scope {
            Scope::Plan => true,
            Scope::Term { facet, .. } => self.facets[facet].kind == FacetKind::Departments,
        };
        let is_scheduled = |program: &Program| program.actions.iter().any(|action| !action.lanes.is_empty());
        let does = |initiative: &Initiative| {
            let mut own = initiative.programs.iter().filter(|program| self.is_of(scope, initiative, program));
            own.any(is_scheduled)
        };
        is_for_calendars && self.initiatives_in(scope).any(does)
    }
}
