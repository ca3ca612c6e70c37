//! What is said of each key: tables of the documentation, which people read as they are.

use crate::language::Language;

/// The tables of a language.
pub(crate) struct Words(Vec<Word>);

/// A row of them.
#[derive(Debug)]
pub(crate) struct Word {
    /// The maps in which the key stands.
    pub(super) maps: Vec<&'static str>,
    pub(super) key: &'static str,
    pub(crate) title: &'static str,
    /// Markdown.
    pub(crate) text: &'static str,
    pub(super) example: Option<&'static str>,
}

impl Words {
    /// Those of the editors' files.
    pub(super) fn of(language: Language) -> Self {
        Self::read(match language {
            Language::Japanese => include_str!("../../docs/keys.md"),
            Language::English => include_str!("../../docs/keys.en.md"),
        })
    }

    /// Those of a document, whose headings name the maps that a table is about.
    pub(crate) fn read(tables: &'static str) -> Self {
        let (mut words, mut maps) = (Vec::new(), Vec::new());
        for line in tables.lines() {
            if line.starts_with("## ") {
                maps = in_code(line);
            }
            words.extend(row(line, &maps));
        }
        Self(words)
    }

    /// What is said of a key of a map.
    pub(crate) fn find(&self, map: &str, key: &str) -> Option<&Word> {
        self.0.iter().find(|word| word.key == key && word.maps.contains(&map))
    }
}

/// A row of a table whose heading names the maps. Those without a key are its head.
fn row(line: &'static str, maps: &[&'static str]) -> Option<Word> {
    let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
    let key = in_code(cells.next()?).first().copied()?;
    let (_needed, title, text, example) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let example = example.strip_prefix('`').and_then(|example| example.strip_suffix('`'));
    Some(Word { maps: maps.to_vec(), key, title, text, example })
}

/// What stands between backticks.
fn in_code(text: &'static str) -> Vec<&'static str> {
    text.split('`').skip(1).step_by(2).collect()
}
