//! Words of somebody's own as values of YAML.

use crate::content::form::value;

/// A text as one value: in quotes unless every program reads it as that text without.
pub(super) fn quote(text: &str) -> String {
    value(text, false)
}

/// Texts as a list in one line.
pub(super) fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| value(text, true)).collect::<Vec<_>>().join(", "))
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
        for text in ["2027", "No", "a: b", "- a", "#1", "[a]", "a ", "~", "😀", "Ｎｏ：1", "a\nb"] {
            assert_eq!(quote(text), format!("\"{text}\""));
        }
        assert_eq!(quote(r#"A: "B" \"#), r#"'A: "B" \'"#);
        assert_eq!(list(&["a".to_owned(), "b, c".to_owned()]), "[a, \"b, c\"]");
    }
}
