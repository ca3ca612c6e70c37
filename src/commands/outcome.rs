//! What a build says of what it has published.

use std::path::Path;

use super::say;
use crate::content::read::RECORD;
use crate::language::Language;
use crate::listed::listed;
use crate::publish::Published;

/// The line that a build ends with.
pub(super) fn sum_up(pages: usize, published: &Published, seconds: f64, language: Language) -> String {
    let Published { written, unchanged, removed, .. } = published;
    match language {
        Language::Japanese => format!(
            "{pages} ページ、書き込み {written} ファイル、変更なし {unchanged} ファイル、削除 {removed} ファイル、{seconds:.2} 秒"
        ),
        Language::English => format!(
            "{pages} pages, {written} files written, {unchanged} unchanged, {removed} removed, {seconds:.2} s"
        ),
    }
}

/// Where warnings can be read, which a build does not tell.
pub(super) fn hint(warnings: usize, language: Language) -> String {
    match language {
        _ if warnings == 0 => String::new(),
        Language::Japanese => format!("、警告 {warnings} 件（keikaku check で見られます）"),
        Language::English => format!(", {warnings} warnings (see keikaku check)"),
    }
}

/// What to say before why there is no record.
pub(super) const UNRECORDED: &str = "サイトはできました。アドレスの記録だけができませんでした / the site is built, but its addresses are not recorded";

/// What became of the record of addresses.
pub(super) fn remembered(new: usize, language: Language) -> String {
    match language {
        Language::Japanese if new == 0 => "新しく記録するアドレスはありません".to_owned(),
        Language::Japanese => format!("{RECORD} に {new} 件のアドレスを記録しました"),
        Language::English if new == 0 => "no new address to record".to_owned(),
        Language::English => format!("addresses recorded in {RECORD}: {new}"),
    }
}

/// Names what is no longer part of the site and stays all the same.
pub(super) fn say_left(left: &[String], language: Language) {
    if left.is_empty() {
        return;
    }
    let (count, names) = (left.len(), listed(left, language));
    let line = match language {
        Language::Japanese => format!(
            "サイトからなくなったファイルのうち {count} ファイルは、だれかが書き換えているので消していません。要らなければ手で消してください: {names}"
        ),
        Language::English => {
            format!(
                "{count} files are no longer part of the site but stay, as somebody has changed them; remove them by hand if nobody needs them: {names}"
            )
        }
    };
    say(std::io::stderr(), &line);
}

/// Names what somebody had changed in the output, and is now as the plan says.
pub(super) fn say_changed(changed: &[String], language: Language) {
    if changed.is_empty() {
        return;
    }
    let (count, names) = (changed.len(), listed(changed, language));
    let line = match language {
        Language::Japanese => format!(
            "書き出し先の {count} ファイルは、keikaku が書いた後に変わっていたので、計画の通りに書き直しました。直したいことは content の中のファイルに書いてください: {names}"
        ),
        Language::English => format!(
            "{count} files had been changed in the output since keikaku wrote them, and are again as the plan says; what is to change belongs in content/: {names}"
        ),
    };
    say(std::io::stderr(), &line);
}

/// What is in a folder that was adopted besides the site; `None` if nothing is.
pub(super) fn beside(strangers: &[String], language: Language) -> Option<String> {
    let (count, names) = (strangers.len(), listed(strangers, language));
    (count > 0).then(|| match language {
        Language::Japanese => format!(
            "書き出し先には、keikaku が書いたのではないファイルが {count} 件あります。そのまま残しています: {names}"
        ),
        Language::English => {
            format!("files in the output that keikaku did not write and leaves as they are: {count} ({names})")
        }
    })
}

/// Why nothing happens.
pub(super) fn say_waiting(output: &Path, language: Language) {
    let output = output.display();
    let line = match language {
        Language::Japanese => format!("ほかの keikaku が {output} に書き出しています。終わるのを待ちます"),
        Language::English => format!("another keikaku is writing to {output}: waiting for it to end"),
    };
    say(std::io::stderr(), &line);
}
