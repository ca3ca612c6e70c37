//! Names of files and folders that not every system can hold: editors work on Windows, sites are built and kept elsewhere.
//!
//! The names are those of Microsoft's “Naming Files, Paths, and Namespaces”.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::source::Sources;

/// Reports each name below `content/` that is not to be had everywhere: that of a folder once.
pub(super) fn check(sources: &Sources, report: &mut Report) {
    let files: Vec<_> = sources.files().collect();
    let flawed = files.into_par_iter().flat_map_iter(|(file, source)| {
        flaws(&source.path)
            .map(move |(path, name, rule)| (path, Diagnostic::new(rule, file.place(0..0)).with("name", name)))
    });
    let mut told = BTreeSet::new();
    for (path, diagnostic) in flawed.collect::<Vec<_>>() {
        if told.insert(path) {
            report.add(diagnostic);
        }
    }
}

/// The names in a path that are not to be had everywhere, each with the path up to its end.
fn flaws(path: &str) -> impl Iterator<Item = (&str, &str, &'static Rule)> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.filter_map(|end| {
        let (path, name) = (&path[..end], path[..end].rsplit('/').next().unwrap_or_default());
        Some((path, name, flaw(name)?))
    })
}

/// Whether every system can hold the names of a path.
pub(super) fn are_good(path: &str) -> bool {
    path.split('/').all(|name| flaw(name).is_none())
}

fn flaw(name: &str) -> Option<&'static Rule> {
    if is_illegible(name) {
        return Some(&rules::ILLEGIBLE_NAME);
    }
    let forbidden = name.contains(|c: char| c.is_control() || "<>:\"|?*\\".contains(c));
    (forbidden || name.ends_with(['.', ' ']) || is_device(name)).then_some(&rules::UNHOLDABLE_NAME)
}

/// Whether a byte of it is no character: see [`Entry::path`](crate::folder::Entry).
fn is_illegible(name: &str) -> bool {
    name.split("\\x").skip(1).any(|rest| rest.starts_with(|c: char| matches!(c, '8'..='9' | 'A'..='F')))
}

/// What Windows takes for a device, whatever its letter case and its extension.
pub(super) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || numbered.is_some_and(|number| {
            matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_hold() {
        for name in [
            "CON",
            "aux.md",
            "Com1.tar.gz",
            "lpt9",
            "nul .md",
            "COM².md",
            "a.",
            "a ",
            "a:b",
            "a\\b",
            "q?",
            "a\tb",
            "\"a\"",
        ] {
            assert_eq!(flaw(name).map(|rule| rule.code), Some("K111"), "{name}");
        }
    }

    #[test]
    fn names_that_every_system_can_hold() {
        for name in [
            "console.md",
            "COM10.md",
            "com0",
            "auxiliary",
            "1 - コピー.md",
            ".nojekyll",
            "a.b.c",
            "計画（案）.md",
        ] {
            assert!(flaw(name).is_none(), "{name}");
        }
    }

    #[test]
    fn bytes_that_are_no_characters() {
        assert_eq!(flaw("\\x8Es.md").map(|rule| rule.code), Some("K114"));
    }
}
