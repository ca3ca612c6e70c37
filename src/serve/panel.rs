//! What stands on a page beside the page: what is wrong with the content, and the script that loads the page anew.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::format;
use crate::hash::hash;
use crate::language::Language;
use crate::source::Sources;

/// Where the script and the look of the panel are; no site has a file in this folder.
pub(super) const SCRIPT: &str = "/.keikaku/desk.js";
pub(super) const STYLE: &str = "/.keikaku/desk.css";
pub(super) const SCRIPT_TEXT: &str = include_str!("desk.js");
pub(super) const STYLE_TEXT: &str = include_str!("desk.css");
/// Where a page hears of changes.
pub(super) const CHANGES: &str = "/.keikaku/changes";
/// Everything that `keikaku check` says, as an address from the site's root.
pub(super) const CHECK: &str = ".keikaku/check.html";

/// What keeps the site from being made anew.
pub(super) struct Trouble {
    language: Language,
    /// As HTML.
    told: String,
    /// For a terminal.
    pub(super) drawn: String,
}

impl Trouble {
    /// Mistakes in the content, for pages in one language and a terminal in another.
    pub(super) fn mistakes(
        diagnostics: &[Diagnostic],
        sources: &Sources,
        language: Language,
        terminal: Language,
    ) -> Self {
        let drawn = format::draw(diagnostics, sources, terminal, false);
        Self { language, told: format::list(diagnostics, sources, language), drawn }
    }

    /// Anything else: a folder that cannot be read, a theme that cannot be used.
    pub(super) fn other(error: &anyhow::Error, language: Language) -> Self {
        let drawn = format!("{error:#}");
        Self { language, told: format!("<p>{}</p>\n", format::escaped(&drawn)), drawn }
    }

    fn panel(&self) -> String {
        let (title, say) = match self.language {
            Language::Japanese => (
                "直すところがあります",
                "いま見えているのは、最後に正しく読めたときのページです。ファイルを直して保存すると、この知らせは消えます。",
            ),
            Language::English => (
                "Something has to be mended",
                "The page is shown as it was when all was well. Once the file is mended and saved this goes away.",
            ),
        };
        let Self { told, .. } = self;
        let style = style();
        format!(
            "{style}<section class=\"keikaku-desk\" role=\"alert\" aria-label=\"{title}\" tabindex=\"0\">\n<details open>\n<summary>{title}</summary>\n<p>{say}</p>\n{told}</details>\n</section>\n"
        )
    }
}

/// A page with the panel, if there is trouble, and the script, which is told of which state the page is.
pub(super) fn attend(page: &[u8], trouble: Option<&Trouble>, version: u64) -> Vec<u8> {
    let panel = trouble.map(Trouble::panel).unwrap_or_default();
    let source = lasting(SCRIPT, SCRIPT_TEXT);
    let script = format!(
        "{panel}<script src=\"{source}\" data-changes=\"{CHANGES}?since={version}\" defer></script>\n"
    );
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part == end).unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

/// What the panel and the pages of this program's own look like; no other page waits for it.
fn style() -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">\n", lasting(STYLE, STYLE_TEXT))
}

/// An address with what is in the file, so that a browser may keep it.
fn lasting(address: &str, text: &str) -> String {
    format!("{address}?{}", hash([text.as_bytes()]))
}

/// All that `keikaku check` says, as a page.
pub(super) fn everything(list: &str, language: Language) -> Vec<u8> {
    match (language, list.is_empty()) {
        (Language::Japanese, true) => page("点検の結果", "<p>直すところはありません。</p>\n", language),
        (Language::Japanese, false) => page("点検の結果", list, language),
        (Language::English, true) => page("What check says", "<p>Nothing is to be mended.</p>\n", language),
        (Language::English, false) => page("What check says", list, language),
    }
}

/// What is shown as long as the plan was never without mistakes.
pub(super) fn nothing(language: Language) -> Vec<u8> {
    match language {
        Language::Japanese => page(
            "まだ表示できるページがありません",
            "<p>計画のファイルを直して保存すると、ここにページが出ます。</p>\n",
            language,
        ),
        Language::English => page(
            "There is no page yet",
            "<p>Once the plan's files are mended and saved, the page is shown here.</p>\n",
            language,
        ),
    }
}

/// What is shown where a page cannot be made.
pub(super) fn failed(error: &anyhow::Error, language: Language) -> Vec<u8> {
    let body = format!("<pre>{}</pre>\n", format::escaped(&format!("{error:#}")));
    match language {
        Language::Japanese => page("このページを作れませんでした", &body, language),
        Language::English => page("This page could not be made", &body, language),
    }
}

/// A page of this program's own.
fn page(title: &str, body: &str, language: Language) -> Vec<u8> {
    let tag = language.tag();
    let title = format::escaped(title);
    let style = style();
    let page = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n{style}</head>\n<body class=\"keikaku-desk-page\">\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    );
    page.into_bytes()
}
