//! What is said when an output cannot be published into as it is.

use std::fmt::Display;
use std::path::Path;

use anyhow::{Error, anyhow};

/// How many names are told.
const MOST: usize = 10;

const ADOPT_JA: &str = "ここに書き出してよければ --adopt を付けてください。サイトのファイルと同じ名前のものは置き換え、ほかは残します";
const ADOPT_EN: &str =
    "--adopt goes on: what has the name of a file of the site is replaced, and all else stays";

/// The folder holds other things, and nothing says that keikaku has ever published there.
pub(super) fn strangers(root: &Path, names: &[impl Display]) -> Error {
    let (ja, en) = listed(names);
    anyhow!(
        "{} には keikaku が作ったのではないものがあります: {ja}。{ADOPT_JA} / holds what keikaku did not make: {en}. {ADOPT_EN}",
        root.display()
    )
}

/// Somebody else's files stand where files of the site are to be.
pub(super) fn foreign(root: &Path, addresses: &[&str]) -> Error {
    let (ja, en) = listed(addresses);
    anyhow!(
        "{} の中の、keikaku が作ったのではないファイルがサイトのファイルと同じ名前です: {ja}。{ADOPT_JA} / has files that keikaku did not make and that have the names of files of the site: {en}. {ADOPT_EN}",
        root.display()
    )
}

/// Where a folder is to be there is a link or a file.
pub(super) fn taken(root: &Path, paths: &[&str]) -> Error {
    let (ja, en) = listed(paths);
    anyhow!(
        "{} の中で、フォルダーになる所にリンクかファイルがあります: {ja}。動かすか消してください / where a folder is to be there is a link or a file: {en}. Move or remove it",
        root.display()
    )
}

/// Where a file is to be there is a folder.
pub(super) fn folder(root: &Path, address: &str) -> Error {
    anyhow!(
        "{} はフォルダーなので、ファイルを置けません。動かすか消してください / is a folder, where a file is to be. Move or remove it",
        root.join(address).display()
    )
}

/// An address that no file can have.
pub(super) fn unsafe_address(address: &str) -> Error {
    anyhow!("{address:?} はファイルの名前にできません / cannot be a file's name")
}

/// Two files of the site have the same address.
pub(super) fn twice(address: &str) -> Error {
    anyhow!("{address} が二つあります / there are two of it")
}

/// The first names, and how many others there are.
fn listed(names: &[impl Display]) -> (String, String) {
    let first: Vec<_> = names.iter().take(MOST).map(ToString::to_string).collect();
    let (ja, en) = (first.join("、"), first.join(", "));
    match names.len().saturating_sub(MOST) {
        0 => (ja, en),
        others => (format!("{ja} ほか {others} 件"), format!("{en} and {others} more")),
    }
}
