//! Files in which nearly everything is wrong: somebody who mends them reads the first mistakes, not a hundred thousand.

use super::{Diagnostic, rules};

/// How many are told of one file.
pub(crate) const MOST: usize = 50;

/// Leaves at most [`MOST`] of each file, errors before all else, and says how many were left out.
pub(super) fn stem(sorted: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut kept = Vec::with_capacity(sorted.len());
    for of_file in sorted.chunk_by(|a, b| a.place.file == b.place.file) {
        keep(of_file, &mut kept);
    }
    kept
}

fn keep(of_file: &[Diagnostic], kept: &mut Vec<Diagnostic>) {
    let errors = of_file.iter().filter(|it| it.is_error()).count().min(MOST);
    let (mut errors, mut others) = (errors, MOST - errors);
    let mut left_out = None;
    for diagnostic in of_file {
        let room = if diagnostic.is_error() { &mut errors } else { &mut others };
        if let Some(less) = room.checked_sub(1) {
            *room = less;
            kept.push(diagnostic.clone());
        } else if left_out.is_none() {
            left_out = Some(diagnostic.place);
        }
    }
    if let Some(place) = left_out {
        let count = of_file.len() - MOST;
        kept.push(Diagnostic::new(&rules::LEFT_OUT, place).with("count", &count));
    }
}
