//! Files as they lie on a clerk's disk: their encodings, names, sizes and links. What is said word for word is in `rules.rs`.

use std::fs;
use std::process::Command;

use super::rules::told;
use super::site::TestSite;

const INITIATIVE: &str = "---\ntitle: 公聴\nnumber: 2\n---\n";

/// What hosts read: a file of that name takes the place of the site's.
const FOR_HOSTS: [&str; 2] = ["_headers", ".nojekyll"];

/// 市民 in `Shift_JIS`.
const CITIZENS: &[u8] = b"\x8es\x96\xaf";

#[test]
fn other_mistakes_of_a_shift_jis_file_are_told_in_the_same_run() {
    let site = TestSite::fixture("minimal");
    let file = [b"---\r\ntitle: ", CITIZENS, b"\r\nnumber: x\r\n---\r\n", CITIZENS, b"<br>\r\n"].concat();
    site.write("content/plan/2.md", file);
    let run = site.run(&["check"]);
    assert_eq!(
        told(&run),
        ["content/plan/2.md:2:8 K108", "content/plan/2.md:3:9 K305", "content/plan/2.md:5:3 K501"]
    );
    assert!(run.stdout.contains("5 | 市民<br>\n"), "{}", run.stdout);
}

#[test]
fn names_of_a_shift_jis_register_are_known() {
    let site = TestSite::fixture("minimal");
    site.write("content/registers/departments.yaml", [b"- {slug: a, name: ", CITIZENS, b"}\n"].concat());
    site.replace("content/plan/1.md", "number: 1", "number: 1\ndepartments: [市民]");
    assert_eq!(told(&site.run(&["check"])), ["content/registers/departments.yaml:1:19 K108"]);
}

#[test]
fn a_page_is_the_same_from_a_mac() {
    let (plain, mac) = (TestSite::fixture("minimal"), TestSite::fixture("minimal"));
    let text = "---\ntitle: まちづくりのプール\nnumber: 2\n---\nガイド\n";
    plain.write("content/plan/ガ.md", text).write("content/static/図/ガイド.png", "x").build(&[]);
    let apart =
        |text: &str| text.replace('づ', "つ\u{3099}").replace('プ', "フ\u{309a}").replace('ガ', "カ\u{3099}");
    mac.write(&apart("content/plan/ガ.md"), apart(text));
    mac.write(&apart("content/static/図/ガイド.png"), "x").build(&[]);
    assert_eq!(plain.files("public"), mac.files("public"));
}

#[test]
fn an_ideograph_of_a_name_stays_as_it_was_typed() {
    let site = TestSite::fixture("minimal");
    let name = "神\u{fa19}葛\u{e0100}";
    site.write("content/plan/2.md", format!("---\ntitle: {name}\nnumber: 2\n---\n")).build(&[]);
    assert!(site.read("public/plan/2.html").contains(name));
}

#[test]
fn a_link_to_a_file_of_the_content_is_that_file() {
    let site = TestSite::fixture("minimal");
    site.write("content/pages/about.md", "---\ntitle: このサイトについて\n---\n市民に伝える。\n");
    site.write("content/static/a.png", "picture");
    site.link("about.md", "content/pages/help.md").link("a.png", "content/static/b.png").build(&[]);
    assert!(site.read("public/help.html").contains("市民に伝える。"));
    assert_eq!(site.read("public/b.png"), "picture");
}

#[test]
fn what_is_behind_a_link_out_of_the_content_is_never_published() {
    let site = TestSite::fixture("minimal");
    site.write("secret.txt", "秘密").write("secrets/2.md", INITIATIVE);
    site.link("../../secret.txt", "content/static/a.txt").link("../../secrets", "content/plan/a");
    site.link("/dev/zero", "content/plan/b.md").link("..", "content/plan/c");
    let links =
        ["plan/a", "plan/b.md", "plan/c", "static/a.txt"].map(|path| format!("content/{path}:1:1 K110"));
    let run = site.run(&["build"]);
    assert_eq!((told(&run).as_slice(), run.code), (links.as_slice(), 1));
    assert!(!site.path("public").exists() && !run.stderr.contains("秘密"));
}

#[test]
fn a_pipe_is_not_waited_for() {
    let site = TestSite::fixture("minimal");
    for name in ["content/plan/2.md", "content/pipe"] {
        assert!(Command::new("mkfifo").arg(site.path(name)).status().unwrap().success());
    }
    assert_eq!(told(&site.run(&["check"])), ["content/pipe:1:1 K101", "content/plan/2.md:1:1 K101"]);
}

#[test]
fn a_file_of_gigabytes_is_not_read() {
    let site = TestSite::fixture("minimal");
    for name in ["content/plan/2.md", "content/movie.mp4"] {
        fs::File::create(site.path(name)).unwrap().set_len(1 << 40).unwrap();
    }
    assert_eq!(told(&site.run(&["check"])), ["content/movie.mp4:1:1 K101", "content/plan/2.md:1:1 K103"]);
}

#[test]
fn a_large_picture_is_copied() {
    let site = TestSite::fixture("minimal");
    let picture = vec![7; 3 << 20];
    site.write("content/static/map.png", &picture).build(&[]);
    assert!(fs::read(site.path("public/map.png")).unwrap() == picture);
}

#[test]
fn of_very_many_mistakes_of_a_kind_the_first_are_told_and_the_others_counted() {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/2.md", format!("{INITIATIVE}{}", "市\u{200b}\n".repeat(1000)));
    let run = site.run(&["check"]);
    assert_eq!(told(&run).len(), 100);
    assert!(
        run.stdout.contains("このファイルには、同じ種類の指摘がほかに 900 件あります\n"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.ends_with("\nエラー 1000 件、警告 0 件\n"), "{}", run.stdout);
}

#[test]
fn a_row_of_one_unseen_character_is_one_mistake() {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/2.md", format!("{INITIATIVE}市民{}に\n", "\u{2060}".repeat(100_000)));
    assert_eq!(told(&site.run(&["check"])), ["content/plan/2.md:5:3 K107"]);
}

#[test]
fn a_drawn_line_is_not_turned_around() {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/2.md", "---\ntitle: \u{202e}公聴\u{2066}\nnumber: x\n---\n");
    let turning = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!site.run(&["check"]).stdout.contains(turning));
}

#[test]
fn a_file_that_is_nearly_named_is_read_on_as_what_it_was_meant_to_be() {
    let site = TestSite::fixture("minimal");
    site.write("content/registers/departments.yml", "- {slug: citizens, name: 市民課}\n");
    let initiative = "---\ntitle: 公聴\nnumber: x\ndepartments: [市民課]\n---\n";
    site.write("content/plan/2.md.txt", initiative);
    let expected = [
        "content/plan/2.md.txt:1:1 K112",
        "content/plan/2.md.txt:3:9 K305",
        "content/registers/departments.yml:1:1 K112",
    ];
    assert_eq!(told(&site.run(&["check"])), expected);
}

#[test]
fn a_nearly_named_file_beside_the_right_one_is_a_stray_one() {
    let site = TestSite::fixture("minimal");
    site.write("content/plan/1.md.txt", INITIATIVE).write("content/site.yml", "title: x\n");
    assert_eq!(told(&site.run(&["check"])), ["content/plan/1.md.txt:1:1 K101", "content/site.yml:1:1 K101"]);
}

#[test]
fn without_a_site_file_its_look_alike_is_named() {
    for name in ["site.yaml.txt", "Site.yaml", "site.yml", "ｓｉｔｅ.yaml"] {
        let site = TestSite::fixture("minimal");
        site.write(&format!("content/{name}"), site.read("content/site.yaml")).remove("content/site.yaml");
        let run = site.run(&["check"]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("content/site.yaml がありません"), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("content/{name} の名前を")), "{}", run.stderr);
    }
}

#[test]
fn of_a_file_and_its_copy_the_copy_is_told_whatever_comes_first() {
    for copy in ["1 - コピー", "1 - コピー (2)", "1 (2)", "1-Copy", "1 - Copy", "1のコピー"] {
        let site = TestSite::fixture("minimal");
        site.write(&format!("content/plan/{copy}.md"), site.read("content/plan/1.md"));
        assert_eq!(told(&site.run(&["check"])), [format!("content/plan/{copy}.md:3:9 K404")]);
    }
}

#[test]
fn a_copied_folder_is_one_mistake() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "[取組]", "[施策, 取組]").remove("content/plan/1.md");
    for folder in ["1-a", "1-a - コピー"] {
        site.write(&format!("content/plan/{folder}/_index.md"), "---\ntitle: 施策\nnumber: 1\n---\n");
        site.write(&format!("content/plan/{folder}/1.md"), "---\ntitle: 広報\nnumber: 1\n---\n");
    }
    let run = site.run(&["check"]);
    assert_eq!(told(&run), ["content/plan/1-a - コピー/_index.md:3:9 K404"]);
    assert!(run.stdout.contains(" --> content/plan/1-a - コピー/_index.md:3:9\n"), "{}", run.stdout);
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let site = TestSite::fixture("minimal");
    site.write("content/plan/a/1.md", INITIATIVE);
    let folder = site.path("content/plan/a");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything cannot see this.
    if fs::read_dir(&folder).is_err() {
        let run = site.run(&["check"]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains("content/plan/a を読めません"), "{}", run.stderr);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
}

/// So that no mistake waits for the build.
#[test]
fn a_copied_file_in_the_place_of_anything_that_the_site_makes_is_told() {
    let made = TestSite::fixture("minimal").build(&[]).files("public").into_keys();
    let made: Vec<_> = made.filter(|path| !FOR_HOSTS.contains(&path.as_str())).collect();
    assert!(made.len() > 20 && made.iter().any(|path| path == "robots.txt"), "{made:?}");
    // In the place of a folder, on a larger site, where keikaku keeps what is its own.
    let more =
        ["assets", "search", "sitemap-1.xml", "Sitemap-12.xml", "sitemap-1.xml/x", ".keikaku", ".Keikaku/x"];
    for path in made.iter().map(String::as_str).chain(more) {
        let path = format!("content/static/{path}");
        let site = TestSite::fixture("minimal");
        assert_eq!(told(&site.write(&path, "x").run(&["check"])), [format!("{path}:1:1 K601")]);
    }
}
