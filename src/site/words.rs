//! The words that pages show: the theme's in the site's language, with the plan's own in their place.

use std::collections::BTreeMap;

use serde::Serialize;

/// Words by their keys.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Words(BTreeMap<String, String>);

impl Words {
    /// The theme's words; a label of the plan takes the place of the word with its key.
    pub(crate) fn new(
        theme: impl IntoIterator<Item = (String, String)>,
        labels: &[(String, String)],
    ) -> Self {
        Self(theme.into_iter().chain(labels.iter().cloned()).collect())
    }

    /// A word; a theme that has none shows its key.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }
}
