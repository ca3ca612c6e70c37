//! Files by what is in them: SHA-256, as `sha256sum` writes it. What a file is called after, too: hosts may keep a file for ever whose name changes with
//! what is in it.

use std::fmt;
use std::hash::{self, BuildHasher, BuildHasherDefault, DefaultHasher};
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
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        let mut bytes = [0; 32];
        if pairs.len() != bytes.len() {
            return None;
        }
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = value(*high)? << 4 | value(*low)?;
        }
        Some(Self(bytes))
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What a digit stands for.
fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits: String = digits.map(|digit| char::from(HEX[usize::from(digit)])).collect();
        f.write_str(&digits)
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

/// A number for any value: the same whenever one program asks, and nothing to be told to another, whose compiler may have another hasher.
pub(crate) fn number(value: impl hash::Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
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
