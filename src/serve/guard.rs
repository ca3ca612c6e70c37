//! What is not answered: requests that another site's page made a browser send here, and addresses that lead out of the site.

use std::net::IpAddr;

use crate::source::strictly_decoded;

/// Whether a request's `Host` can be meant for this program. A name that somebody else controls may lead here today and have led to
/// their own site a minute ago (DNS rebinding); a number and `localhost` cannot. `own` is the name that serving was asked for by.
pub(super) fn is_own(host: &str, own: &str) -> bool {
    let name = name(host).trim_end_matches('.');
    let number = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    number.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || (!own.is_empty() && name.eq_ignore_ascii_case(own))
}

/// A host without its port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    }
}

/// What a path asks for: an address from the site's root. `None` where it is none that a site could have. Only addresses of the site's
/// list are ever looked up, so this is the second of two locks.
pub(super) fn address(path: &str) -> Option<String> {
    let path = strictly_decoded(path.strip_prefix('/')?)?;
    let is_good = |part: &str| !part.is_empty() && part != "." && part != "..";
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let folders = folder.is_empty() && !path.starts_with('/') || folder.split('/').all(is_good);
    let signs = path.contains(|c: char| c.is_control() || c == '\\');
    let name = if name.is_empty() { "index.html" } else { name };
    if !folders || signs || !is_good(name) {
        return None;
    }
    Some(if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_localhost_are_own() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:3300",
            "[::1]:3300",
            "[::1]",
            "localhost:1",
            "LOCALHOST",
            "localhost.",
            "192.168.0.2:80",
        ] {
            assert!(is_own(host, ""), "{host}");
        }
        assert!(is_own("plan.lan:3300", "plan.lan"));
    }

    #[test]
    fn names_are_foreign() {
        for host in [
            "",
            "evil.example",
            "evil.example:3300",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "127.0.0.1@evil.example",
            ":3300",
            "[evil]",
        ] {
            assert!(!is_own(host, ""), "{host}");
        }
    }

    #[test]
    fn addresses_are_those_of_files() {
        for (path, found) in [
            ("/", "index.html"),
            ("/plan/", "plan/index.html"),
            ("/plan/1-1.html", "plan/1-1.html"),
            ("/%E5%9B%B3.png", "図.png"),
            ("/a%20b/c", "a b/c"),
        ] {
            assert_eq!(address(path).as_deref(), Some(found), "{path}");
        }
    }

    #[test]
    fn what_leads_out_is_none() {
        for path in [
            "",
            "a",
            "//",
            "//a",
            "/../a",
            "/a/../b",
            "/a/..",
            "/..",
            "/.",
            "/./a",
            "/%2e%2e/a",
            "/%2E%2E%2Fa",
            "/a%2F..%2Fb",
            "/a//b",
            "/a\\b",
            "/..%5Ca",
            "/a%00.html",
            "/%ff",
            "/a/%2e",
            "/%2Fetc/passwd",
            "http://x/",
        ] {
            assert_eq!(address(path), None, "{path}");
        }
    }
}
