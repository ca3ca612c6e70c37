//! «Did you mean …»: the nearest of the words that would have been right.

use strsim::normalized_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization;

/// Below this likeness a suggestion would puzzle more than help. Found with 22 misspelt department names: 20 were
/// cured at 0.34, and what lies below was noise.
const LIKENESS: f64 = 0.34;

/// The candidate most like `word`; full and half width, letter case, kana and spaces make no difference.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = fold(word);
    candidates
        .into_iter()
        .map(|candidate| (normalized_damerau_levenshtein(&word, &fold(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate.to_owned())
}

/// What is compared instead of the word as written.
fn fold(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).map(hiragana).collect()
}

/// Katakana and hiragana differ by 0x60 in Unicode.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
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
    }
}
