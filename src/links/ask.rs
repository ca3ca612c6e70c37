//! One address, from the first question to an answer.

use std::time::Instant;

use url::Url;

use super::polite::Hosts;
use super::request::{Client, Method, Reply};
use super::{Answer, Limits, Why};

/// Goes and asks.
pub(super) struct Visitor {
    client: Client,
    hosts: Hosts,
    limits: Limits,
}

impl Visitor {
    pub(super) fn new(limits: Limits, deadline: Instant) -> Self {
        Self { client: Client::new(), hosts: Hosts::new(limits.pause, deadline), limits }
    }

    pub(super) fn ask(&self, url: Url) -> Answer {
        self.follow(url).unwrap_or_else(Answer::Unknown)
    }

    /// Asks for the head alone, which costs the server least. Where that is refused or nothing is said to be there, the page
    /// itself is asked for: some servers know pages only.
    fn follow(&self, mut url: Url) -> Result<Answer, Why> {
        let mut method = Method::Head;
        let mut redirects = 0;
        loop {
            let Reply { status, location, .. } = self.request(method, &url)?;
            match (status, location) {
                (300..=399, Some(_)) if redirects == self.limits.redirects => return Err(Why::Astray),
                (300..=399, Some(location)) => {
                    url = target(&url, &location)?;
                    redirects += 1;
                }
                (403 | 404 | 405 | 501, _) if method == Method::Head => method = Method::Get,
                (200..=399, _) => return Ok(Answer::There),
                (404 | 410, _) => return Ok(Answer::Gone(status)),
                _ => return Err(Why::Refused(status)),
            }
        }
    }

    fn request(&self, method: Method, url: &Url) -> Result<Reply, Why> {
        let host = url.host_str().ok_or(Why::NoSuchHost)?;
        self.hosts.in_turn(host, |time| self.client.request(method, url, time.min(self.limits.request)))
    }
}

/// An address as it is sent: Japanese names and paths in the letters of the web (`xn--…`, `%E8%A8%88`), no fragment, and no
/// password that somebody left in it.
pub(super) fn parse(address: &str) -> Result<Url, Why> {
    plain(Url::parse(address).map_err(|_| Why::NoSuchHost)?).ok_or(Why::NoSuchHost)
}

/// Where an address points to.
fn target(from: &Url, location: &str) -> Result<Url, Why> {
    from.join(location).ok().and_then(plain).ok_or(Why::Astray)
}

fn plain(mut url: Url) -> Option<Url> {
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, sent: Option<&str>) {
        assert_eq!(parse(address).ok().as_ref().map(Url::as_str), sent, "{address}");
    }

    #[test]
    fn addresses_are_sent_in_the_letters_of_the_web() {
        check("https://日本語.jp/", Some("https://xn--wgv71a119e.jp/"));
        check(
            "https://x.jp/計画.html?年=令和#第1章",
            Some("https://x.jp/%E8%A8%88%E7%94%BB.html?%E5%B9%B4=%E4%BB%A4%E5%92%8C"),
        );
        check("https://x.jp/%E8%A8%88.html", Some("https://x.jp/%E8%A8%88.html"));
        check("HTTP://name:word@x.jp", Some("http://x.jp/"));
        check("https://", None);
        check("file:///C:/計画.html", None);
    }

    #[test]
    fn an_address_points_to_the_web_alone() {
        let from = Url::parse("https://x.jp/a/b.html").unwrap();
        let to = |location| target(&from, location).map(String::from);
        assert_eq!(to("../計.html#c"), Ok("https://x.jp/%E8%A8%88.html".to_owned()));
        assert_eq!(to("//y.jp"), Ok("https://y.jp/".to_owned()));
        assert_eq!(to("file:///etc/hosts"), Err(Why::Astray));
        assert_eq!(to("javascript:alert(1)"), Err(Why::Astray));
    }
}
