//! What a program of the reader's can subscribe to: feeds and calendars.

use serde::Serialize;

use crate::site::distribution::Format;
use crate::site::scope::Scope;
use crate::site::{Content, Site};

/// A file that a program fetches again and again.
#[derive(Debug, Serialize)]
pub(crate) struct Subscription {
    pub(crate) title: String,
    /// `application/atom+xml` and the like.
    pub(crate) media_type: &'static str,
    pub(crate) href: String,
}

impl Site {
    /// What there is to subscribe to of what a page is about.
    pub(super) fn subscriptions(&self, content: Content) -> Vec<Subscription> {
        let Some(scope) = self.scope_of(content).filter(|_| self.has_data()) else { return Vec::new() };
        self.subscribable(scope).into_iter().filter_map(|format| self.subscription(scope, format)).collect()
    }

    fn subscription(&self, scope: Scope, format: Format) -> Option<Subscription> {
        let (word, media_type) = match format {
            Format::Atom(_) => ("feed_atom", "application/atom+xml"),
            Format::JsonFeed(_) => ("feed_json", "application/feed+json"),
            Format::Calendar(_) => ("calendar_file", "text/calendar"),
            Format::PlanJson => return None,
        };
        let title = self.words.filled(word, &[("name", self.name_of(scope))]);
        Some(Subscription { title, media_type, href: format.address(self).to_string() })
    }
}
