//! What becomes of the folder that a site is published into: what is keikaku's in it and what is not, and what is changed when.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use crate::site::{TestSite, files_in};

pub const PUBLIC: &str = "public";
pub const MANIFEST: &str = "public/.keikaku/manifest";

pub fn town() -> TestSite {
    TestSite::fixture("minimal")
}

/// A build that is refused and changes nothing; what it says.
fn refused(site: &TestSite, arguments: &[&str]) -> String {
    let before = files(site);
    let run = site.run(&[&["build"], arguments].concat());
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert_eq!(files(site), before);
    assert!(!site.path(".public.keikaku").exists());
    run.stderr
}

/// All that is below a folder, with when it was changed last.
pub fn everything(folder: &Path) -> BTreeMap<String, SystemTime> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let state = fs::symlink_metadata(&path).unwrap();
        all.insert(path.to_str().unwrap().to_owned(), state.modified().unwrap());
        if state.is_dir() {
            all.extend(everything(&path));
        }
    }
    all
}

/// The same of files and links alone, and without the lock.
fn files(site: &TestSite) -> BTreeMap<String, SystemTime> {
    let mut all = everything(&site.path(""));
    all.retain(|path, _| !Path::new(path).is_dir() && !path.ends_with(".keikaku/lock"));
    all
}

/// The site as a first build into a folder of its own publishes it.
fn clean(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    let apart = tempfile::TempDir::new().unwrap();
    let output = apart.path().join("site");
    site.build(&["--output", output.to_str().unwrap()]);
    files_in(&output)
}

/// Whether the output is what a first build would have made, and no build has left anything else.
pub fn assert_clean(site: &TestSite) {
    let (found, expected) = (site.files(PUBLIC), clean(site));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    assert!(found == expected);
    assert_holds_what_its_manifest_says(site);
    assert!(!site.path(".public.keikaku").exists() && !site.path("public/.keikaku/stage").exists());
    assert!(!site.path("public/.keikaku/moving").exists());
}

pub fn assert_holds_what_its_manifest_says(site: &TestSite) {
    let named: Vec<_> =
        site.read(MANIFEST).lines().map(|line| line.split_once("  ").unwrap().1.to_owned()).collect();
    assert!(named.is_sorted());
    assert_eq!(named, site.files(PUBLIC).into_keys().collect::<Vec<_>>());
    let check = Command::new("sha256sum")
        .args(["--strict", "--quiet", "-c", ".keikaku/manifest"])
        .current_dir(site.path(PUBLIC))
        .output()
        .unwrap();
    assert!(check.status.success(), "{check:?}");
}

#[test]
fn the_manifest_is_what_sha256sum_reads() {
    let site = town();
    site.build(&[]);
    assert_clean(&site);
}

#[test]
fn a_folder_that_holds_other_things_is_refused() {
    let site = town();
    site.write("public/holiday.jpg", "sea").write("public/index.html", "our old site");
    let said = refused(&site, &[]);
    for word in ["holiday.jpg", "index.html", "--adopt", "置き換え", "all else stays"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(!site.path("public/.keikaku").exists());
}

#[test]
fn of_many_other_things_ten_are_named() {
    let site = town();
    for number in 10..30 {
        site.write(&format!("public/{number}.txt"), "");
    }
    let said = refused(&site, &[]);
    assert!(said.contains("18.txt、19.txt ほか 10 件") && said.contains("and 10 more"), "{said}");
    assert!(!said.contains("20.txt"), "{said}");
}

#[test]
fn a_folder_is_adopted_with_what_is_in_it() {
    let site = town();
    site.write("public/holiday.jpg", "sea").write("public/index.html", "our old site");
    site.write("public/photos/a.jpg", "hill").write("public/.git/HEAD", "x");
    let run = site.run(&["build", "--adopt", "--lang", "en"]);
    let told = "leaves as they are: 2 (holiday.jpg, photos/a.jpg)\n";
    assert!(run.code == 0 && run.stdout.ends_with(told), "{}", run.stdout);
    assert!(site.read("public/index.html").contains("まちづくり計画"));
    assert!(!site.read(MANIFEST).contains("holiday"));
    assert_eq!(
        site.run(&["build"]).stdout.lines().count(),
        1,
        "who has not adopted anything is told nothing"
    );
    fs::remove_dir_all(site.path("public/.git")).unwrap();
    site.remove("public/holiday.jpg").remove("public/photos/a.jpg");
    fs::remove_dir(site.path("public/photos")).unwrap();
    assert_eq!(site.run(&["build", "--adopt"]).stdout.lines().count(), 1, "there is nothing left to tell of");
    assert_clean(&site);
}

#[test]
fn what_tools_lay_into_a_folder_is_no_reason_to_refuse_it() {
    let site = town();
    for file in [".git/HEAD", ".gitkeep", ".gitignore", "Thumbs.db"] {
        site.write(&format!("public/{file}"), "x");
    }
    site.build(&[]).build(&[]);
    assert_eq!(site.read("public/.git/HEAD"), "x");
}

#[test]
fn a_new_page_does_not_take_the_place_of_somebody_elses() {
    let site = town();
    site.build(&[]);
    site.write("public/plan/2.html", "mine").write("public/notes.txt", "mine");
    site.write("content/plan/2.md", "---\ntitle: 道路\nnumber: 2\n---\n");
    let said = refused(&site, &[]);
    assert!(said.contains("plan/2.html") && said.contains("--adopt") && !said.contains("notes"), "{said}");
    site.build(&["--adopt"]);
    assert!(site.read("public/plan/2.html").contains("道路"));
    assert_eq!(site.read("public/notes.txt"), "mine");
}

#[test]
fn the_same_bytes_are_ours_whoever_wrote_them() {
    let site = town();
    site.build(&[]);
    let whole = site.read(MANIFEST);
    let less: String = whole.split_inclusive('\n').filter(|line| !line.ends_with("  index.html\n")).collect();
    site.write(MANIFEST, less).build(&[]);
    assert_eq!(site.read(MANIFEST), whole);
}

#[test]
fn what_is_no_more_is_removed_with_the_folders_that_are_empty_then() {
    let site = town();
    site.write("content/static/maps/2026/roads.txt", "x").write("content/static/maps/mine.txt", "x");
    site.build(&[]);
    site.write("public/maps/stranger.txt", "x");
    site.remove("content/static/maps/2026/roads.txt").remove("content/static/maps/mine.txt");
    let run = site.run(&["build"]);
    assert!(
        run.stdout.contains("書き込み 0 ファイル") && run.stdout.contains("削除 2 ファイル"),
        "{}",
        run.stdout
    );
    assert!(!site.path("public/maps/2026").exists());
    assert!(site.path("public/maps/stranger.txt").exists());
    site.remove("public/maps/stranger.txt");
    assert_clean(&site);
}

#[test]
fn what_somebody_has_changed_stays_when_it_is_no_more() {
    let site = town();
    site.write("content/static/map.txt", "roads").build(&[]);
    site.write("public/map.txt", "roads and rivers").remove("content/static/map.txt");
    let run = site.run(&["build", "--quiet"]);
    assert!(run.code == 0 && run.stderr.contains("map.txt"), "{}", run.stderr);
    assert_eq!(site.read("public/map.txt"), "roads and rivers");
    // It is somebody else's now.
    assert_eq!(site.run(&["build"]).stderr, "");
    site.write("content/static/map.txt", "roads");
    assert!(refused(&site, &[]).contains("map.txt"));
}

/// Whether the plan has changed there, too, or not.
#[test]
fn what_somebody_has_changed_is_written_anew_and_told() {
    let site = town();
    site.write("content/static/map.txt", "roads")
        .write("content/plan/2.md", "---\ntitle: 道路\nnumber: 2\n---\n");
    site.build(&[]).replace("content/plan/1.md", "広報", "広聴");
    for (page, from, to) in [("plan/1", "広報", "防災"), ("plan/2", "道路", "街路"), ("404", "html", "HTML")]
    {
        site.replace(&format!("public/{page}.html"), from, to);
    }
    site.write("public/map.txt", "roads and rivers");
    let run = site.run(&["build", "--quiet", "--lang", "en"]);
    let told = "4 files had been changed in the output since keikaku wrote them, and are again as the plan says; what is to change belongs in content/: 404.html, map.txt, plan/1.html, plan/2.html\n";
    assert_eq!((run.code, run.stderr.as_str()), (0, told));
    assert_clean(&site);
    // What has a new time and nothing else, or is to be written anew for the plan alone, is nobody's work.
    site.write("public/map.txt", "roads").replace("content/plan/2.md", "道路", "街路");
    site.write("public/plan/2.html", site.read("public/plan/2.html")).build(&[]);
    assert_clean(&site);
}

#[test]
fn a_file_does_not_give_way_to_a_folder_nor_a_folder_to_a_file() {
    let site = town();
    site.write("content/static/map", "x").write("content/static/old/list", "x").build(&[]);
    site.remove("content/static/map").write("content/static/map/north", "x");
    assert!(refused(&site, &[]).contains("動かすか消してください"));
    site.remove("public/map").remove("content/static/old/list");
    fs::remove_dir(site.path("content/static/old")).unwrap();
    site.write("content/static/old", "x");
    assert!(refused(&site, &["--adopt"]).contains("public/old"));
    fs::remove_dir_all(site.path("public/old")).unwrap();
    site.build(&[]);
    assert_clean(&site);
}

#[test]
fn after_no_edit_nothing_is_touched() {
    let site = town();
    site.build(&[]);
    let before = everything(&site.path(""));
    site.build(&[]);
    assert_eq!(everything(&site.path("")), before);
}

#[test]
fn no_link_leads_out_of_the_output() {
    let site = town();
    site.build(&[]);
    fs::create_dir(site.path("private")).unwrap();
    fs::rename(site.path("public/plan"), site.path("private/plan")).unwrap();
    site.link("../private/plan", "public/plan");
    site.replace("content/plan/1.md", "広報", "広聴");
    let said = refused(&site, &[]);
    assert!(said.contains("plan") && said.contains("リンク"), "{said}");
    refused(&site, &["--adopt"]);
}

#[test]
fn what_keikaku_keeps_for_itself_is_not_elsewhere_either() {
    let site = town();
    fs::create_dir(site.path("private")).unwrap();
    site.link("../private", "public/.keikaku");
    assert!(refused(&site, &["--adopt"]).contains(".keikaku"));
    assert_eq!(fs::read_dir(site.path("private")).unwrap().count(), 0);
}

/// The link is what is replaced, and not what it leads to.
#[test]
fn a_link_in_a_files_place_is_not_written_through() {
    let site = town();
    site.build(&[]);
    site.write("private.txt", "private")
        .remove("public/index.html")
        .link("../private.txt", "public/index.html");
    assert!(site.run(&["build"]).stderr.contains(": index.html\n"));
    assert_eq!(site.read("private.txt"), "private");
    assert_clean(&site);
}

#[test]
fn nothing_is_removed_through_a_link() {
    let site = town();
    site.write("content/static/maps/roads.txt", "x").build(&[]);
    fs::rename(site.path("public/maps"), site.path("private")).unwrap();
    site.link("../private", "public/maps");
    site.remove("content/static/maps/roads.txt").build(&[]);
    assert_eq!(site.read("private/roads.txt"), "x");
}

#[test]
fn the_output_may_be_a_link_to_a_folder() {
    let site = town();
    fs::create_dir_all(site.path("www/html")).unwrap();
    site.link("www/html", PUBLIC).build(&[]);
    assert!(fs::symlink_metadata(site.path(PUBLIC)).unwrap().is_symlink());
    assert_eq!(site.files(PUBLIC), clean(&site));
    assert_eq!(fs::read_dir(site.path("www")).unwrap().count(), 1);
}

#[test]
fn a_folder_beside_the_output_stays_whoever_made_it() {
    let site = town();
    site.write(".public.keikaku/diary/monday.txt", "sea").build(&[]);
    site.replace("content/plan/1.md", "広報", "広聴").build(&[]);
    assert_eq!(site.read(".public.keikaku/diary/monday.txt"), "sea");
    fs::remove_dir_all(site.path(".public.keikaku")).unwrap();
    site.write(".public.keikaku", "a file").replace("content/plan/1.md", "広聴", "広報").build(&[]);
    assert_eq!(site.read(".public.keikaku"), "a file");
    site.remove(".public.keikaku");
    assert_clean(&site);
}

#[test]
fn what_files_were_made_of_need_not_be_known() {
    let site = town();
    site.build(&[]).remove("public/.keikaku/memo").write("public/.keikaku/memo/x", "x");
    site.build(&[]).replace("content/plan/1.md", "広報", "広聴").build(&[]);
    assert!(site.read("public/plan/1.html").contains("広聴"));
    assert!(site.path("public/.keikaku/memo/x").exists());
    fs::remove_dir_all(site.path("public/.keikaku/memo")).unwrap();
    site.build(&[]);
    assert_clean(&site);
}

#[test]
fn who_lost_the_record_of_what_was_published_is_told_how_to_go_on() {
    let site = town();
    site.build(&[]);
    for spoilt in ["", "no line of it\n"] {
        site.write(MANIFEST, spoilt).replace("content/plan/1.md", "\n---\n", "\n---\nx\n");
        if spoilt.is_empty() {
            site.remove(MANIFEST);
        }
        let said = refused(&site, &[]);
        assert!(said.contains("空にして") && said.contains("is lost"), "{said}");
    }
}

/// On a disk that tells large letters from small ones.
#[test]
fn a_link_is_somebody_elses_wherever_it_leads() {
    let site = town();
    site.write("content/static/maps/roads.txt", "x").build(&[]);
    site.remove("content/static/maps/roads.txt").write("content/static/maps/Roads.txt", "y");
    site.link("roads.txt", "public/maps/Roads.txt");
    assert!(refused(&site, &[]).contains("maps/Roads.txt"));
}

#[test]
fn the_output_is_no_file() {
    let site = town();
    site.write(PUBLIC, "x");
    assert!(refused(&site, &[]).contains("is no folder"));
    site.remove(PUBLIC).write("public/plan/1.html/x", "x");
    assert!(refused(&site, &["--adopt"]).contains("plan/1.html"));
}

/// And reads the plan then, so that the one that is published last is not the older one.
#[test]
fn a_second_build_waits_for_the_first() {
    let site = town();
    site.build(&[]).replace("content/plan/1.md", "広報", "公聴");
    let first = fs::File::options().write(true).open(site.path("public/.keikaku/lock")).unwrap();
    first.lock().unwrap();
    let mut second = Command::new(env!("CARGO_BIN_EXE_keikaku"))
        .arg("build")
        .current_dir(site.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = [0; 64];
    let length = second.stderr.as_mut().unwrap().read(&mut said).unwrap();
    assert!(String::from_utf8_lossy(&said[..length]).contains("ほかの keikaku"));
    site.replace("content/plan/1.md", "公聴", "広聴");
    assert!(site.read("public/plan/1.html").contains("広報"));
    first.unlock().unwrap();
    assert!(second.wait().unwrap().success());
    assert!(site.read("public/plan/1.html").contains("広聴"));
}

/// Wherever it was to be published, and whether it was before.
#[test]
fn beside_a_wrong_plan_nothing_is_made() {
    let site = town();
    site.build(&[]).replace("content/plan/1.md", "number: 1", "number: one");
    site.write("others/index.html", "our old site");
    let before = everything(&site.path(""));
    for arguments in [&[][..], &["--output", "others"], &["--output", "new/site"], &["--adopt"]] {
        let run = site.run(&[&["build"], arguments].concat());
        assert!(run.code == 1 && run.stderr.contains("K305"), "{arguments:?}: {}", run.stderr);
        assert_eq!(everything(&site.path("")), before, "{arguments:?}");
    }
}

/// What one build records, another does not take away.
#[test]
fn what_is_recorded_while_a_build_goes_on_stays_recorded() {
    let site = town();
    site.build(&[]);
    let first = fs::File::options().write(true).open(site.path("public/.keikaku/lock")).unwrap();
    first.lock().unwrap();
    let mut second = Command::new(env!("CARGO_BIN_EXE_keikaku"))
        .args(["build", "--record", "--quiet"])
        .current_dir(site.path(""))
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    assert!(second.stderr.as_mut().unwrap().read(&mut [0; 64]).unwrap() > 0);
    site.write("content/addresses.lock", "plan/2.html\n");
    first.unlock().unwrap();
    assert!(second.wait().unwrap().success());
    let recorded = site.read("content/addresses.lock");
    assert!(recorded.contains("plan/1.html\nplan/2.html\n"), "{recorded}");
}

#[test]
fn two_builds_at_once_leave_one_whole_site() {
    let site = town();
    let build = || {
        let mut build = Command::new(env!("CARGO_BIN_EXE_keikaku"));
        build.args(["build", "--quiet"]).current_dir(site.path("")).stderr(Stdio::null()).spawn().unwrap()
    };
    let builds: Vec<_> = (0..4).map(|_| build()).collect();
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    assert_clean(&site);
}

/// A page that cannot be made, however late, costs nothing that is published.
#[test]
fn a_template_that_fails_on_the_last_page_leaves_the_old_site() {
    let site = town();
    site.write("content/plan/2.md", "---\ntitle: 道路\nnumber: 2\n---\n").build(&[]);
    site.replace("content/site.yaml", "まちづくり計画", "計画");
    let template = include_str!("../../themes/default/templates/initiative.html");
    let failing = "{% block main %}{% if initiative.title == \"道路\" %}{{ initiative.nothing }}{% endif %}";
    assert!(template.contains("{% block main %}"));
    site.write("themes/default/templates/initiative.html", template.replace("{% block main %}", failing));
    let said = refused(&site, &[]);
    assert!(said.contains("plan/2.html") && said.contains("元のまま"), "{said}");
}
