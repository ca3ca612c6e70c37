//! Where the site leads out of itself.

use super::Site;
use crate::plan::Disclosure;
use crate::source::Located;

/// Every address on the web that a page links to or shows a picture from, with the place where it was written. One of
/// the site itself is none of them: it may be of a page that is published only now, and is looked up among them.
pub(crate) fn outside(site: &Site) -> Vec<Located<String>> {
    let plan = &site.plan;
    let mut found: Vec<_> = plan.organization.url.iter().cloned().collect();
    let in_texts = site.links.iter().filter(|(_, link)| is_on_the_web(&link.target));
    found.extend(in_texts.map(|(_, link)| Located::new(link.target.clone(), link.place)));
    found.extend(plan.initiatives.iter().flat_map(|initiative| pages(&initiative.disclosure)));
    found.retain(|address| site.base.within(address).is_none());
    found
}

fn is_on_the_web(target: &str) -> bool {
    let scheme = target.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)))
}

fn pages(disclosure: &Disclosure) -> impl Iterator<Item = Located<String>> {
    disclosure.pages.iter().filter_map(|page| page.url.clone())
}
