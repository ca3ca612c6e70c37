//! Whose turn it is: one request at a time to a host, with a pause behind each, and none to a host that asked to be left
//! alone. It holds for redirects too, which lead from one host to another.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Why;
use super::request::Reply;

/// Every host that was asked so far.
pub(super) struct Hosts {
    pause: Duration,
    deadline: Instant,
    doors: Mutex<BTreeMap<String, Arc<Mutex<Door>>>>,
}

/// Before a host: who holds it is the one who asks.
#[derive(Default)]
struct Door {
    /// When the next request may begin.
    open_from: Option<Instant>,
    /// The host asked to come later.
    closed: bool,
}

impl Hosts {
    pub(super) fn new(pause: Duration, deadline: Instant) -> Self {
        Self { pause, deadline, doors: Mutex::default() }
    }

    /// Makes a request when its host is free; the request hears how much time there is for all.
    pub(super) fn in_turn(
        &self,
        host: &str,
        request: impl FnOnce(Duration) -> Result<Reply, Why>,
    ) -> Result<Reply, Why> {
        let door = self.door(host);
        let mut door = door.lock().unwrap_or_else(PoisonError::into_inner);
        let pause =
            door.open_from.map_or(Duration::ZERO, |from| from.saturating_duration_since(Instant::now()));
        let time = self.deadline.saturating_duration_since(Instant::now()).saturating_sub(pause);
        if door.closed || time.is_zero() {
            return Err(Why::NotAsked);
        }
        thread::sleep(pause);
        let reply = request(time);
        door.open_from = Some(Instant::now() + self.pause);
        door.closed = reply.as_ref().is_ok_and(Reply::asks_to_come_later);
        if door.closed { Err(Why::NotAsked) } else { reply }
    }

    fn door(&self, host: &str) -> Arc<Mutex<Door>> {
        let mut doors = self.doors.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(doors.entry(host.to_owned()).or_default())
    }
}
