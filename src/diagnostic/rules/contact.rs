//! `K3xx`: whom readers can ask.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static NOT_A_MAIL: Rule = Rule {
    code: "K326",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "contact: {name: 広報課, mail: kouhou＠example.jp}",
        right: "contact: {name: 広報課, mail: kouhou@example.jp}",
    }),
    ja: Words {
        message: "「{found}」はメールアドレスとして使えません",
        help: "kouhou@example.jp のように、半角の英数字と @ で書いてください",
        meaning: "各取組のページにある問い合わせのリンクの宛先になります。全角の「＠」や、途中の空白があると、メールは届きません。",
    },
    en: Words {
        message: "“{found}” is not a mail address",
        help: "write an address such as plan@example.jp",
        meaning: "The links by which readers ask about an initiative lead to this address. With a full-width ＠ or a space in it, no mail arrives.",
    },
};

pub(crate) static ONE_CONTACT: Rule = Rule {
    code: "K327",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "contact: {name: 広報課}",
        right: "contact: {name: 広報課, mail: kouhou@example.jp}",
    }),
    ja: Words {
        message: "「mail」と「form」のどちらか一つが必要です",
        help: "メールで受けるなら mail にメールアドレスを、入力フォームで受けるなら form にその URL を、一つだけ書いてください",
        meaning: "問い合わせのリンクは、各取組のページに一つだけ置かれます。どちらもなければリンクの行き先がなく、両方あればどちらへ導くのか決められません。",
    },
    en: Words {
        message: "either “mail” or “form” is needed",
        help: "write a mail address as mail, or the address of a form as form, and not both",
        meaning: "Each initiative's page has one link for questions. Without either of the two it leads nowhere; with both, nobody can tell where it should lead.",
    },
};

pub(crate) static UNKNOWN_PLACEHOLDER: Rule = Rule {
    code: "K328",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "contact: {name: 広報課, form: \"https://form.example.jp/?about={titel}\"}",
        right: "contact: {name: 広報課, form: \"https://form.example.jp/?about={title}\"}",
    }),
    ja: Words {
        message: "「{found}」という差し込みはありません",
        help: "使えるのは、かっこ { } で囲んだ id（番号）、title（題名）、url（ページのアドレス）、subject（件名）です",
        meaning: "フォームのアドレスの { } で囲んだところは、取組ごとの番号や題名に置き換わります。決められた名前のほかは、何に置き換えればよいか分かりません。",
    },
    en: Words {
        message: "nothing can be filled in for “{found}”",
        help: "what can stand in braces is id, title, url and subject",
        meaning: "In the address of a form, a word in braces is replaced by an initiative's id, title, address, or a subject made of them. Nobody knows what any other word should become.",
    },
};
