//! The language of a site: of its pages' own words and of what is said to its editors.

/// A language that the built-in theme and the diagnostics can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// Japanese, the default.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// The BCP 47 tag, as in HTML's `lang`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }
}
