//! Whatever lies in `content/`, the check says what it thinks of it: it does not panic, it comes to an end, it says the same
//! twice, and of what it finds no error in a page can be made.
//!
//! A few cases of each run with all tests. The long run:
//!
//! ```sh
//! PROPTEST_CASES=20000 cargo test --release --test properties
//! ```

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "tests read the project's own plan")]
#![allow(unreachable_pub, reason = "what is public is for the properties")]

mod edits;
mod front;
mod pieces;
mod site;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

/// How many cases of each property run if nobody says otherwise.
const FEW: u32 = 24;

/// The project's own plan, by path.
static PLAN: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = walkdir::WalkDir::new(project.join("content")).sort_by_file_name().into_iter();
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let path = |path: &Path| path.strip_prefix(project).unwrap().to_str().unwrap().replace('\\', "/");
    files.map(|file| (path(file.path()), fs::read(file.path()).unwrap())).collect()
});

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_bytes(place in select(&site::PLACES[..]), bytes in vec(any::<u8>(), 0..300)) {
        is_checked(site::with(place, &bytes))?;
    }

    #[test]
    fn any_lines(place in select(&site::PLACES[..]), file in pieces::file()) {
        is_checked(site::with(place, &file))?;
    }

    #[test]
    fn any_prose(place in select(&PROSE[..]), text in pieces::prose()) {
        let (path, front) = place;
        is_checked(site::with(path, &[front.as_bytes(), b"---\n", &text].concat()))?;
    }

    #[test]
    fn a_file_of_one_thing(place in select(&site::PLACES[..]), head in pieces::file(), piece in pieces::piece(), times in 0..600_usize) {
        is_checked(site::with(place, &[head, piece.repeat(times)].concat()))?;
    }

    #[test]
    fn a_good_file_with_slips(which in any::<Index>(), edits in edits::edits(), saved in edits::saved()) {
        let (path, bytes) = which.get(&PLAN[..]);
        let file = edits.iter().fold(bytes.clone(), |file, edit| edit.apply(file));
        let others = PLAN.iter().filter(|(other, _)| other != path && is_frame(other)).cloned();
        is_checked(others.chain([(path.clone(), saved.bytes(file))]).collect())?;
    }

    #[test]
    fn any_lines_have_one_form(place in select(&site::PLACES[..]), file in pieces::file()) {
        has_one_form(site::with(place, &file))?;
    }

    #[test]
    fn a_good_file_with_slips_has_one_form(which in any::<Index>(), edits in edits::edits(), saved in edits::saved()) {
        let (path, bytes) = which.get(&PLAN[..]);
        let file = edits.iter().fold(bytes.clone(), |file, edit| edit.apply(file));
        has_one_form(vec![(path.clone(), saved.bytes(file))])?;
    }

    #[test]
    fn any_front_matter_has_one_form_that_says_the_same(front in front::front()) {
        let file = format!("---\n{front}---\n本文  \n");
        let files = site::with("content/plan/1-living/1-bus.md", file.as_bytes());
        has_one_form(files.clone())?;
        let formed = keikaku::form_files(files.clone()).unwrap_or_default();
        prop_assert_eq!(codes(files)?, codes(formed)?);
    }

    #[test]
    fn any_name(names in vec(pieces::name(), 1..5), file in pieces::file()) {
        is_checked(site::with(&format!("content/{}", names.join("/")), &file))?;
    }
}

/// What once had no form, or two, or brought the program down.
const SEEDS: [&str; 3] = [
    "'''ｔｉｔｌｅ''': a\n",
    "title: \"Place { \"\nnumber: １\n",
    "ｔｉｔｌｅ: Lines([\n\n# a\nnumber : 1\n",
];

#[test]
fn what_once_failed_has_one_form() {
    for front in SEEDS {
        let file = format!("---\n{front}---\n");
        has_one_form(site::with("content/plan/1-living/1-bus.md", file.as_bytes())).unwrap();
    }
}

/// Where a text can stand, and the front matter it needs there.
const PROSE: [(&str, &str); 4] = [
    ("content/plan/_index.md", "---\n"),
    ("content/plan/1-living/_index.md", "---\ntitle: くらし\nnumber: 1\n"),
    ("content/plan/1-living/1-bus.md", "---\ntitle: 村営バスの運行\nnumber: 1\n"),
    ("content/pages/about.md", "---\ntitle: このサイトについて\n"),
];

/// As many cases as `PROPTEST_CASES` says, others each time; else the same few, so that all tests end the same for all. Nothing
/// is left behind: what fails is told in full.
fn cases() -> ProptestConfig {
    let told = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let is_said = std::env::var_os("PROPTEST_CASES").is_some();
    if is_said { told } else { ProptestConfig { cases: FEW, rng_seed: RngSeed::Fixed(1), ..told } }
}

/// What of the project's plan lies around the one file: no initiative but the first.
fn is_frame(path: &str) -> bool {
    !path.starts_with("content/plan/") || path.ends_with("/_index.md") || path.ends_with("/1-structure.md")
}

/// What has its form stays as it is, and nothing has a form that says something else.
fn has_one_form(files: Vec<(String, Vec<u8>)>) -> Result<(), TestCaseError> {
    let failed = |error| TestCaseError::fail(format!("{error:#}"));
    let formed = keikaku::form_files(files).map_err(failed)?;
    let again = keikaku::form_files(formed.clone()).map_err(failed)?;
    prop_assert!(again == formed);
    Ok(())
}

/// What a check tells of the files, without the places.
fn codes(files: Vec<(String, Vec<u8>)>) -> Result<Vec<String>, TestCaseError> {
    let said = keikaku::check_files(files).map_err(|error| TestCaseError::fail(format!("{error:#}")))?;
    let is_title = |line: &&str| line.starts_with("警告[") || line.starts_with("エラー[");
    let mut codes: Vec<_> = said.lines().filter(is_title).map(str::to_owned).collect();
    codes.sort();
    Ok(codes)
}

fn is_checked(files: Vec<(String, Vec<u8>)>) -> Result<(), TestCaseError> {
    let said =
        keikaku::check_files(files.clone()).map_err(|error| TestCaseError::fail(format!("{error:#}")))?;
    prop_assert_eq!(said, keikaku::check_files(files).unwrap_or_default());
    Ok(())
}
