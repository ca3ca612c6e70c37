//! What is documented is there, and what is there is documented.

use std::collections::BTreeSet;

use super::site::{TestSite, dependencies, project, project_file, project_files, squeeze};

/// A fenced block of a Markdown file.
pub struct Block {
    /// The nearest heading above.
    pub heading: String,
    /// What stands behind the opening fence: `yaml`.
    pub language: String,
    pub text: String,
}

#[test]
fn both_readmes_name_the_two_commands() {
    for readme in ["README.md", "README.ja.md"] {
        let blocks = blocks(readme);
        let lines: Vec<_> = blocks.iter().flat_map(|block| block.text.lines()).collect();
        for command in ["cargo run --release -- build", "cargo test"] {
            assert!(lines.contains(&command), "{readme}: {command}");
        }
    }
}

#[test]
fn the_readme_is_short() {
    assert!(project_file("README.md").lines().count() < 150);
}

#[test]
fn the_plan_of_the_readme_builds() {
    let site = TestSite::fixture("minimal");
    site.remove("content/plan/1.md");
    for block in blocks("README.md") {
        let named = block.text.strip_prefix("# content/").and_then(|rest| rest.split_once('\n'));
        if let Some((path, text)) = named {
            site.write(&format!("content/{path}"), text);
        } else if block.language == "markdown" {
            site.write("content/plan/1-digital/1-counter.md", block.text);
        }
    }
    site.write("content/plan/1-digital/_index.md", front_matter("title: デジタル化\nnumber: 1\n"));
    site.write("content/plan/_index.md", front_matter(""));
    site.build(&[]);
    assert!(site.read("public/plan/1-1.html").contains("オンライン申請件数"));
}

#[test]
fn the_mistake_of_the_readmes_is_said_that_way() {
    let site = TestSite::koriyama();
    let file = "content/plan/1-dx/1-organization/1-structure.md";
    site.replace(file, "行政マネジメント課", "行政マネージメント課");
    let report = site.run(&["build"]).stderr;
    for readme in ["README.md", "README.ja.md"] {
        let shown = blocks(readme).into_iter().find(|block| block.text.starts_with("エラー[")).unwrap();
        assert!(report.starts_with(shown.text.trim_end()), "{readme} shows another report than\n{report}");
    }
}

#[test]
fn every_key_is_documented() {
    let documented = words_in_code("docs/content.md");
    for (path, source) in project_files("src/content/written") {
        for key in keys(&source) {
            assert!(documented.contains(key), "docs/content.md has no `{key}` ({path})");
        }
    }
}

#[test]
fn the_catalogue_of_diagnostics_is_what_the_program_says() {
    for (path, language) in [("docs/diagnostics.md", "ja"), ("docs/diagnostics.en.md", "en")] {
        let said = TestSite::fixture("minimal").run(&["explain", "--lang", language]).stdout;
        if std::env::var("KEIKAKU_BLESS").is_ok_and(|which| which == "1") {
            std::fs::write(project().join(path), &said).unwrap();
        }
        assert!(project_file(path) == said, "{path}: KEIKAKU_BLESS=1 cargo test catalogue");
    }
}

#[test]
fn every_key_is_known_by_its_japanese_names_and_by_what_belongs_there() {
    let table = squeeze(&project_file("src/content/keys.rs"));
    let (_, gloss) = table.split_once("NEEDED: [").unwrap();
    for (path, source) in project_files("src/content/written") {
        for key in keys(&source) {
            assert!(table.contains(&format!("(\"{key}\", &[")), "KEYS has no {key} ({path})");
        }
        for key in behind(&source, "required(\"") {
            assert!(
                gloss.contains(&format!("( \"{key}\",")) || gloss.contains(&format!("(\"{key}\",")),
                "NEEDED has no {key} ({path})"
            );
        }
    }
}

#[test]
fn the_catalogue_has_every_rule_once() {
    let listed = project_file("docs/diagnostics.md");
    let mut listed: Vec<_> = listed.lines().filter_map(|line| line.strip_prefix("### K")?.get(..3)).collect();
    let sources = project_files("src/diagnostic/rules");
    let sources = sources.values().map(|source| squeeze(source)).collect::<String>();
    let mut codes: Vec<_> =
        sources.split(": Rule = Rule { code: \"K").skip(1).map(|rule| &rule[..3]).collect();
    assert!(listed.is_sorted(), "{listed:?}");
    listed.sort_unstable();
    codes.sort_unstable();
    assert_eq!(listed, codes);
}

#[test]
fn every_label_stands_in_the_table_of_labels() {
    let document = project_file("docs/content.md");
    let rows: Vec<_> = document.lines().filter(|line| line.starts_with("| `")).collect();
    for label in labels() {
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{label}` |")));
        let default = word("ja", &label);
        let row = row.unwrap_or_else(|| panic!("docs/content.md has no row for `{label}`"));
        assert!(
            row.starts_with(&format!("| `{label}` | {default} |")),
            "the default of {label} is {default}"
        );
    }
}

#[test]
fn every_example_of_the_content_format_is_understood() {
    let site = TestSite::fixture("minimal");
    site.remove("content/plan/1.md");
    let others = "- {slug: diversity, name: ダイバーシティ推進課}\n- {slug: learning, name: 生涯学習課}\n";
    for (number, block) in
        (1..).zip(blocks("docs/content.md").iter().filter(|block| block.language == "yaml"))
    {
        let initiative = format!("content/plan/1/1/{number}.md");
        match block.heading.as_str() {
            "site.yaml" => site.write("content/site.yaml", &block.text),
            "accessibility" => site.write("content/site.yaml", site.read("content/site.yaml") + &block.text),
            "registers/departments.yaml and registers/less.yaml" => {
                site.write("content/registers/departments.yaml", block.text.clone() + others)
            }
            "search.yaml" => site.write("content/search.yaml", &block.text),
            "addresses.lock and redirects.yaml" => {
                // It is one of the project's own plan.
                let site = TestSite::koriyama();
                site.write("content/addresses.lock", "plan/1-4-7.html\nplan/1-4-8.html\n");
                let report = site.write("content/redirects.yaml", &block.text).run(&["check"]).stdout;
                assert!(!report.contains("content/redirects.yaml:"), "{report}");
                continue;
            }
            "A section: _index.md" => {
                let section = &block.text;
                site.write("content/plan/1/_index.md", section).write("content/plan/1/1/_index.md", section)
            }
            "An initiative" => site.write(&initiative, &block.text),
            "disclosure" | "actions" | "targets" | "programs" | "changes" => {
                let front = format!("title: {}\nnumber: {}\n{}", block.heading, number + 1000, block.text);
                site.write(&initiative, front_matter(&front))
            }
            "contact" => {
                let site = TestSite::fixture("minimal");
                let with = site.read("content/site.yaml") + &block.text;
                site.write("content/site.yaml", with).build(&[]);
                continue;
            }
            "Ordinary pages" => site.write(&format!("content/pages/page-{number}.md"), &block.text),
            heading => panic!("where does the example under «{heading}» belong?"),
        };
    }
    site.build(&[]);
}

#[test]
fn every_recipe_for_a_host_sends_what_the_site_tells_hosts() {
    let site = crate::published::Published::koriyama();
    let headers: Vec<_> = site.text("_headers").lines().take_while(|line| !line.is_empty()).skip(1).collect();
    let values: Vec<_> = headers.iter().map(|line| line.split_once(": ").unwrap().1).collect();
    let recipes = blocks("docs/deploy.md");
    let recipe = |language: &str| {
        let found: Vec<_> = recipes.iter().filter(|block| block.language == language).collect();
        assert_eq!(found.len(), 1, "{language}");
        &found[0].text
    };
    for value in &values {
        assert!(recipe("nginx").contains(&format!("\"{value}\" always;")), "nginx: {value}");
        // CloudFront knows this one by its name.
        let known = *value == "nosniff" && recipe("json").contains("ContentTypeOptions");
        assert!(known || recipe("json").contains(&format!("\"{value}\"")), "CloudFront: {value}");
    }
    assert_eq!(values.len(), 4);
    serde_json::from_str::<serde_json::Value>(recipe("json")).unwrap();
    let workflows = recipes.iter().filter(|block| block.language == "yaml").count();
    assert_eq!(workflows, 2);
}

#[test]
fn every_template_and_all_it_sees_is_documented() {
    let documented = words_in_code("docs/theme.md");
    let mut missing = Vec::new();
    for path in project_files("themes/default/templates").keys() {
        let name = path.trim_start_matches("themes/default/templates/");
        if !name.contains('/') && !project_file("docs/theme.md").contains(&format!("`{name}`")) {
            missing.push(name.to_owned());
        }
    }
    for (path, source) in project_files("src/site/view") {
        let fields = fields(&source);
        missing.extend(
            fields.iter().filter(|field| !documented.contains(**field)).map(|it| format!("{path}: {it}")),
        );
    }
    assert!(missing.is_empty(), "docs/theme.md does not name {missing:#?}");
}

#[test]
fn every_dependency_has_its_reason_in_the_table_of_libraries() {
    let architecture = project_file("ARCHITECTURE.md");
    let (_, libraries) = architecture.split_once("\n## Libraries\n").unwrap();
    let rows = libraries.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |"));
    let explained: BTreeSet<_> = rows.flat_map(|(crates, _)| crates.split(", ")).collect();
    for name in dependencies() {
        assert!(explained.contains(&*name), "ARCHITECTURE.md does not say why {name}");
    }
}

#[test]
fn the_changelog_has_this_version() {
    let changelog = project_file("CHANGELOG.md");
    let headings: Vec<_> = changelog.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let version = env!("CARGO_PKG_VERSION");
    let named = |heading: &&str| heading.starts_with("Unreleased") || heading.contains(version);
    assert!(headings.iter().any(named), "{headings:?}");
}

#[test]
fn the_theme_has_the_same_words_in_both_languages() {
    let (japanese, english) = (word_keys("ja"), word_keys("en"));
    let apart: Vec<_> = japanese.symmetric_difference(&english).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn the_theme_has_every_word_that_is_asked_for() {
    let words = word_keys("ja");
    let mut asked: BTreeSet<_> = labels().into_iter().map(|label| (label, "LABELS".to_owned())).collect();
    for (path, template) in project_files("themes/default/templates") {
        let keys = [behind(&template, "words."), behind(&template, "key=\"")].concat();
        asked.extend(keys.into_iter().map(|key| (key.to_owned(), path.clone())));
    }
    for (path, source) in project_files("src/site") {
        let source = squeeze(&source);
        let keys = behind(&source, "words.get(\"");
        asked.extend(keys.into_iter().map(|key| (key.to_owned(), path.clone())));
    }
    let missing: Vec<_> = asked.iter().filter(|(key, _)| !words.contains(key)).collect();
    assert!(missing.is_empty(), "no word in i18n/ for {missing:?}");
}

fn front_matter(yaml: &str) -> String {
    format!("---\n{yaml}---\n")
}

/// The fenced blocks of a Markdown file.
pub fn blocks(path: &str) -> Vec<Block> {
    let text = project_file(path);
    let (mut blocks, mut heading) = (Vec::new(), String::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            let (language, text) = (language.to_owned(), inside.join("\n") + "\n");
            blocks.push(Block { heading: heading.clone(), language, text });
        } else if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().replace('`', "");
        }
    }
    blocks
}

/// The keys that a source of `content/written` reads from YAML.
pub fn keys(source: &str) -> Vec<&str> {
    let begins = ["required(\"", "optional(\"", "list(\""];
    begins.iter().flat_map(|begin| behind(source, begin)).collect()
}

/// The fields of the types that a source hands to templates.
fn fields(source: &str) -> BTreeSet<&str> {
    let types = source.split("Serialize)]\n").skip(1);
    let bodies = types.filter_map(|rest| rest.split_once("struct ")?.1.split_once("\n}"));
    let lines = bodies.flat_map(|(body, _)| body.lines());
    let public = lines.filter_map(|line| line.trim().strip_prefix("pub(crate) "));
    public.filter(|line| line[word_at(line).len()..].starts_with(": ")).map(word_at).collect()
}

/// The words that a plan can say in its own way.
fn labels() -> Vec<String> {
    let source = project_file("src/content/written/site.rs");
    let (_, list) = source.split_once("LABELS: [&str").unwrap();
    let (list, _) = list.split_once("];").unwrap();
    let labels: Vec<_> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!labels.is_empty());
    labels
}

/// The keys of the default theme's words.
fn word_keys(language: &str) -> BTreeSet<String> {
    let words = project_file(&format!("themes/default/i18n/{language}.yaml"));
    let lines = words.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
}

/// A word of the default theme.
fn word(language: &str, key: &str) -> String {
    let words = project_file(&format!("themes/default/i18n/{language}.yaml"));
    let line = words.lines().find_map(|line| line.strip_prefix(&format!("{key}: ")));
    line.unwrap_or_else(|| panic!("{language}.yaml has no {key}")).trim_matches('"').to_owned()
}

/// Every word that a document has between backticks; examples do not count.
fn words_in_code(path: &str) -> BTreeSet<String> {
    let (mut words, mut fenced) = (BTreeSet::new(), false);
    for line in project_file(path).lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let code = line.split('`').skip(1).step_by(2).flat_map(|code| code.split(|c| !is_word(c)));
            words.extend(code.map(str::to_owned));
        }
    }
    words
}

/// The words behind every `begin` of a text.
fn behind<'a>(text: &'a str, begin: &str) -> Vec<&'a str> {
    let words = text.match_indices(begin).map(|(at, _)| word_at(&text[at + begin.len()..]));
    words.filter(|word| !word.is_empty()).collect()
}

/// The word that a text begins with.
fn word_at(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
