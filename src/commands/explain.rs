//! `keikaku explain`: what a code of an error or a warning means.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::{Lang, SUCCESS, put};
use crate::diagnostic::{catalogue, rules};

/// What `keikaku explain` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// 番号。指定がなければ全部 (a code such as K401; all of them)
    code: Option<String>,
    /// サイトのフォルダー。言語を決める (the site's folder, for its language)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// 言語。指定がなければサイトの言語 (the language; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Prints the section of a rule, or the whole catalogue.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let language = match arguments.lang {
        Some(lang) => lang.into(),
        None => crate::language(&arguments.root)?,
    };
    let text = match &arguments.code {
        None => catalogue::all(language),
        Some(code) => match rules::resembling(code) {
            Some(rule) => catalogue::plain_section(rule, language),
            None => bail!("「{code}」という番号はありません / there is no code “{code}”"),
        },
    };
    put(std::io::stdout(), &text);
    Ok(SUCCESS)
}
