//! What clerks call the keys: 所管課 for `departments`. A key that was written so is understood, and told.

use std::collections::HashSet;

use super::written::Labels;
use crate::diagnostic::suggest::{Vocabulary, fold};
use crate::diagnostic::{Diagnostic, rules};
use crate::source::Place;

/// Every key of the content, in the order of the alphabet, and its usual names in Japanese. One name may belong to several
/// keys of which no map has two.
const KEYS: [(&str, &[&str]); 77] = [
    ("accessibility", &["ウェブアクセシビリティ", "アクセシビリティ", "アクセシビリティ方針"]),
    ("actions", &["取組内容", "取組", "取り組み", "実施内容"]),
    ("allow", &["許可"]),
    ("base_url", &["公開アドレス", "公開URL", "ベースURL"]),
    ("baseline", &["現況値", "現状値", "基準値", "現況", "現状"]),
    ("baseline_year", &["基準年度", "現況年度", "現状年度"]),
    ("began", &["開始日", "試験開始日"]),
    ("changes", &["変更履歴", "更新履歴", "改定履歴", "改訂履歴", "履歴"]),
    ("code", &["団体コード", "地方公共団体コード", "コード"]),
    ("conformance", &["対応度"]),
    ("contact", &["問い合わせ先", "問合せ先", "お問い合わせ先", "連絡先"]),
    ("criteria", &["達成基準"]),
    ("date", &["日付", "年月日", "変更日"]),
    ("deadline", &["期限", "達成期限"]),
    ("department", &["担当部署", "担当課", "所管課", "担当"]),
    ("departments", &["所管課", "所管", "担当課", "関係課", "主管課", "担当部署", "所属", "部署", "課"]),
    ("description", &["説明", "概要"]),
    ("disclosure", &["情報公開", "公開", "公表"]),
    ("edit_url", &["編集アドレス", "編集URL"]),
    ("ended", &["終了日", "試験終了日"]),
    ("exceptions", &["例外事項", "例外"]),
    ("extra", &["追加する達成基準", "追加"]),
    ("form", &["フォーム", "入力フォーム", "問い合わせフォーム"]),
    ("group", &["区分", "グループ", "分類"]),
    ("introduction", &["前書き", "はじめに"]),
    ("issues", &["問題点", "問題", "課題"]),
    ("label", &["表示名", "ラベル", "見出し"]),
    ("labels", &["ラベル", "用語", "呼び名"]),
    ("language", &["言語"]),
    ("less", &["区分", "分類", "カテゴリ", "カテゴリー"]),
    ("level", &["適合レベル", "レベル", "等級"]),
    ("levels", &["階層", "体系", "段"]),
    ("license", &["利用条件", "ライセンス", "利用規約", "ライセンス名"]),
    ("mail", &["メール", "メールアドレス", "電子メール"]),
    ("measures", &["取り組んでいること", "取り組み", "対策"]),
    ("method", &["選択方法", "選び方", "方法"]),
    ("name", &["名称", "名前", "名", "指標", "指標名", "項目", "タイトル", "題名", "件名"]),
    ("note", &["備考", "注記", "補足", "注"]),
    ("notes", &["備考", "注記", "補足", "注"]),
    ("notice", &["お知らせ", "注意書き", "断り書き"]),
    ("number", &["番号", "通し番号", "No", "No."]),
    ("numbering", &["番号の形", "番号の表示"]),
    ("omit", &["省くもの", "省く", "除くもの", "除く", "省略", "作らないもの", "作らないページ"]),
    ("order", &["順番", "並び順", "表示順", "番号"]),
    ("organization", &["団体", "発行者", "自治体", "組織"]),
    ("other", &["その他"]),
    ("overview", &["事業概要", "概要", "内容"]),
    ("pages", &["ウェブページ", "ページ"]),
    ("period", &["計画期間", "期間", "年度"]),
    ("programs", &["事業", "個別事業", "事業一覧"]),
    ("result", &["結果"]),
    ("results", &["実績値", "実績", "結果"]),
    ("schedule", &["行動計画", "スケジュール", "工程", "工程表", "予定", "年次計画"]),
    ("scope", &["対象範囲", "範囲"]),
    ("sdgs", &["SDGs", "持続可能な開発目標", "SDGsターゲット", "SDGs目標"]),
    ("slug", &["スラッグ", "スラグ", "英語名", "アドレス"]),
    ("stated", &["表明日"]),
    ("suggestions", &["候補", "検索候補", "検索例", "検索の例", "例", "おすすめ", "キーワード", "検索語"]),
    ("synonyms", &["類義語", "同義語", "同意語", "類語", "言い換え", "言いかえ", "シノニム"]),
    ("target", &["目標値", "目標", "数値目標"]),
    ("targets", &["目標値", "目標", "数値目標", "指標"]),
    ("technologies", &["技術", "依存した技術"]),
    ("test", &["試験", "試験結果"]),
    ("text", &["文", "文章", "本文"]),
    ("theme", &["テーマ", "デザイン"]),
    ("title", &["題名", "タイトル", "件名", "名称", "表題", "題", "取組名", "事業名"]),
    ("tools", &["道具", "ツール"]),
    ("updated", &["最終更新日", "最終更新", "更新日"]),
    ("url", &["アドレス", "リンク", "リンク先", "ホームページ"]),
    ("value", &["値", "数値"]),
    ("vision", &["目指す姿", "めざす姿", "目指す姿（目標）", "将来像", "あるべき姿"]),
    ("website", &["ウェブサイト", "ホームページ", "サイト", "HP"]),
    ("what", &["変更内容", "変更点"]),
    ("why", &["理由", "変更理由"]),
    ("year", &["年度", "目標年度", "達成年度", "年"]),
    ("year_style", &["年度の形", "年度の表示", "年の表示"]),
    ("yomi", &["よみ", "よみがな", "読み", "読み方", "読み仮名", "ふりがな"]),
];

/// Whether a word is a key as it should be written.
pub(super) fn is_key(word: &str) -> bool {
    named(word).is_some()
}

/// All that clerks and this plan call a key, whichever, folded: by these an entry is known where nothing else is.
pub(super) struct Names(HashSet<String>);

impl Names {
    pub(super) fn new(labels: &Labels) -> Self {
        Self(KEYS.iter().flat_map(|(key, _)| folded_names(key, labels)).collect())
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(&fold(word))
    }
}

/// What clerks and this plan call a key, itself among it, without what makes no difference: Ｔｉｔｌｅ is `title` too.
pub(super) fn folded_names(key: &str, labels: &Labels) -> Vec<String> {
    names(key, labels).map(fold).collect()
}

/// The words for keys where each of these may still stand. The Japanese names of other keys mean nothing there, lest 事業概要
/// be taken for a slip of 事業; where a name is also that of a key which may stand, this comes last and wins.
pub(super) fn vocabulary(free: &[&'static str], labels: &Labels) -> Vocabulary<Option<&'static str>> {
    let others = KEYS.iter().filter(|(key, _)| !free.contains(key));
    let others = others.flat_map(|(_, names)| names.iter().map(|name| (*name, None)));
    let free = free.iter().flat_map(|key| names(key, labels).map(|name| (name, Some(*key))));
    Vocabulary::new(others.chain(free))
}

/// A key that is none of the known.
pub(super) fn unknown(key: &str, place: Place, known: &[&str]) -> Diagnostic {
    Diagnostic::new(&rules::UNKNOWN_KEY, place).with("key", key).with("known", &known.join(", "))
}

/// A key that has to be there and says nothing.
pub(super) fn says_nothing(key: &str, place: Place) -> Diagnostic {
    let wanted = NEEDED.iter().find(|(needed, ..)| *needed == key);
    let (_, japanese, english) = wanted.unwrap_or(&("", "値", "a value"));
    let diagnostic = Diagnostic::new(&rules::NEEDED_BUT_EMPTY, place).with("key", key);
    diagnostic.with("japanese", *japanese).with("english", *english)
}

/// What belongs behind the keys that cannot be left out.
const NEEDED: [(&str, &str, &str); 14] = [
    (
        "base_url",
        "サイトを公開するアドレス（例: https://plan.example.jp/）",
        "the address of the site: https://plan.example.jp/",
    ),
    ("began", "試験を始めた日（例: 2026-11-20）", "the day on which the test began: 2026-11-20"),
    ("date", "変わった日（例: 2026-11-01）", "the day of the change: 2026-11-01"),
    ("ended", "試験を終えた日（例: 2026-11-22）", "the day on which the test ended: 2026-11-22"),
    (
        "levels",
        "計画の段の呼び名を上から順に（例: [施策, 取組]）",
        "what the levels are called, from the top: [Goal, Initiative]",
    ),
    ("name", "名称", "the name"),
    ("number", "番号（1、2、3 など）", "the number: 1, 2, 3 …"),
    ("organization", "計画を発行する団体（例: {name: ○○市}）", "the publisher: {name: …}"),
    ("period", "計画期間（例: 2026-2029）", "the years of the plan: 2026-2029"),
    (
        "slug",
        "アドレスに使う半角英字の名前（例: citizens-affairs）",
        "a name for the address: citizens-affairs",
    ),
    ("stated", "表明日（例: 2026-11-22）", "the day of the statement: 2026-11-22"),
    ("title", "題名", "the title"),
    ("value", "値（例: 10%）", "the value: 10%"),
    ("what", "何が変わったか", "what was changed"),
];

/// All that a key is called, itself first.
fn names<'l>(key: &'l str, labels: &'l Labels) -> impl Iterator<Item = &'l str> {
    let usual = named(key).into_iter().flatten().copied();
    std::iter::once(key).chain(usual).chain(labels.of(key))
}

/// What clerks usually call a key.
pub(crate) fn usual_names(key: &str) -> &'static [&'static str] {
    named(key).unwrap_or_default()
}

fn named(key: &str) -> Option<&'static [&'static str]> {
    let at = KEYS.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    KEYS.get(at).map(|(_, names)| *names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str, keys: &[&'static str]) -> Option<&'static str> {
        vocabulary(keys, &Labels::default()).nearest(word).flatten()
    }

    #[test]
    fn every_key_is_found() {
        assert!(KEYS.is_sorted_by_key(|(key, _)| *key));
        assert!(KEYS.iter().all(|(key, _)| is_key(key)));
    }

    #[test]
    fn a_name_belongs_to_the_key_that_stands_there() {
        assert_eq!(meant("目標値", &["title", "targets"]), Some("targets"));
        assert_eq!(meant("目標値", &["name", "target", "baseline", "year"]), Some("target"));
        assert_eq!(meant("目標年度", &["name", "target", "year"]), Some("year"));
        assert_eq!(meant("名称", &["slug", "name"]), Some("name"));
        assert_eq!(meant("所管課名", &["title", "departments", "less"]), Some("departments"));
        assert_eq!(meant("名称", &["title", "number"]), Some("title"));
        assert_eq!(meant("事業概要", &["title", "programs"]), None);
        assert_eq!(meant("予算", &["title", "number", "departments", "schedule"]), None);
    }

    #[test]
    fn other_dress() {
        let names = folded_names("title", &Labels::default());
        for word in ["ｔｉｔｌｅ", "Title", "TITLE", "title\u{3000}", "たいとる", "ﾀｲﾄﾙ", "題 名"]
        {
            assert!(names.contains(&fold(word)), "{word}");
        }
        assert!(!names.contains(&fold("titel")));
    }
}
