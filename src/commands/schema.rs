//! `keikaku schema`: what an editor's program has to know of a kind of file to help those who write it.

use anyhow::{Result, bail};
use clap::Args;

use super::{Lang, SUCCESS, put};
use crate::language::Language;
use crate::schema::{self, Schema};

/// What `keikaku schema` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// ファイルの種類 (the kind of file)
    #[arg(value_parser = kinds())]
    kind: String,
    /// 言語。指定がなければ日本語 (the language; Japanese)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

fn kinds() -> clap::builder::PossibleValuesParser {
    Schema::ALL.map(Schema::name).into()
}

/// Prints the schema of a kind of file.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let language = arguments.lang.map_or(Language::Japanese, Into::into);
    let name = format!("{}.json", arguments.kind);
    let Some((_, text)) = schema::files(language).find(|(file, _)| *file == name) else {
        bail!("「{0}」という種類はありません / there is no kind “{0}”", arguments.kind);
    };
    put(std::io::stdout(), &text);
    Ok(SUCCESS)
}
