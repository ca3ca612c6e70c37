//! A little web for tests. Whatever host is asked, a server on this machine answers: keikaku takes it for its proxy. Only
//! [`NOWHERE`] is looked for outside, where it is not.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Hosts that nobody can have (RFC 6761), by the way in which proxies are told to leave them alone.
const NOWHERE: &str = ".invalid,wwww.city.example";

/// A server that answers as long as the test runs.
pub struct Web {
    proxy: String,
    book: Arc<Mutex<Book>>,
}

/// What the server has seen.
#[derive(Default)]
struct Book {
    /// `HEAD host/path`, in the order of coming.
    requests: Vec<String>,
    /// How many requests are open at each host.
    open: BTreeMap<String, usize>,
    /// The most that ever were, at any host.
    most_open: usize,
}

impl Web {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = format!("http://{}", listener.local_addr().unwrap());
        let book = Arc::new(Mutex::new(Book::default()));
        let pages = Arc::clone(&book);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let book = Arc::clone(&pages);
                thread::spawn(move || serve(stream, &book));
            }
        });
        Self { proxy, book }
    }

    /// What keikaku's environment has to be to see this web and no other.
    pub fn environment(&self) -> [(&'static str, &str); 2] {
        [("ALL_PROXY", &self.proxy), ("NO_PROXY", NOWHERE)]
    }

    /// Every request so far, in the order of coming.
    pub fn requests(&self) -> Vec<String> {
        self.book.lock().unwrap().requests.clone()
    }

    /// The most requests that one host ever had at once.
    pub fn most_at_once(&self) -> usize {
        self.book.lock().unwrap().most_open
    }
}

fn serve(mut stream: TcpStream, book: &Mutex<Book>) -> Option<()> {
    let tunnel = head(&mut stream)?;
    assert!(tunnel.starts_with("CONNECT "), "keikaku asks a proxy for a tunnel: {tunnel}");
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").ok()?;
    let Some(head) = head(&mut stream) else {
        // It is no HTTP, so it is TLS, of which this web knows nothing.
        return stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").ok();
    };
    let mut words = head.split_whitespace();
    let (method, path) = (words.next()?, words.next()?);
    let host = head.lines().find_map(|line| line.to_lowercase().strip_prefix("host: ").map(str::to_owned))?;
    {
        let mut book = book.lock().unwrap();
        book.requests.push(format!("{method} {host}{path}"));
        let open = book.open.entry(host.clone()).or_default();
        *open += 1;
        book.most_open = book.most_open.max(book.open[&host]);
    }
    // Who does not wait for its turn is there before this is over.
    thread::sleep(Duration::from_millis(50));
    *book.lock().unwrap().open.get_mut(&host)? -= 1;
    let answer = answer(method, path)?;
    stream.write_all(format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n").as_bytes()).ok()
}

/// The head of a request; `None` if something else is sent.
fn head(stream: &mut TcpStream) -> Option<String> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
        if !head[0].is_ascii_uppercase() {
            return None;
        }
    }
    String::from_utf8(head).ok()
}

/// What is said about a path, which is the same on every host; `None` closes the connection without a word.
fn answer(method: &str, path: &str) -> Option<String> {
    let said = match (path, method) {
        ("/gone.html", _) | ("/head-404.html", "HEAD") => "404 Not Found",
        ("/removed.html", _) => "410 Gone",
        ("/head-405.html", "HEAD") => "405 Method Not Allowed",
        ("/head-403.html", "HEAD") | ("/private.html", _) => "403 Forbidden",
        ("/down.html", _) => "503 Service Unavailable",
        ("/busy.html", _) => "503 Service Unavailable\r\nRetry-After: 60",
        ("/moved.html", _) => "301 Moved Permanently\r\nLocation: index.html",
        ("/moved-and-gone.html", _) => "302 Found\r\nLocation: /gone.html",
        ("/circle.html", _) => "302 Found\r\nLocation: circle.html",
        ("/to-file.html", _) => "302 Found\r\nLocation: file:///C:/plan.html",
        ("/silent.html", _) => return None,
        // `/to/host/page.html`
        (path, _) => match path.strip_prefix("/to/") {
            Some(target) => return Some(format!("302 Found\r\nLocation: http://{target}")),
            None => "200 OK",
        },
    };
    Some(said.to_owned())
}
