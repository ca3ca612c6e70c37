//! `K2xx`: YAML.

use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static UNREADABLE_YAML: Rule = Rule {
    code: "K201",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "この行を YAML として読めません",
        help: "半角のコロンと空白（キー: 値）と、半角の空白での字下げを確かめてください。「: 」や「 #」を含む値は引用符 \" \" で囲みます",
        meaning: "",
    },
    en: Words {
        message: "this cannot be read as YAML ({detail})",
        help: "look at the colon and space (key: value) and the indentation; put a value with “: ” or “ #” in it into quotes",
        meaning: "",
    },
};

pub(crate) static ANCHOR: Rule = Rule {
    code: "K202",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「&」「*」で始まる値（YAML の参照）は使えません",
        help: "記号から始まる文字列なら、引用符 \" \" で囲んでください",
        meaning: "",
    },
    en: Words {
        message: "anchors and aliases (“&”, “*”) are not allowed",
        help: "if this is text, put it in quotes",
        meaning: "",
    },
};

pub(crate) static TAG: Rule = Rule {
    code: "K203",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「!」で始まる値（YAML のタグ）は使えません",
        help: "記号から始まる文字列なら、引用符 \" \" で囲んでください",
        meaning: "",
    },
    en: Words {
        message: "tags (“!”) are not allowed",
        help: "if this is text, put it in quotes",
        meaning: "",
    },
};

pub(crate) static SECOND_DOCUMENT: Rule = Rule {
    code: "K204",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "項目の途中に文書の区切り（--- や ...）があります",
        help: "区切りの行を消してください",
        meaning: "",
    },
    en: Words {
        message: "a second YAML document begins here",
        help: "remove the separating line",
        meaning: "",
    },
};

pub(crate) static DUPLICATE_KEY: Rule = Rule {
    code: "K205",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{key}」が二度書かれています", help: "どちらか一つにしてください", meaning: ""
    },
    en: Words { message: "“{key}” is written twice", help: "keep one of the two", meaning: "" },
};

pub(crate) static TOO_DEEP: Rule = Rule {
    code: "K206",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "入れ子が深すぎます", help: "{limit} 段までにしてください", meaning: ""
    },
    en: Words { message: "this is nested too deeply", help: "keep it within {limit} levels", meaning: "" },
};

pub(crate) static KEY_NOT_TEXT: Rule = Rule {
    code: "K207",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "キーが文字列ではありません",
        help: "「キー: 値」の形に直してください",
        meaning: "",
    },
    en: Words { message: "this key is not text", help: "write it as “key: value”", meaning: "" },
};

pub(crate) static OPEN_QUOTE: Rule = Rule {
    code: "K208",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "引用符が閉じられていません",
        help: "値の終わりに同じ引用符を書いてください",
        meaning: "",
    },
    en: Words {
        message: "this quotation mark is not closed",
        help: "write the same mark at the end of the value",
        meaning: "",
    },
};

pub(crate) static TAB: Rule = Rule {
    code: "K209",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "字下げにタブが使われています",
        help: "タブを半角の空白に直してください",
        meaning: "",
    },
    en: Words { message: "a tab is used for indentation", help: "use spaces instead", meaning: "" },
};

pub(crate) static CUT_OFF: Rule = Rule {
    code: "K210",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「 #」から後ろは読まれません",
        help: "値の一部なら、値の全体を引用符 \" \" で囲んでください。覚え書きなら「# 」のように後ろに空白を入れます",
        meaning: "",
    },
    en: Words {
        message: "what stands behind “ #” is not read",
        help: "if it belongs to the value, put the whole value into quotes; a comment has a space behind the “#”",
        meaning: "",
    },
};

pub(crate) static WIDE_COLON: Rule = Rule {
    code: "K211",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "コロンが全角（：）です",
        help: "半角のコロンと空白（: ）に直してください",
        meaning: "",
    },
    en: Words {
        message: "this colon is full-width",
        help: "write “: ” with a half-width colon and a space",
        meaning: "",
    },
};

pub(crate) static NO_SPACE: Rule = Rule {
    code: "K212",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "コロンの後ろに空白がありません",
        help: "「キー: 値」のように、コロンの後ろに半角の空白を入れてください",
        meaning: "",
    },
    en: Words { message: "there is no space behind the colon", help: "write “key: value”", meaning: "" },
};

pub(crate) static WIDE_SPACE: Rule = Rule {
    code: "K213",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "全角などの空白が使われています", help: "半角の空白に直してください", meaning: ""
    },
    en: Words { message: "this is not an ordinary space", help: "write half-width spaces", meaning: "" },
};
