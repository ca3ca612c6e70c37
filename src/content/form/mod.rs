//! The one form of what editors wrote: keys in their order, one indentation, one way to quote, slips mended. Text to text: nothing
//! is read or written here.
//!
//! The way: [`bytes`] (the file without its mark, its line ends and its body) → [`mend`] (what was meant is plain) → [`outline`]
//! (entries, each with the remarks that belong to it) → [`mod@write`]. What comes out is read again, and has to say what went in
//! ([`reading`]): else the file is left as it was.

mod blocks;
mod bytes;
mod mend;
mod outline;
mod quotes;
mod reading;
mod remarks;
mod write;

use rayon::prelude::*;

use super::node::{self, Node};
use super::read::{File, Files};
use super::role::{self, Role, Standing};
use super::text;
use super::written::Labels;
use crate::diagnostic::{Area, Report};
use crate::source::Source;
use bytes::Written;
pub(crate) use quotes::value;
use reading::Reading;

/// What became of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is in the form.
    Good,
    /// The file as it should be.
    Other(Vec<u8>),
    /// It cannot be read, which a check tells of.
    Unreadable,
    /// It can be read, and its form would say something else: a mistake of this program.
    Misread,
}

/// The files that have a form, each by its number in the list, and what became of it.
pub(crate) fn form(files: &[File]) -> Vec<(usize, Outcome)> {
    let sources: Vec<_> = files.iter().map(source).collect();
    let standings = role::standings(&sources);
    let labels = labels(files, &standings);
    let known = standings.into_iter().enumerate().filter_map(|(nth, standing)| Some((nth, kind(standing)?)));
    let known: Vec<_> = known.collect();
    let outcome = |(nth, kind): (usize, Kind)| Some((nth, of_file(files.get(nth)?, &kind, &labels)));
    known.into_par_iter().filter_map(outcome).collect()
}

/// What decides how a file is read.
struct Kind {
    role: Role,
    path: Vec<String>,
}

impl Kind {
    /// Whether what has a form is a front matter.
    fn is_markdown(&self) -> bool {
        matches!(self.role, Role::Section | Role::Initiative | Role::Page)
    }
}

/// A file that has a form, which that of a program has not.
fn kind(standing: Standing) -> Option<Kind> {
    match standing {
        Standing::Known(role, path) | Standing::Meant(_, role, path) if role != Role::Addresses => {
            Some(Kind { role, path })
        }
        _ => None,
    }
}

fn source(file: &File) -> Source {
    Source { path: file.path.clone(), text: String::new() }
}

/// The plan's own words, by which its files may call their keys.
fn labels(files: &[File], standings: &[Standing]) -> Labels {
    let site = files.iter().zip(standings).filter(|(_, standing)| standing.is_site());
    let written = site.map(|(file, _)| file.clone()).collect();
    super::Reading::of(Files { written, ..Files::default() }).labels().clone()
}

fn of_file(file: &File, kind: &Kind, labels: &Labels) -> Outcome {
    let Ok(bytes) = &file.bytes else { return Outcome::Unreadable };
    let (_, unfit) = text::decode(file.clone());
    let Some(written) = Written::of(bytes).filter(|_| unfit.is_empty()) else { return Outcome::Unreadable };
    let read = |text: &str| Reading::of(text, kind, labels);
    let Some((text, reading)) = mend::mend(&written.text, read) else { return Outcome::Unreadable };
    let formed = lay(&text, &reading);
    let again = read(&formed);
    if !again.says_the_same(&formed, &reading, &text) || lay(&formed, &again) != formed {
        return Outcome::Misread;
    }
    let body = reading.parts.as_ref().map(|parts| parts.body.start);
    let body_again = again.parts.as_ref().map(|parts| parts.body.start);
    let other = written.with(&formed, body_again, &text, body);
    match Written::of(&other) {
        _ if other == *bytes => Outcome::Good,
        Some(again) if again.text == formed => Outcome::Other(other),
        _ => Outcome::Misread,
    }
}

/// A text that can be read, in its form.
fn lay(text: &str, reading: &Reading) -> String {
    // A text alone is no file of a plan, whatever its form.
    let has_form = |tree: &&Node| tree.is_absent() || !matches!(tree.kind, node::Kind::Scalar(_));
    let Some(tree) = reading.tree.as_ref().filter(has_form) else { return text.to_owned() };
    let remarks = remarks::of(text, reading.yaml(text), tree);
    let outline = outline::Outline::of(text, tree, &reading.orders, remarks);
    let yaml = write::write(text, &outline);
    match &reading.parts {
        Some(parts) => format!("---\n{yaml}---\n{}", &text[parts.body.clone()]),
        None => yaml,
    }
}

/// What is told of a text that stands in the way of its form.
fn obstructs(report: &Report) -> bool {
    report.iter().any(|found| found.is_error() && matches!(found.rule.area(), Area::Files | Area::Yaml))
}
