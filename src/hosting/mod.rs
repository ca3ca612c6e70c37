//! What static hosts read of a site besides its files: `_headers` (Netlify, Cloudflare), `_redirects` (these and GitLab) and `.nojekyll`
//! (GitHub). docs/deploy.md tells what to do with them.

mod headers;
mod redirects;

use headers::headers;
use redirects::redirects;

use crate::site::{Address, Site};

/// The files for hosts. `published` are all other files of the site. A file of that name in `content/static/` takes the place of each.
pub(crate) fn files<'a>(
    site: &Site,
    published: impl Iterator<Item = &'a Address>,
) -> Vec<(Address, Vec<u8>)> {
    let root = site.base.path();
    let made = [
        (".nojekyll", Some(String::new())),
        ("_headers", Some(headers(root, published))),
        ("_redirects", redirects(root, &site.redirects)),
    ];
    let made = made.into_iter().filter(|(name, _)| !site.copies(name));
    made.filter_map(|(name, text)| Some((Address::file(name), text?.into_bytes()))).collect()
}
