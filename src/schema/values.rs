//! What a text has to be where it cannot be just any: one word of a few, an address, a name for addresses.

use super::json::{Json, Object};
use crate::accessibility::{CONFORMANCES, LEVELS, OUTCOMES};
use crate::config::{LANGUAGES, NUMBERINGS, PARTS, YEAR_STYLES};
use crate::content::shape::Shape;
use crate::content::written::PLACEHOLDERS;
use crate::diagnostic::{Severity, rules};
use crate::language::Language;

/// What is said of the text behind a key, or of each text of its list.
pub(super) fn text(map: &str, key: &str, language: Language) -> Option<Object> {
    let said = |japanese: &'static str, english: &'static str| match language {
        Language::Japanese => japanese,
        Language::English => english,
    };
    let pattern = |pattern: &str, message: &str| {
        Some(only_text().with("pattern", pattern).with("patternErrorMessage", message))
    };
    let web = said("https:// で始まるアドレスを書きます。", "An address that begins with https://.");
    match (map, key) {
        ("site", "language") => Some(choice(&LANGUAGES, language)),
        ("site", "numbering") => Some(choice(&NUMBERINGS, language)),
        ("site", "year_style") => Some(choice(&YEAR_STYLES, language)),
        ("site", "omit") => Some(words(&PARTS)),
        ("accessibility", "level") => Some(choice(&LEVELS, language)),
        ("accessibility", "conformance") => Some(choice(&CONFORMANCES, language)),
        ("criteria", "result") => Some(choice(&OUTCOMES, language)),
        (_, "allow") => Some(codes(language)),
        ("site", "base_url" | "edit_url") => pattern(BASE_ADDRESS, web),
        (_, "url") => pattern(WEB_ADDRESS, web),
        ("contact", "form") => pattern(&form(), web),
        ("contact", "mail") => pattern(MAIL, said("メールアドレスを書きます。", "A mail address.")),
        ("site", "theme") | ("registers", "slug") => {
            let message = said(
                "半角の英小文字、数字、ハイフンで書きます。",
                "Lower-case ASCII letters, digits and hyphens.",
            );
            Some(number_or_text().with("pattern", SLUG).with("patternErrorMessage", message))
        }
        ("initiative", "sdgs") => {
            let message = said("17.14、11.a、17 のように書きます。", "As 17.14, 11.a or 17.");
            Some(number_or_text().with("pattern", SDGS).with("patternErrorMessage", message))
        }
        // What looks like a number is no name that anybody gave.
        ("registers", "name") | (_, "departments" | "less") => Some(only_text()),
        _ => None,
    }
}

const WEB_ADDRESS: &str = r#"^https?://[^/\s"<>\\^`{|}][^\s"<>\\^`{|}]*$"#;

const BASE_ADDRESS: &str = r#"^https?://[^/\s"<>\\^`{|}?#@]+(/[^\s"<>\\^`{|}?#]*)?$"#;

/// An address with words in braces that each page fills in.
fn form() -> String {
    format!(r#"^https?://([^\s"<>\\^`{{|}}]|\{{({})\}})+$"#, PLACEHOLDERS.join("|"))
}

const MAIL: &str = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$";

const SLUG: &str = "^(?!(index|con|prn|aux|nul|com[1-9]|lpt[1-9])$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

const SDGS: &str = r"^([1-9]|1[0-7])(\.([1-9][0-9]?|[a-d]))?$";

/// A piece of text: the reading takes it as it was typed, where others see a number in `2026`.
pub(super) fn number_or_text() -> Object {
    Object::default().with("type", ["string", "number"]).with("minLength", 1)
}

/// A text that nobody takes for a number.
fn only_text() -> Object {
    Object::default().with("type", "string").with("minLength", 1)
}

/// One of some words. Those of the other language come behind.
fn choice<T: Copy + Default + PartialEq>(known: &[(&str, T)], language: Language) -> Object {
    let mut defaults = known.iter().filter(|(_, value)| *value == T::default()).map(|(word, _)| *word);
    let default = match language {
        Language::Japanese => defaults.next(),
        Language::English => defaults.next_back(),
    };
    words(known).with_some("default", default)
}

fn words<T>(known: &[(&str, T)]) -> Object {
    Object::default().with("enum", known.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}

/// The codes of all that can be quiet, each with what it is about.
fn codes(language: Language) -> Object {
    let rules = rules::ALL.iter().filter(|rule| rule.severity != Severity::Error);
    let (codes, titles): (Vec<_>, Vec<_>) =
        rules.map(|rule| (rule.code, rule.words(language).title())).unzip();
    let message = match language {
        Language::Japanese => "警告の番号（K414 など）を書きます。エラーは消せません。",
        Language::English => "The code of a warning, as K414. Errors are never quiet.",
    };
    let codes = Object::default().with("enum", codes).with("enumDescriptions", titles);
    codes.with("errorMessage", message)
}

/// An example, as others see it who read YAML.
pub(super) fn example(text: &str, shape: &Shape) -> Json {
    match (shape, text.parse()) {
        (Shape::Bool, _) => Json::Bool(text == "true"),
        (Shape::Number | Shape::Year | Shape::Years, Ok(number)) => Json::Number(number),
        _ => text.into(),
    }
}
