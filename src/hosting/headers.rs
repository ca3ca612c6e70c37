//! `_headers`: what a host says with each file. Netlify and Cloudflare put the values of all rules that match together, so no header stands in
//! two rules that meet.

use std::collections::BTreeSet;

use crate::site::Address;
use crate::site::policy::POLICY;

/// What is said with everything. Whether the domain has HTTPS alone (Strict-Transport-Security) is for those who have the domain.
const ALWAYS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// For a file whose name tells what is in it. All else is asked for again, which is what hosts say by themselves.
const FOR_EVER: [(&str, &str); 1] = [("Cache-Control", "public, max-age=31536000, immutable")];

/// The same for a file of the search, whose ending not every host knows.
const BINARY: [(&str, &str); 2] = [FOR_EVER[0], ("Content-Type", "application/octet-stream")];

/// The text of the file, for a site at `root`. Rules are few however many files there are: Cloudflare reads a hundred.
pub(super) fn headers<'a>(root: &str, published: impl Iterator<Item = &'a Address>) -> String {
    // In the page itself a policy cannot say who may frame it.
    let policy = format!("{POLICY}; frame-ancestors 'none'");
    let always = [&[("Content-Security-Policy", &*policy)], &ALWAYS[..]].concat();
    let mut rules = vec![rule(root, "", &always)];
    for beginning in published.filter_map(Address::lasting).collect::<BTreeSet<_>>() {
        let said = if Address::is_of_search(beginning) { &BINARY[..] } else { &FOR_EVER };
        rules.push(rule(root, beginning, said));
    }
    rules.join("\n")
}

fn rule(root: &str, beginning: &str, headers: &[(&str, &str)]) -> String {
    let headers: Vec<_> = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{root}{beginning}*\n{}", headers.concat())
}
