//! `K321`–`K323`: what was meant to quiet a warning.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNKNOWN_ALLOW: Rule = Rule {
    code: "K321",
    severity: Severity::Warning,
    example: Some(Example { wrong: "allow: [K999]", right: "allow: []" }),
    ja: Words {
        message: "「{found}」という番号の決まりはありません",
        help: "警告の [ ] の中の番号（例: K414）を書いてください。要らなければ消してください",
        meaning: "allow には、消したい警告の番号を書きます。番号が違うと、何も消えません。",
    },
    en: Words {
        message: "there is no rule “{found}”",
        help: "write the code in the brackets of a warning, for example K414, or remove it",
        meaning: "allow lists the warnings that are to be quiet. A code that does not exist quiets nothing.",
    },
};

pub(crate) static UNUSED_ALLOW: Rule = Rule {
    code: "K322",
    severity: Severity::Warning,
    example: Some(Example { wrong: "number: 1\nallow: [K505]", right: "number: 1" }),
    ja: Words {
        message: "ここには {found} の警告がありません",
        help: "allow から消してください",
        meaning: "allow は、分かったうえで残しておく警告のためのものです。原因を直したあとも書いたままだと、次に同じ間違いをしたときに気づけません。",
    },
    en: Words {
        message: "there is no warning {found} here",
        help: "take it out of allow",
        meaning: "allow is for warnings that you have looked at and decided to keep. Left behind after the cause is gone, it would hide the next mistake of that kind.",
    },
};

pub(crate) static ALLOWED_ERROR: Rule = Rule {
    code: "K323",
    severity: Severity::Warning,
    example: Some(Example { wrong: "number: 1\nallow: [K305]", right: "number: 1" }),
    ja: Words {
        message: "{found} はエラーなので、allow では消せません",
        help: "allow から消し、エラーを直してください",
        meaning: "エラーは、直すまでサイトを作れない間違いです。allow で消せるのは、これでよいかどうかを尋ねる警告だけです。",
    },
    en: Words {
        message: "{found} is an error and cannot be allowed",
        help: "take it out of allow and mend the error",
        meaning: "No site can be made while there is an error. Only warnings, which ask whether something is meant, can be quieted.",
    },
};
