//! What stands at an address that is no more.

use serde::Serialize;

use super::meta::Heading;
use crate::site::{Address, Destination, Redirect, Site};
use crate::source::in_address;

/// A page that leads to another.
#[derive(Debug, Serialize)]
pub(crate) struct RedirectView {
    /// Where it leads, ready for a link on the page: relative within the site, or a whole address.
    pub(crate) to: String,
    /// The same as a whole address.
    pub(crate) url: String,
    /// The number of what the new page is about.
    pub(crate) label: Option<String>,
    /// The new page's title; `None` where it leads to a file or out of the site.
    pub(crate) title: Option<String>,
}

impl Site {
    pub(super) fn redirect_view(&self, index: usize, root: &str) -> RedirectView {
        let Redirect { to, .. } = &self.redirects[index];
        let heading = match to {
            Destination::Here { page: Some(page), .. } => Some(self.heading(self.pages[*page].content)),
            _ => None,
        };
        let (label, title) =
            heading.map_or((None, None), |Heading { label, title, .. }| (label, Some(title)));
        let href = to.href();
        match to {
            Destination::Here { tail, .. } => RedirectView {
                to: format!("{root}{href}"),
                url: format!("{}{tail}", self.new_url(index)),
                label,
                title,
            },
            Destination::Outside(_) => RedirectView { to: href.clone(), url: href, label, title },
        }
    }

    /// The whole address of the page or file that a redirect leads to.
    pub(super) fn new_url(&self, index: usize) -> String {
        match &self.redirects[index].to {
            Destination::Here { address, .. } => {
                self.base.of(&Address::file(&in_address(address.as_str()).to_string()))
            }
            outside @ Destination::Outside(_) => outside.href(),
        }
    }
}
