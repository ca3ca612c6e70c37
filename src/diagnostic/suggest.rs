//! «Did you mean …»: the nearest of the words that would have been right.

use strsim::normalized_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization;

use crate::japanese::hiragana;

/// Below this likeness a suggestion would mislead: 中央図書館 is no slip of 中央公民館 (0.6), 市民化 is one of 市民課 (0.67).
const LIKENESS: f64 = 0.65;

/// What a word can have more than [`LIKENESS`] if it only contains a candidate, or is contained in one.
const PART: f64 = 0.2;

/// What is longer, in bytes, is no name.
const LONGEST: usize = 600;

/// The words that would be right, each folded and with what it stands for.
pub(crate) struct Vocabulary<T>(Vec<(String, T)>);

impl<T: Copy> Vocabulary<T> {
    /// Of words with what they stand for: several can stand for the same, as a name and its reading do.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self(words.into_iter().map(|(word, meaning)| (fold(word), meaning)).collect())
    }

    /// What the word most like `word` stands for, if one is like enough. Full and half width, letter case, kana and spaces
    /// make no difference.
    pub(crate) fn nearest(&self, word: &str) -> Option<T> {
        if word.len() > LONGEST {
            return None;
        }
        let word = fold(word);
        self.0
            .iter()
            .map(|(candidate, meaning)| (likeness(&word, candidate), *meaning))
            .filter(|(likeness, _)| *likeness >= LIKENESS)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, meaning)| meaning)
    }
}

/// The candidate most like `word`.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let vocabulary = Vocabulary::new(candidates.into_iter().map(|candidate| (candidate, candidate)));
    vocabulary.nearest(word).map(str::to_owned)
}

/// From 0 to 1.
fn likeness(word: &str, candidate: &str) -> f64 {
    if candidate.len() > LONGEST {
        return 0.0;
    }
    part(word, candidate).max(by_spelling(word, candidate))
}

fn by_spelling(word: &str, candidate: &str) -> f64 {
    let (letters, others) = (word.chars().count(), candidate.chars().count());
    let common = word.chars().filter(|c| candidate.contains(*c)).count();
    // No more can be alike than the letters that stand in both: most words are told apart by this alone.
    if ratio(common, letters.max(others)) < LIKENESS {
        return 0.0;
    }
    normalized_damerau_levenshtein(word, candidate)
}

/// 市民部市民課 contains 市民課; 選管事務局 is short for 選挙管理委員会事務局.
fn part(word: &str, candidate: &str) -> f64 {
    let (letters, others) = (word.chars().count(), candidate.chars().count());
    let contains = others > 1 && word.contains(candidate);
    let ends_alike = word.chars().next() == candidate.chars().next()
        && word.chars().next_back() == candidate.chars().next_back();
    let short_for = letters > 2 && ends_alike && is_left_of(word, candidate);
    if contains || short_for {
        LIKENESS + PART * ratio(letters.min(others), letters.max(others))
    } else {
        0.0
    }
}

/// Whether `short` is what is left of `long` when letters are left out.
fn is_left_of(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().all(|c| letters.any(|letter| letter == c))
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// What is compared instead of the word as written.
pub(crate) fn fold(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).map(hiragana).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        let departments = [
            "行政マネジメント課",
            "人事課",
            "市民課",
            "DX戦略課",
            "選挙管理委員会事務局",
            "農業委員会事務局",
            "健康福祉部",
        ];
        let readings = [("しみんか", "市民課"), ("じんじか", "人事課")];
        let names = departments.iter().map(|name| (*name, *name));
        assert_eq!(Vocabulary::new(names.chain(readings)).nearest(word), expected, "{word}");
    }

    #[test]
    fn finds_the_nearest_name() {
        check("行政マネージメント課", Some("行政マネジメント課"));
        check("ＤＸ戦略課", Some("DX戦略課"));
        check("ぎょうせい", None);
        check("市民化", Some("市民課"));
        check("資産税課", None);
        check("", None);
    }

    #[test]
    fn by_reading() {
        for word in ["しみんか", "シミンカ", "ｼﾐﾝｶ", "しみん課"] {
            check(word, Some("市民課"));
        }
    }

    #[test]
    fn by_a_part() {
        check("市民部市民課", Some("市民課"));
        check("市民課窓口係", Some("市民課"));
        check("選管事務局", Some("選挙管理委員会事務局"));
        check("健福部", Some("健康福祉部"));
        check("水道局", None);
        check("事務局", None);
    }

    #[test]
    fn no_text_is_too_long_to_ask() {
        check(&"課".repeat(1_000_000), None);
    }
}
