//! Where the file that a page is made of can be edited.

use std::collections::BTreeMap;

use super::{Content, Site};
use crate::prose::Prose;
use crate::source::{self, FileId, Sources};

/// The place on the web where the site's folder can be edited.
#[derive(Debug)]
pub(crate) struct Edit {
    /// Ends in `/`.
    base: String,
    paths: BTreeMap<FileId, String>,
}

impl Edit {
    pub(super) fn new(url: &str, sources: &Sources) -> Self {
        Self {
            base: format!("{}/", url.trim_end_matches('/')),
            paths: sources.files().map(|(file, source)| (file, source.path.clone())).collect(),
        }
    }

    fn href(&self, file: FileId) -> Option<String> {
        let path = self.paths.get(&file)?;
        Some(format!("{}{}", self.base, source::in_address(path)))
    }
}

impl Site {
    /// Where the file of a page can be edited; `None` for a page that is made of several, or of none.
    pub(super) fn edit_href(&self, content: Content) -> Option<String> {
        let file = match content {
            Content::Home => beginning(self.plan.introduction.as_ref()?),
            Content::Section { index, .. } => self.plan.sections[index].numbered.file,
            Content::Initiative { index } => self.plan.initiatives[index].numbered.file,
            Content::Document { index } => beginning(&self.documents[index].body),
            Content::Plan { .. }
            | Content::Targets { .. }
            | Content::Facet { .. }
            | Content::Term { .. }
            | Content::Year { .. }
            | Content::Compare
            | Content::Cross { .. }
            | Content::Cell { .. }
            | Content::Booklet { .. }
            | Content::Search { .. }
            | Content::Data
            | Content::Accessibility
            | Content::AccessibilityTest
            | Content::Redirect { .. }
            | Content::NotFound => return None,
        };
        self.edit.as_ref()?.href(file)
    }
}

fn beginning(text: &Prose) -> FileId {
    text.place_of(0..0).file
}
