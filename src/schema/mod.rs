//! Schemas of the editors' files (JSON Schema), by which an editor on a screen offers the keys, explains them and marks mistakes.
//!
//! Which keys there are and what stands behind them is known from the reading ([`Shape`]), what is said of them from the
//! tables of docs/keys.md ([`words`]), and which words can be chosen from those who understand them ([`values`]). The
//! dialect is draft-07, which every version of the YAML extension of Visual Studio Code reads; later ones only those of 2026. What it
//! says in words of its own is said here in ours where they help more (`errorMessage`, `patternErrorMessage`).

mod json;
mod values;
mod words;
mod writer;

use crate::content::decode::Decode;
use crate::content::shape::Shape;
use crate::content::written;
use crate::language::Language;
pub(crate) use words::Words;
use writer::Writer;

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    Site,
    Registers,
    Initiative,
    Section,
    Home,
    Page,
    Search,
    Redirects,
}

impl Schema {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Site,
        Self::Registers,
        Self::Initiative,
        Self::Section,
        Self::Home,
        Self::Page,
        Self::Search,
        Self::Redirects,
    ];

    /// What the kind of file is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Registers => "registers",
            Self::Initiative => "initiative",
            Self::Section => "section",
            Self::Home => "home",
            Self::Page => "page",
            Self::Search => "search",
            Self::Redirects => "redirects",
        }
    }

    fn shape(self) -> Shape {
        match self {
            Self::Site => written::Site::shape(),
            Self::Registers => Shape::filled_list_of::<written::Term>(),
            Self::Initiative => written::Initiative::shape(),
            Self::Section => written::Section::shape(false),
            Self::Home => written::Section::shape(true),
            Self::Page => written::Page::shape(),
            Self::Search => written::Search::shape(),
            Self::Redirects => written::Redirects::shape(),
        }
    }

    /// The schema as a file.
    pub(crate) fn text(self, language: Language) -> String {
        let schema = Writer::new(language).file(self.name(), &self.shape());
        // What is made of nothing but texts, numbers and lists can be written.
        serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
    }
}

/// The names and texts of all schemas, for the folder in which an editor's settings look for them.
pub(crate) fn files(language: Language) -> impl Iterator<Item = (String, String)> {
    Schema::ALL.into_iter().map(move |schema| (format!("{}.json", schema.name()), schema.text(language)))
}
