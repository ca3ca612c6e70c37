//! `keikaku init`: a new city's site that builds at once.

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail};
use clap::Args;

use super::ask::Conversation;
use super::typed::{self, Levels};
use super::{Lang, SUCCESS, say};
use crate::language::Language;
use crate::plan::Years;
use crate::scaffold::{self, Code, NewSite};

/// What `keikaku init` can be told. What it is not told is asked for on a terminal, and has its default elsewhere.
#[derive(Args)]
pub(super) struct Arguments {
    /// 新しいフォルダー (the new folder)
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// 市町村などの名前 (what the city is called)
    #[arg(long, value_parser = typed::words, allow_hyphen_values = true)]
    name: Option<String>,
    /// 全国地方公共団体コード。6 桁 (the city's six-digit code)
    #[arg(long, value_parser = typed::code)]
    code: Option<Code>,
    /// 計画の名前 (what the plan is called)
    #[arg(long, value_parser = typed::words, allow_hyphen_values = true)]
    title: Option<String>,
    /// 計画の年度。2027-2030 のように (the plan's fiscal years)
    #[arg(long, value_name = "YEARS", value_parser = typed::period)]
    period: Option<Years>,
    /// 計画の段の呼び名を上から、コンマで区切って。最後が取組 (what its levels are called, with commas)
    #[arg(long, value_name = "NAMES", value_parser = typed::levels)]
    levels: Option<Levels>,
    /// サイトの言語 (the site's language)
    #[arg(long, value_enum)]
    language: Option<Lang>,
    /// 公開先の URL (the published site's address)
    #[arg(long, value_name = "URL", value_parser = typed::web_address)]
    base_url: Option<String>,
    /// 何も尋ねずに作る (ask nothing)
    #[arg(long)]
    yes: bool,
}

/// Makes the site and says how to go on.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    scaffold::expect_room(&arguments.folder)?;
    let (from, to) = (std::io::stdin(), std::io::stderr());
    let is_asked = !arguments.yes && from.is_terminal() && to.is_terminal();
    let site = converse(arguments, &mut Conversation { is_asked, from: from.lock(), to })?;
    let files = site.files();
    let content = files.iter().filter(|(path, _)| path.starts_with("content/"));
    let wrong = crate::check_files(content.map(|(path, text)| (path.clone(), text.clone().into_bytes())))?;
    if !wrong.is_empty() {
        bail!("この答えではサイトを作れません / no site can be made of these answers\n\n{wrong}");
    }
    scaffold::lay_site(&arguments.folder, &files)?;
    say(std::io::stdout(), &next_steps(&arguments.folder, site.language));
    Ok(SUCCESS)
}

/// What has to be known, one thing after the other.
fn converse(
    arguments: &Arguments,
    conversation: &mut Conversation<impl BufRead, impl Write>,
) -> Result<NewSite> {
    let language = arguments.language.map(Language::from);
    let language = conversation.ask(language, "言語 / Language (ja, en)", "ja", typed::language)?;
    let words = match language {
        Language::Japanese => &JAPANESE,
        Language::English => &ENGLISH,
    };
    let name = conversation.ask(arguments.name.clone(), words.name, words.example_name, typed::words)?;
    let code = match words.code {
        Some(question) => {
            conversation.ask(arguments.code.clone().map(Some), question, "", typed::code_or_none)?
        }
        None => arguments.code.clone(),
    };
    let plan = format!("{name} {}", words.plan);
    let title = conversation.ask(arguments.title.clone(), words.title, &plan, typed::words)?;
    let first = next_fiscal_year();
    let years = format!("{first}-{}", first + 3);
    let period = conversation.ask(arguments.period, words.period, &years, typed::period)?;
    let levels = arguments.levels.clone();
    let Levels(levels) = conversation.ask(levels, words.levels, words.usual_levels, typed::levels)?;
    let base_url = arguments.base_url.clone();
    let base_url = conversation.ask(base_url, words.base_url, words.example_url, typed::web_address)?;
    Ok(NewSite { language, name, code, title, period, levels, base_url })
}

/// The questions, and what is answered by Enter.
struct Questions {
    name: &'static str,
    example_name: &'static str,
    /// Only Japanese municipalities have one.
    code: Option<&'static str>,
    title: &'static str,
    /// Behind the city's name.
    plan: &'static str,
    period: &'static str,
    levels: &'static str,
    usual_levels: &'static str,
    base_url: &'static str,
    example_url: &'static str,
}

const JAPANESE: Questions = Questions {
    name: "市町村などの名前",
    example_name: "○○市",
    code: Some("全国地方公共団体コード（6 桁。あとで書くときは Enter だけ）"),
    title: "計画の名前",
    plan: "実施計画",
    period: "計画の年度",
    levels: "計画の段の呼び名（上から順に。最後が取組）",
    usual_levels: "基本目標、施策、取組",
    base_url: "公開先の URL（決まっていなければ Enter だけ）",
    example_url: "https://plan.example.jp/",
};

const ENGLISH: Questions = Questions {
    name: "What the city is called",
    example_name: "Example City",
    code: None,
    title: "What the plan is called",
    plan: "Plan",
    period: "Its fiscal years",
    levels: "What its levels are called, from the top; the last is the initiative's",
    usual_levels: "Goal, Measure, Initiative",
    base_url: "The address that the site will have",
    example_url: "https://plan.example.org/",
};

/// The one whose 1 April comes next: plans are made in the year before.
fn next_fiscal_year() -> u16 {
    #[expect(clippy::disallowed_methods, reason = "an answer that is offered, which decides no page")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = now.as_secs() / (24 * 60 * 60);
    // Years begin after the 90 days to 31 March; a day too early or too late is no harm.
    let year = 1970 + days.saturating_sub(90) * 400 / 146_097;
    u16::try_from(year + 1).unwrap_or(u16::MAX)
}

fn next_steps(folder: &Path, language: Language) -> String {
    let here = folder == Path::new(".");
    let shown = folder.display().to_string();
    let quoted = if shown.contains(' ') { format!("\"{shown}\"") } else { shown.clone() };
    let enter = if here { String::new() } else { format!("\n  cd {quoted}") };
    match language {
        Language::Japanese => format!(
            "{shown} に計画のサイトを用意しました。続けて実行してください:\n{enter}\n  keikaku build    public にサイトを作る\n  keikaku serve    書きながらブラウザーで確かめる\n\nはじめにすることは README.ja.md に書いてあります"
        ),
        Language::English => format!(
            "The site of a plan is ready in {shown}. Go on with:\n{enter}\n  keikaku build    make the site in public\n  keikaku serve    look at it in a browser while you write\n\nREADME.md tells what to do first"
        ),
    }
}
