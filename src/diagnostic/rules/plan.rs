//! `K4xx`: the plan.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNKNOWN_DEPARTMENT: Rule = Rule {
    code: "K401",
    severity: Severity::Error,
    example: Some(Example { wrong: "departments: [広報化]", right: "departments: [広報課]" }),
    ja: Words {
        message: "「{name}」は content/registers/departments.yaml に登録されていません",
        help: "名前を直すか、content/registers/departments.yaml に登録してください",
        meaning: "所管課の名前は、登録（registers）にあるものだけを使います。同じ課が少し違う二つの名前で書かれると、その課の取組が二つの一覧に分かれてしまうからです。組織の変更で名前が変わったときは、登録と取組の両方を直します。",
    },
    en: Words {
        message: "“{name}” is not in content/registers/departments.yaml",
        help: "mend the name or add it to content/registers/departments.yaml",
        meaning: "Departments are taken from a register. If one were written in two ways, its initiatives would be split between two lists. When a department is renamed, both the register and the initiatives that name it have to be changed.",
    },
};

pub(crate) static UNKNOWN_CATEGORY: Rule = Rule {
    code: "K402",
    severity: Severity::Error,
    example: Some(Example { wrong: "less: [子育支援]", right: "less: [子育て支援]" }),
    ja: Words {
        message: "「{name}」は content/registers/less.yaml に登録されていません",
        help: "名前を直すか、content/registers/less.yaml に登録してください",
        meaning: "区分（less）の名前は、登録（registers）にあるものだけを使います。一字違うだけでも別の区分になり、取組が区分ごとの一覧から漏れてしまうからです。",
    },
    en: Words {
        message: "“{name}” is not in content/registers/less.yaml",
        help: "mend the name or add it to content/registers/less.yaml",
        meaning: "Categories (less) are taken from a register. With a single letter changed, it would be another category, and the initiative would be missing from the list where people look for it.",
    },
};

pub(crate) static UNKNOWN_SDGS: Rule = Rule {
    code: "K403",
    severity: Severity::Error,
    example: Some(Example { wrong: "sdgs: [\"17.20\"]", right: "sdgs: [\"17.14\"]" }),
    ja: Words {
        message: "「{name}」という SDGs のターゲットはありません",
        help: "SDGs のターゲットの一覧で番号を確かめ、\"17.14\" や \"11.a\" のように書いてください",
        meaning: "SDGs には 17 の目標と 169 のターゲットがあり、番号は国連が決めています。Excel は 17.10 を 17.1 に変えてしまうので、Excel から写すときは気をつけてください。",
    },
    en: Words {
        message: "there is no SDGs target “{name}”",
        help: "look the number up in the list of SDGs targets, and write it as \"17.14\" or \"11.a\"",
        meaning: "The SDGs have 17 goals and 169 targets, numbered by the United Nations. Be careful when copying from Excel, which turns 17.10 into 17.1.",
    },
};

pub(crate) static DUPLICATE_ID: Rule = Rule {
    code: "K404",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: 公聴\nnumber: 1", right: "title: 公聴\nnumber: 2" }),
    ja: Words {
        message: "番号 {id} は {other} にも使われています",
        help: "number を直してください。コピーして残ったファイルであれば消してください",
        meaning: "番号はページのアドレス（1-1-3 など）になるので、同じ番号が二つあると、一方のページを作れません。ファイルを写して新しい取組を作り、番号を直し忘れたときによく起こります。",
    },
    en: Words {
        message: "the number {id} is already used by {other}",
        help: "change one of the two numbers, or remove the file if it is a copy that was left behind",
        meaning: "Numbers make the addresses of pages (1-1-3), so two files with the same number would become one page. It often happens when a file is copied to start a new initiative and the number is left as it was.",
    },
};

pub(crate) static DUPLICATE_TERM: Rule = Rule {
    code: "K405",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "- {slug: public-relations, name: 広報課}\n- {slug: citizens, name: 広報課}",
        right: "- {slug: public-relations, name: 広報課}",
    }),
    ja: Words {
        message: "「{name}」は二度登録されています",
        help: "どちらかを直すか消してください",
        meaning: "取組のファイルには名前を書き、ページのアドレスには slug を使います。どちらかが二か所にあると、どの課や区分を指すのか分からなくなります。",
    },
    en: Words {
        message: "“{name}” is registered twice",
        help: "change or remove one of the two",
        meaning: "Initiatives refer to an entry by its name, and its slug is the address of its page. If two entries share either of them, nobody can tell which one is meant.",
    },
};

pub(crate) static NO_SECTION: Rule = Rule {
    code: "K406",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "フォルダー {folder} に _index.md がありません",
        help: "フォルダーに _index.md を置き、title と number を書いてください",
        meaning: "plan/ の中のフォルダーは、計画の章や節にあたり、その題名と番号は _index.md から読みます。これがないと、フォルダーの中の取組の番号も決まりません。",
    },
    en: Words {
        message: "the folder {folder} has no _index.md",
        help: "put an _index.md with title and number into the folder",
        meaning: "A folder in plan/ is a section of the plan, and _index.md gives its title and number. Without them, the initiatives in it have no number either.",
    },
};

pub(crate) static WRONG_LEVEL: Rule = Rule {
    code: "K407",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ここは「{level}」を置く深さではありません",
        help: "{place} の形になる所（* はフォルダー）へ移してください。フォルダーを何段重ねるかは site.yaml の levels で決まります",
        meaning: "site.yaml の levels には、計画の段を上から順に書きます。最後の段が取組のファイルで、その上の段はフォルダーです。深さが違うと、番号（1-1-3 など）の形がほかの取組とそろわなくなります。",
    },
    en: Words {
        message: "this is not the depth of “{level}”",
        help: "move it to {place} (each * is a folder), as the levels of site.yaml say",
        meaning: "The levels of site.yaml name the tiers of the plan from the top: the last one is the initiative’s own file, those above it are folders. At another depth, the number (1-1-3) would have more or fewer parts than the others.",
    },
};

pub(crate) static TOO_FAR_DOWN: Rule = Rule {
    code: "K408",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "このフォルダーは site.yaml の levels より深い所にあります",
        help: "levels に段を足すか、フォルダーを上へ移してください",
        meaning: "site.yaml の levels には、計画の段を上から順に書きます。最後の段は取組のファイルなので、フォルダーを重ねられるのはその一つ上の段までです。フォルダーを別のフォルダーの中へ動かしてしまったときにも起こります。",
    },
    en: Words {
        message: "this folder is deeper than the levels of site.yaml",
        help: "add a level or move the folder up",
        meaning: "The levels of site.yaml name the tiers of the plan from the top. The last one is the initiative’s own file, so folders go no deeper than the level above it. It also happens when one folder is dropped into another.",
    },
};

pub(crate) static OUTSIDE_PERIOD: Rule = Rule {
    code: "K409",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "actions: [{name: 市報, schedule: [{2030: 発行}]}]",
        right: "actions: [{name: 市報, schedule: [{2029: 発行}]}]",
    }),
    ja: Words {
        message: "{years} 年度は計画期間（{period} 年度）の外です",
        help: "計画期間の中の年度に直してください",
        meaning: "行動計画の表には計画期間の年度の列しかなく、それより前や後の予定を載せる場所がありません。前の計画から行を写したときや、年度を打ち間違えたときに起こります。期間の外のことは、本文や備考（notes）に書けます。",
    },
    en: Words {
        message: "{years} is outside the plan’s period ({period})",
        help: "use a year of the period",
        meaning: "A schedule has a column for each year of the plan and none for any other. The year may be mistyped or left over from an earlier plan. What happens before or after can be told in the text or in notes.",
    },
};

pub(crate) static OVERLAP: Rule = Rule {
    code: "K410",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "actions: [{name: 市報, schedule: [{2026-2028: 検討, 2028: 発行}]}]",
        right: "actions: [{name: 市報, schedule: [{2026-2027: 検討, 2028: 発行}]}]",
    }),
    ja: Words {
        message: "{years} 年度は、同じ段の前の予定と重なっています",
        help: "年度を直すか、schedule に「- 」で始まる行をもう一つ作ってください",
        meaning: "schedule の「- 」一つが表の1段になります。同じ段には、一つの年度に予定を一つしか置けません。検討と実施が同じ年度に進むときは、段を分けると上下に並んで見えます。",
    },
    en: Words {
        message: "{years} overlaps with an earlier entry of the same lane",
        help: "mend the years or begin another lane",
        meaning: "Each “- ” of a schedule is a lane of the table, with room for one entry a year. If two things really go on in the same year, put them in two lanes, and the page shows one below the other.",
    },
};

pub(crate) static DUPLICATE_WORD: Rule = Rule {
    code: "K411",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "departments: [広報課, 広報課]", right: "departments: [広報課]"
    }),
    ja: Words {
        message: "「{name}」が二度書かれています",
        help: "片方を消してください",
        meaning: "同じ名前を二度書いても、意味は変わりません。行を写して直し忘れたのであれば、書くはずだった別の名前が抜けているかもしれません。",
    },
    en: Words {
        message: "“{name}” is named twice",
        help: "remove one of the two",
        meaning: "Naming something twice adds nothing. If it was copied and not changed, the name that was meant may be missing.",
    },
};

pub(crate) static NO_REGISTER: Rule = Rule {
    code: "K412",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "content/registers/{file}.yaml がありません",
        help: "使っている名前をすべて書いた {file}.yaml を content/registers/ に置いてください（ファイル名の最後が .yaml.txt になっていないか確かめてください）",
        meaning: "所管課（departments）と区分（less）には、登録のファイルにある名前だけを書けます。ファイルがないと、その名前が正しいかどうかを確かめられません。",
    },
    en: Words {
        message: "content/registers/{file}.yaml is missing",
        help: "put a {file}.yaml with all names in use into content/registers/",
        meaning: "Departments and categories have to stand in a register. Without the file, there is nothing to check the names against.",
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
        help: "write the number of the target, as \"17.14\" or \"11.a\"",
        meaning: "The SDGs have 17 goals (17) and 169 targets (17.14), and each target has indicators (17.14.1) by which \
                  its progress is measured. This site sorts initiatives by goals and targets. An indicator's number \
                  without its last part is the number of its target.",
    },
};

pub(crate) static CHANGED_LATER: Rule = Rule {
    code: "K431",
    severity: Severity::Error,
    example: Some(Example { wrong: "updated: 2026-04-01", right: "updated: 2026-11-01" }),
    ja: Words {
        message: "最終更新の日付（{updated}）が、いちばん新しい変更の日付（{newest}）より前です",
        help: "updated を {newest} に直すか、updated の行を消してください（消すと、いちばん新しい変更の日付になります）",
        meaning: "updated は、取組の内容が最後に変わった日としてページに載り、更新のお知らせ（フィード）の順番を決めます。\
                  changes に変更を書き足したとき、updated を直し忘れるとこうなります。",
    },
    en: Words {
        message: "updated ({updated}) is earlier than the day of the newest change ({newest})",
        help: "set updated to {newest}, or remove the line: then it is the day of the newest change",
        meaning: "The page of the initiative says that its content last changed on the day of updated, and feeds are ordered by it. This happens where a change was added to changes and updated was forgotten.",
    },
};
