//! The files of a theme: those of the default theme, which are part of the program, with the files of the site's own theme
//! in the place of those they are named as.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use include_dir::{Dir, DirEntry, include_dir};

use crate::config::DEFAULT_THEME;
use crate::content::yaml;
use crate::folder::{self, Entry};
use crate::language::Language;
use crate::source::FileId;

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Files by their path in the theme's folder, with `/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ThemeFiles(BTreeMap<String, Cow<'static, [u8]>>);

impl ThemeFiles {
    /// The built-in files, overlaid by those of `root/themes/NAME`.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub(crate) fn load(root: &Path, name: &str) -> Result<Self> {
        let mut files = Self::built_in();
        let folder = folder(root, name);
        if folder.is_dir() {
            files.overlay(&folder)?;
        }
        Ok(files)
    }

    /// The built-in files alone.
    pub(crate) fn built_in() -> Self {
        let mut files = Self(BTreeMap::new());
        files.put_built_in(&BUILT_IN);
        files
    }

    /// Whether a page may be put together in another way than the built-in templates do it. Styles, scripts and words make no difference.
    pub(crate) fn has_own_templates(&self) -> bool {
        !self.have_templates_of(&Self::built_in())
    }

    pub(super) fn have_templates_of(&self, other: &Self) -> bool {
        self.below("templates").eq(other.below("templates"))
    }

    /// Whether a template has this word anywhere.
    pub(super) fn mention(&self, word: &str) -> bool {
        self.below("templates").any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(word))
    }

    /// Whether there is a theme of this name.
    pub(crate) fn exist(root: &Path, name: &str) -> bool {
        name == DEFAULT_THEME || folder(root, name).is_dir()
    }

    /// The theme's words in a language.
    ///
    /// # Errors
    ///
    /// When the file is not a map of texts.
    pub(crate) fn words(&self, language: Language) -> Result<Vec<(String, String)>> {
        let path = format!("i18n/{}.yaml", language.tag());
        let bytes = self
            .0
            .get(&path)
            .with_context(|| format!("テーマに {path} がありません / the theme has no {path}"))?;
        let text = std::str::from_utf8(bytes).with_context(|| path.clone())?;
        let wrong = |line| anyhow!("{path}:{line}: 「キー: 文字列」が必要です / “key: text” is expected");
        yaml::flat_map(FileId::ALONE, text).map_err(wrong)
    }

    /// The files of a folder of the theme, by their path in it.
    pub(super) fn below(&self, folder: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let prefix = format!("{folder}/");
        self.0.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(&prefix)?, bytes.as_ref())))
    }

    fn put_built_in(&mut self, folder: &Dir<'static>) {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(folder) => self.put_built_in(folder),
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    self.0.insert(path, Cow::Borrowed(file.contents()));
                }
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the loader of themes")]
    fn overlay(&mut self, folder: &Path) -> Result<()> {
        for Entry { path, disk, .. } in folder::files(folder)? {
            let bytes = std::fs::read(&disk);
            let bytes = bytes.with_context(|| format!("{} を読めません / cannot be read", disk.display()))?;
            self.0.insert(path, Cow::Owned(bytes));
        }
        Ok(())
    }
}

fn folder(root: &Path, name: &str) -> PathBuf {
    root.join("themes").join(name)
}
