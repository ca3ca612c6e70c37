//! A bar on the terminal while files are made; nothing where nobody looks.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

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
