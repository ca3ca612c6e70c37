//! «Did you mean …»: the nearest of the words that would have been right.

use strsim::generic_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization;

use crate::japanese::hiragana;

/// Below this likeness a suggestion would mislead: 中央図書館 is no slip of 中央公民館 (0.6), 市民化 is one of 市民課 (0.67).
const LIKENESS: f64 = 0.65;

/// What a word can have more than [`LIKENESS`] if it only contains a candidate, or is contained in one.
const PART: f64 = 0.2;

/// What has more letters is no name.
const LONGEST: usize = 200;

/// How many guesses a vocabulary makes. What has more slips than that is no plan, and guessing takes time: each of its words is
/// looked at for each guess.
const GUESSES: usize = 1000;

/// The words that would be right, each folded and with what it stands for.
pub(crate) struct Vocabulary<T> {
    words: Vec<(Vec<char>, T)>,
    /// How many guesses are left.
    guesses: usize,
}

impl<T: Copy> Vocabulary<T> {
    /// Of words with what they stand for: several can stand for the same, as a name and its reading do.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let words = words.into_iter().map(|(word, meaning)| (letters(word), meaning)).collect();
        Self { words, guesses: GUESSES }
    }

    /// What the word most like `word` stands for, if one is like enough. Full and half width, letter case, kana and spaces
    /// make no difference. After many guesses there is none.
    pub(crate) fn nearest(&mut self, word: &str) -> Option<T> {
        self.guesses = self.guesses.checked_sub(1)?;
        let word = letters(word);
        self.words
            .iter()
            .map(|(candidate, meaning)| (likeness(&word, candidate), *meaning))
            .filter(|(likeness, _)| *likeness >= LIKENESS)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, meaning)| meaning)
    }
}

/// Whether two names are one in slightly other words.
pub(crate) fn are_alike(one: &str, other: &str) -> bool {
    likeness(&letters(one), &letters(other)) >= LIKENESS
}

/// An address that lacks nothing but its beginning: `www.example.jp`, `kouhou@example.jp`.
pub(crate) fn address(found: &str) -> Option<String> {
    let mailbox = found.split_once('@').filter(|(name, host)| !name.is_empty() && host.contains('.'));
    let bare = !found.contains(|c: char| c.is_whitespace() || ":<>\\".contains(c));
    match mailbox {
        _ if !bare => None,
        None if found.starts_with("www.") => Some(format!("https://{found}")),
        Some((_, host)) if !host.contains(['@', '/']) => Some(format!("mailto:{found}")),
        _ => None,
    }
}

/// From 0 to 1.
fn likeness(word: &[char], candidate: &[char]) -> f64 {
    let (shorter, longer) = (word.len().min(candidate.len()), word.len().max(candidate.len()));
    if longer > LONGEST {
        return 0.0;
    }
    // Words are no more alike than the letters that stand in both: most are told apart by this alone.
    let common = word.iter().filter(|c| candidate.contains(c)).count();
    let part = common >= shorter && (contains(word, candidate) || is_short_for(word, candidate));
    let as_part = if part { LIKENESS + PART * ratio(shorter, longer) } else { 0.0 };
    if ratio(common, longer) < LIKENESS {
        return as_part;
    }
    let slips = generic_damerau_levenshtein(word, candidate);
    as_part.max(1.0 - ratio(slips, longer))
}

/// 市民部市民課 contains 市民課.
fn contains(word: &[char], candidate: &[char]) -> bool {
    candidate.len() > 1 && word.windows(candidate.len()).any(|part| part == candidate)
}

/// 選管事務局 is short for 選挙管理委員会事務局: the ends are the same, and letters are left out between them.
fn is_short_for(word: &[char], candidate: &[char]) -> bool {
    let ends_alike = word.first() == candidate.first() && word.last() == candidate.last();
    let mut rest = candidate.iter();
    word.len() > 2 && ends_alike && word.iter().all(|c| rest.any(|letter| letter == c))
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// What is compared instead of the word, no more of it than shows that it is too long.
fn letters(word: &str) -> Vec<char> {
    folded(word).take(LONGEST + 1).collect()
}

/// The word without what makes no difference: width, letter case, katakana, spaces.
pub(crate) fn fold(word: &str) -> String {
    // The names of most files have nothing for which Unicode's tables are needed.
    if word.is_ascii() {
        return word.to_ascii_lowercase().replace(char::is_whitespace, "");
    }
    folded(word).collect()
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).map(hiragana)
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
    fn addresses_without_a_beginning() {
        assert_eq!(address("www.example.jp/a@b").as_deref(), Some("https://www.example.jp/a@b"));
        assert_eq!(address("kouhou@example.jp").as_deref(), Some("mailto:kouhou@example.jp"));
        for text in
            ["", "figure.png", "@example.jp", "a@b", "C:\\a@b.jp", "javascript:a@b.jp", "広報 www.example.jp"]
        {
            assert_eq!(address(text), None, "{text}");
        }
    }

    #[test]
    fn guesses_come_to_an_end() {
        let mut vocabulary = Vocabulary::new([("市民課", 1)]);
        assert!((0..GUESSES).all(|_| vocabulary.nearest("市民化") == Some(1)));
        assert_eq!(vocabulary.nearest("市民化"), None);
    }

    #[test]
    fn no_text_is_too_long_to_ask() {
        check(&"課".repeat(1_000_000), None);
    }
}
