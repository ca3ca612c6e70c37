//! Names in a sentence: the first of them, and how many others there are.

use std::fmt::Display;

use crate::language::Language;

/// How many names are told.
const MOST: usize = 10;

/// The names, in a language.
pub(crate) fn listed(names: &[impl Display], language: Language) -> String {
    let first: Vec<_> = names.iter().take(MOST).map(ToString::to_string).collect();
    match (language, names.len().saturating_sub(MOST)) {
        (Language::Japanese, 0) => first.join("、"),
        (Language::Japanese, others) => format!("{} ほか {others} 件", first.join("、")),
        (Language::English, 0) => first.join(", "),
        (Language::English, others) => format!("{} and {others} more", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_names_are_told_and_the_others_are_counted() {
        let names: Vec<_> = (1..=12).collect();
        assert_eq!(listed(&names[..2], Language::Japanese), "1、2");
        assert_eq!(listed(&names[..10], Language::English), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(listed(&names, Language::Japanese), "1、2、3、4、5、6、7、8、9、10 ほか 2 件");
        assert_eq!(listed(&names, Language::English), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }
}
