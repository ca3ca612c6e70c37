//! Front matters that can be read, in every dress that YAML allows.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Keys with a value each, as one of several writes it.
const ENTRIES: &[&[&str]] = &[
    &[
        "title: 村営バス",
        "title:   \"村営バス\"",
        "title: '村営バス'   # 題名",
        "\"title\": >-\n  村営\n  バス",
        "title:\n  村営バス",
    ],
    &["number: 1", "number:    1", "number:\n    1 # 番号"],
    &[
        "departments: [総務係]",
        "departments:   [ 総務係 ,  産業係 ]",
        "departments:\n- 総務係\n-   産業係",
        "departments: [ # 主管\n    総務係, # 一\n    産業係\n  ]",
        "departments:\n    # 主管\n    - \"総務係\"\n\n\n    - 産業係",
        "departments: []",
        "departments: [\n]",
    ],
    &["sdgs: [\"8.10\", '17']", "sdgs:\n  - 8.10\n  -    \"17\"", "sdgs: [8.10]"],
    &[
        "disclosure:\n      pages: [a, {url: \"https://a.example/\", title: \"b, c\"}]\n      website: true",
        "disclosure: {other: [市報], website: true}",
        "disclosure:\n  other:\n  - 市報\n  # あと\n  website:   true\n  # 終わり",
    ],
    &[
        "vision: |\n  一\n\n    二  \n  三",
        "vision: |+\n      一\n\n\n",
        "vision: >-   # 目標\n   一\n   二\n",
        "vision: |2\n    一\n   二",
        "vision: \"一\n\n     二\"",
        "vision: 一\n  二\n\n   三",
        "vision: '一 # 二'",
        "vision: \"一\\n二\"",
        "vision: |\n",
        "vision: |+\n\n",
        "vision: |\n\n  一   \n   \n     \n",
    ],
    &[
        "actions:\n- schedule:\n  - 2025-2027: 運行\n    2027:   見直し\n  name: 運行\n- name: 見直し",
        "actions: [{schedule: [{2025: 運行}, {2026: \"運行, 見直し\"}], name: 運行}]",
        "actions:\n    -   name: 運行\n        group: 交通   # 群\n        schedule:\n        - \"2025\": 運行",
        "actions:\n  -\n    # 上\n    schedule: [2025: 運行]\n    # 中\n    name: 運行",
    ],
    &[
        "targets:\n  - {target: 10人以上, name: 利用者}\n  - 減らさない",
        "targets:\n- baseline: {year: 2024, value: \"1,000人\"}\n  name: 利用者\n  results:\n     2025: 5人\n  target: 10人",
        "targets:\n- | # 目標\n  減らさない\n- >+\n\n  減らさない\n\n",
        "targets: [\"10:30\", 'a ''b''']",
        "targets:\n  - 利用者を\n    減らさない\n  # - 後で\n",
    ],
    &["notes: \"1.05\"", "notes: '-'", "notes: \"*1\"", "notes: # なし\n  -1", "notes: ~", "備考: 注"],
    &["allow: [K414]", "allow:   ['K414', \"K421\"]  # 静かに"],
    &["titel: a", "予算: {b: 1}", "? x\n: y"],
];

/// What may stand between entries.
const BETWEEN: &[&str] =
    &["", "", "", "\n", "\n\n\n", "# 注\n", "   # 注\n", "# 注\n\n", "\n# 注\n#注\n", " \n"];

/// A front matter of some of these, in any order.
pub fn front() -> impl Strategy<Value = String> {
    let entries = subsequence(ENTRIES, 0..=ENTRIES.len()).prop_shuffle();
    let written = entries.prop_flat_map(|entries| {
        entries.into_iter().map(|dresses| (select(BETWEEN), select(dresses))).collect::<Vec<_>>()
    });
    (written, vec(select(BETWEEN), 0..2)).prop_map(|(entries, last)| {
        let entries = entries.into_iter().flat_map(|(above, entry)| [above, entry, "\n"]);
        entries.chain(last).collect()
    })
}
