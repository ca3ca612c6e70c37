//! 以上, 以下, 未満 …: how a value stands to its number, and what was meant where the word is misspelt.

use crate::japanese;

/// How a value stands to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Comparator {
    Equal,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// Words behind a unit.
pub(super) const BEHIND: [(&str, Comparator); 12] = [
    ("以上", Comparator::AtLeast),
    ("以下", Comparator::AtMost),
    ("以内", Comparator::AtMost),
    ("未満", Comparator::LessThan),
    ("超", Comparator::MoreThan),
    ("を超える", Comparator::MoreThan),
    ("を上回る", Comparator::MoreThan),
    ("を下回る", Comparator::LessThan),
    ("or more", Comparator::AtLeast),
    ("or less", Comparator::AtMost),
    ("or fewer", Comparator::AtMost),
    ("or under", Comparator::AtMost),
];

/// To keep a value is to have it.
pub(super) const KEEP: &str = "を維持";

/// Signs and words before a number; longer ones stand before those they begin with.
pub(super) const BEFORE: [(&str, Comparator); 15] = [
    (">=", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("≥", Comparator::AtLeast),
    ("≧", Comparator::AtLeast),
    ("≤", Comparator::AtMost),
    ("≦", Comparator::AtMost),
    (">", Comparator::MoreThan),
    ("<", Comparator::LessThan),
    ("at least ", Comparator::AtLeast),
    ("at most ", Comparator::AtMost),
    ("up to ", Comparator::AtMost),
    ("more than ", Comparator::MoreThan),
    ("less than ", Comparator::LessThan),
    ("fewer than ", Comparator::LessThan),
    ("under ", Comparator::LessThan),
];

/// Signs that are written the wrong way round, and some that YAML leaves alone where it would take `>` for its own.
const REVERSED: [(&str, &str); 4] = [("=>", "≧"), ("=<", "≦"), ("＝＞", "≧"), ("＝＜", "≦")];

/// Words as they are written in kana, or in other ways that mean the same.
const OTHERWISE: [(&str, &str); 14] = [
    ("いじょう", "以上"),
    ("イジョウ", "以上"),
    ("いか", "以下"),
    ("イカ", "以下"),
    ("いない", "以内"),
    ("以ない", "以内"),
    ("みまん", "未満"),
    ("ミマン", "未満"),
    ("をこえる", "を超える"),
    ("を越える", "を超える"),
    ("をうわまわる", "を上回る"),
    ("を上まわる", "を上回る"),
    ("をしたまわる", "を下回る"),
    ("を下まわる", "を下回る"),
];

/// The characters of the common words, each with those that are taken for it: they sound alike, or look alike.
const TAKEN_FOR: [(&str, [(char, &str); 2]); 4] = [
    ("以上", [('以', "異意依已似"), ('上', "情常状丈乗場")]),
    ("以下", [('以', "異意依已似"), ('下', "化可課家価")]),
    ("以内", [('以', "異意依已似"), ('内', "內")]),
    ("未満", [('未', "末味美"), ('満', "万滿慢")]),
];

/// Signs that slip in behind a word: a dash of any kind, the dot of a sentence.
fn slips_in(c: char) -> bool {
    japanese::is_dash(c) || matches!(c, '．' | '.')
}

impl Comparator {
    pub(crate) const ALL: [Self; 5] =
        [Self::Equal, Self::AtLeast, Self::MoreThan, Self::AtMost, Self::LessThan];

    /// As programs write it.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
            Self::AtMost => "<=",
            Self::LessThan => "<",
        }
    }

    /// The same where a sign would be taken for the beginning of a formula.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Equal => "eq",
            Self::AtLeast => "ge",
            Self::MoreThan => "gt",
            Self::AtMost => "le",
            Self::LessThan => "lt",
        }
    }

    /// What a printed value was meant to be, if its comparator is misspelt: 10%以上 for 10%異常, ≧10 for =>10.
    pub(crate) fn meant(print: &str) -> Option<String> {
        let print = print.trim();
        if let Some((sign, meant)) = REVERSED.iter().find(|(sign, _)| print.starts_with(sign)) {
            let value = print[sign.len()..].trim_start();
            return value.starts_with(char::is_numeric).then(|| format!("{meant}{value}"));
        }
        let (measure, remarks) = print.split_at(print.find(['(', '（']).unwrap_or(print.len()));
        let (measure, space) = measure.split_at(measure.trim_end().len());
        let (measure, keep) = measure.strip_suffix(KEEP).map_or((measure, ""), |measure| (measure, KEEP));
        let (value, word) = misspelt(measure)?;
        // A word of the plan's own is no comparator: 3件の異常.
        let counted = value.contains(char::is_numeric) && !value.ends_with(|c| ('ぁ'..='ん').contains(&c));
        counted.then(|| format!("{value}{word}{keep}{space}{remarks}"))
    }
}

/// A measure without the misspelt word at its end, and the word as it should be.
fn misspelt(measure: &str) -> Option<(&str, &'static str)> {
    let clean = measure.trim_end_matches(slips_in);
    let right = || BEHIND.iter().find_map(|(word, _)| Some((clean.strip_suffix(word)?, *word)));
    let slipped = if clean.len() < measure.len() { right() } else { None };
    let otherwise = || OTHERWISE.iter().find_map(|(slip, word)| Some((clean.strip_suffix(slip)?, *word)));
    slipped.or_else(otherwise).or_else(|| {
        let mut letters = clean.char_indices().rev();
        let ((_, second), (at, first)) = (letters.next()?, letters.next()?);
        let alike = |written, (right, others): (char, &str)| written == right || others.contains(written);
        let word = TAKEN_FOR.iter().find(|(_, [a, b])| alike(first, *a) && alike(second, *b))?.0;
        (!clean.ends_with(word)).then(|| (&clean[..at], word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_comparators() {
        for (print, meant) in [
            ("10%いじょう", "10%以上"),
            ("10%異常", "10%以上"),
            ("10%以情", "10%以上"),
            ("10％末満", "10％未満"),
            ("10%以上ー", "10%以上"),
            ("10%未万", "10%未満"),
            ("30日いない", "30日以内"),
            ("5件以化", "5件以下"),
            ("=>10", "≧10"),
            ("＝＜10", "≦10"),
            ("10%末満（目標）", "10%未満（目標）"),
            ("90%異常を維持", "90%以上を維持"),
            ("5件を越える", "5件を超える"),
        ] {
            assert_eq!(Comparator::meant(print).as_deref(), Some(meant), "{print}");
        }
    }

    #[test]
    fn what_is_right_or_something_else() {
        for print in [
            "10%以上",
            "10%以上を維持",
            "5件以内",
            "3件以外",
            "100超過勤務時間",
            "120,000件/年",
            "約100件",
            "100件程度",
            "100件（目標）",
            "100件（前年度異常）",
            "10%以上削減",
            "0件の異常",
            "10人でよいか",
            "3日 ",
            "未実施",
            "異常",
            "いか",
            "-",
            "",
            "未満",
            "2,500時間/年間",
            "5箇所以上（いずれか）",
            "1.05以下",
            "3家庭",
            "5味",
            "10万",
            "100万",
            "=>",
            "=10",
            "≧10",
            "５か所",
            "17自治体",
            "1課",
            "3会場",
        ] {
            assert_eq!(Comparator::meant(print), None, "{print}");
        }
    }
}
