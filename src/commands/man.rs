//! `keikaku man`: the manual, a page for the program and one for each command.

use anyhow::{Result, bail};
use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::{Cli, SUCCESS, VERSION, put};

/// What `keikaku man` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// コマンド。指定がなければ全体のページ (a command; the page of the whole)
    command: Option<String>,
}

/// Prints a page in the language of manuals, roff: `keikaku man > keikaku.1`.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let mut program = Cli::command();
    // Gives each command its whole name.
    program.build();
    let command = match &arguments.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => {
                let name = format!("keikaku-{name}");
                command.clone().display_name(name)
            }
            None => bail!("「{name}」というコマンドはありません / there is no command “{name}”"),
        },
    };
    let mut page = Vec::new();
    Man::new(command).source(format!("keikaku {VERSION}")).render(&mut page)?;
    put(std::io::stdout(), &String::from_utf8(page)?);
    Ok(SUCCESS)
}
