//! `keikaku check`: everything that is wrong with a site or looks so, and nothing written.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::verdict::{Verdict, tell};
use super::{MISTAKES, SUCCESS};
use crate::Loaded;

/// What `keikaku check` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 警告もエラーとして扱う (warnings count as errors)
    #[arg(long)]
    deny_warnings: bool,
}

/// Checks the site.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let Loaded { sources, language, mut report, allowances, ready } = crate::load(&arguments.root, None)?;
    if let Some(ready) = &ready {
        report.absorb(crate::proofread(ready)?);
    }
    let diagnostics = report.settle(&allowances, |_| true).sorted(&sources);
    let verdict = Verdict::of(&diagnostics);
    tell(std::io::stdout(), &diagnostics, &sources, language, &verdict.sum_up(language));
    Ok(if verdict.passes(arguments.deny_warnings) { SUCCESS } else { MISTAKES })
}
