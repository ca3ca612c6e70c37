//! One word of a few, or several of them.

use crate::content::written::Text;
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, Report, rules};

/// What clerks may call the choices.
const CALLED: [(&str, &str); 40] = [
    ("日本語", "ja"),
    ("Japanese", "ja"),
    ("jp", "ja"),
    ("英語", "en"),
    ("English", "en"),
    ("丸数字", "circled"),
    ("丸付き数字", "circled"),
    ("ハイフン", "plain"),
    ("西暦", "seireki-first"),
    ("西暦が先", "seireki-first"),
    ("西暦優先", "seireki-first"),
    ("seireki", "seireki-first"),
    ("和暦", "wareki-first"),
    ("和暦が先", "wareki-first"),
    ("和暦優先", "wareki-first"),
    ("wareki", "wareki-first"),
    ("ダブルA", "AA"),
    ("トリプルA", "AAA"),
    ("○", "適合"),
    ("×", "不適合"),
    ("非適用", "適用なし"),
    ("該当なし", "適用なし"),
    ("未確認", "未試験"),
    ("not applicable", "inapplicable"),
    ("比較", "compare"),
    ("比べる", "compare"),
    ("クロス集計", "compare"),
    ("データ", "data"),
    ("オープンデータ", "data"),
    ("印刷", "print"),
    ("印刷用", "print"),
    ("冊子", "print"),
    ("booklet", "print"),
    ("検索", "search"),
    ("目標値", "targets"),
    ("目標値一覧", "targets"),
    ("数値目標", "targets"),
    ("年度", "years"),
    ("年度別", "years"),
    ("calendar", "years"),
];

/// What a text stands for among the known words; the default if there is no text, or no such word.
pub(crate) fn choice<T: Copy + Default>(text: Option<&Text>, known: &[(&str, T)], report: &mut Report) -> T {
    text.and_then(|text| chosen(text, known, report)).unwrap_or_default()
}

/// What each of some texts stands for among the known words; a text that is no such word is left out.
pub(crate) fn choices<T: Copy>(texts: &[Text], known: &[(&str, T)], report: &mut Report) -> Vec<T> {
    texts.iter().filter_map(|text| chosen(text, known, report)).collect()
}

/// `None`: it is none of the words, and the report says so.
fn chosen<T: Copy>(text: &Text, known: &[(&str, T)], report: &mut Report) -> Option<T> {
    let chosen = known.iter().find(|(word, _)| *word == text.as_str());
    if chosen.is_none() {
        let words: Vec<_> = known.iter().map(|(word, _)| *word).collect();
        let called = CALLED.iter().filter(|(_, word)| words.contains(word));
        let several = several(text, &words);
        let mut vocabulary = Vocabulary::new(words.iter().map(|word| (*word, *word)).chain(called.copied()));
        let meant = several.or_else(|| vocabulary.nearest(text).map(str::to_owned));
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_CHOICE, text.place).with("found", &text.value);
        report.add(diagnostic.with("known", &words.join(", ")).suggest(meant));
    }
    chosen.map(|(_, value)| *value)
}

/// Several of the words that were not parted as a list is.
fn several(text: &str, words: &[&str]) -> Option<String> {
    let parts: Vec<_> =
        text.split(['、', '，', '・', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    (parts.len() > 1 && parts.iter().all(|part| words.contains(part))).then(|| parts.join(", "))
}
