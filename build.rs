//! Gives the program a number for what it is made of, by which it knows pages that another state of it has made, and the commit that it tells with its version.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// All that decides what a page looks like, and what its data is described with, but the plan and the compiler, whose library knows the letters' cases and kinds. `cargo install` without
/// `--locked` does not obey Cargo.lock: programs with other libraries then have one number, which docs/deploy.md therefore avoids.
const SOURCES: [&str; 8] = [
    "src",
    "themes/default",
    "fonts",
    "docs/plan-json.md",
    "docs/plan-json.en.md",
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
];

#[expect(
    clippy::disallowed_methods,
    reason = "what the program is built from is read before there is a program"
)]
fn main() -> io::Result<()> {
    // Built in too, but no page shows them.
    println!("cargo:rerun-if-changed=scaffold");
    let mut files = BTreeSet::new();
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        gather(Path::new(source), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    compiler()?.hash(&mut hasher);
    for file in files {
        (file.to_string_lossy().replace('\\', "/"), fs::read(&file)?).hash(&mut hasher);
    }
    println!("cargo:rustc-env=KEIKAKU_SOURCES={:016x}", hasher.finish());
    println!("cargo:rustc-env=KEIKAKU_COMMIT={}", commit().unwrap_or_default());
    Ok(())
}

/// The commit that this was built of, and its day, as they stand behind the version: ` (6e495b2f0 2026-11-23)`, and `6e495b2f0-dirty` where something that it is built of was edited since.
/// Without a repository, or without git, there is none. No page knows it, so that a commit alone changes no site.
fn commit() -> Option<String> {
    Path::new(".git").exists().then_some(())?;
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]).unwrap_or_default();
    for part in ["HEAD", "logs/HEAD", "packed-refs", &branch] {
        // What is not there would be looked for at each build, and found to have changed.
        let path = git(&["rev-parse", "--git-path", part]).filter(|path| Path::new(path).is_file());
        if let Some(path) = path {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    let shown = git(&["show", "--no-patch", "--abbrev=9", "--format=%h %cs", "HEAD"])?;
    let (commit, day) = shown.split_once(' ')?;
    // Whatever makes this differ has the script run again: it watches the same files.
    let mut status = vec!["--no-optional-locks", "status", "--porcelain", "--", "scaffold"];
    status.extend(SOURCES);
    let edited = git(&status).map_or("", |_| "-dirty");
    Some(format!(" ({commit}{edited} {day})"))
}

/// What git says in a line.
fn git(arguments: &[&str]) -> Option<String> {
    let output =
        Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned()).filter(|line| !line.is_empty())
}

/// What the compiler says of itself: its version, and the machines it is of.
fn compiler() -> io::Result<Vec<u8>> {
    println!("cargo:rerun-if-env-changed=RUSTC");
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Ok(Command::new(compiler).arg("-vV").output()?.stdout)
}

fn gather(path: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.insert(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        gather(&entry?.path(), files)?;
    }
    Ok(())
}
