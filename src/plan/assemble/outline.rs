//! The tree of the plan: folders become sections, and every section and initiative gets its id.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Document, written};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::plan::{Id, Section};
use crate::source::Place;

/// The sections of the plan, and which folder is which of them.
pub(super) struct Outline {
    pub(super) sections: Vec<Section>,
    /// What is known of each folder that has an `_index.md`.
    folders: BTreeMap<Vec<String>, Folder>,
}

/// A folder with an `_index.md`.
struct Folder {
    /// `None` if it, or a folder around it, has no number that could be read.
    id: Option<Id>,
}

/// Where an initiative stands in the plan.
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
        let mut outline = Self { sections: Vec::new(), folders: BTreeMap::new() };
        let mut taken = Taken::default();
        // A folder comes before the folders in it.
        documents.sort_by(|a, b| a.path.cmp(&b.path));
        for Document { path, written, .. } in documents {
            let number = written.as_ref().and_then(|section| section.number.as_ref());
            let id = number.and_then(|number| outline.id_in(&path[..path.len() - 1], number.value));
            if let (Some(id), Some(number)) = (&id, number) {
                taken.take(id, &path, number.place, report);
            }
            outline.folders.insert(path.clone(), Folder { id: id.clone() });
            let Some(section) = written else { continue };
            if levels.is_some_and(|levels| path.len() >= levels.len()) {
                report.add(Diagnostic::new(&rules::TOO_FAR_DOWN, section.opening));
            }
            outline.expect_sections_above(&path, section.opening, report);
            if let (Some(id), Some(title)) = (id, section.title) {
                let introduction = Some(section.body).filter(|body| !body.is_blank());
                outline.sections.push(Section {
                    id,
                    title: title.value,
                    introduction,
                    level: path.len() - 1,
                    parent: None,
                });
            }
        }
        outline.find_parents();
        outline
    }

    /// Gives each initiative its id and its section; one that has no number gets a makeshift, as there is an error already.
    pub(super) fn place(
        &self,
        documents: Vec<Document<written::Initiative>>,
        levels: Option<&[String]>,
        report: &mut Report,
    ) -> Vec<(Position, written::Initiative)> {
        let mut taken = Taken::default();
        let mut missed = BTreeSet::new();
        let mut placed = Vec::new();
        for Document { path, written, .. } in documents {
            let folder = &path[..path.len() - 1];
            match levels {
                Some(levels) if path.len() != levels.len() => {
                    report.add(wrong_level(levels, written.opening));
                }
                _ if missed.insert(folder.to_vec()) => {
                    self.expect_sections_above(&path, written.opening, report);
                }
                _ => {}
            }
            let number = written.number.as_ref();
            let id = number.and_then(|number| self.id_in(folder, number.value));
            if let (Some(id), Some(number)) = (&id, number) {
                taken.take(id, &path, number.place, report);
            }
            let above = self.folders.get(folder).and_then(|folder| folder.id.as_ref());
            let section = above.and_then(|above| self.sections.binary_search_by(|it| it.id.cmp(above)).ok());
            placed.push((Position { id: id.unwrap_or(Id::new(Vec::new())), section }, written));
        }
        placed
    }

    /// The id of what has this number in a folder.
    fn id_in(&self, folder: &[String], number: u32) -> Option<Id> {
        match folder {
            [] => Some(Id::new(vec![number])),
            _ => Some(self.folders.get(folder)?.id.as_ref()?.within(number)),
        }
    }

    /// Every folder above a file has an `_index.md`; the first that has none is reported.
    fn expect_sections_above(&self, path: &[String], opening: Place, report: &mut Report) {
        let mut above = (1..path.len()).map(|depth| &path[..depth]);
        if above.any(|folder| !self.folders.contains_key(folder)) {
            report.add(Diagnostic::new(&rules::NO_SECTION, opening));
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

fn wrong_level(levels: &[String], opening: Place) -> Diagnostic {
    Diagnostic::new(&rules::WRONG_LEVEL, opening)
        .with("level", levels.last().map_or("", String::as_str))
        .with("levels", &levels.len())
        .with("folders", &(levels.len() - 1))
}

/// The ids that were given out, and to whom.
#[derive(Default)]
struct Taken(BTreeMap<Id, String>);

impl Taken {
    fn take(&mut self, id: &Id, path: &[String], place: Place, report: &mut Report) {
        let own = format!("content/plan/{}", path.join("/"));
        match self.0.get(id) {
            Some(other) => {
                report.add(Diagnostic::new(&rules::DUPLICATE_ID, place).with("id", id).with("other", other));
            }
            None => {
                self.0.insert(id.clone(), own);
            }
        }
    }
}
