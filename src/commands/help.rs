//! The commands with their help: clap has English headings alone.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Cli;

const PROGRAM: &str = "\
{about}

いちばんよく使う形 (the commonest line):
  keikaku build

使い方 (usage): {usage}

コマンド (commands):
{subcommands}

オプション (options):
{options}";

const WITH_POSITIONALS: &str = "\
{about}

使い方 (usage): {usage}

引数 (arguments):
{positionals}

オプション (options):
{options}";

const WITHOUT: &str = "\
{about}

使い方 (usage): {usage}

オプション (options):
{options}";

/// All commands, as they are read and explained.
pub(super) fn program() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let program = with_help_flag(Cli::command())
        .help_template(PROGRAM)
        .disable_version_flag(true)
        .arg(version.help("版を見せる (print the version)"));
    let mut program = program.mut_subcommands(explained);
    // Only then is there the command `help`, which is clap's own.
    program.build();
    program.mut_subcommand("help", |help| help.about("コマンドの説明を見せる (explain a command)"))
}

fn explained(command: Command) -> Command {
    let has_positionals = command.get_positionals().next().is_some();
    with_help_flag(command).help_template(if has_positionals { WITH_POSITIONALS } else { WITHOUT })
}

fn with_help_flag(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command.disable_help_flag(true).arg(help.help("この説明を見せる (print this)"))
}
