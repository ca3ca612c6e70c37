//! The least that publishing can take: the files of a built site, held in memory, are written to the same paths with nothing else.
//!
//! `cargo bench --bench floor -- SITE FOLDER` writes SITE several times, each time into a folder below FOLDER that has never been
//! there.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "writing is what it measures")]
#![allow(clippy::print_stdout, reason = "a program for the command line")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use walkdir::WalkDir;

const RUNS: usize = 5;

/// A file by its path in the site.
type File = (PathBuf, Vec<u8>);

/// How a file comes to where it belongs.
#[derive(Clone, Copy)]
enum Way {
    /// It is written there.
    Write,
    /// It is written beside all else, and moved there when it is whole.
    Move,
}

fn main() {
    // Cargo says `--bench` to every benchmark.
    let arguments: Vec<_> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [site, folder] = arguments.as_slice() else {
        println!("cargo bench --bench floor -- SITE FOLDER");
        return;
    };
    let files = read(Path::new(site));
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    println!("{} files, {} MiB, medians of {RUNS} runs\n", files.len(), bytes >> 20);
    println!("| threads | written, s | written and moved, s |\n|--|--|--|");
    for threads in [1, 2, 4, 8] {
        let seconds = [Way::Write, Way::Move].map(|way| median(&files, Path::new(folder), threads, way));
        println!("| {threads} | {:.3} | {:.3} |", seconds[0], seconds[1]);
    }
    println!("\nNothing was removed. When all is measured: rm -r {folder}");
}

fn read(site: &Path) -> Vec<File> {
    let entries = WalkDir::new(site).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|it| (it.path().strip_prefix(site).unwrap().to_owned(), std::fs::read(it.path()).unwrap()))
        .collect()
}

fn median(files: &[File], folder: &Path, threads: usize, way: Way) -> f64 {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let mut seconds: Vec<_> = (0..RUNS)
        .map(|run| {
            let name = match way {
                Way::Write => format!("written-{threads}-{run}"),
                Way::Move => format!("moved-{threads}-{run}"),
            };
            let output = folder.join(name);
            assert!(!output.exists(), "{} has been there", output.display());
            // What earlier runs have written is on the disk before this one begins.
            assert!(Command::new("sync").status().unwrap().success());
            let began = Instant::now();
            pool.install(|| write(files, &output, way));
            began.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds[RUNS / 2]
}

/// Each folder is made once.
fn write(files: &[File], output: &Path, way: Way) {
    let folders: BTreeSet<_> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    for folder in folders {
        std::fs::create_dir_all(output.join(folder)).unwrap();
    }
    let stage = output.with_extension("stage");
    match way {
        Way::Write => {
            files.par_iter().for_each(|(path, bytes)| std::fs::write(output.join(path), bytes).unwrap());
        }
        Way::Move => {
            std::fs::create_dir_all(&stage).unwrap();
            files.par_iter().enumerate().for_each(|(index, (path, bytes))| {
                let staged = stage.join(index.to_string());
                std::fs::write(&staged, bytes).unwrap();
                std::fs::rename(staged, output.join(path)).unwrap();
            });
        }
    }
}
