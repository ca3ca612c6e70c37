//! `K6xx`: the site.

use crate::diagnostic::{Rule, Words};

pub(crate) static TAKEN_ADDRESS: Rule = Rule {
    code: "K601",
    ja: Words {
        message: "アドレス「{address}」はもう使われています", help: "ファイル名を変えてください"
    },
    en: Words { message: "the address “{address}” is already taken", help: "rename the file" },
};
