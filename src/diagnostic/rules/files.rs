//! `K1xx`: files as they are.

use crate::diagnostic::{Rule, Words};

pub(crate) static STRAY_FILE: Rule = Rule {
    code: "K101",
    ja: Words {
        message: "このファイルは計画のどこにも使われません",
        help: "site.yaml、registers/、plan/、pages/、static/ のどれかの形に直すか、content/ の外へ移してください",
    },
    en: Words {
        message: "this file has no place in a plan",
        help: "give it one of the forms of site.yaml, registers/, plan/, pages/ or static/, or move it out of content/",
    },
};

pub(crate) static NOT_UTF8: Rule = Rule {
    code: "K102",
    ja: Words {
        message: "文字コードが UTF-8 ではありません",
        help: "文字コードを UTF-8 にして保存し直してください",
    },
    en: Words { message: "this file is not UTF-8", help: "save the file again as UTF-8" },
};

pub(crate) static TOO_LARGE: Rule = Rule {
    code: "K103",
    ja: Words {
        message: "ファイルが大きすぎます（{size} バイト）",
        help: "{limit} バイトまでにしてください。画像などは content/static/ に置きます",
    },
    en: Words {
        message: "this file is too large ({size} bytes)",
        help: "keep it below {limit} bytes; pictures belong into content/static/",
    },
};

pub(crate) static NO_FRONT_MATTER: Rule = Rule {
    code: "K104",
    ja: Words {
        message: "ファイルの先頭に「---」の行がありません",
        help: "1行目に「---」とだけ書き、項目を続け、もう一度「---」の行で閉じてください",
    },
    en: Words {
        message: "the file does not begin with a line “---”",
        help: "write “---” alone on the first line, then the keys, then “---” again",
    },
};

pub(crate) static OPEN_FRONT_MATTER: Rule = Rule {
    code: "K105",
    ja: Words {
        message: "「---」で始まった項目が閉じられていません",
        help: "項目の終わりに「---」だけの行を入れてください",
    },
    en: Words { message: "the front matter is not closed", help: "put a line “---” behind the last key" },
};
