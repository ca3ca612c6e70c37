//! The next initiative of a section: `keikaku new`.

use std::fs;

use super::init::begun;
use super::site::TestSite;

/// Runs `new` in the site's folder and gives the path that it prints.
fn new(site: &TestSite, arguments: &[&str]) -> String {
    let run = site.run(&[&["new"], arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    run.stdout.trim_end().to_owned()
}

fn has_no_errors(site: &TestSite, root: &str) {
    let check = site.run(&["check", "--root", root]);
    assert_eq!(check.code, 0, "{}", check.stdout);
}

#[test]
fn the_next_number_of_the_section_is_taken() {
    let site = TestSite::koriyama();
    assert_eq!(new(&site, &["1-3"]), "content/plan/1-dx/3-digital/8.md");
    assert_eq!(new(&site, &["１ー３", "--title", "窓口"]), "content/plan/1-dx/3-digital/9.md");
    assert_eq!(
        new(&site, &["1-2", "--title", "Open data!"]),
        "content/plan/1-dx/2-operations/4-open-data.md"
    );
    let file = site.read("content/plan/1-dx/3-digital/9.md");
    assert!(file.contains("\ntitle: 窓口\n") && file.contains("\nnumber: 9\n"), "{file}");
    has_no_errors(&site, ".");
}

#[test]
fn a_title_may_have_any_signs() {
    let site = TestSite::koriyama();
    for title in ["A: \"B\"", "- [x] # y", "全角：（仮）🎉", "«number»", "true", "--root"] {
        let path = new(&site, &["1-1", "--title", title]);
        let fmt = site.run(&["fmt", "--check", &path]);
        assert_eq!(fmt.code, 0, "{}", fmt.stdout);
    }
    has_no_errors(&site, ".");
    let plan = site.build(&[]).read("public/data/plan.json");
    assert!(plan.contains(r#""A: \"B\"""#) && plan.contains("«number»"));
}

#[test]
fn every_key_is_explained_in_the_language_of_the_site() {
    for (language, word) in [("ja", "# 所管課"), ("en", "# Who is in charge")] {
        let site = begun(&["--language", language]);
        let path = new(&site, &["--root", "city", "--title", "窓口"]);
        assert_eq!(path, "city/content/plan/1-sample/1-sample/2.md");
        let file = site.read(&path);
        assert!(file.contains(word), "{file}");
        let source = super::site::project_file("src/content/written/initiative.rs");
        for key in super::docs::keys(&source) {
            assert!(
                [" ", "{", "\n"].iter().any(|before| file.contains(&format!("{before}{key}:"))),
                "{language}: {key}"
            );
        }
        let check = site.run(&["check", "--root", "city", "--deny-warnings"]);
        assert_eq!(check.code, 0, "{}", check.stdout);
    }
}

/// A new file with all its examples in use: their `# ` taken away, and the empty lists that they take the place of.
fn with_examples(file: &str) -> String {
    let (examples, programs) = file.split_once("\n# programs:").unwrap();
    let (_, behind) = programs.split_once("\n\n").unwrap();
    let is_example = |text: &str| {
        let key = text.split_once(':').map_or("", |(key, _)| key);
        text.starts_with("  ") || (!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    let used = |line: &str| match line.strip_prefix("# ") {
        Some(example) if is_example(example) => example.to_owned(),
        _ => line.to_owned(),
    };
    let lines = [examples, behind].join("\n\n");
    let lines = lines.lines().filter(|line| !line.ends_with(": []")).map(used);
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn every_example_of_a_new_file_can_be_used_as_it_is() {
    for (site, root) in [
        (TestSite::koriyama(), "."),
        (TestSite::fixture("english"), "."),
        (begun(&[]), "city"),
        (begun(&["--language", "en"]), "city"),
    ] {
        let section =
            if root == "city" || site.path("content/plan/1-town").exists() { &[][..] } else { &["1-1"] };
        let path = new(&site, &[section, &["--root", root, "--title", "A"]].concat());
        let file = with_examples(&site.read(&path));
        assert!(file.contains("\n  - name: ") && file.contains("\nvision: |"), "{file}");
        site.write(&path, &file);
        let path = path.strip_prefix("city/").unwrap_or(&path);
        let told = super::rules::told(&site.run(&["check", "--root", root]));
        assert!(told.iter().all(|line| !line.starts_with(path)), "{told:?}\n{file}");
    }
}

#[test]
fn the_examples_name_what_the_registers_have() {
    let site = TestSite::koriyama();
    let file = site.read(&new(&site, &["1-1"]));
    assert!(file.contains("\n# departments: [介護保険課, 行政マネジメント課]\n"), "{file}");
    assert!(file.contains("\n# less: [カウンターレス]\n"), "{file}");
}

#[test]
fn a_section_need_not_be_named_where_there_is_one() {
    let site = begun(&["--levels", "取組"]);
    assert_eq!(new(&site, &["--root", "city"]), "city/content/plan/2.md");
    let run = site.run(&["new", "1", "--root", "city"]);
    assert!(run.code == 2 && run.stderr.contains("段がありません"), "{run:?}");
}

#[test]
fn which_sections_there_are_is_told() {
    let site = TestSite::koriyama();
    for section in [&[][..], &["1"], &["2-1"], &["1-3-2"]] {
        let before = site.files("content");
        let run = site.run(&[&["new"], section].concat());
        assert_eq!(run.code, 2, "{section:?}");
        for id in ["1-1", "1-2", "1-3", "1-4"] {
            assert!(run.stderr.contains(&format!("\n  {id}  ")), "{section:?}: {}", run.stderr);
        }
        assert!(site.files("content") == before);
    }
}

#[test]
fn nothing_is_overwritten_and_the_numbering_of_the_folder_is_kept() {
    let site = TestSite::fixture("one-level");
    for (path, _) in site.files("content/plan").into_iter().filter(|(path, _)| path != "_index.md") {
        site.remove(&format!("content/plan/{path}"));
    }
    // One whose name is not its number, and one with a zero before it.
    site.write("content/plan/02.md", "---\ntitle: a\nnumber: 1\n---\n");
    assert_eq!(new(&site, &[]), "content/plan/02-2.md");
    assert_eq!(new(&site, &[]), "content/plan/03.md");
    // Of what cannot be read the name is known.
    site.write("content/plan/07-x.md", "---\ntitle: [\n---\n");
    assert_eq!(new(&site, &[]), "content/plan/08.md");
    // Of what can be read it says nothing.
    site.write("content/plan/2026-report.md", "---\ntitle: b\nnumber: 9\n---\n");
    assert_eq!(new(&site, &[]), "content/plan/10.md");
}

#[test]
fn a_number_that_was_published_is_not_given_again() {
    let site = TestSite::koriyama();
    let record = site.read("content/addresses.lock") + "plan/1-3-12.html\n";
    site.write("content/addresses.lock", record);
    assert_eq!(new(&site, &["1-3"]), "content/plan/1-dx/3-digital/13.md");
}

#[test]
fn a_title_that_nobody_has_written_is_asked_about() {
    for language in ["ja", "en"] {
        let site = begun(&["--language", language]);
        let path = new(&site, &["--root", "city"]);
        let line = site.read(&path).lines().position(|line| line.starts_with("title: ")).unwrap() + 1;
        let check = || site.run(&["check", "--root", "city", "--deny-warnings"]);
        let path = path.strip_prefix("city/").unwrap();
        assert_eq!(super::rules::told(&check()), [format!("{path}:{line}:8 K430")]);
        assert_eq!(check().code, 1);
        let file = format!("city/{path}");
        site.write(&file, site.read(&file).replacen("\ntitle: ", "\ntitle: 1 ", 1));
        assert_eq!(check().code, 0);
    }
}

#[test]
fn a_folder_whose_name_was_written_on_a_mac_is_the_one_that_is_meant() {
    let site = TestSite::koriyama();
    let apart = "content/plan/1-dx/3-テ\u{3099}シ\u{3099}タル";
    fs::rename(site.path("content/plan/1-dx/3-digital"), site.path(apart)).unwrap();
    assert_eq!(new(&site, &["1-3"]), format!("{apart}/8.md"));
    assert_eq!(new(&site, &["1-3"]), format!("{apart}/9.md"));
    assert!(
        site.path(&format!("{apart}/9.md")).exists() && !site.path("content/plan/1-dx/3-デジタル").exists()
    );
    has_no_errors(&site, ".");
}

#[test]
fn without_a_site_or_a_section_it_is_said_what_to_do() {
    let run = TestSite::empty().run(&["new"]);
    assert!(run.code == 2 && run.stderr.contains("content/site.yaml"), "{run:?}");
    let site = begun(&[]);
    fs::remove_dir_all(site.path("city/content/plan/1-sample")).unwrap();
    let run = site.run(&["new", "1-1", "--root", "city"]);
    assert!(run.code == 2 && run.stderr.contains("_index.md"), "{run:?}");
    for key in ["period", "levels"] {
        let site = TestSite::koriyama();
        site.replace("content/site.yaml", &format!("\n{key}: "), "\n# ");
        let run = site.run(&["new", "1-1"]);
        assert!(run.code == 2 && run.stderr.contains("keikaku check"), "{key}: {run:?}");
    }
}
