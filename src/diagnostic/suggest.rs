//! «Did you mean …»: the nearest of the words that would have been right.

use strsim::normalized_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization;

use crate::japanese::hiragana;

/// Below this likeness a suggestion would mislead: 中央図書館 is no slip of 中央公民館 (0.6), 市民化 is one of 市民課 (0.67).
const LIKENESS: f64 = 0.65;

/// The candidate most like `word`, or that `word` ends with: 市民部市民課 for 市民課. Full and half width, letter case, kana
/// and spaces make no difference.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = fold(word);
    candidates
        .into_iter()
        .map(|candidate| (likeness(&word, &fold(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Whether two names are one in slightly other words.
pub(crate) fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one.contains(&other) || other.contains(&one) || likeness(&one, &other) >= LIKENESS
}

fn likeness(word: &str, candidate: &str) -> f64 {
    let ending = if !candidate.is_empty() && word.ends_with(candidate) { LIKENESS } else { 0.0 };
    normalized_damerau_levenshtein(word, candidate).max(ending)
}

/// What is compared instead of the word as written.
fn fold(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).map(hiragana).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        let departments = ["行政マネジメント課", "人事課", "市民課", "DX戦略課"];
        assert_eq!(nearest(word, departments).as_deref(), expected, "{word}");
    }

    #[test]
    fn finds_the_nearest_name() {
        check("行政マネージメント課", Some("行政マネジメント課"));
        check("ＤＸ戦略課", Some("DX戦略課"));
        check("ぎょうせい", None);
        check("市民化", Some("市民課"));
        check("市民部市民課", Some("市民課"));
        check("資産税課", None);
    }
}
