//! Files by what is in them: SHA-256, as `sha256sum` writes it.

use std::cell::RefCell;
use std::fmt;
use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

/// What is in a file, in 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hash([u8; 32]);

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

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
        hasher.write(&self.0);
        hasher.write(env!("KEIKAKU_SOURCES").as_bytes());
        hasher.finish()
    }

    /// What [`fmt::Display`] writes; no other form of it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let digit = |at| char::from(*text.as_bytes().get(at)?).to_digit(16);
        for (nth, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(digit(2 * nth)? * 16 + digit(2 * nth + 1)?).ok()?;
        }
        let hash = Self(bytes);
        (hash.to_string() == text).then_some(hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// How much of a large file is looked at at once.
pub(super) const PIECE: usize = 1 << 16;

thread_local! {
    /// Room for a piece of a file: a build reads thousands of small files on each thread.
    static PIECES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Hashes what is written to it.
#[derive(Clone, Default)]
pub(super) struct Hasher(Sha256);

impl Hasher {
    pub(super) fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

impl Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_sha256sum_writes_it() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of(b"abc").to_string(), abc);
        assert_eq!(Hash::parse(abc), Some(Hash::of(b"abc")));
        for wrong in ["", &abc[1..], &abc.to_uppercase(), &format!("{abc}0"), &abc.replace('b', "x")] {
            assert_eq!(Hash::parse(wrong), None, "{wrong}");
        }
    }
}
