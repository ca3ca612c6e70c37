//! `keikaku fmt`: one form for what editors wrote.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::paths::whole_path;
use super::verdict::tell;
use super::{Lang, MISTAKES, SUCCESS, say};
use crate::content::Reading;
use crate::content::form::{Outcome, by_hand, form};
use crate::content::read::{self, File, Files};
use crate::diagnostic::{Diagnostic, Report};
use crate::language::Language;

/// What `keikaku fmt` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 何も書かずに、整っていないファイルを知らせる (write nothing, tell which files are not in the form)
    #[arg(long)]
    check: bool,
    /// 知らせる言語。指定がなければサイトの言語 (the language to be told in; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// 整えるファイルやフォルダー。指定がなければ全部 (which files and folders; all)
    files: Vec<PathBuf>,
}

/// What became of the files.
#[derive(Default)]
struct Tally {
    good: usize,
    other: usize,
    /// What is in the way of each, as far as that is known.
    unreadable: BTreeMap<String, Vec<Diagnostic>>,
    misread: Vec<String>,
    /// Why files could not be written.
    unwritten: Vec<anyhow::Error>,
}

/// Brings the files into their form, or tells which are not.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let files = read::read(&arguments.root)?.written;
    let language = match arguments.lang {
        Some(lang) => lang.into(),
        None => crate::language(&arguments.root)?,
    };
    let formed = form(&files);
    let known = formed.iter().filter_map(|(nth, _)| Some((*nth, files.get(*nth)?.disk.as_deref()?)));
    let wanted = wanted(&arguments.files, &known.collect())?;
    let mut tally = Tally::default();
    for (nth, outcome) in formed {
        let (Some(file), Some(disk)) = (files.get(nth), wanted.get(&nth)) else { continue };
        match outcome {
            Outcome::Good => tally.good += 1,
            Outcome::Unreadable(left) => _ = tally.unreadable.insert(file.path.clone(), left),
            Outcome::Misread => tally.misread.push(file.path.clone()),
            Outcome::Other(bytes) => {
                let before = file.bytes.as_deref().unwrap_or_default();
                if !arguments.check
                    && let Err(error) = crate::publish::rewrite(disk, before, &bytes)
                {
                    tally.unwritten.push(error);
                    continue;
                }
                tally.other += 1;
                say(std::io::stdout(), &told(file, before, &bytes, arguments.check, language));
            }
        }
    }
    let unreadable = !tally.unreadable.is_empty();
    if unreadable {
        tell_unreadable(files, &tally, language);
    }
    say(std::io::stdout(), &tally.sum_up(arguments.check, language));
    let failures = tally.failures();
    if !failures.is_empty() {
        bail!("{}", failures.join("\n"));
    }
    Ok(if unreadable || (arguments.check && tally.other > 0) { MISTAKES } else { SUCCESS })
}

/// The files that are asked for, and where they lie; a folder asks for all in it.
fn wanted<'f>(asked: &[PathBuf], known: &BTreeMap<usize, &'f Path>) -> Result<BTreeMap<usize, &'f Path>> {
    if asked.is_empty() {
        return Ok(known.clone());
    }
    let places = known.iter().filter_map(|(nth, disk)| Some((whole_path(disk).ok()?, (*nth, *disk))));
    let places: BTreeMap<_, _> = places.collect();
    let mut wanted = BTreeMap::new();
    for asked in asked {
        let place = whole_path(asked)?;
        let of_it = places.iter().filter(|(file, _)| file.starts_with(&place)).map(|(_, file)| *file);
        let of_it: Vec<_> = of_it.collect();
        if of_it.is_empty() {
            bail!("{}", no_form(asked));
        }
        wanted.extend(of_it);
    }
    Ok(wanted)
}

fn no_form(path: &Path) -> String {
    let path = path.display();
    format!(
        "{path} は整えるファイルではなく、その中にもありません。content フォルダーの計画、ページ、設定のファイルか、それらのあるフォルダーを指定してください / {path} is no file that has a form, nor a folder of such"
    )
}

/// What is said of a file that was not in its form.
fn told(file: &File, before: &[u8], after: &[u8], check: bool, language: Language) -> String {
    match language {
        _ if check => difference(&file.path, before, after),
        Language::Japanese => format!("整えました: {}", file.path),
        Language::English => format!("formatted: {}", file.path),
    }
}

/// The first line that differs, as it is and as it should be.
fn difference(path: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (mut old, mut new) = (before.split_inclusive('\n'), after.split_inclusive('\n'));
    let mut nth = 0;
    loop {
        nth += 1;
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            let line = |sign, line: Option<&str>| {
                line.map(|line| format!("\n  {sign} {}", line.trim_end_matches(['\r', '\n'])))
                    .unwrap_or_default()
            };
            return format!("{path}:{nth}{}{}", line('-', old), line('+', new));
        }
    }
}

/// Tells what keeps files from being read, in the words of a check, and nothing that would be mended with the rest.
fn tell_unreadable(files: Vec<File>, tally: &Tally, language: Language) {
    let mut report = Report::default();
    let (sources, _) = Reading::of(Files { written: files, ..Files::default() }).documents(&mut report);
    let diagnostics = by_hand(&report.sorted(&sources), &tally.unreadable, &sources);
    let next = match language {
        Language::Japanese => {
            "上の間違いを直してから、もう一度 keikaku fmt を実行してください。ほかの全角や字下げなどは fmt が整えます"
        }
        Language::English => "mend these, then run keikaku fmt again: it sees to the rest",
    };
    tell(std::io::stderr(), &diagnostics, &sources, language, next);
}

impl Tally {
    /// What went wrong with files that can be read.
    fn failures(&self) -> Vec<String> {
        let mut failures: Vec<_> = self.unwritten.iter().map(|error| format!("{error:#}")).collect();
        if !self.misread.is_empty() {
            let paths = self.misread.join(", ");
            failures.push(format!(
                "{paths} は整えると意味が変わってしまうため、元のままにしました。keikaku の不具合です / left as it was, since its form would say something else: a mistake of keikaku"
            ));
        }
        failures
    }

    /// One line.
    fn sum_up(&self, check: bool, language: Language) -> String {
        let Self { good, other, .. } = self;
        let left = self.unreadable.len() + self.misread.len();
        let mut line = match language {
            Language::Japanese if check => {
                format!("整っていないファイル {other} 件、整っているファイル {good} 件")
            }
            Language::Japanese => format!("整えたファイル {other} 件、もとから整っていたファイル {good} 件"),
            Language::English if check => format!("not in the form: {other}, in the form: {good}"),
            Language::English => format!("formatted: {other}, in the form already: {good}"),
        };
        let also = |count: usize, ja: &str, en: &str| match language {
            _ if count == 0 => String::new(),
            Language::Japanese => format!("、{ja}ファイル {count} 件"),
            Language::English => format!(", {en}: {count}"),
        };
        line += &also(left, "読めないので手を付けない", "left alone as they cannot be read");
        line += &also(self.unwritten.len(), "書き込めなかった", "could not be written");
        if check && *other > 0 {
            line += match language {
                Language::Japanese => "。keikaku fmt で整えられます",
                Language::English => "; keikaku fmt brings them into it",
            };
        }
        line
    }
}
