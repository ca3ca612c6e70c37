//! `K6xx`: the site.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static TAKEN_ADDRESS: Rule = Rule {
    code: "K601",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "アドレス「{address}」はもう使われています",
        help: "ファイル名を変えてください。assets/ や search/ の中のもの（どちらもサイト自身が使うフォルダーです）は、ほかのフォルダーへ移してください",
        meaning: "アドレスは、ファイルの名前や取組の番号から作られます。サイトが自動で作るページ（404.html など）や、検索エンジンのためのファイル（robots.txt、sitemap.xml、ページが増えると sitemap-1.xml なども）、見た目や検索のためのファイル（assets/ と search/ の中）、書き出しの記録（.keikaku/ の中）と同じアドレスになると、どちらか一方しか公開できません。",
    },
    en: Words {
        message: "the address “{address}” is already taken",
        help: "rename the file; move what is in assets/ or search/, which belong to the site itself, to another folder",
        meaning: "Addresses are made from the names of files and the numbers of initiatives. A page that the site makes by itself, such as 404.html, what search engines ask for (robots.txt, sitemap.xml and, of a large site, sitemap-1.xml and so on), the files of its theme and its search, and the record of what was published (.keikaku/) have theirs already, and one address can show only one thing.",
    },
};

pub(crate) static BAD_PAGE_NAME: Rule = Rule {
    code: "K602",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイル名「{found}.md」はアドレスに使えません",
        help: "ファイル名を半角の英小文字・数字・ハイフンに変えてください（例: about.md）",
        meaning: "pages/ のファイルの名前は、そのままページのアドレスになります。日本語は「%E4%BD%BF…」のような長いアドレスになり、大文字や空白は、サーバーやメールソフトによって正しく開けないことがあります。index.md は、トップページと重なるので使えません。",
    },
    en: Words {
        message: "the file name “{found}.md” cannot be an address",
        help: "rename it with lower-case letters, digits and hyphens, for example about.md",
        meaning: "The name of a file in pages/ becomes the address of its page. Japanese turns into %E4%BD%BF… there, and capitals and spaces cause trouble on some servers and in e-mails. The name index belongs to the home page.",
    },
};

pub(crate) static NO_THEME: Rule = Rule {
    code: "K603",
    severity: Severity::Error,
    example: Some(Example { wrong: "levels: [取組]\ntheme: summer", right: "levels: [取組]" }),
    ja: Words {
        message: "themes/{found} というフォルダーがありません",
        help: "theme の名前を直すか、消してください（消すと、はじめから入っている見た目になります）",
        meaning: "site.yaml の theme には、themes/ の中のフォルダーの名前を書きます。フォルダーの名前を変えたか、別の場所へ移したのかもしれません。",
    },
    en: Words {
        message: "there is no folder themes/{found}",
        help: "mend the name of the theme, or remove it to use the one that is built in",
        meaning: "The theme of site.yaml is the name of a folder in themes/. That folder may have been renamed or moved.",
    },
};
