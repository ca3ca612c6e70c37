//! What was assembled before: where only some files are others, the initiatives of all others are what they were.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::outline::Position;
use super::{Frame, initiative};
use crate::content::{Document, written};
use crate::diagnostic::Report;
use crate::plan::Initiative;
use crate::source::FileId;

type Written = Arc<Document<written::Initiative>>;

/// The initiatives as they were assembled last.
#[derive(Default)]
pub(crate) struct Kept {
    /// What they were assembled in.
    frame: Option<Frame>,
    made: HashMap<FileId, Arc<Made>>,
}

/// An initiative, and all that it was made of but for the frame.
struct Made {
    of: Written,
    position: Position,
    initiative: Arc<Initiative>,
    found: Report,
}

impl Kept {
    /// Assembles what is not the same as it was.
    pub(super) fn assemble(
        &mut self,
        placed: Vec<(Position, Written)>,
        frame: &Frame,
    ) -> Vec<(Arc<Initiative>, Report)> {
        if self.frame.as_ref() != Some(frame) {
            *self = Self { frame: Some(frame.clone()), made: HashMap::new() };
        }
        let one = |(position, of): (Position, Written)| {
            let before = self.made.get(&of.file);
            let same = before.filter(|made| Arc::ptr_eq(&made.of, &of) && made.position == position);
            same.cloned().unwrap_or_else(|| Arc::new(Made::new(position, of, frame)))
        };
        let made: Vec<_> = placed.into_par_iter().map(one).collect();
        let all = made.iter().map(|made| (Arc::clone(&made.initiative), made.found.clone())).collect();
        self.made = made.into_iter().map(|made| (made.of.file, made)).collect();
        all
    }
}

impl Made {
    fn new(position: Position, of: Written, frame: &Frame) -> Self {
        let mut found = Report::default();
        let initiative = initiative::assemble(position.clone(), of.written.clone(), frame, &mut found);
        Self { of, position, initiative: Arc::new(initiative), found }
    }
}
