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

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::characters::compose;
use super::node::{self, Node};
use super::read::{File, Files};
use super::role::{self, Role, Standing};
use super::text;
use super::written::Labels;
use crate::diagnostic::{Area, Diagnostic, Report};
use crate::source::{Source, Sources};
use bytes::Written;
pub(crate) use quotes::value;
use reading::Reading;

/// What became of a file.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It is in the form.
    Good,
    /// The file as it should be.
    Other(Vec<u8>),
    /// It cannot be read, for what a check tells of. Of a text this is what is in the way, its places in the text alone;
    /// of what is no text, nothing.
    Unreadable(Vec<Diagnostic>),
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
    let Ok(bytes) = &file.bytes else { return Outcome::Unreadable(Vec::new()) };
    let (_, unfit) = text::decode(file.clone());
    let Some(written) = Written::of(bytes).filter(|_| unfit.is_empty()) else {
        return Outcome::Unreadable(Vec::new());
    };
    let read = |text: &str| Reading::of(text, kind, labels);
    let (text, reading) = match mend::mend(&written.text, read) {
        Ok(mended) => mended,
        Err(left) => return Outcome::Unreadable(as_shown(left, &written.text)),
    };
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

/// The same at its places in the text that is shown, where が is one character however it was written.
fn as_shown(mut left: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    let shown = |at: u32| {
        let before = text.get(..at as usize).map(compose).unwrap_or_default();
        u32::try_from(before.len()).unwrap_or_default()
    };
    for found in &mut left {
        (found.place.start, found.place.end) = (shown(found.place.start), shown(found.place.end));
    }
    left
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

/// Whether something that is told of a text stands in the way of its form.
fn obstructs(report: &Report) -> bool {
    report.iter().any(is_obstacle)
}

fn is_obstacle(found: &Diagnostic) -> bool {
    found.is_error() && matches!(found.rule.area(), Area::Files | Area::Yaml)
}

/// What of a check's words on files that have no form has to be seen to by hand: `known` is what is in the way of each by its
/// path, as far as that is known.
pub(crate) fn by_hand(
    told: &[Diagnostic],
    known: &BTreeMap<String, Vec<Diagnostic>>,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let mut report = Report::default();
    for (path, left) in known {
        let Some(file) = sources.find(path) else { continue };
        report.add_all(left.iter().map(|found| found.clone().in_file(file)));
        if left.is_empty() {
            let text = &sources.get(file).text;
            let own = told.iter().filter(|found| found.place.file == file && is_obstacle(found)).cloned();
            let (curable, others): (Vec<_>, Vec<_>) = own.partition(|found| mend::is_curable(text, found));
            report.add_all(if others.is_empty() { curable } else { others });
        }
    }
    report.sorted(sources)
}
