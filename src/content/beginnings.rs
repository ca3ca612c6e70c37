//! What begins an entry or an item in a block that cannot be read as a whole, and what does not.

use std::ops::Range;

use super::keys::Names;
use super::lines::{self, Head, is_silent};
use super::node::Node;
use crate::japanese;

/// A text, and the names by which a word of it is known as a key.
pub(super) struct Beginnings<'a> {
    pub(super) text: &'a str,
    pub(super) names: Names,
}

impl Beginnings<'_> {
    /// The column of the first dash that stands before the column of a block.
    pub(super) fn first_dash(&self, stretch: Range<usize>, own: usize) -> Option<usize> {
        lines::lines(self.text, stretch).find_map(|line| {
            let text = &self.text[line];
            let column = lines::indentation(text);
            let item = column < own && matches!(lines::head(text), Head::Item { slip: None, .. });
            item.then_some(column)
        })
    }

    /// The first line with something on it, if that begins an entry or an item.
    pub(super) fn first_entry(&self, stretch: Range<usize>) -> Option<Range<usize>> {
        let mut visible =
            lines::lines(self.text, stretch).filter(|line| !is_silent(&self.text[line.clone()]));
        let line = visible.next()?;
        let text = &self.text[line.clone()];
        let begins = match lines::head(text) {
            Head::Item { .. } => true,
            // `- 広報: 市民へ` is a text with a colon rather than a key, unless another stands below it.
            Head::Entry { key, .. } => {
                lines::is_name(&text[key.clone()])
                    || self.names.has(&text[key.clone()])
                    || is_year(&text[key])
                    || visible.next().is_some_and(|next| self.is_entry_beside(&next, &line))
            }
            _ => false,
        };
        begins.then_some(line)
    }

    /// What a line begins with. A known name in Japanese is a key whatever its colon: `題名：組織の見直し`.
    pub(super) fn head(&self, text: &str) -> Head {
        match lines::head(text) {
            Head::Other => self.foreign_entry(text).unwrap_or(Head::Other),
            head => head,
        }
    }

    fn foreign_entry(&self, text: &str) -> Option<Head> {
        let (key, slip) = lines::slipped_entry(text).filter(|(key, _)| self.names.has(&text[key.clone()]))?;
        let behind = slip.at.end + lines::indentation(&text[slip.at.end..]);
        Some(Head::Entry { key, slip: Some(slip), behind })
    }

    /// Whether an item begins with a key of which YAML does not know, as its colon is none: `- name：読者`.
    pub(super) fn is_slipped_entry(&self, item: &str) -> bool {
        lines::slipped_entry(item)
            .is_some_and(|(key, _)| lines::is_name(&item[key.clone()]) && self.names.has(&item[key]))
    }

    /// Whether a line is text of the entry `above`, as far to the left as its key: that has no other, and the line begins
    /// nothing of its own. `lost`: so was the line before it.
    pub(super) fn is_lost(&self, line: &str, above: Option<&Node>, lost: bool) -> bool {
        let known = |word: Range<usize>| self.names.has(&line[word]);
        let waits = above.is_some_and(|above| above.is_empty() && !above.is_visible());
        let opened = waits && above.is_some_and(|above| !above.is_absent());
        match lines::head(line) {
            Head::Other => (waits || lost) && !lines::slipped_entry(line).is_some_and(|(key, _)| known(key)),
            Head::Word(word) => (opened || lost) && !known(word),
            _ => false,
        }
    }

    fn is_entry_beside(&self, line: &Range<usize>, other: &Range<usize>) -> bool {
        let column = |line: &Range<usize>| {
            lines::column(self.text, line.start + lines::indentation(&self.text[line.clone()]))
        };
        let entry = matches!(lines::head(&self.text[line.clone()]), Head::Entry { .. });
        entry && column(line) == column(other)
    }
}

/// 令和8年度～令和11年度: the key of a bar, in a dress that is told when it is read.
fn is_year(key: &str) -> bool {
    japanese::leading_era_year(key).is_some() || japanese::leading_number(key).is_some()
}
