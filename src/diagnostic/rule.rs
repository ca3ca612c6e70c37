//! What a rule is: a code that never changes, how grave it is to break it, an example, and its words.

use crate::language::Language;

/// A rule that content can break.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Stable: `K` and three digits, the first of which names the area (see [`super::rules`]).
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    /// `None` where no text can show it: a file in another encoding, one that is too large, a server that does not answer.
    pub(crate) example: Option<Example>,
    pub(crate) ja: Words,
    pub(crate) en: Words,
}

/// What a rule is about: the first digit of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Area {
    Files,
    Yaml,
    Keys,
    Plan,
    Texts,
    Site,
    /// What the web says, which is asked only on request.
    Web,
}

/// How grave it is to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// Nothing is published while there is one.
    Error,
    /// A question: it may be meant, and then a `note:` or an `allow:` says so.
    Warning,
    /// Something that could not be found out.
    Note,
}

/// What breaks a rule, and the same as it should be. Both stand in files of the rule's folder in `tests/fixtures/rules`.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) wrong: &'static str,
    pub(crate) right: &'static str,
}

/// What is said when a rule is broken. `{name}` stands for a word of the diagnostic.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is wrong.
    pub(crate) message: &'static str,
    /// What to write instead.
    pub(crate) help: &'static str,
    /// What it means and why it matters, for who wants to know more; no placeholders.
    pub(crate) meaning: &'static str,
}

impl Words {
    /// The message without the words of a certain case: 番号 … は … にも使われています.
    pub(crate) fn title(&self) -> String {
        general(self.message)
    }

    /// The help, likewise.
    pub(crate) fn advice(&self) -> String {
        general(self.help)
    }
}

/// A sentence with … for each placeholder.
fn general(sentence: &str) -> String {
    fill(sentence, |_| Some("…"))
}

/// A sentence with its placeholders filled; what is no placeholder, or one without a word, stays as it is.
pub(super) fn fill<'w>(sentence: &str, word: impl Fn(&str) -> Option<&'w str>) -> String {
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase());
    let mut parts = sentence.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |filled, part| {
        let name = part.split_once('}').map(|(name, _)| name).filter(is_name);
        match name.and_then(|name| Some((word(name)?, &part[name.len() + 1..]))) {
            Some((word, rest)) => filled + word + rest,
            None => filled + "{" + part,
        }
    })
}

/// A rule is its code.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl Rule {
    pub(crate) fn area(&self) -> Area {
        match self.code.as_bytes().get(1) {
            Some(b'1') => Area::Files,
            Some(b'2') => Area::Yaml,
            Some(b'3') => Area::Keys,
            Some(b'4') => Area::Plan,
            Some(b'5') => Area::Texts,
            Some(b'6') => Area::Site,
            _ => Area::Web,
        }
    }

    pub(crate) fn words(&self, language: Language) -> &Words {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders() {
        let word = |name: &str| (name == "key").then_some("title");
        assert_eq!(fill("「{key}」がありません", word), "「title」がありません");
        assert_eq!(fill("{value: 1}、{other}、{", word), "{value: 1}、{other}、{");
        assert_eq!(general("「{key}」は {value: 1} {"), "「…」は {value: 1} {");
    }
}
