//! The same plan gives the same bytes, whoever builds it, wherever and however often; and what is published stays whole until
//! there is something better to put in its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use crate::site::TestSite;

type Files = BTreeMap<String, Vec<u8>>;

/// Where a site is published if nothing else is asked for.
const PUBLIC: &str = "public";

#[test]
fn two_builds_give_the_same_bytes() {
    let build = || TestSite::koriyama().build(&[]).files(PUBLIC);
    assert_same(&build(), &build());
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let build = |threads: &str| TestSite::koriyama().build(&["--threads", threads]).files(PUBLIC);
    let one = build("1");
    assert!(one.len() > 60, "{}", one.len());
    assert_same(&one, &build("4"));
    assert_same(&one, &TestSite::koriyama().build(&[]).files(PUBLIC));
}

#[test]
fn any_folder_and_any_surroundings_give_the_same_bytes() {
    let site = TestSite::koriyama();
    let expected = TestSite::koriyama().build(&[]).files(PUBLIC);
    fs::create_dir_all(site.path("elsewhere")).unwrap();
    let abroad = [("TZ", "America/St_Johns"), ("LANG", "C"), ("LC_ALL", "C"), ("NO_COLOR", "1")];
    let at_home =
        [("TZ", "Asia/Tokyo"), ("LANG", "ja_JP.UTF-8"), ("LC_ALL", "ja_JP.UTF-8"), ("COLUMNS", "40")];
    let whole = site.path("").to_str().unwrap().to_owned();
    for (root, surroundings) in [("..", abroad), (whole.as_str(), at_home)] {
        let arguments = ["build", "--root", root, "--quiet"];
        let run = keikaku(&site.path("elsewhere"), &arguments, &surroundings);
        assert!(run.status.success() && run.stdout.is_empty(), "{run:?}");
        assert_same(&expected, &site.files(PUBLIC));
        fs::remove_dir_all(site.path(PUBLIC)).unwrap();
    }
    assert!(site.files("elsewhere").is_empty());
}

/// The order in which a disk names its files is not the order of the plan. Only the link to a page's file knows its name.
#[test]
fn names_of_files_and_folders_change_nothing() {
    let unlinked = || {
        let site = TestSite::koriyama();
        site.replace("content/site.yaml", "edit_url: https://git.example.jp/koriyama/plan/edit/main/\n", "");
        site
    };
    let site = unlinked();
    let expected = unlinked().build(&[]).files(PUBLIC);
    let plan = site.path("content/plan/1-dx");
    fs::rename(plan.join("1-organization"), plan.join("z-組織")).unwrap();
    fs::rename(plan.join("2-operations/1-evaluation.md"), plan.join("2-operations/z.md")).unwrap();
    assert_same(&expected, &site.build(&[]).files(PUBLIC));
}

#[test]
fn a_second_build_writes_nothing() {
    let site = TestSite::koriyama();
    let files = site.build(&[]).files(PUBLIC);
    make_old(&site);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let summary = format!("書き込み 0 ファイル、変更なし {} ファイル", files.len());
    assert!(run.stdout.contains(&summary), "{}", run.stdout);
    assert_eq!(written(&site), BTreeSet::new());
    assert_same(&files, &site.files(PUBLIC));
}

#[test]
fn an_edited_title_changes_the_files_that_show_it_and_no_others() {
    check_edit("title: ", "適正な定員管理の推進", "無理のない定員管理の推進", 19);
}

#[test]
fn an_edited_bar_changes_its_page_its_years_and_the_data() {
    check_edit("", "技能労務職員の退職者不補充", "退職者の補充の見直し", 6);
}

/// The beginning of an overview is shown to search engines; what stands in its middle is on its page, in the booklets and in the data only.
#[test]
fn an_edited_overview_changes_its_page_and_the_data() {
    check_edit("", "求める人材像を明確にし", "求める人材像を言葉にし", 4);
}

/// It is compressed, so words cannot be seen in it.
const BOOK: &str = "data/plan.xlsx";

/// Edits the staffing of the city; the files that showed the old words are written, and no others. Of the search index its text
/// is another file then.
fn check_edit(before: &str, from: &str, to: &str, least: usize) {
    let site = TestSite::koriyama();
    let old = site.build(&[]).files(PUBLIC);
    let edited = "content/plan/1-dx/1-organization/2-staffing.md";
    site.replace(edited, &format!("{before}{from}"), &format!("{before}{to}"));
    make_old(&site);
    site.build(&[]);
    // A calendar's long lines are folded.
    let unfolded = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n ", "");
    let shown = old.iter().filter(|(_, bytes)| unfolded(bytes).contains(from));
    let shown: BTreeSet<_> = shown.map(|(path, _)| path.clone()).collect();
    let (of_search, others): (BTreeSet<_>, _) =
        written(&site).into_iter().partition(|path| path.starts_with("search/"));
    let (of_book, others): (BTreeSet<_>, _) = others.into_iter().partition(|path| path == BOOK);
    assert_eq!((of_book.len(), others), (1, shown.clone()));
    assert!(shown.len() >= least, "{shown:?}");
    let new = site.files(PUBLIC);
    let of_search: Vec<_> = of_search.iter().map(|path| (&**path, old.contains_key(path))).collect();
    assert!(matches!(*of_search, [("search/manifest.json", true), (_, false)]), "{of_search:?}");
    assert!(shown.iter().all(|path| unfolded(&new[path]).contains(to)));
    let goes = old.keys().filter(|path| !new.contains_key(*path)).map(String::as_str).collect::<Vec<_>>();
    assert!(matches!(*goes, [text] if text.starts_with("search/")), "{goes:?}");
    let stays = |path: &str| {
        !shown.contains(path) && path != "search/manifest.json" && path != goes[0] && path != BOOK
    };
    assert!(old.iter().all(|(path, bytes)| !stays(path) || new[path] == *bytes));
}

#[test]
fn a_build_with_an_error_leaves_what_is_published_untouched() {
    let site = TestSite::koriyama();
    let before = site.build(&[]).files(PUBLIC);
    make_old(&site);
    let staffing = "content/plan/1-dx/1-organization/2-staffing.md";
    site.replace(staffing, "title: 適正な", "title: 不適正な");
    site.replace(staffing, "departments: [人事課]", "departments: [人事科]");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("人事科"), "{}", run.stderr);
    assert_eq!(written(&site), BTreeSet::new());
    assert_same(&before, &site.files(PUBLIC));
}

#[test]
fn a_first_build_with_an_error_publishes_nothing() {
    let site = TestSite::koriyama();
    site.replace("content/site.yaml", "period: 2026-2029", "period: 2029-2026");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(!site.path(PUBLIC).exists());
}

#[test]
fn a_site_is_written_where_it_is_asked_for() {
    let site = TestSite::koriyama();
    let expected = TestSite::koriyama().build(&[]).files(PUBLIC);
    site.build(&["--output", "www/plan"]);
    assert_same(&expected, &site.files("www/plan"));
    assert!(!site.path(PUBLIC).exists());
    let apart = tempfile::TempDir::new().unwrap();
    let output = apart.path().join("site");
    site.build(&["--output", output.to_str().unwrap()]);
    assert_eq!(fs::read(output.join("plan/1-1-1.html")).unwrap(), expected["plan/1-1-1.html"]);
}

#[test]
fn a_site_is_never_written_over_its_own_sources() {
    let places = [".", "..", "content", "content/plan", "themes", "themes/own", "public/..", "x/../content"];
    let accepted: Vec<_> = places.into_iter().filter(|place| !is_refused(place)).collect();
    assert!(accepted.is_empty(), "{accepted:?}");
}

/// Whether a place to write to is refused and nothing is written at all. The site stands in a folder of the test's own, so
/// that what is written above it goes away with the test.
fn is_refused(output: &str) -> bool {
    let site = TestSite::koriyama();
    site.write("site/themes/own/static/style.css", "");
    fs::rename(site.path("content"), site.path("site/content")).unwrap();
    let before = site.files("");
    let run = keikaku(&site.path("site"), &["build", "--output", output], &[]);
    run.status.code() == Some(2) && !run.stderr.is_empty() && site.files("") == before
}

#[test]
fn the_whole_path_of_a_sites_folder_is_no_place_for_it_either() {
    let site = TestSite::koriyama();
    for folder in ["", "content"] {
        let run = site.run(&["build", "--output", site.path(folder).to_str().unwrap()]);
        assert_eq!(run.code, 2, "{}", run.stdout);
    }
}

#[test]
fn a_strangers_file_survives() {
    let site = TestSite::koriyama();
    site.build(&[]);
    site.write("public/.htaccess", "Deny from nobody\n");
    site.write("public/plan/old.html", "<p>old</p>\n");
    site.build(&[]).build(&[]);
    let files = site.files(PUBLIC);
    assert_eq!(files[".htaccess"], b"Deny from nobody\n");
    assert_eq!(files["plan/old.html"], b"<p>old</p>\n");
}

/// A file that was spoilt is mended, even where it has the same length.
#[test]
fn a_spoilt_file_is_mended() {
    let site = TestSite::koriyama();
    let expected = site.build(&[]).files(PUBLIC);
    let page = site.read("public/plan/1-1-1.html");
    site.write("public/plan/1-1-1.html", page.replacen('市', "村", 1));
    site.remove("public/robots.txt");
    assert!(site.run(&["build"]).stderr.ends_with(": plan/1-1-1.html\n"));
    assert_same(&expected, &site.files(PUBLIC));
}

/// Runs keikaku in a folder, in surroundings of its own.
fn keikaku(folder: &Path, arguments: &[&str], surroundings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_keikaku"))
        .args(arguments)
        .current_dir(folder)
        .envs(surroundings.iter().copied())
        .output()
        .unwrap()
}

/// Dates all published files back, so that a file written later is seen without waiting for the clock.
fn make_old(site: &TestSite) {
    for path in site.files(PUBLIC).keys() {
        let file = fs::File::options().write(true).open(site.path(PUBLIC).join(path)).unwrap();
        file.set_modified(old()).unwrap();
    }
}

fn old() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// The published files that were written since [`make_old`].
fn written(site: &TestSite) -> BTreeSet<String> {
    let is_new = |path: &Path| fs::metadata(path).unwrap().modified().unwrap() != old();
    site.files(PUBLIC).into_keys().filter(|path| is_new(&site.path(PUBLIC).join(path))).collect()
}

/// Names the files that differ instead of printing them.
fn assert_same(expected: &Files, found: &Files) {
    assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    let differ: Vec<_> = expected.iter().filter(|(path, bytes)| found[*path] != **bytes).collect();
    assert!(differ.is_empty(), "{:?}", differ.iter().map(|(path, _)| path).collect::<Vec<_>>());
}
