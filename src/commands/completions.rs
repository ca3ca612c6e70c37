//! `keikaku completions`: what a shell has to know to complete the commands and their options.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, SUCCESS, put};

/// What `keikaku completions` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// シェル (the shell)
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints a script for the shell.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "keikaku", &mut script);
    put(std::io::stdout(), &String::from_utf8(script)?);
    Ok(SUCCESS)
}
