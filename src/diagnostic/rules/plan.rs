//! `K4xx`: the plan.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNKNOWN_DEPARTMENT: Rule = Rule {
    code: "K401",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」は content/registers/departments.yaml に登録されていません",
        help: "名前を直すか、content/registers/departments.yaml に登録してください",
        meaning: "",
    },
    en: Words {
        message: "“{name}” is not in content/registers/departments.yaml",
        help: "mend the name or add it to content/registers/departments.yaml",
        meaning: "",
    },
};

pub(crate) static UNKNOWN_CATEGORY: Rule = Rule {
    code: "K402",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」は content/registers/less.yaml に登録されていません",
        help: "名前を直すか、content/registers/less.yaml に登録してください",
        meaning: "",
    },
    en: Words {
        message: "“{name}” is not in content/registers/less.yaml",
        help: "mend the name or add it to content/registers/less.yaml",
        meaning: "",
    },
};

pub(crate) static UNKNOWN_SDGS: Rule = Rule {
    code: "K403",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」という SDGs のターゲットはありません",
        help: "\"17.14\" や \"11.a\" のように書いてください",
        meaning: "",
    },
    en: Words {
        message: "there is no SDGs target “{name}”",
        help: "write it as \"17.14\" or \"11.a\"",
        meaning: "",
    },
};

pub(crate) static DUPLICATE_ID: Rule = Rule {
    code: "K404",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "番号 {id} は {other} にも使われています",
        help: "number を直してください。コピーして残ったファイルであれば消してください",
        meaning: "",
    },
    en: Words {
        message: "the number {id} is also that of {other}",
        help: "change one of the two numbers, or remove the file if it is a copy that was left behind",
        meaning: "",
    },
};

pub(crate) static DUPLICATE_TERM: Rule = Rule {
    code: "K405",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」は二度登録されています",
        help: "どちらかを直すか消してください",
        meaning: "",
    },
    en: Words {
        message: "“{name}” is registered twice",
        help: "change or remove one of the two",
        meaning: "",
    },
};

pub(crate) static NO_SECTION: Rule = Rule {
    code: "K406",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "フォルダー {folder} に _index.md がありません",
        help: "フォルダーに _index.md を置き、title と number を書いてください",
        meaning: "",
    },
    en: Words {
        message: "the folder {folder} has no _index.md",
        help: "put an _index.md with title and number into the folder",
        meaning: "",
    },
};

pub(crate) static WRONG_LEVEL: Rule = Rule {
    code: "K407",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ここは「{level}」を置く深さではありません",
        help: "site.yaml の levels に合わせて {place} の深さに移してください",
        meaning: "",
    },
    en: Words {
        message: "this is not the depth of “{level}”",
        help: "move it to the depth of {place}, as the levels of site.yaml say",
        meaning: "",
    },
};

pub(crate) static TOO_FAR_DOWN: Rule = Rule {
    code: "K408",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "このフォルダーは site.yaml の levels より深い所にあります",
        help: "levels に段を足すか、フォルダーを上へ移してください",
        meaning: "",
    },
    en: Words {
        message: "this folder is deeper than the levels of site.yaml",
        help: "add a level or move the folder up",
        meaning: "",
    },
};

pub(crate) static OUTSIDE_PERIOD: Rule = Rule {
    code: "K409",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "{years} 年度は計画期間（{period} 年度）の外です",
        help: "計画期間の中の年度に直してください",
        meaning: "",
    },
    en: Words {
        message: "{years} is outside of the plan's period ({period})",
        help: "use a year of the period",
        meaning: "",
    },
};

pub(crate) static OVERLAP: Rule = Rule {
    code: "K410",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "{years} 年度は、同じ段の前の予定と重なっています",
        help: "年度を直すか、schedule に「- 」で始まる行をもう一つ作ってください",
        meaning: "",
    },
    en: Words {
        message: "{years} overlaps with what stands before it in the same lane",
        help: "mend the years or begin another lane",
        meaning: "",
    },
};

pub(crate) static DUPLICATE_WORD: Rule = Rule {
    code: "K411",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」が二度書かれています", help: "片方を消してください", meaning: ""
    },
    en: Words { message: "“{name}” is named twice", help: "remove one of the two", meaning: "" },
};

pub(crate) static NO_REGISTER: Rule = Rule {
    code: "K412",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "content/registers/{file}.yaml がありません",
        help: "使っている名前をすべて書いた {file}.yaml を content/registers/ に置いてください（ファイル名の最後が .yaml.txt になっていないか確かめてください）",
        meaning: "",
    },
    en: Words {
        message: "content/registers/{file}.yaml is missing",
        help: "put a {file}.yaml with all names in use into content/registers/",
        meaning: "",
    },
};

pub(crate) static SDGS_INDICATOR: Rule = Rule {
    code: "K413",
    severity: Severity::Error,
    example: Some(Example { wrong: "sdgs: [\"5.5.1\"]", right: "sdgs: [\"5.5\"]" }),
    ja: Words {
        message: "「{name}」は SDGs の指標（インディケーター）の番号です",
        help: "指標ではなく、ターゲットの番号を \"17.14\" や \"11.a\" のように書いてください",
        meaning: "SDGs には 17 の目標（17）、169 のターゲット（17.14）があり、ターゲットごとに進み具合を測る指標（17.14.1）が\
                  決められています。このサイトでは、取組を目標とターゲットで分類しています。\
                  指標の番号から最後の数字を除くと、ターゲットの番号になります。",
    },
    en: Words {
        message: "“{name}” is an indicator of the SDGs, not a target",
        help: "write the target's number, as \"17.14\" or \"11.a\"",
        meaning: "The SDGs have 17 goals (17) and 169 targets (17.14), and each target has indicators (17.14.1) by which \
                  its progress is measured. This site sorts initiatives by goals and targets. An indicator's number \
                  without its last part is the number of its target.",
    },
};

pub(crate) static UNKNOWN_COMPARATOR: Rule = Rule {
    code: "K428",
    severity: Severity::Warning,
    example: Some(Example { wrong: "target: 10％末満", right: "target: 10％未満" }),
    ja: Words {
        message: "「{found}」の「以上」「未満」などが書き誤りのようです",
        help: "以上・以下・以内・未満・超・を超える・を上回る・を下回る、または ≧ ≦ のどれかで書いてください",
        meaning: "目標値の「以上」「以下」「未満」などは、プログラムも読み取って、公開するデータに入れます。\
                  漢字の変換を誤ったり、かなで書いたりすると、単位の一部とみなされ、読み取れません。\
                  ページには、書いたとおりの文字がそのまま載ります。",
    },
    en: Words {
        message: "the comparator of “{found}” seems to be misspelt",
        help: "write 以上, 以下, 以内, 未満, 超, を超える, を上回る, を下回る, or ≧ and ≦",
        meaning: "Words such as 以上 (at least) and 未満 (less than) are read by the program and go into the published \
                  data. One that is misspelt, or written in kana, is taken for a part of the unit. The page shows \
                  the value as it was written.",
    },
};
