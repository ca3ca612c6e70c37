//! `keikaku serve`: the site as it would be published, page by page as a browser asks for it, and anew after each change of a file.
//!
//! ```text
//! changes → desk ⇄ server ⇄ browser
//! ```
//!
//! The [`desk`] has the plan in memory and does all work, one thing after another, on a thread of its own: so nothing is locked, and
//! whoever is answered sees one state of the plan. [`changes`] tells it of files, [`server`] asks it for pages, and both by its [`inbox`]. A mistake in the
//! content lets the last good state stand, under a [`panel`] that says what is wrong.

mod changes;
mod desk;
mod guard;
mod inbox;
mod intake;
mod panel;
mod server;
mod shelf;

pub(crate) use desk::{Desk, News};
pub(crate) use server::{Door, Shut, serve};
