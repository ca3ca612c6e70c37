//! `K3xx`: values that are not what belongs there.

use crate::diagnostic::{Example, Rule, Severity, Words};

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

pub(crate) static NOT_A_URL: Rule = Rule {
    code: "K313",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "disclosure: {pages: [{title: 市報, url: www.example.jp}]}",
        right: "disclosure: {pages: [{title: 市報, url: \"https://www.example.jp/\"}]}",
    }),
    ja: Words {
        message: "「{found}」は URL として使えません",
        help: "https:// から始まり、空白、引用符、利用者名（@ の前）のない URL を書いてください",
        meaning: "ページのリンクや、サイトそのもののアドレスになります。先頭の「https://」が抜けていると、ブラウザーはそのページを開けません。ブラウザーで目的のページを開き、アドレス欄から写すのが確実です。サイトそのもののアドレス（base_url）には、「?」「#」と、「@」の前に書く利用者名やパスワードは使えません。全部のページに載ってしまいます。",
    },
    en: Words {
        message: "“{found}” is not an address",
        help: "write an address that begins with https:// and has no space, quotation mark or user (before an @) in it",
        meaning: "It becomes a link, or the address of the site itself. Without https:// in front, a browser cannot open it. The surest way is to open the page and copy its address from the browser. That of the site itself, base_url, has neither “?” nor “#”, nor a name or password before an “@”, as every page would show it.",
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

pub(crate) static NOT_A_DATE: Rule = Rule {
    code: "K331",
    severity: Severity::Error,
    example: Some(Example { wrong: "deadline: 令和9年3月31日", right: "deadline: 2027-03-31" }),
    ja: Words {
        message: "「{found}」は日付として読めません",
        help: "西暦で 2027-03-31 のように、年（4桁）・月（2桁）・日（2桁）をハイフンでつないで書いてください",
        meaning: "日付は、機械が読める形（ISO 8601）でも公開するので、書き方を一つに決めています。元号は、ページに自動で添えられます。\
                  2月30日のように、暦にない日も書けません。",
    },
    en: Words {
        message: "“{found}” is not a date",
        help: "write it as 2027-03-31: year, month, day",
        meaning: "Dates are published in a form that programs can read too (ISO 8601), so there is only one way to write them. \
                  A day that the calendar does not have, such as 30 February, is refused as well.",
    },
};

pub(crate) static DAYS_OUT_OF_ORDER: Rule = Rule {
    code: "K332",
    severity: Severity::Error,
    example: Some(Example { wrong: "ended: 2026-11-12", right: "ended: 2026-11-21" }),
    ja: Words {
        message: "「{later}」の日付が、「{earlier}」の日付（{before}）より前です",
        help: "試験の began（開始日）、ended（終了日）、stated（表明日）は、この順になるように書いてください",
        meaning: "ウェブアクセシビリティの試験結果のページに、試験の期間と表明日として載ります。試験は始めてから終わり、結果の表明は終わってからです。",
    },
    en: Words {
        message: "“{later}” is before “{earlier}”, {before}",
        help: "write the days of a test in this order: it began, it ended, its results were stated",
        meaning: "These days are published on the page of the test of accessibility. A test ends after it began, and its results are stated after it ended.",
    },
};
