//! Diagnostics drawn for a person: the line as the editor sees it, a caret under the very character, what to write instead.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::told::{question, replacement};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Language;
use crate::source::{Location, Sources};

/// A line with more bytes is shown as far as this from the place that is meant.
const LONGEST: usize = 1000;

/// All diagnostics, one after the other, with an empty line between.
pub(crate) fn draw(diagnostics: &[Diagnostic], sources: &Sources, language: Language, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let drawn = diagnostics.iter().map(|diagnostic| draw_one(diagnostic, sources, language, &renderer));
    drawn.collect::<Vec<_>>().join("\n\n")
}

fn draw_one(diagnostic: &Diagnostic, sources: &Sources, language: Language, renderer: &Renderer) -> String {
    let whole = sources.locate(diagnostic.place);
    let location = excerpt(&whole);
    let words = diagnostic.rule.words(language);
    let labels = Labels::of(language);
    let (level, name) = match diagnostic.rule.severity {
        Severity::Error => (Level::ERROR, labels.error),
        Severity::Warning => (Level::WARNING, labels.warning),
        Severity::Note => (Level::NOTE, labels.note),
    };
    let title = level.with_name(name).primary_title(diagnostic.fill(words.message));
    let snippet = snippet(&location).annotation(AnnotationKind::Primary.span(location.span.clone()));
    let title = title.id(diagnostic.rule.code);
    let mut groups = vec![if location.text.len() == whole.text.len() {
        title.element(snippet.path(location.path))
    } else {
        // The column in what is shown is not the one in the file.
        let origin = Origin::path(location.path).line(location.line).char_column(location.column);
        title.element(origin).element(snippet)
    }];
    if let Some(suggestion) = &diagnostic.suggestion {
        groups.push(suggest(suggestion, &location, language));
    }
    let help = Level::HELP.with_name(labels.help).secondary_title(diagnostic.fill(words.help));
    groups.push(Group::with_title(help));
    if diagnostic.more > 0 {
        let more = labels.more.replace("{count}", &diagnostic.more.to_string());
        groups.push(Group::with_title(Level::NOTE.with_name(labels.note).secondary_title(more)));
    }
    renderer.render(&groups)
}

fn suggest<'a>(suggestion: &'a str, location: &Location<'a>, language: Language) -> Group<'a> {
    let patch = Patch::new(location.span.clone(), replacement(suggestion, location));
    let title = Level::HELP.with_name(Labels::of(language).help);
    let shown = snippet(location).path(location.path).patch(patch);
    title.secondary_title(question(suggestion, language)).element(shown)
}

/// A location with as much of its line as a person can read.
fn excerpt<'a>(location: &Location<'a>) -> Location<'a> {
    let Location { text, span, .. } = location;
    if text.len() <= LONGEST {
        return location.clone();
    }
    let start = text.floor_char_boundary(span.start.saturating_sub(LONGEST / 2));
    let end = text.floor_char_boundary((span.start + LONGEST / 2).min(text.len()));
    Location {
        text: &text[start..end],
        span: span.start - start..span.end.min(end) - start,
        ..location.clone()
    }
}

fn snippet<'a, T: Clone>(location: &Location<'a>) -> Snippet<'a, T> {
    Snippet::source(location.text).line_start(location.line)
}

/// The words around a diagnostic.
#[derive(Clone, Copy)]
struct Labels {
    error: &'static str,
    warning: &'static str,
    note: &'static str,
    help: &'static str,
    more: &'static str,
}

impl Labels {
    fn of(language: Language) -> Self {
        match language {
            Language::Japanese => Self {
                error: "エラー",
                warning: "警告",
                note: "お知らせ",
                help: "ヒント",
                more: "このファイルには、同じ種類の指摘がほかに {count} 件あります",
            },
            Language::English => Self {
                error: "error",
                warning: "warning",
                note: "note",
                help: "help",
                more: "this file has {count} more of this kind",
            },
        }
    }
}
