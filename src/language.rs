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
    /// The language of a tag in site.yaml: `ja` or `en`.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "ja" => Some(Self::Japanese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The BCP 47 tag, as in HTML's `lang`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }
}
