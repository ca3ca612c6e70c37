//! Files by what is in them: SHA-256, as `sha256sum` writes it. What a file is called after, too: hosts may keep a file for ever whose name changes with
//! what is in it.

use std::fmt;
use std::io::{self, Write};

use sha2::{Digest, Sha256};

/// What the program is made of, as build.rs tells it: another one may make other bytes of the same.
pub(crate) const PROGRAM: &str = env!("KEIKAKU_SOURCES");

/// What is in a file, in 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hash([u8; 32]);

impl Hash {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What [`fmt::Display`] writes; no other form of it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
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

/// Hashes what is written to it.
#[derive(Clone, Default)]
pub(crate) struct Hasher(Sha256);

impl Hasher {
    pub(crate) fn finish(self) -> Hash {
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

/// How many digits of a hash are in a name: enough for files by the hundred thousand, and short, as a manifest names hundreds.
const DIGITS: usize = 12;

/// The beginning of the hash of all parts, one behind the other.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let mut name = Hash(hasher.finalize().into()).to_string();
    name.truncate(DIGITS);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_twelve_digits_of_the_whole() {
        assert_eq!(hash([&b"a"[..], b"bc"]), "ba7816bf8f01");
        assert_eq!(hash([&b"abc"[..]]), "ba7816bf8f01");
    }

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
