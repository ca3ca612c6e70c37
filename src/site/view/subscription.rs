//! What a program of the reader's can subscribe to: feeds and calendars.

use serde::Serialize;

use crate::site::distribution::{Distribution, Format};
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
        self.subscribable(content).filter_map(|it| self.subscription(it)).collect()
    }

    fn subscription(&self, to: &Distribution) -> Option<Subscription> {
        let (word, scope) = match to.format {
            Format::Atom(scope) => ("feed_atom", scope),
            Format::JsonFeed(scope) => ("feed_json", scope),
            Format::Calendar(scope) => ("calendar_file", scope),
            _ => return None,
        };
        Some(Subscription {
            title: self.words.filled(word, &[("name", self.name_of(scope))]),
            media_type: to.format.media_type(),
            href: to.address.to_string(),
        })
    }
}
