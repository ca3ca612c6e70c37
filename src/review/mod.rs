//! What looks odd in a plan that can be read: asked about, never forbidden.
//!
//! An editor answers with a `note:` beside a target, or lets a question rest with `allow:`. What is missing can only be
//! missed where it could not be among what is broken: a page or a number where the plan is whole, a name that is used where
//! there is no error at all.

mod names;
mod numbers;
mod targets;
mod titles;
mod eras;
mod links;
mod vocabulary;
mod addresses;

pub(crate) use links::fragments;

use crate::diagnostic::Report;
use crate::site::Site;
use crate::source::Sources;

/// Reviews a site that was laid out; `flawless`: there is no error in it.
pub(crate) fn review(site: &Site, sources: &Sources, flawless: bool) -> Report {
    let mut report = Report::default();
    targets::review(&site.plan, &mut report);
    titles::review(&site.plan, &mut report);
    names::characters(&site.plan, sources, &mut report);
    eras::review(sources, &mut report);
    links::review(site, sources, &mut report);
    if site.plan.whole {
        numbers::review(site, &mut report);
    }
    if flawless {
        names::unused(&site.plan, &mut report);
        if site.is_searched() {
            vocabulary::review(site, &mut report);
        }
        addresses::review(site, &mut report);
    }
    report
}
