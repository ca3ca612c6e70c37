//! `K1xx`: files as they are.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static STRAY_FILE: Rule = Rule {
    code: "K101",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "このファイルは計画のどこにも使われません",
        help: "content/site.yaml、content/search.yaml、content/redirects.yaml と、registers/、plan/、pages/、static/ の中のファイルのどれかの形に直すか、content/ の外へ移してください。画像などは content/static/ に置きます",
        meaning: "content/ の中のファイルは、置き場所と名前で役割が決まります（検索のことばは content/search.yaml というように）。名前を一字間違えたファイルが、だれも気づかないうちにサイトから抜けることのないように、役割の分からないファイルはすべて知らせます。",
    },
    en: Words {
        message: "this file has no place in a plan",
        help: "give it one of the forms of content/site.yaml, content/search.yaml, content/redirects.yaml, or of what is in registers/, plan/, pages/ or static/, or move it out of content/; pictures belong in content/static/",
        meaning: "Where a file lies and what it is called decide what it is for: what helps those who search is content/search.yaml. Without this error, a file with a slip in its name would be left out of the site and nobody would notice.",
    },
};

pub(crate) static NOT_UTF8: Rule = Rule {
    code: "K102",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "UTF-8 として読めない箇所があります",
        help: "エディターで開いて文字化けしている箇所を直し、文字コードを UTF-8 にして保存し直してください",
        meaning: "ファイルの一部が壊れているか、ほかの文字コードの文章が混ざっています。文字を推測して読むと、文字化けしたまま公開されるおそれがあるので、UTF-8 として正しく読めるファイルだけを使います。先頭の目印（BOM）は、あってもなくてもかまいません。",
    },
    en: Words {
        message: "this is not UTF-8",
        help: "open the file in an editor, mend what is garbled, and save it as UTF-8",
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
        message: "目に見えない文字（U+{code}）が入っています",
        help: "その文字を消してください。見えないので、前後の文字ごと消して打ち直すと確実です",
        meaning: "ほかのソフトから文章を貼り付けたときや、ファイルが壊れたときに紛れ込みます。目には見えなくても、ページの表示や検索、読み上げの妨げになります。",
    },
    en: Words {
        message: "there is an invisible character (U+{code}) here",
        help: "remove it; as it cannot be seen, it is surest to delete the characters on both sides of it too and type them again",
        meaning: "It slips in when text is pasted from another program or when a file is damaged. Although it cannot be seen, it gets in the way when the page is shown, searched or read aloud.",
    },
};

pub(crate) static OTHER_ENCODING: Rule = Rule {
    code: "K108",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "文字コードが {encoding} です",
        help: "文字コードを UTF-8 にして保存し直してください。メモ帳では「名前を付けて保存」の「エンコード」で「UTF-8」を、秀丸エディタでは「名前を付けて保存」の「エンコードの種類」で「Unicode(UTF-8)」を選びます",
        meaning: "文字コードは、文字をファイルに記録するときの方式です。計画のファイルはすべて UTF-8 という方式にそろえます。ほかの方式のファイルは、開くパソコンによって文字化けするためです。",
    },
    en: Words {
        message: "this file is written in {encoding}",
        help: "save it again as UTF-8: in Notepad choose “UTF-8” under “Encoding” in “Save as”, in Hidemaru “Unicode(UTF-8)”",
        meaning: "An encoding is the way in which characters are kept in a file. All files of a plan are kept as UTF-8, because others come out garbled on some machines.",
    },
};

pub(crate) static MEANT_FENCE: Rule = Rule {
    code: "K109",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "title: 広報\nnumber: 1\nーーー\n",
        right: "title: 広報\nnumber: 1\n---\n",
    }),
    ja: Words {
        message: "この行は「---」ではありません",
        help: "行の初めから半角の横棒を三つ、「---」とだけ書いてください",
        meaning: "項目の始まりと終わりは、半角の横棒を三つだけ並べた行で示します。全角の横棒や長音記号、三つより多い横棒では、見た目が似ていても区切りになりません。",
    },
    en: Words {
        message: "this line is not “---”",
        help: "write three plain dashes, “---”, and nothing else",
        meaning: "The keys at the beginning of a file stand between two lines of exactly three plain dashes. Full-width dashes, or more or fewer of them, look alike and mean nothing.",
    },
};

pub(crate) static LINK: Rule = Rule {
    code: "K110",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "content/ の中のファイルを指していないリンクです",
        help: "リンク（シンボリックリンク）を消して、ファイルやフォルダーそのものを置いてください",
        meaning: "シンボリックリンクは、別の場所にあるファイルやフォルダーを指すだけのものです。content/ の外やフォルダーを指すもの、指す先がないものは使えません。ほかのパソコンに移すと中身がなくなり、公開するつもりのないファイルを公開してしまうこともあるためです。",
    },
    en: Words {
        message: "this is a link that leads to no file in content/",
        help: "remove the symbolic link and put the file or folder itself here",
        meaning: "A symbolic link only points at a file or folder elsewhere. One that leads out of content/, to a folder or to nothing cannot be used: on another machine it leads nowhere, and it may publish what was not meant to be public.",
    },
};

pub(crate) static UNHOLDABLE_NAME: Rule = Rule {
    code: "K111",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」という名前は Windows では使えません",
        help: "名前を変えてください。CON・PRN・AUX・NUL・COM1～COM9・LPT1～LPT9（後ろに .md などが付くものも）と、< > : \" | ? * \\ を含む名前、ピリオドや空白で終わる名前は使えません",
        meaning: "Windows には、ファイルやフォルダーに付けられない名前があります。Mac などではその名前のファイルを作れますが、Windows のパソコンでは開くことも受け取ることもできません。",
    },
    en: Words {
        message: "Windows cannot hold the name “{name}”",
        help: "rename it; CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9 (with any extension) cannot be used, nor names with any of < > : \" | ? * \\, nor those that end in a dot or a space",
        meaning: "There are names that no file or folder can have on Windows. Other systems can make such files, but on a Windows machine they can be neither opened nor received.",
    },
};

pub(crate) static NEARLY_NAMED: Rule = Rule {
    code: "K112",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイル名は「{meant}」ではありませんか",
        help: "「{meant}」であれば、そのとおりの名前に変えてください（全角と半角、大文字と小文字も同じにします）。エクスプローラーでは「表示」の「ファイル名拡張子」にチェックを入れると、隠れている .txt なども見えます",
        meaning: "計画のファイルは、名前と置き場所で役割が決まります。名前が少しでも違うと、そのファイルは計画に使われません。メモ帳で保存すると、見えないところに .txt が付くことがあります。",
    },
    en: Words {
        message: "is this file meant to be “{meant}”?",
        help: "if so, rename it to “{meant}”; Explorer shows hidden endings such as .txt with “File name extensions” under “View”",
        meaning: "The name and the place of a file decide what it is in the plan. A file whose name is only a little different is not used. Notepad may add a .txt that is not shown.",
    },
};

pub(crate) static TWIN_NAME: Rule = Rule {
    code: "K113",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "ファイル名が {other} と区別できません",
        help: "どちらかの名前を変えるか、要らないほうを消してください。見た目が同じでも、大文字と小文字や濁点の書き方が違うことがあります",
        meaning: "大文字と小文字だけが違う名前や、「が」を1文字で書いたか「か」と濁点の2文字で書いたかだけが違う名前は、Windows や Mac では同じ名前とみなされ、片方のファイルが失われることがあります。",
    },
    en: Words {
        message: "the name of this file cannot be told apart from {other}",
        help: "rename one of the two, or remove the one that is not needed; names that look the same may differ in how an accent is written",
        meaning: "Names that differ by letter case alone, or by whether an accent is part of its letter, are one name on Windows and on a Mac, and one of the two files may be lost.",
    },
};

pub(crate) static ILLEGIBLE_NAME: Rule = Rule {
    code: "K114",
    severity: Severity::Error,
    example: None,
    ja: Words {
        message: "「{name}」という名前を文字として読めません",
        help: "名前を付け直してください",
        meaning: "ファイルやフォルダーの名前が UTF-8 になっていません。古い ZIP ファイルなどから取り出すと、名前が文字化けすることがあります。読めない部分は、その内容を \\x と英数字2桁で表しています。",
    },
    en: Words {
        message: "the name “{name}” cannot be read as text",
        help: "give it a new name",
        meaning: "The name of this file or folder is not UTF-8. Names are garbled, for example, when they come out of an old ZIP file. What cannot be read is shown as \\x and two digits.",
    },
};

pub(crate) static LOST_CHARACTER: Rule = Rule {
    code: "K115",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: 広�", right: "title: 広報" }),
    ja: Words {
        message: "文字化けした文字「�」が入っています",
        help: "元の文字に打ち直してください",
        meaning: "「�」は、文字コードを変えたときなどに読めなかった文字の代わりに入る記号です。元の文字は失われているので、原稿を見て打ち直す必要があります。",
    },
    en: Words {
        message: "there is a lost character (�) here",
        help: "type the original character again",
        meaning: "“�” stands where a character could not be read, for example when the encoding of a text was changed. What stood there is lost and has to be typed again.",
    },
};
