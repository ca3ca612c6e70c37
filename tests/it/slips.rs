//! Slips in a front matter by which YAML sees something else than was meant: where each is told, and nothing besides.

use super::rules;
use super::site::TestSite;

/// What is told of an initiative with these lines in its front matter, from the fourth line of its file.
fn told(front: &str) -> Vec<String> {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\n{front}---\n"));
    let told = rules::told(&site.run(&["check"]));
    told.iter().map(|at| at.replacen("content/plan/1.md:", "", 1)).collect()
}

#[test]
fn every_colon_of_a_map_that_could_be_a_sentence_is_told() {
    assert_eq!(told("targets:\n  - name：読者\n    target：10件\n"), ["5:9 K211", "6:11 K211"]);
    assert_eq!(told("targets:\n  - 名称：読者\n    目標値：10件\n"), ["5:7 K211", "6:8 K211"]);
    let baseline = "targets:\n  - name: 読者\n    target: 10件\n    baseline:\n";
    assert_eq!(told(&format!("{baseline}      value：5件\n      year:2024\n")), ["8:12 K211", "9:11 K212"]);
    let page = "    - title：市報\n      url：https://www.example.jp/\n";
    assert_eq!(told(&format!("disclosure:\n  pages:\n{page}")), ["6:12 K211", "7:10 K211"]);
}

#[test]
fn a_sentence_with_a_colon_stays_one() {
    let sentences = "  - 読者：10件以上\n  - 目標：年間10件\n  - AI：導入\n  - https://www.example.jp/\n";
    let pages = "disclosure:\n  pages: [市報：毎月号]\n";
    assert!(told(&format!("targets:\n{sentences}{pages}")).is_empty());
}

#[test]
fn keys_in_japanese_are_known_where_a_line_below_them_is_broken() {
    let target = "targets:\n  - 名称: 読者\n";
    assert_eq!(told(&format!("{target}    目標値: @10\n")), ["5:5 K301", "6:5 K301", "6:10 K219"]);
    assert_eq!(told(&format!("{target}    現況値: \"5件\n")), ["5:5 K301", "6:5 K301", "6:10 K208"]);
    assert_eq!(told("情報公開:\n  その他: [市報, ポスター\n"), ["4:1 K301", "5:3 K301", "5:8 K216"]);
}

#[test]
fn a_key_that_nobody_knows_is_one_where_another_stands_below_it() {
    assert_eq!(told("targets:\n  - 参加者: 市民\n    target: @10\n"), ["5:5 K301", "6:13 K219"]);
    assert_eq!(told("targets:\n  - 広報: 市民: 議会\n    として読む\n"), ["5:7 K215"]);
}

#[test]
fn slips_in_every_line_of_an_item_are_told_at_once() {
    let item =
        "targets:\n\u{3000}- name：読者\n\u{3000}\u{3000}target：10件\n\u{3000}\u{3000}baseline: 5件\n";
    assert_eq!(told(item), ["5:1 K213", "5:8 K211", "6:1 K213", "6:9 K211"]);
}

#[test]
fn wide_spaces_that_nobody_sees_are_told() {
    assert_eq!(told("vision: \u{3000}本文\n"), ["4:9 K213"]);
    assert_eq!(told("vision: 本文\u{3000}# 注\n"), ["4:11 K213"]);
    assert_eq!(told("vision: \u{3000}|\n  本文\n"), ["4:9 K213"]);
    assert_eq!(told("targets: \u{3000}[読まれる]\n"), ["4:10 K213"]);
    assert!(told("vision: 計画#1、第2\u{3000}案\nnotes: \"\u{3000}# 注\"\n").is_empty());
}

#[test]
fn a_text_that_is_not_indented_is_one_mistake() {
    let text = "市民に伝える。\n\nDX を進め、\n広く聴く。\n";
    assert_eq!(told(&format!("vision: |\n{text}sdgs: [\"18\"]\n")), ["5:1 K223", "9:8 K403"]);
    assert_eq!(told(&format!("vision:\n{text}notes: @\n")), ["5:1 K223", "9:8 K219"]);
    assert_eq!(told(&format!("vision: |\n{text}備考：市報\n")), ["5:1 K223", "9:1 K301", "9:3 K211"]);
}

#[test]
fn a_japanese_key_with_a_wide_colon_is_not_missed_besides() {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/1.md", "---\n題名：広報\nnumber: 1\n---\n");
    let expected = ["2:1 K301", "2:3 K211"].map(|at| format!("content/plan/1.md:{at}"));
    assert_eq!(rules::told(&site.run(&["check"])), expected);
}

#[test]
fn a_year_by_its_era_is_the_key_of_a_bar() {
    let bars = "      - 令和8年度: 検討: 準備\n        2028: 発行\n";
    let schedule = format!("actions:\n  - name: 市報\n    schedule:\n{bars}");
    assert_eq!(told(&schedule), ["7:9 K308", "7:18 K215"]);
}

#[test]
fn japanese_commas_in_brackets_are_told_whatever_the_list() {
    for front in [
        "departments: [広報課、秘書室]",
        "less: [a、\n  b]",
        "sdgs: [17、5]",
        "less: [a, b、c]",
        "disclosure: {other: [市報、掲示板]}",
    ] {
        let told = told(&format!("{front}\n"));
        assert!(told.iter().any(|at| at.ends_with(" K226")), "{front}: {told:?}");
    }
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "levels: [取組]", "levels: [目標、取組]\nomit: [compare、search]");
    site.write("content/search.yaml", "suggestions: [ごみ，手当、保育所]\n");
    let told = rules::told(&site.run(&["check"]));
    let expected = ["search.yaml:1:15", "site.yaml:5:10", "site.yaml:6:8"];
    assert_eq!(told, expected.map(|at| format!("content/{at} K226")));
}

#[test]
fn a_comma_within_one_value_stays() {
    assert!(
        told("disclosure: {other: [市報（紙、ウェブ）, \"掲示板、窓口\", １，０００部の冊子]}\n").is_empty()
    );
    assert!(told("disclosure:\n  other:\n    - 掲示板、窓口\n").is_empty());
}

#[test]
fn quotes_around_a_value_with_a_comma_are_kept() {
    let site = TestSite::fixture("minimal");
    let file = "---\ntitle: a\nnumber: 1\ndisclosure:\n  other: [\"市報、掲示板\", 窓口]\n---\n";
    site.write("content/plan/1.md", file);
    assert_eq!(site.run(&["fmt"]).code, 0);
    assert_eq!(site.read("content/plan/1.md"), file);
}
