//! Hashes of files that are there.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::hash::PROGRAM;
pub(super) use crate::hash::{Hash, Hasher};

impl Hash {
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let (mut file, mut hasher) = (std::fs::File::open(path)?, Hasher::default());
        PIECES.with_borrow_mut(|piece| {
            piece.resize(PIECE, 0);
            loop {
                match file.read(piece)? {
                    0 => return Ok(hasher.finish()),
                    read => hasher.write_all(piece.get(..read).unwrap_or_default())?,
                }
            }
        })
    }

    /// A number of this and of the program: what it makes of a file by itself depends on nothing else.
    pub(super) fn number(self) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write(self.bytes());
        hasher.write(PROGRAM.as_bytes());
        hasher.finish()
    }
}

/// How much of a large file is looked at at once.
pub(super) const PIECE: usize = 1 << 16;

thread_local! {
    /// Room for a piece of a file: a build reads thousands of small files on each thread.
    static PIECES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}
