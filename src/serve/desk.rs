//! The plan in memory: answers what is asked of it, and takes in what was changed, one after the other.

use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::sync::watch;

use super::changes::{Change, Changes, Touched};
use super::inbox::{Answer, Bell, Message, Question, gather};
use super::intake::{Extent, Intake, Outcome};
use super::panel::{self, CHECK, Trouble};
use super::shelf::Shelf;
use crate::Ready;
use crate::language::Language;
use crate::site::Address;
use crate::theme::{Kept, Theme};

/// What the person who serves is told.
pub(crate) enum News {
    /// There is a new state, and all is well.
    Well,
    /// What is wrong, drawn.
    Trouble(String),
}

/// Whoever has the plan.
pub(crate) struct Desk {
    inbox: Receiver<Message>,
    /// `None` where nobody tells of changes: then all files are looked at again and again.
    changes: Option<Changes>,
    /// Who has asked while files were touched.
    waiting: Vec<Question>,
    version: watch::Sender<u64>,
    intake: Intake,
    trouble: Option<Trouble>,
    /// What the next state need not make again.
    kept: Kept,
    /// The last state that could be shown, while another is tried.
    good: Option<Box<Ready>>,
    /// One that nobody needs any more: it is given up when there is time.
    stale: Option<Box<Ready>>,
    /// When all files are to be looked at once more: what was changed while they were read may have been missed.
    doubt: Option<Instant>,
    news: Box<dyn Fn(News) + Send>,
}

/// So long nobody has asked or touched anything when there is time for what can wait.
const LULL: Duration = Duration::from_millis(300);

/// How often all files are looked at where nobody tells of changes.
const INTERVAL: Duration = Duration::from_millis(700);

/// What is to be done.
enum Due {
    Told(Message),
    /// All files are to be looked at once more.
    SecondLook,
    /// Nobody is there to ask any more.
    Nothing,
}

/// What comes behind a state.
enum Next {
    State(Box<Ready>),
    /// Nobody is there to ask any more.
    Nobody,
}

impl Desk {
    /// Begins to watch the folder of a site; `polls` is for folders of whose changes the system does not tell. `news` is told of every
    /// new state, and in this language.
    ///
    /// # Errors
    ///
    /// When it cannot be watched.
    pub(crate) fn new(
        root: &Path,
        polls: bool,
        language: Language,
        news: impl Fn(News) + Send + 'static,
    ) -> Result<(Self, Bell)> {
        let root = std::path::absolute(root)?;
        let (to, inbox) = channel();
        let teller = to.clone();
        // Nobody listens any more when the program ends.
        let tell = move |change| _ = teller.send(Message::Changed(change));
        let changes = if polls { None } else { Changes::watch(&root, tell) };
        // A page that an earlier run of the program has shown is of another state.
        let (version, seen) = watch::channel(RandomState::new().hash_one(()) >> 8);
        let intake = Intake::new(root, language);
        let news = Box::new(news);
        let desk = Self {
            inbox,
            changes,
            waiting: Vec::new(),
            version,
            intake,
            trouble: None,
            kept: Kept::default(),
            good: None,
            stale: None,
            doubt: None,
            news,
        };
        Ok((desk, Bell { desk: to, version: seen }))
    }

    /// Whether files are looked at again and again.
    pub(crate) fn polls(&self) -> bool {
        self.changes.is_none()
    }

    /// Works until nobody is there to ask.
    pub(crate) fn run(mut self) {
        self.doubt_soon();
        let (mut next, _) = self.take_in(Extent::Everything);
        loop {
            let came = match next.take() {
                Some(ready) => match self.show(&ready) {
                    Ok(came) => {
                        self.good = Some(ready);
                        came
                    }
                    Err(error) => {
                        self.put_up(self.intake.trouble(&error));
                        // It was shown before.
                        self.show_again().unwrap_or_else(|| self.serve(None))
                    }
                },
                None => self.serve(None),
            };
            match came {
                Next::State(ready) => next = Some(ready),
                Next::Nobody => return,
            }
        }
    }

    /// Serves one state until there is another.
    fn show(&mut self, ready: &Ready) -> Result<Next> {
        let theme = Theme::new(&ready.theme, &ready.site, &mut self.kept)?;
        self.stale = self.good.take();
        Ok(self.serve(Some(&Shelf::new(ready, &theme))))
    }

    /// Serves the last good state, if there was one.
    fn show_again(&mut self) -> Option<Next> {
        let good = self.good.take()?;
        let came = self.show(&good).ok();
        self.good = Some(good);
        came
    }

    fn serve(&mut self, shelf: Option<&Shelf>) -> Next {
        self.tell();
        loop {
            for question in std::mem::take(&mut self.waiting) {
                self.answer(question, shelf);
            }
            let extent = match self.wait() {
                Due::Told(Message::Asked(question)) => {
                    self.answer(question, shelf);
                    continue;
                }
                // What was written was told of before.
                Due::Told(Message::Changed(Change::Closed)) => continue,
                Due::Told(Message::Changed(Change::Touched(touched))) => self.gather(touched),
                Due::SecondLook => Extent::Doubt,
                Due::Nothing => return Next::Nobody,
            };
            if let Some(ready) = self.look(extent) {
                return Next::State(ready);
            }
        }
    }

    /// How much a change concerns, with what follows it at once.
    fn gather(&mut self, first: Touched) -> Extent {
        if matches!(self.intake.extent(&first), Extent::Files(_)) {
            // What comes of it is shown in any case: browsers take their time to ask, and are answered when it is there.
            self.renew();
        }
        let touched = gather(&self.inbox, first, &mut self.waiting);
        self.intake.extent(&touched)
    }

    /// Tells pages that there is something new.
    fn tell(&self) {
        self.renew();
        if self.trouble.is_none() {
            (self.news)(News::Well);
        }
    }

    /// Has all files looked at once more.
    fn doubt_soon(&mut self) {
        self.doubt = Some(Instant::now() + if self.polls() { INTERVAL } else { LULL });
    }

    /// Lets open pages ask again.
    fn renew(&self) {
        self.version.send_modify(|version| *version += 1);
    }

    /// Waits for what is to be done next. Before that takes long, what there was no time for is done.
    fn wait(&mut self) -> Due {
        let due = self.doubt.map(|due| due.saturating_duration_since(Instant::now()));
        match self.inbox.recv_timeout(due.unwrap_or(LULL)) {
            Ok(message) => Due::Told(message),
            Err(RecvTimeoutError::Disconnected) => Due::Nothing,
            Err(RecvTimeoutError::Timeout) if self.doubt.take().is_some() => Due::SecondLook,
            Err(RecvTimeoutError::Timeout) => {
                self.stale = None;
                self.inbox.recv().map_or(Due::Nothing, Due::Told)
            }
        }
    }

    /// Takes in what is to be read again; gives the state to show instead, if there is one.
    fn look(&mut self, extent: Extent) -> Option<Box<Ready>> {
        match extent {
            Extent::Nothing => return None,
            Extent::Everything => {
                self.changes.iter_mut().for_each(Changes::refresh);
                self.doubt_soon();
            }
            Extent::Doubt if self.polls() => self.doubt_soon(),
            Extent::Files(_) | Extent::Doubt => {}
        }
        let (ready, is_news) = self.take_in(extent);
        if ready.is_none() && is_news {
            self.tell();
        }
        ready
    }

    /// The next state, if there is one, and whether there is anything to tell.
    fn take_in(&mut self, extent: Extent) -> (Option<Box<Ready>>, bool) {
        match self.intake.take_in(extent) {
            Outcome::Same => (None, false),
            Outcome::State(ready) => {
                self.trouble = None;
                (Some(ready), true)
            }
            Outcome::Trouble(trouble) => (None, self.put_up(trouble)),
        }
    }

    /// Shows what is wrong; whether that is something new.
    fn put_up(&mut self, trouble: Trouble) -> bool {
        let is_news = self.trouble.as_ref().is_none_or(|before| before.drawn != trouble.drawn);
        if is_news {
            (self.news)(News::Trouble(trouble.drawn.clone()));
        }
        self.trouble = Some(trouble);
        is_news
    }

    fn answer(&mut self, question: Question, shelf: Option<&Shelf>) {
        let Question { address, is_seen, answer } = question;
        if answer.is_closed() {
            return;
        }
        let mut found = self.find(address, shelf).unwrap_or_else(|error| self.failed(&error));
        if is_seen && Path::new(&found.address).extension().is_some_and(|it| it == "html") {
            found.bytes = panel::attend(&found.bytes, self.trouble.as_ref(), *self.version.borrow());
        }
        // Whoever has asked may have gone.
        let _ = answer.send(found);
    }

    fn find(&mut self, address: String, shelf: Option<&Shelf>) -> Result<Answer> {
        let language = self.intake.language;
        if address == CHECK {
            let told = self.intake.check()?;
            let bytes =
                told.map_or_else(|| panel::nothing(language), |told| panel::everything(&told, language));
            return Ok(passing(200, address, bytes));
        }
        let Some(shelf) = shelf else {
            return Ok(passing(503, OWN.to_owned(), panel::nothing(language)));
        };
        if let Some((bytes, lasts)) = shelf.get(&address)? {
            return Ok(Answer { status: 200, address, bytes, lasts });
        }
        let lost = Address::not_found();
        let (bytes, _) = shelf.get(lost.as_str())?.unwrap_or_default();
        Ok(passing(404, lost.to_string(), bytes))
    }

    /// What stands in the place of a page that cannot be made.
    fn failed(&self, error: &anyhow::Error) -> Answer {
        passing(500, OWN.to_owned(), panel::failed(error, self.intake.language))
    }
}

/// What may be something else a moment later.
fn passing(status: u16, address: String, bytes: Vec<u8>) -> Answer {
    Answer { status, address, bytes, lasts: false }
}

/// A page of this program's own.
const OWN: &str = "desk.html";
