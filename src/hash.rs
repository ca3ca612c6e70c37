//! What a file is called after: hosts may keep a file for ever whose name changes with what is in it.

use sha2::{Digest, Sha256};

/// How much of the hash is in a name: enough for files by the hundred thousand, and short, as a manifest names hundreds.
const BYTES: usize = 6;

/// The beginning of the SHA-256 of all parts, one behind the other.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let halves = hasher.finalize().into_iter().take(BYTES).flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_is_twelve_digits_of_the_whole() {
        assert_eq!(hash([&b"a"[..], b"bc"]), "ba7816bf8f01");
        assert_eq!(hash([&b"abc"[..]]), "ba7816bf8f01");
    }
}
