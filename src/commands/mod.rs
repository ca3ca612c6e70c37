//! What a person can ask for: the only place that knows clap, the terminal and the clock.

mod ask;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod fmt;
mod help;
mod init;
mod links;
mod man;
mod new;
mod outcome;
mod paths;
mod progress;
mod refused;
mod schema;
mod serve;
mod timings;
mod typed;
mod verdict;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::language::Language;

/// 計画を書いた Markdown から、公開用のウェブサイトを作ります (publishes a public plan as a website)
#[derive(Parser)]
#[command(name = "keikaku", version = VERSION, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// With the commit, where the program was made from a repository.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("KEIKAKU_COMMIT"));

#[derive(Subcommand)]
enum Command {
    /// サイトを public/ に作る (build the site into public/)
    Build(build::Arguments),
    /// 何も書かずに、計画の間違いと気になる所をすべて知らせる (tell everything that is wrong, write nothing)
    Check(check::Arguments),
    /// 項目の順番や字下げ、空白などの書き方を整える (bring files into one form)
    Fmt(fmt::Arguments),
    /// 書きながらブラウザーで見る (show the site in a browser while one writes)
    Serve(serve::Arguments),
    /// エラーや警告の番号の意味を見せる (tell what a code means)
    Explain(explain::Arguments),
    /// 新しい市のサイトを、すぐに作れる形で用意する (begin a new city's site)
    Init(init::Arguments),
    /// 次の番号の取組のファイルを、項目の説明を付けて作る (begin a section's next initiative)
    New(new::Arguments),
    /// 計画をデータ（CSV や JSON など）として書き出す (write the plan as data)
    Export(export::Arguments),
    /// 編集ソフトが入力を助けるためのスキーマを見せる (print a JSON Schema for editors)
    Schema(schema::Arguments),
    /// コマンドの入力を補うための設定を見せる (print completions for a shell)
    #[command(hide = true)]
    Completions(completions::Arguments),
    /// マニュアルのページを見せる (print a page of the manual)
    #[command(hide = true)]
    Man(man::Arguments),
}

/// A language to be spoken to in.
#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    /// 日本語
    Ja,
    /// English
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Japanese,
            Lang::En => Self::English,
        }
    }
}

/// All is well.
const SUCCESS: u8 = 0;
/// There are mistakes in the content.
const MISTAKES: u8 = 1;
/// The surroundings: disk, arguments.
const ENVIRONMENT: u8 = 2;

/// Reads the arguments and runs what they ask for.
pub(crate) fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let read = help::program().try_get_matches_from(arguments);
    let cli = match read.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    let outcome = match cli.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Schema(arguments) => Ok(schema::run(&arguments)),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    ExitCode::from(outcome.unwrap_or_else(|error| {
        say(std::io::stderr(), &format!("エラー (error): {error:#}"));
        ENVIRONMENT
    }))
}

/// Says a line to a person.
fn say(to: impl Write, line: &str) {
    put(to, &format!("{line}\n"));
}

/// Writes a text as it is. Where nobody listens any more (`| head`), that is no mistake of the content.
fn put(mut to: impl Write, text: &str) {
    let _ = to.write_all(text.as_bytes());
}

/// Shows the help that was asked for, or what is wrong with the arguments. `keikaku` alone asks for help.
fn refuse(error: &clap::Error) -> ExitCode {
    // Where nobody listens, there is nobody to tell that nobody listens: hence no look at the results of printing.
    let _ = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => help::program().print_help(),
        _ => match refused::told(error) {
            Some(told) => {
                say(std::io::stderr(), &told);
                Ok(())
            }
            None => error.print(),
        },
    };
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => ExitCode::from(SUCCESS),
        _ => ExitCode::from(ENVIRONMENT),
    }
}
