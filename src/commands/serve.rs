//! `keikaku serve`: the site in a browser while one writes.

use std::path::PathBuf;
use std::thread;

use anyhow::{Result, anyhow};
use clap::Args;

use super::{Lang, SUCCESS, say};
use crate::content::read;
use crate::language::Language;
use crate::serve::{Desk, Door, News, Shut, serve};

/// What `keikaku serve` can be told.
#[derive(Args)]
pub(super) struct Arguments {
    /// サイトのフォルダー (the site's folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// ブラウザーで開くアドレス。ふだんはこのパソコンからしか見えない (where to listen; this machine alone unless told otherwise)
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:3300")]
    address: String,
    /// ブラウザーで開く (open it in the browser)
    #[arg(long)]
    open: bool,
    /// ファイルを定期的に見に行く。保存しても画面が変わらないときに (look at the files again and again)
    #[arg(long)]
    poll: bool,
    /// 知らせる言語。指定がなければサイトの言語 (the language to be told in; the site's)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Serves the site until the program is ended.
pub(super) fn run(arguments: &Arguments) -> Result<u8> {
    if !read::is_site(&arguments.root) {
        // Which tells why.
        read::read(&arguments.root)?;
    }
    let site = crate::language(&arguments.root).unwrap_or(Language::Japanese);
    let language = arguments.lang.map_or(site, Language::from);
    let door = Door::open(&arguments.address).map_err(|shut| refuse(shut, &arguments.address))?;
    let (desk, bell) =
        Desk::new(&arguments.root, arguments.poll, language, move |news| tell(&news, language))?;
    let url = format!("http://{}/", door.own());
    welcome(&url, door.is_private(), desk.polls(), language);
    thread::Builder::new().name("desk".to_owned()).spawn(|| desk.run())?;
    if arguments.open
        && let Err(error) = open::that_detached(&url)
    {
        say(std::io::stderr(), &format!("{url}: {error}"));
    }
    serve(door, bell)?;
    Ok(SUCCESS)
}

fn welcome(url: &str, is_private: bool, polls: bool, language: Language) {
    let (begin, others, look) = match language {
        Language::Japanese => (
            "で見られます。ファイルを保存すると画面も変わります。終わるときは Ctrl-C",
            "同じネットワークのほかのパソコンからも見えます",
            "このフォルダーはファイルの変化が知らされないので、定期的に見に行きます",
        ),
        Language::English => (
            "shows the site, and changes as files are saved. Ctrl-C ends it",
            "other machines of the network can see it too",
            "nobody tells of changes in this folder, so its files are looked at again and again",
        ),
    };
    say(std::io::stdout(), &format!("{url} {begin}"));
    for (_, line) in [(!is_private, others), (polls, look)].into_iter().filter(|(is_so, _)| *is_so) {
        say(std::io::stdout(), line);
    }
}

fn tell(news: &News, language: Language) {
    let line = match (news, language) {
        (News::Well, Language::Japanese) => "読みました",
        (News::Well, Language::English) => "read",
        (News::Trouble(drawn), Language::Japanese) => {
            return say(
                std::io::stderr(),
                &format!("{drawn}\n\n直すところがあります。画面は、最後に正しく読めたときのままです"),
            );
        }
        (News::Trouble(drawn), Language::English) => {
            return say(
                std::io::stderr(),
                &format!("{drawn}\n\nSomething has to be mended; pages stay as they were when all was well"),
            );
        }
    };
    say(std::io::stdout(), line);
}

fn refuse(shut: Shut, address: &str) -> anyhow::Error {
    match shut {
        Shut::Taken(Some(free)) => anyhow!(
            "{address} はほかのプログラムが使っています。--address {free} なら使えます / {address} is taken; --address {free} is free"
        ),
        Shut::Taken(None) => anyhow!(
            "{address} はほかのプログラムが使っています。--address で別の番号を指定してください / {address} is taken; choose another by --address"
        ),
        Shut::Other(error) => anyhow::Error::new(error).context(format!(
            "{address} では待ち受けられません。--address は 127.0.0.1:3300 のように書きます / cannot listen at {address}; write --address like 127.0.0.1:3300"
        )),
    }
}
