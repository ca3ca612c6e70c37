//! The words that pages show: the theme's in the site's language, with the plan's own in their place.

use std::collections::BTreeMap;

use serde::Serialize;

/// Words by their keys.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Words(BTreeMap<String, String>);

/// Labels that other words may name, in braces.
const NAMED: [&str; 13] = [
    "actions",
    "baseline",
    "departments",
    "disclosure",
    "initiatives",
    "less",
    "other",
    "overview",
    "results",
    "schedule",
    "sdgs",
    "targets",
    "vision",
];

impl Words {
    /// The theme's words; a label of the plan takes the place of the word with its key.
    pub(crate) fn new(
        theme: impl IntoIterator<Item = (String, String)>,
        labels: &[(String, String)],
    ) -> Self {
        let mut words: BTreeMap<_, _> = theme.into_iter().chain(labels.iter().cloned()).collect();
        for label in NAMED {
            let Some(name) = words.get(label).cloned() else { continue };
            let gap = format!("{{{label}}}");
            for word in words.values_mut().filter(|word| word.contains(&gap)) {
                *word = word.replace(&gap, &name);
            }
        }
        Self(words)
    }

    /// A word; a theme that has none shows its key.
    pub(crate) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// A word with its gaps filled, each `{name}` by what stands beside its name. What is filled in is not looked at again, and
    /// a name that is not known stays as it is.
    pub(crate) fn filled(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        let (mut text, mut rest) = (String::new(), self.get(key));
        while let Some((before, from)) = rest.split_once('{') {
            text.push_str(before);
            let gap = from.split_once('}').and_then(|(name, behind)| {
                let (_, filling) = gaps.iter().find(|(known, _)| *known == name)?;
                Some((*filling, behind))
            });
            let (filling, behind) = gap.unwrap_or(("{", from));
            text.push_str(filling);
            rest = behind;
        }
        text + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once() {
        let words = Words::new([("about".to_owned(), "{site}: {n} {unknown} {{n}} {".to_owned())], &[]);
        let filled = words.filled("about", &[("n", "3"), ("site", "{n}の計画")]);
        assert_eq!(filled, "{n}の計画: 3 {unknown} {3} {");
    }

    #[test]
    fn words_name_labels_as_the_plan_does() {
        let theme = [("baseline", "現況値"), ("no_baseline", "{baseline}なし"), ("count", "{n}件")];
        let theme = theme.map(|(key, word)| (key.to_owned(), word.to_owned()));
        let words = Words::new(theme, &[("baseline".to_owned(), "今の値".to_owned())]);
        assert_eq!((words.get("no_baseline"), words.get("count")), ("今の値なし", "{n}件"));
    }
}
