//! What a file is called after: hosts may keep a file for ever whose name changes with what is in it.

use sha2::{Digest, Sha256};

/// How much of the hash is in a name: enough for files by the million, and short, as a manifest names hundreds.
const BYTES: usize = 6;

/// The beginning of the SHA-256 of all parts, one behind the other.
pub(super) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect()
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
