//! `content/search.yaml`: words that mean the same to who searches, and searches to begin with.

use super::rules::told;
use super::site::TestSite;

const FILE: &str = "content/search.yaml";

/// Two initiatives: one speaks of smartphones and of seniors, the other of paper.
fn site(search: &str) -> TestSite {
    let site = TestSite::fixture("minimal");
    site.write(
        "content/plan/1.md",
        "---\ntitle: スマートフォン講座\nnumber: 1\n---\nシニア向けに開催する。\n",
    );
    site.write("content/plan/2.md", "---\ntitle: 広報\nnumber: 2\n---\n市報を発行する。\n");
    site.write(FILE, search);
    site
}

#[test]
fn all_that_is_wrong_with_the_file_is_told_at_once() {
    let groups =
        "  - [ス マホ, スマートフォン, ｽﾏｰﾄﾌｫﾝ]\n  - [シニア]\n  - [市報, 広報紙]\n  - [市報, 広報]\n";
    let site = site(&format!("synonym: []\n類義語:\n{groups}suggestions: [・, 広報, 広報]\n"));
    let expected =
        ["1:1 K301", "2:1 K301", "3:6 K613", "3:21 K616", "4:6 K612", "6:6 K617", "7:15 K614", "7:22 K411"];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("{FILE}:{at}")));
}

#[test]
fn nothing_may_be_said() {
    for search in ["", "\n", "# まだありません\n", "synonyms: []\nsuggestions: []\n"] {
        assert!(told(&site(search).run(&["check"])).is_empty(), "{search:?}");
    }
    let site = site("");
    site.build(&[]);
    assert!(site.read("public/search/manifest.json").contains("\"synonyms\":[]"));
}

#[test]
fn no_group_is_offered_that_would_be_a_mistake_or_ruin_the_search() {
    for line in
        ["シニア と 市報", "シニア、と、市報", "シニア = シニアー", "・＝、", "シニア　市報", "[シニア 市報]"]
    {
        let report = site(&format!("synonyms:\n  - {line}\n")).run(&["check"]);
        assert_eq!(told(&report).len(), 1, "{line}: {}", report.stdout);
        assert!(!report.stdout.contains("ではありませんか"), "{line}: {}", report.stdout);
    }
}

#[test]
fn a_group_that_is_offered_is_right() {
    for (written, offered) in [
        ("synonyms: [シニア、お年寄り]", "synonyms: [[シニア, お年寄り]]"),
        ("synonyms: シニア＝お年寄り", "synonyms: [[シニア, お年寄り]]"),
        ("synonyms: [シニア=高齢者, 市報・広報紙]", "synonyms: [[シニア, 高齢者], [市報, 広報紙]]"),
        ("synonyms:\n- シニア\tお年寄り", "synonyms:\n- [シニア, お年寄り]"),
        ("synonyms:\n- シニア ： お年寄り", "synonyms:\n- [シニア, お年寄り]"),
        ("synonyms:\n- (シニア, お年寄り)", "synonyms:\n- [シニア, お年寄り]"),
        ("synonyms:\n- [シニア／高齢者, お年寄り]", "synonyms:\n- [シニア, 高齢者, お年寄り]"),
    ] {
        let report = site(&format!("{written}\n")).run(&["check"]).stdout;
        let line = offered.lines().last().unwrap_or_default();
        assert!(report.contains(&format!("+ {line}\n")), "{written}: {report}");
        let mended = site(&format!("{offered}\n")).run(&["check"]);
        assert!(told(&mended).is_empty(), "{offered}: {}", mended.stdout);
    }
}

#[test]
fn a_flat_list_of_more_than_two_words_is_not_made_one_group() {
    let report = site("synonyms: [シニア, お年寄り, 市報, 広報紙]\n").run(&["check"]);
    assert_eq!(told(&report), [format!("{FILE}:1:11 K611")]);
    assert!(!report.stdout.contains("ではありませんか") && report.stdout.contains("  - [広報, 市報]"));
}

#[test]
fn a_table_that_was_pasted_is_no_group() {
    let site = site("synonyms:\n  シニア\tお年寄り\n  市報\t広報紙\n");
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:2:3 K611")]);
}

#[test]
fn a_good_line_below_a_bad_bullet_is_good() {
    let site = site("synonyms:\n  -[シニア, お年寄り]\n  - [市報, 広報紙]\n");
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:2:3 K221")]);
}

#[test]
fn a_group_that_was_copied_is_one_mistake() {
    let site = site("synonyms:\n  - [市報, 広報紙, 広報]\n  - [市報, 広報紙, 広報]\n");
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:3:6 K617")]);
}

#[test]
fn a_word_that_is_wrong_in_itself_does_not_leave_the_other_alone() {
    let site = site("synonyms:\n  - [市報, [広報]]\n  - [スマートフォン, 携 帯]\n");
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:2:10 K303"), format!("{FILE}:3:15 K613")]);
}

#[test]
fn a_suggestion_finds_an_initiative_that_has_all_its_words_or_what_means_the_same() {
    let found = "synonyms:\n  - [スマートフォン, スマホ]\n  - [シニア, お年寄り]\n";
    let site = site(&format!("{found}suggestions: [お年寄り スマホ, ＳＨＩＨＯ, 市報 しにあ, 市報]\n"));
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:4:25 K619"), format!("{FILE}:4:32 K619")]);
}

#[test]
fn words_are_looked_for_as_a_search_compares_them() {
    let site =
        site("synonyms:\n  - [携帯, ｽﾏｰﾄﾌｫﾝ]\n  - [高齢者, しにあー]\nsuggestions: [スマートフォン・]\n");
    assert!(told(&site.run(&["check"])).is_empty());
}

#[test]
fn what_finds_nothing_may_be_meant() {
    let search = "synonyms:\n  - [バス, 路線バス]\nsuggestions: [市バス]\n";
    assert_eq!(
        told(&site(search).run(&["check"])),
        [format!("{FILE}:2:5 K618"), format!("{FILE}:3:15 K619")]
    );
    assert!(told(&site(&format!("{search}allow: [K618, K619]\n")).run(&["check"])).is_empty());
    let in_vain = site("suggestions: [市報]\nallow: [K619]\n");
    assert_eq!(told(&in_vain.run(&["check"])), [format!("{FILE}:2:9 K322")]);
}

#[test]
fn what_finds_nothing_may_be_in_what_is_broken() {
    let site = site("suggestions: [市バス]\n");
    site.write("content/plan/3.md", "---\ntitle: 市バス\nnumber: 三の二\n---\n");
    assert_eq!(told(&site.run(&["check"])), ["content/plan/3.md:3:9 K305"]);
}

#[test]
fn a_file_that_cannot_be_read_hides_no_mistake_elsewhere() {
    for search in ["- a\n", "synonyms: [\n", "\u{7f}\u{0}"] {
        let site = site(search);
        site.write("content/plan/2.md", "---\ntitle: 広報\nnumber: 2\n---\n[市報](/plan/9.html)\n");
        let told = told(&site.run(&["check"]));
        assert!(told.contains(&"content/plan/2.md:5:6 K503".to_owned()), "{search:?}: {told:?}");
        assert!(told.iter().any(|told| told.starts_with(FILE)), "{search:?}: {told:?}");
    }
}

#[test]
fn a_file_in_shift_jis_is_read_on() {
    let site = site("");
    // 市報, twice.
    site.write(FILE, b"suggestions: [\x8es\x95\xf1, \x8es\x95\xf1]\r\n");
    assert_eq!(told(&site.run(&["check"])), [format!("{FILE}:1:15 K108"), format!("{FILE}:1:19 K411")]);
}

#[test]
fn a_name_that_is_nearly_right_is_told_and_beside_the_right_one_a_stray_one() {
    let site = site("suggestions: [市報]\n");
    site.write("content/search.yml", "suggestions: [広報]\n");
    assert_eq!(told(&site.run(&["check"])), ["content/search.yml:1:1 K101"]);
    site.remove(FILE);
    assert_eq!(told(&site.run(&["check"])), ["content/search.yml:1:1 K112"]);
}

#[test]
fn the_groups_are_published_as_they_were_written() {
    let site = site("synonyms:\n  - [スマートフォン, ｽﾏﾎ]\n");
    site.build(&[]);
    let manifest: serde_json::Value =
        serde_json::from_str(&site.read("public/search/manifest.json")).unwrap();
    assert_eq!(manifest["synonyms"], serde_json::json!([["スマートフォン", "ｽﾏﾎ"]]));
}
