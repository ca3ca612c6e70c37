//! `K5xx`: Markdown.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static RAW_HTML: Rule = Rule {
    code: "K501",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "窓口は<b>本庁舎1階</b>にある。", right: "窓口は**本庁舎1階**にある。"
    }),
    ja: Words {
        message: "本文に HTML は書けません",
        help: "< と > で囲んだ部分（<b> など）を消し、Markdown で書いてください（強調は **強調** と書きます）。記号としての「<」は「&lt;」か全角の「＜」で書きます",
        meaning: "HTML は、閉じ忘れが一つあるだけでページ全体の形が崩れることがあり、ほかの形のデータにしたときにも邪魔になります。ウェブページから文章を写すと紛れ込むことがあります。表の中で改行するための <br> だけは使えます。",
    },
    en: Words {
        message: "HTML cannot be used in the text",
        help: "remove the tag and use Markdown (**bold**); write a literal “<” as “&lt;”",
        meaning: "One tag left open can upset a whole page, and tags get in the way when the text is used in other formats. They often come along with text copied from a web page. Only <br> for a line break within a table is allowed.",
    },
};

pub(crate) static LINK_SCHEME: Rule = Rule {
    code: "K502",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "[市報4月号](file:///C:/広報/市報4月号.pdf)を見る。",
        right: "[市報4月号](https://www.example.jp/shiho-4.pdf)を見る。",
    }),
    ja: Words {
        message: "「{found}」へのリンクや画像は使えません",
        help: "http、https、mailto、tel で始まるか、このサイトの中のアドレス（/plan/1.html など、/ で始まるもの）にしてください。content/static/ の図.png は /図.png と書きます",
        meaning: "自分のパソコンや庁内の共有フォルダーにあるファイル（C: や file: で始まるもの）は、市民のパソコンからは開けません。「市報.pdf」とだけ書くと、ページの場所によって指す先が変わります。javascript: のように、開いた人に害を与えるおそれのあるアドレスも使えません。",
    },
    en: Words {
        message: "a link or picture at “{found}” is not allowed",
        help: "use http, https, mailto, tel or an address of this site such as /plan/1.html",
        meaning: "Files on your own computer or on a shared drive (C: or file:) cannot be opened by citizens, and a bare file name means something else on every page. Addresses such as javascript:, which can do harm to the person who follows them, are not allowed either.",
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
        meaning: "Anyone who follows the link is told that there is no such page. It happens after a number has been changed or a file removed.",
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
        meaning: "リンクを押すとページは開きますが、行きたい場所ではなくページの先頭が出ます。目標や見出しを消したり、並べ替えたりしたあとに起こります。",
    },
    en: Words {
        message: "the page has no place “#{fragment}”",
        help: "open the page and look for the place’s address; if it is meant, add “allow: [K504]” to the front matter",
        meaning: "The link opens the page at its top instead of at the place that is meant. It happens after targets or headings have been removed or put in another order.",
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
        meaning: "画像を見られない人には、代わりの文が読み上げられます。代わりの文を付けることは、JIS X 8341-3（WCAG 1.1.1）で求められています。",
    },
    en: Words {
        message: "this picture has no alternative text",
        help: "write what it shows between the brackets: “![what it shows](…)”; if it is mere decoration, add “allow: [K505]” to the front matter",
        meaning: "People who cannot see the picture hear its alternative text instead. WCAG 1.1.1 requires it.",
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
        help: "make it one level deeper than the one before (### after ##), the first one ##; if it is meant, add “allow: [K506]” to the front matter",
        meaning: "People who do not see the page learn from the levels of its headings how it is built. Where a level is skipped, something seems to be missing (WCAG 1.3.1).",
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
        meaning: "Screen readers can list the links of a page by their words alone, and a row of “here” tells the listener nothing (WCAG 2.4.4).",
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
        meaning: "片方だけを直したときや、前の年度の文章を写したときに起こります。どちらが正しいかは、元の資料で確かめてください。",
    },
    en: Words {
        message: "{era} is {right}, not {found}",
        help: "mend one of the two; if it is meant, add “allow: [K508]” to the front matter",
        meaning: "It happens when only one of the two was updated, or when a text was copied from an earlier year. Look up in the source which of them is right.",
    },
};

pub(crate) static EMPTY_TARGET: Rule = Rule {
    code: "K509",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "[広報の取組]()を見る。", right: "[広報の取組](/plan/1.html)を見る。"
    }),
    ja: Words {
        message: "リンクや画像の行き先が空です",
        help: "( ) の中にアドレスを書いてください。まだ決まっていなければ、[ ] と ( ) を外して文だけにしてください",
        meaning: "リンクは [広報の取組](/plan/1.html) のように、[ ] の中に文、( ) の中に行き先を書きます。行き先がないと、押しても同じページが開くだけで、画像は表示されません。アドレスをあとから入れるつもりで、忘れたときに起こります。",
    },
    en: Words {
        message: "this link or picture has no address",
        help: "write the address between ( and ); if it is not known yet, take the brackets away and leave the words",
        meaning: "A link has its words between [ and ] and its address between ( and ). Without an address a link opens the page it stands on, and a picture is not shown. It happens when the address was to be filled in later.",
    },
};

pub(crate) static NO_LINK_TEXT: Rule = Rule {
    code: "K510",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "[](/plan/1.html)を見る。", right: "[広報の取組](/plan/1.html)を見る。"
    }),
    ja: Words {
        message: "リンクの文がありません",
        help: "行き先が分かる言葉（ページの題名など）を [ ] の中に書いてください。意図したものなら、ファイルの先頭の項目に「allow: [K510]」と書き足してください",
        meaning: "[ ] の中が空のリンクは、ページのどこにも見えず、押すことができません。読み上げソフトは、代わりにアドレスを読み上げることがあります（JIS X 8341-3、WCAG 2.4.4）。",
    },
    en: Words {
        message: "this link has no words",
        help: "write the name of what is there between [ and ]; if it is meant, add “allow: [K510]” to the front matter",
        meaning: "A link with nothing between its brackets cannot be seen on the page, let alone followed. Screen readers may read its address aloud instead (WCAG 2.4.4).",
    },
};

pub(crate) static OMITTED_LINK: Rule = Rule {
    code: "K511",
    severity: Severity::Error,
    example: Some(Example { wrong: "omit: [print]", right: "omit: [compare]" }),
    ja: Words {
        message: "「{target}」は、site.yaml の omit で省いています",
        help: "omit から「{part}」を消すか、ほかのページへのリンクにしてください",
        meaning: "omit に書いた部分のページやファイルは作られません。そこへのリンクを押した人は「ページが見つかりません」に行き着きます。",
    },
    en: Words {
        message: "“{target}” is in a part of the site that omit in site.yaml leaves out",
        help: "remove “{part}” from omit, or link to another page",
        meaning: "What stands in omit is not made. Anyone who follows a link into it is told that there is no such page.",
    },
};
