//! The second step: what lies on the stage is moved into place, and what is no more is removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::Result;
use rayon::prelude::*;

use super::address::{Turn, folder};
use super::claim::Claim;
use super::folders::Folders;
use super::hash::Hash;
use super::make::{Is, Made};
use super::manifest::Manifest;
use super::memo::Memo;
use super::refusal;
use super::stage::Stage;
use crate::watch::{Phase, Watch, piece};

/// What was removed of an earlier build.
#[derive(Debug, Default)]
pub(super) struct Removed {
    pub(super) files: usize,
    /// What somebody has changed since, and so stays.
    pub(super) left: Vec<String>,
}

/// Moves what was made into place. From the first move to the last, `.keikaku/moving` says what is to be.
pub(super) fn place(
    made: &[Made],
    claim: &Claim,
    folders: &Folders,
    stage: &Stage,
    watch: &dyn Watch,
) -> Result<Removed> {
    let manifest = Manifest::new(made.iter().map(|made| (made.path.as_ref().into(), made.hash)));
    let units = units(made, folders);
    if units.is_empty() && !claim.interrupted && manifest == claim.manifest {
        return Ok(Removed::default());
    }
    let gone = gone(&manifest, claim);
    watch.begin(Phase::Move, units.len() + gone.len());
    if claim.interrupted {
        write(&claim.manifest, "manifest", claim, stage).map_err(refusal::untouched)?;
    }
    write(&manifest, "moving", claim, stage).map_err(refusal::untouched)?;
    for turn in Turn::ALL {
        move_all(&units, turn, claim, stage, watch)?;
    }
    let removed = remove_all(&gone, claim, watch)?;
    rename(&claim.own("moving"), &claim.own("manifest"))?;
    Ok(removed)
}

/// What was published and is no more. What has only another case is still there where the disk does not tell the two apart.
fn gone<'a>(manifest: &Manifest, claim: &'a Claim) -> Vec<(&'a str, Hash)> {
    let mut gone: Vec<_> = claim.manifest.iter().filter(|(path, _)| !manifest.has(path)).collect();
    gone.retain(|(path, _)| !manifest.other_case(path).is_some_and(|new| claim.is_one(path, new)));
    gone
}

/// What is to be moved, and when. A folder that is not there comes into place as a whole.
fn units<'a>(made: &'a [Made], folders: &Folders<'a>) -> BTreeMap<&'a str, Turn> {
    let mut units = BTreeMap::new();
    for made in made.iter().filter(|made| made.is != Is::Unchanged) {
        let turn = units.entry(folders.unit(&made.path)).or_insert(Turn::Part);
        *turn = Turn::of(&made.path).max(*turn);
    }
    units
}

/// Keeps for the next build what files were made of. Where that cannot be written, the next build makes more than it must, and that
/// is all: the lines of an old memo stay true.
pub(super) fn remember(memo: &Memo, claim: &Claim, stage: &Stage) {
    if *memo != claim.memo {
        let _ = write_own("memo", |to| memo.write(to), claim, stage);
    }
}

fn write(manifest: &Manifest, name: &str, claim: &Claim, stage: &Stage) -> Result<()> {
    write_own(name, |to| manifest.write(to), claim, stage)
}

fn write_own(
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    claim: &Claim,
    stage: &Stage,
) -> Result<()> {
    let staged = stage.own(name)?;
    let written = fs::File::create(&staged).map(BufWriter::new).and_then(|mut file| {
        write(&mut file)?;
        file.flush()
    });
    written.map_err(|error| refusal::unwritable(&staged, &error))?;
    rename(&staged, &claim.own(name))
}

/// What cannot be moved keeps nothing of its turn from being moved, but what comes after it.
fn move_all(
    units: &BTreeMap<&str, Turn>,
    turn: Turn,
    claim: &Claim,
    stage: &Stage,
    watch: &dyn Watch,
) -> Result<()> {
    let move_one = |unit: &str| rename(&stage.path(unit)?, &claim.root.join(unit));
    let of_turn: Vec<_> = units.iter().filter(|(_, when)| **when == turn).map(|(unit, _)| *unit).collect();
    let failed: Vec<_> =
        of_turn.into_par_iter().filter_map(|unit| piece(watch, unit, || move_one(unit)).err()).collect();
    let (ja, en) = match failed.len() {
        0 | 1 => Default::default(),
        more => (format!("（ほか {} 件）", more - 1), format!(" (and {} more)", more - 1)),
    };
    match failed.into_iter().next() {
        None => Ok(()),
        Some(error) => Err(refusal::also(
            error,
            &format!("サイトは一部だけ新しくなりました{ja}。もう一度 build すると残りも新しくなります"),
            &format!("only a part of the site is new{en}; the next build does the rest"),
        )),
    }
}

/// Windows keeps others from what a program is just reading: a search, a virus scanner.
fn rename(from: &Path, to: &Path) -> Result<()> {
    let mut patience = if cfg!(windows) { 20 } else { 0 };
    loop {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && patience > 0 => {
                patience -= 1;
                std::thread::sleep(Duration::from_millis(50));
            }
            result => return result.map_err(|error| refusal::unwritable(to, &error)),
        }
    }
}

/// Removes files that earlier builds have published, and the folders that are empty then.
fn remove_all(gone: &[(&str, Hash)], claim: &Claim, watch: &dyn Watch) -> Result<Removed> {
    let folders = Folders::on_the_way_to(gone.iter().map(|(path, _)| *path), &claim.root);
    let (count, mut left) = (AtomicUsize::new(0), Vec::new());
    let remove = |path: &str, hash: Hash| -> Result<Option<String>> {
        if !folders.hold(path) {
            return Ok(None);
        }
        match remove_file(&claim.root.join(path), hash)? {
            Found::Same => _ = count.fetch_add(1, Ordering::Relaxed),
            Found::Other => return Ok(Some(path.to_owned())),
            Found::Nothing => {}
        }
        Ok(None)
    };
    for turn in Turn::ALL.into_iter().rev() {
        let of_turn = gone.par_iter().filter(|(path, _)| Turn::of(path) == turn);
        let kept: Vec<_> = of_turn
            .filter_map(|(path, hash)| piece(watch, path, || remove(path, *hash)).transpose())
            .collect::<Result<_>>()?;
        left.extend(kept);
    }
    left.sort();
    remove_folders(gone, &folders, &claim.root);
    Ok(Removed { files: count.into_inner(), left })
}

enum Found {
    Same,
    Other,
    Nothing,
}

fn remove_file(path: &Path, hash: Hash) -> Result<Found> {
    let cannot = |error: io::Error| {
        let error = refusal::failed(path, ["を消せません", "cannot be removed"], &error);
        refusal::also(
            error,
            "新しいファイルはそろっていますが、なくなったものが残っています。もう一度 build すると消します",
            "all that is new is there, and the next build removes what is no more",
        )
    };
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Ok(there) if there.is_dir() => return Ok(Found::Nothing),
        Ok(there) if there.is_file() => {}
        _ => return Ok(Found::Other),
    }
    if Hash::of_file(path).map_err(cannot)? != hash {
        return Ok(Found::Other);
    }
    fs::remove_file(path).map_err(cannot)?;
    Ok(Found::Same)
}

/// A folder that still holds something cannot be removed, and is not.
fn remove_folders(gone: &[(&str, Hash)], folders: &Folders, root: &Path) {
    let mut emptied = BTreeSet::new();
    for (path, _) in gone {
        let mut path = folder(path);
        while !path.is_empty() && folders.hold(path) && emptied.insert(path) {
            path = folder(path);
        }
    }
    // What is in a folder stands behind it.
    for path in emptied.into_iter().rev() {
        let _ = fs::remove_dir(root.join(path));
    }
}
