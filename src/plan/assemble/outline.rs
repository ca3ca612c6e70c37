//! The tree of the plan: folders become sections, and every section and initiative gets its id.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::{Document, written};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::{Id, Section};
use crate::source::{Located, Place};

/// The sections of the plan, and which folder is which of them.
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
    /// The folders that have an `_index.md`, with their ids; `None` where a folder, or one around it, has no number of its
    /// own, which was reported.
    folders: BTreeMap<Vec<String>, Option<Id>>,
    /// The folders whose `_index.md` was missed already.
    missed: BTreeSet<Vec<String>>,
}

/// Where an initiative stands in the plan.
#[derive(Clone, PartialEq)]
pub(super) struct Position {
    pub(super) id: Id,
    pub(super) section: Option<usize>,
}

impl Outline {
    pub(super) fn new(
        mut documents: Vec<Document<Option<written::Section>>>,
        levels: Option<&[String]>,
        report: &mut Report,
    ) -> Self {
        let mut outline = Self { sections: Vec::new(), folders: BTreeMap::new(), missed: BTreeSet::new() };
        let mut taken = Taken::by(|path| format!("{}/_index.md", in_plan(path)));
        // A folder comes before the folders in it.
        documents.sort_by(|one, other| copies_last(&one.path, &other.path));
        for Document { path, written, .. } in documents {
            let number = written.as_ref().and_then(|section| section.number.as_ref());
            let id = outline.id_in(&path[..path.len() - 1], number);
            let id = id.filter(|id| taken.take(id, number, &path, report));
            outline.folders.insert(path.clone(), id.clone());
            let Some(section) = written else { continue };
            if levels.is_some_and(|levels| path.len() == levels.len()) {
                report.add(Diagnostic::new(&rules::TOO_FAR_DOWN, section.opening));
            }
            outline.expect_sections_above(&path, section.opening, report);
            outline.sections.push(Section {
                id: id.unwrap_or_default(),
                numbered: section.number.map_or(section.opening, |number| number.place),
                title: section.title.unwrap_or_else(|| Located::new(String::new(), section.opening)),
                introduction: Some(section.body).filter(|body| !body.is_blank()),
                level: path.len() - 1,
                parent: None,
            });
        }
        outline.find_parents();
        outline
    }

    /// Gives each initiative its id and its section; one that has no number gets a makeshift, as there is an error already.
    pub(super) fn place(
        &mut self,
        mut documents: Vec<Arc<Document<written::Initiative>>>,
        levels: Option<&[String]>,
        report: &mut Report,
    ) -> Vec<(Position, Arc<Document<written::Initiative>>)> {
        let mut taken = Taken::by(|path| format!("{}.md", in_plan(path)));
        documents.sort_by(|one, other| copies_last(&one.path, &other.path));
        let mut placed = Vec::with_capacity(documents.len());
        for document in documents {
            let Document { path, written, .. } = &*document;
            let folder = &path[..path.len() - 1];
            match levels {
                Some(levels) if path.len() != levels.len() => {
                    self.check_depth(folder, levels, written.opening, report);
                }
                _ => self.expect_sections_above(path, written.opening, report),
            }
            let number = written.number.as_ref();
            let id = self.id_in(folder, number);
            let id = id.filter(|id| taken.take(id, number, path, report));
            let above = self.folders.get(folder).and_then(Option::as_ref);
            let section = above.and_then(|above| self.sections.binary_search_by(|it| it.id.cmp(above)).ok());
            placed.push((Position { id: id.unwrap_or_default(), section }, document));
        }
        placed
    }

    /// The id of what has this number in a folder.
    fn id_in(&self, folder: &[String], number: Option<&Located<u32>>) -> Option<Id> {
        let number = number?.value;
        match folder {
            [] => Some(Id::new(vec![number])),
            _ => Some(self.folders.get(folder)?.as_ref()?.within(number)),
        }
    }

    /// Every folder above a file has an `_index.md`; the first that has none is reported, once.
    fn expect_sections_above(&mut self, path: &[String], opening: Place, report: &mut Report) {
        let mut above = (1..path.len()).map(|depth| &path[..depth]);
        let Some(folder) = above.find(|folder| !self.folders.contains_key(*folder)) else { return };
        if self.missed.insert(folder.to_vec()) {
            report.add(Diagnostic::new(&rules::NO_SECTION, opening).with("folder", &in_plan(folder)));
        }
    }

    /// Reports an initiative at a wrong depth, unless it is there because of a folder that was reported.
    fn check_depth(&self, folder: &[String], levels: &[String], opening: Place, report: &mut Report) {
        let too_far = folder.get(..levels.len()).is_some_and(|folder| self.folders.contains_key(folder));
        if !too_far {
            let place = format!("content/plan/{}NAME.md", "*/".repeat(levels.len() - 1));
            let diagnostic = Diagnostic::new(&rules::WRONG_LEVEL, opening);
            report.add(
                diagnostic.with("level", levels.last().map_or("", String::as_str)).with("place", &place),
            );
        }
    }

    fn find_parents(&mut self) {
        self.sections.sort_by(|a, b| a.id.cmp(&b.id));
        let ids: Vec<_> = self.sections.iter().map(|section| section.id.clone()).collect();
        for section in &mut self.sections {
            section.parent = section.id.above().and_then(|above| ids.binary_search(&above).ok());
        }
    }
}

/// By path, but of a file and its copy the copy comes last: its number is the one that is one too many.
fn copies_last(one: &[String], other: &[String]) -> Ordering {
    fn names(path: &[String]) -> impl Iterator<Item = (bool, &String)> {
        path.iter().map(|name| (is_copy(name), name))
    }
    names(one).cmp(names(other))
}

/// Whether a name is one that Windows or a Mac gives to a copy: `1 - コピー`, `1 - コピー (2)`, `1 (2)`, `1 - Copy`, `1のコピー`.
fn is_copy(name: &str) -> bool {
    let number = |number: &str| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    let counted = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    counted.is_some_and(|(_, count)| number(count))
        || [name, plain].iter().any(|name| name.ends_with("コピー") || ends_with_copy(name))
}

fn ends_with_copy(name: &str) -> bool {
    name.len()
        .checked_sub(4)
        .and_then(|at| name.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case("copy"))
}

/// A path below `content/plan/`, as editors know it.
fn in_plan(path: &[String]) -> String {
    format!("content/plan/{}", path.join("/"))
}

/// The ids that were given out, and to which file.
struct Taken {
    by: BTreeMap<Id, Vec<String>>,
    /// The file of a path, as editors know it.
    file: fn(&[String]) -> String,
}

impl Taken {
    fn by(file: fn(&[String]) -> String) -> Self {
        Self { by: BTreeMap::new(), file }
    }

    /// Whether the id was still free; else the number that made it is reported.
    fn take(&mut self, id: &Id, number: Option<&Located<u32>>, path: &[String], report: &mut Report) -> bool {
        match (self.by.get(id), number) {
            (Some(other), Some(number)) => {
                let diagnostic = Diagnostic::new(&rules::DUPLICATE_ID, number.place);
                report.add(diagnostic.with("id", id).with("other", &(self.file)(other)));
                false
            }
            _ => {
                self.by.insert(id.clone(), path.to_vec());
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_told_by_their_names() {
        for name in [
            "1 - コピー",
            "1 - コピー (2)",
            "1 (2)",
            "1-Copy",
            "1 - Copy (3)",
            "1のコピー",
            "1のコピー2",
            "1 copy 2",
        ] {
            assert!(is_copy(name), "{name}");
        }
        for name in ["1", "コピー機の削減", "1-2", "計画（案）", "plan (draft)"] {
            assert!(!is_copy(name), "{name}");
        }
    }
}
