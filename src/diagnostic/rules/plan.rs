//! `K4xx`: the plan.

use crate::diagnostic::{Rule, Severity, Words};

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
