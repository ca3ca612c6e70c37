//! `K1xx`: files as they are.

use crate::diagnostic::rule::Example;
use crate::diagnostic::{Rule, Severity, Words};

pub(crate) static STRAY_FILE: Rule = Rule {
    code: "K101",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "このファイルは計画のどこにも使われません",
        help: "site.yaml、registers/、plan/、pages/、static/ のどれかの形に直すか、content/ の外へ移してください。ファイル名の最後が .md.txt や .yml になっていないかも確かめてください。画像などは content/static/ に置きます",
        meaning: "content/ の中のファイルは、置き場所と名前で役割が決まります。名前を一字間違えたファイルが、だれも気づかないうちにサイトから抜けることのないように、役割の分からないファイルはすべて知らせます。",
    },
    en: Words {
        message: "this file has no place in a plan",
        help: "give it one of the forms of site.yaml, registers/, plan/, pages/ or static/, or move it out of content/; check whether its name ends in .md.txt or .yml; pictures belong in content/static/",
        meaning: "Where a file lies and what it is called decide what it is for. Without this error, a file with a slip in its name would be left out of the site and nobody would notice.",
    },
};

pub(crate) static NOT_UTF8: Rule = Rule {
    code: "K102",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "文字コードが UTF-8 ではありません",
        help: "文字コードを UTF-8 にして保存し直してください（メモ帳では「名前を付けて保存」の「エンコード」で選びます）",
        meaning: "ファイルの一部が壊れているか、ほかの文字コードの文章が混ざっています。文字を推測して読むと、文字化けしたまま公開されるおそれがあるので、UTF-8 として正しく読めるファイルだけを使います。先頭の目印（BOM）は、あってもなくてもかまいません。",
    },
    en: Words {
        message: "this file is not UTF-8",
        help: "save the file again as UTF-8",
        meaning: "Part of the file is damaged, or text in another encoding got into it. Guessing could put garbled text on the site, so a file is used only if all of it is UTF-8. It may begin with a byte order mark or not.",
    },
};

pub(crate) static TOO_LARGE: Rule = Rule {
    code: "K103",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイルが大きすぎます",
        help: "{limit} MB までにしてください。画像などは content/static/ に置きます",
        meaning: "文章のファイルがこれほど大きくなることは、まずありません。画像や Word、Excel のファイルの拡張子を変えて置いてしまったか、同じ文章を何度も貼り付けてしまったのかもしれません。",
    },
    en: Words {
        message: "this file is too large",
        help: "keep it below {limit} MB; pictures belong in content/static/",
        meaning: "No text of a plan comes anywhere near this size. It may be a picture, or a Word or Excel file, whose ending was changed, or text that was pasted over and over.",
    },
};

pub(crate) static NO_FRONT_MATTER: Rule = Rule {
    code: "K104",
    severity: Severity::Error,
    example: Some(Example { wrong: "# 広報", right: "---\ntitle: 広報\nnumber: 1\n---" }),
    ja: Words {
        message: "ファイルの先頭に「---」の行がありません",
        help: "1行目に「---」とだけ書き、項目を続け、もう一度「---」の行で閉じてください",
        meaning: "plan/ と pages/ のファイルは、先頭の「---」から次の「---」までに題名や番号などの項目を書き、その後ろに本文を書きます。「---」の上に空行や見出しがあると、そこから項目が始まることが分かりません。",
    },
    en: Words {
        message: "the file does not begin with a line “---”",
        help: "write “---” alone on the first line, then the keys, then “---” again",
        meaning: "Every file in plan/ and pages/ begins with its keys (title, number and so on) between two lines “---”; the text follows. A blank line or a heading above the first of them hides that beginning.",
    },
};

pub(crate) static OPEN_FRONT_MATTER: Rule = Rule {
    code: "K105",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "---\ntitle: 広報\nnumber: 1\n\n市民に伝える。",
        right: "---\ntitle: 広報\nnumber: 1\n---\n\n市民に伝える。",
    }),
    ja: Words {
        message: "「---」で始まった項目が閉じられていません",
        help: "項目の終わりに「---」だけの行を入れてください",
        meaning: "閉じる「---」がないと、どこまでが項目で、どこからが本文なのかが決まりません。項目を書き足したり消したりするうちに、この行まで消してしまうことがあります。",
    },
    en: Words {
        message: "the front matter is not closed",
        help: "put a line “---” after the last key",
        meaning: "Without the closing line, nobody can tell where the keys end and the text begins. It is easily deleted along with the last key.",
    },
};

pub(crate) static PRIVATE_CHARACTER: Rule = Rule {
    code: "K106",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "外字（U+{code}）は他の人の画面では読めません",
        help: "通常の文字に直してください",
        meaning: "外字は、その字を登録したパソコンでしか見えません。市民の画面では空白や「□」、まったく別の字になり、読み上げもされません。人名や地名の珍しい漢字も、今ではたいてい普通の文字として入力できるので、IME パッドなどで探してください。",
    },
    en: Words {
        message: "the private-use character U+{code} cannot be read on other screens",
        help: "replace it with an ordinary character",
        meaning: "Such a character (外字) can be seen only on the computer where it was registered. Everybody else gets a blank, a box or another character, and screen readers skip it. Most rare kanji in names can be typed as ordinary characters today: look for them in the IME Pad.",
    },
};

pub(crate) static CONTROL_CHARACTER: Rule = Rule {
    code: "K107",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "目に見えない制御文字（U+{code}）が入っています",
        help: "その文字を消してください",
        meaning: "ほかのソフトから文章を貼り付けたときや、ファイルが壊れたときに紛れ込みます。目には見えなくても、ページの表示や検索、読み上げの妨げになります。",
    },
    en: Words {
        message: "there is an invisible control character (U+{code}) here",
        help: "remove it",
        meaning: "It slips in when text is pasted from another program or when a file is damaged. Although it cannot be seen, it gets in the way when the page is shown, searched or read aloud.",
    },
};
