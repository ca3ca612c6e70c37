//! Which addresses a disk is trusted with, and in which order they come into place.

pub(super) use crate::site::address::OWN;

/// Whether an address leads to a file in the output on every system: no way up or out, nothing that a system reads as something
/// else, and not among what keikaku keeps for itself. Addresses are made by keikaku or read from names of files, so that this is
/// never false; it is asked all the same.
pub(super) fn is_safe(address: &str) -> bool {
    let is_odd = |c: char| c.is_control() || c == '\\';
    let has_drive = matches!(address.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    let first = address.split('/').next().unwrap_or_default();
    !address.contains(is_odd)
        && !has_drive
        && !first.eq_ignore_ascii_case(OWN)
        && address.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// When a file comes into place, so that no page asks for what is not there yet; what is no more goes in the contrary order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// What pages load: styles, scripts, pictures, the search's files, whose names are hashes.
    Part,
    Page,
    /// What leads to pages and parts by their names: the search's manifest, the filters' list, the sitemap.
    List,
}

impl Turn {
    pub(super) const ALL: [Self; 3] = [Self::Part, Self::Page, Self::List];

    pub(super) fn of(address: &str) -> Self {
        let plain = [".gz", ".br"].iter().find_map(|end| address.strip_suffix(end)).unwrap_or(address);
        match plain.rsplit('.').next() {
            Some("html") => Self::Page,
            Some("json" | "jsonld" | "xml") => Self::List,
            _ => Self::Part,
        }
    }
}

/// The folder that a file or folder stands in; nothing for the site's root.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out() {
        for good in
            ["index.html", "plan/1-1-3.html", ".well-known/security.txt", "a/..b", "a/b:c", "計画.html"]
        {
            assert!(is_safe(good), "{good}");
        }
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../a",
            "a/../b",
            "a/..",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "..\\a",
            "C:a",
        ];
        let odd = ["c:/a", "a\0b", "a\nb", ".keikaku/manifest", ".Keikaku/lock", ".keikaku", "a/\u{85}"];
        for bad in bad.iter().chain(&odd) {
            assert!(!is_safe(bad), "{bad}");
        }
    }

    #[test]
    fn pages_come_behind_what_they_load_and_before_what_leads_to_them() {
        let order = [
            "assets/a.css",
            "search/0123.bin",
            "assets/a.css.br",
            "plan/1.html",
            "plan/1.html.gz",
            "sitemap.xml",
        ];
        assert!(order.is_sorted_by_key(|address| Turn::of(address)));
        assert_eq!(Turn::of("search/manifest.json"), Turn::List);
        assert_eq!(Turn::ALL.iter().max(), Turn::ALL.last());
    }
}
