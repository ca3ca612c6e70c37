//! `K209`–`K226`: YAML as it is mistyped.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static TAB: Rule = Rule {
    code: "K209",
    severity: Severity::Error,
    example: Some(Example { wrong: "disclosure:\n\twebsite: true", right: "disclosure:\n  website: true" }),
    ja: Words {
        message: "字下げにタブが使われています",
        help: "タブを半角の空白に直してください",
        meaning: "タブの幅はソフトによって違い、どの行がどの項目に入るのかが決まらないので、YAML の字下げには使えません。秀丸エディタなどでは、Tab キーで空白が入るように設定できます。",
    },
    en: Words {
        message: "a tab is used for indentation",
        help: "use spaces instead",
        meaning: "A tab is wider in one editor than in another, so YAML does not let it decide which line belongs to which key. Most editors can be set to insert spaces when the Tab key is pressed.",
    },
};

pub(crate) static CUT_OFF: Rule = Rule {
    code: "K210",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "title: 広報 #1 の見直し", right: "title: \"広報 #1 の見直し\""
    }),
    ja: Words {
        message: "「 #」から後ろは読まれません",
        help: "値の一部なら、値の全体を引用符 \" \" で囲んでください。覚え書きなら「# 」のように後ろに空白を入れます",
        meaning: "YAML では、空白に続く「#」から行の終わりまでが覚え書き（コメント）になります。そのままでは、題名などの後ろの部分が、だれも気づかないうちに消えて公開されてしまいます。",
    },
    en: Words {
        message: "what comes after “ #” is not read",
        help: "if it belongs to the value, put the whole value in quotes; a comment has a space after the “#”",
        meaning: "In YAML, a “#” after a space begins a comment that runs to the end of the line. Without this error, the end of a title could vanish from the site and nobody would notice.",
    },
};

pub(crate) static WIDE_COLON: Rule = Rule {
    code: "K211",
    severity: Severity::Error,
    example: Some(Example { wrong: "number：1", right: "number: 1" }),
    ja: Words {
        message: "コロンが全角（：）です",
        help: "半角のコロンと空白（: ）に直してください",
        meaning: "日本語入力のままコロンを打つと全角になります。YAML は全角のコロンを普通の文字として読むので、その左側が項目の名前だと分かりません。",
    },
    en: Words {
        message: "this colon is full-width",
        help: "write “: ” with a half-width colon and a space",
        meaning: "A full-width colon comes from typing with the Japanese input method on. YAML takes it for an ordinary character, so the word before it is not recognized as a key.",
    },
};

pub(crate) static NO_SPACE: Rule = Rule {
    code: "K212",
    severity: Severity::Error,
    example: Some(Example { wrong: "notes:市報", right: "notes: 市報" }),
    ja: Words {
        message: "コロンの後ろに空白がありません",
        help: "「キー: 値」のように、コロンの後ろに半角の空白を入れてください",
        meaning: "「10:30」や「https:」のように、文の中にもコロンは出てきます。そこで YAML では、後ろに空白のあるコロンだけを、項目の名前の終わりと読みます。",
    },
    en: Words {
        message: "there is no space after the colon",
        help: "write “key: value”",
        meaning: "Colons occur in ordinary text too, as in 10:30 or https:, so YAML takes only a colon followed by a space as the end of a key.",
    },
};

pub(crate) static WIDE_SPACE: Rule = Rule {
    code: "K213",
    severity: Severity::Error,
    example: Some(Example { wrong: "　number: 1", right: "number: 1" }),
    ja: Words {
        message: "全角などの空白が使われています",
        help: "半角の空白に直してください",
        meaning: "見た目では半角の空白と区別しにくいのですが、YAML では字下げや区切りになりません。日本語入力のまま空白を打ったときや、ウェブページや Word から文章を写したときに紛れ込みます。",
    },
    en: Words {
        message: "this is not an ordinary space",
        help: "write half-width spaces",
        meaning: "A full-width space, or the no-break space of Word and web pages, looks like any other space, but YAML does not take it for one. It comes from typing with the Japanese input method on, or from pasting.",
    },
};

pub(crate) static CURLY_QUOTE: Rule = Rule {
    code: "K214",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "title: “広報の見直し”", right: "title: \"広報の見直し\""
    }),
    ja: Words {
        message: "引用符が半角ではありません",
        help: "半角の引用符 \" \" で囲むか、引用符を消してください",
        meaning: "値を囲む引用符は半角の \" か ' だけです。“ ” や ＂ ＂ はふつうの文字として読まれるので、そのままでは名前や題名の一部になってしまいます。文章の中で引用に使う分にはかまいません。",
    },
    en: Words {
        message: "these quotation marks are not plain ones",
        help: "put the value in plain quotes \" \", or leave them out",
        meaning: "Only the plain marks \" and ' put a value in quotes. Curly and full-width ones are read as letters and would become part of the name or title. Within a text they may be used freely.",
    },
};

pub(crate) static SECOND_COLON: Rule = Rule {
    code: "K215",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: 広報: 市民へ", right: "title: \"広報: 市民へ\"" }),
    ja: Words {
        message: "値の中に「: 」があります",
        help: "値の全体を引用符で囲み、{whole} と書いてください",
        meaning: "半角のコロンと空白は、その前がキー、その後ろが値であることを表します。一つの値の中にもう一度出てくると、どこまでが値なのか分からなくなります。引用符で囲むか、全角のコロン（：）にすれば、文字として読まれます。",
    },
    en: Words {
        message: "there is another “: ” within this value",
        help: "put the whole value in quotes: {whole}",
        meaning: "A colon and a space separate a key from its value. When they come again within the value, nobody can tell where the value begins. In quotes they are read as text.",
    },
};

pub(crate) static OPEN_BRACKET: Rule = Rule {
    code: "K216",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "departments: [広報課, 市民課\n",
        right: "departments: [広報課, 市民課]\n",
    }),
    ja: Words {
        message: "かっこ「{sign}」が閉じられていません",
        help: "値の終わりを {closing} で閉じてください。文字としてのかっこなら、値の全体を引用符 \" \" で囲みます",
        meaning: "角かっこ [ ] は一覧を、波かっこは「キー: 値」の組を表し、必ず二つで一組です。閉じるかっこがないと、その後ろの行まで一覧の続きとして読まれてしまいます。",
    },
    en: Words {
        message: "the bracket “{sign}” is not closed",
        help: "close it with {closing}; if the bracket is a part of the text, put the whole value in quotes",
        meaning: "Square brackets stand around a list and braces around keys with their values, always in pairs. Where the closing one is missing, the lines below are taken for part of the list.",
    },
};

pub(crate) static BEHIND_CLOSED: Rule = Rule {
    code: "K217",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "title: [新規] 広報の見直し", right: "title: \"[新規] 広報の見直し\""
    }),
    ja: Words {
        message: "閉じた引用符やかっこの後ろに文字があります",
        help: "値の全体を引用符で囲み、{whole} と書いてください",
        meaning: "引用符やかっこで始まる値は、それが閉じたところで終わります。その後ろに続く文字は値に入れられません。かっこや引用符も題名などの一部であれば、全体をもう一度引用符で囲みます。",
    },
    en: Words {
        message: "there is text after the closing quote or bracket",
        help: "put the whole value in quotes: {whole}",
        meaning: "A value that begins with a quotation mark or a bracket ends where that is closed, and nothing can follow. If the marks belong to the text, put quotes around all of it.",
    },
};

pub(crate) static DASH: Rule = Rule {
    code: "K218",
    severity: Severity::Error,
    example: Some(Example { wrong: "baseline: -", right: "baseline: \"-\"" }),
    ja: Words {
        message: "値が横棒「-」だけです",
        help: "引用符で囲んで \"-\" と書くか、値がなければ項目ごと消してください",
        meaning: "半角の横棒は一覧の始まりを表すので、それだけでは値になりません。「値なし」を横棒で示したいときは引用符で囲みます。",
    },
    en: Words {
        message: "this value is only a dash",
        help: "write it in quotes, \"-\", or remove the key if there is no value",
        meaning: "A dash begins an item of a list and is no value by itself. Put it into quotes if the reader is to see a dash.",
    },
};

pub(crate) static SIGN: Rule = Rule {
    code: "K219",
    severity: Severity::Error,
    example: Some(Example { wrong: "target: >5人", right: "target: \">5人\"" }),
    ja: Words {
        message: "「{sign}」から始まる値は、そのままでは読めません",
        help: "値の全体を引用符 \" \" で囲んでください",
        meaning: "@ ` % > | , や「- 」などの記号は、値の先頭では特別な意味を持ちます。文字として書くには、値の全体を引用符で囲みます。値の途中に出てくる分にはかまいません。",
    },
    en: Words {
        message: "a value cannot begin with “{sign}”",
        help: "put the whole value in quotes",
        meaning: "Signs such as @ ` % > | , and “- ” have a meaning of their own at the beginning of a value. In quotes they are read as text.",
    },
};

pub(crate) static COMMA: Rule = Rule {
    code: "K220",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "- {name: 閲覧数, target: 3,386件, baseline: 3000件}",
        right: "- {name: 閲覧数, target: \"3,386件\", baseline: 3000件}",
    }),
    ja: Words {
        message: "値がコンマのところで切れています",
        help: "波かっこの中では、コンマは値の終わりを表します。コンマを含む値は引用符 \" \" で囲んでください",
        meaning: "波かっこの中に並べた「キー: 値」は、半角のコンマで区切られます。3,386件 のように値そのものにコンマがあると、そこで値が終わったことになり、残りは意味のない文字になります。",
    },
    en: Words {
        message: "the comma ends this value",
        help: "within braces a comma ends a value; put a value with a comma in it into quotes",
        meaning: "Keys and values within braces are parted by commas. A value such as 3,386 ends at its own comma, and what follows is left over without a meaning.",
    },
};

pub(crate) static BULLET: Rule = Rule {
    code: "K221",
    severity: Severity::Error,
    example: Some(Example { wrong: "-広報課", right: "- 広報課" }),
    ja: Words {
        message: "一覧の記号は、半角の横棒と空白（- ）です",
        help: "「- 」と書き、横棒の後ろに半角の空白を一つ入れてください",
        meaning: "一覧は1行に一つずつ、半角の横棒と空白を先に置いて書きます。空白がないものや、全角の横棒、「・」は、ふつうの文字として読まれ、一覧になりません。",
    },
    en: Words {
        message: "an item of a list begins with a dash and a space",
        help: "write “- ” before the item",
        meaning: "A list has an item a line, each behind a plain dash and a space. A dash without a space, a full-width dash or a dot are read as text, and there is no list.",
    },
};

pub(crate) static INDENTATION: Rule = Rule {
    code: "K223",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "disclosure:\n    website: true\n  other: [市報]",
        right: "disclosure:\n    website: true\n    other: [市報]",
    }),
    ja: Words {
        message: "字下げがまわりの行と合っていません",
        help: "並ぶ項目は、行の始まりを同じ位置にそろえてください。ある項目の中身は、その項目より右に半角の空白2つ分下げます",
        meaning: "どの項目がどの項目の中にあるかは、行の先頭にある空白の数で決まります。数が合わないと、どこに属する項目なのか分からなくなります。",
    },
    en: Words {
        message: "this line does not stand where its neighbours do",
        help: "let entries that belong together begin in the same column; what belongs into one stands two spaces further to the right",
        meaning: "Which entry belongs into which is told by the spaces before it. Where they do not agree, nobody can tell what a line belongs to.",
    },
};

pub(crate) static EXTRA_BRACKET: Rule = Rule {
    code: "K224",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "departments: [広報課, 市民課]]",
        right: "departments: [広報課, 市民課]",
    }),
    ja: Words {
        message: "閉じるかっこが余分です",
        help: "余分なかっこを消すか、対になる開くかっこを書き足してください",
        meaning: "一覧や「キー: 値」の組は、初めのかっこと対になるかっこで終わります。その後ろにもう一つ閉じるかっこがあると、どこで終わるのか分からなくなります。",
    },
    en: Words {
        message: "there is a closing bracket too many",
        help: "remove it, or add the opening one that belongs to it",
        meaning: "A list or a map ends with the bracket that belongs to its first one. With another behind it nobody can tell where it ends.",
    },
};

pub(crate) static WIDE_BLOCK: Rule = Rule {
    code: "K225",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "vision: ｜\n  市民に伝わる市報",
        right: "vision: |\n  市民に伝わる市報",
    }),
    ja: Words {
        message: "何行もの文章を始める記号が全角です",
        help: "半角の記号（| など）に直してください",
        meaning: "何行もの文章は、キーの後ろに半角の縦棒（|）を置き、次の行から字下げして書きます。全角の縦棒（｜）はふつうの文字として読まれるので、そのままでは記号が文章と一緒に公開され、行の区切りも消えてしまいます。",
    },
    en: Words {
        message: "the sign before these lines is full-width",
        help: "write the half-width sign, such as |",
        meaning: "A text of several lines stands below a key with a half-width bar (|). A full-width bar (｜) is read as a letter: it would be published with the text, and the lines would run together.",
    },
};

pub(crate) static WIDE_COMMA: Rule = Rule {
    code: "K226",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "departments: [広報課、秘書室]", right: "departments: [広報課, 秘書室]"
    }),
    ja: Words {
        message: "かっこの中の区切りが「{sign}」です",
        help: "一つずつ、半角のコンマと空白（, ）で区切ってください。「{sign}」まで含めて一つの値なら、値の全体を引用符 \" \" で囲みます",
        meaning: "かっこの中の値は、半角のコンマで区切ります。「、」や「，」はふつうの文字として読まれるので、そのままでは並べたつもりの名前が、長い一つの名前になってしまいます。",
    },
    en: Words {
        message: "the values within these brackets are parted by “{sign}”",
        help: "put a half-width comma and a space between them; if “{sign}” belongs to a value, put that value in quotes",
        meaning: "Values within brackets are parted by half-width commas. A Japanese comma is read as a letter: what was meant for several names would be one long name.",
    },
};
