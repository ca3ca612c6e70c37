//! `K1xx`: files as they are.

use crate::diagnostic::rule::Example;
use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static STRAY_FILE: Rule = Rule {
    code: "K101",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "このファイルは計画のどこにも使われません",
        help: "site.yaml、registers/、plan/、pages/、static/ のどれかの形に直すか、content/ の外へ移してください。ファイル名の最後が .md.txt や .yml になっていないかも確かめてください。画像などは content/static/ に置きます",
        meaning: "",
    },
    en: Words {
        message: "this file has no place in a plan",
        help: "give it one of the forms of site.yaml, registers/, plan/, pages/ or static/, or move it out of content/; look whether its name ends in .md.txt or .yml; pictures belong into content/static/",
        meaning: "",
    },
};

pub(crate) static NOT_UTF8: Rule = Rule {
    code: "K102",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "文字コードが UTF-8 ではありません",
        help: "文字コードを UTF-8 にして保存し直してください（メモ帳では「名前を付けて保存」の「エンコード」で選びます）",
        meaning: "",
    },
    en: Words { message: "this file is not UTF-8", help: "save the file again as UTF-8", meaning: "" },
};

pub(crate) static TOO_LARGE: Rule = Rule {
    code: "K103",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイルが大きすぎます",
        help: "{limit} MB までにしてください。画像などは content/static/ に置きます",
        meaning: "",
    },
    en: Words {
        message: "this file is too large",
        help: "keep it below {limit} MB; pictures belong into content/static/",
        meaning: "",
    },
};

pub(crate) static NO_FRONT_MATTER: Rule = Rule {
    code: "K104",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイルの先頭に「---」の行がありません",
        help: "1行目に「---」とだけ書き、項目を続け、もう一度「---」の行で閉じてください",
        meaning: "",
    },
    en: Words {
        message: "the file does not begin with a line “---”",
        help: "write “---” alone on the first line, then the keys, then “---” again",
        meaning: "",
    },
};

pub(crate) static OPEN_FRONT_MATTER: Rule = Rule {
    code: "K105",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「---」で始まった項目が閉じられていません",
        help: "項目の終わりに「---」だけの行を入れてください",
        meaning: "",
    },
    en: Words {
        message: "the front matter is not closed",
        help: "put a line “---” behind the last key",
        meaning: "",
    },
};

pub(crate) static PRIVATE_CHARACTER: Rule = Rule {
    code: "K106",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "外字（U+{code}）は他の人の画面では読めません",
        help: "通常の文字に直してください",
        meaning: "",
    },
    en: Words {
        message: "the private-use character U+{code} cannot be read on other screens",
        help: "replace it with an ordinary character",
        meaning: "",
    },
};

pub(crate) static CONTROL_CHARACTER: Rule = Rule {
    code: "K107",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "目に見えない制御文字（U+{code}）が入っています",
        help: "その文字を消してください",
        meaning: "",
    },
    en: Words {
        message: "there is an invisible control character (U+{code}) here",
        help: "remove it",
        meaning: "",
    },
};

pub(crate) static MEANT_FENCE: Rule = Rule {
    code: "K109",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "title: 広報\nnumber: 1\nーーー\n",
        right: "title: 広報\nnumber: 1\n---\n",
    }),
    ja: Words {
        message: "この行は「---」ではありません",
        help: "行の初めから半角の横棒を三つ、「---」とだけ書いてください",
        meaning: "項目の始まりと終わりは、半角の横棒を三つだけ並べた行で示します。全角の横棒や長音記号、三つより多い横棒では、見た目が似ていても区切りになりません。",
    },
    en: Words {
        message: "this line is not “---”",
        help: "write three plain dashes, “---”, and nothing else",
        meaning: "The keys at the beginning of a file stand between two lines of exactly three plain dashes. Full-width dashes, or more or fewer of them, look alike and mean nothing.",
    },
};
