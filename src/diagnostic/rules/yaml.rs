//! `K2xx`: YAML.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNREADABLE_YAML: Rule = Rule {
    code: "K201",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "number: 1\n市民に伝わる市報\nsdgs: [\"17\"]",
        right: "number: 1\nvision: 市民に伝わる市報\nsdgs: [\"17\"]",
    }),
    ja: Words {
        message: "この行を YAML として読めません",
        help: "半角のコロンと空白で「キー: 値」と書いてください。前の行の値の続きなら、半角の空白で字下げするか、前の行につなげます",
        meaning: "「---」の間の項目、site.yaml、registers/ のファイルは、YAML という決まりに沿って書きます。コロンのない行や字下げのずれた行があると、どの項目に何を書いたのかが決まりません。長い文を途中で改行したときにもよく起こります。",
    },
    en: Words {
        message: "this cannot be read as YAML ({detail})",
        help: "write it as “key: value”, with a colon and a space; if it belongs to the value above, indent it with spaces or join the two lines",
        meaning: "The keys between the lines “---”, site.yaml and the registers are written in YAML. Where a line has no colon or is indented differently, nobody can tell which key it belongs to. It often happens when a long text is broken into two lines.",
    },
};

pub(crate) static ANCHOR: Rule = Rule {
    code: "K202",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: *重点*の広報", right: "title: \"*重点*の広報\"" }),
    ja: Words {
        message: "「&」「*」で始まる値（YAML の参照）は使えません",
        help: "記号から始まる文字列なら、引用符 \" \" で囲んでください",
        meaning: "YAML では、値の先頭の「&」と「*」は、ほかの所に書いた値を使い回すための記号です。強調のつもりの「*重点*」も、そう読まれます。使い回しがあるとファイルだけを見ても値が分からなくなるので、計画では使えないことにしています。",
    },
    en: Words {
        message: "anchors and aliases (“&”, “*”) are not allowed",
        help: "if this is text, put it in quotes",
        meaning: "In YAML, “&” and “*” at the start of a value are for using another value again, so *emphasis* there is not read as emphasis. Such references make a file hard to follow, and a plan does not need them.",
    },
};

pub(crate) static TAG: Rule = Rule {
    code: "K203",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: !new 広報", right: "title: \"!new 広報\"" }),
    ja: Words {
        message: "「!」で始まる値（YAML のタグ）は使えません",
        help: "記号から始まる文字列なら、引用符 \" \" で囲んでください",
        meaning: "YAML では、値の先頭の「!」は値の種類を表す記号です。計画のファイルには要りませんし、題名などのつもりで書いた「!」の後ろの言葉が、文字として読まれなくなります。",
    },
    en: Words {
        message: "tags (“!”) are not allowed",
        help: "if this is text, put it in quotes",
        meaning: "In YAML, “!” at the start of a value says what type the value is. A plan does not need that, and a title such as “!new” would lose its first word.",
    },
};

pub(crate) static SECOND_DOCUMENT: Rule = Rule {
    code: "K204",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: 広報\n...\nnumber: 1", right: "title: 広報\nnumber: 1" }),
    ja: Words {
        message: "項目の途中に文書の区切り（--- や ...）があります",
        help: "区切りの行を消してください",
        meaning: "YAML では、「---」や「...」だけの行から先は別の文書になり、そこに書いた項目が読めません。見た目を区切る線や、省略のしるしのつもりで書いたときに起こります。",
    },
    en: Words {
        message: "a second YAML document begins here",
        help: "remove the separating line",
        meaning: "In YAML, a line of nothing but “---” or “...” ends one document and begins another, and each of these files holds only one. It happens when such a line is meant as a divider or as an ellipsis.",
    },
};

pub(crate) static DUPLICATE_KEY: Rule = Rule {
    code: "K205",
    severity: Severity::Error,
    example: Some(Example { wrong: "number: 1\nnumber: 2", right: "number: 1" }),
    ja: Words {
        message: "「{key}」が二度書かれています",
        help: "どちらか一つにしてください",
        meaning: "同じ項目に値が二つあると、どちらが正しいのか分かりません。ほかのファイルから行を写したときや、古い値を残したまま新しい値を書いたときに起こります。",
    },
    en: Words {
        message: "“{key}” is written twice",
        help: "keep one of the two",
        meaning: "With two values, nobody can tell which is right. It happens when lines are copied from another file, or when a new value is added and the old one is left standing.",
    },
};

pub(crate) static TOO_DEEP: Rule = Rule {
    code: "K206",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        right: "notes: 市報は毎月発行する。",
    }),
    ja: Words {
        message: "入れ子が深すぎます",
        help: "{limit} 段までにしてください",
        meaning: "計画のファイルで、これほど何重にもなることはありません。かっこを打ち続けてしまったか、ほかのソフトが作ったファイルが紛れ込んだのかもしれません。",
    },
    en: Words {
        message: "this is nested too deeply",
        help: "keep it within {limit} levels",
        meaning: "No plan needs so many levels. A bracket may have been typed over and over, or the file may come from another program.",
    },
};

pub(crate) static KEY_NOT_TEXT: Rule = Rule {
    code: "K207",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "[notes]: 市報は毎月発行する。", right: "notes: 市報は毎月発行する。"
    }),
    ja: Words {
        message: "キーが文字列ではありません",
        help: "「キー: 値」の形に直してください",
        meaning: "コロンの左側には、title や number のような項目の名前を書きます。そこにかっこがあると、名前ではなく、値の集まりとして読まれます。",
    },
    en: Words {
        message: "this key is not text",
        help: "write it as “key: value”",
        meaning: "What stands before a colon is the name of a key, such as title or number. Brackets or braces there make it a list or a map, and neither can be a name.",
    },
};

pub(crate) static OPEN_QUOTE: Rule = Rule {
    code: "K208",
    severity: Severity::Error,
    example: Some(Example { wrong: "vision: \"市民に伝わる", right: "vision: \"市民に伝わる\"" }),
    ja: Words {
        message: "引用符が閉じられていません",
        help: "値の終わりに同じ引用符を書いてください",
        meaning: "引用符で始まる値は、同じ引用符が出てくる所まで続きます。閉じ忘れると、後ろの行まで一つの値に入ってしまいます。「\"」で始めた値を「'」で閉じたときにも起こります。",
    },
    en: Words {
        message: "this quotation mark is not closed",
        help: "write the same mark at the end of the value",
        meaning: "A value that begins with a quotation mark goes on until the same mark comes again, however many lines that takes. It also happens when a value begins with \" and ends with '.",
    },
};
