//! Copies of text files that a host can send as they are: `NAME.gz` and `NAME.br`. The only place that knows `flate2` and `brotli`.

use std::io::{self, Read, Write};

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Shorter files fit into one packet as they are.
const LEAST: u64 = 256;

/// What is text by its name's ending.
const TEXTS: [&str; 17] = [
    "css",
    "csv",
    "geojson",
    "html",
    "ics",
    "js",
    "json",
    "jsonld",
    "map",
    "md",
    "mjs",
    "rss",
    "svg",
    "tsv",
    "txt",
    "webmanifest",
    "xml",
];

/// How a copy is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Gzip,
    Brotli,
}

impl Form {
    pub(super) const ALL: [Self; 2] = [Self::Gzip, Self::Brotli];

    /// Behind the name of the file.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    /// Compresses a file of a length. The levels are those behind which each per cent costs twice the time; no name and no time are
    /// written.
    pub(super) fn compress(
        self,
        mut file: &mut dyn Read,
        length: u64,
        mut to: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Self::Gzip => {
                let mut gzip = GzEncoder::new(to, Compression::new(6));
                io::copy(file, &mut gzip)?;
                gzip.finish()?;
            }
            Self::Brotli => {
                // A window of the file's own size, as a larger one takes longer to clear than a page to compress; but for less than 2^17
                // bytes the encoder looks in another way, which takes it 20 times as long for the same result.
                let window = length.max(1).next_power_of_two().ilog2().clamp(18, 22);
                let parameters = BrotliEncoderParams {
                    quality: 5,
                    lgwin: i32::try_from(window).unwrap_or(22),
                    size_hint: usize::try_from(length).unwrap_or(usize::MAX),
                    ..BrotliEncoderParams::default()
                };
                BrotliCompress(&mut file, &mut to, &parameters)?;
            }
        }
        Ok(())
    }
}

/// Whether a file is worth compressing.
pub(super) fn pays(address: &str, length: u64) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    length >= LEAST && TEXTS.iter().any(|text| ending.eq_ignore_ascii_case(text))
}

/// Whether a file of the site is what others would be compressed to.
pub(super) fn is_copy(address: &str) -> bool {
    Form::ALL.iter().any(|form| address.ends_with(form.ending()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compressed(form: Form, bytes: &[u8]) -> Vec<u8> {
        let mut copy = Vec::new();
        form.compress(&mut { bytes }, bytes.len() as u64, &mut copy).unwrap();
        copy
    }

    #[test]
    fn a_copy_unpacks_to_the_file() {
        for text in [String::new(), "市民サービスの向上".repeat(10), "0123456789abcdef\n".repeat(100_000)]
        {
            let (gzip, brotli) =
                (compressed(Form::Gzip, text.as_bytes()), compressed(Form::Brotli, text.as_bytes()));
            let mut unpacked = String::new();
            flate2::read::GzDecoder::new(&*gzip).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, text);
            unpacked.clear();
            brotli::Decompressor::new(&*brotli, 4096).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, text);
        }
    }

    #[test]
    fn a_copy_has_neither_name_nor_time() {
        let copy = compressed(Form::Gzip, b"a");
        assert_eq!(copy[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    }

    /// A disk with room for a few bytes.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_noticed() {
        for (form, room) in Form::ALL.into_iter().flat_map(|form| [(form, 0), (form, 20), (form, 1000)]) {
            let text: String = (0..1000).map(|number| number.to_string()).collect();
            let failed = form.compress(&mut text.as_bytes(), 2890, &mut Full(room)).unwrap_err();
            assert_eq!(failed.kind(), io::ErrorKind::StorageFull, "{form:?}");
        }
    }

    #[test]
    fn texts_are_worth_it() {
        assert!(pays("plan/1.html", 256) && pays("a/DATA.CSV", 1000));
        for (address, length) in [("plan/1.html", 255), ("picture.png", 1000), ("html", 1000), ("a.gz", 1000)]
        {
            assert!(!pays(address, length), "{address}");
        }
    }
}
