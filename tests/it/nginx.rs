//! A site as Debian's nginx serves it by the block of docs/deploy.md, asked by a real client. Where there is no nginx the stories are
//! left out, which says so; with `KEIKAKU_NGINX=1`, as in CI, that is a failure.

use std::fs;
use std::io::{Write, stderr};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use ureq::Agent;

use crate::docs::blocks;
use crate::published::Published;
use crate::site::TestSite;

const PAGES: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// An nginx that runs as long as the test.
struct Nginx {
    process: Child,
    origin: String,
    site: TestSite,
    published: Published,
}

/// An answer: status, headers and body.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let first = found.next();
        assert_eq!(found.next(), None, "{name} is there twice");
        first
    }
}

impl Nginx {
    /// Serves the project's own plan; `None` where there is no nginx.
    fn start() -> Option<Self> {
        if Command::new("nginx").arg("-v").stderr(Stdio::null()).status().is_err() {
            assert!(std::env::var_os("KEIKAKU_NGINX").is_none(), "nginx is not installed");
            // Not by eprintln!, which nobody sees of a story that ends well.
            stderr().write_all(b"LEFT OUT: there is no nginx, so docs/deploy.md was not tried\n").unwrap();
            return None;
        }
        let site = TestSite::koriyama();
        site.write("content/static/.well-known/security.txt", "Contact: https://example.jp/\n");
        site.build(&[])
            .write("public/.secret", "of nobody's business")
            .write("public/_redirects", "/a /b 301\n");
        compress(&site.path("public/about.html"));
        let published = Published::of(&site);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        site.write("nginx.conf", configuration(&site.path(""), port));
        let process = Command::new("nginx")
            .arg("-e")
            .arg("stderr")
            .arg("-c")
            .arg(site.path("nginx.conf"))
            .spawn()
            .unwrap();
        let nginx = Self { process, origin: format!("http://127.0.0.1:{port}"), site, published };
        nginx.wait(port);
        Some(nginx)
    }

    fn wait(&self, port: u16) {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("nginx does not answer; {}", self.site.read("nginx.conf"));
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None).build();
        let mut request = Agent::from(config).get(format!("{}{path}", self.origin));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.call().unwrap();
        let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap().to_owned();
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            body: response.body_mut().read_to_vec().unwrap(),
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// What stands around the block in Debian's nginx.conf, but in a folder of its own and without root's rights.
fn configuration(folder: &Path, port: u16) -> String {
    let recipe = blocks("docs/deploy.md").into_iter().find(|block| block.language == "nginx").unwrap().text;
    let replaced = |text: String, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    };
    let recipe = replaced(recipe, "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let recipe = replaced(recipe, "    listen [::]:80;\n", "");
    let folder = folder.display();
    let mut recipe = replaced(recipe, "root /var/www/plan;", &format!("root {folder}/public;"));
    if !has_brotli() {
        recipe = replaced(recipe, "brotli_static on;", "");
    }
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|what| format!("    {what}_temp_path {folder}/tmp-{what};\n"))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log stderr crit;\n\
         include /etc/nginx/modules-enabled/*.conf;\nevents {{}}\nhttp {{\n    sendfile on;\n    \
         include /etc/nginx/mime.types;\n    default_type application/octet-stream;\n    access_log off;\n\
         {temporary}    gzip on;\n{recipe}}}\n"
    )
}

fn has_brotli() -> bool {
    let modules = fs::read_dir("/etc/nginx/modules-enabled").into_iter().flatten().flatten();
    let there =
        modules.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().contains("brotli-static"));
    assert!(there || std::env::var_os("KEIKAKU_NGINX").is_none(), "nginx has no brotli_static");
    there
}

/// What a build leaves beside a file when it is to be compressed: here the second is no more than a sign.
fn compress(file: &Path) {
    let status = Command::new("gzip").args(["-9", "-k", "-n"]).arg(file).status().unwrap();
    assert!(status.success());
    fs::write(file.with_extension("html.br"), "brotli").unwrap();
}

#[test]
fn debians_nginx_serves_a_site_as_the_recipe_says() {
    let Some(nginx) = Nginx::start() else { return };
    serves_every_file_with_its_headers(&nginx);
    shows_the_page_for_what_is_not_there(&nginx);
    finds_the_index_of_a_folder(&nginx);
    sends_what_is_compressed(&nginx);
    says_that_nothing_has_changed(&nginx);
}

fn serves_every_file_with_its_headers(nginx: &Nginx) {
    let hidden =
        |path: &&String| !path.starts_with(['.', '_']) && *path != "404.html" && ending(path) != "br";
    let headers = nginx.published.text("_headers").lines().take_while(|line| !line.is_empty()).skip(1);
    let always: Vec<_> = headers.map(|line| line.trim().split_once(": ").unwrap()).collect();
    assert_eq!(always.len(), 4);
    for path in nginx.published.0.keys().filter(hidden) {
        let answer = nginx.get(&format!("/{path}"), &[("accept-encoding", "identity")]);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body == nginx.published.0[path], "{path}");
        let lasts = path.starts_with("assets/") || ending(path) == "bin";
        assert_eq!(answer.header("cache-control"), Some(if lasts { FOR_EVER } else { PAGES }), "{path}");
        for (name, value) in &always {
            assert_eq!(answer.header(&name.to_lowercase()), Some(*value), "{path}");
        }
        let expected = match ending(path) {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "application/javascript; charset=utf-8",
            "json" => "application/json",
            "csv" => "text/csv; charset=utf-8",
            "ics" => "text/calendar; charset=utf-8",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "jsonld" => "application/ld+json",
            "xml" => "text/xml; charset=utf-8",
            "txt" => "text/plain; charset=utf-8",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "bin" | "gz" => "application/octet-stream",
            other => panic!("{other} of {path}"),
        };
        assert_eq!(answer.header("content-type"), Some(expected), "{path}");
    }
    assert_eq!(nginx.get("/.well-known/security.txt", &[]).status, 200);
}

fn ending(path: &str) -> &str {
    path.rsplit('.').next().unwrap()
}

fn shows_the_page_for_what_is_not_there(nginx: &Nginx) {
    let paths = ["/none.html", "/plan/none/", "/assets/style-0.css", "/assets/", "/404.html"];
    for path in paths.into_iter().chain(["/.secret", "/.nojekyll", "/_headers", "/_redirects"]) {
        let answer = nginx.get(path, &[("accept-encoding", "identity")]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body == nginx.published.0["404.html"], "{path}");
        assert_eq!(answer.header("cache-control"), Some(PAGES), "what is not there may come: {path}");
        assert!(answer.header("content-security-policy").is_some(), "{path}");
    }
}

fn finds_the_index_of_a_folder(nginx: &Nginx) {
    for (path, file) in
        [("/", "index.html"), ("/plan/", "plan/index.html"), ("/search.html?q=x", "search.html")]
    {
        let answer = nginx.get(path, &[("accept-encoding", "identity")]);
        assert_eq!((answer.status, answer.header("cache-control")), (200, Some(PAGES)), "{path}");
        assert!(answer.body == nginx.published.0[file], "{path}");
    }
    let answer = nginx.get("/plan", &[]);
    assert_eq!((answer.status, answer.header("location")), (301, Some("/plan/")));
}

fn sends_what_is_compressed(nginx: &Nginx) {
    let file = |path: &str| &nginx.published.0[path];
    let beside = nginx.get("/about.html", &[("accept-encoding", "gzip")]);
    assert_eq!(
        (beside.header("content-encoding"), beside.header("vary")),
        (Some("gzip"), Some("Accept-Encoding"))
    );
    assert!(beside.body == *file("about.html.gz"), "what lies beside a page is sent as it is");
    assert_eq!(beside.header("content-type"), Some("text/html; charset=utf-8"));
    if has_brotli() {
        let best = nginx.get("/about.html", &[("accept-encoding", "gzip, br")]);
        assert_eq!((best.header("content-encoding"), best.body.as_slice()), (Some("br"), &b"brotli"[..]));
    }
    let plain = nginx.get("/about.html", &[("accept-encoding", "identity")]);
    assert_eq!((plain.header("content-encoding"), plain.header("vary")), (None, Some("Accept-Encoding")));
    let sheet = nginx.published.asset("style.css");
    for path in ["index.html", "data/plan.json", "sitemap.xml", &sheet] {
        let answer = nginx.get(&format!("/{path}"), &[("accept-encoding", "gzip")]);
        assert_eq!(answer.header("content-encoding"), Some("gzip"), "{path}");
        assert!(answer.body.len() < file(path).len() / 2, "{path}");
    }
}

fn says_that_nothing_has_changed(nginx: &Nginx) {
    let page = nginx.get("/index.html", &[("accept-encoding", "identity")]);
    let tag = page.header("etag").unwrap();
    let again = nginx.get("/index.html", &[("accept-encoding", "identity"), ("if-none-match", tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
}
