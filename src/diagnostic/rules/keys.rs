//! `K3xx`: keys and their values.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static UNKNOWN_KEY: Rule = Rule {
    code: "K301",
    severity: Severity::Error,
    example: Some(Example { wrong: "departmnts: [広報課]", right: "departments: [広報課]" }),
    ja: Words {
        message: "「{key}」というキーはありません",
        help: "ここに書けるキー: {known}",
        meaning: "知らない項目を読み飛ばすと、つづりを一字間違えただけで、書いた内容がサイトに載らなくなります。そうなる前に気づけるように、決められた名前のほかはすべて知らせます。",
    },
    en: Words {
        message: "there is no key “{key}”",
        help: "keys that can stand here: {known}",
        meaning: "If unknown keys were skipped, a single wrong letter would keep what you wrote off the site without a word. That is why every key has to be one that is known.",
    },
};

pub(crate) static MISSING_KEY: Rule = Rule {
    code: "K302",
    severity: Severity::Error,
    example: Some(Example { wrong: "---\nnumber: 1\n---", right: "---\ntitle: 広報\nnumber: 1\n---" }),
    ja: Words {
        message: "「{key}」がありません",
        help: "「{key}: …」を書き足してください",
        meaning: "題名や番号のように、ページを作るのに欠かせない項目です。行を消してしまったか、字下げがずれて別の項目の中に入ったのかもしれません。",
    },
    en: Words {
        message: "“{key}” is missing",
        help: "add “{key}: …”",
        meaning: "The page cannot be made without it. The line may have been deleted, or indented so that it became part of another key.",
    },
};

pub(crate) static EXPECTED_TEXT: Rule = Rule {
    code: "K303",
    severity: Severity::Error,
    example: Some(Example { wrong: "title: [広報, 公聴]", right: "title: 広報と公聴" }),
    ja: Words {
        message: "ここには一つの文字列を書きます",
        help: "一覧や項目の組ではなく、文字列を一つだけ書いてください",
        meaning: "題名のように、値が一つと決まっている項目です。[ ] や { } で囲んだもの、「- 」で始まる行は、一つの値としては読まれません。文そのものがかっこで始まるときは、全体を引用符 \" \" で囲みます。",
    },
    en: Words {
        message: "this should be a single text",
        help: "write one text, not a list or a map",
        meaning: "A title, for example, is one text, but [ ], { } and lines beginning with “- ” hold several values. A text that itself begins with such a bracket has to be put in quotes.",
    },
};

pub(crate) static EMPTY: Rule = Rule {
    code: "K304",
    severity: Severity::Error,
    example: Some(Example { wrong: "vision:", right: "vision: 市民に伝わる市報" }),
    ja: Words {
        message: "値が空です",
        help: "値を書いてください。なくてもよい項目なら、消してもかまいません",
        meaning: "あとで書くつもりで残してあるのか、消し忘れたのか、プログラムには分かりません。引用符だけの「\"\"」も、空の値になります。",
    },
    en: Words {
        message: "this value is empty",
        help: "write a value; what is not needed can be removed",
        meaning: "The line may have been left to be filled in later, or it should have been deleted; the program cannot tell. A pair of quotes with nothing between them is empty too.",
    },
};

pub(crate) static NOT_A_NUMBER: Rule = Rule {
    code: "K305",
    severity: Severity::Error,
    example: Some(Example { wrong: "number: １", right: "number: 1" }),
    ja: Words {
        message: "「{found}」は 1 以上の整数ではありません",
        help: "半角数字で 1、2、3 のように書いてください",
        meaning: "番号は、並び順やページのアドレス（1-1-3 など）になります。全角の「１」や「①」、「第1」、「1-1」のような書き方は、整数として読めません。",
    },
    en: Words {
        message: "“{found}” is not a whole number of 1 or more",
        help: "write 1, 2, 3 …",
        meaning: "Numbers decide the order of things and the addresses of pages (1-1-3). Full-width digits, ①, 1-1 or “No. 1” cannot be read as a whole number.",
    },
};

pub(crate) static NOT_A_BOOL: Rule = Rule {
    code: "K306",
    severity: Severity::Error,
    example: Some(Example { wrong: "disclosure: {website: yes}", right: "disclosure: {website: true}" }),
    ja: Words {
        message: "「{found}」は true でも false でもありません",
        help: "true か false と書いてください",
        meaning: "「はい」か「いいえ」を表す項目です。yes、○、「あり」など、さまざまな書き方がまじって意味を取り違えることのないように、書き方を二つに決めています。",
    },
    en: Words {
        message: "“{found}” is neither true nor false",
        help: "write true or false",
        meaning: "This key says yes or no. To rule out misunderstandings there is one word for each: yes, on or ○ are not accepted.",
    },
};

pub(crate) static NOT_A_YEAR: Rule = Rule {
    code: "K307",
    severity: Severity::Error,
    example: Some(Example { wrong: "baseline_year: 令和6年度", right: "baseline_year: 2024" }),
    ja: Words {
        message: "「{found}」は年度として読めません",
        help: "西暦で 2027 のように書いてください",
        meaning: "年度は、並び順やアドレスに使うので、西暦4桁の数字だけを読みます。「令和9年度」「R9」「2027年度」のような書き方や、全角の数字は使えません。ページには元号も自動で添えられます。",
    },
    en: Words {
        message: "“{found}” is not a fiscal year",
        help: "write it as 2027",
        meaning: "Fiscal years are used for sorting and in addresses, so there is only one way to write them: four digits of the Western calendar, without 年度, an era such as 令和 or R, or full-width digits. Pages add the era by themselves.",
    },
};

pub(crate) static NOT_A_SPAN: Rule = Rule {
    code: "K308",
    severity: Severity::Error,
    example: Some(Example { wrong: "period: 2026～2029", right: "period: 2026-2029" }),
    ja: Words {
        message: "「{found}」は年度または年度の範囲として読めません",
        help: "西暦で 2027 または 2026-2029 のように、早い年度を先に書いてください",
        meaning: "日本語入力のまま打つと、ハイフンが「～」や「－」に、数字が全角になりがちです。行動計画の表では、この範囲が棒の長さになります。",
    },
    en: Words {
        message: "“{found}” is not a fiscal year or a span of them",
        help: "write 2027 or 2026-2029, the earlier year first",
        meaning: "With the Japanese input method on, the hyphen easily becomes “～” or “－” and the digits full-width. In a schedule, the span decides how long a bar is.",
    },
};

pub(crate) static UNKNOWN_CHOICE: Rule = Rule {
    code: "K309",
    severity: Severity::Error,
    example: Some(Example { wrong: "language: jp", right: "language: ja" }),
    ja: Words {
        message: "「{found}」は選べません",
        help: "次のどれかを書いてください: {known}",
        meaning: "決められた言葉の中から一つを選ぶ項目です。大文字と小文字、全角と半角の違いも区別されます。",
    },
    en: Words {
        message: "“{found}” is not one of the choices",
        help: "write one of: {known}",
        meaning: "Only certain words have a meaning here. A capital or a full-width letter makes it a different word.",
    },
};

pub(crate) static BAD_SLUG: Rule = Rule {
    code: "K310",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "- {slug: Public_Relations, name: 広報課}",
        right: "- {slug: public-relations, name: 広報課}",
    }),
    ja: Words {
        message: "「{found}」は使えません",
        help: "半角の英小文字・数字・ハイフンで、index 以外にしてください（例: citizens-affairs）",
        meaning: "この値は、ページのアドレスの一部や、フォルダーの名前になります。日本語は「%E5%BA%83…」のような長いアドレスになり、大文字と小文字の扱いは Windows とウェブサーバーで違うので、どこでも通じる文字だけを使います。index は一覧のページの名前です。",
    },
    en: Words {
        message: "“{found}” cannot be used",
        help: "use lower-case letters, digits and hyphens, and not index: for example citizens-affairs",
        meaning: "It becomes part of an address or names a folder. Japanese turns into %E5%BA%83… in an address, and Windows and web servers treat capitals differently, so only characters that work everywhere are used. The name index belongs to the list page.",
    },
};

pub(crate) static TWO_SUBJECTS: Rule = Rule {
    code: "K311",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "  - name: 市報の読者\n    text: 市報の読者を増やす",
        right: "  - name: 市報の読者",
    }),
    ja: Words {
        message: "「name」と「text」は一緒に書けません",
        help: "数値目標なら name、文の目標なら text だけを残してください",
        meaning: "目標には、指標の名前と数値で表すものと、文で表すものがあります。両方が書かれていると、どちらの目標としてページに載せるのか決められません。",
    },
    en: Words {
        message: "“name” and “text” exclude each other",
        help: "keep name for a measure, text for a sentence",
        meaning: "A target is either a measure with a value or a sentence. With both, nobody can tell which of the two the page should show.",
    },
};

pub(crate) static NO_VALUE: Rule = Rule {
    code: "K312",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "  - name: 市報の読者",
        right: "  - name: 市報の読者\n    target: 120人以上\n    baseline: 100人",
    }),
    ja: Words {
        message: "「{name}」に target も baseline もありません",
        help: "目標値を target に、現況値を baseline に書いてください",
        meaning: "指標の名前だけでは、今どうなっていて、どこまで進めるのかが読む人に伝わりません。数値のないときは「未実施」のような言葉も値として書けます。文で表す目標なら、name ではなく text に書きます。",
    },
    en: Words {
        message: "“{name}” has neither a target nor a baseline",
        help: "write the value to be reached as target, the present one as baseline",
        meaning: "The name of a measure alone does not tell the reader where things stand or how far they are to get. Where there is no number, words such as 未実施 (not yet begun) can be the value; a target that is a sentence is written as text instead of name.",
    },
};

pub(crate) static NOT_A_URL: Rule = Rule {
    code: "K313",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "disclosure: {pages: [{title: 市報, url: www.example.jp}]}",
        right: "disclosure: {pages: [{title: 市報, url: \"https://www.example.jp/\"}]}",
    }),
    ja: Words {
        message: "「{found}」は URL として使えません",
        help: "https:// から始まる URL を書いてください",
        meaning: "ページのリンクや、サイトそのもののアドレスになります。先頭の「https://」が抜けていると、ブラウザーはそのページを開けません。ブラウザーで目的のページを開き、アドレス欄から写すのが確実です。",
    },
    en: Words {
        message: "“{found}” is not an address",
        help: "write an address that begins with https://",
        meaning: "It becomes a link, or the address of the site itself. Without https:// in front, a browser cannot open it. The surest way is to open the page and copy its address from the browser.",
    },
};

pub(crate) static PROGRAMS_BESIDE: Rule = Rule {
    code: "K314",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "targets: [読者を増やす]\nprograms: [{name: 市報}]",
        right: "programs:\n  - name: 市報\n    targets: [読者を増やす]",
    }),
    ja: Words {
        message: "「programs」と「{key}」は一緒に書けません",
        help: "「{key}」を programs のどれかの中へ移してください",
        meaning: "programs は、一つの取組をいくつかの事業に分けて書くための項目です。分けたときは、取組内容（actions）や目標値（targets）を事業ごとに書くので、外に残したものは、どの事業のことか分からなくなります。",
    },
    en: Words {
        message: "“programs” and “{key}” exclude each other",
        help: "move “{key}” into one of the programs",
        meaning: "programs divides an initiative into parts, each with its own actions and targets. What is left outside belongs to none of the parts.",
    },
};

pub(crate) static EXPECTED_LIST: Rule = Rule {
    code: "K315",
    severity: Severity::Error,
    example: Some(Example { wrong: "departments: 広報課", right: "departments: [広報課]" }),
    ja: Words {
        message: "ここには一覧を書きます",
        help: "「[A, B]」のように [ ] で囲むか、1行に一つずつ「- A」と書いてください。一つもないときは「[]」と書きます",
        meaning: "所管課のようにいくつも書ける項目は、一つだけのときも一覧の形で書きます。「広報課、市民課」のように読点で区切っても、一つの長い名前として読まれます。",
    },
    en: Words {
        message: "this should be a list",
        help: "write “[A, B]”, or “- A” on a line each; “[]” if there is none",
        meaning: "A key that can have several entries takes a list even when there is only one. Names separated by 、 would be read as one long name.",
    },
};

pub(crate) static EXPECTED_MAP: Rule = Rule {
    code: "K316",
    severity: Severity::Error,
    example: Some(Example { wrong: "---\n広報\n---", right: "---\ntitle: 広報\nnumber: 1\n---" }),
    ja: Words {
        message: "ここには「キー: 値」の組を書きます",
        help: "1行に一つずつ「キー: 値」と書いてください",
        meaning: "値だけがあって、何の値なのかを表す項目の名前がありません。コロンや、その後ろの空白を忘れたときによく起こります。",
    },
    en: Words {
        message: "this should be a map",
        help: "write “key: value” on a line each",
        meaning: "There is a value, but no key that says what it is. Most often the colon, or the space after it, was forgotten.",
    },
};

/// A key that cannot be left out stands there without a value.
pub(crate) static NEEDED_BUT_EMPTY: Rule = Rule {
    code: "K317",
    severity: Severity::Error,
    example: Some(Example { wrong: "title:\nnumber: 1", right: "title: 広報\nnumber: 1" }),
    ja: Words {
        message: "「{key}」の値が空です",
        help: "「{key}」は省略できません。{japanese}を書いてください",
        meaning: "ページを作るのに欠かせない項目なので、行を消しても直りません。あとで書くつもりで残したままになっていることがよくあります。",
    },
    en: Words {
        message: "“{key}” has no value",
        help: "“{key}” cannot be left out: write {english}",
        meaning: "The page cannot be made without it, so removing the line does not help. Often it was left to be filled in later and then forgotten.",
    },
};

/// The overview of an initiative in its front matter.
pub(crate) static OVERVIEW_IS_BODY: Rule = Rule {
    code: "K318",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "事業概要: 市政情報を市民に伝える。\n---\n",
        right: "---\n市政情報を市民に伝える。\n",
    }),
    ja: Words {
        message: "「{key}」は「---」の間には書きません",
        help: "2つ目の「---」の下に、本文として書いてください",
        meaning: "取組の概要は、ファイルの本文です。「---」と「---」の間には題名や番号などの項目だけを書き、\
                  概要の文章は2つ目の「---」の次の行から書きます。見出しや箇条書きも使えます。",
    },
    en: Words {
        message: "“{key}” does not belong between the lines “---”",
        help: "write it as the text below the second “---”",
        meaning: "The overview of an initiative is the body of its file. Only keys such as the title and the number belong between the two lines “---”; the overview begins below the second one and can have headings and lists.",
    },
};

pub(crate) static RESERVED_SLUG: Rule = Rule {
    code: "K320",
    severity: Severity::Error,
    example: Some(Example { wrong: "- slug: con", right: "- slug: contract" }),
    ja: Words {
        message: "「{found}」は Windows で使えない名前です",
        help: "con、prn、aux、nul、com1～com9、lpt1～lpt9 ではない名前にしてください（例: {found}-section）",
        meaning: "この名前は、公開するファイルやフォルダーの名前になります。Windows は con、prn、aux、nul、com1～com9、lpt1～lpt9 を\
                  機器の名前として使うため、同じ名前のファイルを作ることも開くこともできません。\
                  職員のパソコンでサイトを作れるように、ほかの名前にします。",
    },
    en: Words {
        message: "Windows cannot have a file named “{found}”",
        help: "use a name other than con, prn, aux, nul, com1 to com9, lpt1 to lpt9, for example {found}-section",
        meaning: "This name becomes the name of a file or folder. Windows keeps con, prn, aux, nul, com1 to com9 and \
                  lpt1 to lpt9 for devices, and can neither create nor open a file of that name. With another name, the site can be made on any computer.",
    },
};

pub(crate) static YOMI_NOT_KANA: Rule = Rule {
    code: "K324",
    severity: Severity::Warning,
    example: Some(Example { wrong: "yomi: 市民課", right: "yomi: しみんか" }),
    ja: Words {
        message: "読みがな「{found}」に、かな以外の文字があります",
        help: "漢字・英字・数字も読みのとおり、ひらがなで書いてください（例: DX戦略課 → でぃーえっくすせんりゃくか）",
        meaning: "所管課の一覧は、読みがなの五十音順に並びます。漢字や英字がまじっていると、正しい順に並びません。\
                  カタカナは、ひらがなと同じに扱います。",
    },
    en: Words {
        message: "the reading “{found}” is not written in kana only",
        help: "write it in hiragana as it is read aloud, including letters and digits",
        meaning: "Departments are listed in the order of their readings. With kanji, letters or digits in its reading, a department ends up in the wrong place. Katakana is treated like hiragana.",
    },
};
