//! Compression: raw DEFLATE, which every browser reads by itself. The only place that knows `miniz_oxide`.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::deflate::{CompressionLevel, compress_to_vec};

/// The files are made once and loaded by many.
const LEVEL: CompressionLevel = CompressionLevel::BestCompression;

pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, LEVEL as u8)
}

/// Many parts as one stream; `None` as soon as it is longer than `most`, however many parts there are.
pub(super) fn deflate_within(most: usize, parts: impl Iterator<Item = String>) -> Option<Vec<u8>> {
    let mut compressor = compressor();
    let mut stream = Vec::new();
    for part in parts {
        feed(&mut compressor, part.as_bytes(), TDEFLFlush::None, &mut stream);
        if stream.len() > most {
            return None;
        }
    }
    feed(&mut compressor, &[], TDEFLFlush::Finish, &mut stream);
    (stream.len() <= most).then_some(stream)
}

/// The beginning of many streams. Each of them is read as if it stood behind this, so what is said here already costs a few
/// bytes in it: a text of 600 bytes is one of 120.
pub(super) struct Beginning {
    pub(super) compressed: Vec<u8>,
    /// As it stood when the beginning had been compressed.
    compressor: CompressorOxide,
}

impl Beginning {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut compressor = compressor();
        let mut compressed = Vec::new();
        // Flushed to a whole byte, so that the rest of a stream is a file of its own.
        feed(&mut compressor, bytes, TDEFLFlush::Sync, &mut compressed);
        Self { compressed, compressor }
    }

    /// The rest of a stream that ends with these bytes. The compressor is copied for each: some 300 KB, as it holds all that has
    /// been read.
    pub(super) fn end(&self, bytes: &[u8]) -> Vec<u8> {
        let mut rest = Vec::new();
        feed(&mut self.compressor.clone(), bytes, TDEFLFlush::Finish, &mut rest);
        rest
    }
}

fn compressor() -> CompressorOxide {
    CompressorOxide::with_format_and_level(DataFormat::Raw, LEVEL)
}

fn feed(compressor: &mut CompressorOxide, bytes: &[u8], flush: TDEFLFlush, into: &mut Vec<u8>) {
    let (status, read) = compress_to_output(compressor, bytes, flush, |compressed| {
        into.extend_from_slice(compressed);
        true
    });
    debug_assert!(matches!(status, TDEFLStatus::Okay | TDEFLStatus::Done) && read == bytes.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::inflate::decompress_to_vec;

    #[test]
    fn a_stream_is_read_behind_its_beginning() {
        let (first, second) = ("市民サービスの向上".repeat(2000), "市民サービスの低下".repeat(3));
        let beginning = Beginning::of(first.as_bytes());
        let rest = beginning.end(second.as_bytes());
        assert!(rest.len() < 30, "{}", rest.len());
        let stream = [beginning.compressed.clone(), rest.clone()].concat();
        assert_eq!(decompress_to_vec(&stream).unwrap(), (first + &second).as_bytes());
        assert_eq!(beginning.end(second.as_bytes()), rest);
    }

    #[test]
    fn a_long_stream_is_given_up() {
        let part = |number: u32| number.wrapping_mul(2_654_435_761).to_string();
        let stream = deflate_within(1000, (0..100).map(part)).unwrap();
        assert_eq!(decompress_to_vec(&stream).unwrap(), (0..100).map(part).collect::<String>().as_bytes());
        assert_eq!(deflate_within(stream.len(), (0..100).map(part)), Some(stream.clone()));
        assert_eq!(deflate_within(stream.len() - 1, (0..100).map(part)), None);
        assert_eq!(deflate_within(1000, (0..).map(part)), None);
    }
}
