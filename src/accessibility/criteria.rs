//! The 38 success criteria of levels A and AA of JIS X 8341-3:2016, which are those of WCAG 2.0 (ISO/IEC 40500:2012).
//!
//! The Japanese names are the standard's own, from its clauses 1.1.1 to 4.1.2 without 「の達成基準」; the English ones are
//! those of W3C's recommendation of 11 December 2008.

use super::Level::{self, A, AA};

/// A success criterion (達成基準).
#[derive(Debug)]
pub(crate) struct Criterion {
    pub(crate) number: &'static str,
    pub(crate) level: Level,
    pub(crate) japanese: &'static str,
    pub(crate) english: &'static str,
}

const fn criterion(
    number: &'static str,
    level: Level,
    japanese: &'static str,
    english: &'static str,
) -> Criterion {
    Criterion { number, level, japanese, english }
}

/// In the order of the standard.
pub(crate) static CRITERIA: [Criterion; 38] = [
    criterion("1.1.1", A, "非テキストコンテンツ", "Non-text Content"),
    criterion("1.2.1", A, "音声だけ及び映像だけ（収録済み）", "Audio-only and Video-only (Prerecorded)"),
    criterion("1.2.2", A, "キャプション（収録済み）", "Captions (Prerecorded)"),
    criterion(
        "1.2.3",
        A,
        "音声解説又はメディアに対する代替コンテンツ（収録済み）",
        "Audio Description or Media Alternative (Prerecorded)",
    ),
    criterion("1.2.4", AA, "キャプション（ライブ）", "Captions (Live)"),
    criterion("1.2.5", AA, "音声解説（収録済み）", "Audio Description (Prerecorded)"),
    criterion("1.3.1", A, "情報及び関係性", "Info and Relationships"),
    criterion("1.3.2", A, "意味のある順序", "Meaningful Sequence"),
    criterion("1.3.3", A, "感覚的な特徴", "Sensory Characteristics"),
    criterion("1.4.1", A, "色の使用", "Use of Color"),
    criterion("1.4.2", A, "音声の制御", "Audio Control"),
    criterion("1.4.3", AA, "コントラスト（最低限レベル）", "Contrast (Minimum)"),
    criterion("1.4.4", AA, "テキストのサイズ変更", "Resize text"),
    criterion("1.4.5", AA, "文字画像", "Images of Text"),
    criterion("2.1.1", A, "キーボード", "Keyboard"),
    criterion("2.1.2", A, "キーボードトラップなし", "No Keyboard Trap"),
    criterion("2.2.1", A, "タイミング調整可能", "Timing Adjustable"),
    criterion("2.2.2", A, "一時停止，停止及び非表示", "Pause, Stop, Hide"),
    criterion("2.3.1", A, "3回のせん（閃）光，又はしきい（閾）値以下", "Three Flashes or Below Threshold"),
    criterion("2.4.1", A, "ブロックスキップ", "Bypass Blocks"),
    criterion("2.4.2", A, "ページタイトル", "Page Titled"),
    criterion("2.4.3", A, "フォーカス順序", "Focus Order"),
    criterion("2.4.4", A, "リンクの目的（コンテキスト内）", "Link Purpose (In Context)"),
    criterion("2.4.5", AA, "複数の手段", "Multiple Ways"),
    criterion("2.4.6", AA, "見出し及びラベル", "Headings and Labels"),
    criterion("2.4.7", AA, "フォーカスの可視化", "Focus Visible"),
    criterion("3.1.1", A, "ページの言語", "Language of Page"),
    criterion("3.1.2", AA, "一部分の言語", "Language of Parts"),
    criterion("3.2.1", A, "フォーカス時", "On Focus"),
    criterion("3.2.2", A, "入力時", "On Input"),
    criterion("3.2.3", AA, "一貫したナビゲーション", "Consistent Navigation"),
    criterion("3.2.4", AA, "一貫した識別性", "Consistent Identification"),
    criterion("3.3.1", A, "エラーの特定", "Error Identification"),
    criterion("3.3.2", A, "ラベル又は説明", "Labels or Instructions"),
    criterion("3.3.3", AA, "エラー修正の提案", "Error Suggestion"),
    criterion("3.3.4", AA, "エラー回避（法的，金融及びデータ）", "Error Prevention (Legal, Financial, Data)"),
    criterion("4.1.1", A, "構文解析", "Parsing"),
    criterion("4.1.2", A, "名前（name），役割（role）及び値（value）", "Name, Role, Value"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_has_25_criteria_of_level_a_and_13_of_level_aa() {
        let count = |level| CRITERIA.iter().filter(|criterion| criterion.level == level).count();
        assert_eq!((count(A), count(AA)), (25, 13));
        assert!(CRITERIA.is_sorted_by_key(|criterion| criterion.number));
    }
}
