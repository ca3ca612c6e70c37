//! `K5xx`: Markdown.

use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static RAW_HTML: Rule = Rule {
    code: "K501",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "本文に HTML は書けません",
        help: "Markdown で書いてください。記号としての「<」は「&lt;」か全角の「＜」で書きます",
        meaning: "",
    },
    en: Words {
        message: "HTML cannot be used in the text",
        help: "use Markdown; write a literal “<” as “&lt;”",
        meaning: "",
    },
};

pub(crate) static LINK_SCHEME: Rule = Rule {
    code: "K502",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」へのリンクや画像は使えません",
        help: "http、https、mailto、tel で始まるか、このサイトの中のアドレス（/plan/1.html など、/ で始まるもの）にしてください。content/static/ の図.png は /図.png と書きます",
        meaning: "",
    },
    en: Words {
        message: "a link or picture at “{found}” is not allowed",
        help: "use http, https, mailto, tel or an address of this site such as /plan/1.html",
        meaning: "",
    },
};
