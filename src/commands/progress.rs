//! A bar on the terminal while files are made; nothing where nobody looks.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::watch::{Phase, Watch};

const STYLE: &str = "{bar:40} {pos}/{len} {elapsed}";

/// The bar, hidden if nobody wants it or standard error is no terminal.
pub(super) fn bar(quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    match ProgressStyle::with_template(STYLE) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A build's progress, as a bar.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new(quiet: bool) -> Self {
        Self(bar(quiet))
    }

    /// The work is done.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Watch for Progress {
    fn begin(&self, phase: Phase, pieces: usize) {
        if phase >= Phase::Make {
            self.0.reset();
            self.0.set_length(pieces as u64);
        }
    }

    fn piece(&self, _: &str, work: &mut dyn FnMut()) {
        work();
        self.0.inc(1);
    }
}
