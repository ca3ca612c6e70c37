//! The source keeps its own rules: arrows point one way, a dependency lives in one place, nobody's city is compiled in.

use std::collections::BTreeSet;

use super::site::{dependencies, project_files};

/// What each part of the source may use of the crate's other modules, and does: the arrows of ARCHITECTURE.md. The
/// longest beginning of a path counts. `lib.rs`, `main.rs` and `commands/` may use everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("listed", &["language"]),
    ("source", &[]),
    ("prose", &["source"]),
    ("diagnostic", &["japanese", "language", "source"]),
    ("diagnostic/format/gitlab", &["hash"]),
    ("fold", &[]),
    ("hash", &[]),
    ("folder", &[]),
    ("date", &["japanese"]),
    ("choice", &["content::written", "diagnostic"]),
    ("accessibility", &["choice", "content::written", "date", "diagnostic", "prose", "source::Located"]),
    ("picture", &[]),
    ("japanese", &[]),
    ("content", &["date", "diagnostic", "folder", "japanese", "prose", "source"]),
    ("content/written/joined", &["fold", "japanese"]),
    ("vocabulary", &["content::written", "diagnostic", "fold", "source::Place"]),
    ("config", &["accessibility", "choice", "content::written", "diagnostic", "language", "vocabulary"]),
    ("plan", &["date", "japanese", "prose", "source"]),
    ("plan/assemble", &["content", "date", "diagnostic", "japanese", "source"]),
    ("site", &["config", "date", "language", "plan", "prose"]),
    ("site/address", &["plan", "source::in_address"]),
    ("site/contact", &["content::written"]),
    ("site/edit", &["prose", "source"]),
    ("site/pages", &["config", "content", "diagnostic", "plan", "source"]),
    ("site/record", &["source::Located"]),
    ("site/redirects", &["content::written", "diagnostic", "source"]),
    ("site/outside", &["plan", "source::Located"]),
    ("site/markdown", &["diagnostic", "japanese", "prose", "source"]),
    ("site/texts", &["accessibility", "diagnostic", "prose", "source::Located"]),
    ("site/view", &["config", "date", "plan", "prose", "theme::Shared"]),
    ("site/view/contact", &["content::written", "plan"]),
    ("site/view/accessibility", &["accessibility", "language", "prose"]),
    ("site/view/picture", &["picture"]),
    ("data", &["date", "plan", "prose", "site"]),
    ("data/json_schema", &["language", "schema::Words", "site"]),
    ("hosting", &["site", "source::in_address"]),
    ("search", &["fold", "hash", "japanese", "plan", "prose", "site"]),
    ("theme/shared", &[]),
    ("theme/entries", &["config", "plan", "site"]),
    ("theme/kept", &[]),
    ("theme/files", &["config", "content::yaml", "folder", "language", "source"]),
    ("theme/assets", &["hash", "picture", "site"]),
    ("theme/mod", &["picture", "site"]),
    (
        "schema",
        &[
            "accessibility",
            "config",
            "content::decode",
            "content::keys",
            "content::shape",
            "content::written",
            "diagnostic",
            "japanese",
            "language",
        ],
    ),
    ("review", &["diagnostic", "fold", "japanese", "plan", "search", "site", "source"]),
    ("review/titles", &["diagnostic", "language", "plan", "scaffold::untitled"]),
    ("publish", &["folder", "hash", "language", "listed", "site", "watch"]),
    ("files", &["Ready", "data", "hash", "hosting", "publish", "search", "site", "theme"]),
    (
        "serve",
        &[
            "Loaded",
            "Ready",
            "content",
            "diagnostic",
            "dress",
            "files",
            "hash",
            "language",
            "lay_out",
            "plan::Kept",
            "proofread",
            "publish",
            "site",
            "source",
            "theme",
            "watch",
        ],
    ),
    ("links", &[]),
    ("watch", &[]),
    ("scaffold", &["language", "plan", "schema"]),
    ("scaffold/write", &["content::compose"]),
    ("scaffold/quote", &["content::form::value"]),
    ("scaffold/formed", &["content"]),
    ("scaffold/code", &["japanese"]),
    ("scaffold/next", &["plan", "source::Sources"]),
];

/// Where each dependency is used, and nowhere else. A folder stands for all that is in it.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["src/diagnostic/format/human.rs"]),
    (
        "anyhow",
        &[
            "src/bench.rs",
            "src/commands/",
            "src/content/read.rs",
            "src/data/",
            "src/files.rs",
            "src/folder.rs",
            "src/lib.rs",
            "src/picture/mod.rs",
            "src/publish/",
            "src/review/links.rs",
            "src/scaffold/write.rs",
            "src/search/mod.rs",
            "src/serve/",
            "src/theme/",
        ],
    ),
    ("axum", &["src/serve/server.rs"]),
    ("brotli", &["src/publish/compress.rs"]),
    ("chardetng", &["src/content/encoding.rs"]),
    ("clap", &["src/commands/"]),
    ("clap_complete", &["src/commands/completions.rs"]),
    ("clap_mangen", &["src/commands/man.rs"]),
    ("csv", &["src/data/comma.rs"]),
    ("encoding_rs", &["src/content/encoding.rs", "src/japanese.rs"]),
    ("flate2", &["src/publish/compress.rs"]),
    ("include_dir", &["src/scaffold/mod.rs", "src/theme/files.rs"]),
    ("indicatif", &["src/commands/progress.rs"]),
    ("mimalloc", &["src/main.rs"]),
    ("mime_guess", &["src/serve/server.rs"]),
    ("nix", &["src/commands/timings.rs", "src/serve/changes.rs"]),
    ("notify", &["src/serve/changes.rs"]),
    ("open", &["src/commands/serve.rs"]),
    ("miniz_oxide", &["src/search/deflate.rs"]),
    ("percent_encoding", &["src/site/contact.rs", "src/source.rs"]),
    ("pulldown_cmark", &["src/site/markdown/"]),
    ("quick_xml", &["src/data/atom.rs", "src/data/sitemap.rs", "src/data/stratml/", "src/data/xml.rs"]),
    (
        "rayon",
        &[
            "src/commands/build.rs",
            "src/content/form/mod.rs",
            "src/content/names.rs",
            "src/content/read.rs",
            "src/content/reading.rs",
            "src/content/role.rs",
            "src/data/workbook.rs",
            "src/files.rs",
            "src/folder.rs",
            "src/plan/assemble/",
            "src/publish/",
            "src/review/eras.rs",
            "src/review/targets.rs",
            "src/search/",
            "src/site/facet.rs",
            "src/site/ingredients.rs",
            "src/site/pages.rs",
            "src/site/texts.rs",
            "src/theme/entries.rs",
            "src/theme/mod.rs",
        ],
    ),
    ("resvg", &["src/picture/mod.rs"]),
    ("rust_xlsxwriter", &["src/data/workbook.rs"]),
    ("schemars", &["src/data/"]),
    (
        "serde",
        &[
            "src/data/",
            "src/diagnostic/format/",
            "src/schema/json.rs",
            "src/search/manifest.rs",
            "src/site/view/",
            "src/site/words.rs",
            "src/theme/shared.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "src/data/",
            "src/diagnostic/format/",
            "src/fold.rs",
            "src/schema/mod.rs",
            "src/search/",
            "src/site/view/json_ld.rs",
        ],
    ),
    ("serde_yaml", &["src/content/yaml.rs"]),
    ("sha2", &["src/hash.rs"]),
    ("skrifa", &["src/picture/font.rs"]),
    ("strsim", &["src/diagnostic/suggest.rs"]),
    ("tera", &["src/theme/entries.rs", "src/theme/kept.rs", "src/theme/mod.rs", "src/theme/shared.rs"]),
    ("tokio", &["src/serve/desk.rs", "src/serve/inbox.rs", "src/serve/server.rs"]),
    ("tokio_stream", &["src/serve/server.rs"]),
    (
        "unicode_normalization",
        &[
            "src/content/characters.rs",
            "src/diagnostic/rules/mod.rs",
            "src/diagnostic/suggest.rs",
            "src/fold.rs",
            "src/plan/sdgs.rs",
            "src/plan/term.rs",
            "src/review/",
        ],
    ),
    ("ureq", &["src/links/request.rs"]),
    ("url", &["src/links/"]),
    ("walkdir", &["src/folder.rs"]),
];

/// Where the disk is touched.
const DISK: [&str; 4] =
    ["src/content/read.rs", "src/theme/files.rs", "src/publish/", "src/scaffold/write.rs"];

/// Links are asked for, and a browser on this machine is answered.
const NETWORK: [&str; 3] = ["src/links/", "src/serve/server.rs", "src/serve/guard.rs"];

/// The plan that comes with the program is content, not code.
const CITY: [&str; 9] = [
    "郡山",
    "koriyama",
    "5レス",
    "５レス",
    "カウンターレス",
    "キャッシュレス",
    "ペーパーレス",
    "ファイルレス",
    "ムーブレス",
];

const LONGEST_FILE: usize = 400;

#[test]
fn every_module_says_what_it_is() {
    for (path, source) in project_files("src").iter().filter(|(path, _)| is_rust(path)) {
        assert!(source.starts_with("//! "), "{path}");
    }
}

#[test]
fn no_file_is_long() {
    for (path, source) in project_files("src") {
        let lines = source.lines().count();
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines");
    }
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (path, source) in project_files("src").iter().filter(|(path, _)| !may_use_everything(path)) {
        let (part, allowed) = arrows_of(path);
        for target in targets(&without_tests(source)) {
            match allowed.iter().find(|arrow| target == **arrow || target.starts_with(&format!("{arrow}::")))
            {
                Some(arrow) => _ = used.insert((part, *arrow)),
                None if target.split("::").next() == Some(top(path)) => {}
                None => wrong.push(format!("{path} uses {target}")),
            }
        }
    }
    assert!(wrong.is_empty(), "against ARROWS:\n{}", wrong.join("\n"));
    let all = ARROWS.iter().flat_map(|(part, arrows)| arrows.iter().map(move |arrow| (*part, *arrow)));
    let unused: Vec<_> = all.filter(|arrow| !used.contains(arrow)).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}: take it out of ARROWS");
}

#[test]
fn no_module_goes_around_the_arrows() {
    for (path, source) in project_files("src") {
        let code = without_tests(&source);
        assert!(!code.contains("crate::{"), "{path}: one line a module, so that arrows can be read");
        // `super` from the depth of the file leads to the crate.
        let around = "super::".repeat(path.trim_end_matches("/mod.rs").matches('/').count());
        assert!(!code.contains(&around), "{path}: write crate:: for {around}");
    }
}

#[test]
fn a_dependency_lives_in_one_place() {
    for (path, source) in project_files("src") {
        let code = without_comments(&source);
        for (name, homes) in HOMES {
            let at_home = homes.iter().any(|home| path.starts_with(home));
            assert!(at_home || !uses(&code, name), "{path} uses {name}, which lives in {homes:?}");
        }
    }
}

#[test]
fn every_dependency_has_a_home_and_uses_it() {
    for name in dependencies() {
        let name = name.replace('-', "_");
        let homes = HOMES.iter().find(|(known, _)| *known == name);
        let (_, homes) = homes.unwrap_or_else(|| panic!("{name} has no line in HOMES"));
        for home in *homes {
            let at_home = |(path, source): (&String, &String)| path.starts_with(home) && uses(source, &name);
            assert!(project_files("src").iter().any(at_home), "{name} is not used in {home}");
        }
    }
}

#[test]
fn the_disk_is_touched_in_four_places() {
    for (path, source) in project_files("src") {
        let elsewhere = !DISK.iter().any(|home| path.starts_with(home));
        assert!(!elsewhere || !uses(&without_comments(&source), "fs"), "{path} touches the disk");
    }
}

#[test]
fn the_network_is_touched_in_two_places() {
    for (path, source) in project_files("src") {
        let elsewhere = !NETWORK.iter().any(|home| path.starts_with(home));
        assert!(!elsewhere || !uses(&without_comments(&source), "net"), "{path} touches the network");
    }
}

#[test]
fn no_city_is_compiled_in() {
    let code = project_files("src").into_iter().map(|(path, source)| (path, without_tests(&source)));
    let built_in = ["themes/default", "scaffold"].into_iter().flat_map(project_files);
    for (path, text) in code.chain(built_in) {
        let text = text.to_lowercase();
        let named: Vec<_> = CITY.iter().filter(|name| text.contains(**name)).collect();
        assert!(named.is_empty(), "{path} names {named:?}");
    }
}

#[test]
fn nothing_is_left_to_do() {
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!"), concat!("unimpl", "emented!")];
    for (path, text) in ["src", "tests", "themes", "scaffold"].iter().flat_map(|folder| project_files(folder))
    {
        let left: Vec<_> = marks.iter().filter(|mark| text.contains(**mark)).collect();
        assert!(left.is_empty(), "{path} has {left:?}");
    }
}

#[test]
fn comments_are_told_from_strings() {
    let code = r#"let a = "https://x"; // "b" \n let c = '"'; /// d"#;
    assert_eq!(without_comments(code), "let a = \"https://x\"; ");
    assert_eq!(without_comments("'\"' // a\n'\\'' b: &'a str // c"), "'\"' \n'\\'' b: &'a str ");
    assert_eq!(without_comments("r#\"\"//\"# // a"), "r#\"\"//\"# ");
    assert_eq!(without_comments("a /* \" /* b */ */ c"), "a  c");
}

fn is_rust(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|it| it == "rs")
}

fn may_use_everything(path: &str) -> bool {
    ["src/lib.rs", "src/main.rs", "src/bench.rs"].contains(&path) || path.starts_with("src/commands/")
}

/// The line of [`ARROWS`] for a file.
fn arrows_of(path: &str) -> (&'static str, &'static [&'static str]) {
    let lines = ARROWS.iter().filter(|(part, _)| path.starts_with(&format!("src/{part}")));
    *lines.max_by_key(|(part, _)| part.len()).unwrap_or_else(|| panic!("{path} has no line in ARROWS"))
}

/// The top-level module that a file belongs to.
fn top(path: &str) -> &str {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').next().unwrap_or(path)
}

/// The modules that code names from the crate's root: `site::facet::FacetKind`.
fn targets(code: &str) -> Vec<String> {
    let paths = code.match_indices("crate::").map(|(at, root)| &code[at + root.len()..]);
    let names = paths.map(|path| &path[..path.find(|c| !is_path(c)).unwrap_or(path.len())]);
    names.map(|name| name.trim_end_matches("::").to_owned()).collect()
}

fn is_path(c: char) -> bool {
    c == ':' || is_word(c)
}

/// Whether code uses `name::`, and not as the end of another path.
fn uses(code: &str, name: &str) -> bool {
    let named = format!("{name}::");
    code.match_indices(&named).any(|(at, _)| {
        let before = code[..at].strip_suffix("std::").unwrap_or(&code[..at]);
        !before.ends_with(is_path)
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The code of a file before its tests, which stand at its end.
fn without_tests(source: &str) -> String {
    let code = without_comments(source);
    match code.split_once("#[cfg(test)]") {
        Some((code, tests)) if tests.starts_with("\nmod tests {") => code.to_owned(),
        Some(_) => panic!("tests stand in `mod tests` at the end of a file"),
        None => code,
    }
}

/// Rust without its comments; strings keep what looks like one.
fn without_comments(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            '/' if rest.starts_with("/*") => {
                rest = &rest[block_comment(rest)..];
                continue;
            }
            '"' => string(rest),
            'r' if is_raw_string(rest) && !code.ends_with(is_word) => raw_string(rest),
            '\'' => character(rest),
            _ => first.len_utf8(),
        };
        code.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    code
}

/// Where a block comment ends, with those in it.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    for (at, _) in text.char_indices() {
        match &text[at..] {
            rest if rest.starts_with("/*") => depth += 1,
            rest if rest.starts_with("*/") && depth == 1 => return at + 2,
            rest if rest.starts_with("*/") => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Where a string ends.
fn string(text: &str) -> usize {
    let mut escaped = true;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

fn is_raw_string(text: &str) -> bool {
    text[1..].trim_start_matches('#').starts_with('"')
}

/// Where a raw string ends.
fn raw_string(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let (begin, end) = (hashes + 2, format!("\"{}", "#".repeat(hashes)));
    text[begin..].find(&end).map_or(text.len(), |at| begin + at + end.len())
}

/// Where a character ends; a lifetime's quote stands alone.
fn character(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((after, _))) => text[after + 1..].find('\'').map_or(1, |at| after + at + 2),
        (_, Some((end, '\''))) => end + 1,
        _ => 1,
    }
}
