//! What files were made of, as it stands in the output's `.keikaku/memo`: a line a file with the number of its ingredients and the hash of what was made
//! of them. Each line is true for ever, whatever is published, so that it never has to agree with the manifest.

use std::fmt::{self, Display};
use std::io::{self, Write};
use std::path::Path;

use super::hash::Hash;
use super::make::Made;
use super::table::{GAP, Known, Table};

/// Files by their path.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memo(Table<Making>);

/// What a file was made of, and what was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Making {
    ingredients: u64,
    hash: Hash,
}

impl Memo {
    pub(super) fn of(made: &[Made]) -> Self {
        let making = |made: &Made| Some(Making { ingredients: made.ingredients?, hash: made.hash });
        Self(Table::new(made.iter().filter_map(|made| Some((made.path.as_ref().into(), making(made)?)))))
    }

    /// Reads a memo. Without one, or where it cannot be read now nor the next time, everything is made again.
    pub(super) fn read(path: &Path) -> Self {
        Self(Table::read(path).unwrap_or_default())
    }

    pub(super) fn write(&self, to: impl Write) -> io::Result<()> {
        self.0.write(to)
    }

    /// What was made of these ingredients.
    pub(super) fn hash(&self, path: &str, ingredients: u64) -> Option<Hash> {
        self.0.get(path).filter(|making| making.ingredients == ingredients).map(|making| making.hash)
    }
}

impl Display for Making {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{GAP}{}", self.ingredients, self.hash)
    }
}

impl Known for Making {
    fn read(line: &str) -> Option<(Self, &str)> {
        let (ingredients, rest) = line.split_once(GAP)?;
        let (hash, path) = Hash::read(rest)?;
        Some((Self { ingredients: u64::from_str_radix(ingredients, 16).ok()?, hash }, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let making = Making { ingredients: 10, hash: Hash::of(b"a") };
        let written = format!("{making}  plan/1 1.html");
        assert_eq!(written, format!("000000000000000a  {}  plan/1 1.html", making.hash));
        assert_eq!(Making::read(&written), Some((making, "plan/1 1.html")));
        assert_eq!(Making::read("000000000000000a  x  plan/1.html"), None);
        let memo = Memo(Table::new([("plan/1 1.html".into(), making)]));
        assert_eq!(
            (memo.hash("plan/1 1.html", 10), memo.hash("plan/1 1.html", 11)),
            (Some(making.hash), None)
        );
    }
}
