//! `_redirects`: where to go from an address that was. A page stands at such an address too if it was a page's, for hosts that read no such file.

use crate::source::in_address;

/// The text of the file, for a site at `root`; `None` where nothing has moved. What no page stands for comes first, as Cloudflare reads no more than
/// 2,000 lines.
pub(super) fn redirects<'a>(root: &str, moved: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let is_page = |from: &str| from.strip_suffix(".html").is_some();
    let (pages, others): (Vec<_>, Vec<_>) = moved.partition(|(from, _)| is_page(from));
    let line = |(from, to)| format!("{root}{} {} 301\n", in_address(from), target(root, to));
    let lines: Vec<_> = others.into_iter().chain(pages).map(line).collect();
    (!lines.is_empty()).then(|| lines.concat())
}

/// A whole address stays as it is.
fn target(root: &str, to: &str) -> String {
    if to.contains("://") {
        return to.to_owned();
    }
    let (path, fragment) = to.split_at(to.find('#').unwrap_or(to.len()));
    format!("{root}{}{fragment}", in_address(path))
}

#[cfg(test)]
mod tests {
    use super::redirects;

    #[test]
    fn a_line_for_each_and_those_without_a_page_first() {
        let moved = [
            ("plan/9.html", "plan/1.html#targets"),
            ("files/旧 計画.pdf", "files/計画.pdf"),
            ("old.html", "https://example.jp/#a"),
        ];
        assert_eq!(
            redirects("/plan/", moved.into_iter()).unwrap_or_default(),
            "/plan/files/%E6%97%A7%20%E8%A8%88%E7%94%BB.pdf /plan/files/%E8%A8%88%E7%94%BB.pdf 301\n\
             /plan/plan/9.html /plan/plan/1.html#targets 301\n\
             /plan/old.html https://example.jp/#a 301\n"
        );
        assert_eq!(redirects("/", [].into_iter()), None);
    }
}
