//! A site in a temporary folder, to be changed, built and looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::{Html, Selector};
use tempfile::TempDir;

/// A copy of a site that goes away with the test.
pub struct TestSite {
    folder: TempDir,
}

/// What a run of keikaku left behind.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A text file of the project.
pub fn project_file(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a document that is tables of keys: the map that each stands under, and its cells.
pub fn key_rows(path: &str) -> Vec<(String, Vec<String>)> {
    let (mut rows, mut map) = (Vec::new(), "");
    let text = project_file(path);
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            map = heading.split('`').nth(1).unwrap();
        } else if let Some(row) = line.strip_prefix("| `") {
            let cells = row.split('|').map(|cell| cell.trim().trim_matches('`').to_owned());
            rows.push((map.to_owned(), cells.collect()));
        }
    }
    rows
}

/// What the program is made with, on whatever system: every table of dependencies but that of the tests.
pub fn dependencies() -> Vec<String> {
    let (mut names, mut is_inside) = (Vec::new(), false);
    for line in project_file("Cargo.toml").lines() {
        if line.starts_with('[') {
            is_inside = line.ends_with("dependencies]") && !line.contains("dev-dependencies");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_inside) {
            names.push(name.to_owned());
        }
    }
    assert!(names.iter().any(|name| name == "anyhow"), "{names:?}");
    names
}

/// The text files of a folder of the project, by their path from the project's own; not those of packages.
pub fn project_files(folder: &str) -> BTreeMap<String, String> {
    let name = |path: &Path| path.strip_prefix(project()).unwrap().to_str().unwrap().replace('\\', "/");
    let files = walk(&project().join(folder)).into_iter();
    let own = files.filter(|path| path.components().all(|part| part.as_os_str() != "node_modules"));
    own.filter_map(|path| Some((name(&path), fs::read_to_string(path).ok()?))).collect()
}

impl TestSite {
    /// A site of `tests/fixtures/`.
    pub fn fixture(name: &str) -> Self {
        Self::copy_of(&project().join("tests/fixtures").join(name))
    }

    /// A folder without a site.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The project's own plan.
    pub fn koriyama() -> Self {
        let site = Self { folder: TempDir::new().unwrap() };
        copy(&project().join("content"), &site.path("content"));
        site
    }

    /// Lays the files of a folder of `tests/fixtures/` over the site's own.
    pub fn lay(&self, fixture: &str) -> &Self {
        copy(&project().join("tests/fixtures").join(fixture), &self.path(""));
        self
    }

    fn copy_of(folder: &Path) -> Self {
        let site = Self { folder: TempDir::new().unwrap() };
        copy(folder, site.folder.path());
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Changes the first `from` of a file into `to`; it must be there.
    pub fn replace(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replacen(from, to, 1))
    }

    /// Makes a symbolic link.
    pub fn link(&self, target: &str, link: &str) -> &Self {
        let link = self.path(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, link).unwrap();
        self
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A published page.
    pub fn page(&self, address: &str) -> Html {
        Html::parse_document(&self.read(&format!("public/{address}")))
    }

    /// Runs keikaku in the site's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// The same with more in the environment.
    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_keikaku"))
            .args(arguments)
            .envs(environment.iter().copied())
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Run {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Builds the site, which must succeed.
    pub fn build(&self, arguments: &[&str]) -> &Self {
        let run = self.run(&[&["build"], arguments].concat());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
        self
    }

    /// Every file of a folder, by its path in it, but for what keikaku keeps in it for itself.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files_in(&self.path(folder))
    }
}

/// Every file of a folder, by its path in it, but for what keikaku keeps in it for itself.
pub fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walk(folder)
        .into_iter()
        .map(|path| (path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/"), path))
        .filter(|(name, _)| !name.split('/').any(|part| part == ".keikaku"))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// The texts of all elements that a CSS selector finds, with runs of white space as one space.
pub fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| squeeze(&element.text().collect::<String>())).collect()
}

/// An attribute of all elements that a CSS selector finds.
pub fn attributes(page: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for file in walk(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
}
