//! What `keikaku serve` answers nobody: what lies outside of the site, and whom another site has sent.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use crate::served::{Served, status};
use crate::site::TestSite;

/// What stands in a file beside `content/`, and is nobody's business.
const SECRET: &str = "of nobody's business";

fn town() -> Served {
    let site = TestSite::fixture("minimal");
    site.write("secret.txt", SECRET).write("content/static/open.txt", "open");
    Served::start(site)
}

#[test]
fn no_path_leads_outside() {
    let served = town();
    let root = served.site.path("").display().to_string();
    let paths = [
        "/../secret.txt",
        "/../../../../../../etc/passwd",
        "/plan/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/plan/%2e%2e/%2e%2e/secret.txt",
        "/.%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "//etc/passwd",
        "/plan//1.html",
        "///",
        "/%2Fetc%2Fpasswd",
        "/%2fetc/passwd",
        &format!("/{root}secret.txt"),
        "/..\\secret.txt",
        "/..%5Csecret.txt",
        "/plan\\1.html",
        "/plan/1.html%00",
        "/plan/1.html%00.txt",
        "/%ff%fe",
        "/%c0%ae%c0%ae/secret.txt",
        "/C:/Windows/win.ini",
        "/content/site.yaml",
        "/secret.txt",
        "secret.txt",
        "../secret.txt",
        "*",
    ];
    for path in paths {
        let (status, answer) = served.request(path.as_bytes());
        assert!([400, 403, 404].contains(&status), "{path}: {answer}");
        assert!(!answer.contains(SECRET) && !answer.contains("root:"), "{path}: {answer}");
    }
    assert_eq!(served.get("/open.txt").bytes, b"open");
}

#[test]
fn bytes_that_are_no_request_are_refused() {
    let served = town();
    for path in [&b"/plan/\0"[..], b"/\xff\xfe", b"/a b", b"/\x01", b"/\r\n/"] {
        let (status, answer) = served.request(path);
        assert!([0, 400, 404].contains(&status), "{path:?}: {answer}");
    }
    for bytes in [&b"\0\0\0\0\r\n\r\n"[..], b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"SSH-2.0-x\r\n\r\n"] {
        let mut stream = served.connect();
        stream.write_all(bytes).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!([0, 400].contains(&status(&String::from_utf8_lossy(&answer))), "{bytes:?}");
    }
    assert_eq!(served.get("/open.txt").bytes, b"open");
}

#[test]
fn addresses_of_another_host_are_refused() {
    let served = town();
    let own = served.host.clone();
    let port = own.rsplit_once(':').unwrap().1.to_owned();
    let ask = |target: &str, hosts: &[&str]| {
        let hosts = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect::<Vec<_>>().concat();
        let answer =
            served.send(format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n").as_bytes());
        assert!(!answer.contains("open") || answer.starts_with("HTTP/1.1 200 "), "{answer}");
        status(&answer)
    };
    for good in [&*own, "127.0.0.1", "localhost", &format!("localhost:{port}"), "[::1]"] {
        assert_eq!(ask("/open.txt", &[good]), 200, "{good}");
    }
    for foreign in
        ["evil.example", &format!("evil.example:{port}"), "127.0.0.1.evil.example", "localhost.evil", ""]
    {
        assert!([400, 403].contains(&ask("/open.txt", &[foreign])), "{foreign}");
    }
    for hosts in [&[][..], &[&own, "evil.example"], &["evil.example", &own], &[&own, &own]] {
        assert!([400, 403].contains(&ask("/open.txt", hosts)), "{hosts:?}");
    }
    // The name may stand in the first line too, and counts wherever it stands.
    assert_eq!(ask("http://evil.example/open.txt", &[&own]), 403);
    assert_eq!(ask(&format!("http://{own}/open.txt"), &["evil.example"]), 403);
    let old = served.send(b"GET /open.txt HTTP/1.0\r\n\r\n");
    assert!([400, 403].contains(&status(&old)), "{old}");
    // What hears of changes is a door too.
    assert_eq!(ask("/.keikaku/changes?since=1", &["evil.example"]), 403);
}

#[test]
fn nothing_is_taken_in() {
    let served = town();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"] {
        let request = format!(
            "{method} /open.txt HTTP/1.1\r\nHost: {}\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx",
            served.host
        );
        let answer = served.send(request.as_bytes());
        assert_eq!(status(&answer), 405, "{method}: {answer}");
    }
    let head = format!("HEAD /open.txt HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host);
    let answer = served.send(head.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn another_site_may_not_read_what_is_answered() {
    let served = town();
    let request = format!(
        "GET /open.txt HTTP/1.1\r\nHost: {}\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n",
        served.host
    );
    let answer = served.send(request.as_bytes()).to_lowercase();
    assert!(!answer.contains("access-control-allow"), "{answer}");
    assert!(answer.contains("x-content-type-options: nosniff"), "{answer}");
}

#[test]
fn links_out_of_the_site_are_not_followed() {
    let site = TestSite::fixture("minimal");
    site.write("secret.txt", SECRET).link("../../secret.txt", "content/static/link.txt");
    site.link("/etc", "content/static/etc");
    let served = Served::start(site);
    for address in ["/link.txt", "/etc/passwd"] {
        let answer = served.get(address);
        assert!(
            answer.status != 200 && !String::from_utf8_lossy(&answer.bytes).contains(SECRET),
            "{address}"
        );
    }
    assert!(served.see("/").contains("content/static/link.txt"), "it is told");
}

#[test]
fn a_link_that_takes_the_place_of_a_file_is_not_followed() {
    let served = town();
    let (file, secret) = (served.site.path("content/static/open.txt"), served.site.path("secret.txt"));
    served.site.write("content/static/folder/secret.txt", "open");
    served.eventually("folder", || (served.get("/folder/secret.txt").status == 200).then_some(()));
    for _ in 0..20 {
        fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(&secret, &file).unwrap();
        assert!(!String::from_utf8_lossy(&served.get("/open.txt").bytes).contains(SECRET));
        fs::remove_file(&file).unwrap();
        fs::write(&file, "open").unwrap();
        assert!(!String::from_utf8_lossy(&served.get("/open.txt").bytes).contains(SECRET));
    }
    // A folder on the way to it, too.
    let folder = served.site.path("content/static/folder");
    fs::rename(&folder, served.site.path("content/static/other")).unwrap();
    std::os::unix::fs::symlink(served.site.path(""), &folder).unwrap();
    for _ in 0..20 {
        assert!(!String::from_utf8_lossy(&served.get("/folder/secret.txt").bytes).contains(SECRET));
    }
}

#[test]
fn a_pipe_that_takes_the_place_of_a_file_keeps_nobody_waiting() {
    let served = town();
    let file = served.site.path("content/static/open.txt");
    fs::remove_file(&file).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
    let _ = served.get("/open.txt");
    assert_eq!(served.get("/plan/1.html").status, 200);
}

#[test]
fn slow_ones_keep_nobody_waiting() {
    const ALL: usize = 200;
    const SLOW: usize = 50;
    let served = town();
    let slow: Vec<_> = (0..SLOW)
        .map(|_| {
            let mut stream = served.connect();
            write!(stream, "GET /open.txt HTTP/1.1\r\nHost: {}\r\nX: ", served.host).unwrap();
            stream
        })
        .collect();
    let mut others: Vec<_> = (SLOW..ALL).map(|_| served.connect()).collect();
    for stream in &mut others {
        write!(stream, "GET /plan/1.html HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host)
            .unwrap();
    }
    let page = served.get("/plan/1.html").bytes;
    for stream in &mut others {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(answer.ends_with(&page));
    }
    drop(slow);
}

#[test]
fn a_number_that_is_taken_is_told_with_the_next_free_one() {
    let site = TestSite::fixture("minimal");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let run = site.run(&["serve", "--address", &address.to_string()]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("{address} is taken; --address 127.0.0.1:")), "{}", run.stderr);
    let (_, free) = run.stderr.split_once("is taken; --address ").unwrap();
    let (free, _) = free.split_once(' ').unwrap();
    TcpListener::bind(free).unwrap();
}

#[test]
fn an_address_that_is_none_is_told() {
    for address in ["3300", "nowhere.invalid:1", "127.0.0.1:99999", ""] {
        let run = TestSite::fixture("minimal").run(&["serve", "--address", address]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{address}: {}", run.stderr);
        assert!(run.stderr.contains("127.0.0.1:3300"), "{}", run.stderr);
    }
}

#[test]
fn ctrl_c_ends_it_at_once_though_somebody_listens() {
    let mut served = town();
    let mut stream = served.connect();
    write!(stream, "GET /.keikaku/changes?since=1 HTTP/1.1\r\nHost: {}\r\n\r\n", served.host).unwrap();
    let mut answer = [0; 256];
    assert!(stream.read(&mut answer).unwrap() > 0);
    let began = Instant::now();
    served.interrupt();
    // That it does not wait for who listens is what counts, which is told every 15 seconds that there is nothing new.
    assert!(began.elapsed() < Duration::from_secs(10));
}
