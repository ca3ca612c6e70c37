//! The one form of what editors write: what `keikaku fmt` changes, what it leaves, and that the plan stays what it was.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::rules;
use super::site::{Run, TestSite, project_file};

const FILE: &str = "content/plan/1.md";

/// An initiative as it was written, and as it is after `fmt`.
fn formed(front: &str) -> String {
    let site = TestSite::fixture("minimal");
    site.write(FILE, format!("---\n{front}---\n本文  \n"));
    let run = site.run(&["fmt"]);
    assert_eq!(run.code, 0, "{front}\n{run:?}");
    let text = site.read(FILE);
    assert_eq!(site.run(&["fmt", "--check"]).code, 0, "{text}");
    text.strip_prefix("---\n").unwrap().strip_suffix("---\n本文  \n").unwrap().to_owned()
}

#[test]
fn every_dress_becomes_one() {
    for (written, form) in [
        // The order of keys.
        ("number: 1\ntitle: a\n", "title: a\nnumber: 1\n"),
        ("- b\n", "- b\n"),
        // Spaces.
        ("title:   a   \nnumber :  1\n", "title: a\nnumber: 1\n"),
        ("title:\n  a\nnumber: 1\n", "title: a\nnumber: 1\n"),
        ("less: [ ]\nsdgs: [ \"17\" ,8.10]\n", "less: []\nsdgs: [\"17\", 8.10]\n"),
        // Lists and maps.
        ("less:\n- a\n-   b\n", "less:\n  - a\n  - b\n"),
        ("less: [\n  a,\n  b\n]\n", "less:\n  - a\n  - b\n"),
        ("less: [\n]\n", "less: []\n"),
        (
            "targets:\n-   target: 5人\n    name: a\n-\n  text: b\n",
            "targets:\n  - name: a\n    target: 5人\n  - text: b\n",
        ),
        ("targets: [{target: 5人,name: a}]\n", "targets: [{name: a, target: 5人}]\n"),
        (
            "disclosure:\n      other: [a]\n      website: true\n",
            "disclosure:\n  website: true\n  other: [a]\n",
        ),
        // Quotes.
        ("title: '広報'\n\"number\": 1\n", "title: 広報\nnumber: 1\n"),
        ("'''ｎｏｔｅｓ''': a\n", "\"'ｎｏｔｅｓ'\": a\n"),
        ("notes: 'a: b'\n", "notes: \"a: b\"\n"),
        ("notes: \"1.05\"\n", "notes: \"1.05\"\n"),
        ("notes: \"\\\"a\\\" # b\"\n", "notes: '\"a\" # b'\n"),
        ("notes: \"a\\nb\"\n", "notes: \"a\\nb\"\n"),
        // Empty lines.
        ("\n\ntitle: a\n\n\n\nnumber: 1\n\n", "title: a\n\nnumber: 1\n"),
        // Texts.
        ("vision: |\n     a\n\n       b  \n", "vision: |\n  a\n\n    b  \n"),
        ("vision: |2\n    a\n   b\n", "vision: |2\n    a\n   b\n"),
        ("vision: >-   # c\n   a\n   b\n\n", "vision: >- # c\n  a\n  b\n"),
        ("vision: \"a\n\n        b\"\n", "vision: \"a\n\n  b\"\n"),
        ("vision: |\n\n\nnumber: 1\n", "number: 1\nvision: |\n"),
        ("targets:\n- | # c\n  a\n- >\n\n  b\n", "targets:\n  - | # c\n    a\n  - >\n\n    b\n"),
        ("vision: a\n    b\n", "vision: a\n  b\n"),
        // What other keys are called stays, and unknown ones keep their neighbour.
        ("備考: a\n所管課: [b]\n", "所管課: [b]\n備考: a\n"),
        ("number: 1\ntitel: a\ntitle: b\n", "title: b\nnumber: 1\ntitel: a\n"),
    ] {
        assert_eq!(formed(written), form, "{written}");
    }
}

#[test]
fn slips_of_which_only_one_thing_can_have_been_meant_are_mended() {
    for (written, form) in [
        ("title：広報\nnumber:1\n", "title: 広報\nnumber: 1\n"),
        ("title\u{3000}：\u{3000}広報\nnumber: 1\n", "title: 広報\nnumber: 1\n"),
        ("title：広報\n\u{3000}number: 1\n", "title: 広報\nnumber: 1\n"),
        (
            "disclosure:\n\u{3000}website: true\n\u{3000}other: [a]\n",
            "disclosure:\n  website: true\n  other: [a]\n",
        ),
        (
            "targets:\n\u{3000}- name：読者\n\u{3000}\u{3000}target：10件\n",
            "targets:\n  - name: 読者\n    target: 10件\n",
        ),
        ("less:\n  ・a\n  －b\n  -c\n", "less:\n  - a\n  - b\n  - c\n"),
        ("title: “広報”\n", "title: 広報\n"),
        ("number: １\nｔｉｔｌｅ: a\n", "title: a\nnumber: 1\n"),
        (
            "actions:\n  - name: a\n    schedule:\n      - ２０２６－２０２９: b\n",
            "actions:\n  - name: a\n    schedule:\n      - 2026-2029: b\n",
        ),
        ("targets: [{name：a, target：3件}]\n", "targets: [{name: a, target: 3件}]\n"),
        (
            "vision: ｜\n  DX：進める\n\n  # 窓口\nnotes: ＞－ # 注\n  b\n",
            "vision: |\n  DX：進める\n\n  # 窓口\nnotes: >- # 注\n  b\n",
        ),
        ("vision: ｜\n  DX: 進める\n  number: 2\n", "vision: |\n  DX: 進める\n  number: 2\n"),
        ("title：a\nnumber: 1\nvision：｜\n  \"b\n", "title: a\nnumber: 1\nvision: |\n  \"b\n"),
        ("targets:\n  - ｜\n    a\n", "targets:\n  - |\n    a\n"),
        ("targets: [{name: a, target: 3,386件}]\n", "targets: [{name: a, target: \"3,386件\"}]\n"),
    ] {
        assert_eq!(formed(written), form, "{written}");
    }
}

#[test]
fn what_may_have_been_meant_otherwise_stays() {
    // はい, 第一 and a key by its Japanese name are no slips of width; a sentence may have a colon.
    let front = "title: a\nnumber: 第一\ndisclosure:\n  website: はい\nvision: ｜a\ntargets:\n  - 読者：10件以上\n備考: b\n";
    assert_eq!(formed(front), front);
}

#[test]
fn comments_go_with_what_they_are_about() {
    let written = "\
# 頭

number: 1 # 番号
# 題名は
# ２行
title: a

targets: # 目標
- target: 5人   # 値
  # 名前
  name: b
  # results: {2026: 4人}
# 終わりから二番目
less: [ # 一
  c, # 二

  # 三
  d
  # 四
]
# 終わり
";
    let form = "\
# 頭

# 題名は
# ２行
title: a
number: 1 # 番号
# 終わりから二番目
less: # 一
  - c # 二

  # 三
  - d
  # 四

targets: # 目標
  # 名前
  - name: b
    target: 5人 # 値
    # results: {2026: 4人}
# 終わり
";
    assert_eq!(formed(written), form);
}

#[test]
fn a_comment_that_an_empty_line_parts_from_the_next_key_stays_below_its_own() {
    for (written, form) in [
        (
            "number: 1\ndepartments: [b]\n# ↑ bは要確認\n\ntitle: a\n",
            "title: a\nnumber: 1\ndepartments: [b]\n# ↑ bは要確認\n",
        ),
        (
            "vision: |\n  a\n # 字下げ\nnumber: 1\nactions: []\n",
            "number: 1\nvision: |\n  a\n# 字下げ\n\nactions: []\n",
        ),
        ("vision: |\n  a\n # 字下げ\n", "vision: |\n  a\n# 字下げ\n"),
        (
            "less:\n  - b\n  # 二つ目\n# 全体\n\ntitle: a\n# 番号\nnumber: 1\n",
            "title: a\n# 番号\nnumber: 1\nless:\n  - b\n  # 二つ目\n# 全体\n",
        ),
    ] {
        assert_eq!(formed(written), form, "{written}");
    }
}

#[test]
fn registers_and_the_sites_own_file_have_a_form_too() {
    let site = TestSite::fixture("minimal");
    site.write("content/registers/less.yaml", "# 区分\n- {name: a,slug: b}\n-   name: c\n    slug: d\n\n\n");
    site.write("content/search.yaml", "suggestions: [ a ]\nsynonyms:\n- [b,c]");
    site.write("content/redirects.yaml", "b.html:   plan/1.html\na.html：plan/1.html\n");
    site.write("content/site.yaml", "levels: [取組]\n".to_owned() + "title: 計画\nperiod: 2026-2029\n");
    site.run(&["fmt"]);
    assert_eq!(
        site.read("content/registers/less.yaml"),
        "# 区分\n- {slug: b, name: a}\n- slug: d\n  name: c\n"
    );
    assert_eq!(site.read("content/search.yaml"), "synonyms:\n  - [b, c]\nsuggestions: [a]\n");
    // The order of addresses is the editors' own.
    assert_eq!(site.read("content/redirects.yaml"), "b.html: plan/1.html\na.html: plan/1.html\n");
    assert_eq!(site.read("content/site.yaml"), "title: 計画\nperiod: 2026-2029\nlevels: [取組]\n");
}

#[test]
fn a_file_of_windows_stays_one_and_its_body_stays_byte_for_byte() {
    let site = TestSite::fixture("minimal");
    let body = "# 見出し  \r\n　本文\r行\n\n\n終わり";
    site.write(FILE, format!("\u{feff}---\r\nnumber:  1\r\ntitle：か\u{3099}\r\n--- \r\n{body}"));
    assert_eq!(site.run(&["fmt"]).code, 0);
    assert_eq!(site.read(FILE), format!("\u{feff}---\r\ntitle: か\u{3099}\r\nnumber: 1\r\n---\r\n{body}"));
}

#[test]
fn a_file_ends_with_one_line_end() {
    let site = TestSite::fixture("minimal");
    site.write(FILE, "---\ntitle: a\nnumber: 1\n---").write("content/search.yaml", "suggestions: [a]");
    site.write("content/registers/less.yaml", "- {slug: a, name: b}\n\n\n");
    assert_eq!(site.run(&["fmt"]).code, 0);
    assert_eq!(site.read(FILE), "---\ntitle: a\nnumber: 1\n---\n");
    assert_eq!(site.read("content/search.yaml"), "suggestions: [a]\n");
    assert_eq!(site.read("content/registers/less.yaml"), "- {slug: a, name: b}\n");
}

#[test]
fn what_cannot_be_read_is_left_and_told_and_the_rest_is_formed() {
    let site = TestSite::fixture("minimal");
    let shift_jis = b"---\r\ntitle:   \x8es\x96\xaf\r\nnumber: 2\r\n---\r\n";
    let broken = "---\ntitle: \"a\nnumber:   3\n---\n";
    site.write(FILE, "---\nnumber: 1\ntitle: a\n---\n");
    site.write("content/plan/2.md", shift_jis).write("content/plan/3.md", broken);
    let run = site.run(&["fmt"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(rules::told(&run), ["content/plan/2.md:2:10 K108", "content/plan/3.md:2:8 K208"]);
    assert_eq!(site.read("content/plan/3.md"), broken);
    assert_eq!(fs::read(site.path("content/plan/2.md")).unwrap(), shift_jis);
    assert_eq!(site.read(FILE), "---\ntitle: a\nnumber: 1\n---\n");
}

#[test]
fn of_what_cannot_be_read_only_what_fmt_cannot_mend_is_told() {
    for (front, expected) in [
        // The bracket alone; the colons and the space are mended once it is closed.
        ("title：広報\nnumber:１\ndepartments: [広報課\n", ["4:14 K216"].as_slice()),
        // A mistake that stands behind one of these is told where it lies in the file as it is.
        ("title: 広報\n\u{3000}number：1\nnotes：\u{3000}\"市報\n", &["4:8 K208"]),
        ("title: “広報”\n\u{3000}number：1\n\u{3000}notes：@市報\n", &["4:8 K219"]),
        ("title：広報\nnumber: 1\n&a less：a\n", &["4:1 K202"]),
        // が as two characters is one to who reads.
        ("title：が\nvision: か\u{3099}か\u{3099}\nnotes：{か\u{3099}: か\u{3099}, a: @}\n", &["4:17 K219"]),
    ] {
        let site = TestSite::fixture("minimal");
        let file = format!("---\n{front}---\n");
        site.write(FILE, &file);
        let run = site.run(&["fmt"]);
        let expected: Vec<_> = expected.iter().map(|at| format!("{FILE}:{at}")).collect();
        assert_eq!((run.code, rules::told(&run)), (1, expected), "{front}\n{run:?}");
        assert!(run.stderr.contains("もう一度 keikaku fmt を実行してください"), "{run:?}");
        assert_eq!(site.read(FILE), file);
    }
}

#[test]
fn a_check_writes_nothing() {
    let site = TestSite::fixture("minimal");
    site.write(FILE, "---\nnumber: 1\ntitle: a\n---\n");
    let before = site.files("");
    let run = site.run(&["fmt", "--check"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert!(run.stdout.starts_with("content/plan/1.md:2\n  - number: 1\n  + title: a\n"), "{}", run.stdout);
    assert!(site.files("") == before);
}

#[test]
fn files_that_are_named_are_formed_and_no_others() {
    let site = TestSite::fixture("minimal");
    let front = "---\nnumber: 1\ntitle: a\n---\n";
    site.write(FILE, front).write("content/plan/2.md", front).write("content/plan/memo.txt", "a");
    assert_eq!(site.run(&["fmt", "content/../content/plan/2.md"]).code, 0);
    assert_eq!(site.read(FILE), front);
    assert_ne!(site.read("content/plan/2.md"), front);
    for other in
        ["content/plan/memo.txt", "content/plan/4.md", "content/static", "public", "/etc/hosts", "/etc"]
    {
        let run = site.run(&["fmt", other]);
        assert_eq!(run.code, 2, "{other}: {run:?}");
    }
}

#[test]
fn a_folder_stands_for_the_files_in_it() {
    let site = TestSite::fixture("minimal");
    let front = "---\nnumber: 1\ntitle: a\n---\n";
    let paths = ["content/plan/1-a/_index.md", "content/plan/1-a/2-b/3.md", "content/plan/1-ab/_index.md"];
    for path in paths {
        site.write(path, front);
    }
    let run = site.run(&["fmt", "content/plan/1-a/", "content/plan/1-a/2-b/3.md"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(paths.map(|path| site.read(path) == front), [false, false, true]);
    assert_eq!(site.run(&["fmt", "."]).code, 0);
    assert_ne!(site.read(paths[2]), front);
}

#[test]
fn of_two_spellings_of_one_name_the_first_is_formed() {
    let site = TestSite::fixture("minimal");
    let front = "---\nnumber: 1\ntitle: a\n---\n";
    let (whole, parts) = ("content/plan/1-が.md", "content/plan/1-か\u{3099}.md");
    site.write(whole, front).write(parts, front);
    let run = site.run(&["fmt"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(
        (site.read(parts).as_str(), site.read(whole).as_str()),
        ("---\ntitle: a\nnumber: 1\n---\n", front)
    );
}

#[test]
fn what_cannot_be_written_keeps_nothing_else_from_being_told() {
    let site = TestSite::fixture("minimal");
    let front = "---\nnumber: 1\ntitle: a\n---\n";
    site.write("content/plan/1-a/_index.md", front).write("content/plan/2-b/_index.md", front);
    site.write("content/plan/3.md", "---\ntitle: \"a\n---\n");
    let folder = site.path("content/plan/1-a");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Who may do everything writes there all the same.
    let may_write = fs::write(folder.join(".a"), "").is_ok();
    let run = site.run(&["fmt"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run.code, if may_write { 1 } else { 2 }, "{run:?}");
    assert_ne!(site.read("content/plan/2-b/_index.md"), front);
    assert_eq!(rules::told(&run), ["content/plan/3.md:2:8 K208"]);
    assert_eq!(run.stdout.contains("、書き込めなかったファイル 1 件"), !may_write, "{run:?}");
}

#[test]
fn rights_stay_and_links_are_not_followed() {
    let site = TestSite::fixture("minimal");
    let front = "---\nnumber: 1\ntitle: a\n---\n";
    site.write(FILE, front).write("content/static/2.md", front).link("../static/2.md", "content/plan/2.md");
    fs::set_permissions(site.path(FILE), fs::Permissions::from_mode(0o664)).unwrap();
    assert_eq!(site.run(&["fmt"]).code, 0);
    assert_eq!(fs::metadata(site.path(FILE)).unwrap().permissions().mode() & 0o777, 0o664);
    assert_eq!(site.read("content/static/2.md"), front);
    assert!(site.path("content/plan/2.md").is_symlink());
    assert_ne!(site.read(FILE), front);
}

#[test]
fn the_order_of_keys_is_that_of_the_documentation() {
    let in_map = |keys: &[String], indentation: &str| {
        keys.iter().flat_map(|key| [indentation, key, ": x\n"]).collect::<String>()
    };
    for (heading, nth, path, before, indentation) in [
        ("## site.yaml", 0, "content/site.yaml", "", ""),
        ("### accessibility", 0, "content/site.yaml", "accessibility:\n", "  "),
        ("### accessibility", 1, "content/site.yaml", "accessibility:\n  test:\n", "    "),
        ("## registers/", 0, "content/registers/less.yaml", "-\n", "  "),
        ("## search.yaml", 0, "content/search.yaml", "", ""),
        ("## An initiative", 0, FILE, "---\n", ""),
        ("### disclosure", 0, FILE, "---\ndisclosure:\n", "  "),
        ("### targets", 0, FILE, "---\ntargets:\n  -\n", "    "),
        ("### programs", 0, FILE, "---\nprograms:\n  -\n", "    "),
    ] {
        let keys = documented(heading, nth);
        assert!(keys.len() > 2, "{heading}: {keys:?}");
        let reversed: Vec<_> = keys.iter().rev().cloned().collect();
        let site = TestSite::fixture("minimal");
        let end = if path == FILE { "---\n" } else { "" };
        site.write(path, format!("{before}{}{end}", in_map(&reversed, indentation)));
        let run = site.run(&["fmt"]);
        let written = site.read(path);
        let found: Vec<_> = written
            .lines()
            .filter_map(|line| line.trim_start_matches(['-', ' ']).strip_suffix(": x"))
            .collect();
        assert_eq!(found, keys, "{heading}: {run:?}");
    }
}

/// The keys of a table of docs/content.md, the nth below a heading.
fn documented(heading: &str, nth: usize) -> Vec<String> {
    let text = project_file("docs/content.md");
    let section = &text[text.find(&format!("\n{heading}")).unwrap() + 1..];
    let mut tables = section.split("\n|---").skip(1);
    let rows = tables.nth(nth).unwrap().lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn the_projects_own_plan_is_in_the_form() {
    let run = TestSite::koriyama().run(&["fmt", "--check"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}

#[test]
fn the_plan_is_the_same_before_and_after() {
    let fixtures = ["english", "many-mistakes", "minimal", "one-level", "sixty", "three-years"];
    for fixture in fixtures.into_iter().map(TestSite::fixture).chain([disordered()]) {
        let before = fixture.run(&["build"]);
        let published = if before.code == 0 { fixture.files("public") } else { BTreeMap::new() };
        let checked = fixture.run(&["check"]);
        is_formed_once(&fixture);
        assert!(tells_no_more(&checked, &fixture.run(&["check"])), "{checked:?}");
        if before.code == 0 {
            fixture.build(&["--output", "again"]);
            assert!(fixture.files("again") == published);
        }
    }
}

/// The project's own plan with its front matters the other way around, which is another file for each.
fn disordered() -> TestSite {
    let site = TestSite::koriyama();
    for (path, bytes) in site.files("content/plan") {
        let text = String::from_utf8(bytes).unwrap();
        let (front, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
        let mut entries: Vec<String> = Vec::new();
        for line in front.lines() {
            match entries.last_mut() {
                Some(entry) if line.starts_with(' ') || line.is_empty() => entry.extend([line, "\n"]),
                _ => entries.push(format!("{}\n", line.replacen(": ", ":   ", 1))),
            }
        }
        entries.reverse();
        site.write(&format!("content/plan/{path}"), format!("---\n{}---\n{body}", entries.concat()));
    }
    site
}

#[test]
fn every_fixture_of_a_rule_has_one_form_and_tells_no_more_than_before() {
    for folder in rules::folders() {
        let site = rules::broken(&folder);
        let before = site.run(&["check"]);
        if before.code < 2 {
            is_formed_once(&site);
            let after = site.run(&["check"]);
            assert!(tells_no_more(&before, &after), "{folder}: {before:?}\n{after:?}");
        }
    }
}

/// What has its form stays as it is.
fn is_formed_once(site: &TestSite) {
    let run = site.run(&["fmt"]);
    assert!(run.code < 2, "{run:?}");
    let again = site.run(&["fmt", "--check"]);
    assert_eq!(again.code, run.code, "{again:?}");
    assert!(!again.stdout.starts_with("content/"), "{again:?}");
}

/// Whether a check tells of no error more than another. Warnings may be asked for the first time, where there is no error any more.
fn tells_no_more(before: &Run, after: &Run) -> bool {
    let errors = |run: &Run| {
        let mut codes = BTreeMap::<String, usize>::new();
        let errors =
            run.stdout.lines().filter(|line| line.starts_with("エラー[") || line.starts_with("error["));
        errors
            .filter_map(|line| line.split_once(']'))
            .for_each(|(code, _)| *codes.entry(code.to_owned()).or_default() += 1);
        codes
    };
    let known = errors(before);
    errors(after).iter().all(|(code, count)| known.get(code).is_some_and(|before| before >= count))
}
