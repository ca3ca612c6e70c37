//! What is said when an output cannot be published into as it is.

use std::fmt::{self, Display};
use std::io;
use std::path::Path;

use anyhow::{Error, anyhow};

use crate::language::Language;
use crate::listed::listed;

/// What is said in both languages, each as a whole.
#[derive(Debug)]
struct Told {
    ja: String,
    en: String,
}

impl Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.ja, self.en)
    }
}

impl std::error::Error for Told {}

/// The same, and a sentence more.
pub(super) fn also(error: Error, ja: &str, en: &str) -> Error {
    match error.downcast::<Told>() {
        Ok(told) => Told { ja: format!("{}。{ja}", told.ja), en: format!("{}; {en}", told.en) }.into(),
        Err(error) => anyhow!("{error:#}。{ja} / {en}"),
    }
}

/// The same, where nothing has been moved yet.
pub(super) fn untouched(error: Error) -> Error {
    also(error, "書き出し先は元のままです", "the output is as it was")
}

/// A file or folder that cannot be written.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Error {
    failed(path, ["に書けません", "cannot be written"], error)
}

/// Something that cannot be done to a file or folder, and what may help.
pub(super) fn failed(path: &Path, [ja, en]: [&str; 2], error: &io::Error) -> Error {
    let path = path.display();
    let (why, help) = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
            "。ディスクの空きが足りません。空きを作って、もう一度実行してください",
            "; make room and try again",
        ),
        io::ErrorKind::PermissionDenied => (
            "。このフォルダーに書き込む権限がありません。作ったのがほかの人なら、その人か、コンピューターの担当者に相談してください",
            "; it may be another user's",
        ),
        io::ErrorKind::ReadOnlyFilesystem => (
            "。読み取り専用のディスクです。ほかの書き出し先を --output で指定してください",
            "; name another place with --output",
        ),
        _ => ("", ""),
    };
    Told { ja: format!("{path} {ja}{why}"), en: format!("{path} {en}: {error}{help}") }.into()
}

/// A file that somebody asked for where none can be: the place is a folder, or in none.
pub(super) fn no_place(path: &Path) -> Error {
    let path = path.display();
    Told {
        ja: format!("{path} に書けません。すでにあるフォルダーと、その中のファイルの名前を書いてください"),
        en: format!("{path} cannot be written: name a file in a folder that is there"),
    }
    .into()
}

/// A file that changes while a build looks at it.
pub(super) fn busy(address: &str) -> Error {
    let ja = format!(
        "書き出し先の {address} を、だれかが今書き換えています。終わってから、もう一度 build してください"
    );
    Told { ja, en: format!("somebody is writing to {address} just now; build again later") }.into()
}

const ADOPT_JA: &str = "ここに書き出してよければ --adopt を付けてください。サイトのファイルと同じ名前のものは置き換え、ほかは残します";
const ADOPT_EN: &str =
    "--adopt goes on: what has the name of a file of the site is replaced, and all else stays";

/// For who has removed or lost `.keikaku/`: with `--adopt` pages that are no more would stay.
const LOST_JA: &str = "keikaku だけが書き出してきたフォルダーなら、その記録（中の .keikaku）がなくなったか壊れています。フォルダーを空にして、もう一度 build してください";
const LOST_EN: &str = "If keikaku alone has ever written there, its record (.keikaku in it) is lost: empty the folder and build again";

/// The folder holds other things, and nothing says that keikaku has ever published there.
pub(super) fn strangers(root: &Path, names: &[impl Display]) -> Error {
    let (ja, en) = both(names);
    let root = root.display();
    Told {
        ja: format!(
            "{root} には keikaku が作ったという記録のないものがあります: {ja}。{LOST_JA}。{ADOPT_JA}"
        ),
        en: format!("{root} holds what keikaku has no record of: {en}. {LOST_EN}. {ADOPT_EN}"),
    }
    .into()
}

/// Somebody else's files stand where files of the site are to be.
pub(super) fn foreign(root: &Path, addresses: &[&str]) -> Error {
    let (ja, en) = both(addresses);
    let root = root.display();
    Told {
        ja: format!(
            "{root} の中の、keikaku が作ったのではないか、だれかが書き換えたファイルがサイトのファイルと同じ名前です: {ja}。{ADOPT_JA}"
        ),
        en: format!(
            "{root} has files that keikaku did not make, or that somebody has changed, and that have the names of files of the site: {en}. {ADOPT_EN}"
        ),
    }
    .into()
}

/// Where a folder is to be there is a link or a file.
pub(super) fn taken(root: &Path, paths: &[&str]) -> Error {
    let (ja, en) = both(paths);
    let root = root.display();
    Told {
        ja: format!(
            "{root} の中で、フォルダーになる所にリンクかファイルがあります: {ja}。動かすか消してください"
        ),
        en: format!("{root} has a link or a file where a folder is to be: {en}. Move or remove it"),
    }
    .into()
}

/// Where a file is to be there is a folder.
pub(super) fn folder(root: &Path, address: &str) -> Error {
    let path = root.join(address);
    let path = path.display();
    Told {
        ja: format!("{path} はフォルダーなので、ファイルを置けません。動かすか消してください"),
        en: format!("{path} is a folder, where a file is to be. Move or remove it"),
    }
    .into()
}

/// An address that no file can have.
pub(super) fn unsafe_address(address: &str) -> Error {
    anyhow!(
        "サイトに {address:?} というファイルは置けません。content/static の中なら、名前を変えるか消してください / the site cannot have a file called so; if it is in content/static, rename or remove it"
    )
}

/// Two files of the site have the same address.
pub(super) fn twice(address: &str) -> Error {
    anyhow!("{address} が二つあります / there are two of it")
}

fn both(names: &[impl Display]) -> (String, String) {
    (listed(names, Language::Japanese), listed(names, Language::English))
}
