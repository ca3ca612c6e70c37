//! `K414`–`K418`, `K430`: what looks odd in the plan as a whole.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static GAP: Rule = Rule {
    code: "K414",
    severity: Severity::Warning,
    example: Some(Example { wrong: "number: 3", right: "number: 2" }),
    ja: Words {
        message: "番号 {missing} がありません",
        help: "抜けた番号のファイルが消えていないか確かめてください。欠番なら、次の番号のファイルの先頭の項目に「allow: [K414]」と書き足してください",
        meaning: "同じ章や節の中の番号（章をまたいで続く番号なら計画全体の番号）が、1 から順に並んでいません。ファイルを消したり、番号を打ち間違えたりすると起こります。番号は引用されたり、アドレスに使われたりするので、ほかの取組の番号を詰め直す前に、元の計画と照らし合わせてください。",
    },
    en: Words {
        message: "number {missing} is missing",
        help: "check whether its file was lost; if the number is left out on purpose, add “allow: [K414]” to the front matter of the next one",
        meaning: "The numbers in a section, or of the whole plan if they run on from section to section, should go from 1 without a gap, but a file may have been lost or a number mistyped. People cite these numbers, and addresses are made of them, so compare with the plan as it was adopted before you renumber anything.",
    },
};

pub(crate) static EMPTY_SECTION: Rule = Rule {
    code: "K415",
    severity: Severity::Warning,
    example: None,
    ja: Words {
        message: "「{title}」には取組が一つもありません",
        help: "取組のファイルを入れるか、フォルダーごと消してください。意図したものなら、ファイルの先頭の項目に「allow: [K415]」と書き足してください",
        meaning: "この章や節のページはできますが、開いても取組が載っていません。取組のファイルを別のフォルダーに入れてしまったときにも起こります。",
    },
    en: Words {
        message: "there is no initiative in “{title}”",
        help: "put one in or remove the folder; if it is meant, add “allow: [K415]” to the front matter",
        meaning: "The section gets a page, but no initiative is listed on it. Its files may have been put into another folder by mistake.",
    },
};

pub(crate) static FOREIGN_DEPARTMENT: Rule = Rule {
    code: "K416",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "departments: [広報課]\nprograms:\n  - name: 市報\n    departments: [秘書室]",
        right: "departments: [広報課, 秘書室]\nprograms:\n  - name: 市報\n    departments: [秘書室]",
    }),
    ja: Words {
        message: "「{name}」は、この取組全体の departments にありません",
        help: "全体の departments にも書き足してください。意図したものなら、ファイルの先頭の項目に「allow: [K416]」と書き足してください",
        meaning: "事業（programs）の所管課が、その事業を含む取組全体の所管課に挙がっていません。取組の所管課だけを見る人には、この課が関わっていることが分かりません。",
    },
    en: Words {
        message: "“{name}” is not among the departments of the initiative",
        help: "add it to the departments of the whole; if it is meant, add “allow: [K416]” to the front matter",
        meaning: "A part of the initiative is in the hands of a department that the initiative itself does not name. Readers who look only at the initiative’s own departments do not learn of it.",
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
        meaning: "組織の変更で使わなくなった名前か、取組の側の書き忘れかもしれません。索引には 0 件の項目として載ります。",
    },
    en: Words {
        message: "no initiative uses “{name}”",
        help: "remove it if it is not needed; to keep it, add “allow: [K417]” to site.yaml",
        meaning: "The name may be left over from before a reorganization, or an initiative that should name it does not. The index lists it with no initiatives.",
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
        message: "「{name}」の「{characters}」は機種依存文字です",
        help: "ほかの文字に置き換えてください（㈱ は (株)、① は 1、半角カナは全角カナ）。人名や地名など、その字でなければならないときは site.yaml に「allow: [K418]」と書き足してください",
        meaning: "機器によって違う字に見えたり、読み上げられなかったりする文字です（Windows-31J のうち JIS X 0208 にない文字と半角カナ）。登録の名前は見出し、索引、データに使われるので、どの機器でも読める文字にします。",
    },
    en: Words {
        message: "“{characters}” in “{name}” depends on the machine",
        help: "use other characters; where it must be this one, add “allow: [K418]” to site.yaml",
        meaning: "Characters that Windows added to the Japanese standard (JIS X 0208), and half-width kana, may look different or not be read aloud on other machines. The names of registers appear in headings, indexes and data, so they should be readable everywhere.",
    },
};

pub(crate) static UNTITLED: Rule = Rule {
    code: "K430",
    severity: Severity::Warning,
    example: Some(Example { wrong: "title: 新しい取組", right: "title: 広報の見直し" }),
    ja: Words {
        message: "題名が「{title}」のままです",
        help: "title を取組の名前に書き替えてください。これが本当の題名なら、ファイルの先頭の項目に「allow: [K430]」と書き足してください",
        meaning: "keikaku new は、--title で題名を指定しないと、仮の題名でファイルを作ります。そのままでは、仮の題名が見出しや一覧に載り、検索でも見つかってしまいます。",
    },
    en: Words {
        message: "the title is still “{title}”",
        help: "write what the initiative is called; if this is its title, add “allow: [K430]” to the front matter",
        meaning: "Without --title, keikaku new begins a file with a title that stands for none. Left as it is, it would appear in headings, lists and searches.",
    },
};
