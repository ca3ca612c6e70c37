//! What a file is. Its place decides; where its name is not quite one that has a meaning, the one that was meant is found.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::diagnostic::suggest::fold;
use crate::source::Source;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Site,
    Departments,
    Categories,
    Search,
    Addresses,
    Redirects,
    Section,
    Initiative,
    Page,
}

/// A file's place among the others.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// What it is, and its path as [`Document::path`](super::Document::path) has it.
    Known(Role, Vec<String>),
    /// What it would be under another name, which is free.
    Meant(String, Role, Vec<String>),
    /// Some systems cannot tell its name from this one.
    Twin(String),
    Stray,
}

impl Standing {
    /// Whether the file is the site's own, by its name or nearly.
    pub(super) fn is_site(&self) -> bool {
        matches!(self, Self::Known(Role::Site, _) | Self::Meant(_, Role::Site, _))
    }

    pub(super) fn is_stray(&self) -> bool {
        matches!(self, Self::Stray)
    }
}

/// The standing of each file.
pub(super) fn standings(sources: &[Source]) -> Vec<Standing> {
    let mut first: HashMap<String, &Source> = HashMap::new();
    for source in sources {
        first.entry(source.path.to_lowercase()).or_insert(source);
    }
    let standing = |source: &Source| match first.get(&source.path.to_lowercase()) {
        Some(twin) if !std::ptr::eq(*twin, source) => Standing::Twin(twin.path.clone()),
        _ => standing(&source.path, |path| {
            first.get(&path.to_lowercase()).is_none_or(|it| std::ptr::eq(*it, source))
        }),
    };
    sources.par_iter().map(standing).collect()
}

fn standing(path: &str, is_free: impl Fn(&str) -> bool) -> Standing {
    if let Some(meant) = meant(path).filter(|meant| is_free(meant))
        && let Some((role, parts)) = role(&meant)
    {
        return Standing::Meant(meant, role, parts);
    }
    match role(path) {
        Some((role, parts)) => Standing::Known(role, parts),
        None => Standing::Stray,
    }
}

/// What a path says about its file, and the path as [`Document::path`](super::Document::path) has it.
fn role(path: &str) -> Option<(Role, Vec<String>)> {
    let path = path.strip_prefix("content/")?;
    match path {
        "site.yaml" => return Some((Role::Site, Vec::new())),
        "registers/departments.yaml" => return Some((Role::Departments, Vec::new())),
        "registers/less.yaml" => return Some((Role::Categories, Vec::new())),
        "search.yaml" => return Some((Role::Search, Vec::new())),
        "addresses.lock" => return Some((Role::Addresses, Vec::new())),
        "redirects.yaml" => return Some((Role::Redirects, Vec::new())),
        _ => {}
    }
    let mut parts: Vec<String> = path.strip_suffix(".md")?.split('/').map(str::to_owned).collect();
    let folder = parts.remove(0);
    match (folder.as_str(), parts.last()?.as_str()) {
        ("plan", "_index") => {
            parts.pop();
            Some((Role::Section, parts))
        }
        ("plan", _) => Some((Role::Initiative, parts)),
        ("pages", _) if parts.len() == 1 => Some((Role::Page, parts)),
        _ => None,
    }
}

/// The path that was probably meant, if it is another one: `content/site.yaml` for `content/site.yml` or
/// `content/Site.yaml.txt`.
pub(super) fn meant(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, extension) = stem_and_extension(name)?;
    let folded = fold(stem);
    let is_index = matches!(folded.as_str(), "index" | "_index");
    let stem = if is_index && (folder == "content/plan" || folder.starts_with("content/plan/")) {
        "_index"
    } else if folder == "content" {
        match folded.as_str() {
            "検索" => "search",
            "redirect" | "転送" => "redirects",
            _ => stem,
        }
    } else {
        stem
    };
    let as_written = format!("{folder}/{stem}.{extension}");
    let meant =
        [as_written, format!("{folder}/{folded}.{extension}")].into_iter().find(|path| role(path).is_some());
    meant.filter(|meant| meant != path)
}

/// A name without the extensions it was given, by hand or by a program that hides them, and the one it should have.
fn stem_and_extension(name: &str) -> Option<(&str, &'static str)> {
    let mut stem = name;
    let mut found = None;
    while let Some((before, extension)) = stem.rsplit_once(['.', '．']) {
        let known = match fold(extension).as_str() {
            "txt" => None,
            "md" | "markdown" | "mkd" | "mdown" => Some("md"),
            "yaml" | "yml" => Some("yaml"),
            "lock" => Some("lock"),
            _ => break,
        };
        found = known.or(found);
        stem = before;
    }
    Some((stem, found?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Option<&str>) {
        assert_eq!(
            meant(&format!("content/{path}")),
            expected.map(|path| format!("content/{path}")),
            "{path}"
        );
    }

    #[test]
    fn names_that_are_nearly_right() {
        for name in [
            "site.yml",
            "Site.yaml",
            "site.yaml.txt",
            "ｓｉｔｅ.yaml",
            "site．yaml",
            "SITE.YAML",
            "site.yaml.yaml",
        ] {
            check(name, Some("site.yaml"));
        }
        check("registers/Departments.yml", Some("registers/departments.yaml"));
        for name in ["search.yml", "Search.yaml", "ｓｅａｒｃｈ.yaml", "search.yaml.txt", "検索.yaml"]
        {
            check(name, Some("search.yaml"));
        }
        for name in ["redirects.yml", "Redirect.yaml", "転送.yaml"] {
            check(name, Some("redirects.yaml"));
        }
        for name in ["Addresses.lock", "addresses.lock.txt", "ａｄｄｒｅｓｓｅｓ.lock"] {
            check(name, Some("addresses.lock"));
        }
        for name in ["index.md", "_Index.md", "＿index.md", "_index.md.txt", "_index .md"] {
            check(&format!("plan/a/{name}"), Some("plan/a/_index.md"));
        }
        for name in ["1.md.txt", "1.markdown", "1.MD", "1.md.md", "1.ｍｄ"] {
            check(&format!("plan/{name}"), Some("plan/1.md"));
        }
        check("pages/about.md.txt", Some("pages/about.md"));
    }

    #[test]
    fn names_that_are_right_or_far_off() {
        for name in [
            "site.yaml",
            "plan/１.md",
            "plan/_index.md",
            "pages/index.md",
            "plan/v1.2.md",
            "memo.txt",
            "plan/1.docx",
        ] {
            check(name, None);
        }
    }

    #[test]
    fn a_name_that_is_taken_was_not_meant() {
        let file = |path: &str| Source { path: path.into(), text: String::new() };
        let files = ["content/plan/1.md", "content/plan/1.md.txt", "content/plan/2.yml"].map(file);
        let standings = standings(&files);
        assert_eq!(standings[1..], [Standing::Stray, Standing::Stray]);
    }

    #[test]
    fn names_that_differ_by_letter_case_alone_are_twins() {
        let file = |path: &str| Source { path: path.into(), text: String::new() };
        let standings = standings(&["content/plan/A.md", "content/plan/a.md"].map(file));
        assert!(
            matches!(&standings[..], [Standing::Known(..), Standing::Twin(twin)] if twin == "content/plan/A.md")
        );
    }
}
