//! Words of somebody's own as values of YAML.

/// A text as one value: in quotes unless every program reads it as that text without.
pub(super) fn quote(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let escape = |c| if matches!(c, '"' | '\\') { format!("\\{c}") } else { String::from(c) };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Texts as a list in one line.
pub(super) fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", "))
}

/// What means nothing to YAML behind a letter.
const SIGNS: &str = " ()-./&%+・ー（）、「」～〜";

/// Letters and digits with signs between them that mean nothing to YAML, and no word that is a value of another kind.
fn is_plain(text: &str) -> bool {
    let legal = text.chars().all(|c| c.is_alphanumeric() || SIGNS.contains(c)) || is_address(text);
    legal && text.starts_with(char::is_alphabetic) && text.trim() == text && !is_word(text)
}

/// A colon without a space behind it ends no key.
fn is_address(text: &str) -> bool {
    text.starts_with("http")
        && text.chars().all(|c| c.is_ascii_alphanumeric() || ":/.-_".contains(c))
        && !text.ends_with(':')
}

/// Whether some version of YAML reads it as true, false or nothing.
fn is_word(text: &str) -> bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        .contains(&text.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_something_else_is_in_quotes() {
        for text in
            ["架空市", "Town of A (B)", "R&D - 10%", "行財政改革（第5次）", "https://plan.example.jp/"]
        {
            assert_eq!(quote(text), text);
        }
        for text in
            ["2027", "No", "a: b", "- a", "#1", "[a]", "a, b", "a ", "~", "😀", "Ｎｏ：1", "https://a b"]
        {
            assert_eq!(quote(text), format!("\"{text}\""));
        }
        assert_eq!(quote(r#"A: "B" \"#), r#""A: \"B\" \\""#);
        assert_eq!(list(&["a".to_owned(), "b, c".to_owned()]), "[a, \"b, c\"]");
    }
}
