//! What files are made of, and what breaks readers of files.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Keys as they should be written, as clerks write them, and what no map has.
const KEYS: &[&str] = &[
    "title",
    "number",
    "departments",
    "less",
    "sdgs",
    "disclosure",
    "vision",
    "actions",
    "targets",
    "programs",
    "notes",
    "allow",
    "name",
    "group",
    "schedule",
    "target",
    "text",
    "baseline",
    "value",
    "year",
    "results",
    "note",
    "label",
    "labels",
    "slug",
    "yomi",
    "description",
    "organization",
    "code",
    "url",
    "base_url",
    "language",
    "period",
    "baseline_year",
    "levels",
    "numbering",
    "year_style",
    "theme",
    "website",
    "other",
    "pages",
    "order",
    "overview",
    "synonyms",
    "suggestions",
    "題名",
    "所管課",
    "担当",
    "目標値",
    "現況値",
    "行動計画",
    "ＳＤＧｓ",
    "ｔｉｔｌｅ",
    "titel",
    "2025",
    "2025-2027",
    "2026〜",
    "令和8",
    "<<",
    "?",
    "\"",
    "",
];

/// What stands behind a key, or anywhere.
const WORDS: &[&str] = &[
    "みどり村",
    "総務係",
    "総務課",
    "産業",
    "くらし",
    "circled",
    "ja",
    "en",
    "true",
    "はい",
    "null",
    "~",
    "未実施",
    "K414",
    "K999",
    "K201",
    "1",
    "-1",
    "０",
    "①",
    "一",
    "99999999999999999999",
    "1e9",
    "0x1F",
    ".5",
    "8.10",
    "\"8.10\"",
    "5.5.1",
    "17-14",
    "１７．１４",
    "2027",
    "2025-2027",
    "2027-2025",
    "２０２６～２７",
    "令和8年度",
    "令和元年",
    "平成99年",
    "R6",
    "昭和",
    "12,000人以上",
    "10%末満",
    "9.8割超",
    "△5.0%",
    "約3時間/年",
    "1/2",
    "https://mura.example.jp/",
    "http://[::1",
    "javascript:alert(1)",
    "../..",
    "/plan/1-2.html#x",
    "C:\\con",
    "aux",
];

/// What has a meaning in YAML, or looks as if it had.
const YAML: &[&str] = &[
    ": ",
    ":",
    "： ",
    "：",
    "，",
    ", ",
    "、",
    " # ",
    "#",
    "- ",
    "-",
    "－ ",
    "[",
    "]",
    "{",
    "}",
    "［",
    "］",
    "｛",
    "｝",
    "[]",
    "{}",
    "\"",
    "'",
    "’",
    "”",
    "“",
    "「",
    "」",
    "''",
    "\\\"",
    "\\u0000",
    "\\x",
    "|",
    ">",
    "|-",
    ">9",
    "|0",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "%YAML 1.1",
    "@",
    "`",
    "? ",
    "---",
    "...",
    "--- ",
    "－－－",
    "———",
    "\t",
    "　",
    " ",
    "    ",
    "<<: *a",
];

/// What has a meaning in Markdown, or looks as if it had.
const PROSE: &[&str] = &[
    "# ",
    "### ",
    "\n======\n",
    "**「重要」**です",
    "**",
    "*",
    "_",
    "`",
    "```",
    "~~~",
    "~~",
    "> ",
    "1. ",
    "- [ ] ",
    "- ",
    "    ",
    "[こちら](/plan/1-2.html)",
    "[x](/plan/1-2.html#くらし)",
    "[x](#)",
    "[x](//)",
    "[x]( <",
    "[",
    "](",
    "![](a.png)",
    "![図](/a b.png)",
    "<https://mura.example.jp/>",
    "www.example.jp",
    "[^1]",
    "[^1]: 注",
    "[x]: /y",
    "| a | b |",
    "|---|:-:|",
    "\\|",
    "\\",
    "<br>",
    "<br",
    "<script>",
    "<!--",
    "-->",
    "<a href='",
    "</",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "令和8（2026）年度",
    "令和8年度（2027年度）",
    "平成",
    "{{ x }}",
    "{% raw %}",
    "\n\n",
    "\n",
    "  \n",
    "かく。",
    "行く",
    "。",
    "、",
    "「",
    "」",
];

/// Characters that nobody sees, that are not alone, or that stand at an edge of Unicode.
const CHARACTERS: &[&str] = &[
    "\0",
    "\u{1}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{2066}",
    "\u{3000}",
    "\u{feff}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{e000}",
    "\u{10ffff}",
    "か\u{3099}",
    "\u{309a}",
    "辻\u{e0100}",
    "e\u{301}\u{301}\u{301}",
    "👨‍👩‍👧‍👦",
    "🇯🇵",
    "ｶﾞ",
    "㈱",
    "㍻",
    "髙",
    "𠮷",
    "ﷺ",
    "İ",
    "ß",
    "ﬃ",
];

/// What is no UTF-8: `Shift_JIS`, EUC-JP, UTF-16, and halves of characters.
const BYTES: &[&[u8]] = &[
    b"\x8e\x7b\x8d\xf4",
    b"\x83\x5c",
    b"\x81\x40",
    b"\xbb\xdc\xba\xf6",
    b"\x1b$B;\\\x1b(B",
    b"\xff\xfe",
    b"\xfe\xff",
    b"a\0b\0",
    b"\x80",
    b"\xe3\x81",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\xff",
];

const LINE_ENDS: &[&str] = &["\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", "\u{2028}", "\u{85}", ""];

const INDENTATIONS: &[&str] =
    &["", "", "", "  ", "  ", "    ", "      ", " ", "- ", "  - ", "    - ", "\t", "　", "> ", "- - - "];

/// Something small of any kind.
pub fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        6 => text(KEYS),
        6 => text(WORDS),
        6 => text(YAML),
        4 => text(PROSE),
        2 => text(CHARACTERS),
        1 => select(BYTES).prop_map(<[u8]>::to_vec),
        1 => any::<char>().prop_map(|c| c.to_string().into_bytes()),
        1 => any::<i64>().prop_map(|number| number.to_string().into_bytes()),
    ]
}

/// A file of anything, in lines; often with a front matter.
pub fn file() -> impl Strategy<Value = Vec<u8>> {
    let front = (vec(line(), 0..10), vec(line(), 0..4))
        .prop_map(|(front, body)| [b"---\n", front.concat().as_slice(), b"\n---\n", &body.concat()].concat());
    prop_oneof![2 => front, 1 => vec(line(), 0..12).prop_map(|lines| lines.concat())]
}

/// A line that is often nearly right.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let value = || vec(piece(), 0..4).prop_map(|pieces| pieces.concat());
    let entry = (text(KEYS), text(&[": ", ": ", ": ", ":", "：", " : "]), prop_oneof![text(WORDS), value()])
        .prop_map(|(key, colon, value)| [key, colon, value].concat());
    (text(INDENTATIONS), prop_oneof![3 => entry, 1 => value()], text(LINE_ENDS))
        .prop_map(|(indentation, line, end)| [indentation, line, end].concat())
}

/// A text of Markdown that the check may well find nothing wrong with, so that it becomes a page.
pub fn prose() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![6 => text(PROSE), 4 => text(WORDS), 1 => text(CHARACTERS)];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// The name of a file or folder, or what would never be one.
pub fn name() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => select(&["plan", "pages", "registers", "static", "1-living", "_index", "site", "1-bus", "a", ".", "..", "", "con"][..]),
        2 => select(CHARACTERS),
        2 => select(WORDS),
        3 => select(&[".md", ".yaml", ".yml", ".txt", "．md", ".MD", "\\", " "][..]),
    ];
    vec(part, 1..4).prop_map(|parts| parts.concat())
}

fn text(list: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    select(list).prop_map(|text| text.as_bytes().to_vec())
}
