//! Synonyms and suggestions that find something.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::fold::words;
use crate::search::searched_texts;
use crate::site::Site;
use crate::source::Place;

/// Reports the groups and suggestions that find no initiative. Texts are made until all have found one.
pub(super) fn review(site: &Site, report: &mut Report) {
    let mut open = searches(site);
    let mut texts = searched_texts(site);
    while !open.is_empty()
        && let Some(some) = texts.next()
    {
        open.retain(|search| !some.iter().any(|text| search.finds(text)));
    }
    report.add_all(open.into_iter().map(Search::diagnostic));
}

/// What is to find something.
struct Search {
    rule: &'static Rule,
    place: Place,
    /// As it was written.
    found: String,
    /// The words, each with those that mean the same: one of each has to be there.
    words: Vec<Vec<String>>,
}

impl Search {
    fn finds(&self, text: &str) -> bool {
        self.words.iter().all(|alike| alike.iter().any(|word| text.contains(word)))
    }

    fn diagnostic(self) -> Diagnostic {
        Diagnostic::new(self.rule, self.place).with("found", &self.found)
    }
}

fn searches(site: &Site) -> Vec<Search> {
    let vocabulary = &site.config.vocabulary;
    let folded = |group: &[String]| group.iter().flat_map(|word| words(word)).collect::<Vec<_>>();
    let groups: Vec<_> = vocabulary.groups().map(|(place, group)| (place, group, folded(group))).collect();
    let mut alike: BTreeMap<&str, &Vec<String>> = BTreeMap::new();
    for (.., folded) in &groups {
        alike.extend(folded.iter().map(|word| (word.as_str(), folded)));
    }
    let of_word =
        |word: String| alike.get(word.as_str()).map_or_else(|| vec![word.clone()], |it| (*it).clone());
    let suggested = vocabulary.suggested().map(|(place, text)| Search {
        rule: &rules::VAIN_SUGGESTION,
        place,
        found: text.to_owned(),
        words: words(text).into_iter().map(of_word).collect(),
    });
    let of_groups = groups.iter().map(|(place, group, folded)| Search {
        rule: &rules::USELESS_SYNONYMS,
        place: *place,
        found: group.join(", "),
        words: vec![folded.clone()],
    });
    of_groups.chain(suggested).collect()
}
