//! How long files of data are, which a page tells. As all others are written before that page is, only what did not have to be
//! made again is made for it.

use std::io::{self, Write};

use anyhow::Result;

use crate::site::Site;

/// Passes on what is written, and counts it.
pub(super) struct Counted<'w> {
    to: &'w mut dyn Write,
    pub(super) bytes: u64,
    /// Why no more could be written: libraries wrap that in errors of their own.
    pub(super) failed: Option<io::Error>,
}

impl<'w> Counted<'w> {
    pub(super) fn new(to: &'w mut dyn Write) -> Self {
        Self { to, bytes: 0, failed: None }
    }
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.to.write(bytes) {
            Ok(written) => {
                self.bytes += written as u64;
                Ok(written)
            }
            Err(error) => {
                let kind = error.kind();
                self.failed = Some(error).filter(|_| kind != io::ErrorKind::Interrupted);
                Err(kind.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Knows from now on how long each file of the plan as a whole is: those of which that is not known yet are made for nothing else.
///
/// # Errors
///
/// When one cannot be made.
pub(crate) fn measure(site: &Site) -> Result<()> {
    let unknown = site.distributions.iter().filter(|it| it.is_of_plan() && it.size.get().is_none());
    unknown.into_iter().try_for_each(|distribution| super::write(site, distribution, &mut io::sink()))
}
