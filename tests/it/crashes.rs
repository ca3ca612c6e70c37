//! Builds that do not come to their end: killed, stopped, on a full disk. Whatever happens, every file that is published is whole,
//! and the next build publishes what a first one would have.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::site::{TestSite, files_in};

type Files = BTreeMap<String, Vec<u8>>;

/// How many builds are killed; `KEIKAKU_KILLS` asks for another number.
const KILLS: u32 = 20;

/// A plan, as it was and as it is to be: no page stays, some go, some come.
struct Versions {
    sites: [TestSite; 2],
    published: [Files; 2],
    folder: TempDir,
    arguments: &'static [&'static str],
}

impl Versions {
    fn new(initiatives: u32) -> Self {
        Self::built(initiatives, &[])
    }

    /// The same, built with more arguments.
    fn built(initiatives: u32, arguments: &'static [&'static str]) -> Self {
        let sites = [(1, "古い"), (initiatives / 5 + 1, "新しい")].map(|(first, name)| {
            let site = TestSite::fixture("minimal");
            site.replace("content/site.yaml", "まちづくり", name).remove("content/plan/1.md");
            for number in first..first + initiatives {
                let text =
                    format!("---\ntitle: {name}取組{number}\nnumber: {number}\n---\n{name}概要です。\n");
                site.write(&format!("content/plan/{number}.md"), text);
                site.write(&format!("content/static/files/{name}/{number}.txt"), text_of(number));
            }
            site.write("content/static/files/same.txt", "same");
            site
        });
        let published = sites.each_ref().map(|site| site.build(arguments).files("public"));
        Self { sites, published, folder: quick_folder(), arguments }
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn command(&self, version: usize) -> Command {
        let mut build = Command::new(env!("CARGO_BIN_EXE_keikaku"));
        build
            .args(["build", "--quiet", "--output"])
            .arg(self.output())
            .args(self.arguments)
            .stderr(Stdio::null());
        build.current_dir(self.sites[version].path(""));
        build
    }

    fn start(&self, version: usize) -> Child {
        self.command(version).spawn().unwrap()
    }

    /// A build that comes to its end, and what it leaves.
    fn finish(&self, version: usize) {
        assert!(self.command(version).status().unwrap().success());
        let found = self.found();
        assert_eq!(found.keys().collect::<Vec<_>>(), self.published[version].keys().collect::<Vec<_>>());
        assert!(found == self.published[version]);
        let left: Vec<_> =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, [self.output()]);
        for name in ["moving", "stage"] {
            assert!(!self.output().join(".keikaku").join(name).exists(), "{name}");
        }
        let check = ["--strict", "--quiet", "-c", ".keikaku/manifest"];
        assert!(Command::new("sha256sum").args(check).current_dir(self.output()).status().unwrap().success());
    }

    fn found(&self) -> Files {
        if self.output().exists() { files_in(&self.output()) } else { Files::new() }
    }

    /// What stands in the output after a build that was ended: each file as it was or as it was to be. What both versions have is
    /// there as soon as one has been published.
    fn assert_whole(&self, was_published: bool) {
        let found = self.found();
        for (path, bytes) in &found {
            let is_whole = self.published.iter().any(|files| files.get(path) == Some(bytes));
            assert!(is_whole, "{path} is neither old nor new: {} bytes", bytes.len());
        }
        let [old, new] = &self.published;
        let missing: Vec<_> =
            old.keys().filter(|path| new.contains_key(*path) && !found.contains_key(*path)).collect();
        assert!(missing.is_empty() || !was_published, "{missing:?}");
    }
}

/// In memory where that can be had: a kill is the same to every disk, and many files are written and removed here.
fn quick_folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn text_of(number: u32) -> String {
    format!("{number}\n").repeat(100)
}

/// Waits until a file is there, or the build has ended without it.
fn wait_for(path: &Path, build: &mut Child) {
    while !path.exists() && build.try_wait().unwrap().is_none() {
        std::hint::spin_loop();
    }
}

#[test]
fn a_killed_build_leaves_every_file_whole() {
    let versions = Versions::built(25, &["--precompress"]);
    let started = Instant::now();
    versions.finish(0);
    let length = u64::try_from(started.elapsed().as_micros()).unwrap();
    let kills = std::env::var("KEIKAKU_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let (mut random, mut published) = (Random(6), 0);
    for kill in 0..kills {
        let mut build = versions.start(1 - published);
        // Anywhere; while files are laid ready; while they are moved.
        let (mark, within) = match kill % 3 {
            0 => (".", length),
            1 => (".public.keikaku", length / 20),
            _ => ("public/.keikaku/moving", 2_000),
        };
        wait_for(&versions.folder.path().join(mark), &mut build);
        std::thread::sleep(Duration::from_micros(random.below(within)));
        build.kill().unwrap();
        build.wait().unwrap();
        versions.assert_whole(true);
        if random.below(3) > 0 {
            published = usize::try_from(random.below(2)).unwrap();
            versions.finish(published);
        }
    }
}

#[test]
fn a_killed_first_build_leaves_every_file_whole() {
    let versions = Versions::new(20);
    for (version, mark) in
        [".public.keikaku", "public/.keikaku/moving", "public/index.html"].into_iter().enumerate()
    {
        let version = version % 2;
        let mut build = versions.start(version);
        wait_for(&versions.folder.path().join(mark), &mut build);
        build.kill().unwrap();
        build.wait().unwrap();
        versions.assert_whole(false);
        versions.finish(1 - version);
        fs::remove_dir_all(versions.output()).unwrap();
    }
}

#[test]
fn a_build_that_is_stopped_leaves_every_file_whole() {
    let versions = Versions::new(20);
    versions.finish(0);
    for (signal, version) in [("-TERM", 1), ("-INT", 0), ("-HUP", 1)] {
        let mut build = versions.start(version);
        wait_for(&versions.output().join(".keikaku/moving"), &mut build);
        // It may have come to its end.
        let _ = Command::new("kill")
            .args([signal, &build.id().to_string()])
            .stderr(Stdio::null())
            .status()
            .unwrap();
        build.wait().unwrap();
        versions.assert_whole(true);
        versions.finish(version);
    }
}

/// Whichever files had come into place, and whichever plan is built next.
#[test]
fn what_was_moved_halfway_is_finished_or_undone() {
    let versions = Versions::built(10, &["--precompress"]);
    let own = versions.output().join(".keikaku");
    let mut random = Random(7);
    for next in [0, 1, 0, 1] {
        versions.finish(1);
        let new = fs::read(own.join("manifest")).unwrap();
        versions.finish(0);
        let old = fs::read(own.join("manifest")).unwrap();
        for (path, bytes) in versions.published[1].iter().filter(|_| random.below(2) == 0) {
            let path = versions.output().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        fs::write(own.join("manifest"), old).unwrap();
        fs::write(own.join("moving"), new).unwrap();
        versions.finish(next);
    }
}

#[test]
fn what_a_killed_build_has_laid_ready_is_cleared_away() {
    let versions = Versions::new(3);
    versions.finish(0);
    for stage in [".public.keikaku", "public/.keikaku/stage"] {
        let stage = versions.folder.path().join(stage);
        let page = stage.join("site/plan/1.html");
        fs::create_dir_all(page.parent().unwrap()).unwrap();
        fs::write(page, "half a pa").unwrap();
        fs::write(stage.join("stage-of-keikaku"), "").unwrap();
        versions.finish(1);
        versions.finish(0);
    }
}

#[expect(clippy::print_stderr, reason = "a story that was not told has to be seen")]
fn skip(why: &str) {
    assert!(std::env::var_os("KEIKAKU_SKIP_NOTHING").is_none(), "{why}");
    eprintln!("skipped: {why}");
}

/// Runs a script where it may mount, in the folder of the versions. `build 0` and `build 1` publish into `disk/public`.
fn where_one_may_mount(versions: &Versions, script: &str) -> Option<String> {
    let [old, new] = versions.sites.each_ref().map(|site| site.path(""));
    let head = format!(
        "set -eu; mkdir -p disk; build() {{ if [ $1 = 0 ]; then root={}; else root={}; fi; {} build --quiet --root $root --output ${{2:-disk/public}}; }}\n",
        old.display(),
        new.display(),
        env!("CARGO_BIN_EXE_keikaku"),
    );
    let run = |script: &str| {
        let mut shell = Command::new("unshare");
        shell
            .args(["--map-root-user", "--mount", "sh", "-c", script])
            .current_dir(versions.folder.path())
            .output()
    };
    let may = run("mkdir -p disk && mount -t tmpfs none disk").is_ok_and(|test| test.status.success());
    if !may {
        skip("nobody may mount here");
        return None;
    }
    let output = run(&(head + script)).unwrap();
    assert!(output.status.success(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What a site needs of a disk that gives away pages of 4 KiB.
fn size(files: &Files) -> usize {
    files.values().map(|bytes| bytes.len().div_ceil(4096) * 4 + 1).sum()
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let versions = Versions::new(20);
    let [old, new] = versions.published.each_ref().map(size);
    let sizes = [20, 50, 80, 95, 99, 200].map(|part| old + new * part / 100);
    for size in sizes {
        let script = format!(
            "mount -t tmpfs -o size={size}k none disk; build 0; cp -a disk/public saved
             if build 1 2>said; then echo new; else
               diff -r disk/public saved; [ \"$(ls -A disk)\" = public ]; tail -1 said
               build 0; diff -r disk/public saved
             fi; rm -r saved; cp -a disk/public public"
        );
        let Some(said) = where_one_may_mount(&versions, &script) else { return };
        match said.as_str() {
            "new\n" => assert!(versions.found() == versions.published[1], "{size}"),
            said => assert!(
                ["No space left", "空きが足りません", "元のまま"].iter().all(|word| said.contains(word)),
                "{size}: {said}"
            ),
        }
        assert!(size != sizes[0] || said != "new\n");
        assert!(size != sizes[5] || said == "new\n", "{said}");
        fs::remove_dir_all(versions.output()).unwrap();
    }
}

#[test]
fn an_output_that_cannot_be_written_to_says_so() {
    let versions = Versions::new(3);
    let script = "mount -t tmpfs none disk; build 0; cp -a disk/public saved; mount -o remount,ro disk
        build 0; build 1 2>&1 && exit 1; diff -r disk/public saved";
    if let Some(said) = where_one_may_mount(&versions, script) {
        assert!(said.contains("disk/public") && said.contains("Read-only"), "{said}");
    }
}

/// What lies ready cannot be moved from one disk to another, so it lies in the output itself.
#[test]
fn an_output_that_is_a_disk_of_its_own_holds_its_stage() {
    let versions = Versions::new(3);
    let script =
        "mount -t tmpfs none disk; build 0 disk; build 1 disk; ls -A . disk/.keikaku; cp -a disk public";
    if let Some(said) = where_one_may_mount(&versions, script) {
        assert_eq!(
            said.split_whitespace().collect::<Vec<_>>(),
            [".:", "disk", "disk/.keikaku:", "lock", "manifest", "memo"]
        );
        assert!(versions.found() == versions.published[1]);
    }
}

/// Here a disk that is mounted where pages are to go keeps them out; elsewhere it may be a program that holds a file.
#[test]
fn what_cannot_be_moved_is_told_and_moved_by_the_next_build() {
    let versions = Versions::new(3);
    let script = "mount -t tmpfs none disk; build 0; mount --bind disk/public/plan disk/public/plan
        build 1 2>&1 && exit 1; ls disk/public/.keikaku; ls -A disk; umount disk/public/plan; build 1; cp -a disk/public public";
    if let Some(said) = where_one_may_mount(&versions, script) {
        assert!(said.contains("disk/public/plan/") && said.contains("一部だけ"), "{said}");
        assert!(said.ends_with("\nlock\nmanifest\nmemo\nmoving\npublic\n"), "{said}");
        assert!(versions.found() == versions.published[1]);
    }
}
