//! `K6xx`: the site.

use crate::diagnostic::rule::Example;
use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static TAKEN_ADDRESS: Rule = Rule {
    code: "K601",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "アドレス「{address}」はもう使われています",
        help: "ファイル名を変えてください",
        meaning: "",
    },
    en: Words {
        message: "the address “{address}” is already taken", help: "rename the file", meaning: ""
    },
};

pub(crate) static BAD_PAGE_NAME: Rule = Rule {
    code: "K602",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイル名「{found}.md」はアドレスに使えません",
        help: "ファイル名を半角の英小文字・数字・ハイフンに変えてください（例: about.md）",
        meaning: "",
    },
    en: Words {
        message: "the file name “{found}.md” cannot be an address",
        help: "rename it with lower-case letters, digits and hyphens, for example about.md",
        meaning: "",
    },
};

pub(crate) static NO_THEME: Rule = Rule {
    code: "K603",
    severity: Severity::Error,
    example: Some(Example { wrong: "levels: [取組]\ntheme: summer", right: "levels: [取組]" }),
    ja: Words {
        message: "themes/{found} というフォルダーがありません",
        help: "theme の名前を直すか、消してください（消すと、はじめから入っている見た目になります）",
        meaning: "site.yaml の theme は、themes/ の中のフォルダーの名前です。",
    },
    en: Words {
        message: "there is no folder themes/{found}",
        help: "mend the name of the theme, or remove it to use the one that is built in",
        meaning: "The theme of site.yaml is the name of a folder in themes/.",
    },
};
