//! `K611`–`K621`: what helps those who search.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static NOT_A_GROUP: Rule = Rule {
    code: "K611",
    severity: Severity::Error,
    example: Some(Example { wrong: "synonyms: [広報, 市報]", right: "synonyms:\n  - [広報, 市報]" }),
    ja: Words {
        message: "ここには、同じ意味の語の組を書きます",
        help: "「synonyms:」の下に、1行に一組ずつ、「  - [広報, 市報]」のように同じ意味の語を [ ] で囲んで書いてください",
        meaning: "synonyms は、組の一覧です。一つの組に入れた語は、検索のとき互いに同じものとして扱われます。組に分けずに並べた語や、「=」や「:」でつないだ語は、どこまでが一つの組なのか決められません。",
    },
    en: Words {
        message: "this should be a group of words that mean the same",
        help: "below “synonyms:” write one group on a line, its words in brackets: “  - [bus, coach]”",
        meaning: "synonyms is a list of groups. Whoever searches for one word of a group finds the others too. Words that are not put into groups, or joined by “=” or “:”, do not tell where one group ends and the next begins.",
    },
};

pub(crate) static LONE_WORD: Rule = Rule {
    code: "K612",
    severity: Severity::Error,
    example: Some(Example { wrong: "  - [広報]", right: "  - [広報, 市報]" }),
    ja: Words {
        message: "「{found}」の組に、ほかの語がありません",
        help: "同じ意味の語を書き足すか、この組を消してください",
        meaning: "組は、二つ以上の語を同じ意味として結び付けるものです。語が一つだけでは、検索の結果は何も変わりません。書くはずだった語が抜けているのかもしれません。",
    },
    en: Words {
        message: "“{found}” is alone in its group",
        help: "add a word that means the same, or remove the group",
        meaning: "A group says of two or more words that they mean the same. A single word changes nothing for who searches; the other one may have been forgotten.",
    },
};

pub(crate) static SPACED_WORD: Rule = Rule {
    code: "K613",
    severity: Severity::Error,
    example: Some(Example { wrong: "  - [広報, お 知らせ]", right: "  - [広報, お知らせ]" }),
    ja: Words {
        message: "「{found}」に空白があります",
        help: "空白のない一つの語にしてください。空白で区切った言い方は、類義語にできません",
        meaning: "検索では、空白は語の区切りです。「市報　広報」と打つと「市報」と「広報」の両方がある取組を探すので、空白のある語がそのまま探されることはありません。",
    },
    en: Words {
        message: "there is a space in “{found}”",
        help: "write a single word; a phrase of several words cannot be a synonym",
        meaning: "A space parts the words of a search: “bus stop” looks for initiatives with both “bus” and “stop”. So a word with a space in it is never looked for as it is.",
    },
};

pub(crate) static NO_LETTERS: Rule = Rule {
    code: "K614",
    severity: Severity::Error,
    example: Some(Example { wrong: "suggestions: [広報, ・]", right: "suggestions: [広報]" }),
    ja: Words {
        message: "「{found}」には、検索できる文字がありません",
        help: "検索する語を書くか、消してください",
        meaning: "検索では、語の前後の記号（・ 、 。 , . ! ? 「」 『』 （） と引用符）は読み飛ばされます。記号のほかに文字がなければ、何も探せません。",
    },
    en: Words {
        message: "there is nothing in “{found}” that can be searched for",
        help: "write a word, or remove it",
        meaning: "Signs around a word (・ 、 。 , . ! ? 「」 『』 () and straight quotes) do not count in a search. Where nothing else is written, nothing can be found.",
    },
};

pub(crate) static LONG_SEARCH: Rule = Rule {
    code: "K615",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "suggestions:\n  - 市民の皆さんに市政の情報を分かりやすくお伝えするために、毎月の市報の発行とウェブサイトの充実、写真や動画による情報の発信に取り組んでいます",
        right: "suggestions:\n  - 広報",
    }),
    ja: Words {
        message: "「{found}」は、検索する語として長すぎます",
        help: "一つの語は 64 文字まで、suggestions の一つの検索は 8 語までで書いてください",
        meaning: "検索では、長い語は途中までしか、たくさん並べた語は初めのいくつかしか使われません。文章ではなく、探す人が打ちそうな短い語を書いてください。",
    },
    en: Words {
        message: "“{found}” is too long for a search",
        help: "write words of at most 64 characters, and at most 8 of them in one of suggestions",
        meaning: "A search looks no further than a certain number of characters of a word and a certain number of words. Write what people would type, not a sentence.",
    },
};

pub(crate) static SAME_SEARCH: Rule = Rule {
    code: "K616",
    severity: Severity::Error,
    example: Some(Example { wrong: "  - [広報, ＰＲ, PR]", right: "  - [広報, PR]" }),
    ja: Words {
        message: "「{found}」は、検索では「{other}」と同じです",
        help: "どちらかを消してください",
        meaning: "検索では、全角と半角、大文字と小文字、ひらがなとカタカナ、語の終わりの「ー」のあるなし、語の順番の違いは、もともと区別されません。書き分けなくても、どの書き方からも見つかります。",
    },
    en: Words {
        message: "“{found}” is the same search as “{other}”",
        help: "remove one of the two",
        meaning: "Capitals, full and half width, hiragana and katakana, a long mark at a word's end and the order of words make no difference to a search. One of the ways to write it is enough.",
    },
};

pub(crate) static SHARED_WORD: Rule = Rule {
    code: "K617",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "  - [広報, 市報]\n  - [市報, 広報紙]",
        right: "  - [広報, 市報, 広報紙]",
    }),
    ja: Words {
        message: "「{found}」は、「{other}」の組にもあります",
        help: "二つの組を一つにまとめるか、どちらかの組から消してください",
        meaning: "一つの語が二つの組にあると、その語で検索した人には両方の組の語が見つかるのに、組の中のほかの語で検索した人には片方しか見つかりません。すべて同じ意味なら一つの組にし、意味が違うなら語を分けます。",
    },
    en: Words {
        message: "“{found}” is in the group of “{other}” too",
        help: "make one group of the two, or remove the word from one of them",
        meaning: "If a word is in two groups, whoever searches for it finds the words of both, but whoever searches for another word finds those of one group only. If all of them mean the same, they are one group.",
    },
};

pub(crate) static USELESS_SYNONYMS: Rule = Rule {
    code: "K618",
    severity: Severity::Warning,
    example: Some(Example { wrong: "  - [バス, 路線バス]", right: "  - [広報, 市報]" }),
    ja: Words {
        message: "「{found}」は、どれも計画の取組にありません",
        help: "計画に出てくる語を書き足すか、この組を消してください。意図したものなら、このファイルに「allow: [K618]」と書き足してください",
        meaning: "類義語は、探す人の言葉を、計画の言葉に結び付けるためのものです。組のどの語も取組の文章になければ、どの語で検索しても何も見つかりません。計画の側の書き方が変わったか、打ち間違いかもしれません。",
    },
    en: Words {
        message: "none of “{found}” is in any initiative",
        help: "add a word that the plan uses, or remove the group; if it is meant, add “allow: [K618]” to this file",
        meaning: "Synonyms lead from the words of readers to the words of the plan. If the plan uses none of a group, searching for any of them finds nothing. The plan may have changed its wording, or a word is mistyped.",
    },
};

pub(crate) static VAIN_SUGGESTION: Rule = Rule {
    code: "K619",
    severity: Severity::Warning,
    example: Some(Example { wrong: "suggestions: [広報, 市バス]", right: "suggestions: [広報]" }),
    ja: Words {
        message: "「{found}」で検索しても、取組は一つも見つかりません",
        help: "計画に出てくる語に直すか、消してください。意図したものなら、このファイルに「allow: [K619]」と書き足してください",
        meaning: "suggestions の語は、検索のページに例として並び、押すとその語で検索されます。何も見つからない例は、探す人を迷わせます。いくつかの語を並べたときは、そのすべてがある取組だけが見つかります。",
    },
    en: Words {
        message: "searching for “{found}” finds no initiative",
        help: "write what the plan uses, or remove it; if it is meant, add “allow: [K619]” to this file",
        meaning: "Each of suggestions is shown on the search page and leads to what it finds. One that finds nothing misleads readers. Where it has several words, an initiative has to have all of them.",
    },
};

pub(crate) static JOINED_WORDS: Rule = Rule {
    code: "K620",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "synonyms:\n  - [お知らせ＝告知, 広報]",
        right: "synonyms:\n  - [お知らせ, 告知, 広報]",
    }),
    ja: Words {
        message: "「{found}」は、いくつかの語を記号でつないだものです",
        help: "語と語の間は、半角のコンマと空白「, 」で区切ってください",
        meaning: "組の中の語を分けるのは、半角のコンマだけです。「＝」「／」「、」やタブでつなぐと全体が一つの語になり、そのとおりに打って探す人はいないので、どの語からも何も見つかりません。",
    },
    en: Words {
        message: "“{found}” is several words joined by signs",
        help: "put a comma and a space between words: “, ”",
        meaning: "Only a comma parts the words of a group. Words that are joined by “=”, “／”, “、” or a tab are one word, which nobody types, so none of them leads anywhere.",
    },
};

pub(crate) static NEEDLESS_GROUP: Rule = Rule {
    code: "K621",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "synonyms:\n  - [ＰＲ, PR]\n  - [広報, 市報]",
        right: "synonyms:\n  - [広報, 市報]",
    }),
    ja: Words {
        message: "「{other}」と「{found}」は、検索ではもともと同じです",
        help: "この組は要りません。組ごと消すか、ほかの語を書き足してください",
        meaning: "検索では、全角と半角、大文字と小文字、ひらがなとカタカナ、語の終わりの「ー」のあるなしの違いは、もともと区別されません。書き方だけが違う語の組は、なくても同じものが見つかります。",
    },
    en: Words {
        message: "“{other}” and “{found}” are the same search anyway",
        help: "this group is not needed: remove all of it, or add another word",
        meaning: "Capitals, full and half width, hiragana and katakana and a long mark at a word's end make no difference to a search. A group of words that differ in nothing else changes nothing.",
    },
};
