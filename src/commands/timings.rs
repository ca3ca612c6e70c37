//! What each step of a build took, for `--timings`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::language::Language;
use crate::watch::Phase;

/// How many of the slowest pieces are told.
const SLOWEST: usize = 10;

/// A stopwatch for the steps of a build and the pieces they are made of.
pub(super) struct Timings {
    steps: Mutex<Vec<Step>>,
    /// The slowest pieces, by time and name.
    slowest: Mutex<BTreeSet<(Duration, String)>>,
}

/// The beginning of a step.
struct Step {
    phase: Option<Phase>,
    at: Instant,
    used: Option<Used>,
}

/// What the program has used since it began.
#[derive(Clone, Copy)]
struct Used {
    /// The work of all threads, the system's for them with it.
    cpu: Duration,
    /// The most memory it had at once, in KiB.
    memory: u64,
}

impl Timings {
    pub(super) fn new() -> Self {
        Self { steps: Mutex::default(), slowest: Mutex::default() }
    }

    /// A step begins, and with it the one before ends; `None` is the end of all.
    pub(super) fn begin(&self, phase: Option<Phase>) {
        let step = Step { phase, at: Instant::now(), used: Used::now() };
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).push(step);
    }

    /// Keeps how long a piece of work took, if that was long.
    pub(super) fn piece(&self, name: &str, took: Duration) {
        let mut slowest = self.slowest.lock().unwrap_or_else(PoisonError::into_inner);
        let is_slow = slowest.first().is_none_or(|(least, _)| took > *least);
        if is_slow || slowest.len() < SLOWEST {
            slowest.insert((took, name.to_owned()));
            if slowest.len() > SLOWEST {
                slowest.pop_first();
            }
        }
    }

    /// A table of the steps and a list of the slowest pieces.
    pub(super) fn tell(&self, language: Language) -> String {
        let steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        let mut told = head(language).to_owned();
        for (step, next) in steps.iter().zip(steps.iter().skip(1)) {
            let Some(phase) = step.phase else { continue };
            told += &line(&name(phase, language), step, next);
        }
        if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
            told += &line(&total(language), first, last);
        }
        told += slowest(language);
        for (took, name) in self.slowest.lock().unwrap_or_else(PoisonError::into_inner).iter().rev() {
            let _ = writeln!(told, "{:>12}  {name}", milliseconds(*took));
        }
        told
    }
}

impl Used {
    #[cfg(unix)]
    fn now() -> Option<Self> {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::TimeValLike;
        let usage = getrusage(UsageWho::RUSAGE_SELF).ok()?;
        let time = |value: nix::sys::time::TimeVal| {
            Duration::from_micros(u64::try_from(value.num_microseconds()).unwrap_or(0))
        };
        // Apple counts bytes, all others KiB.
        let unit = if cfg!(target_vendor = "apple") { 1024 } else { 1 };
        let memory = u64::try_from(usage.max_rss()).unwrap_or(0) / unit;
        Some(Self { cpu: time(usage.user_time()) + time(usage.system_time()), memory })
    }

    /// Windows tells it to nobody who cannot call it unsafely.
    #[cfg(not(unix))]
    fn now() -> Option<Self> {
        None
    }
}

/// What stands for a figure that nobody knows.
const UNKNOWN: &str = "–";

/// From the beginning of one step to that of another.
fn line(name: &str, from: &Step, to: &Step) -> String {
    let spent = from.used.zip(to.used).map(|(from, to)| to.cpu.saturating_sub(from.cpu));
    let cpu = spent.map_or(UNKNOWN.to_owned(), milliseconds);
    let memory = to.used.map_or(UNKNOWN.to_owned(), |used| format!("{} MiB", used.memory / 1024));
    format!("{:>12} {cpu:>12} {memory:>10}  {name}\n", milliseconds(to.at - from.at))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// The columns: numbers first, as names of any width come last and nothing behind them has to stand in line.
fn head(language: Language) -> &'static str {
    match language {
        Language::Japanese => "     経過時間       CPU 時間 最大メモリ（終わりまで）  段階\n",
        Language::English => "        wall          CPU   peak so far  step\n",
    }
}

fn name(phase: Phase, language: Language) -> String {
    let (japanese, english) = super::progress::name(phase);
    match language {
        Language::Japanese => japanese.to_owned(),
        Language::English => english.to_owned(),
    }
}

fn total(language: Language) -> String {
    match language {
        Language::Japanese => "全体".to_owned(),
        Language::English => "all".to_owned(),
    }
}

fn slowest(language: Language) -> &'static str {
    match language {
        Language::Japanese => "\n時間のかかったファイル\n",
        Language::English => "\nthe slowest files\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_is_no_zero() {
        let step = |at, used| Step { phase: None, at, used };
        let began = Instant::now();
        let ended = began + Duration::from_micros(1500);
        let used = |cpu, memory| Some(Used { cpu: Duration::from_millis(cpu), memory });
        let known = line("read", &step(began, used(1, 1024)), &step(ended, used(3, 2048)));
        assert_eq!(known, "      1.5 ms       2.0 ms      2 MiB  read\n");
        let unknown = line("read", &step(began, None), &step(ended, None));
        assert_eq!(unknown, "      1.5 ms            –          –  read\n");
    }
}
