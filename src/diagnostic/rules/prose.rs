//! `K5xx`: Markdown.

use crate::diagnostic::rule::Example;
use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static RAW_HTML: Rule = Rule {
    code: "K501",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "本文に HTML は書けません",
        help: "Markdown で書いてください。記号としての「<」は「&lt;」か全角の「＜」で書きます",
        meaning: "",
    },
    en: Words {
        message: "HTML cannot be used in the text",
        help: "use Markdown; write a literal “<” as “&lt;”",
        meaning: "",
    },
};

pub(crate) static LINK_SCHEME: Rule = Rule {
    code: "K502",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{found}」へのリンクや画像は使えません",
        help: "http、https、mailto、tel で始まるか、このサイトの中のアドレス（/plan/1.html など、/ で始まるもの）にしてください。content/static/ の図.png は /図.png と書きます",
        meaning: "",
    },
    en: Words {
        message: "a link or picture at “{found}” is not allowed",
        help: "use http, https, mailto, tel or an address of this site such as /plan/1.html",
        meaning: "",
    },
};

pub(crate) static DEAD_LINK: Rule = Rule {
    code: "K503",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "[広報の取組](/plan/9.html)を見る。",
        right: "[広報の取組](/plan/1.html)を見る。",
    }),
    ja: Words {
        message: "「{target}」というページやファイルは、このサイトにありません",
        help: "アドレスを直してください。取組のページは /plan/番号.html（例: /plan/1-1-3.html）、content/static/ の図.png は /図.png です",
        meaning: "リンクを押した人が「ページが見つかりません」に行き着きます。番号を変えたり、ファイルを消したりしたあとに起こります。",
    },
    en: Words {
        message: "there is no page or file “{target}” on this site",
        help: "mend the address: an initiative is at /plan/NUMBER.html, the file content/static/figure.png at /figure.png",
        meaning: "Who follows the link is told that there is no such page. It happens after a number was changed or a file removed.",
    },
};

pub(crate) static DEAD_FRAGMENT: Rule = Rule {
    code: "K504",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "[広報の目標](#p1-t9)を見る。", right: "[広報の目標](#p1)を見る。"
    }),
    ja: Words {
        message: "リンク先のページに「#{fragment}」という場所がありません",
        help: "ページを開き、行きたい場所のアドレスを確かめてください。意図したものなら、ファイルの先頭の項目に「allow: [K504]」と書き足してください",
        meaning: "リンクを押すとページは開きますが、行きたい場所ではなくページの先頭が出ます。",
    },
    en: Words {
        message: "the page has no place “#{fragment}”",
        help: "open the page and look for the place’s address; if it is meant, add “allow: [K504]” to the front matter",
        meaning: "The link opens the page at its top instead of the place that is meant.",
    },
};

pub(crate) static NO_ALT: Rule = Rule {
    code: "K505",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "![](/figure.png)", right: "![申請から交付までの流れ](/figure.png)"
    }),
    ja: Words {
        message: "画像に代わりの文（代替テキスト）がありません",
        help: "「![何の画像か](…)」のように、画像が伝えることを [ ] の中に書いてください。飾りの画像なら、ファイルの先頭の項目に「allow: [K505]」と書き足してください",
        meaning: "画像を見られない人には、代わりの文が読み上げられます。JIS X 8341-3（WCAG 1.1.1）が求めています。",
    },
    en: Words {
        message: "this picture has no alternative text",
        help: "write what it tells between the brackets: “![what it shows](…)”; if it is mere decoration, add “allow: [K505]” to the front matter",
        meaning: "Who cannot see the picture is read the alternative text instead: WCAG 1.1.1.",
    },
};

pub(crate) static HEADING_JUMP: Rule = Rule {
    code: "K506",
    severity: Severity::Warning,
    example: Some(Example { wrong: "## 背景\n\n#### 経緯", right: "## 背景\n\n### 経緯" }),
    ja: Words {
        message: "見出しの段が飛んでいます",
        help: "前の見出しより一つだけ深くしてください（## の次は ###）。本文の最初の見出しは ## です。意図したものなら、ファイルの先頭の項目に「allow: [K506]」と書き足してください",
        meaning: "画面を見ずに読む人は、見出しの段で話の組み立てをつかみます。段が飛ぶと、間が抜けているように聞こえます（JIS X 8341-3、WCAG 1.3.1）。",
    },
    en: Words {
        message: "this heading skips a level",
        help: "make it one level deeper than the one before (### behind ##), the first one ##; if it is meant, add “allow: [K506]” to the front matter",
        meaning: "Who does not see the page learns its structure from the levels of its headings; a jump sounds as if something were missing (WCAG 1.3.1).",
    },
};

pub(crate) static VAGUE_LINK: Rule = Rule {
    code: "K507",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "広報の取組は[こちら](/plan/1.html)。",
        right: "[広報の取組](/plan/1.html)を見る。",
    }),
    ja: Words {
        message: "リンクの文「{text}」だけでは、どこへ行くのか分かりません",
        help: "行き先が分かる言葉（ページの題名など）をリンクにしてください。意図したものなら、ファイルの先頭の項目に「allow: [K507]」と書き足してください",
        meaning: "読み上げソフトには、リンクの文だけを順に聞く使い方があります。「こちら」が並ぶと、どれがどれか分かりません（JIS X 8341-3、WCAG 2.4.4）。",
    },
    en: Words {
        message: "the words of the link, “{text}”, do not say where it leads",
        help: "make the name of what is there the link; if it is meant, add “allow: [K507]” to the front matter",
        meaning: "Screen readers list the links of a page by their words; a row of “here” tells nothing (WCAG 2.4.4).",
    },
};

pub(crate) static ERA_MISMATCH: Rule = Rule {
    code: "K508",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "令和8（2027）年度に始める。", right: "令和9（2027）年度に始める。"
    }),
    ja: Words {
        message: "{era}は西暦 {right} 年です（{found} 年ではありません）",
        help: "どちらかの年を直してください。意図したものなら、ファイルの先頭の項目に「allow: [K508]」と書き足してください",
        meaning: "元号の年と西暦の年が合っていません。どちらが正しいか、元の資料で確かめてください。",
    },
    en: Words {
        message: "{era} is {right}, not {found}",
        help: "mend one of the two; if it is meant, add “allow: [K508]” to the front matter",
        meaning: "The year of the era and the western year beside it are different years.",
    },
};
