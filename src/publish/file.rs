//! A file to be published: where it goes, and how its bytes come to be.

use std::borrow::Cow;
use std::io::Write;

use anyhow::Result;

use crate::site::Address;

/// A file to be published.
pub(crate) struct File<'a> {
    pub(crate) address: Address,
    pub(super) make: Make<'a>,
    /// What it is made of: as long as that is the same, so is the file. `None` where nobody knows.
    pub(super) ingredients: Option<u64>,
    /// Whether it tells of others, and so is made when those are.
    pub(super) is_last: bool,
}

/// Makes a file's bytes; called once, on any thread.
pub(super) enum Make<'a> {
    Whole(Box<dyn Fn() -> Result<Cow<'a, [u8]>> + Send + Sync + 'a>),
    /// Bit by bit.
    Stream(Box<SharedStream<'a>>),
}

/// Writes a file bit by bit.
pub(super) type Stream<'a> = dyn Fn(&mut dyn Write) -> Result<()> + 'a;

/// The same on any thread.
type SharedStream<'a> = dyn Fn(&mut dyn Write) -> Result<()> + Send + Sync + 'a;

impl<'a> File<'a> {
    /// A file that is made when its turn comes.
    pub(crate) fn made(address: Address, make: impl Fn() -> Result<Vec<u8>> + Send + Sync + 'a) -> Self {
        Self::new(address, Make::Whole(Box::new(move || Ok(Cow::Owned(make()?)))))
    }

    /// A file whose bytes are there already.
    pub(crate) fn ready(address: Address, bytes: Cow<'a, [u8]>) -> Self {
        Self::new(address, Make::Whole(Box::new(move || Ok(bytes.clone()))))
    }

    /// A file that is never held in memory as a whole. What it is written to gathers small pieces itself.
    pub(crate) fn written(
        address: Address,
        write: impl Fn(&mut dyn Write) -> Result<()> + Send + Sync + 'a,
    ) -> Self {
        Self::new(address, Make::Stream(Box::new(write)))
    }

    fn new(address: Address, make: Make<'a>) -> Self {
        Self { address, make, ingredients: None, is_last: false }
    }

    /// Its bytes, made now.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        match &self.make {
            Make::Whole(make) => Ok(make()?.into_owned()),
            Make::Stream(write) => {
                let mut bytes = Vec::new();
                write(&mut bytes)?;
                Ok(bytes)
            }
        }
    }

    /// The file, which need not be made again as long as this number is the same, if there is one.
    pub(crate) fn of(self, ingredients: Option<u64>) -> Self {
        Self { ingredients, ..self }
    }

    /// The file, which is not made before all others are.
    pub(crate) fn last(self) -> Self {
        Self { is_last: true, ..self }
    }
}
