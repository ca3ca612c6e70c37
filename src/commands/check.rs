//! `keikaku check`: everything that is wrong with a site or looks so, and nothing written.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::paths::folder;
use super::verdict::{Verdict, tell};
use super::{Lang, MISTAKES, SUCCESS, links, put};
use crate::Loaded;
use crate::diagnostic::format::{self, Program};
use crate::diagnostic::{Area, Rule};
use crate::language::Language;
use crate::watch::Unwatched;

/// What `keikaku check` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// だれのために知らせるか (for whom)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// 外部サイトへのリンクを 1 つずつ問い合わせて確かめる (ask every outside address whether it is there)
    #[arg(long)]
    links: bool,
    /// 警告もエラーとして扱う (warnings count as errors)
    #[arg(long)]
    deny_warnings: bool,
    /// 知らせる言語。指定がなければサイトの言語 (the language to be told in; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// For whom the diagnostics are.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// 画面で読む人 (a person)
    Human,
    /// プログラム。1行に1件 (a program: an object a line)
    Json,
    /// GitHub Actions
    Github,
    /// GitLab のコード品質 (a report of code quality)
    Gitlab,
    /// コードスキャン (code scanning: SARIF 2.1.0)
    Sarif,
}

/// Checks the site. A broken theme is told behind everything that is known without it.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let Loaded { sources, mut report, allowances, site, assets } =
        crate::load(&arguments.root, None, &Unwatched)?;
    let language = arguments.lang.map_or(site.config.language, Language::from);
    if arguments.links {
        // Links are asked for beside mistakes too: neither hides the other.
        report.absorb(links::ask(&site));
    }
    let flawless = !report.has_errors();
    let proof = flawless.then(|| crate::proofread(&crate::dress(&arguments.root, site, assets)?));
    let (proof, broken) = match proof.transpose() {
        Ok(proof) => (proof, None),
        Err(error) => (None, Some(error)),
    };
    let read = proof.is_some();
    report.absorb(proof.unwrap_or_default());
    // Without `--links` nothing is known of the web, and of a page that cannot be made nothing of its places.
    let is_judged = |rule: &Rule| read && (arguments.links || rule.area() != Area::Web);
    let diagnostics = report.settle(&allowances, is_judged).sorted(&sources);
    let verdict = Verdict::of(&diagnostics);
    match arguments.format.program() {
        None => tell(std::io::stdout(), &diagnostics, &sources, language, &verdict.sum_up(language)),
        Some(program) => put(
            std::io::stdout(),
            &format::write(&diagnostics, &sources, language, program, &folder(&arguments.root)?),
        ),
    }
    match broken {
        Some(error) => Err(error),
        None if verdict.passes(arguments.deny_warnings) => Ok(SUCCESS),
        None => Ok(MISTAKES),
    }
}

impl Format {
    fn program(self) -> Option<Program> {
        match self {
            Self::Human => None,
            Self::Json => Some(Program::Json),
            Self::Github => Some(Program::Github),
            Self::Gitlab => Some(Program::Gitlab),
            Self::Sarif => Some(Program::Sarif),
        }
    }
}
