//! What the desk is told, and by whom: somebody asks, or files were touched.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use super::changes::{Change, Touched, merge};

/// Programs write a file in several steps, and a checkout many files: what follows another change so soon belongs to it.
const QUIET: Duration = Duration::from_millis(8);

/// The same once whoever wrote has closed the file: what may follow is another file, and that at once.
const CLOSED: Duration = Duration::from_millis(2);

/// So long a stream of changes is gathered at most.
const PATIENCE: Duration = Duration::from_millis(200);

/// Rung by whoever asks something.
#[derive(Clone)]
pub(crate) struct Bell {
    pub(super) desk: Sender<Message>,
    /// The number of the state that is shown.
    pub(super) version: watch::Receiver<u64>,
}

/// What the desk is told.
pub(super) enum Message {
    Asked(Question),
    Changed(Change),
}

pub(super) struct Question {
    pub(super) address: String,
    /// Whether a person looks at it, who is to be told of mistakes and changes.
    pub(super) is_seen: bool,
    pub(super) answer: oneshot::Sender<Answer>,
}

/// A file, or what stands in its place.
pub(super) struct Answer {
    pub(super) status: u16,
    /// Its ending tells of what kind it is.
    pub(super) address: String,
    pub(super) bytes: Vec<u8>,
    /// Whether there is never anything else at its address.
    pub(super) lasts: bool,
}

impl Bell {
    /// Asks for a file; `None` if the desk has come to an end.
    pub(super) async fn ask(&self, address: String, is_seen: bool) -> Option<Answer> {
        let (answer, answered) = oneshot::channel();
        self.desk.send(Message::Asked(Question { address, is_seen, answer })).ok()?;
        answered.await.ok()
    }
}

/// What was touched, and what is touched right after it, as one change. Whoever asks meanwhile waits for what comes of it.
pub(super) fn gather(inbox: &Receiver<Message>, first: Touched, waiting: &mut Vec<Question>) -> Touched {
    let mut touched = first;
    let began = Instant::now();
    let mut end = began + QUIET;
    loop {
        let left = end.min(began + PATIENCE).saturating_duration_since(Instant::now());
        match inbox.recv_timeout(left) {
            Ok(Message::Asked(question)) => waiting.push(question),
            Ok(Message::Changed(Change::Closed)) => end = Instant::now() + CLOSED,
            Ok(Message::Changed(Change::Touched(more))) => {
                merge(&mut touched, more);
                end = Instant::now() + QUIET;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return touched,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::mpsc::channel;

    use super::*;

    fn touched(name: &str) -> Message {
        Message::Changed(Change::Touched(Some([PathBuf::from(name)].into())))
    }

    #[test]
    fn changes_that_follow_one_another_are_one_and_who_asks_waits() {
        let (to, inbox) = channel();
        let (answer, _answered) = oneshot::channel();
        to.send(touched("b")).unwrap();
        to.send(Message::Asked(Question { address: "x".to_owned(), is_seen: true, answer })).unwrap();
        to.send(Message::Changed(Change::Closed)).unwrap();
        to.send(touched("c")).unwrap();
        let mut waiting = Vec::new();
        let all = gather(&inbox, Some([PathBuf::from("a")].into()), &mut waiting);
        assert_eq!(all, Some(["a", "b", "c"].map(PathBuf::from).into()));
        assert_eq!(waiting.len(), 1);
    }
}
