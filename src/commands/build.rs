//! `keikaku build`: load, publish, one line of summary.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use rayon::ThreadPoolBuilder;

use super::paths::whole_path;
use super::progress::Progress;
use super::verdict::{Verdict, tell};
use super::{Lang, MISTAKES, SUCCESS, say};
use crate::Loaded;
use crate::content::read::RECORD;
use crate::content::written::is_base_address;
use crate::diagnostic::{Area, Diagnostic, Rule};
use crate::language::Language;
use crate::publish::Published;

/// What `keikaku build` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 書き出し先。指定がなければサイトのフォルダーの public (where to write; `public` in the site's folder)
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// 公開先の URL。指定がなければ site.yaml の通り (the published site's address; site.yaml's)
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// 使うスレッドの数。指定がなければ全コア (how many threads to use; one a core)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS))]
    threads: Option<u16>,
    /// 警告があれば作らない (do not build while there are warnings)
    #[arg(long)]
    deny_warnings: bool,
    /// 公開するアドレスを content/addresses.lock に記録する (record the addresses in content/addresses.lock)
    #[arg(long)]
    record: bool,
    /// 知らせる言語。指定がなければサイトの言語 (the language to be told in; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// 進み具合と結果を表示しない (say nothing unless something is wrong)
    #[arg(long)]
    quiet: bool,
}

/// More threads than any machine has use for take longer to start than they work.
const MOST_THREADS: i64 = 256;

/// Builds the site.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let threads = arguments.threads.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().context("threads")?;
    pool.install(|| build(arguments))
}

fn build(arguments: &Arguments) -> Result<u8> {
    let started = Instant::now();
    let output = arguments.output.clone().unwrap_or_else(|| arguments.root.join("public"));
    keep_apart(&arguments.root, &output)?;
    let watch = Progress::new(arguments.quiet);
    let Loaded { sources, mut report, allowances, site, assets } =
        crate::load(&arguments.root, arguments.base_url.clone(), &watch)?;
    let language = arguments.lang.map_or(site.config.language, Language::from);
    let ready = if report.has_errors() { None } else { Some(crate::dress(&arguments.root, site, assets)?) };
    if let Some(ready) = ready.as_ref().filter(|_| arguments.deny_warnings) {
        report.absorb(crate::proofread(ready)?);
    }
    // What else was allowed in vain is for `check` to tell, which looks for more.
    let is_judged = |rule: &Rule| arguments.deny_warnings && rule.area() != Area::Web;
    let mut diagnostics = report.settle(&allowances, is_judged).sorted(&sources);
    let verdict = Verdict::of(&diagnostics);
    let Some(ready) = ready.filter(|_| verdict.passes(arguments.deny_warnings)) else {
        if !arguments.deny_warnings {
            diagnostics.retain(Diagnostic::is_error);
        }
        let total = format!("{}{}", verdict.sum_up(language), untouched(language));
        tell(std::io::stderr(), &diagnostics, &sources, language, &total);
        return Ok(MISTAKES);
    };
    // Places are for diagnostics alone.
    drop(sources);
    let published = crate::publish(&ready, &output, &watch)?;
    let recorded = arguments.record.then(|| crate::record(&ready, &arguments.root)).transpose()?;
    watch.finish();
    if !arguments.quiet {
        let line = sum_up(ready.site.pages.len(), published, started.elapsed().as_secs_f64(), language);
        say(std::io::stdout(), &(line + &hint(verdict.warnings, language)));
        if let Some(new) = recorded {
            say(std::io::stdout(), &remembered(new, language));
        }
    }
    Ok(SUCCESS)
}

/// The output may stand in the site's folder, but never around it, and not where editors write.
fn keep_apart(root: &Path, output: &Path) -> Result<()> {
    let (root, output) = (whole_path(root)?, whole_path(output)?);
    let editors = ["content", "themes"].map(|folder| root.join(folder));
    if root.starts_with(&output) || editors.iter().any(|folder| output.starts_with(folder)) {
        bail!("{} には書き出せません / is no place for the site", output.display());
    }
    Ok(())
}

fn untouched(language: Language) -> &'static str {
    match language {
        Language::Japanese => "。サイトは書き換えていません。",
        Language::English => ". The site was not touched.",
    }
}

fn sum_up(
    pages: usize,
    Published { written, unchanged }: Published,
    seconds: f64,
    language: Language,
) -> String {
    match language {
        Language::Japanese => {
            format!(
                "{pages} ページ、書き込み {written} ファイル、変更なし {unchanged} ファイル、{seconds:.2} 秒"
            )
        }
        Language::English => {
            format!("{pages} pages, {written} files written, {unchanged} unchanged, {seconds:.2} s")
        }
    }
}

/// Where warnings can be read, which a build does not tell.
fn hint(warnings: usize, language: Language) -> String {
    match language {
        _ if warnings == 0 => String::new(),
        Language::Japanese => format!("、警告 {warnings} 件（keikaku check で見られます）"),
        Language::English => format!(", {warnings} warnings (see keikaku check)"),
    }
}

/// What became of the record of addresses.
fn remembered(new: usize, language: Language) -> String {
    match language {
        Language::Japanese if new == 0 => "新しく記録するアドレスはありません".to_owned(),
        Language::Japanese => format!("{RECORD} に {new} 件のアドレスを記録しました"),
        Language::English if new == 0 => "no new address to record".to_owned(),
        Language::English => format!("addresses recorded in {RECORD}: {new}"),
    }
}

fn web_address(text: &str) -> Result<String, String> {
    if is_base_address(text) {
        Ok(text.to_owned())
    } else {
        Err("https://… または http://… と書いてください (write an address)".to_owned())
    }
}
