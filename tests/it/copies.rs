//! Compressed copies beside the texts of a site: what has one, and when it is made anew.

use std::path::Path;
use std::process::Command;

use crate::publish::{MANIFEST, PUBLIC, assert_clean, assert_holds_what_its_manifest_says, everything, town};

/// What a command makes of a file.
fn unpacked(by: &str, path: &Path) -> Vec<u8> {
    let run = Command::new(by).arg("-dc").arg(path).output().unwrap();
    assert!(run.status.success(), "{run:?}");
    run.stdout
}

#[test]
fn each_text_has_compressed_copies_if_they_are_asked_for() {
    let site = town();
    site.write("content/static/notes.txt", "rivers\n".repeat(100))
        .write("content/static/tiny.txt", "rivers\n");
    let plain = site.build(&[]).files(PUBLIC);
    let copied = site.build(&["--precompress"]).files(PUBLIC);
    for (path, bytes) in &plain {
        assert_eq!(copied.get(path), Some(bytes));
        let is_text = [".html", ".css", ".js", ".json", ".jsonld", ".csv", ".xml", ".txt", ".svg"]
            .iter()
            .any(|end| path.ends_with(end));
        for end in [".gz", ".br"] {
            let copy = format!("{path}{end}");
            assert_eq!(copied.contains_key(&copy), is_text && bytes.len() >= 256, "{copy}");
        }
        if is_text && bytes.len() >= 256 {
            assert_eq!(unpacked("gzip", &site.path(PUBLIC).join(format!("{path}.gz"))), *bytes, "{path}");
        }
    }
    assert_holds_what_its_manifest_says(&site);
    site.build(&[]);
    assert_clean(&site);
}

#[test]
fn copies_are_made_anew_of_what_has_changed_and_mended_where_they_are_spoilt() {
    let site = town();
    site.build(&["--precompress"]);
    let before = everything(&site.path(""));
    site.build(&["--precompress"]);
    assert_eq!(everything(&site.path("")), before);
    let good = site.files(PUBLIC);
    site.write("public/index.html.gz", "x").remove("public/plan/1.html.br");
    let run = site.run(&["build", "--precompress"]);
    assert!(run.stdout.contains("書き込み 2 ファイル"), "{}", run.stdout);
    assert!(site.files(PUBLIC) == good);
    site.replace("content/plan/1.md", "広報", "広聴").build(&["--precompress"]);
    let files = site.files(PUBLIC);
    assert_ne!(files["plan/1.html.br"], good["plan/1.html.br"]);
    assert_eq!(files["404.html.br"], good["404.html.br"]);
    assert_eq!(unpacked("gzip", &site.path("public/plan/1.html.gz")), files["plan/1.html"]);
}

/// As it stands in a manifest.
fn hash(path: &Path) -> String {
    let run = Command::new("sha256sum").arg(path).output().unwrap();
    String::from_utf8(run.stdout).unwrap()[..64].to_owned()
}

/// The manifest alone does not tell how a copy was made.
#[test]
fn copies_of_another_keikaku_are_made_anew() {
    let site = town();
    site.build(&["--precompress"]);
    let (copy, whole) = (site.path("public/index.html.gz"), site.files(PUBLIC));
    let before = hash(&copy);
    site.write("public/index.html.gz", "as it was compressed once");
    let manifest = site.read(MANIFEST).replace(&before, &hash(&copy));
    site.write(MANIFEST, manifest).build(&["--precompress"]);
    assert!(site.files(PUBLIC) == whole);
}

#[test]
fn the_citys_own_copy_stays_its_own() {
    let site = town();
    site.write("content/static/list.csv", "a,b\n".repeat(100)).write("content/static/list.csv.gz", "by hand");
    site.build(&["--precompress"]);
    assert_eq!(site.read("public/list.csv.gz"), "by hand");
    assert!(site.path("public/list.csv.br").exists());
}

#[test]
fn any_number_of_threads_gives_the_same_copies_and_the_same_manifest() {
    let build = |threads: &str| {
        let site = town();
        site.build(&["--precompress", "--threads", threads]);
        (site.files(PUBLIC), site.read(MANIFEST))
    };
    let one = build("1");
    assert!(one == build("2") && one == build("8"));
}
