//! Files out: each is made, compared with what is published already, and written only if it differs. In parallel.

mod record;

pub(crate) use record::record;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use crate::site::Address;
use crate::watch::{Phase, Watch, piece};

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Published {
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
}

/// A file to be published.
pub(crate) struct File<'a> {
    pub(crate) address: Address,
    /// Makes its bytes; called once, on any thread.
    make: Box<dyn Fn() -> Result<Cow<'a, [u8]>> + Send + Sync + 'a>,
}

impl<'a> File<'a> {
    /// A file that is made when its turn comes.
    pub(crate) fn made(address: Address, make: impl Fn() -> Result<Vec<u8>> + Send + Sync + 'a) -> Self {
        Self { address, make: Box::new(move || Ok(Cow::Owned(make()?))) }
    }

    /// A file whose bytes are there already.
    pub(crate) fn ready(address: Address, bytes: Cow<'a, [u8]>) -> Self {
        Self { address, make: Box::new(move || Ok(bytes.clone())) }
    }
}

/// Publishes all files into a folder.
///
/// # Errors
///
/// When a file could not be made or written: the first one in the order of the list, and how many others there were.
pub(crate) fn publish(files: &[File], output: &Path, watch: &dyn Watch) -> Result<Published> {
    watch.begin(Phase::Make, files.len());
    create_folders(files, output)?;
    let publish_one =
        |file: &File| piece(watch, file.address.as_str(), || write(file, output)).unwrap_or(Ok(false));
    let (results, errors): (Vec<_>, Vec<_>) =
        files.par_iter().map(publish_one).collect::<Vec<_>>().into_iter().partition(Result::is_ok);
    let others = errors.len().saturating_sub(1);
    if let Some(error) = errors.into_iter().find_map(Result::err) {
        return Err(match others {
            0 => error,
            _ => error.context(format!(
                "ほか {others} 件のファイルでも失敗しました / and {others} more files failed"
            )),
        });
    }
    let written = results.into_iter().filter(|result| matches!(result, Ok(true))).count();
    Ok(Published { written, unchanged: files.len() - written })
}

#[expect(clippy::disallowed_methods, reason = "the writer of the site")]
fn create_folders(files: &[File], output: &Path) -> Result<()> {
    let parent = |file: &File| output.join(file.address.as_str()).parent().map(Path::to_path_buf);
    for folder in files.iter().filter_map(parent).collect::<BTreeSet<_>>() {
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("{} を作れません / cannot be created", folder.display()))?;
    }
    Ok(())
}

/// Whether the file had to be written.
#[expect(clippy::disallowed_methods, reason = "the writer of the site")]
fn write(file: &File, output: &Path) -> Result<bool> {
    let bytes = (file.make)().with_context(|| file.address.to_string())?;
    let path = output.join(file.address.as_str());
    let same_length = std::fs::metadata(&path).is_ok_and(|there| there.len() == bytes.len() as u64);
    if same_length && std::fs::read(&path).is_ok_and(|there| there == *bytes) {
        return Ok(false);
    }
    std::fs::write(&path, &bytes)
        .with_context(|| format!("{} に書けません / cannot be written", path.display()))?;
    Ok(true)
}
