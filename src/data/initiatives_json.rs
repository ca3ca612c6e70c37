//! `plan/initiatives.json`: what the filters of a list of several pages have to know of all initiatives. It is for the theme's own
//! script, and as short as can be; others read `data/plan.json`.

use std::io::Write;

use anyhow::Result;
use serde::{Serialize, Serializer};

use crate::site::{Address, Facet, Site};

#[derive(Serialize)]
struct Initiatives<'a> {
    facets: Vec<Terms<'a>>,
    initiatives: All<'a>,
}

/// The initiatives of a site, each made when it is written.
struct All<'a>(&'a Site);

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

/// Writes all initiatives of a site in short, in the order of the plan.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn initiatives_json(site: &Site, to: &mut dyn Write) -> Result<()> {
    let short = Initiatives { facets: site.facets.iter().map(terms).collect(), initiatives: All(site) };
    serde_json::to_writer(&mut *to, &short)?;
    Ok(to.write_all(b"\n")?)
}

fn terms(facet: &Facet) -> Terms<'_> {
    let terms = facet.terms.iter();
    let terms = terms
        .map(|term| Term(&term.slug, &term.title, facet.term_address(term).to_string(), term.parent))
        .collect();
    Terms { key: facet.kind.key(), terms }
}

impl Serialize for All<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self(site) = self;
        let all = 0..site.plan.initiatives.len();
        let mut carried: Vec<_> =
            site.facets.iter().map(|facet| facet.carried(all.clone()).into_iter()).collect();
        serializer.collect_seq(site.plan.initiatives.iter().map(|it| {
            let terms = carried.iter_mut().filter_map(Iterator::next).collect();
            Initiative(site.label(&it.id), &it.title, Address::in_plan(&it.id).to_string(), terms)
        }))
    }
}
