//! What files were made of, as it stands in the output's `.keikaku/memo`: a line a file with the number of its ingredients, the hash of what was
//! made of them, and by what the file is known again. Each line is true for ever, whatever is published, so that it never has to agree with the
//! manifest.

use std::fmt::{self, Display};
use std::io::{self, Write};
use std::path::Path;

use super::hash::Hash;
use super::make::Made;
use super::stamp::Stamp;
use super::table::{GAP, Known, Table};

/// Files by their path.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memo(Table<Making>);

/// What a file was made of, and what was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Making {
    ingredients: u64,
    pub(super) hash: Hash,
    /// That of the file it was laid into.
    pub(super) stamp: Stamp,
}

impl Memo {
    pub(super) fn of(made: &[Made]) -> Self {
        let making =
            |made: &Made| Some(Making { ingredients: made.ingredients?, hash: made.hash, stamp: made.stamp });
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
    pub(super) fn made(&self, path: &str, ingredients: u64) -> Option<Making> {
        self.0.get(path).filter(|making| making.ingredients == ingredients)
    }
}

impl Display for Making {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{GAP}{}{GAP}{:016x}", self.ingredients, self.hash, self.stamp.0)
    }
}

impl Known for Making {
    fn read(line: &str) -> Option<(Self, &str)> {
        let (ingredients, rest) = line.split_once(GAP)?;
        let (hash, rest) = Hash::read(rest)?;
        let (stamp, path) = rest.split_once(GAP)?;
        let number = |digits| u64::from_str_radix(digits, 16).ok();
        Some((Self { ingredients: number(ingredients)?, hash, stamp: Stamp(number(stamp)?) }, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let making = Making { ingredients: 10, hash: Hash::of(b"a"), stamp: Stamp(11) };
        let written = format!("{making}  plan/1 1.html");
        assert_eq!(written, format!("000000000000000a  {}  000000000000000b  plan/1 1.html", making.hash));
        assert_eq!(Making::read(&written), Some((making, "plan/1 1.html")));
        let of_an_earlier_keikaku = format!("000000000000000a  {}  plan/1 1.html", making.hash);
        for other in ["000000000000000a  x  000000000000000b  plan/1.html", &of_an_earlier_keikaku] {
            assert_eq!(Making::read(other), None);
        }
        let memo = Memo(Table::new([("plan/1 1.html".into(), making)]));
        assert_eq!((memo.made("plan/1 1.html", 10), memo.made("plan/1 1.html", 11)), (Some(making), None));
    }
}
