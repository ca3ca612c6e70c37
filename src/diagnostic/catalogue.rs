//! The table of rules as a person reads it: docs/diagnostics.md, and what `keikaku explain` prints.

use super::{Area, Rule, Severity, Words, rules};
use crate::language::Language;

/// All rules, by area, as Markdown.
pub(crate) fn all(language: Language) -> String {
    let frame = Frame::of(language);
    let areas = frame.areas.iter().map(|(area, title)| {
        let own = rules::ALL.iter().filter(|rule| rule.area() == *area);
        let sections: Vec<_> = own.map(|rule| section(rule, language)).collect();
        format!("\n## {title}\n\n{}", sections.join("\n"))
    });
    frame.head.to_owned() + &areas.collect::<String>()
}

/// A rule, for a terminal, which shows every sign as it is.
pub(crate) fn plain_section(rule: &Rule, language: Language) -> String {
    told(rule, language, str::to_owned)
}

/// A rule, as Markdown.
fn section(rule: &Rule, language: Language) -> String {
    told(rule, language, escaped)
}

/// A rule: what it means, what breaks it, how that is mended. `text` writes down words that are no Markdown.
fn told(rule: &Rule, language: Language, text: fn(&str) -> String) -> String {
    let frame = Frame::of(language);
    let words: &Words = rule.words(language);
    let severity = match rule.severity {
        Severity::Error => frame.error,
        Severity::Warning => frame.warning,
        Severity::Note => frame.note,
    };
    let example = rule.example.as_ref().map_or_else(String::new, |example| {
        format!("{}\n\n{}\n{}\n\n{}\n", frame.wrong, block(example.wrong), frame.right, block(example.right))
    });
    let (title, meaning, advice) = (text(&words.title()), text(words.meaning), text(&words.advice()));
    format!("### {} {title}\n\n{severity} {meaning}\n\n{example}{}{advice}\n", rule.code, frame.cure)
}

/// A text that Markdown shows as it is: the words about Markdown and HTML are full of their signs.
fn escaped(text: &str) -> String {
    let signs = [("\\", "\\\\"), ("*", "\\*"), ("<", "\\<"), ("&", "\\&"), ("](", "]\\(")];
    signs.iter().fold(text.to_owned(), |text, (sign, shown)| text.replace(sign, shown))
}

/// An example, as far to the left as it goes.
fn block(text: &str) -> String {
    let lines = text.trim_matches('\n').lines();
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let indentation = lines.clone().filter(|line| !line.is_empty()).map(spaces).min().unwrap_or(0);
    let lines: Vec<_> = lines.map(|line| line.get(indentation..).unwrap_or_default()).collect();
    format!("```\n{}\n```\n", lines.join("\n"))
}

/// The words around a rule.
struct Frame {
    head: &'static str,
    areas: [(Area, &'static str); 7],
    error: &'static str,
    warning: &'static str,
    note: &'static str,
    wrong: &'static str,
    right: &'static str,
    cure: &'static str,
}

impl Frame {
    fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }
}

static JAPANESE: Frame = Frame {
    head: "\
# エラーと警告の一覧

keikaku が計画のファイルについて知らせることを、番号の順に並べました。`keikaku explain K401` のように打つと、その番号のところが画面に出ます。
この一覧とプログラムのことばは、同じ表から作られています。

- **エラー**があるあいだ、サイトは作られません（公開中のものはそのまま残ります）。
- **警告**は「これでよいですか」という問いです。目標値についての警告（K421～K427、K429）には、その目標に `note:` で理由を書いて答えます。ほかの警告は、
  ファイルの先頭の項目に `allow: [K414]` のように番号を書くと、そのファイルでは出なくなります。site.yaml に書いた `allow` は registers/ のファイルにも効きます。
",
    areas: [
        (Area::Files, "K1xx ファイル"),
        (Area::Yaml, "K2xx YAML（先頭の項目と登録の書き方）"),
        (Area::Keys, "K3xx 項目とその値"),
        (Area::Plan, "K4xx 計画の中身"),
        (Area::Texts, "K5xx 本文"),
        (Area::Site, "K6xx サイト"),
        (Area::Web, "K7xx 外へのリンク（`keikaku check --links`）"),
    ],
    error: "**エラー**",
    warning: "**警告**",
    note: "**お知らせ**",
    wrong: "間違った例:",
    right: "正しい例:",
    cure: "直し方: ",
};

static ENGLISH: Frame = Frame {
    head: "\
# Errors and warnings

Everything that keikaku can say about the files of a plan, in the order of the codes. `keikaku explain K401` prints one of
these sections. They are made from the same table as the program's messages.

- While there is an **error** no site is made; what was published stays.
- A **warning** asks whether something is meant. Questions about targets (K421–K427, K429) are answered by a `note:` in the target; other warnings
  are quieted in a file by `allow: [K414]` in its front matter. An `allow` in site.yaml covers the registers too.
",
    areas: [
        (Area::Files, "K1xx Files"),
        (Area::Yaml, "K2xx YAML: front matter and registers"),
        (Area::Keys, "K3xx Keys and their values"),
        (Area::Plan, "K4xx The plan"),
        (Area::Texts, "K5xx Texts"),
        (Area::Site, "K6xx The site"),
        (Area::Web, "K7xx Links to other sites (`keikaku check --links`)"),
    ],
    error: "**Error.**",
    warning: "**Warning.**",
    note: "**Note.**",
    wrong: "Wrong:",
    right: "Right:",
    cure: "How to fix it: ",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_are_shown() {
        assert_eq!(escaped("![何の画像か](…)"), "![何の画像か]\\(…)");
        assert_eq!(escaped("*重点*と<br>、&lt;"), "\\*重点\\*と\\<br>、\\&lt;");
        assert_eq!(escaped("\\x"), "\\\\x");
        let (told, listed) = (plain_section(&rules::NO_ALT, Language::English), all(Language::English));
        assert!(told.contains("](…)") && !listed.contains("](…)"));
    }
}
