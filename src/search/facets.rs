//! Which records carry which terms, so that what is found can be narrowed down by what no text says.

use super::postings::entry;
use crate::site::{Facet, Site};

/// An entry for each term of each facet that stands within none, by their names: `departments/SLUG`.
pub(super) fn facets(site: &Site) -> Vec<u8> {
    let mut entries: Vec<_> = site.facets.iter().flat_map(entries).collect();
    entries.sort_unstable();
    entries.into_iter().flat_map(|(name, initiatives)| entry(&name, [&initiatives, &[], &[]])).collect()
}

fn entries(facet: &Facet) -> impl Iterator<Item = (String, Vec<u32>)> {
    facet.outermost().map(|(_, term)| {
        let initiatives = term.initiatives.iter().filter_map(|index| u32::try_from(*index).ok());
        (format!("{}/{}", facet.kind.key(), term.slug), initiatives.collect())
    })
}
