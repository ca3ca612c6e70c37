//! A single request over the wire: the only place that knows ureq.
//!
//! The head of an answer is read and its body left where it is. Heads are bounded by ureq (64 KiB).

use std::io::ErrorKind;
use std::time::Duration;

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};
use url::{Host, Url};

use super::Why;

/// An honest name: whoever reads a server's log sees what it was.
const NAME: &str = concat!("keikaku/", env!("CARGO_PKG_VERSION"), " (link check)");

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Head,
    Get,
}

/// The head of an answer, as far as it matters.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    /// The server says when to come again.
    retry_after: bool,
}

impl Reply {
    pub(super) fn asks_to_come_later(&self) -> bool {
        self.status == 429 || (self.status == 503 && self.retry_after)
    }
}

/// What makes requests.
pub(super) struct Client(Agent);

impl Client {
    /// By the certificates that the operating system trusts, as the networks of city halls often have one of their own, and
    /// through the proxy that the environment or Windows names. Every request has a connection of its own: one that a
    /// server closed meanwhile cannot be taken for a page that is not there.
    pub(super) fn new() -> Self {
        let trust = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .tls_config(trust)
            .user_agent(NAME)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_connections(0)
            .build();
        Self(config.into())
    }

    pub(super) fn request(&self, method: Method, url: &Url, within: Duration) -> Result<Reply, Why> {
        let request = match method {
            Method::Head => self.0.head(url.as_str()),
            Method::Get => self.0.get(url.as_str()),
        };
        let mut config = request.config().timeout_global(Some(within));
        if is_this_machine(url) {
            config = config.proxy(None);
        }
        let response = config.build().call().map_err(|error| why(&error))?;
        let header = |name| response.headers().get(name);
        Ok(Reply {
            status: response.status().as_u16(),
            location: header("location").map(|it| String::from_utf8_lossy(it.as_bytes()).into_owned()),
            retry_after: header("retry-after").is_some(),
        })
    }
}

/// No proxy can find it.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn why(error: &Error) -> Why {
    match error {
        Error::HostNotFound | Error::BadUri(_) => Why::NoSuchHost,
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => Why::Unsafe,
        // So rustls says through a socket that it does not trust the other side.
        Error::Io(error) if error.kind() == ErrorKind::InvalidData => Why::Unsafe,
        Error::Io(error) if is_unknown_name(error) => Why::NoSuchHost,
        _ => Why::Unreachable,
    }
}

/// The standard library has no kind for a name that is not found: it has words of its own for it, and the numbers of Windows.
fn is_unknown_name(error: &std::io::Error) -> bool {
    const WINDOWS: std::ops::RangeInclusive<i32> = 11001..=11004;
    error.raw_os_error().is_some_and(|number| WINDOWS.contains(&number))
        || error.to_string().starts_with("failed to lookup address")
}
