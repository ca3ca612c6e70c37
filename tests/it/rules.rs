//! What is said about mistakes in content, word for word.
//!
//! A folder `tests/fixtures/rules/CODE` or `CODE-VARIANT` is the least that breaks the rule CODE once and nothing else.
//! Its files lie over those of `tests/fixtures/minimal`; the paths in its file `REMOVED` are taken away, those in `RENAMED`
//! get names that no repository can hold (`from -> to`), and `LINKS` are made (`link -> target`). `report.txt` is what
//! `keikaku check` has to say. After a change of words,
//!
//! ```sh
//! KEIKAKU_BLESS=1 cargo test rules
//! ```
//!
//! writes every `report.txt` anew (`KEIKAKU_BLESS=K201` those of one rule), but only from a report that names its own rule
//! once: read them before you commit.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use super::site::{Run, TestSite, project, squeeze};
use super::web::Web;

const RULES: &str = "tests/fixtures/rules";

/// One more than a file may have.
const TOO_LARGE: usize = (1 << 20) + 1;

#[test]
fn every_rule_has_a_folder() {
    let folders: BTreeSet<_> = folders().into_iter().collect();
    let bare: Vec<_> = codes().into_iter().filter(|code| !folders.contains(code)).collect();
    assert!(bare.is_empty(), "no folder in {RULES} for {bare:?}");
}

#[test]
fn every_folder_is_named_after_a_rule() {
    let codes = codes();
    let strangers: Vec<_> = folders().into_iter().filter(|folder| !codes.contains(code(folder))).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn each_folder_breaks_its_rule_once_and_says_so_word_for_word() {
    let flaws: Vec<_> = folders().iter().filter_map(|folder| flaw(folder)).collect();
    assert!(flaws.is_empty(), "{} folders:\n\n{}", flaws.len(), flaws.join("\n\n"));
}

#[test]
fn an_example_breaks_its_rule_and_its_correction_breaks_none() {
    let flaws: Vec<_> = codes().iter().filter_map(|code| flaw_of_example(code)).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n\n"));
}

#[test]
fn every_rule_has_a_meaning_in_both_languages() {
    for code in codes() {
        for language in ["ja", "en"] {
            let section = TestSite::fixture("minimal").run(&["explain", &code, "--lang", language]).stdout;
            let paragraphs: Vec<_> = section.split("\n\n").collect();
            let meaning =
                paragraphs.get(1).and_then(|text| text.rsplit_once("**")).map(|(_, rest)| rest.trim());
            assert!(meaning.is_some_and(|text| text.chars().count() > 20), "{code}: {section}");
            assert!(unfilled(&section).is_empty(), "{section}");
        }
    }
}

#[test]
fn files_of_windows_get_the_same_reports() {
    // What is too large is so by its bytes; a link has none, a name may be unreadable for us too, and the lines of UTF-16 do not end in a byte.
    let by_bytes = |folder: &String| {
        ["K103", "K110", "K114"].contains(&code(folder)) || folder.starts_with("K108-utf-16")
    };
    for folder in folders().iter().filter(|folder| !by_bytes(folder)) {
        let site = broken(folder);
        as_windows_writes(&site, "content");
        assert_eq!(checked(&site, folder).stdout, checked(&broken(folder), folder).stdout, "{folder}");
    }
}

#[test]
fn an_english_site_gets_english_reports() {
    // Where site.yaml itself cannot be read, nobody knows its language.
    let readable = |folder: &&String| !report(folder).contains("content/site.yaml");
    let flaws: Vec<_> = folders().iter().filter(readable).filter_map(|folder| english_flaw(folder)).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n\n"));
}

#[test]
fn an_english_report_word_for_word() {
    let site = broken("K401");
    site.write("content/site.yaml", site.read("content/site.yaml") + "language: en\n");
    let expected = "\
error[K401]: “広報化” is not in content/registers/departments.yaml
 --> content/plan/1.md:4:15
  |
4 | departments: [広報化]
  |               ^^^^^^
  |
help: did you mean “広報課”?
  |
4 - departments: [広報化]
4 + departments: [広報課]
  |
help: mend the name or add it to content/registers/departments.yaml

errors: 1, warnings: 0
";
    assert_eq!(site.run(&["check"]).stdout, expected);
}

#[test]
fn a_site_file_with_a_mistake_still_knows_its_language() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "title: まちづくり計画", "language: en");
    let report = site.run(&["check"]).stdout;
    assert!(report.contains("error[K302]: “title” is missing"), "{report}");
}

#[test]
fn many_mistakes_are_told_at_once_by_path_and_line() {
    let site = TestSite::fixture("many-mistakes");
    let run = site.run(&["check"]);
    let expected = site.read("mistakes.txt");
    assert_eq!(told(&run), expected.lines().collect::<Vec<_>>(), "{}", run.stdout);
    assert_eq!(run.code, 1);
    assert!(!site.path("public").exists());
}

/// Sixty files as clerks make them, with marks of byte order, line ends and parted accents of several systems. The places
/// in `mistakes.txt` are where a clerk would look, written down before the program was asked.
#[test]
fn sixty_broken_files_give_sixty_reports_at_their_places() {
    let site = TestSite::fixture("sixty");
    let run = site.run(&["check"]);
    let expected = site.read("mistakes.txt");
    let files: BTreeSet<_> = expected.lines().map(|line| line.split(':').next()).collect();
    assert_eq!((files.len(), expected.lines().count()), (60, 60));
    assert_eq!(told(&run), expected.lines().collect::<Vec<_>>(), "{}", run.stdout);
}

#[test]
fn a_link_to_a_file_is_judged_beside_other_mistakes_and_one_to_a_page_is_not() {
    let site = TestSite::fixture("minimal");
    let links = "[申請書](/shinsei.pdf)、[広聴](/plan/2.html)、[旧計画](/plan/9.html)、![図](/figure.png)\n";
    site.write("content/pages/about.md", format!("---\ntitle: 案内\n---\n{links}"));
    // 2.html would be there, were it not for the number; the picture lies among the texts.
    site.write("content/plan/2.md", "---\ntitle: 広聴\nnumber: 二の一\n---\n");
    site.write("content/plan/figure.png", "PNG");
    let expected =
        ["content/pages/about.md:4:7 K503", "content/plan/2.md:3:9 K305", "content/plan/figure.png:1:1 K101"];
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn many_mistakes_are_the_same_on_one_thread_and_on_four() {
    let site = TestSite::fixture("many-mistakes");
    let on = |threads| site.run(&["build", "--threads", threads]).stderr;
    assert_eq!(on("1"), on("4"));
}

#[test]
fn a_broken_site_file_hides_no_other_mistake() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "title: まちづくり計画", "labels: {targts: 目標}\nlanguage: jp");
    site.write("content/plan/1.md", "---\ntitle: 広報\nnumber: 1\nsdgs: [\"18\"]\n---\n市民に<br>伝える。\n");
    let mistakes = ["content/plan/1.md:4:8 K403", "content/plan/1.md:6:4 K501", "content/site.yaml:1:1 K302"];
    let of_site = ["content/site.yaml:1:10 K301", "content/site.yaml:2:11 K309"];
    assert_eq!(told(&site.run(&["check"])), [&mistakes[..], &of_site[..]].concat());
}

#[test]
fn an_entry_without_a_name_hides_no_mistake_in_it() {
    let site = TestSite::fixture("minimal");
    let front = "title: 広報\nnumber: 1\nprograms:\n  - departments: [秘書室]\n    actions:\n      - schedule: [{2030: 発行}]\n";
    site.write("content/plan/1.md", format!("---\n{front}---\n"));
    let expected = ["5:5 K302", "5:19 K412", "7:9 K302", "7:21 K409"];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("content/plan/1.md:{at}")));
}

#[test]
fn a_front_matter_in_japanese_is_understood_and_all_of_it_told() {
    let site = TestSite::fixture("minimal");
    let site_file = site.read("content/site.yaml");
    site.write("content/site.yaml", site_file + "labels: {departments: 受持ち}\n");
    site.write("content/registers/departments.yaml", "- {slug: pr, name: 広報課}\n");
    let target = "  - 名称: 公募委員比率\n    目標: 10%異常\n    現状値: {値: 5%, 年度: R6}\n";
    let front = format!("件名: 広報\n番号: ①\n受持ち: [広報化]\nＳＤＧｓ: [5.5.1]\n数値目標:\n{target}");
    site.write("content/plan/1.md", format!("---\n{front}---\n"));
    let keys =
        ["2:1 K301", "3:1 K301", "3:5 K305", "4:1 K301", "4:7 K401", "5:1 K301", "5:8 K413", "6:1 K301"];
    let targets = ["7:5 K301", "8:5 K301", "8:9 K428", "9:5 K301", "9:11 K301", "9:18 K301", "9:22 K307"];
    let expected: Vec<_> = keys.iter().chain(&targets).map(|at| format!("content/plan/1.md:{at}")).collect();
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn a_key_in_japanese_beside_the_right_one_is_only_unknown() {
    let site = TestSite::fixture("minimal");
    site.replace("content/plan/1.md", "number: 1", "number: 1\n番号: 一\n題名: [広報]");
    assert_eq!(told(&site.run(&["check"])), ["content/plan/1.md:4:1 K301", "content/plan/1.md:5:1 K301"]);
}

#[test]
fn names_of_devices_are_no_slugs_and_what_only_begins_like_them_is() {
    let site = TestSite::fixture("minimal");
    let entry = |slug: &&str| format!("- {{slug: {slug}, name: {slug}課}}\n");
    let (reserved, free) = (["aux", "com1", "lpt9"], ["con-1", "com", "com0", "com10", "console", "nul2"]);
    site.write("content/registers/less.yaml", reserved.iter().chain(&free).map(entry).collect::<String>());
    let told = told(&site.run(&["check"])).into_iter().filter(|told| told.ends_with("K320"));
    let expected = [1, 2, 3].map(|line| format!("content/registers/less.yaml:{line}:10 K320"));
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn a_slip_beside_a_name_of_a_register_hides_no_unknown_name() {
    let site = TestSite::fixture("minimal");
    site.write("content/registers/departments.yaml", "- {slug: pr, name: 広報課, yomy: こうほうか}\n");
    site.write("content/plan/1.md", "---\ntitle: 広報\nnumber: 1\ndepartments: [秘書室]\n---\n");
    let expected = ["content/plan/1.md:4:15 K401", "content/registers/departments.yaml:1:25 K301"];
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn each_of_three_bars_upon_another_is_told() {
    let site = TestSite::fixture("minimal");
    let schedule = "schedule: [{2026-2029: 市報, 2026: 準備, 2028: 発行}]";
    site.write(
        "content/plan/1.md",
        format!("---\ntitle: 広報\nnumber: 1\nactions:\n  - name: 市報\n    {schedule}\n---\n"),
    );
    let expected = ["content/plan/1.md:6:32 K410", "content/plan/1.md:6:42 K410"];
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn a_section_without_a_title_hides_no_mistake_in_its_text() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "[取組]", "[施策, 取組]").remove("content/plan/1.md");
    site.write("content/plan/a/_index.md", "---\nnumber: 1\n---\n市民に<br>伝える。\n");
    site.write("content/plan/a/1.md", "---\ntitle: 広報\nnumber: 1\n---\n");
    let expected = ["1:1 K302", "4:4 K501"].map(|at| format!("content/plan/a/_index.md:{at}"));
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn an_unknown_theme_hides_no_mistake_in_the_content() {
    let site = TestSite::fixture("minimal");
    site.write("content/site.yaml", site.read("content/site.yaml") + "theme: summer\n");
    site.replace("content/plan/1.md", "number: 1", "number: one");
    assert_eq!(told(&site.run(&["check"])), ["content/plan/1.md:3:9 K305", "content/site.yaml:6:8 K603"]);
}

#[test]
fn one_bad_entry_of_a_register_is_not_echoed_by_those_who_use_its_name() {
    let site = TestSite::fixture("minimal");
    let register = "- {slug: public-relations, name: 広報課}\n- {slug: CITIZENS, name: 市民課}\n";
    site.write("content/registers/departments.yaml", register);
    site.replace("content/plan/1.md", "number: 1", "number: 1\ndepartments: [広報課, 市民課]");
    assert_eq!(told(&site.run(&["check"])), ["content/registers/departments.yaml:2:10 K310"]);
}

#[test]
fn eight_mistakes_of_one_front_matter_are_eight_reports() {
    let site = TestSite::fixture("minimal");
    site.write("content/registers/departments.yaml", "- {slug: public-relations, name: 広報課}\n");
    let front = "titel: 市民に伝わる広報\nnumber: 1\ndepartments: [広報化, 秘書室]\nvisoin: |\n  市民に伝わる。\nnotse: 市報による\nsdgs: [\"17\"\n";
    let rest = "disclosure:\n  website：true\ntargets:\n  - name: 読者\n    target: 100人\n    year: 29年\n";
    site.write("content/plan/1.md", format!("---\n{front}{rest}---\n市民に伝える。\n"));
    let expected = [
        "2:1 K301",
        "4:15 K401",
        "4:20 K401",
        "5:1 K301",
        "7:1 K301",
        "8:7 K216",
        "10:10 K211",
        "14:11 K307",
    ];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("content/plan/1.md:{at}")));
}

#[test]
fn a_line_that_is_no_yaml_hides_nothing_else_in_its_file() {
    let site = TestSite::fixture("minimal");
    let actions = "actions:\n  - name: \"市報\n    schedule:\n      - 2030: 発行\n  - name: 声: 市民\n    shcedule: []\n";
    site.write(
        "content/plan/1.md",
        format!("---\ntitle: 広報\nnumber: 1\n{actions}---\n市民に<br>伝える。\n"),
    );
    let expected = ["5:11 K208", "7:9 K409", "8:12 K215", "9:5 K301", "11:4 K501"];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("content/plan/1.md:{at}")));
}

#[test]
fn a_bad_entry_of_a_register_hides_no_other() {
    let site = TestSite::fixture("minimal");
    let register = "- {slug: public-relations, name: 広報課\n- {slug: CITIZENS, name: 市民課}\n- slug: personnel\n  name： 人事課\n";
    site.write("content/registers/departments.yaml", register);
    site.replace("content/plan/1.md", "number: 1", "number: 1\ndepartments: [広報課, 市民課, 人事課]");
    let expected = ["1:3 K216", "2:10 K310", "4:7 K211"];
    assert_eq!(
        told(&site.run(&["check"])),
        expected.map(|at| format!("content/registers/departments.yaml:{at}"))
    );
}

#[test]
fn a_bad_line_of_the_site_file_hides_no_other() {
    let site = TestSite::fixture("minimal");
    let organization = "organization: {name: 市\ndescription: 計画: まちづくり\nlanguage: jp";
    site.replace("content/site.yaml", "organization: {name: 市}", organization);
    let expected = ["2:15 K216", "3:16 K215", "4:11 K309"];
    assert_eq!(told(&site.run(&["check"])), expected.map(|at| format!("content/site.yaml:{at}")));
}

#[test]
fn a_line_without_end_is_shown_around_its_mistake() {
    let site = TestSite::fixture("minimal");
    let before = "市".repeat(100_000);
    site.replace("content/plan/1.md", "title: 広報", &format!("title: {before}: {before}"));
    let report = site.run(&["check"]).stdout;
    assert!(report.contains(" --> content/plan/1.md:2:100008"), "{}", report.len());
    assert!(report.len() < 10_000, "{}", report.len());
}

#[test]
fn a_file_of_nothing_but_signs_is_a_mistake_and_no_more() {
    let site = TestSite::fixture("minimal");
    for sign in ["[", "{", "{a: ", "- ", "? ", "\"", "'", "!", "&a ", "*", "|\n", ": ", "a: ", "}", ",", "`"]
    {
        for (before, behind) in [("", "\n"), ("notes: ", "\n"), ("actions:\n  ", "")] {
            let signs = format!("{before}{}{behind}", sign.repeat(3001));
            site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\n{signs}\n---\n"));
            complains_about(&site, "content/plan/1.md");
        }
    }
}

#[test]
fn a_broken_section_is_not_echoed_by_its_initiatives() {
    let large = "-".repeat(TOO_LARGE);
    let broken: [(&[u8], &str); 7] = [
        (b"", "1:1 K104"),
        (b"---\ntitle: [\nnumber: 1\n---\n", "2:8 K216"),
        ("---\ntitle: 施策\n---\n".as_bytes(), "1:1 K302"),
        ("---\ntitle: 施策\nnumber: 一\n---\n".as_bytes(), "3:9 K305"),
        (b"---\ntitle: \x8e\x7b\x8d\xf4\nnumber: 1\n---\n", "2:8 K108"),
        (b"---\ntitle: \xff\xff\nnumber: 1\n---\n", "2:8 K102"),
        (large.as_bytes(), "1:1 K103"),
    ];
    for (index, expected) in broken {
        let site = TestSite::fixture("minimal");
        site.replace("content/site.yaml", "[取組]", "[分野, 施策, 取組]").remove("content/plan/1.md");
        site.write("content/plan/a/_index.md", index);
        site.write("content/plan/a/b/_index.md", "---\ntitle: 施策\nnumber: 1\n---\n");
        site.write("content/plan/a/b/1.md", "---\ntitle: 広報\nnumber: 1\n---\n");
        site.write("content/plan/a/b/2.md", "---\ntitle: 公聴\nnumber: 2\n---\n");
        assert_eq!(told(&site.run(&["check"])), [format!("content/plan/a/_index.md:{expected}")]);
    }
}

#[test]
fn a_site_of_windows_files_has_the_same_pages() {
    let (plain, windows) = (TestSite::koriyama(), TestSite::koriyama());
    as_windows_writes(&windows, "content");
    plain.build(&[]);
    windows.build(&[]);
    for (path, bytes) in plain.files("public") {
        assert!(windows.files("public").get(&path) == Some(&bytes), "{path}");
    }
    assert_eq!(plain.files("public").len(), windows.files("public").len());
}

#[test]
fn an_empty_file_is_a_mistake_of_that_file_alone() {
    let site = TestSite::koriyama();
    // Nothing has to be said of search, nor of addresses.
    let may_be_empty = ["addresses.lock", "redirects.yaml", "search.yaml"];
    let files = site.files("content").into_keys().filter(|path| !may_be_empty.contains(&path.as_str()));
    for path in files.map(|path| format!("content/{path}")) {
        let text = site.read(&path);
        site.write(&path, "");
        complains_about(&site, &path);
        site.write(&path, text);
    }
}

#[test]
fn characters_that_no_page_can_show_are_refused() {
    let with = |character: &str| {
        let initiative = "---\ntitle: 広報\nnumber: 1\nvision: |\n  市民に伝わる。\n---\n市民に伝える。\n";
        ["広報", "伝わる", "伝える"].map(|word| initiative.replace(word, &format!("{word}{character}")))
    };
    for text in with("\0").into_iter().chain(with("\u{1b}[31m")).chain(["\0".repeat(512)]) {
        let site = TestSite::fixture("minimal");
        site.write("content/plan/1.md", &text);
        complains_about(&site, "content/plan/1.md");
    }
}

/// The build ends with mistakes, all of them in this file.
fn complains_about(site: &TestSite, path: &str) {
    let run = site.run(&["build"]);
    let told = told(&run);
    assert_eq!(run.code, 1, "{path}: {}", run.stderr);
    assert!(told.iter().all(|told| told.starts_with(&format!("{path}:"))), "{path}: {told:?}");
    assert!(!told.is_empty() && !run.stderr.contains("panicked"), "{path}: {}", run.stderr);
}

/// What is wrong with a folder's report, if anything is.
fn flaw(folder: &str) -> Option<String> {
    let site = broken(folder);
    let run = checked(&site, folder);
    let said = run.stdout.as_str();
    let told = told(&run);
    let broken = if told.len() != 1 || !told[0].ends_with(code(folder)) {
        format!("tells of {told:?}")
    } else if run.code != i32::from(is_error(said)) || !run.stderr.is_empty() {
        format!("ends with {} and {:?}", run.code, run.stderr)
    } else if site.path("public").exists() {
        "is published".to_owned()
    } else if !unfilled(said).is_empty() {
        format!("leaves a word open: {:?}", unfilled(said))
    } else if is_blessed(folder) {
        fs::write(project().join(RULES).join(folder).join("report.txt"), said).unwrap();
        return None;
    } else if report(folder) != said {
        "is not as in report.txt".to_owned()
    } else {
        return None;
    };
    Some(format!("{folder} {broken}:\n{said}"))
}

/// What is wrong with the example of a rule, which stands in the rule's folder.
fn flaw_of_example(code: &str) -> Option<String> {
    let section = TestSite::fixture("minimal").run(&["explain", code]).stdout;
    let blocks: Vec<Vec<_>> =
        section.split("```\n").skip(1).step_by(2).map(|block| block.lines().collect()).collect();
    let [wrong, right] = blocks.as_slice() else {
        let untold = WITHOUT_EXAMPLE.contains(&code) && blocks.is_empty();
        return (!untold).then(|| format!("{code} has no example"));
    };
    let site = broken(code);
    let mended = site.files("content").into_iter().find_map(|(path, bytes)| {
        let mended = with_lines(std::str::from_utf8(&bytes).ok()?, wrong, right)?;
        Some((format!("content/{path}"), mended))
    });
    let Some((path, mended)) = mended else {
        return Some(format!("{code}: {wrong:?} is in no file of its folder"));
    };
    let told = told(&site.write(&path, mended).run(&["check"]));
    (!told.is_empty()).then(|| format!("{code}: with {right:?} there is still {told:?}"))
}

/// Rules that no lines of text can show: what is wrong is the name, the place, the bytes or the size of a file, a character
/// that nobody can see, or that something is not there at all.
const WITHOUT_EXAMPLE: &[&str] = &[
    "K101", "K102", "K103", "K106", "K107", "K108", "K110", "K111", "K112", "K113", "K114", "K406", "K407",
    "K408", "K412", "K415", "K601", "K602", "K703", "K704", "K705", "K707",
];

/// A text with other lines in the place of some, at the same indentation.
fn with_lines(text: &str, wrong: &[&str], right: &[&str]) -> Option<String> {
    let lines: Vec<_> = text.lines().collect();
    let at = lines.windows(wrong.len()).position(|window| {
        let indentation = window[0].len() - window[0].trim_start_matches(' ').len();
        window.iter().zip(wrong).all(|(line, wrong)| line.get(indentation..).unwrap_or_default() == *wrong)
    })?;
    let indentation = &lines[at][..lines[at].len() - lines[at].trim_start_matches(' ').len()];
    let right: Vec<_> = right.iter().map(|line| format!("{indentation}{line}")).collect();
    let before = lines[..at].iter().map(|line| (*line).to_owned());
    let behind = lines[at + wrong.len()..].iter().map(|line| (*line).to_owned());
    Some(before.chain(right).chain(behind).collect::<Vec<_>>().join("\n") + "\n")
}

fn is_error(report: &str) -> bool {
    report.contains("エラー[")
}

fn is_blessed(folder: &str) -> bool {
    std::env::var("KEIKAKU_BLESS").is_ok_and(|which| which == "1" || which == code(folder))
}

/// What is wrong with a folder's report in English, if anything is.
fn english_flaw(folder: &str) -> Option<String> {
    let site = broken(folder);
    site.write("content/site.yaml", site.read("content/site.yaml") + "language: en\n");
    let said = checked(&site, folder).stdout;
    let words = ["エラー", "警告", "ヒント", "ありませんか"].iter().any(|word| said.contains(word));
    let japanese = words || said.lines().filter_map(title).any(|title| unquoted(title).contains(is_kana));
    let own = format!("{}]: ", code(folder));
    let names_its_rule = said.lines().filter_map(title).any(|title| title.starts_with(&own));
    (japanese || !names_its_rule || !unfilled(&said).is_empty()).then(|| format!("{folder}:\n{said}"))
}

/// A sentence without what it quotes from a file: “…”, (…), and paths.
fn unquoted(sentence: &str) -> String {
    let mut depth = 0;
    let mut plain = String::new();
    let words = sentence.split(' ').filter(|word| !word.starts_with("content/"));
    for c in words.flat_map(str::chars) {
        depth += i32::from(matches!(c, '“' | '(')) - i32::from(matches!(c, '”' | ')'));
        plain.extend((depth == 0).then_some(c));
    }
    plain
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ヿ')
}

/// The report of a folder as it stands in the project.
fn report(folder: &str) -> String {
    fs::read_to_string(project().join(RULES).join(folder).join("report.txt")).unwrap_or_default()
}

/// The site that breaks a folder's rule.
pub fn broken(folder: &str) -> TestSite {
    let site = TestSite::fixture("minimal");
    site.lay(&format!("rules/{folder}"));
    if site.path("REMOVED").exists() {
        site.read("REMOVED").lines().for_each(|path| _ = site.remove(path));
    }
    for (from, to) in pairs(&site, "RENAMED") {
        fs::rename(site.path(&from), site.path(&to)).unwrap();
    }
    for (link, target) in pairs(&site, "LINKS") {
        site.link(&target, &link);
    }
    if folder == "K114" {
        // 資料.md in Shift_JIS, as old archives have it.
        let name = OsStr::from_bytes(b"\x8e\x91\x97\xbf.md");
        fs::rename(site.path("content/plan/2.md"), site.path("content/plan").join(name)).unwrap();
    }
    if folder == "K103" {
        // A megabyte is no fixture.
        site.write("content/plan/1.md", "-".repeat(TOO_LARGE));
    }
    site
}

/// What is said about a folder's site. The rules K7xx are broken by what the web says.
fn checked(site: &TestSite, folder: &str) -> Run {
    if folder.starts_with("K7") {
        site.run_with(&["check", "--links"], &Web::new().environment())
    } else {
        site.run(&["check"])
    }
}

/// The two paths of each line of a list `from -> to`.
fn pairs(site: &TestSite, list: &str) -> Vec<(String, String)> {
    let lines = if site.path(list).exists() { site.read(list) } else { String::new() };
    lines
        .lines()
        .filter_map(|line| line.split_once(" -> "))
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .collect()
}

/// Every mistake that a run tells of, in its order, as `path:line:column CODE`.
pub fn told(run: &Run) -> Vec<String> {
    let mut lines = run.stdout.lines().chain(run.stderr.lines());
    let mut told = Vec::new();
    while let Some(line) = lines.next() {
        if let Some((code, _)) = title(line).and_then(|title| title.split_once("]: ")) {
            let place = lines.find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or("nowhere");
            told.push(format!("{place} {code}"));
        }
    }
    told
}

/// What stands behind the name of a severity where a diagnostic begins: `K401]: …`.
fn title(line: &str) -> Option<&str> {
    let severities = ["エラー[", "警告[", "お知らせ[", "error[", "warning[", "note["];
    severities.iter().find_map(|severity| line.strip_prefix(severity))
}

/// Lines that show the name of a word instead of the word: `{key}`.
fn unfilled(report: &str) -> Vec<&str> {
    let labels = ["エラー", "警告", "ヒント", "error", "warning", "help"];
    let sentences = report.lines().filter(|line| labels.iter().any(|label| line.starts_with(label)));
    sentences.filter(|line| line.split('{').skip(1).any(opens_with_a_name)).collect()
}

fn opens_with_a_name(text: &str) -> bool {
    let name = text.split_once('}').map_or("", |(name, _)| name);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())
}

/// Gives every file of a folder Windows' line ends, and a byte order mark if it is UTF-8.
fn as_windows_writes(site: &TestSite, folder: &str) {
    for (path, bytes) in site.files(folder) {
        let mark = if str::from_utf8(&bytes).is_ok() { "\u{feff}" } else { "" };
        let lines: Vec<_> = bytes.split(|byte| *byte == b'\n').collect();
        site.write(&format!("{folder}/{path}"), [mark.as_bytes(), &lines.join(&b"\r\n"[..])].concat());
    }
}

/// The folders of `tests/fixtures/rules`, in order.
pub fn folders() -> Vec<String> {
    let entries = fs::read_dir(project().join(RULES)).unwrap();
    let mut folders: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    folders
}

/// The rule that a folder is about.
fn code(folder: &str) -> &str {
    &folder[..4]
}

/// The codes of all rules, read out of the source.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(project().join("src/diagnostic/rules")).unwrap() {
        let text = squeeze(&fs::read_to_string(entry.unwrap().path()).unwrap());
        let rules = text.split(": Rule = Rule { code: \"").skip(1);
        let found: Vec<_> = rules.map(|rule| rule[..4].to_owned()).collect();
        assert_eq!(found.len(), text.matches(": Rule = ").count(), "a rule without a code");
        codes.extend(found);
    }
    codes
}
