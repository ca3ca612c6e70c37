//! What `site.yaml` decides about the site, rather than about the plan.

use crate::content::written;
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::language::Language;

/// How the site is published and shown.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) base_url: String,
    pub(crate) language: Language,
    pub(crate) numbering: Numbering,
    pub(crate) year_style: YearStyle,
    /// `None`: the one that is built in.
    pub(crate) theme: Option<written::Text>,
    /// The plan's own words instead of the theme's.
    pub(crate) labels: Vec<(String, String)>,
    /// Whom readers can ask.
    pub(crate) contact: Option<written::Contact>,
    /// Where the site's folder can be edited on the web.
    pub(crate) edit_url: Option<String>,
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

/// What clerks may call the choices.
const CALLED: [(&str, &str); 16] = [
    ("日本語", "ja"),
    ("Japanese", "ja"),
    ("jp", "ja"),
    ("英語", "en"),
    ("English", "en"),
    ("丸数字", "circled"),
    ("丸付き数字", "circled"),
    ("ハイフン", "plain"),
    ("西暦", "seireki-first"),
    ("西暦が先", "seireki-first"),
    ("西暦優先", "seireki-first"),
    ("seireki", "seireki-first"),
    ("和暦", "wareki-first"),
    ("和暦が先", "wareki-first"),
    ("和暦優先", "wareki-first"),
    ("wareki", "wareki-first"),
];

/// The theme's name if none is given: the one that is built in.
pub(crate) const DEFAULT_THEME: &str = "default";

impl Config {
    pub(crate) fn new(site: &written::Site, report: &mut Report) -> Self {
        let languages = [("ja", Language::Japanese), ("en", Language::English)];
        let numberings = [("plain", Numbering::Plain), ("circled", Numbering::Circled)];
        let year_styles =
            [("seireki-first", YearStyle::SeirekiFirst), ("wareki-first", YearStyle::WarekiFirst)];
        Self {
            base_url: site.base_url.as_ref().map(|url| url.value.clone()).unwrap_or_default(),
            language: choice(site.language.as_ref(), &languages, report),
            numbering: choice(site.numbering.as_ref(), &numberings, report),
            year_style: choice(site.year_style.as_ref(), &year_styles, report),
            theme: theme(site.theme.as_ref(), report),
            labels: site.labels.0.iter().map(|(key, word)| (key.value.clone(), word.value.clone())).collect(),
            contact: site.contact.clone(),
            edit_url: site.edit_url.as_ref().map(|url| url.value.clone()),
        }
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

/// What a text stands for among the known words; the default if there is no text, or no such word.
fn choice<T: Copy + Default>(text: Option<&written::Text>, known: &[(&str, T)], report: &mut Report) -> T {
    let Some(text) = text else { return T::default() };
    let chosen = known.iter().find(|(word, _)| *word == text.as_str());
    if chosen.is_none() {
        let words: Vec<_> = known.iter().map(|(word, _)| *word).collect();
        let called = CALLED.iter().filter(|(_, word)| words.contains(word));
        let mut vocabulary = Vocabulary::new(words.iter().map(|word| (*word, *word)).chain(called.copied()));
        let meant = vocabulary.nearest(text).map(str::to_owned);
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_CHOICE, text.place).with("found", &text.value);
        report.add(diagnostic.with("known", &words.join(", ")).suggest(meant));
    }
    chosen.map(|(_, value)| *value).unwrap_or_default()
}
