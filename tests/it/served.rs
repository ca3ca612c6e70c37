//! A site that `keikaku serve` shows as long as a story lasts, and whoever asks it for something.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ureq::Agent;

use crate::site::{TestSite, files_in};

/// Longer than anything takes on the slowest machine: a story that waits so long has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long nobody asks again.
const BREATH: Duration = Duration::from_millis(15);

/// A program that serves a site, ended with the story.
pub struct Served {
    process: Child,
    /// `127.0.0.1:` and a number that the system chose.
    pub host: String,
    pub site: TestSite,
    said: Arc<Mutex<String>>,
    agent: Agent,
}

/// An answer, with what it says of the file.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    /// How long a browser may keep it.
    pub kept: String,
    pub bytes: Vec<u8>,
}

impl Served {
    pub fn start(site: TestSite) -> Self {
        Self::start_with(site, &[])
    }

    pub fn start_with(site: TestSite, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_keikaku"))
            .args(["serve", "--address", "127.0.0.1:0"])
            .args(arguments)
            .current_dir(site.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        listen(process.stdout.take().unwrap(), &said);
        listen(process.stderr.take().unwrap(), &said);
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None);
        let agent = Agent::from(config.build());
        let mut served = Self { process, host: String::new(), site, said, agent };
        served.host = eventually(&|| "the program does not say where it serves".to_owned(), || {
            let said = served.said();
            let (_, rest) = said.split_once("http://")?;
            Some(rest.split_once('/')?.0.to_owned())
        });
        // Whoever is answered is answered out of a plan that was read.
        served.get("/");
        served
    }

    /// What a program is answered, who takes whatever there is.
    pub fn get(&self, address: &str) -> Answer {
        self.ask(address, "*/*")
    }

    /// What a browser is answered.
    pub fn see(&self, address: &str) -> String {
        String::from_utf8(self.ask(address, "text/html,*/*;q=0.8").bytes).unwrap()
    }

    fn ask(&self, address: &str, accept: &str) -> Answer {
        let request = self.agent.get(format!("http://{}{address}", self.host)).header("Accept", accept);
        let mut response = request.call().unwrap();
        let header = |name| response.headers().get(name).map(|said| said.to_str().unwrap().to_owned());
        let (kind, kept) = (header("content-type"), header("cache-control"));
        Answer {
            status: response.status().as_u16(),
            kind: kind.unwrap_or_default(),
            kept: kept.unwrap_or_default(),
            bytes: response.body_mut().with_config().limit(1 << 30).read_to_vec().unwrap(),
        }
    }

    /// Waits until a browser sees what it should at an address.
    pub fn sees(&self, address: &str, what: impl Fn(&str) -> bool) -> String {
        self.eventually(address, || Some(self.see(address)).filter(|page| what(page)))
    }

    /// Waits until a browser sees these words at an address.
    pub fn shows(&self, address: &str, words: &str) -> String {
        self.sees(address, |page| page.contains(words))
    }

    /// Waits until there is nothing at an address.
    pub fn lacks(&self, address: &str) {
        self.eventually(address, || (self.get(address).status == 404).then_some(()));
    }

    /// Waits for something; what the program said is told when it does not come.
    pub fn eventually<T>(&self, what: &str, found: impl FnMut() -> Option<T>) -> T {
        let said = || format!("{what}: it does not come\n{}", self.said());
        eventually(&said, found)
    }

    /// Waits until each file is served as a build makes it, and what it does not make is not there.
    pub fn equals_a_build(&self) {
        let built = self.built();
        let wrong = Mutex::new(String::new());
        let is_same = |(name, bytes): (&String, &Vec<u8>)| {
            let is_same = self.get(&address(name)).bytes == *bytes;
            if !is_same {
                wrong.lock().unwrap().clone_from(name);
            }
            is_same
        };
        let began = Instant::now();
        while !built.iter().all(is_same) {
            let wrong = wrong.lock().unwrap();
            assert!(began.elapsed() < PATIENCE, "{wrong} is another than a build makes it\n{}", self.said());
            thread::sleep(BREATH);
        }
    }

    /// What a first build makes of the site as it is now.
    pub fn built(&self) -> BTreeMap<String, Vec<u8>> {
        let apart = tempfile::TempDir::new().unwrap();
        let output = apart.path().join("public");
        self.site.build(&["--output", output.to_str().unwrap()]);
        files_in(&output)
    }

    /// Everything that the program said on the terminal.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until the program has said something.
    pub fn says(&self, words: &str) {
        self.eventually(words, || self.said().contains(words).then_some(()));
    }

    /// Sends bytes as they are; what comes back until the program has nothing more to say.
    pub fn send(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(bytes).unwrap();
        let mut answer = Vec::new();
        // Of a request that is none the rest may not be read any more, which the system tells as a broken connection.
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks for a path as it stands there; the number and what comes behind it.
    pub fn request(&self, path: &[u8]) -> (u16, String) {
        let host = format!(" HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host);
        let answer = self.send(&[b"GET ", path, host.as_bytes()].concat());
        (status(&answer), answer)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Its memory in KiB, as the system counts it.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// Presses Ctrl-C, and waits until the program has ended.
    pub fn interrupt(&mut self) -> Duration {
        let began = Instant::now();
        let kill = Command::new("kill").args(["-INT", &self.process.id().to_string()]).status().unwrap();
        assert!(kill.success());
        eventually(&|| "Ctrl-C does not end it".to_owned(), || self.process.try_wait().unwrap());
        began.elapsed()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The path of a file in a request.
pub fn address(file: &str) -> String {
    let parts = file.split('/').map(|part| utf8_percent_encode(part, NON_ALPHANUMERIC).to_string());
    format!("/{}", parts.collect::<Vec<_>>().join("/"))
}

/// The number of an answer; 0 if there is none.
pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

/// Waits until something is there.
fn eventually<T>(what: &dyn Fn() -> String, mut found: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "{}", what());
        thread::sleep(BREATH);
    }
}

/// Notes what a program says, line by line, so that it never waits for somebody to listen.
fn listen(from: impl Read + Send + 'static, said: &Arc<Mutex<String>>) {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut said = said.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
}

/// Says something of a story that ends well, to who runs it by hand.
pub fn note(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

/// Writes as many editors do: beside the file, and then into its place.
pub fn write_by_rename(file: &Path, text: &str) {
    let beside = file.with_extension("md.tmp");
    std::fs::write(&beside, text).unwrap();
    std::fs::rename(&beside, file).unwrap();
}
