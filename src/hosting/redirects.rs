//! `_redirects`: where to go from an address that was. A page stands at such an address too if it was a page's, for hosts that read no such file.

use crate::site::{Destination, Redirect};
use crate::source::in_address;

/// The text of the file, for a site at `root`; `None` where nothing has moved. What no page stands for comes first, as Cloudflare reads no more than
/// 2,000 lines.
pub(super) fn redirects(root: &str, moved: &[Redirect]) -> Option<String> {
    let (pages, others): (Vec<_>, Vec<_>) = moved.iter().partition(|redirect| redirect.from.is_page());
    let line = |Redirect { from, to }: &Redirect| {
        format!("{root}{} {} 301\n", in_address(from.as_str()), target(root, to))
    };
    let lines: Vec<_> = others.into_iter().chain(pages).map(line).collect();
    (!lines.is_empty()).then(|| lines.concat())
}

fn target(root: &str, to: &Destination) -> String {
    match to {
        Destination::Here { .. } => format!("{root}{}", to.href()),
        Destination::Outside(_) => to.href(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Address;

    #[test]
    fn a_line_for_each_and_those_without_a_page_first() {
        let here = |address: &str, tail: &str| Destination::Here {
            address: Address::file(address),
            page: None,
            tail: tail.to_owned(),
        };
        let moved = [
            ("plan/9.html", here("plan/1.html", "#targets")),
            ("files/旧 計画.pdf", here("files/計画.pdf", "")),
            ("old.html", Destination::Outside("https://example.jp/#a".to_owned())),
        ];
        let moved = moved.map(|(from, to)| Redirect { from: Address::file(from), to });
        assert_eq!(
            redirects("/plan/", &moved).unwrap_or_default(),
            "/plan/files/%E6%97%A7%20%E8%A8%88%E7%94%BB.pdf /plan/files/%E8%A8%88%E7%94%BB.pdf 301\n\
             /plan/plan/9.html /plan/plan/1.html#targets 301\n\
             /plan/old.html https://example.jp/#a 301\n"
        );
        assert_eq!(redirects("/", &[]), None);
    }
}
