//! `K7xx`: what the web says, when it is asked.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static GONE_ADDRESS: Rule = Rule {
    code: "K701",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "詳しくは[市報](http://www.city.example/gone.html)を見る。",
        right: "詳しくは[市報](http://www.city.example/index.html)を見る。",
    }),
    ja: Words {
        message: "「{address}」にページがありません（{status}）",
        help: "ページが移っていれば新しいアドレスに直し、なくなっていればリンクを外してください",
        meaning: "リンク先のサーバーが、そのページはないと答えました（404 または 410）。移動や年度更新でアドレスが変わることがよくあります。読む人が行き止まりに着かないように、リンク先のサイトで今のアドレスを探してください。",
    },
    en: Words {
        message: "there is no page at “{address}” ({status})",
        help: "write the new address if the page has moved, or take the link out if it is gone",
        meaning: "The server of the address says that it has no such page (404 or 410). Pages often move when a site is renewed or a fiscal year begins. Look for the present address on that site, so that readers do not end up nowhere.",
    },
};

pub(crate) static NO_SUCH_HOST: Rule = Rule {
    code: "K702",
    severity: Severity::Note,
    example: Some(Example {
        wrong: "詳しくは[市報](http://wwww.city.example/)を見る。",
        right: "詳しくは[市報](http://www.city.example/)を見る。",
    }),
    ja: Words {
        message: "「{address}」のサーバーが見つかりません",
        help: "アドレスのつづりを確かめてください。正しければ、このパソコンがインターネットにつながっているかを確かめてください",
        meaning: "アドレスの「//」から次の「/」までがサーバーの名前です。その名前のサーバーが見つかりませんでした。つづりの誤りか、サイトそのものがなくなったか、このパソコンから外に出られないかのどれかです。",
    },
    en: Words {
        message: "the server of “{address}” is not found",
        help: "check the spelling of the address; if it is right, check whether this computer is connected to the internet",
        meaning: "The part of an address between “//” and the next “/” is the name of a server. No server of that name was found: it is misspelt, the whole site is gone, or this computer cannot reach the internet.",
    },
};

pub(crate) static UNREACHABLE: Rule = Rule {
    code: "K703",
    severity: Severity::Note,
    example: None,
    ja: Words {
        message: "「{address}」のサーバーから答えがありません",
        help: "ブラウザーで開いて確かめてください。開ければ、直す必要はありません",
        meaning: "サーバーにつながらないか、つながっても時間内に答えがありませんでした。一時的に止まっているだけのことも、庁内のネットワークが通さないこともあります。何日か続くときは、リンク先を見直してください。",
    },
    en: Words {
        message: "the server of “{address}” does not answer",
        help: "open it in a browser; if that works, nothing has to be changed",
        meaning: "The server could not be reached, or gave no answer in time. It may be down for a while, or the office network may block the request. If it goes on for days, look for another address.",
    },
};

pub(crate) static UNSAFE_CONNECTION: Rule = Rule {
    code: "K704",
    severity: Severity::Note,
    example: None,
    ja: Words {
        message: "「{address}」と安全に接続（https）できません",
        help: "ブラウザーで開いて確かめてください。警告が出るときは、リンク先の管理者に知らせるか、別のアドレスにしてください",
        meaning: "https のアドレスは、サーバーが証明書を示して初めてつながります。証明書の期限が切れているか、別のサーバーのものか、サーバーが https に対応していません。読む人のブラウザーにも警告が出るおそれがあります。",
    },
    en: Words {
        message: "there is no safe connection (https) to “{address}”",
        help: "open it in a browser; if that warns you, tell whoever runs that site, or write another address",
        meaning: "An https address works only if its server shows a certificate. This one has expired or belongs to another server, or the server does not support https. The browsers of readers may warn them too.",
    },
};

pub(crate) static REFUSED: Rule = Rule {
    code: "K705",
    severity: Severity::Note,
    example: None,
    ja: Words {
        message: "「{address}」は開けませんでした（サーバーの答えは {status}）",
        help: "ブラウザーで開いて確かめてください。だれでも開けるページであれば、直す必要はありません",
        meaning: "サーバーは答えましたが、ページを見せませんでした。401 と 403 は見る人を限っているか、プログラムからの問い合わせを断っていること、500 番台はサーバーの不調を表します。読む人が開けるページかどうかを確かめてください。",
    },
    en: Words {
        message: "“{address}” could not be opened (the server says {status})",
        help: "open it in a browser; if anybody can see the page, nothing has to be changed",
        meaning: "The server answered but did not show the page. 401 and 403 mean that it is not for everybody, or that the server turns programs away; numbers from 500 mean that something is wrong with the server. See whether readers can open it.",
    },
};

pub(crate) static ASTRAY: Rule = Rule {
    code: "K706",
    severity: Severity::Note,
    example: Some(Example {
        wrong: "詳しくは[市報](http://www.city.example/circle.html)を見る。",
        right: "詳しくは[市報](http://www.city.example/index.html)を見る。",
    }),
    ja: Words {
        message: "「{address}」は転送が続くばかりで、ページに着きません",
        help: "ブラウザーで開いて確かめてください。ページが開いたら、そのときのアドレスを書き、開かなければリンクを外してください",
        meaning: "アドレスの中には、開くと別のアドレスへ送られるものがあります。このアドレスでは転送が何度も続いたか、ウェブページではない所へ送られました。行き着くページのアドレスを直接書くと確実です。",
    },
    en: Words {
        message: "“{address}” only leads from one address to another, and to no page",
        help: "open it in a browser; write the address of the page you arrive at, or take the link out if there is none",
        meaning: "Some addresses send whoever opens them to another one. This one did so again and again, or led to something that is not on the web. It is best to write the address of the final page.",
    },
};

pub(crate) static NOT_ASKED: Rule = Rule {
    code: "K707",
    severity: Severity::Note,
    example: None,
    ja: Words {
        message: "「{address}」は、今回は確かめていません",
        help: "時間をおいて、もう一度確かめてください。急ぐときはブラウザーで開いてください",
        meaning: "リンク先に迷惑をかけないよう、一度に問い合わせる件数と時間には上限があります。上限に達したか、リンク先のサーバーから「あとにしてほしい」と答えがあったため、問い合わせをやめました。リンクが誤っているという意味ではありません。",
    },
    en: Words {
        message: "“{address}” was not checked this time",
        help: "check again later, or open it in a browser if it is urgent",
        meaning: "So as not to be a burden on other sites, there is a limit to how many addresses are asked, and for how long. That limit was reached, or the server asked to be left alone for a while. It does not mean that the link is wrong.",
    },
};
