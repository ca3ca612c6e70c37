//! `keikaku export`: one file of the plan as data, or the names of all.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use super::typed::web_address;
use super::verdict::{Verdict, tell};
use super::{Lang, MISTAKES, SUCCESS, put};
use crate::data;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::publish;
use crate::site::Site;
use crate::site::distribution::Distribution;
use crate::watch::Unwatched;

/// What `keikaku export` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// データの名前。指定がなければ名前の一覧を見せる (which data; without it, tells what there is)
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 書き出すファイル。指定がなければ画面に出す (the file to write; standard output)
    #[arg(long, value_name = "FILE", requires = "name")]
    output: Option<PathBuf>,
    /// 公開先の URL。指定がなければ site.yaml の通り (the published site's address; site.yaml's)
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// 知らせる言語。指定がなければサイトの言語 (the language to be told in; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Writes what is asked for; nothing while there is a mistake in the content.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let loaded = crate::load(&arguments.root, arguments.base_url.clone(), &Unwatched)?;
    let language = arguments.lang.map_or(loaded.site.config.language, Language::from);
    if loaded.report.has_errors() {
        let mut diagnostics = loaded.report.settle(&loaded.allowances, |_| false).sorted(&loaded.sources);
        let verdict = Verdict::of(&diagnostics);
        diagnostics.retain(Diagnostic::is_error);
        tell(io::stderr(), &diagnostics, &loaded.sources, language, &verdict.sum_up(language));
        return Ok(MISTAKES);
    }
    let ready = crate::dress(&arguments.root, loaded.site, loaded.assets)?;
    let Some(name) = &arguments.name else {
        put(io::stdout(), &list(&ready.site));
        return Ok(SUCCESS);
    };
    let distribution = ready.site.distributions.iter().find(|it| it.name() == name);
    let distribution = distribution.with_context(|| unknown(name, &ready.site))?;
    match &arguments.output {
        Some(path) => publish::save(path, |to| data::write(&ready.site, distribution, to))?,
        None => print(&ready.site, distribution)?,
    }
    Ok(SUCCESS)
}

/// Every name, a line each.
fn list(site: &Site) -> String {
    site.distributions.iter().map(|it| [it.name(), "\n"].concat()).collect()
}

/// Where nobody listens any more (`| head`), that is nobody's mistake.
fn print(site: &Site, distribution: &Distribution) -> Result<()> {
    let mut to = BufWriter::new(io::stdout().lock());
    let written = data::write(site, distribution, &mut to).and_then(|()| Ok(to.flush()?));
    match written {
        Err(error) if is_unheard(&error) => Ok(()),
        written => written,
    }
}

fn is_unheard(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn unknown(name: &str, site: &Site) -> String {
    if site.distributions.is_empty() {
        return "site.yaml の omit に data があるので、データはありません / there is no data, as site.yaml omits it"
            .to_owned();
    }
    let few: Vec<_> =
        site.distributions.iter().filter(|it| it.is_of_plan()).map(Distribution::name).collect();
    let few = few.join(", ");
    format!(
        "{name} というデータはありません。次の名前などがあります（すべては keikaku export で見られます）: {few} / there is no data called {name}; keikaku export tells what there is"
    )
}
