//! What a person sees who types a command: the transcripts of `tests/cmd/*.md`, played by trycmd.
//!
//! A transcript `NAME.md` runs in a copy of the folder `NAME.in`; the files of `NAME.out` have to be there in the end.
//! `TRYCMD=overwrite cargo test commands` writes down what is said now: read it before you commit.

use std::path::Path;

use super::site::TestSite;

#[test]
fn transcripts() {
    let keikaku = Path::new(env!("CARGO_BIN_EXE_keikaku")).to_owned();
    trycmd::TestCases::new().register_bin("keikaku", keikaku).case("tests/cmd/*.md").run();
}

#[test]
fn help_can_be_piped() {
    let site = TestSite::fixture("minimal");
    for arguments in [&[][..], &["--help"], &["build", "--help"]] {
        let run = site.run(arguments);
        assert!(run.stdout.contains("使い方 (usage): keikaku"), "{arguments:?}: {run:?}");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn the_site_is_written_neither_around_its_folder_nor_where_editors_write() {
    let site = TestSite::fixture("minimal");
    for (path, text) in site.files("content") {
        site.write(&format!("own/content/{path}"), text);
    }
    let before = site.files("");
    for output in ["own", "own/..", "own/content", "own/public/../content/pages", "own/themes/default"] {
        let run = site.run(&["build", "--root", "own", "--output", output]);
        assert_eq!(run.code, 2, "{output}: {run:?}");
        assert!(site.files("") == before, "{output}");
    }
}

#[test]
fn a_template_error_leaves_what_was_published_as_it_was() {
    let site = TestSite::fixture("minimal");
    site.build(&[]);
    let before = site.files("public");
    // Every page would be another one by now, but one of them cannot be made.
    site.replace("content/site.yaml", "まちづくり計画", "計画");
    site.write("themes/default/templates/home.html", "{{ home.nothing }}");
    assert_eq!(site.run(&["build"]).code, 2);
    assert!(site.files("public") == before, "public/ is half old, half new");
}

#[test]
fn a_mistake_leaves_what_was_published_as_it_was() {
    let site = TestSite::fixture("minimal");
    site.build(&[]);
    let before = site.files("public");
    site.replace("content/site.yaml", "まちづくり計画", "計画").replace("content/plan/1.md", "1", "one");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(site.files("public") == before);
}

/// Where nobody listens any more, the build ends as it would have ended.
#[cfg(target_os = "linux")]
#[test]
fn a_closed_ear_is_no_mistake() {
    let site = TestSite::fixture("minimal");
    let deaf = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |site: &TestSite| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_keikaku"));
        command
            .arg("build")
            .current_dir(site.path("."))
            .stdout(deaf())
            .stderr(deaf())
            .status()
            .unwrap()
            .code()
    };
    assert_eq!(run(&site), Some(0));
    site.write("content/stray.txt", "x");
    assert_eq!(run(&site), Some(1));
}
