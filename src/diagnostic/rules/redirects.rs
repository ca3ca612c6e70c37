//! `K631`–`K642`: addresses that last.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static NOT_AN_ADDRESS: Rule = Rule {
    code: "K631",
    severity: Severity::Error,
    example: Some(Example { wrong: "plan/9.html: ../plan/1.html", right: "plan/9.html: plan/1.html" }),
    ja: Words {
        message: "「{found}」は、サイトの中のアドレスではありません",
        help: "サイトの最初のページから数えたアドレスを、半角で「plan/1-1-3.html」のように書いてください。転送先がほかのサイトなら、https:// から書きます",
        meaning: "redirects.yaml のアドレスは、どこに公開しても同じになるように、サイトの最初のページから数えます。「..」や「\\」、全角の「／」などは使えません。「*」は、転送元の最後にだけ書けます。",
    },
    en: Words {
        message: "“{found}” is no address of this site",
        help: "write it as it counts from the site’s first page: “plan/1-1-3.html”; where a redirect leads to another site, write all of its address, from https:// on",
        meaning: "Addresses in redirects.yaml count from the site’s first page, so that they stay the same wherever it is published. They hold no “..” and no “\\”. A “*” may only end an old address.",
    },
};

pub(crate) static CONFLICT: Rule = Rule {
    code: "K632",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "<<<<<<< HEAD\nindex.html\n=======\nplan/index.html\n>>>>>>> main",
        right: "index.html\nplan/index.html",
    }),
    ja: Words {
        message: "二人の変更がぶつかった跡が残っています",
        help: "「<<<<<<<」「=======」「>>>>>>>」で始まる行だけを消し、アドレスの行はどちらも残してください",
        meaning: "二人がそれぞれ記録したアドレスを Git がつなげなかった跡です。どちらのアドレスも公開したものなので、両方とも残します。順番が前後しても、そのままでかまいません。",
    },
    en: Words {
        message: "the changes of two people were left unjoined here",
        help: "remove the lines that begin with “<<<<<<<”, “=======” or “>>>>>>>”, and keep the addresses of both",
        meaning: "Two people recorded addresses, and Git could not join them. All of them were published, so all of them stay, in whatever order.",
    },
};

pub(crate) static LOST_ADDRESS: Rule = Rule {
    code: "K633",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "plan/8.html: plan/1.html",
        right: "plan/8.html: plan/1.html\nplan/9.html: plan/1.html",
    }),
    ja: Words {
        message: "公開していた「{found}」が、なくなります",
        help: "移した先を content/redirects.yaml に「{line}」のように書いてください。だれも開かないと分かっているアドレスなら、この行を消してください",
        meaning: "一度公開したアドレスは、リンクや印刷物、検索エンジンに残っています。ページがなくなると、そこから来た人は「ページが見つかりません」に行き着きます。content/redirects.yaml に転送先を書くと、元のアドレスのページが新しいページへ案内します。",
    },
    en: Words {
        message: "“{found}” was published, and is no more",
        help: "say in content/redirects.yaml where it went: “{line}”; if you know that nobody asks for it, remove this line",
        meaning: "An address that was published once stands in links, on paper and in search engines. Whoever comes from there would be told that there is no such page. With an entry in content/redirects.yaml a page at the old address leads to the new one.",
    },
};

pub(crate) static STILL_THERE: Rule = Rule {
    code: "K634",
    severity: Severity::Error,
    example: Some(Example { wrong: "plan/1.html: plan/index.html", right: "plan/9.html: plan/index.html" }),
    ja: Words {
        message: "転送元の「{found}」は、今のサイトで使われています",
        help: "この行を消すか、転送元のアドレスを直してください",
        meaning: "redirects.yaml の左側には、なくなったページのアドレスを書きます。今もあるページ、assets/ や search/ の中、同じ名前のフォルダーがあるアドレスは、転送元にできません。新しい取組が元の番号を使ったときにも起こります。",
    },
    en: Words {
        message: "the old address “{found}” is in use",
        help: "remove the entry, or mend its old address",
        meaning: "On the left of redirects.yaml stands the address of a page that is no more. It cannot be that of a page or folder that is there, nor in assets/ or search/. It also happens when a new initiative takes the number of an old one.",
    },
};

pub(crate) static MOVED_TWICE: Rule = Rule {
    code: "K635",
    severity: Severity::Error,
    example: Some(Example {
        wrong: "plan/8.html: plan/9.html\nplan/9.html: plan/1.html",
        right: "plan/8.html: plan/1.html\nplan/9.html: plan/1.html",
    }),
    ja: Words {
        message: "転送先の「{found}」は、さらに転送されます",
        help: "最後に行き着くアドレスを、ここにも書いてください",
        meaning: "転送が続くと、開くのに時間がかかり、途中であきらめる検索エンジンもあります。ページを二度移したときは、古い行の転送先も新しいアドレスに直します。",
    },
    en: Words {
        message: "the new address “{found}” is redirected itself",
        help: "write where it leads in the end",
        meaning: "One redirect after another takes its time, and some search engines give up on the way. Where a page has moved twice, the older entry should lead to the newest address too.",
    },
};

pub(crate) static IN_A_CIRCLE: Rule = Rule {
    code: "K636",
    severity: Severity::Error,
    example: Some(Example { wrong: "plan/9.html: plan/9.html", right: "plan/9.html: plan/1.html" }),
    ja: Words {
        message: "「{found}」への転送は、元へ戻ってしまいます",
        help: "今あるページのアドレスを、転送先に書いてください",
        meaning: "転送先をたどると同じアドレスに戻り、どのページにも行き着きません。左右を書き間違えたか、移したページを元へ戻したのかもしれません。",
    },
    en: Words {
        message: "the redirect to “{found}” leads back to where it came from",
        help: "write the address of a page that is there",
        meaning: "Whoever follows these redirects comes back to the same address and never to a page. Old and new may have been mixed up, or a page was moved back.",
    },
};

pub(crate) static NEVER_RECORDED: Rule = Rule {
    code: "K637",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "plan/8.html: plan/1.html\nplan/9.html: plan/1.html",
        right: "plan/9.html: plan/1.html",
    }),
    ja: Words {
        message: "転送元の「{found}」を公開した記録がありません",
        help: "アドレスの打ち間違いでないか、content/addresses.lock と見比べてください。前のサイトのアドレスなど、意図したものなら、このファイルに「allow: [K637]」と書き足してください",
        meaning: "公開したアドレスはすべて addresses.lock にあります。そこにないアドレスからの転送は、打ち間違いで、だれの役にも立っていないかもしれません。",
    },
    en: Words {
        message: "there is no record that “{found}” was ever published",
        help: "compare it with content/addresses.lock; if it is meant, as where it is the address of an older site, add “allow: [K637]” to this file",
        meaning: "Every address that was published stands in addresses.lock. A redirect from any other may be mistyped, and then it helps nobody.",
    },
};

pub(crate) static VAIN_STAR: Rule = Rule {
    code: "K638",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "plan/9.html: plan/1.html\ncompare/*: index.html",
        right: "plan/9.html: plan/1.html",
    }),
    ja: Words {
        message: "「{found}」に当たる、なくなったアドレスがありません",
        help: "書き間違いを直すか、要らなければ消してください。意図したものなら、このファイルに「allow: [K638]」と書き足してください",
        meaning: "「*」で終わる転送元は、そこまでが同じで今はないアドレスを、addresses.lock の記録から探します。記録がなければ（build --record を一度もしていなければ）、何も転送されません。",
    },
    en: Words {
        message: "no address that is no more begins as “{found}” does",
        help: "mend it, or remove it if it is not needed; if it is meant, add “allow: [K638]” to this file",
        meaning: "An old address that ends in “*” stands for all addresses in addresses.lock that begin in the same way and are published no more. Where nothing was recorded (by build --record), it redirects nothing.",
    },
};

pub(crate) static NO_REDIRECT_PAGE: Rule = Rule {
    code: "K639",
    severity: Severity::Note,
    example: Some(Example { wrong: "plan.pdf: plan/1.html", right: "allow: [K639]\nplan.pdf: plan/1.html" }),
    ja: Words {
        message: "「{found}」からの転送は、_redirects を読むサーバーでしか働きません",
        help: "サーバーの設定で転送するか、元のファイルを content/static/ に残してください。確かめたら、このファイルに「allow: [K639]」と書き足してください",
        meaning: "転送は、元のアドレスに案内のページを置いて行います。「.html」で終わらないアドレスには、そのページを置けません。Netlify や Cloudflare Pages のように _redirects を読むところでは転送されます。",
    },
    en: Words {
        message: "only hosts that read _redirects can lead on from “{found}”",
        help: "let your server redirect it, or keep the file in content/static/; once that is settled, add “allow: [K639]” to this file",
        meaning: "A redirect is a page at the old address that leads to the new one. There can be no page at an address that does not end in “.html”. Hosts that read _redirects, as Netlify and Cloudflare Pages do, redirect it all the same.",
    },
};

pub(crate) static OLD_LINK: Rule = Rule {
    code: "K640",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "[広報の取組](/plan/9.html)を見る。",
        right: "[広報の取組](/plan/1.html)を見る。",
    }),
    ja: Words {
        message: "「{target}」は、前のアドレスです",
        help: "今のアドレス「{new}」に直してください",
        meaning: "redirects.yaml で転送されるので、リンクを押した人は新しいページに着きます。サイトの中のリンクは、案内のページを通らないように、今のアドレスにします。",
    },
    en: Words {
        message: "“{target}” is an old address",
        help: "write the present one: “{new}”",
        meaning: "redirects.yaml leads on whoever follows this link. Links within the site should lead to the page itself, and not to the one that says where it went.",
    },
};

pub(crate) static NOT_RECORDABLE: Rule = Rule {
    code: "K641",
    severity: Severity::Error,
    example: Some(Example { wrong: "/plan/1.html", right: "plan/1.html" }),
    ja: Words {
        message: "「{found}」は、公開したアドレスの記録として読めません",
        help: "公開したことのないアドレスなら、この行を消してください。公開したものなら、サイトの最初のページから数えて「plan/1-1-3.html」のように書いてください",
        meaning: "addresses.lock は build --record が書きます。公開したことのあるアドレスが、一行に一つあります。ほかのサイトのアドレスや、「..」「\\」「:」などのある行は使えません。転送先は、ここではなく redirects.yaml に書きます。",
    },
    en: Words {
        message: "“{found}” is no record of an address",
        help: "if it was never published, remove this line; if it was, write it as it counts from the site’s first page: “plan/1-1-3.html”",
        meaning: "build --record writes addresses.lock: the addresses that were published, one a line. No address of another site stands there, and none has “..”, “\\” or “:” in it. Where an old address leads is said in redirects.yaml instead.",
    },
};

pub(crate) static LOST_FILE: Rule = Rule {
    code: "K642",
    severity: Severity::Warning,
    example: Some(Example { wrong: "plan.pdf\nplan/1.html", right: "plan/1.html" }),
    ja: Words {
        message: "公開していたファイル「{found}」が、なくなります",
        help: "元のファイルを content/static/ に残すか、移した先を content/redirects.yaml に書いてください。だれも開かないと分かっているアドレスなら、この行を消してください",
        meaning: "一度公開したアドレスは、リンクや印刷物、検索エンジンに残っています。PDF やデータには案内のページを代わりに置けないので、ファイルそのものを残すのが確実です。ほかのファイルへ移したときは転送もできますが、_redirects を読むサーバーでしか働きません。",
    },
    en: Words {
        message: "the file “{found}” was published, and is no more",
        help: "keep the file in content/static/, or say in content/redirects.yaml where it went; if you know that nobody asks for it, remove this line",
        meaning: "An address that was published once stands in links, on paper and in search engines. No page can stand in for a PDF or for data, so the surest way is to keep the file. Where it has become another one a redirect can say so, but only hosts that read _redirects obey it.",
    },
};
