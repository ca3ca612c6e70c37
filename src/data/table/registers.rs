//! A row a department, a category, a goal of the SDGs or one of its targets, with how many initiatives carry it.

use anyhow::Result;

use super::{Cell, Take};
use crate::plan::{SdgsTarget, Term};
use crate::site::{FacetKind, Site};

/// Every term of a register, those that nothing carries among them.
pub(super) fn terms<'s>(
    site: &'s Site,
    kind: FacetKind,
    register: &'s [Term],
    take: Take<'_, 's>,
) -> Result<()> {
    // The facet has the register's terms in its order.
    let terms = site.facet(kind).map_or(&[][..], |facet| &facet.terms);
    for (term, carried) in register.iter().zip(terms) {
        take(&[
            Cell::Text(Site::term_key(kind, &term.slug).into()),
            Cell::text(&term.name),
            Cell::maybe(term.description.as_deref()),
            Cell::Integer(carried.initiatives.len()),
            Cell::Text(site.base.of(&kind.term_address(&term.slug)).into()),
        ])?;
    }
    Ok(())
}

/// Every goal and target that an initiative carries.
pub(super) fn sdgs<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    let kind = FacetKind::Sdgs;
    let terms = site.facet(kind).map_or(&[][..], |facet| &facet.terms);
    for (term, target) in terms.iter().filter_map(|term| Some((term, SdgsTarget::parse(&term.slug)?))) {
        take(&[
            Cell::Text(Site::term_key(kind, &term.slug).into()),
            Cell::Integer(target.goal.into()),
            Cell::text(site.wording().goal(target)),
            Cell::Integer(term.initiatives.len()),
            Cell::Text(site.base.of(&kind.term_address(&term.slug)).into()),
        ])?;
    }
    Ok(())
}
