//! How far a build is: a bar on the terminal, nothing where nobody looks; and what its steps took, where somebody asks.

use std::io::IsTerminal;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use super::timings::Timings;
use crate::watch::{Phase, Watch};

/// A step without a known number of pieces. It is not drawn again before the next, so a time in it would stand still.
const STEP: &str = "{prefix}";
/// A step of so many pieces: how far it is, how many it does a second, how long it will go on.
const PIECES: &str = "{prefix}  {bar:40} {pos}/{len}  {per_sec}  残り (left) {eta}";

/// The bar, hidden if nobody wants it or standard error is no terminal.
pub(super) fn bar(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        ProgressBar::hidden()
    } else {
        styled(ProgressBar::new(0), PIECES)
    }
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A step's name in Japanese and English.
pub(super) fn name(phase: Phase) -> (&'static str, &'static str) {
    match phase {
        Phase::Read => ("読み込み", "read"),
        Phase::Parse => ("解析", "parse"),
        Phase::Assemble => ("計画の組み立て", "assemble"),
        Phase::LayOut => ("ページの割り付け", "lay out"),
        Phase::Review => ("点検", "review"),
        Phase::Prepare => ("準備", "prepare"),
        Phase::Make => ("ページの作成", "make"),
        Phase::Move => ("公開", "move"),
    }
}

/// What a build tells of itself while it goes on, and behind it.
pub(super) struct Progress {
    bar: ProgressBar,
    timings: Option<Timings>,
}

impl Progress {
    /// `timed` is whether the steps are to be measured.
    pub(super) fn new(quiet: bool, timed: bool) -> Self {
        Self { bar: styled(bar(quiet), STEP), timings: timed.then(Timings::new) }
    }

    /// Says something where the bar is not in the way.
    pub(super) fn pause(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// The work is done; what it took, if that was measured.
    pub(super) fn finish(&self) -> Option<&Timings> {
        self.bar.finish_and_clear();
        let timings = self.timings.as_ref()?;
        timings.begin(None);
        Some(timings)
    }
}

impl Watch for Progress {
    fn begin(&self, phase: Phase, pieces: usize) {
        let (japanese, english) = name(phase);
        if let Ok(style) = ProgressStyle::with_template(if pieces == 0 { STEP } else { PIECES }) {
            self.bar.set_style(style);
        }
        self.bar.set_prefix(format!("{japanese} ({english})"));
        self.bar.reset();
        self.bar.set_length(pieces as u64);
        if let Some(timings) = &self.timings {
            timings.begin(Some(phase));
        }
    }

    fn piece_begins(&self) -> Option<Instant> {
        self.timings.as_ref().map(|_| Instant::now())
    }

    fn piece_ends(&self, name: &str, began: Option<Instant>) {
        if let Some((timings, began)) = self.timings.as_ref().zip(began) {
            timings.piece(name, began.elapsed());
        }
        self.bar.inc(1);
    }
}
