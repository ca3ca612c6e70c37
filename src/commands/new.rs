//! `keikaku new`: the file of a section's next initiative.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::typed;
use super::{SUCCESS, say};
use crate::Loaded;
use crate::plan::{Id, Plan, Years};
use crate::scaffold::{self, Home};
use crate::watch::Unwatched;

/// What `keikaku new` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// どの段に作るか。取組の番号の最後を除いたもの（1-3）。段が 1 つなら要りません (the section)
    #[arg(value_name = "SECTION", value_parser = typed::id)]
    section: Option<Id>,
    /// 取組の名前 (what the initiative is called)
    #[arg(long, value_parser = typed::words, allow_hyphen_values = true)]
    title: Option<String>,
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// Writes the file and says where it is.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let Loaded { sources, site, .. } = crate::load(&arguments.root, None, &Unwatched)?;
    let (plan, language) = (&site.plan, site.config.language);
    if plan.levels.is_empty() || plan.period == Years::default() {
        bail!(
            "content/site.yaml に間違いがあります。keikaku check で調べてください / content/site.yaml has mistakes; see keikaku check"
        );
    }
    let homes = Home::all(plan, &sources);
    let home = choose(&homes, arguments.section.as_ref(), plan)?;
    let title = arguments.title.as_deref().unwrap_or(scaffold::untitled(language));
    let recorded = site.record.iter().flat_map(|record| &record.addresses).map(|address| address.as_str());
    let next = home.next(arguments.title.as_deref(), plan, &sources, recorded);
    let path = scaffold::place(&arguments.root, &next.path);
    scaffold::lay(&arguments.root, &scaffold::new_initiative(language, title, next, plan))?;
    say(std::io::stdout(), &path.strip_prefix(".").unwrap_or(&path).display().to_string());
    Ok(SUCCESS)
}

/// The section that was asked for, or the only one.
fn choose<'h>(homes: &'h [Home], asked: Option<&Id>, plan: &Plan) -> Result<&'h Home> {
    let list: Vec<_> = homes.iter().map(|home| format!("\n  {}  {}", home.id, home.title)).collect();
    let list = list.concat();
    let whole = plan.levels.len() == 1;
    match (homes, asked) {
        ([], _) => bail!(
            "取組を入れる段がまだありません。content/plan の下にフォルダーを作り、_index.md に title と number を書いてください / there is no section yet: make a folder in content/plan, with title and number in its _index.md"
        ),
        ([only], None) => Ok(only),
        (_, None) => bail!("どの段に作るかを、番号で指定してください / say in which section:{list}"),
        (_, Some(id)) if whole => bail!(
            "この計画には段がありません。「{id}」を付けずに実行してください / this plan has no sections; leave out “{id}”"
        ),
        (_, Some(id)) => match homes.iter().find(|home| home.id == *id) {
            Some(home) => Ok(home),
            None if homes.iter().any(|home| home.id.is_within(id)) => bail!(
                "{id} の中は取組ではなく、段に分かれています。次のどれかを指定してください / {id} is divided into sections; say which:{list}"
            ),
            None => bail!(
                "{id} という段はありません。次のどれかを指定してください / there is no section {id}; there are:{list}"
            ),
        },
    }
}
