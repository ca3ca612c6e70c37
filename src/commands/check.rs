//! `keikaku check`: everything that is wrong with a site or looks so, and nothing written.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::verdict::{Verdict, tell};
use super::{MISTAKES, SUCCESS, links};
use crate::Loaded;

/// What `keikaku check` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 外部サイトへのリンクを 1 つずつ問い合わせて確かめる (ask every outside address whether it is there)
    #[arg(long)]
    links: bool,
    /// 警告もエラーとして扱う (warnings count as errors)
    #[arg(long)]
    deny_warnings: bool,
}

/// Checks the site.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let loaded = crate::load(&arguments.root, None)?;
    if let Ok(ready) = &loaded.ready {
        crate::rehearse(ready)?;
    }
    // Links are asked for beside mistakes too: neither hides the other.
    let of_the_web = arguments.links.then(|| links::ask(loaded.site()));
    let Loaded { sources, language, diagnostics, .. } = loaded;
    let diagnostics = of_the_web.unwrap_or_default().with(diagnostics).sorted(&sources);
    let verdict = Verdict::of(&diagnostics);
    tell(std::io::stdout(), &diagnostics, &sources, language, &verdict.sum_up(language));
    Ok(if verdict.passes(arguments.deny_warnings) { SUCCESS } else { MISTAKES })
}
