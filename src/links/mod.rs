//! Whether addresses on the web are there: asked politely and within bounds. Knows nothing of plans.
//!
//! Gone is an address of which its own server says so. Whatever else keeps an answer away, be it this machine's network, a
//! server that takes programs for intruders, or time, leaves it unknown: who asks must not accuse without proof.

mod ask;
mod polite;
mod request;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use url::Url;

use ask::Visitor;

/// How much may be asked, and how fast.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// How many addresses are asked; those behind them are not.
    pub(crate) addresses: usize,
    /// How many hosts are asked at once; each of them one request at a time.
    pub(crate) hosts: usize,
    /// How many times an address may point to another one.
    pub(crate) redirects: usize,
    /// From the end of a request to the next one to the same host.
    pub(crate) pause: Duration,
    /// For one request, from the look for its host to the head of the answer.
    pub(crate) request: Duration,
    /// For all together.
    pub(crate) whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            addresses: 1000,
            hosts: 8,
            redirects: 5,
            pause: Duration::from_millis(500),
            request: Duration::from_secs(10),
            whole: Duration::from_mins(2),
        }
    }
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    There,
    /// The server says that there is nothing: 404 or 410.
    Gone(u16),
    Unknown(Why),
}

/// Why there is no telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// No machine has this name, or the address is none.
    NoSuchHost,
    /// No answer, or none that can be understood, in the time there is.
    Unreachable,
    /// No connection that nobody can listen to: the certificate is out of date, or somebody else's.
    Unsafe,
    /// The server answers, but neither with a page nor with its absence: 403, 500.
    Refused(u16),
    /// One address points to the next without end, or to what is not on the web.
    Astray,
    /// The limits were reached before its turn, or the server asks to come later.
    NotAsked,
}

/// Asks for every address, each of which stands there once; answers come in the order of the addresses. `done` is called
/// behind each that was asked.
pub(crate) fn ask(addresses: &[String], limits: &Limits, done: &(dyn Fn() + Sync)) -> Vec<(String, Answer)> {
    let visitor = Visitor::new(limits.clone(), Instant::now() + limits.whole);
    let mut answers = vec![Answer::Unknown(Why::NotAsked); addresses.len()];
    let mut queues = BTreeMap::<_, Vec<_>>::new();
    for ((number, address), answer) in (0..).zip(addresses).zip(&mut answers).take(limits.addresses) {
        match ask::parse(address) {
            Ok(url) => queues.entry(url.host_str().map(str::to_owned)).or_default().push((number, url)),
            Err(why) => *answer = Answer::Unknown(why),
        }
    }
    for (number, found) in visit(queues.into_values().collect(), &visitor, limits.hosts, done) {
        if let Some(answer) = answers.get_mut(number) {
            *answer = found;
        }
    }
    addresses.iter().cloned().zip(answers).collect()
}

/// Numbered addresses, all of one host.
type Queue = Vec<(usize, Url)>;

/// Goes through the queues of all hosts, some at once, and each from its front to its end. Threads of its own, as they wait
/// most of the time and those of rayon are for work.
fn visit(
    mut queues: Vec<Queue>,
    visitor: &Visitor,
    at_once: usize,
    done: &(dyn Fn() + Sync),
) -> Vec<(usize, Answer)> {
    // The longest is taken first, from the end.
    queues.sort_by_key(Vec::len);
    let threads = at_once.min(queues.len());
    let queues = Mutex::new(queues);
    let next = || queues.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work = || {
        let mut found = Vec::new();
        while let Some(queue) = next() {
            for (number, url) in queue {
                found.push((number, visitor.ask(url)));
                done();
            }
        }
        found
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// What is said about addresses of this machine, at ports of listeners that never answer.
    fn ask_silent(addresses: usize, limits: &Limits) -> Vec<Answer> {
        let listeners: Vec<_> = (0..addresses).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        let address = |listener: &TcpListener| format!("http://{}/", listener.local_addr().unwrap());
        let addresses: Vec<_> = listeners.iter().map(address).collect();
        ask(&addresses, limits, &|| ()).into_iter().map(|(_, answer)| answer).collect()
    }

    fn limits() -> Limits {
        Limits { pause: Duration::ZERO, request: Duration::from_millis(20), ..Limits::default() }
    }

    const NOT_ASKED: Answer = Answer::Unknown(Why::NotAsked);
    const UNREACHABLE: Answer = Answer::Unknown(Why::Unreachable);

    #[test]
    fn a_server_that_never_answers_is_not_waited_for() {
        assert_eq!(ask_silent(1, &limits()), [UNREACHABLE]);
    }

    #[test]
    fn a_machine_without_a_server_is_unreachable() {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let answers = ask(&[format!("http://{address}/")], &Limits::default(), &|| ());
        assert_eq!(answers, [(format!("http://{address}/"), UNREACHABLE)]);
    }

    #[test]
    fn more_addresses_than_the_limit_are_not_asked() {
        let limits = Limits { addresses: 2, ..limits() };
        assert_eq!(ask_silent(4, &limits), [UNREACHABLE, UNREACHABLE, NOT_ASKED, NOT_ASKED]);
    }

    #[test]
    fn what_is_left_when_time_is_over_is_not_asked() {
        let whole = Duration::from_millis(30);
        let limits = Limits { whole, request: whole * 10, ..limits() };
        assert_eq!(ask_silent(3, &limits), [UNREACHABLE, NOT_ASKED, NOT_ASKED]);
        assert_eq!(ask_silent(1, &Limits { whole: Duration::ZERO, ..limits }), [NOT_ASKED]);
    }

    #[test]
    fn a_pause_beyond_the_end_is_not_waited_for() {
        let limits = Limits { pause: Duration::from_hours(1), ..limits() };
        assert_eq!(ask_silent(2, &limits), [UNREACHABLE, NOT_ASKED]);
    }
}
