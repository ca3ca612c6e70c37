//! `keikaku serve` shows the site as it would be published, and every change of it.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::served::{Served, address, note, write_by_rename};
use crate::site::TestSite;

const FILE: &str = "content/plan/1.md";
const PAGE: &str = "/plan/1.html";

fn town() -> Served {
    Served::start(TestSite::fixture("minimal"))
}

fn initiative(number: u32, title: &str) -> String {
    format!("---\ntitle: {title}\nnumber: {number}\n---\n")
}

/// What marks the panel on a page.
const PANEL: &str = "class=\"keikaku-desk\"";

#[test]
fn every_file_of_a_build_is_served_as_it_is_published() {
    for site in [TestSite::fixture("minimal"), TestSite::koriyama()] {
        site.write("content/static/図/第1図.txt", "図").write("content/static/.well-known/a.txt", "a");
        let served = Served::start(site);
        let built = served.built();
        for (name, bytes) in &built {
            let answer = served.get(&address(name));
            assert_eq!(answer.status, 200, "{name}");
            assert!(answer.bytes == *bytes, "{name} is another than the published one");
        }
        assert!(built.contains_key("図/第1図.txt") && built.contains_key(".well-known/a.txt"));
        assert!(!served.site.path("public").exists(), "nothing is published");
    }
}

#[test]
fn folders_are_their_first_page() {
    let served = town();
    for (folder, page) in [("/", "/index.html"), ("/plan/", "/plan/index.html")] {
        let (folder, page) = (served.get(folder), served.get(page));
        assert_eq!((folder.status, folder.kind.as_str()), (200, "text/html; charset=utf-8"));
        assert_eq!(folder.bytes, page.bytes);
    }
}

#[test]
fn what_is_not_there_is_answered_by_the_themes_page() {
    let served = town();
    let answer = served.get("/%E3%81%AA%E3%81%84.html");
    assert_eq!((answer.status, answer.kind.as_str()), (404, "text/html; charset=utf-8"));
    assert!(answer.bytes == served.built()["404.html"]);
}

#[test]
fn pages_that_a_person_sees_hear_of_changes_and_files_do_not() {
    let served = town();
    let page = served.see(PAGE);
    assert!(page.contains("/.keikaku/desk.js") && !page.contains(PANEL), "{page}");
    assert!(!served.see("/robots.txt").contains("keikaku/desk"));
    for (own, kind) in [("/.keikaku/desk.js", "text/javascript"), ("/.keikaku/desk.css", "text/css")] {
        assert!(served.get(own).kind.starts_with(kind));
    }
}

#[test]
fn browsers_keep_what_has_its_content_in_its_name_and_nothing_else() {
    let served = town();
    let page = served.see(PAGE);
    let linked = |beginning: &str| {
        let (_, behind) = page.split_once(beginning).unwrap();
        format!("{beginning}{}", behind.split_once('"').unwrap().0)
    };
    for lasting in [format!("/{}", linked("assets/style-")), linked("/.keikaku/desk.js?")] {
        let kept = served.get(&lasting).kept;
        assert!(kept.contains("immutable") && kept.contains("private"), "{lasting}: {kept}");
    }
    for passing in [PAGE, "/robots.txt", "/search/index.json", "/assets/none.css"] {
        assert_eq!(served.get(passing).kept, "no-store", "{passing}");
    }
}

#[test]
fn what_is_kept_of_a_state_follows_what_it_was_made_of() {
    const FILE: &str = "content/plan/1-dx/1-organization/1-structure.md";
    let served = Served::start(TestSite::koriyama());
    served.site.replace(FILE, "title: ", "title: 一");
    served.equals_a_build();
    // Other entries of lists and other indexes of departments, of initiatives whose files stay what they are.
    served.site.replace("content/registers/departments.yaml", "yomi: ", "yomi: わ");
    served.equals_a_build();
    served.site.replace("content/site.yaml", "numbering: circled", "numbering: plain");
    served.equals_a_build();
    let section = "content/plan/1-dx/1-organization";
    fs::rename(served.site.path(section), served.site.path("content/plan/1-dx/moved")).unwrap();
    served.equals_a_build();
}

#[test]
fn a_saved_change_is_shown() {
    let served = town();
    served.shows(PAGE, "広報");
    served.site.write(FILE, initiative(1, "道路"));
    served.shows(PAGE, "道路");
    served.site.replace("content/site.yaml", "まちづくり計画", "みらい計画");
    served.shows("/", "みらい計画");
    served.equals_a_build();
}

#[test]
fn files_come_and_go_and_are_renamed() {
    let served = town();
    served.site.write("content/plan/2.md", initiative(2, "道路"));
    served.shows("/plan/2.html", "道路");
    served.site.write("content/pages/about.md", "---\ntitle: この計画について\n---\n本文\n");
    served.shows("/about.html", "この計画について");
    fs::rename(served.site.path("content/plan/2.md"), served.site.path("content/plan/道路.md")).unwrap();
    served.equals_a_build();
    served.site.remove("content/plan/道路.md").remove("content/pages/about.md");
    served.lacks("/plan/2.html");
    served.equals_a_build();
}

#[test]
fn a_folder_that_is_renamed_or_goes_and_comes_again_is_seen() {
    let served = Served::start(TestSite::koriyama());
    let path = |path| served.site.path(path);
    fs::rename(path("content"), path("away")).unwrap();
    served.shows("/", PANEL);
    fs::rename(path("away"), path("content")).unwrap();
    served.sees("/", |page| !page.contains(PANEL));
    served.site.replace("content/site.yaml", "title: ", "title: 新しい");
    served.shows("/", "新しい");
    served.equals_a_build();
}

#[test]
fn editors_that_write_by_rename_are_seen_again_and_again() {
    let served = town();
    for title in ["道路", "水道", "公園"] {
        write_by_rename(&served.site.path(FILE), &initiative(1, title));
        served.shows(PAGE, title);
    }
    // Vim: the old file goes aside, a new one is written, and the old one is removed.
    let (file, aside) = (served.site.path(FILE), served.site.path("content/plan/1.md~"));
    fs::rename(&file, &aside).unwrap();
    fs::write(&file, initiative(1, "下水道")).unwrap();
    fs::remove_file(&aside).unwrap();
    served.shows(PAGE, "下水道");
    served.equals_a_build();
}

#[test]
fn what_editors_leave_beside_a_file_does_no_harm() {
    let served = town();
    let before = served.get(PAGE).bytes;
    for name in [".1.md.swp", ".#1.md", "~$1.md"] {
        served.site.write(&format!("content/plan/{name}"), "\0\u{1}");
    }
    for name in ["4913", "1.md~", "#1.md#"] {
        served.site.write(&format!("content/plan/{name}"), "");
        served.site.remove(&format!("content/plan/{name}"));
    }
    served.site.write("content/plan/2.md", initiative(2, "道路"));
    served.shows("/plan/2.html", "道路");
    served.site.remove("content/plan/2.md");
    served.lacks("/plan/2.html");
    assert!(served.get(PAGE).bytes == before);
    assert!(!served.see(PAGE).contains(PANEL));
}

#[test]
fn another_branch_is_seen() {
    let served = Served::start(TestSite::fixture("three-years"));
    let git = |arguments: &[&str]| {
        let command = ["-c", "user.name=a", "-c", "user.email=a@example.jp", "-c", "commit.gpgsign=false"];
        let mut git = Command::new("git");
        git.args(command).args(arguments).current_dir(served.site.path(""));
        let done = git.output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "--quiet", "--initial-branch", "main"]);
    git(&["add", "content"]);
    git(&["commit", "--quiet", "--message", "a"]);
    git(&["switch", "--quiet", "--create", "other"]);
    served.site.replace("content/site.yaml", "title: ", "title: 別の");
    served.site.write("content/pages/new.md", "---\ntitle: 新しいページ\n---\n");
    served.shows("/new.html", "新しいページ");
    git(&["add", "content"]);
    git(&["commit", "--quiet", "--message", "b"]);
    git(&["switch", "--quiet", "main"]);
    served.lacks("/new.html");
    served.equals_a_build();
    git(&["switch", "--quiet", "other"]);
    served.shows("/new.html", "別の");
    served.equals_a_build();
}

#[test]
fn a_file_that_is_copied_is_seen() {
    let site = TestSite::fixture("minimal");
    site.write("content/static/図.txt", "一");
    let served = Served::start(site);
    let is = |text: &str| {
        served.eventually(text, || (served.get(&address("図.txt")).bytes == text.as_bytes()).then_some(()));
    };
    is("一");
    served.site.write("content/static/図.txt", "二");
    is("二");
    served.site.write("content/static/資料/表.csv", "a");
    served.eventually("表", || (served.get(&address("資料/表.csv")).status == 200).then_some(()));
    served.site.remove("content/static/図.txt");
    served.lacks(&address("図.txt"));
}

#[test]
fn a_page_hears_of_a_change_of_what_it_may_have_loaded() {
    let site = TestSite::fixture("minimal");
    site.write("content/static/図.txt", "一");
    let served = Served::start(site);
    let version = |page: &str| page.split_once("since=").unwrap().1.split_once('"').unwrap().0.to_owned();
    let before = version(&served.see(PAGE));
    served.site.write("content/static/図.txt", "二");
    served.sees(PAGE, |page| version(page) != before);
}

#[test]
fn a_theme_that_is_written_is_seen() {
    let served = town();
    let template = crate::site::project_file("themes/default/templates/base.html");
    served.site.write("themes/own/templates/base.html", template.replace("</main>", "<p>印の一</p></main>"));
    served.site.replace("content/site.yaml", "levels:", "theme: own\nlevels:");
    served.shows(PAGE, "印の一");
    served.site.replace("themes/own/templates/base.html", "印の一", "印の二");
    served.shows(PAGE, "印の二");
    fs::remove_file(served.site.path("themes/own/templates/base.html")).unwrap();
    served.sees(PAGE, |page| !page.contains("印の"));
    served.equals_a_build();
}

#[test]
fn a_mistake_is_told_above_the_last_good_page_until_it_is_mended() {
    let served = town();
    served.site.write(FILE, "---\ntitle: 道路\nnumber: 1\nless: <b>紙</b>\n---\n");
    let page = served.shows(PAGE, PANEL);
    for part in ["role=\"alert\"", "content/plan/1.md の 4 行目", "<mark>", "&lt;b&gt;紙&lt;/b&gt;", "広報"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<b>紙"), "{page}");
    assert!(served.see("/").contains(PANEL), "it is told on each page");
    assert!(
        !String::from_utf8(served.get(PAGE).bytes).unwrap().contains(PANEL),
        "programs get the page alone"
    );
    served.site.write(FILE, initiative(1, "水道"));
    let page = served.shows(PAGE, "水道");
    assert!(!page.contains(PANEL), "{page}");
}

#[test]
fn the_terminal_tells_a_mistake_once() {
    let served = town();
    let broken = "---\ntitle: 道路\nnumber: 一\n---\n";
    served.site.write(FILE, broken);
    served.shows(PAGE, PANEL);
    // Another file that changes nothing of it.
    served.site.write("content/pages/about.md", "---\ntitle: 説明\n---\n").write(FILE, broken);
    served.site.write(FILE, initiative(1, "水道"));
    served.shows("/about.html", "説明");
    served.shows(PAGE, "水道");
    let said = served.said();
    assert_eq!(said.matches("content/plan/1.md:3").count(), 1, "{said}");
    assert!(said.contains("読みました"), "{said}");
}

#[test]
fn a_start_with_mistakes_shows_them_and_then_the_site() {
    let site = TestSite::fixture("minimal");
    site.write(FILE, "---\ntitle: 道路\nnumber: 一\n---\n");
    let served = Served::start(site);
    let page = served.see(PAGE);
    assert!(page.contains(PANEL) && page.contains("content/plan/1.md"), "{page}");
    assert_eq!(served.get(PAGE).status, 503);
    served.site.write(FILE, initiative(1, "水道"));
    served.shows(PAGE, "水道");
}

#[test]
fn a_folder_without_a_site_is_refused() {
    let site = TestSite::fixture("minimal");
    site.remove("content/site.yaml");
    let run = site.run(&["serve", "--address", "127.0.0.1:0"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("content/site.yaml"), "{}", run.stderr);
}

#[test]
fn a_site_that_is_gone_and_comes_again_is_seen() {
    let served = town();
    fs::rename(served.site.path("content"), served.site.path("away")).unwrap();
    served.shows("/", "content/site.yaml");
    fs::rename(served.site.path("away"), served.site.path("content")).unwrap();
    served.sees(PAGE, |page| !page.contains(PANEL));
}

#[test]
fn a_site_file_that_cannot_be_read_lets_the_last_good_state_stand() {
    let served = town();
    let good = served.site.read("content/site.yaml");
    for bad in ["title: [", "\u{0}", ""] {
        served.site.write("content/site.yaml", bad);
        let page = served.shows(PAGE, PANEL);
        assert!(page.contains("広報") && page.contains("content/site.yaml"), "{bad:?}: {page}");
        served.site.write("content/site.yaml", &good);
        served.sees(PAGE, |page| !page.contains(PANEL));
    }
    served.equals_a_build();
}

#[test]
fn a_broken_template_lets_the_last_good_state_stand() {
    let site = TestSite::fixture("minimal");
    let template = crate::site::project_file("themes/default/templates/base.html");
    site.write("themes/own/templates/base.html", &template);
    site.replace("content/site.yaml", "levels:", "theme: own\nlevels:");
    let served = Served::start(site);
    for bad in ["{% if %}", "{{ ない }}", "{{ 1 | ない }}"] {
        served.site.write("themes/own/templates/base.html", format!("{template}{bad}"));
        let page = served.shows(PAGE, PANEL);
        assert!(page.contains("広報"), "{bad}: {page}");
        served.site.write("themes/own/templates/base.html", &template);
        served.sees(PAGE, |page| !page.contains(PANEL));
    }
    served.equals_a_build();
}

#[test]
fn polling_sees_changes_too() {
    let served = Served::start_with(TestSite::fixture("minimal"), &["--poll", "--lang", "en"]);
    served.says("looked at again and again");
    served.site.write(FILE, initiative(1, "道路"));
    served.shows(PAGE, "道路");
    served.site.write("content/pages/about.md", "---\ntitle: 説明\n---\n");
    served.shows("/about.html", "説明");
    fs::rename(served.site.path("content"), served.site.path("away")).unwrap();
    served.shows(PAGE, PANEL);
    fs::rename(served.site.path("away"), served.site.path("content")).unwrap();
    served.sees(PAGE, |page| !page.contains(PANEL));
    served.site.remove("content/pages/about.md");
    served.lacks("/about.html");
}

/// How many edits are made at random; `KEIKAKU_SERVE_EDITS` asks for another number.
const EDITS: usize = 40;

/// How many of them are made between two looks, at least.
const AT_ONCE: usize = 10;

#[test]
fn after_edits_at_random_each_page_is_what_a_build_makes() {
    let edits = std::env::var("KEIKAKU_SERVE_EDITS").map_or(EDITS, |edits| edits.parse().unwrap());
    let seed = std::env::var("KEIKAKU_SERVE_SEED").map_or(7, |seed| seed.parse().unwrap());
    note(&format!("KEIKAKU_SERVE_SEED={seed}"));
    let served = town();
    let mut editor = Editor::new(&served.site, seed);
    for done in 1..=edits {
        editor.edit();
        if done % AT_ONCE.max(edits / 10) == 0 || done == edits {
            served.equals_a_build();
            let built: BTreeSet<_> = served.built().into_keys().collect();
            for gone in Editor::pages().difference(&built) {
                assert_eq!(served.get(&address(gone)).status, 404, "{gone}");
            }
        }
        if done % 100 == 0 {
            note(&format!("{done} edits: {} KiB", served.memory()));
        }
    }
}

/// Somebody who changes a plan of twelve initiatives, and never leaves a mistake in it.
struct Editor<'a> {
    site: &'a TestSite,
    seed: u64,
    /// What was saved on a branch: titles by number.
    branches: Vec<Vec<Option<String>>>,
    /// The titles of the initiatives, by number, and what their files are called.
    titles: Vec<Option<String>>,
    names: Vec<String>,
    edits: u32,
}

const NUMBERS: u32 = 12;

impl<'a> Editor<'a> {
    fn new(site: &'a TestSite, seed: u64) -> Self {
        let mut titles = vec![None; NUMBERS as usize];
        titles[0] = Some("広報".to_owned());
        let names = (1..=NUMBERS).map(|number| format!("{number}.md")).collect();
        Self { site, seed, branches: vec![titles.clone()], titles, names, edits: 0 }
    }

    fn below(&mut self, end: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) as usize % end
    }

    /// Every page that an initiative ever had.
    fn pages() -> BTreeSet<String> {
        (1..=NUMBERS).map(|number| format!("plan/{number}.html")).collect()
    }

    fn edit(&mut self) {
        self.edits += 1;
        let at = self.below(self.titles.len());
        match self.below(8) {
            0..=3 => self.write(at, false),
            4 => self.write(at, true),
            5 => self.rename(at),
            6 => self.remove(at),
            _ => self.switch(),
        }
    }

    fn file(&self, at: usize) -> std::path::PathBuf {
        self.site.path(&format!("content/plan/{}", self.names[at]))
    }

    fn write(&mut self, at: usize, by_rename: bool) {
        let title = format!("取組{}", self.edits);
        self.titles[at] = Some(title);
        self.put(at, by_rename);
    }

    fn put(&self, at: usize, by_rename: bool) {
        let Some(title) = &self.titles[at] else { return };
        let text = initiative(u32::try_from(at).unwrap() + 1, title);
        if by_rename {
            write_by_rename(&self.file(at), &text);
        } else {
            fs::write(self.file(at), text).unwrap();
        }
    }

    fn rename(&mut self, at: usize) {
        let before = self.file(at);
        self.names[at] = format!("{}-{}.md", at + 1, self.edits);
        if self.titles[at].is_some() {
            fs::rename(before, self.file(at)).unwrap();
        }
    }

    fn remove(&mut self, at: usize) {
        // A plan has an initiative at least.
        if self.titles.iter().flatten().count() > 1 && self.titles[at].take().is_some() {
            fs::remove_file(self.file(at)).unwrap();
        }
    }

    /// Saves a branch and goes to another: many files at once come, go and change.
    fn switch(&mut self) {
        let other = self.below(self.branches.len());
        self.branches.push(self.titles.clone());
        let target = self.branches[other].clone();
        for (at, title) in target.into_iter().enumerate() {
            if self.titles[at] != title {
                if self.titles[at].is_some() {
                    fs::remove_file(self.file(at)).unwrap();
                }
                self.titles[at] = title;
                self.put(at, false);
            }
        }
    }
}
