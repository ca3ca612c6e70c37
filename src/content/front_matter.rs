//! A Markdown file split into its front matter and its body.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, rules};
use crate::source::{FileId, Place, Source};

/// A file in its two parts, as bytes of its text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The line that opens the front matter: where a missing key is missed.
    pub(crate) opening: Range<usize>,
    pub(crate) yaml: Range<usize>,
    pub(crate) body: Range<usize>,
}

const FENCE: &str = "---";

/// Splits at the first two lines that are nothing but `---`; dashes inside a line mean nothing.
///
/// # Errors
///
/// When the file does not begin with such a line or has no second one.
pub(crate) fn split(file: FileId, source: &Source) -> Result<Parts, Box<Diagnostic>> {
    let mut lines = lines(&source.text);
    let opening = lines.next().map_or(0..0, |(range, _)| range);
    if source.text[opening.clone()].trim_end() != FENCE {
        return Err(Box::new(Diagnostic::new(&rules::NO_FRONT_MATTER, file.place(opening))));
    }
    let Some((fence, after)) = lines.find(|(range, _)| source.text[range.clone()].trim_end() == FENCE) else {
        return Err(Box::new(Diagnostic::new(&rules::OPEN_FRONT_MATTER, file.place(opening))));
    };
    let yaml = (opening.end + 1)..fence.start;
    Ok(Parts { opening, yaml, body: after..source.text.len() })
}

/// Every line without its end, and where the next one begins.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.trim_end_matches('\n').len();
        start += line.len();
        (range, start)
    })
}

impl Parts {
    pub(crate) fn opening_place(&self, file: FileId) -> Place {
        file.place(self.opening.clone())
    }
}
