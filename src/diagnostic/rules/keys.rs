//! `K3xx`: keys.

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
