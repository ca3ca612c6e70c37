//! `keikaku schema`: what an editor's program has to know of a kind of file to help those who write it.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Lang, SUCCESS, put};
use crate::language::Language;
use crate::schema::Schema;

/// What `keikaku schema` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// ファイルの種類 (the kind of file)
    #[arg(value_parser = kinds())]
    kind: Schema,
    /// 言語。指定がなければ日本語 (the language; Japanese)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

fn kinds() -> impl TypedValueParser<Value = Schema> {
    let of_name =
        |name: String| Schema::ALL.into_iter().find(|kind| kind.name() == name).ok_or("no such kind");
    PossibleValuesParser::new(Schema::ALL.map(Schema::name)).try_map(of_name)
}

/// Prints the schema of a kind of file.
pub(super) fn run(arguments: &Arguments) -> u8 {
    let language = arguments.lang.map_or(Language::Japanese, Into::into);
    put(std::io::stdout(), &arguments.kind.text(language));
    SUCCESS
}
