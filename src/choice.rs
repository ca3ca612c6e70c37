//! One word of a few.

use crate::content::written::Text;
use crate::diagnostic::suggest::Vocabulary;
use crate::diagnostic::{Diagnostic, Report, rules};

/// What clerks may call the choices.
const CALLED: [(&str, &str); 24] = [
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
];

/// What a text stands for among the known words; the default if there is no text, or no such word.
pub(crate) fn choice<T: Copy + Default>(text: Option<&Text>, known: &[(&str, T)], report: &mut Report) -> T {
    let Some(text) = text else { return T::default() };
    let chosen = known.iter().find(|(word, _)| *word == text.as_str());
    if chosen.is_none() {
        let words: Vec<_> = known.iter().map(|(word, _)| *word).collect();
        let called = CALLED.iter().filter(|(_, word)| words.contains(word));
        let mut vocabulary = Vocabulary::new(words.iter().map(|word| (*word, *word)).chain(called.copied()));
        let meant = vocabulary.nearest(text).map(str::to_owned);
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_CHOICE, text.place).with("found", &text.value);
        report.add(diagnostic.with("known", &words.join(", ")).suggest(meant));
    }
    chosen.map(|(_, value)| *value).unwrap_or_default()
}
