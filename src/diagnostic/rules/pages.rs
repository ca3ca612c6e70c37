//! `K6xx`: the site.

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
