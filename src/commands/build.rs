//! `keikaku build`: load, publish, one line of summary.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use rayon::ThreadPoolBuilder;

use super::outcome::{self, hint, sum_up};
use super::paths::whole_path;
use super::progress::Progress;
use super::typed;
use super::verdict::{Verdict, tell};
use super::{Lang, MISTAKES, SUCCESS, put, say};
use crate::Loaded;
use crate::diagnostic::{Area, Diagnostic, Rule};
use crate::language::Language;
use crate::publish::{Hold, Output};

/// What `keikaku build` can be told.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 書き出し先。指定がなければサイトのフォルダーの public (where to write; `public` in the site's folder)
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// 書き出し先に keikaku が作ったのではないものがあっても進む (go on where there are others' files)
    #[arg(long)]
    adopt: bool,
    /// 文字のファイルを圧縮したもの (.gz と .br) も並べる (lay .gz and .br beside each text file)
    #[arg(long)]
    precompress: bool,
    /// 公開先の URL。指定がなければ site.yaml の通り (the published site's address; site.yaml's)
    #[arg(long, value_name = "URL", value_parser = typed::web_address)]
    base_url: Option<String>,
    /// 使うスレッドの数。指定がなければ全コア (how many threads to use; one a core)
    #[arg(long, value_name = "N", value_parser = typed::threads)]
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
    /// 段階ごとの時間とメモリ、時間のかかったファイルを表示する (tell what each step took, and the slowest files)
    #[arg(long)]
    timings: bool,
    /// 進み具合と結果を表示しない (say nothing unless something is wrong)
    #[arg(long)]
    quiet: bool,
}

/// Builds the site.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let threads = arguments.threads.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().context("threads")?;
    pool.install(|| {
        loop {
            if let Some(code) = build(arguments)? {
                return Ok(code);
            }
        }
    })
}

/// `None` if it has to begin anew, as another build was first to publish into a folder that was not there.
fn build(arguments: &Arguments) -> Result<Option<u8>> {
    let started = Instant::now();
    let output = arguments.output.clone().unwrap_or_else(|| arguments.root.join("public"));
    keep_apart(&arguments.root, &output)?;
    let watch = Progress::new(arguments.quiet, arguments.timings);
    let waiting = || watch.pause(|| outcome::say_waiting(&output, first_language(arguments)));
    let to = Output {
        folder: &output,
        adopt: arguments.adopt,
        precompress: arguments.precompress,
        waiting: &waiting,
    };
    let hold = Hold::of(&to)?;
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
        watch.finish();
        let total = format!("{}{}", verdict.sum_up(language), untouched(&verdict, language));
        tell(std::io::stderr(), &diagnostics, &sources, language, &total);
        return Ok(Some(MISTAKES));
    };
    // Places are for diagnostics alone.
    drop(sources);
    let Some(published) = crate::publish(&ready, &to, hold, &watch)? else { return Ok(None) };
    let record = || crate::record(&ready, &arguments.root, &published).context(outcome::UNRECORDED);
    let recorded = arguments.record.then(record).transpose()?;
    if let Some(timings) = watch.finish() {
        put(std::io::stderr(), &timings.tell(language));
    }
    outcome::say_left(&published.left, language);
    outcome::say_changed(&published.changed, language);
    if !arguments.quiet {
        let line = sum_up(ready.site.pages.len(), &published, started.elapsed().as_secs_f64(), language);
        say(std::io::stdout(), &(line + &hint(verdict.warnings, language)));
        let more = [
            outcome::beside(&published.strangers, language),
            recorded.map(|new| outcome::remembered(new, language)),
        ];
        more.iter().flatten().for_each(|line| say(std::io::stdout(), line));
    }
    // The program ends here: to take a large site apart value by value would only make it later.
    std::mem::forget(ready);
    Ok(Some(SUCCESS))
}

/// The language to speak in before the plan is read.
fn first_language(arguments: &Arguments) -> Language {
    let of_site = || crate::language(&arguments.root).unwrap_or_default();
    arguments.lang.map_or_else(of_site, Language::from)
}

/// The output may stand in the site's folder, but never around it, and not where editors write.
fn keep_apart(root: &Path, output: &Path) -> Result<()> {
    let (root, output) = (whole_path(root)?, whole_path(output)?);
    let editors = ["content", "themes"].map(|folder| root.join(folder));
    let (ja, en) = if root.starts_with(&output) {
        ("計画のフォルダーそのものか、それを含むフォルダーです", "it holds the plan's folder")
    } else if editors.iter().any(|folder| output.starts_with(folder)) {
        ("人が編集するフォルダー（content、themes）の中です", "it is where people write")
    } else {
        return Ok(());
    };
    let output = output.display();
    bail!(
        "{output} には書き出せません。{ja}。public のような別のフォルダーを --output で指定してください / {output} is no place for the site: {en}; name another folder, like public"
    )
}

/// Where there is no error, it is because of a flag.
fn untouched(verdict: &Verdict, language: Language) -> &'static str {
    match language {
        Language::Japanese if verdict.errors == 0 => {
            "。サイトは書き換えていません（--deny-warnings が付いているので、警告があると作りません）。"
        }
        Language::English if verdict.errors == 0 => {
            ". The site was not touched, as --deny-warnings allows no warning."
        }
        Language::Japanese => "。サイトは書き換えていません。",
        Language::English => ". The site was not touched.",
    }
}
