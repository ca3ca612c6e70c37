//! The pages on accessibility: what site.yaml says, the nine items of JIS X 8341-3:2016 JB.3.1, and no more than was tested.

use crate::published::{Published, all, inside, main_text, only, text};
use crate::site::{TestSite, attributes, texts};

const POLICY: &str = "accessibility.html";
const TEST: &str = "accessibility-test.html";

fn town() -> Published {
    Published::of(TestSite::fixture("english").build(&[]))
}

#[test]
fn a_site_that_says_nothing_of_accessibility_has_no_page_of_it() {
    let site = Published::of(TestSite::fixture("minimal").build(&[]));
    assert!(!site.has(POLICY) && !site.has(TEST));
    assert!(!site.text("index.html").contains("アクセシビリティ"));
}

#[test]
fn both_pages_stand_at_the_foot_of_every_page_behind_the_documents() {
    let site = Published::koriyama();
    let foot = texts(&site.page("plan/1-1-1.html"), "footer nav a");
    let expected = [
        "このサイトについて",
        "ウェブアクセシビリティ方針",
        "ウェブアクセシビリティ試験結果",
        "印刷用の冊子",
        "データ",
    ];
    assert_eq!(foot, expected);
}

#[test]
fn the_policy_has_what_a_policy_needs() {
    let page = Published::koriyama().page(POLICY);
    let headings = [
        "対象範囲",
        "目標とする適合レベルと対応度",
        "目標を達成する期限",
        "例外事項",
        "追加する達成基準",
        "担当部署",
        "取り組んでいること",
        "現時点で把握している問題点と今後の対応",
        "試験の結果",
    ];
    assert_eq!(texts(&page, "main h2"), headings);
    let words = main_text(&page);
    assert!(words.contains("のレベルAAに準拠することを目標とします。"), "{words}");
    assert_eq!(words.matches("まだ定めていません。").count(), 3, "{words}");
}

#[test]
fn what_is_decided_is_said_and_what_is_not_is_not_made_up() {
    let site = town();
    let page = site.page(POLICY);
    let words = main_text(&page);
    assert_eq!(text(only(&page, "time[datetime='2027-03-31']")), "31 March 2027");
    assert!(words.contains("There are no exceptions.") && words.contains("Office of the Mayor"), "{words}");
    assert!(!words.contains("Not decided yet"), "{words}");
    assert_eq!(attributes(&page, "main a[href='plan/1-2.html']", "href").len(), 1);
}

#[test]
fn without_a_test_there_is_a_policy_alone() {
    let site = TestSite::fixture("minimal");
    let file = "content/site.yaml";
    site.write(
        file,
        site.read(file) + "accessibility: {level: A, conformance: 配慮, exceptions: [古い地図]}\n",
    );
    let site = Published::of(site.build(&[]));
    assert!(!site.has(TEST));
    let words = main_text(&site.page(POLICY));
    assert!(words.contains("のレベルAに配慮することを目標とします。"), "{words}");
    assert!(words.contains("古い地図") && words.contains("試験は、まだ行っていません。"), "{words}");
}

#[test]
fn the_nine_items_of_the_standard_stand_in_their_order() {
    let page = Published::koriyama().page(TEST);
    let headings = texts(&page, "main h2");
    let items = [
        "1. 表明日",
        "2. 規格の規格番号及び改正年",
        "3. 満たしている適合レベル",
        "4. 対象となるウェブページに関する簡潔な説明",
        "5. 依存したウェブコンテンツ技術のリスト",
        "6. 試験対象のウェブページを選択した方法及び選択したウェブページ数",
        "7. 試験を行ったウェブページのURI",
        "8. 達成基準チェックリスト",
        "9. 試験実施期間",
    ];
    assert_eq!(headings[..9], items);
    assert_eq!(text(all(&page, "time[datetime='2026-11-22']")[0]), "2026（令和8）年11月22日");
}

#[test]
fn every_criterion_is_a_row_and_those_of_which_nothing_is_said_are_untested() {
    let site = town();
    let page = site.page(TEST);
    let rows: Vec<Vec<_>> = all(&page, ".checklist tbody tr")
        .into_iter()
        .map(|row| inside(row, "th, td").into_iter().map(text).collect())
        .collect();
    assert_eq!(rows.len(), 38);
    let row = |number: &str| rows.iter().find(|row| row[0].starts_with(number)).unwrap().join(" / ");
    assert_eq!(
        row("1.1.1"),
        "1.1.1 Non-text Content / A / Applies / Not met / Some maps have no description."
    );
    assert!(row("1.2.1").ends_with("/ A / Does not apply / Not applicable / None"));
    assert!(row("3.1.1").ends_with("/ A / Applies / Met / None"));
    assert_eq!(row("4.1.2"), "4.1.2 Name, Role, Value / A / Not determined / Not tested / None");
    assert_eq!(texts(&page, ".numbers dd"), ["38", "1", "1", "1", "35"]);
}

#[test]
fn a_level_is_claimed_when_every_criterion_of_it_was_found_met_and_not_before() {
    let rows = all(&Published::koriyama().page(TEST), ".checklist tbody tr")
        .into_iter()
        .map(|row| inside(row, "th, td").into_iter().map(text).take(2).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    let claim = |is_met: &dyn Fn(&str) -> bool| {
        let met = rows.iter().filter(|row| is_met(&row[1])).filter_map(|row| row[0].split(' ').next());
        let criteria: Vec<_> = met.map(|number| format!("      {number}: 適合")).collect();
        let site = TestSite::fixture("minimal");
        let test =
            "accessibility:\n  test:\n    stated: 2026-11-22\n    began: 2026-11-20\n    ended: 2026-11-22\n";
        let text = site.read("content/site.yaml") + test + "    criteria:\n" + &criteria.join("\n") + "\n";
        site.write("content/site.yaml", text);
        let page = Published::of(site.build(&[])).page(TEST);
        main_text(&page)
    };
    assert!(claim(&|_| true).contains("レベルAAの達成基準のすべてについて"));
    assert!(claim(&|level| level == "A").contains("レベルAの達成基準のすべてについて"));
    assert!(claim(&|level| level == "AA").contains("表明しません"));
    assert!(
        main_text(&Published::koriyama().page(TEST)).contains("レベルA以上を満たしているとは表明しません")
    );
}

#[test]
fn pages_that_were_tested_are_named_by_their_whole_addresses() {
    let site = town();
    let page = site.page(TEST);
    let base = "https://plan.greenford.example/";
    let expected = ["", "plan/", "plan/1-1.html"].map(|path| format!("{base}{path}"));
    assert_eq!(texts(&page, ".tested a"), expected);
    assert_eq!(attributes(&page, ".tested a", "href"), ["index.html", "plan/index.html", "plan/1-1.html"]);
}

#[test]
fn no_document_takes_the_address_of_these_pages() {
    let site = TestSite::koriyama();
    site.write("content/pages/accessibility.md", "---\ntitle: 別のページ\n---\n本文\n");
    let report = site.run(&["check"]).stdout;
    assert!(report.contains("K601") && report.contains("accessibility.html"), "{report}");
}
