//! Facets: the ways into the plan besides its sections. A department, a category, an SDGs target and a fiscal year are one
//! idea with one type and one code path (a year's page is a calendar besides). A new facet is a new variant of
//! [`FacetKind`] and what the compiler then asks for, and words and a place in the theme.

use std::ops::Range;

use rayon::prelude::*;

use super::address::Address;
use super::wording::Wording;
use crate::plan::{FiscalYear, Initiative, Plan, SdgsTarget, Term, reading_row};

/// What initiatives are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FacetKind {
    Departments,
    Categories,
    Sdgs,
    Years,
}

/// A way into the plan, with at least one term.
#[derive(Debug, Hash)]
pub(crate) struct Facet {
    pub(crate) kind: FacetKind,
    pub(crate) terms: Vec<FacetTerm>,
}

/// One value of a facet.
#[derive(Debug, Hash)]
pub(crate) struct FacetTerm {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    /// The term that this one is within: an index into [`Facet::terms`].
    pub(crate) parent: Option<usize>,
    /// The number of the SDGs goal that it is or belongs to.
    pub(crate) goal: Option<u8>,
    /// The row of the fifty sounds that its reading stands in: か.
    pub(crate) row: Option<char>,
    /// The initiatives that carry it, in the order of the plan: indexes into [`Plan::initiatives`].
    pub(crate) initiatives: Vec<usize>,
}

impl FacetKind {
    pub(crate) const ALL: [Self; 4] = [Self::Departments, Self::Categories, Self::Sdgs, Self::Years];

    /// The folder of its pages, the key of its word, and the area of the menu.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Departments => "departments",
            Self::Categories => "less",
            Self::Sdgs => "sdgs",
            Self::Years => "years",
        }
    }

    /// The page of the term with this slug.
    pub(crate) fn term_address(self, slug: &str) -> Address {
        Address::term(self.key(), slug)
    }

    fn terms(self, plan: &Plan, wording: Wording) -> Vec<FacetTerm> {
        match self {
            Self::Departments => register(&plan.departments, plan, Initiative::all_departments),
            Self::Categories => register(&plan.categories, plan, |initiative| initiative.categories.clone()),
            Self::Sdgs => sdgs(plan, wording),
            Self::Years => years(plan, wording),
        }
    }
}

impl Facet {
    /// Those of the wanted facets that this plan has.
    pub(crate) fn all(plan: &Plan, wording: Wording, wanted: impl Fn(FacetKind) -> bool) -> Vec<Self> {
        let kinds = FacetKind::ALL.into_iter().filter(|kind| wanted(*kind));
        let facets = kinds.map(|kind| Self { kind, terms: kind.terms(plan, wording) });
        facets.filter(|facet| !facet.terms.is_empty()).collect()
    }

    pub(crate) fn address(&self) -> Address {
        Address::facet(self.kind.key())
    }

    pub(crate) fn term_address(&self, term: &FacetTerm) -> Address {
        self.kind.term_address(&term.slug)
    }

    /// The terms that each of some neighbours in the plan carries: indexes into [`Facet::terms`].
    pub(crate) fn carried(&self, initiatives: impl ExactSizeIterator<Item = usize>) -> Vec<Vec<usize>> {
        let length = initiatives.len();
        let first = initiatives.min().unwrap_or_default();
        carried(self.terms.iter().map(|term| &*term.initiatives), first..first + length)
    }

    /// The terms that are within none.
    pub(crate) fn outermost(&self) -> impl Iterator<Item = (usize, &FacetTerm)> {
        self.terms.iter().enumerate().filter(|(_, term)| term.parent.is_none())
    }

    /// The terms within a term, which stand right behind it.
    pub(crate) fn within(&self, parent: usize) -> impl Iterator<Item = (usize, &FacetTerm)> {
        let behind = self.terms.iter().enumerate().skip(parent + 1);
        behind.take_while(move |(_, term)| term.parent == Some(parent))
    }
}

/// For each of some neighbours in the plan the terms that carry it, by the initiatives of each term.
pub(super) fn carried<'a>(
    terms: impl Iterator<Item = &'a [usize]>,
    initiatives: Range<usize>,
) -> Vec<Vec<usize>> {
    let mut carried = vec![Vec::new(); initiatives.len()];
    for (index, own) in terms.enumerate() {
        let from = own.partition_point(|initiative| *initiative < initiatives.start);
        for initiative in &own[from..] {
            let Some(carried) = carried.get_mut(initiative - initiatives.start) else { break };
            carried.push(index);
        }
    }
    carried
}

/// Every term of a register, those that nothing carries among them.
fn register(terms: &[Term], plan: &Plan, carried: impl Fn(&Initiative) -> Vec<usize>) -> Vec<FacetTerm> {
    let mut facet: Vec<_> = terms.iter().map(FacetTerm::registered).collect();
    for (index, initiative) in plan.initiatives.iter().enumerate() {
        for term in carried(initiative) {
            facet[term].initiatives.push(index);
        }
    }
    facet
}

/// The goals and targets that an initiative carries. A goal is carried by whatever carries one of its targets.
fn sdgs(plan: &Plan, wording: Wording) -> Vec<FacetTerm> {
    let mut carried: Vec<_> =
        plan.initiatives.iter().flat_map(|it| &it.sdgs).flat_map(|it| [it.whole_goal(), *it]).collect();
    carried.sort_unstable();
    carried.dedup();
    let carries = |initiative: &Initiative, term: SdgsTarget| {
        initiative.sdgs.iter().any(|it| *it == term || it.whole_goal() == term)
    };
    let term = |term: &SdgsTarget| FacetTerm {
        description: (!term.is_goal()).then(|| wording.sdgs_target(*term)),
        parent: if term.is_goal() { None } else { carried.binary_search(&term.whole_goal()).ok() },
        goal: Some(term.goal),
        initiatives: indexes(plan, |initiative| carries(initiative, *term)),
        ..FacetTerm::new(&term.to_string(), sdgs_title(*term, wording))
    };
    carried.par_iter().map(term).collect()
}

/// A goal with its name; a target by its number alone.
fn sdgs_title(term: SdgsTarget, wording: Wording) -> String {
    if term.is_goal() { format!("{term} {}", wording.goal(term)) } else { term.to_string() }
}

/// Every year of the plan.
fn years(plan: &Plan, wording: Wording) -> Vec<FacetTerm> {
    let term = |year: FiscalYear| FacetTerm {
        initiatives: indexes(plan, |initiative| {
            initiative.actions().any(|it| it.in_year(year).next().is_some())
        }),
        ..FacetTerm::new(&year.0.to_string(), wording.year(year))
    };
    plan.period.iter().map(term).collect()
}

fn indexes(plan: &Plan, carries: impl Fn(&Initiative) -> bool) -> Vec<usize> {
    let carried = plan.initiatives.iter().enumerate().filter(|(_, initiative)| carries(initiative));
    carried.map(|(index, _)| index).collect()
}

impl FacetTerm {
    fn registered(term: &Term) -> Self {
        let description = term.description.clone();
        Self { description, row: reading_row(&term.yomi), ..Self::new(&term.slug, term.name.value.clone()) }
    }

    fn new(slug: &str, title: String) -> Self {
        Self {
            slug: slug.to_owned(),
            title,
            description: None,
            parent: None,
            goal: None,
            row: None,
            initiatives: Vec::new(),
        }
    }
}
