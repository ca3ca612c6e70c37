//! Diagnostics as a list of a page: for a person who looks at the site itself.

use super::told::Told;
use crate::language::Language;

/// A list, an item a diagnostic.
pub(super) fn write(told: &[Told], language: Language) -> String {
    let items: String = told.iter().map(|told| item(told, language)).collect();
    format!("<ol>\n{items}</ol>\n")
}

fn item(told: &Told, language: Language) -> String {
    let severity = match (told.severity, language) {
        ("error", Language::Japanese) => "エラー",
        ("warning", Language::Japanese) => "警告",
        (_, Language::Japanese) => "お知らせ",
        (severity, Language::English) => severity,
    };
    let position = match language {
        Language::Japanese => format!("{} の {} 行目 {} 文字目", told.path, told.line, told.column),
        Language::English => format!("{}, line {}, column {}", told.path, told.line, told.column),
    };
    let more = match (told.more, language) {
        (0, _) => String::new(),
        (more, Language::Japanese) => {
            format!("<p>同じ種類の指摘が、このファイルにほかに {more} 件あります。</p>\n")
        }
        (more, Language::English) => format!("<p>This file has {more} more of this kind.</p>\n"),
    };
    let Told { code, message, .. } = told;
    let (message, position) = (escaped(message), escaped(&position));
    let advice = escaped(&told.advice()).replace('\n', "<br>");
    let line = line(told);
    format!(
        "<li class=\"{severity_class}\">\n<p><strong>{severity} {code}</strong> {message}</p>\n<p>{position}</p>\n{line}<p>{advice}</p>\n{more}</li>\n",
        severity_class = told.severity,
    )
}

/// The line as it stands in the file, with what is meant marked; nothing where there is no line.
fn line(told: &Told) -> String {
    if told.text.is_empty() {
        return String::new();
    }
    let part = |from: usize, to: usize| -> String {
        escaped(&told.text.chars().skip(from).take(to - from).collect::<String>())
    };
    let (start, end) = (told.column - 1, told.end_column - 1);
    // What is missing behind a place is shown as a gap.
    let meant = if start == end { " ".to_owned() } else { part(start, end) };
    format!(
        "<pre>{}<mark>{meant}</mark>{}</pre>\n",
        part(0, start),
        part(end, told.text.chars().count().max(end))
    )
}

/// A text as text of a page.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
