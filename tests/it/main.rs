//! Stories about whole sites, told through the program itself.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod site;
mod koriyama;
mod pages;
mod shapes;
mod stable;
mod rules;
mod commands;
mod docs;
mod tidy;
