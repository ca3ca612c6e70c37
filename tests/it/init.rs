//! A new city's site: `keikaku init`, in temporary folders.

use std::fs;

use serde_json::Value;

use super::docs::blocks;
use super::site::{TestSite, attributes, project_file, texts};

/// A site that was begun with these flags, in `city/`.
pub fn begun(flags: &[&str]) -> TestSite {
    let site = TestSite::empty();
    let run = site.run(&[&["init", "city"], flags].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{flags:?}: {}", run.stdout);
    site
}

/// Builds the site in `city/` into `public/` and checks it; neither may have anything to say.
fn builds_without_a_question(site: &TestSite) {
    site.build(&["--root", "city", "--output", "public"]);
    for arguments in [&["check", "--deny-warnings"][..], &["fmt", "--check"]] {
        let run = site.run(&[arguments, &["--root", "city"]].concat());
        assert_eq!(run.code, 0, "{}", run.stdout);
    }
}

#[test]
fn it_builds_at_once_in_both_languages() {
    for language in ["ja", "en"] {
        let site = begun(&["--language", language, "--name", "A", "--title", "B", "--code", "131016"]);
        builds_without_a_question(&site);
        let home = site.page("index.html");
        assert_eq!(attributes(&home, "html", "lang"), [language]);
        assert_eq!(texts(&home, "h1"), ["B"]);
    }
}

#[test]
fn names_may_have_any_signs() {
    for name in [
        "A: \"B\"",
        "- [x]",
        "# 'y' \\ {z}",
        "１２３市：（仮）",
        "🎉👨‍👩‍👧 town",
        "true",
        "2027",
        "«title»",
        "<b>&",
        "O'Neill, @ `c`",
    ] {
        let site = begun(&["--name", name, "--title", name, "--levels", "段: 1,\"2\",３"]);
        builds_without_a_question(&site);
        assert_eq!(texts(&site.page("index.html"), "h1"), [name]);
        let plan: Value = serde_json::from_str(&site.read("public/data/plan.json")).unwrap();
        assert_eq!(plan["organization"]["name"], name);
        assert_eq!(plan["levels"], serde_json::json!(["段: 1", "\"2\"", "３"]));
    }
}

#[test]
fn a_plan_may_have_one_level_or_many_one_year_or_many() {
    for (levels, period) in [("取組", "2026"), ("目標、施策、事業、取組", "令和8～17年度")]
    {
        let site = begun(&["--levels", levels, "--period", period]);
        builds_without_a_question(&site);
    }
}

#[test]
fn nothing_is_asked_where_there_is_no_terminal() {
    let site = begun(&[]);
    builds_without_a_question(&site);
    assert!(site.read("city/content/site.yaml").contains("language: ja"));
    // The same with the flag that says so.
    let other = begun(&["--yes"]);
    assert!(other.files("city") == site.files("city"));
}

#[test]
fn the_site_says_what_was_answered() {
    let site = begun(&[
        "--name=架空市",
        "--code=０７２０３６",
        "--title=架空計画",
        "--period=R9-R12",
        "--levels=目標、取組",
        "--base-url=https://a.example.jp/b",
    ]);
    let file = site.read("city/content/site.yaml");
    for line in [
        "title: 架空計画",
        "  name: 架空市",
        "  code: \"072036\"",
        "period: 2027-2030",
        "baseline_year: 2025",
        "levels: [目標, 取組]",
        "base_url: https://a.example.jp/b",
    ] {
        assert!(file.lines().any(|it| it == line), "{line}\n{file}");
    }
}

#[test]
fn answers_that_make_no_site_are_refused_and_nothing_is_written() {
    for flags in [
        ["--name", "a\u{200b}b"],
        ["--name", " "],
        ["--title", "a\nb"],
        ["--code", "072035"],
        ["--code", "07203"],
        ["--period", "2030-2027"],
        ["--levels", "、"],
        ["--levels", "取組、取組"],
        ["--base-url", "https://user:password@plan.example.jp/"],
        ["--base-url", "plan.example.jp"],
        ["--language", "fr"],
    ] {
        let site = TestSite::empty();
        let run = site.run(&["init", "city", flags[0], flags[1]]);
        assert_eq!(run.code, 2, "{flags:?}: {run:?}");
        assert!(!site.path("city").exists(), "{flags:?}");
    }
}

#[test]
fn a_folder_with_something_in_it_is_refused_and_stays_as_it_is() {
    let site = TestSite::empty();
    site.write("city/memo.txt", "x").write("city/.git/HEAD", "x");
    let run = site.run(&["init", "city"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("（memo.txt）"), "{}", run.stderr);
    assert_eq!(site.files("").into_keys().collect::<Vec<_>>(), ["city/.git/HEAD", "city/memo.txt"]);
    site.write("file", "x");
    assert_eq!(site.run(&["init", "file"]).code, 2);
}

#[test]
fn a_fresh_clone_and_an_empty_folder_are_room_enough() {
    let site = TestSite::empty();
    site.write("city/.git/HEAD", "x");
    assert_eq!(site.run(&["init", "city"]).code, 0);
    fs::create_dir(site.path("empty")).unwrap();
    assert_eq!(site.run(&["init", "empty"]).code, 0);
    assert_eq!(site.run(&["init", "a/b/c"]).code, 0);
    assert!(site.files("a/b/c") == site.files("empty"));
}

#[test]
fn the_sample_shows_every_key() {
    for (language, site) in [("ja", begun(&[])), ("en", begun(&["--language", "en"]))] {
        let sample = site.read("city/content/plan/1-sample/1-sample/1-sample.md");
        let settings = site.read("city/content/site.yaml");
        for (path, keys) in [("initiative", &sample), ("site", &settings)] {
            let source = project_file(&format!("src/content/written/{path}.rs"));
            for key in super::docs::keys(&source) {
                let shown =
                    [" ", "{", "\n", "- "].iter().any(|before| keys.contains(&format!("{before}{key}:")));
                assert!(shown, "{language}: {path} has no {key}");
            }
        }
    }
}

#[test]
fn an_english_site_has_no_japanese() {
    let site = begun(&["--language", "en"]);
    // Schemas know what clerks in Japan call the keys, as the reading does.
    let files = site.files("city").into_iter().filter(|(path, _)| !path.starts_with(".vscode/schemas/"));
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        let japanese = text.chars().find(|c| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'));
        assert_eq!(japanese, None, "{path}");
    }
    assert!(site.path("city/README.md").exists() && !site.path("city/README.ja.md").exists());
}

#[test]
fn the_workflows_are_the_recipes_of_the_documentation() {
    let site = begun(&[]);
    let recipes: Vec<_> =
        blocks("docs/deploy.md").into_iter().filter(|block| block.language == "yaml").collect();
    for (heading, path) in
        [("GitHub Pages", ".github/workflows/plan.yml"), ("GitLab Pages", ".gitlab-ci.yml")]
    {
        let recipe = recipes.iter().find(|block| block.heading == heading).unwrap();
        assert_eq!(
            recipe.text,
            site.read(&format!("city/{path}")),
            "docs/deploy.md and scaffold/both/{path}"
        );
    }
}

#[test]
fn editors_are_told_of_a_schema_for_each_file_of_yaml() {
    for language in ["ja", "en"] {
        let site = begun(&["--language", language]);
        let json = |path: &str| -> Value {
            let text = site.read(&format!("city/{path}"));
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        json(".vscode/extensions.json");
        let settings = json(".vscode/settings.json");
        let bound = settings["yaml.schemas"].as_object().unwrap();
        for (schema, files) in bound {
            let schema = json(schema.strip_prefix("./").unwrap());
            jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{files}: {error}"));
            let folder = files.as_str().unwrap().rsplit_once('/').unwrap().0;
            assert!(site.path("city").join(folder).is_dir(), "{files}");
        }
        let is_bound = |path: &String| {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            bound.values().any(|files| files == path.as_str() || *files == format!("{folder}/*.yaml"))
        };
        for path in site.files("city").into_keys().filter(|path| path.contains(".yaml")) {
            assert!(is_bound(&path), "{path}");
        }
    }
}

#[test]
fn the_readme_names_commands_and_files_that_there_are() {
    for (language, readme) in [("ja", "README.ja.md"), ("en", "README.md")] {
        let site = begun(&["--language", language]);
        let text = site.read(&format!("city/{readme}"));
        let code = || text.split('`').skip(1).step_by(2);
        for command in code().filter_map(|code| code.strip_prefix("keikaku ")) {
            let verb = command.split(' ').next().unwrap();
            assert_eq!(site.run(&[verb, "--help"]).code, 0, "{readme}: {command}");
        }
        for path in code().filter(|code| code.starts_with("content/") || code.starts_with('.')) {
            let later = path == "content/static/" || path == "content/addresses.lock";
            assert!(later || site.path("city").join(path).exists(), "{readme}: {path}");
        }
    }
}
