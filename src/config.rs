//! What `site.yaml` and `search.yaml` decide about the site, rather than about the plan.

use crate::accessibility::Accessibility;
use crate::choice::{choice, choices};
use crate::content::written;
use crate::diagnostic::Report;
use crate::language::Language;
use crate::vocabulary::Vocabulary;

/// How the site is published and shown.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) base_url: String,
    pub(crate) language: Language,
    pub(crate) numbering: Numbering,
    pub(crate) year_style: YearStyle,
    /// The parts that the site goes without.
    omitted: Vec<SitePart>,
    /// `None`: the one that is built in.
    pub(crate) theme: Option<written::Text>,
    /// What every page says of the site itself.
    pub(crate) notice: Option<String>,
    /// The plan's own words instead of the theme's.
    pub(crate) labels: Vec<(String, String)>,
    /// Whom readers can ask.
    pub(crate) contact: Option<written::Contact>,
    /// Under which conditions the plan's data may be used.
    pub(crate) license: Option<written::License>,
    /// Where the site's folder can be edited on the web.
    pub(crate) edit_url: Option<String>,
    /// `None`: the site says nothing of it.
    pub(crate) accessibility: Option<Accessibility>,
    /// What helps those who search.
    pub(crate) vocabulary: Vocabulary,
}

/// How an initiative's number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// 1-3-1
    #[default]
    Plain,
    /// 1-3-①
    Circled,
}

/// How a fiscal year is shown in Japanese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum YearStyle {
    /// 2026（令和8）年度
    #[default]
    SeirekiFirst,
    /// 令和8（2026）年度
    WarekiFirst,
}

/// A part that a site can go without. Its pages are not made, and nothing leads to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SitePart {
    /// The cross tables.
    Compare,
    /// The plan as data.
    Data,
    /// The booklets.
    Print,
    /// The search, its page and its index.
    Search,
    /// The table of all targets.
    Targets,
    /// The fiscal years as a way into the plan.
    Years,
}

/// What the languages are called in site.yaml.
pub(crate) const LANGUAGES: [(&str, Language); 2] = [("ja", Language::Japanese), ("en", Language::English)];

pub(crate) const NUMBERINGS: [(&str, Numbering); 2] =
    [("plain", Numbering::Plain), ("circled", Numbering::Circled)];

pub(crate) const YEAR_STYLES: [(&str, YearStyle); 2] =
    [("seireki-first", YearStyle::SeirekiFirst), ("wareki-first", YearStyle::WarekiFirst)];

/// What the parts are called in site.yaml.
pub(crate) const PARTS: [(&str, SitePart); 6] = [
    ("compare", SitePart::Compare),
    ("data", SitePart::Data),
    ("print", SitePart::Print),
    ("search", SitePart::Search),
    ("targets", SitePart::Targets),
    ("years", SitePart::Years),
];

/// The theme's name if none is given: the one that is built in.
pub(crate) const DEFAULT_THEME: &str = "default";

impl Config {
    pub(crate) fn new(site: &written::Site, search: &written::Search, report: &mut Report) -> Self {
        Self {
            base_url: site.base_url.as_ref().map(|url| url.value.clone()).unwrap_or_default(),
            language: choice(site.language.as_ref(), &LANGUAGES, report),
            numbering: choice(site.numbering.as_ref(), &NUMBERINGS, report),
            year_style: choice(site.year_style.as_ref(), &YEAR_STYLES, report),
            omitted: choices(&site.omit, &PARTS, report),
            theme: theme(site.theme.as_ref(), report),
            notice: site.notice.as_ref().map(|notice| notice.value.clone()),
            labels: site.labels.0.iter().map(|(key, word)| (key.value.clone(), word.value.clone())).collect(),
            contact: site.contact.clone(),
            license: site.license.clone(),
            edit_url: site.edit_url.as_ref().map(|url| url.value.clone()),
            accessibility: site.accessibility.as_ref().map(|written| Accessibility::new(written, report)),
            vocabulary: Vocabulary::new(search, report),
        }
    }

    /// Whether the site is to have a part.
    pub(crate) fn has(&self, part: SitePart) -> bool {
        !self.omitted.contains(&part)
    }

    /// Whether the site is to be without a part of this name in site.yaml.
    pub(crate) fn omits(&self, name: &str) -> bool {
        PARTS.iter().any(|(known, part)| *known == name && !self.has(*part))
    }

    /// The theme's name.
    pub(crate) fn theme(&self) -> &str {
        self.theme.as_ref().map_or(DEFAULT_THEME, |name| name.value.as_str())
    }
}

/// The theme's name is that of a folder, so it can be nothing but a name.
fn theme(written: Option<&written::Text>, report: &mut Report) -> Option<written::Text> {
    let name = written?;
    if let Some(diagnostic) = written::judge_slug(name) {
        report.add(diagnostic);
        return None;
    }
    Some(name.clone())
}
