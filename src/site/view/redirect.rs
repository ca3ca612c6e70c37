//! What stands at an address that is no more.

use serde::Serialize;

use super::meta::Heading;
use crate::site::{Destination, Redirect, Site};

/// A page that leads to another, whose whole address is this page's `url`.
#[derive(Debug, Serialize)]
pub(crate) struct RedirectView {
    /// Where it leads, ready for a link on the page: relative within the site, or a whole address.
    pub(crate) to: String,
    /// The number of what the new page is about.
    pub(crate) label: Option<String>,
    /// The new page's title; `None` where it leads to a file or out of the site.
    pub(crate) title: Option<String>,
}

impl Site {
    pub(super) fn redirect_view(&self, index: usize, root: &str) -> RedirectView {
        let Redirect { to, .. } = &self.redirects[index];
        let heading = self.led_to(index).map(|page| self.heading(page.content));
        let (label, title) =
            heading.map_or((None, None), |Heading { label, title, .. }| (label, Some(title)));
        let to = match to {
            Destination::Here { .. } => format!("{root}{}", to.href()),
            Destination::Outside(_) => to.href(),
        };
        RedirectView { to, label, title }
    }
}
