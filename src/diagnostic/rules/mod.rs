//! The table of rules: everything that can be wrong with a plan's files, and what is said about it.
//!
//! - `K1xx` files as they are: [`files`]
//! - `K2xx` YAML: [`yaml`]
//! - `K3xx` keys and their values: [`keys`]
//! - `K4xx` the plan: [`plan`]
//! - `K5xx` Markdown: [`prose`]
//! - `K6xx` the site: [`pages`]
//! - `K7xx` what the web says: [`links`]

mod files;
mod yaml;
mod keys;
mod plan;
mod prose;
mod pages;
mod links;

pub(crate) use files::*;
pub(crate) use keys::*;
pub(crate) use links::*;
pub(crate) use pages::*;
pub(crate) use plan::*;
pub(crate) use prose::*;
pub(crate) use yaml::*;
