//! Files out, in two steps: every file is made and what differs is laid on a stage beside the output; only when all are ready are they
//! moved into place, each by a rename, and what earlier builds have published and this one has not is removed.
//!
//! So a file in the output is whole at any moment, old or new, and whatever ends a build, the next finishes its work. In the output
//! `.keikaku/` holds
//!
//! - `manifest`: what is published. What is not in it is not keikaku's and never touched;
//! - `moving`: the manifest as it will be, as long as files are moved;
//! - `memo`: what files were made of, so that the next build makes only those again that are made of something else;
//! - `lock`: held by a build while it works.

mod address;
mod claim;
mod compare;
mod compress;
mod file;
mod folders;
mod hash;
mod hold;
mod make;
mod manifest;
mod memo;
mod place;
mod record;
mod refusal;
mod rewrite;
mod save;
mod stage;
mod stamp;
mod strangers;
mod table;
mod unfinished;

pub(crate) use record::record;
pub(crate) use rewrite::rewrite;
pub(crate) use save::save;

use std::path::Path;

use anyhow::Result;

use claim::Claim;
use folders::Folders;
use make::{Is, Made, Workshop};
use memo::Memo;
use stage::Stage;

pub(crate) use file::File;
pub(crate) use hold::Hold;

use crate::watch::{Phase, Watch};

/// Where to publish, and how.
pub(crate) struct Output<'a> {
    pub(crate) folder: &'a Path,
    /// Whether to go on where others' files are.
    pub(crate) adopt: bool,
    /// Whether texts have compressed copies beside them.
    pub(crate) precompress: bool,
    /// Told once if another build has to end before.
    pub(crate) waiting: &'a dyn Fn(),
}

/// What was done.
#[derive(Debug, Default)]
pub(crate) struct Published {
    pub(crate) written: usize,
    pub(crate) unchanged: usize,
    pub(crate) removed: usize,
    /// Files that are no more but stay, as somebody has changed them.
    pub(crate) left: Vec<String>,
    /// Files that somebody had changed and that are written anew.
    pub(crate) changed: Vec<String>,
    /// In a folder that was adopted, the files that are none of keikaku's.
    pub(crate) strangers: Vec<String>,
    /// As long as this is held no other build publishes here.
    _lock: Option<std::fs::File>,
}

/// Publishes all files into a folder; `None` if another build was first to publish into it, after this one had begun to read: then the
/// plan has to be read again.
///
/// # Errors
///
/// When the folder holds other things, or a file could not be made or written: the first one in the order of the list, and how
/// many others there were. Nothing is published then.
pub(crate) fn publish(
    files: &[File],
    output: &Output,
    hold: Hold,
    watch: &dyn Watch,
) -> Result<Option<Published>> {
    let addresses = || files.iter().map(|file| file.address.as_str());
    if let Some(address) = addresses().find(|address| !address::is_safe(address)) {
        return Err(refusal::unsafe_address(address));
    }
    let Some(claim) = Claim::lay(output, hold)? else { return Ok(None) };
    watch.begin(Phase::Make, files.len());
    let folders = Folders::on_the_way_to(addresses(), &claim.root);
    folders.are_free(&claim.root)?;
    let stage = Stage::new(&claim.root, &folders);
    let copies =
        output.precompress.then(|| addresses().filter(|address| compress::is_copy(address)).collect());
    let workshop = Workshop { claim: &claim, folders: &folders, stage: &stage, copies };
    let made =
        workshop.make_all(files, watch).and_then(|made| accept(made, output)).map_err(refusal::untouched)?;
    let place = || place::place(&made, &claim, &folders, &stage, watch);
    let (removed, ()) = rayon::join(place, || place::remember(&Memo::of(&made), &claim, &stage));
    let removed = removed?;
    drop(stage);
    let those = |is| made.iter().filter(move |made| made.is == is);
    let unchanged = those(Is::Unchanged).count();
    Ok(Some(Published {
        written: made.len() - unchanged,
        unchanged,
        removed: removed.files,
        left: removed.left,
        changed: those(Is::Changed).map(|made| made.path.to_string()).collect(),
        strangers: if output.adopt { strangers::among(&made, &claim.root) } else { Vec::new() },
        _lock: claim.into_lock(),
    }))
}

/// Refuses what would take a place twice, or that of somebody else's file.
fn accept<'a>(made: Vec<Made<'a>>, output: &Output) -> Result<Vec<Made<'a>>> {
    if let Some(twice) =
        made.array_windows().find_map(|[one, next]| (one.path == next.path).then_some(&one.path))
    {
        return Err(refusal::twice(twice));
    }
    let foreign: Vec<_> = made.iter().filter(|made| made.is == Is::Foreign).map(|made| &*made.path).collect();
    if foreign.is_empty() || output.adopt { Ok(made) } else { Err(refusal::foreign(output.folder, &foreign)) }
}
