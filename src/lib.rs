//! stub
pub(crate) mod language;
pub(crate) mod source;
pub(crate) mod prose;
pub(crate) mod diagnostic;
pub(crate) mod content;
pub(crate) mod plan;
pub(crate) mod config;
pub(crate) mod site;
