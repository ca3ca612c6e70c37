//! What a client reads first: which files there are.

use serde::Serialize;

/// `search/manifest.json`. Files are named as they are called in its folder. Clients in the field read it, so what is added here may
/// not change what is there; else the version is another.
#[derive(Serialize)]
pub(super) struct Manifest<'a> {
    /// Of the whole format; a client that knows another says that it cannot search.
    pub(super) version: u32,
    /// How many records there are.
    pub(super) count: usize,
    pub(super) facets: String,
    /// Groups of words that mean the same.
    pub(super) synonyms: &'a [Vec<String>],
    #[serde(flatten)]
    pub(super) mode: Mode,
}

/// How the index is searched. `mode` is for people; the theme's script goes by whether there is a `text`.
#[derive(Serialize)]
#[serde(tag = "mode", rename_all = "lowercase")]
pub(super) enum Mode {
    /// All records are one file.
    Scan { text: String },
    /// Tokens lead to records, and each record is a file.
    Shards(Shards),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shards {
    /// What stands before each record's file, to be read as one stream.
    pub(super) prefix: String,
    /// How long it is when it has been read: UTF-16 units, in which JavaScript counts.
    pub(super) prefix_length: usize,
    /// How many records have a hash in common.
    pub(super) bundle: usize,
    pub(super) texts: Vec<String>,
    /// The first token and the hash of each.
    pub(super) shards: Vec<(String, String)>,
}
