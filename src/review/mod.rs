//! What looks odd in a plan that can be read: asked about, never forbidden.
//!
//! An editor answers with a `note:` beside a target, or lets a question rest with `allow:`. What is missing can only be
//! missed where everything was read: such questions wait until there is no error left.

mod names;
mod numbers;
mod targets;
mod eras;
mod links;
mod units;

pub(crate) use links::fragments;

use crate::diagnostic::Report;
use crate::site::Site;
use crate::source::Sources;

/// Reviews a site that was laid out; `complete`: nothing in it is makeshift.
pub(crate) fn review(site: &Site, sources: &Sources, complete: bool) -> Report {
    let mut report = Report::default();
    targets::review(&site.plan, &mut report);
    names::characters(&site.plan, sources, &mut report);
    eras::review(sources, &mut report);
    links::review(site, sources, complete, &mut report);
    if complete {
        numbers::review(site, &mut report);
        names::unused(&site.plan, &mut report);
    }
    report
}
