//! How long each stage takes alone: the plan in `content/`, fifty times over, without the disk.
//!
//! `RAYON_NUM_THREADS=1 cargo bench --bench stages` measures the work of one processor.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "it reads the plan that it works on")]

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use keikaku::bench::{Assembled, Parsed, parse};
use walkdir::WalkDir;

const COPIES: usize = 50;

/// A file by its path from the site's folder.
type File = (String, Vec<u8>);

criterion_group!(benches, stages, pages);
criterion_main!(benches);

/// Each stage from what the one before has left.
fn stages(criterion: &mut Criterion) {
    let (files, initiatives) = plan();
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Elements(initiatives)).sample_size(20);
    group.bench_function("parse", |bencher| {
        bencher.iter_batched(|| files.clone(), parse, BatchSize::PerIteration);
    });
    group.bench_function("assemble", |bencher| {
        bencher.iter_batched(|| parse(files.clone()), Parsed::assemble, BatchSize::PerIteration);
    });
    group.bench_function("lay out", |bencher| {
        bencher.iter_batched(|| parse(files.clone()).assemble(), Assembled::lay_out, BatchSize::PerIteration);
    });
    group.finish();
}

/// Pages of the kinds of which there are many: what they show, and all of it as HTML.
fn pages(criterion: &mut Criterion) {
    let (files, _) = plan();
    let dressed = parse(files).assemble().lay_out().dress().unwrap();
    let look = dressed.look().unwrap();
    let mut group = criterion.benchmark_group("pages");
    for (kind, address) in [
        ("initiative", "plan/1-1-1.html"),
        ("list", "plan/index_2.html"),
        ("term", "less/paper.html"),
        ("year", "years/2026.html"),
        ("booklet", "print_2.html"),
    ] {
        let page = look.pages().position(|page| page == address).unwrap();
        group.throughput(Throughput::Bytes(look.render(page).unwrap().len() as u64));
        group.bench_function(BenchmarkId::new("view", kind), |bencher| {
            bencher.iter_with_large_drop(|| look.view(black_box(page)).unwrap());
        });
        group.bench_function(BenchmarkId::new("render", kind), |bencher| {
            bencher.iter_with_large_drop(|| look.render(black_box(page)).unwrap());
        });
    }
    group.finish();
}

/// The files of the plan, each initiative as often as [`COPIES`] says, and how many initiatives that makes.
fn plan() -> (Vec<File>, u64) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = WalkDir::new(root.join("content")).into_iter().map(Result::unwrap);
    let mut files = Vec::new();
    let mut initiatives = 0;
    for entry in entries.filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(entry.path()).unwrap();
        if is_initiative(&path) {
            files.extend((1..COPIES).map(|copy| another(&path, &bytes, copy)));
            initiatives += COPIES as u64;
        }
        files.push((path, bytes));
    }
    (files, initiatives)
}

fn is_initiative(path: &str) -> bool {
    path.starts_with("content/plan/") && !path.ends_with("_index.md")
}

/// An initiative once more, under another number.
fn another(path: &str, bytes: &[u8], copy: usize) -> File {
    let text = std::str::from_utf8(bytes).unwrap();
    let numbered = text.replacen("\nnumber: ", &format!("\nnumber: {copy}0"), 1);
    assert_ne!(text, numbered, "{path} has no number");
    (path.replace(".md", &format!("-{copy}.md")), numbered.into_bytes())
}
