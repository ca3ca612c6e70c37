//! `K414`–`K419`: what looks odd in the plan as a whole.

use crate::diagnostic::rule::Example;
use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static GAP: Rule = Rule {
    code: "K414",
    severity: Severity::Warning,
    example: Some(Example { wrong: "number: 3", right: "number: 2" }),
    ja: Words {
        message: "番号 {missing} がありません",
        help: "抜けた番号のファイルが消えていないか確かめてください。欠番なら、次の番号のファイルの先頭の項目に「allow: [K414]」と書き足してください",
        meaning: "同じ見出しの中の番号が、1 から順に並んでいません。ファイルを消したり、番号を書き間違えたりすると起こります。番号は引用やアドレスに使われるので、ほかの取組の番号を詰め直す前に、元の計画と照らし合わせてください。",
    },
    en: Words {
        message: "number {missing} is missing",
        help: "look whether its file was lost; if the number is left out on purpose, add “allow: [K414]” to the front matter of the next one",
        meaning: "The numbers within a section do not run from 1 without a gap: a file was lost, or a number mistyped. Numbers are cited and make addresses, so compare with the plan before you renumber.",
    },
};

pub(crate) static EMPTY_SECTION: Rule = Rule {
    code: "K415",
    severity: Severity::Warning,
    example: None,
    ja: Words {
        message: "「{title}」には取組が一つもありません",
        help: "取組のファイルを入れるか、フォルダーごと消してください。意図したものなら、ファイルの先頭の項目に「allow: [K415]」と書き足してください",
        meaning: "見出しのページはできますが、開いても何も載っていません。取組のファイルを別のフォルダーに入れてしまったときにも起こります。",
    },
    en: Words {
        message: "there is no initiative in “{title}”",
        help: "put one in or remove the folder; if it is meant, add “allow: [K415]” to the front matter",
        meaning: "The section gets a page with nothing on it. It also happens when files were put into another folder.",
    },
};

pub(crate) static FOREIGN_DEPARTMENT: Rule = Rule {
    code: "K416",
    severity: Severity::Warning,
    example: Some(Example { wrong: "    departments: [秘書室]", right: "    departments: [広報課]" }),
    ja: Words {
        message: "「{name}」は、この取組全体の departments にありません",
        help: "全体の departments にも書き足してください。意図したものなら、ファイルの先頭の項目に「allow: [K416]」と書き足してください",
        meaning: "事業（programs）の所管課が、その事業を含む取組全体の所管課に挙がっていません。取組の所管課を見る人には、この課が関わっていることが分かりません。",
    },
    en: Words {
        message: "“{name}” is not among the departments of the initiative",
        help: "add it to the departments of the whole; if it is meant, add “allow: [K416]” to the front matter",
        meaning: "A department in charge of a programme is not named by the initiative that the programme is a part of, so who looks at the initiative does not learn of it.",
    },
};

pub(crate) static UNUSED_TERM: Rule = Rule {
    code: "K417",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "- {slug: public-relations, name: 広報課, yomi: こうほうか}\n- {slug: secretariat, name: 秘書室}",
        right: "- {slug: public-relations, name: 広報課, yomi: こうほうか}",
    }),
    ja: Words {
        message: "「{name}」を使っている取組がありません",
        help: "要らない名前なら登録から消してください。残すなら、site.yaml に「allow: [K417]」と書き足してください",
        meaning: "登録（registers）にある名前が、どの取組にも使われていません。組織の変更で使わなくなったか、取組の側の書き忘れかもしれません。索引には 0 件の項目として載ります。",
    },
    en: Words {
        message: "no initiative uses “{name}”",
        help: "remove it if it is not needed; to keep it, add “allow: [K417]” to site.yaml",
        meaning: "A name of a register is used by no initiative: it is a leftover, or an initiative forgets it. The index shows it with nothing in it.",
    },
};

pub(crate) static PLATFORM_CHARACTER: Rule = Rule {
    code: "K418",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "- {slug: public-relations, name: ㈱広報, yomi: こうほう}",
        right: "- {slug: public-relations, name: (株)広報, yomi: こうほう}",
    }),
    ja: Words {
        message: "「{name}」の「{character}」は機種依存文字です",
        help: "ほかの文字に置き換えてください（㈱ は (株)、① は 1、半角カナは全角カナ）。人名や地名など、その字でなければならないときは site.yaml に「allow: [K418]」と書き足してください",
        meaning: "機器によって違う字に見えたり、読み上げられなかったりする文字です（Windows-31J のうち JIS X 0208 にない文字と半角カナ）。登録の名前は見出し、索引、データに使われるので、どの機器でも読める文字にします。",
    },
    en: Words {
        message: "“{character}” in “{name}” depends on the machine",
        help: "use other characters; where it must be this one, add “allow: [K418]” to site.yaml",
        meaning: "Characters that Windows added to JIS X 0208, and half-width kana, look different or are not read aloud on some machines. Names of registers are used in headings, indexes and data.",
    },
};

pub(crate) static RESULT_OUTSIDE: Rule = Rule {
    code: "K419",
    severity: Severity::Warning,
    example: Some(Example { wrong: "results: {2035: 110件}", right: "results: {2026: 110件}" }),
    ja: Words {
        message: "{year} 年度の実績値は、計画期間（{period} 年度）の外です",
        help: "年度を直してください。意図したものなら、ファイルの先頭の項目に「allow: [K419]」と書き足してください",
        meaning: "実績値の年度が計画期間に入っていません。年度の書き間違いがほとんどです。計画の前の値は baseline に書きます。",
    },
    en: Words {
        message: "a result of {year} is outside of the plan’s period ({period})",
        help: "mend the year; if it is meant, add “allow: [K419]” to the front matter",
        meaning: "The year of a result is not one of the plan’s. A value from before the plan is a baseline.",
    },
};
