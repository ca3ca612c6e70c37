//! A build makes only those pages again that are made of something else than the last time, and gives what a first one would.

use std::fs;

use crate::site::TestSite;

const STAFFING: &str = "content/plan/1-dx/1-organization/2-staffing.md";

/// An edit: a file, what of it is changed, and into what.
type Edit = (&'static str, &'static str, &'static str);

/// Edits a city's site step by step and holds what each build leaves against what a first build gives.
fn check(edits: &[Edit]) {
    let site = TestSite::koriyama();
    site.build(&[]);
    for (nth, (file, from, to)) in edits.iter().enumerate() {
        site.replace(file, from, to).build(&[]);
        let clean = format!("clean-{nth}");
        site.build(&["--output", &clean]);
        let (found, expected) = (site.files("public"), site.files(&clean));
        let differ: Vec<_> =
            expected.iter().filter(|(path, bytes)| found.get(*path) != Some(*bytes)).collect();
        assert!(differ.is_empty(), "{file}: {:?}", differ.iter().map(|(path, _)| path).collect::<Vec<_>>());
        assert_eq!(found.len(), expected.len(), "{file}");
        let memo = |folder: &str| site.read(&format!("{folder}/.keikaku/memo"));
        assert!(memo("public") == memo(&clean), "{file}: the memo is that of another state");
        fs::remove_dir_all(site.path(&clean)).unwrap();
    }
}

#[test]
fn after_an_edit_of_an_initiative() {
    check(&[
        (STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理"),
        (STAFFING, "少子高齢化が進み", "少子化が進み"),
        (STAFFING, "技能労務職員の退職者不補充", "退職者の補充の見直し"),
        (STAFFING, "targets:\n", "targets:\n  - {name: 職員の数, target: 100人, baseline: 90人}\n"),
        (STAFFING, "2026-2029: 情報発信力強化", "2027-2028: 情報発信力強化"),
    ]);
}

#[test]
fn after_an_edit_of_what_an_initiative_belongs_to() {
    check(&[
        (STAFFING, "departments: [人事課]", "departments: [人事課, 市民課]"),
        (STAFFING, "less: [カウンターレス, ペーパーレス]", "less: [ファイルレス]"),
        (STAFFING, "vision: |", "sdgs: [\"5.5\", \"17.10\"]\nvision: |"),
        (STAFFING, "number: 2", "number: 4"),
    ]);
}

#[test]
fn after_an_edit_of_what_pages_have_in_common() {
    check(&[
        ("content/site.yaml", "title: 郡山市 実施計画", "title: 郡山市 計画"),
        ("content/site.yaml", "numbering: circled", "numbering: plain"),
        ("content/site.yaml", "  less: 5レス", "  less: 五つのレス"),
        ("content/registers/less.yaml", "市役所の窓口に行かなくても", "窓口に行かなくても"),
        ("content/plan/1-dx/1-organization/_index.md", "title: ", "title: 新しい"),
        ("content/pages/about.md", "title: ", "title: 新しい"),
    ]);
}

/// Of a theme of one's own nothing is known.
#[test]
fn after_an_edit_of_a_theme_that_shows_other_initiatives() {
    let site = TestSite::koriyama();
    let template = "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{{ initiatives[1].title }}{% endblock main %}\n";
    site.replace("content/site.yaml", "theme: default", "theme: own");
    site.write("themes/own/templates/term.html", template).build(&[]);
    site.replace(STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理").build(&[]);
    assert!(site.read("public/departments/citizens.html").contains("無理のない定員管理"));
    site.replace("themes/own/templates/term.html", "<h1>", "<h1 class=\"large\">").build(&[]);
    assert!(site.read("public/departments/citizens.html").contains("<h1 class=\"large\">"));
}

/// A memo is no manifest: whatever it says, what is there is looked at.
#[test]
fn a_spoilt_page_or_memo_is_made_anew() {
    let site = TestSite::fixture("three-years");
    let expected = site.build(&[]).files("public");
    site.write("public/index.html", "spoilt").build(&[]);
    site.write("public/.keikaku/memo", "0  0  index.html\n\u{0}\n").build(&[]);
    site.remove("public/plan/1.html").build(&[]);
    assert!(site.files("public") == expected);
}
