//! `plan/initiatives.json`: what the filters of a list of several pages have to know of all initiatives. It is for the theme's own
//! script, and as short as can be; others read `data/plan.json`.

use std::ops::Range;

use anyhow::Result;
use serde::Serialize;

use crate::site::{Address, Facet, Site};

#[derive(Serialize)]
struct Initiatives<'a> {
    facets: Vec<Terms<'a>>,
    initiatives: Vec<Initiative<'a>>,
}

#[derive(Serialize)]
struct Terms<'a> {
    key: &'static str,
    terms: Vec<Term<'a>>,
}

/// Its slug, title and address, and the term that it is within: an index into the facet's.
#[derive(Serialize)]
struct Term<'a>(&'a str, &'a str, String, Option<usize>);

/// Its label, title and address, and for each facet the terms that it carries: indexes into the facet's.
#[derive(Serialize)]
struct Initiative<'a>(String, &'a str, String, Vec<Vec<usize>>);

/// All initiatives of a site in short, in the order of the plan.
///
/// # Errors
///
/// None that a writer into memory can have.
pub(crate) fn initiatives_json(site: &Site) -> Result<Vec<u8>> {
    let all = 0..site.plan.initiatives.len();
    let short =
        Initiatives { facets: site.facets.iter().map(terms).collect(), initiatives: initiatives(site, all) };
    let mut bytes = serde_json::to_vec(&short)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn terms(facet: &Facet) -> Terms<'_> {
    let terms = facet.terms.iter();
    let terms = terms
        .map(|term| Term(&term.slug, &term.title, facet.term_address(term).to_string(), term.parent))
        .collect();
    Terms { key: facet.kind.key(), terms }
}

fn initiatives(site: &Site, all: Range<usize>) -> Vec<Initiative<'_>> {
    let mut carried: Vec<_> =
        site.facets.iter().map(|facet| facet.carried(all.clone()).into_iter()).collect();
    let initiatives = site.plan.initiatives.iter();
    initiatives
        .map(|it| {
            let terms = carried.iter_mut().filter_map(Iterator::next).collect();
            Initiative(site.label(&it.id), &it.title, Address::in_plan(&it.id).to_string(), terms)
        })
        .collect()
}
