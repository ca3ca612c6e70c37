//! `K5xx`: Markdown.

use crate::diagnostic::{Rule, Words};

pub(crate) static RAW_HTML: Rule = Rule {
    code: "K501",
    ja: Words {
        message: "本文に HTML は書けません",
        help: "Markdown で書いてください。記号としての「<」は「&lt;」か全角の「＜」で書きます",
    },
    en: Words {
        message: "HTML cannot be used in the text",
        help: "use Markdown; write a literal “<” as “&lt;”",
    },
};

pub(crate) static LINK_SCHEME: Rule = Rule {
    code: "K502",
    ja: Words {
        message: "「{found}」へのリンクは使えません",
        help: "http、https、mailto、tel で始まるか、このサイトの中のアドレス（/plan/1.html など）にしてください",
    },
    en: Words {
        message: "a link to “{found}” is not allowed",
        help: "use http, https, mailto, tel or an address of this site such as /plan/1.html",
    },
};

pub(crate) static PRIVATE_CHARACTER: Rule = Rule {
    code: "K503",
    ja: Words {
        message: "外字（U+{code}）は他の人の画面では読めません", help: "通常の文字に直してください"
    },
    en: Words {
        message: "the private-use character U+{code} cannot be read on other screens",
        help: "replace it with an ordinary character",
    },
};
