//! The way from a browser to the [`desk`](super::desk): the only place that knows axum.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::guard;
use super::inbox::{Answer, Bell};
use super::panel::{self, CHANGES, SCRIPT, STYLE};

/// Where requests come in.
pub(crate) struct Door {
    listener: TcpListener,
    address: SocketAddr,
    /// The name or the number that was asked for.
    host: String,
}

/// Why there is no door.
pub(crate) enum Shut {
    /// Somebody else is there; the address beside it that is free.
    Taken(Option<String>),
    Other(io::Error),
}

/// How many ports are tried for one that is free.
const TRIED: u16 = 20;

impl Door {
    /// Opens at an address: `127.0.0.1:3300`, `localhost:3300`.
    pub(crate) fn open(address: &str) -> std::result::Result<Self, Shut> {
        let (host, port) = address.rsplit_once(':').unwrap_or((address, ""));
        let door = |listener: TcpListener| {
            listener.set_nonblocking(true)?;
            let address = listener.local_addr()?;
            Ok(Self { listener, address, host: host.to_owned() })
        };
        match TcpListener::bind(address) {
            Ok(listener) => door(listener).map_err(Shut::Other),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                let port: u16 = port.parse().unwrap_or_default();
                let others =
                    (1..=TRIED).filter_map(|more| Some(format!("{host}:{}", port.checked_add(more)?)));
                Err(Shut::Taken(others.into_iter().find(|other| TcpListener::bind(other).is_ok())))
            }
            Err(error) => Err(Shut::Other(error)),
        }
    }

    /// Where this machine comes in.
    pub(crate) fn own(&self) -> SocketAddr {
        let own: IpAddr = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        SocketAddr::new(own, self.address.port())
    }

    /// Whether only this machine can come in.
    pub(crate) fn is_private(&self) -> bool {
        self.address.ip().is_loopback()
    }
}

/// Answers whoever comes in, for ever.
///
/// # Errors
///
/// When the system lets nobody in any more.
pub(crate) fn serve(door: Door, bell: Bell) -> Result<()> {
    let Door { listener, host, .. } = door;
    let pages = Router::new()
        .route(CHANGES, get(changes))
        .route(SCRIPT, get(|| async { own("text/javascript", panel::SCRIPT_TEXT) }))
        .route(STYLE, get(|| async { own("text/css", panel::STYLE_TEXT) }))
        .fallback_service(get(page).with_state(bell.clone()))
        .with_state(bell)
        .layer(from_fn_with_state(host, admit));
    // What takes time is done at the desk; here is nothing but waiting.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, pages).await?;
        Ok(())
    })
}

/// Turns away whom another site has sent.
async fn admit(State(own): State<String>, request: Request, next: Next) -> Response {
    if is_meant(&request, &own) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "403: Host\n").into_response()
    }
}

/// Whether a request says once for whom it is, and names this program wherever it does.
fn is_meant(request: &Request, own: &str) -> bool {
    let mut named =
        request.headers().get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let (Some(host), None) = (named.next(), named.next()) else { return false };
    request.uri().host().into_iter().chain([host]).all(|host| guard::is_own(host, own))
}

async fn page(State(bell): State<Bell>, uri: Uri, headers: HeaderMap) -> Response {
    let Some(address) = guard::address(uri.path()) else {
        return (StatusCode::BAD_REQUEST, "400\n").into_response();
    };
    match bell.ask(address, is_seen(&headers)).await {
        Some(Answer { status, address, bytes, lasts }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, plain(&kind(&address), lasts), Body::from(bytes)).into_response()
        }
        None => (StatusCode::INTERNAL_SERVER_ERROR, "500\n").into_response(),
    }
}

/// Whether a browser is about to show what it asks for; programs get the bytes as they are published.
fn is_seen(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|accepted| accepted.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// Tells a page when there is another state than that which it was made of.
async fn changes(
    State(bell): State<Bell>,
    uri: Uri,
) -> Sse<impl Stream<Item = std::result::Result<Event, Infallible>>> {
    let since = uri.query().and_then(|query| query.strip_prefix("since=")?.parse::<u64>().ok());
    let others = WatchStream::new(bell.version).filter(move |version| Some(*version) != since);
    Sse::new(others.map(|version| Ok(Event::default().data(version.to_string()))))
        .keep_alive(KeepAlive::default())
}

/// A file of this program's own: pages ask for it by an address that tells what is in it.
fn own(kind: &str, text: &'static str) -> Response {
    (plain(kind, true), text).into_response()
}

/// What is said of every file. What does not last may be another one a moment later.
fn plain(kind: &str, lasts: bool) -> [(header::HeaderName, String); 3] {
    let kept = if lasts { "private, max-age=31536000, immutable" } else { "no-store" };
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CACHE_CONTROL, kept.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ]
}

/// What kind of file an address is of.
fn kind(address: &str) -> String {
    let kind = mime_guess::from_path(address).first_or_octet_stream();
    let is_text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "javascript" | "json" | "xml");
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_utf_8() {
        assert_eq!(kind("plan/1.html"), "text/html; charset=utf-8");
        assert_eq!(kind("assets/a.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("data/plan.json"), "application/json; charset=utf-8");
        assert_eq!(kind("data/catalog.jsonld"), "application/ld+json");
        assert_eq!(kind("図.png"), "image/png");
        assert_eq!(kind("CNAME"), "application/octet-stream");
    }
}
