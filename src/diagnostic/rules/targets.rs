//! `K419`, `K421`–`K429`: the sense of the targets, asked about. A `note:` answers, but for a result outside of the plan's years (K419)
//! and a misspelt comparator (K428), which would stay wrong.

use crate::diagnostic::{Example, Rule, Severity, Words};

pub(crate) static RESULT_OUTSIDE: Rule = Rule {
    code: "K419",
    severity: Severity::Warning,
    example: Some(Example { wrong: "results: {2035: 110件}", right: "results: {2026: 110件}" }),
    ja: Words {
        message: "{year} 年度の実績値は、計画期間（{period} 年度）の外です",
        help: "年度を直してください。意図したものなら、ファイルの先頭の項目に「allow: [K419]」と書き足してください",
        meaning: "年度の打ち間違いで起こることがほとんどです。計画が始まる前の値は、実績値（results）ではなく、現況値（baseline）に書きます。",
    },
    en: Words {
        message: "a result of {year} is outside the plan’s period ({period})",
        help: "mend the year; if it is meant, add “allow: [K419]” to the front matter",
        meaning: "In most cases the year is mistyped. A value from before the plan began is a baseline, not a result.",
    },
};

pub(crate) static ALREADY_MET: Rule = Rule {
    code: "K421",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 120件以上\n    baseline: 120件",
        right: "    target: 150件以上\n    baseline: 120件",
    }),
    ja: Words {
        message: "現況値（{baseline}）は、すでに目標値（{target}）に達しています",
        help: "値と「以上」「以下」などを確かめてください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "目標値や現況値の打ち間違いか、「以上」と「以下」の取り違えかもしれません。今の水準を保つことが目標なら、そのことを note に書いておくと、読む人に伝わります。",
    },
    en: Words {
        message: "the baseline ({baseline}) meets the target ({target}) already",
        help: "check the values and the comparator; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "A value may be mistyped, or “at least” (以上) and “at most” (以下) confused. If the aim is to keep the present level, a note tells the reader so.",
    },
};

pub(crate) static BELOW_BASELINE: Rule = Rule {
    code: "K422",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 80件\n    baseline: 100件",
        right: "    target: 150件\n    baseline: 100件",
    }),
    ja: Words {
        message: "目標値（{target}）が現況値（{baseline}）を下回っています",
        help: "減らす目標なら「80件以下」のように書いてください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "増やしたい数であれば、今より低い目標になっています。減らしたい数であれば、「80件以下」のように書くと、そうと分かります。",
    },
    en: Words {
        message: "the target ({target}) is below the baseline ({baseline})",
        help: "write “≤80” or “at most 80” if it is to shrink; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "If the number is meant to grow, this target asks for less than there is now. If it is meant to shrink, “≤” or “at most” (以下) makes that clear.",
    },
};

pub(crate) static NO_BASELINE: Rule = Rule {
    code: "K423",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 120件以上",
        right: "    target: 120件以上\n    baseline: 100件",
    }),
    ja: Words {
        message: "「{name}」に現況値がありません",
        help: "baseline に現況値を書いてください。測っていないなど、値がないときは note に理由を書いてください",
        meaning: "出発点となる数値がないと、目標がどれほどの前進なのかを、読む人が確かめられません。",
    },
    en: Words {
        message: "“{name}” has no baseline",
        help: "write the present value as baseline; if there is none, give the reason as note",
        meaning: "Without a number to start from, readers cannot tell how big a step the target is.",
    },
};

pub(crate) static OTHER_UNIT: Rule = Rule {
    code: "K424",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 120件\n    baseline: 30%",
        right: "    target: 120件\n    baseline: 100件",
    }),
    ja: Words {
        message: "目標値（{target}）と現況値（{baseline}）の単位が違います",
        help: "同じ単位の値に直してください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "単位の違う二つの値は比べられません。どちらかに、別の指標の値を書いてしまったのかもしれません。",
    },
    en: Words {
        message: "target ({target}) and baseline ({baseline}) have different units",
        help: "give both in the same unit; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "Values in different units cannot be compared. One of them may have been taken from another measure.",
    },
};

pub(crate) static PER_YEAR: Rule = Rule {
    code: "K425",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 320件\n    baseline: 100件/年",
        right: "    target: 320件/年\n    baseline: 100件/年",
    }),
    ja: Words {
        message: "目標値（{target}）は期間全体の値、現況値（{baseline}）は1年あたりの値のようです",
        help: "どちらも1年あたり（件/年 など）か、期間全体の値にそろえてください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "数年分を足した値と1年分の値は、そのままでは比べられません。目標が大きく見えても、1年あたりでは今より少ないことがあります。",
    },
    en: Words {
        message: "the target ({target}) seems to be for the whole period, the baseline ({baseline}) for a year",
        help: "give both for a year or both for the period; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "The sum over several years cannot be compared with the value of one year. A target that looks large may be less per year than there is today.",
    },
};

pub(crate) static OTHER_MEASURE: Rule = Rule {
    code: "K426",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    target: 120件\n    baseline: {value: 100件, name: 電話の件数}",
        right: "    target: 120件\n    baseline: 100件",
    }),
    ja: Words {
        message: "現況値は、目標とは別の指標「{name}」の値です",
        help: "同じ指標の現況値があれば、それに直してください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "baseline に name が書かれていると、現況値は目標値と違うものを測った値だということになり、そのままでは比べられません。",
    },
    en: Words {
        message: "the baseline is of another measure, “{name}”",
        help: "give the baseline of the same measure if there is one; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "A baseline with a name of its own was measured differently from the target, so the two cannot be compared.",
    },
};

pub(crate) static OTHER_HORIZON: Rule = Rule {
    code: "K427",
    severity: Severity::Warning,
    example: Some(Example { wrong: "    baseline: 100件\n    year: 2035", right: "    baseline: 100件" }),
    ja: Words {
        message: "目標の年度（{year}）が、計画期間の最後の年度（{end}）と違います",
        help: "年度を確かめてください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "年度の打ち間違いのほか、ほかの計画の目標を引いてきたときなどに起こります。計画期間より後の年度の目標は、計画が終わったときに、達成できたかどうかを確かめられません。",
    },
    en: Words {
        message: "the target is for {year}, but the plan ends with {end}",
        help: "check the year; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "The year may be mistyped, or the target taken from another plan. When this plan ends, nobody can tell yet whether a target for a later year is met.",
    },
};

pub(crate) static UNKNOWN_COMPARATOR: Rule = Rule {
    code: "K428",
    severity: Severity::Warning,
    example: Some(Example { wrong: "target: 10％末満", right: "target: 10％未満" }),
    ja: Words {
        message: "「{found}」の「以上」「未満」などが書き誤りのようです",
        help: "以上・以下・以内・未満・超・を超える・を上回る・を下回る、または ≧ ≦ のどれかで書いてください。意図したものなら、ファイルの先頭の項目に「allow: [K428]」と書き足してください",
        meaning: "目標値の「以上」「以下」「未満」などは、プログラムも読み取って、公開するデータに入れます。\
                  漢字の変換を誤ったり、かなで書いたりすると、単位の一部とみなされ、読み取れません。\
                  ページには、書いたとおりの文字がそのまま載ります。",
    },
    en: Words {
        message: "the comparator of “{found}” seems to be misspelt",
        help: "write ≥, ≤, >, <, or at least, at most, more than, less than, up to, or more, or less (in Japanese 以上, 以下, 以内, 未満, 超, を超える, を上回る, を下回る); if it is meant, add “allow: [K428]” to the front matter",
        meaning: "Words such as 以上 (at least) and 未満 (less than) are read by the program and go into the published \
                  data. One that is misspelt, or written in kana, is taken for part of the unit. The page shows \
                  the value as it was written.",
    },
};

pub(crate) static NO_TARGET: Rule = Rule {
    code: "K429",
    severity: Severity::Warning,
    example: Some(Example {
        wrong: "    baseline: 100件",
        right: "    target: 120件以上\n    baseline: 100件",
    }),
    ja: Words {
        message: "「{name}」に目標値がありません",
        help: "target に目標値を書いてください。意図したものであれば note に理由を書いてください（ページの数値の横に出ます）",
        meaning: "今の値は分かりますが、どこまで進めるのかが読む人に伝わりません。目標を別の指標で立てているときにも起こります。",
    },
    en: Words {
        message: "“{name}” has no target",
        help: "write the value to be reached as target; if it is meant, give the reason as note: it is shown beside the value",
        meaning: "Readers learn where things stand, but not how far they are to get. It also happens when the target is set in terms of another measure.",
    },
};
