//! Where the site leads out of itself.

use super::{Site, markdown};
use crate::plan::{Disclosure, Initiative};
use crate::source::Located;

/// Every address on the web that a page links to or shows a picture from, with the place where it was written. One that
/// begins as the site's own is none of them: it may be of a page that is published only now.
pub(crate) fn outside(site: &Site) -> Vec<Located<String>> {
    let plan = &site.plan;
    let introductions = plan.sections.iter().filter_map(|section| section.introduction.as_ref());
    let documents = site.documents.iter().map(|document| &document.body);
    let texts = plan.introduction.iter().chain(introductions).chain(documents);
    let mut found: Vec<_> = plan.organization.url.iter().cloned().collect();
    found
        .extend(texts.chain(plan.initiatives.iter().flat_map(Initiative::texts)).flat_map(markdown::outside));
    found.extend(plan.initiatives.iter().flat_map(|initiative| pages(&initiative.disclosure)));
    let own = site.base.to_string();
    found.retain(|address| !address.starts_with(&own) && **address != own.trim_end_matches('/'));
    found
}

fn pages(disclosure: &Disclosure) -> impl Iterator<Item = Located<String>> {
    disclosure.pages.iter().filter_map(|page| page.url.clone())
}
