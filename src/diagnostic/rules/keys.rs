//! `K3xx`: keys and their values.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNKNOWN_KEY: Rule = Rule {
    code: "K301",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{key}」というキーはありません", help: "ここに書けるキー: {known}", meaning: ""
    },
    en: Words {
        message: "there is no key “{key}”", help: "keys that can stand here: {known}", meaning: ""
    },
};

pub(crate) static MISSING_KEY: Rule = Rule {
    code: "K302",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{key}」がありません", help: "「{key}: …」を書き足してください", meaning: ""
    },
    en: Words { message: "“{key}” is missing", help: "add “{key}: …”", meaning: "" },
};

pub(crate) static EXPECTED_TEXT: Rule = Rule {
    code: "K303",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ここには一つの文字列を書きます",
        help: "一覧や項目の組ではなく、文字列を一つだけ書いてください",
        meaning: "",
    },
    en: Words {
        message: "this should be a single text",
        help: "write one text, not a list or a map",
        meaning: "",
    },
};

pub(crate) static EMPTY: Rule = Rule {
    code: "K304",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "値が空です",
        help: "値を書いてください。なくてもよい項目なら、消してもかまいません",
        meaning: "",
    },
    en: Words {
        message: "this value is empty",
        help: "write a value; what is not needed can be removed",
        meaning: "",
    },
};

pub(crate) static NOT_A_NUMBER: Rule = Rule {
    code: "K305",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は 1 以上の整数ではありません",
        help: "半角数字で 1、2、3 のように書いてください",
        meaning: "",
    },
    en: Words {
        message: "“{found}” is not a whole number from 1", help: "write 1, 2, 3 …", meaning: ""
    },
};

pub(crate) static NOT_A_BOOL: Rule = Rule {
    code: "K306",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は true でも false でもありません",
        help: "true か false と書いてください",
        meaning: "",
    },
    en: Words {
        message: "“{found}” is neither true nor false", help: "write true or false", meaning: ""
    },
};

pub(crate) static NOT_A_YEAR: Rule = Rule {
    code: "K307",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は年度として読めません",
        help: "西暦で 2027 のように書いてください",
        meaning: "",
    },
    en: Words { message: "“{found}” is not a fiscal year", help: "write it as 2027", meaning: "" },
};

pub(crate) static NOT_A_SPAN: Rule = Rule {
    code: "K308",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は年度または年度の範囲として読めません",
        help: "西暦で 2027 または 2026-2029 のように、早い年度を先に書いてください",
        meaning: "",
    },
    en: Words {
        message: "“{found}” is not a fiscal year or a span of them",
        help: "write 2027 or 2026-2029, the earlier year first",
        meaning: "",
    },
};

pub(crate) static UNKNOWN_CHOICE: Rule = Rule {
    code: "K309",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は選べません",
        help: "次のどれかを書いてください: {known}",
        meaning: "",
    },
    en: Words {
        message: "“{found}” is not one of the choices", help: "write one of: {known}", meaning: ""
    },
};

pub(crate) static BAD_SLUG: Rule = Rule {
    code: "K310",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は使えません",
        help: "半角の英小文字・数字・ハイフンで、index 以外にしてください（例: citizens-affairs）",
        meaning: "",
    },
    en: Words {
        message: "“{found}” cannot be used",
        help: "use lower-case letters, digits and hyphens, and not index: for example citizens-affairs",
        meaning: "",
    },
};

pub(crate) static TWO_SUBJECTS: Rule = Rule {
    code: "K311",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「name」と「text」は一緒に書けません",
        help: "数値目標なら name、文の目標なら text だけを残してください",
        meaning: "",
    },
    en: Words {
        message: "“name” and “text” exclude each other",
        help: "keep name for a measure, text for a sentence",
        meaning: "",
    },
};

pub(crate) static NO_VALUE: Rule = Rule {
    code: "K312",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」に target も baseline もありません",
        help: "目標値を target に、現況値を baseline に書いてください",
        meaning: "",
    },
    en: Words {
        message: "“{name}” has neither a target nor a baseline",
        help: "write the value to be reached as target, the present one as baseline",
        meaning: "",
    },
};

pub(crate) static NOT_A_URL: Rule = Rule {
    code: "K313",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」は URL として使えません",
        help: "https:// から始まる URL を書いてください",
        meaning: "",
    },
    en: Words {
        message: "“{found}” is not an address",
        help: "write an address that begins with https://",
        meaning: "",
    },
};

pub(crate) static PROGRAMS_BESIDE: Rule = Rule {
    code: "K314",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「programs」と「{key}」は一緒に書けません",
        help: "「{key}」を programs のどれかの中へ移してください",
        meaning: "",
    },
    en: Words {
        message: "“programs” and “{key}” exclude each other",
        help: "move “{key}” into one of the programs",
        meaning: "",
    },
};

pub(crate) static EXPECTED_LIST: Rule = Rule {
    code: "K315",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ここには一覧を書きます",
        help: "「[A, B]」のように [ ] で囲むか、1行に一つずつ「- A」と書いてください。一つもないときは「[]」と書きます",
        meaning: "",
    },
    en: Words {
        message: "this should be a list",
        help: "write “[A, B]”, or “- A” on a line each; “[]” if there is none",
        meaning: "",
    },
};

pub(crate) static EXPECTED_MAP: Rule = Rule {
    code: "K316",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ここには「キー: 値」の組を書きます",
        help: "1行に一つずつ「キー: 値」と書いてください",
        meaning: "",
    },
    en: Words { message: "this should be a map", help: "write “key: value” on a line each", meaning: "" },
};

/// A key that cannot be left out stands there without a value.
pub(crate) static NEEDED_BUT_EMPTY: Rule = Rule {
    code: "K317",
    severity: Severity::Error,
    example: Some(Example { wrong: "title:\nnumber: 1", right: "title: 広報\nnumber: 1" }),
    ja: Words {
        message: "「{key}」の値が空です",
        help: "「{key}」は省略できません。{japanese}を書いてください",
        meaning: "ページを作るためになくてはならない項目に、何も書かれていません。項目の行を消しても、\
                  項目がないという別の誤りになります。コロン「:」の後ろに半角の空白を一つ置いて、値を書いてください。",
    },
    en: Words {
        message: "“{key}” has no value",
        help: "“{key}” cannot be left out: write {english}",
        meaning: "A page cannot be made without this key, and nothing stands behind it. Removing the line is no \
                  cure, as the key would then be missing. Write a value behind the colon and a space.",
    },
};

/// The overview of an initiative in its front matter.
pub(crate) static OVERVIEW_IS_BODY: Rule = Rule {
    code: "K318",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "事業概要: 市政情報を市民に伝える。\n---\n",
        right: "---\n市政情報を市民に伝える。\n",
    }),
    ja: Words {
        message: "「{key}」は「---」の間には書きません",
        help: "2つ目の「---」の下に、本文として書いてください",
        meaning: "取組の概要は、ファイルの本文です。「---」と「---」の間には題名や番号などの項目だけを書き、\
                  概要の文章は2つ目の「---」の次の行から書きます。見出しや箇条書きも使えます。",
    },
    en: Words {
        message: "“{key}” does not belong between the lines “---”",
        help: "write it as the text below the second “---”",
        meaning: "The overview of an initiative is the body of its file. Between the two lines “---” stand only keys \
                  such as the title and the number; the overview begins below the second line, and can have headings \
                  and lists.",
    },
};

pub(crate) static RESERVED_SLUG: Rule = Rule {
    code: "K320",
    severity: Severity::Error,
    example: Some(Example { wrong: "slug: con", right: "slug: contract" }),
    ja: Words {
        message: "「{found}」は Windows で使えない名前です",
        help: "con、prn、aux、nul、com1～com9、lpt1～lpt9 ではない名前にしてください（例: {found}-section）",
        meaning: "この名前は、公開するファイルやフォルダーの名前になります。Windows は con、prn、aux、nul、com1～com9、lpt1～lpt9 を\
                  機器の名前として使うため、同じ名前のファイルを作ることも開くこともできません。\
                  職員のパソコンでサイトを作れるように、ほかの名前にします。",
    },
    en: Words {
        message: "Windows cannot have a file named “{found}”",
        help: "use another name than con, prn, aux, nul, com1 to com9, lpt1 to lpt9, for example {found}-section",
        meaning: "This name becomes the name of a file or folder. Windows keeps con, prn, aux, nul, com1 to com9 and \
                  lpt1 to lpt9 for devices, and can neither make nor open a file of that name. Another name lets the \
                  site be made on every machine.",
    },
};

pub(crate) static YOMI_NOT_KANA: Rule = Rule {
    code: "K324",
    severity: Severity::Warning,
    example: Some(Example { wrong: "yomi: 市民課", right: "yomi: しみんか" }),
    ja: Words {
        message: "読みがな「{found}」に、かな以外の文字があります",
        help: "漢字・英字・数字も読みのとおり、ひらがなで書いてください（例: DX戦略課 → でぃーえっくすせんりゃくか）",
        meaning: "所管課の一覧は、読みがなの五十音順に並びます。漢字や英字がまじっていると、正しい順に並びません。\
                  カタカナは、ひらがなと同じに扱います。",
    },
    en: Words {
        message: "the reading “{found}” is not in kana alone",
        help: "write it in hiragana, letters and digits too, as they are read",
        meaning: "Departments are listed in the order of their readings. A reading with ideographs, letters or digits \
                  comes in the wrong place. Katakana is as good as hiragana.",
    },
};
