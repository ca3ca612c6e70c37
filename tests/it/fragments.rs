//! The text of the printed sheets (`tests/fixtures/koriyama/source.txt`), cut into the fragments that a page must show.
//!
//! The text comes from a machine that read paper, so some of what is in it is no text of the plan. What is mended here is
//! all that may be mended:
//!
//! - White space is left out on both sides: the machine puts it inside words (`P D C A`, `度合 いを`) and the page between
//!   them. 「5レシ」 is 5レス. Round brackets are full-width.
//! - `<p>`, `<ul …>`, `<small>` are traces of layout. Small print goes on with what stands before it.
//! - 「・」 before an item makes a list of the items. An arrow behind a text or alone in a cell is a line drawn on the sheet;
//!   between words (`分析・公表 → 調査`) it is text.
//!
//! Text is cut where a page may put something between: at tabs, traces of layout, list dots, the ends of sentences, and in the
//! column of the targets between a measure and its value, since the page sets the one beside the other.

use std::fs;

use crate::site::project;

/// A printed sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// 1-3-1, from the circled number and the 取組事項 it restarts in.
    pub id: String,
    pub title: String,
    /// The titles above the sheet: of its 重点推進目標 and 取組事項; not every sheet repeats them.
    pub above: Vec<String>,
    pub fragments: Vec<String>,
    /// The whole of it, without white space and traces of layout.
    pub text: String,
}

/// Words of the form that all sheets share. A page may say them in its own way.
const FORM: [&str; 26] = [
    // Headings of the boxes, once with a note's sign that stands beside each of the targets on the page.
    "SDGs",
    "事業概要",
    "目指す姿（目標）",
    "取組内容",
    "行動計画",
    "2029年度末までの目標値",
    "2029年度末までの目標値（※1）",
    "（2024年度末時点の現況値）",
    "（2024年度末時点での現況値）",
    "（2024年度の実績値）",
    "2026（令和8）年度",
    "2027（令和9）年度",
    "2028（令和10）年度",
    "2029（令和11）年度",
    // The row of marks: names of columns, and the mark. Which column has one is held by the truth tables.
    "5レス",
    "カウンター",
    "キャッシュ",
    "ペーパー",
    "ファイル",
    "ムーブ",
    "情報公開",
    "市ウェブサイト",
    "その他",
    "市ウェブページ",
    "○",
    // An arrow alone in a cell.
    "→",
];

/// The words between the targets and their baselines, amid a cell.
const BASELINES: [&str; 3] =
    ["（2024年度末時点の現況値）", "（2024年度末時点での現況値）", "（2024年度の実績値）"];

/// Where a fragment ends.
const CUT: char = '\n';

/// The column of the targets, behind the action and its four years.
const TARGETS: usize = 5;

/// All sheets, in their order.
pub fn sheets() -> Vec<Sheet> {
    let text = fs::read_to_string(project().join("tests/fixtures/koriyama/source.txt")).unwrap();
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut area = 0;
    for lines in sheets_of_lines(&text) {
        let mut sheet = Sheet::read(&lines);
        let number = sheet.id.chars().next().and_then(circled).unwrap();
        let goes_on = sheets.last().is_some_and(|last| last.title == sheet.title);
        if number == 1 && !goes_on {
            area += 1;
        }
        sheet.id = format!("1-{area}-{number}");
        sheets.push(sheet);
    }
    sheets
}

/// A sheet begins with the titles above it, or, where they are missing, with its own.
fn sheets_of_lines(text: &str) -> Vec<Vec<&str>> {
    let mut sheets = vec![Vec::new()];
    let mut titled = false;
    for line in text.lines() {
        let is_title = line.contains("実施計画名");
        let is_above = above(line).is_some() || line == "SDGs";
        if titled && (is_title || is_above) {
            sheets.push(Vec::new());
            titled = false;
        }
        titled |= is_title;
        sheets.last_mut().unwrap().push(line);
    }
    sheets
}

/// The title of a 重点推進目標 or 取組事項: 取組事項1 組織・人員の最適化.
fn above(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix("重点推進目標").or_else(|| line.strip_prefix("取組事項"))?;
    Some(rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()))
}

fn circled(sign: char) -> Option<u32> {
    (1..).zip("①②③④⑤⑥⑦".chars()).find(|(_, circled)| *circled == sign).map(|(number, _)| number)
}

impl Sheet {
    fn read(lines: &[&str]) -> Self {
        let mut sheet = Self { text: squeezed(&clean(&lines.join("\n"))), ..Self::default() };
        let mut in_schedule = false;
        for line in lines {
            in_schedule = !line.is_empty() && (in_schedule || line.starts_with("取組内容"));
            if let Some(title) = above(line) {
                sheet.above.push(squeezed(title));
            } else if line.contains("実施計画名") {
                sheet.read_title(line);
            } else if let Some(names) = part(line) {
                sheet.add(&names);
            } else if is_sdgs(line) {
                sheet.add(&line.replace('/', "\n"));
            } else {
                for (column, cell) in line.split('\t').enumerate() {
                    sheet.add(&cut(cell, in_schedule && column >= TARGETS));
                }
            }
        }
        sheet
    }

    /// ① 実施計画名 行政組織の見直し 所管課 行政マネジメント課: number, title, departments.
    fn read_title(&mut self, line: &str) {
        let cells = line.replace("実施計画名", "\t").replace("所管課", "\t").replace('、', "\t");
        let mut cells = cells.split('\t').map(squeezed).filter(|cell| !cell.is_empty());
        self.id = cells.next().unwrap();
        self.title = cells.next().unwrap();
        self.fragments.extend([self.id.clone(), self.title.clone()]);
        self.fragments.extend(cells);
    }

    fn add(&mut self, text: &str) {
        let fragments = text.split(CUT).map(squeezed).map(|it| it.replace("5レシ", "5レス"));
        let fragments = fragments.map(|it| it.strip_suffix('→').map_or(it.clone(), str::to_owned));
        let is_line = |it: &str| it.len() > 1 && it.chars().all(|c| c == '-');
        self.fragments
            .extend(fragments.filter(|it| !it.is_empty() && !is_line(it) && !FORM.contains(&it.as_str())));
    }
}

/// The heading of a part with its departments: スマートフォン体験講座 <生涯学習課>.
fn part(line: &str) -> Option<String> {
    let (name, departments) = line.strip_suffix('>')?.split_once(" <")?;
    let is_part = !departments.contains('<');
    is_part.then(|| format!("{name}\n{}", departments.replace('、', "\n")))
}

/// 5.5/17.14/17.17
fn is_sdgs(line: &str) -> bool {
    line.contains('/') && line.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '/')
}

/// A text with full-width brackets, and with a [`CUT`] for every trace of layout.
fn clean(text: &str) -> String {
    let mut text = text.replace('(', "（").replace(')', "）");
    for small in ["<small>", "</small>"] {
        text = text.replace(small, "");
    }
    for trace in ["<p>", "</p>", "<ul style=\"list-style-type: none\">"] {
        text = text.replace(trace, "\n");
    }
    text
}

/// A cell with a [`CUT`] wherever a fragment ends.
fn cut(cell: &str, of_targets: bool) -> String {
    let mut text = clean(cell);
    for words in BASELINES {
        text = text.replace(words, "\n");
    }
    // The items of a list without dots stand there as words do.
    let is_list = cell.contains("<ul ");
    let text = cut_sentences(&cut_lists(&text));
    if of_targets || is_list { cut_values(&text) } else { text }
}

/// Before every item of a list: a dot that does not stand inside of a word, as it does in 適時・適切.
fn cut_lists(text: &str) -> String {
    let mut before = ' ';
    let mut cut = String::new();
    for character in text.chars() {
        let is_list_dot = character == '・' && before.is_whitespace();
        cut.push(if is_list_dot { CUT } else { character });
        before = character;
    }
    cut
}

/// Behind every sentence that does not stand in brackets.
fn cut_sentences(text: &str) -> String {
    let mut depth = 0;
    let mut cut = String::new();
    for character in text.chars() {
        cut.push(character);
        match character {
            '（' | '「' => depth += 1,
            '）' | '」' => depth -= 1,
            '。' if depth == 0 => cut.push(CUT),
            _ => {}
        }
    }
    cut
}

/// Between a measure and its value, and between the measures of a list: at all spaces, and where a value follows on a bracket,
/// a colon or the number of its measure.
fn cut_values(text: &str) -> String {
    let mut before = ' ';
    let mut cut = String::new();
    for character in text.chars() {
        let is_digit = character.is_ascii_digit();
        if before == '：' && is_digit {
            cut.pop();
        }
        let is_value = match before {
            '）' => is_digit || character == '×',
            '：' => is_digit,
            before => circled(before).is_some(),
        };
        if is_value || character.is_whitespace() {
            cut.push(CUT);
        }
        cut.push(character);
        before = character;
    }
    cut
}

/// A text without its white space, by which texts are compared.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn cells_are_cut_where_a_page_may_put_something_between() {
    let fragments = |cell: &str, of_targets: bool| {
        let mut sheet = Sheet::default();
        sheet.add(&cut(cell, of_targets));
        sheet.fragments
    };
    let cell = "<p>改編を実施する。</p> <p>以下の取組（次の通り。）を行う。 ・適時・適切 ・採用のP R</p>";
    let expected = ["改編を実施する。", "以下の取組（次の通り。）を行う。", "適時・適切", "採用のPR"];
    assert_eq!(fragments(cell, false), expected);
    let cell = "・公募委員比率 10%以上 ・講座(全4回)×3回 （2024年度末時点の現況値） i 8自治体 ②5回";
    let expected = ["公募委員比率", "10%以上", "講座（全4回）", "×3回", "i", "8自治体", "②", "5回"];
    assert_eq!(fragments(cell, true), expected);
    assert_eq!(fragments("分析・公表 → 調査", false), ["分析・公表→調査"]);
    assert_eq!(fragments("技術の研修 →", false), ["技術の研修"]);
    assert_eq!(fragments("→", false), [""; 0]);
}

#[test]
fn the_source_has_nineteen_initiatives_on_twenty_one_sheets() {
    let sheets = sheets();
    let mut ids: Vec<_> = sheets.iter().map(|sheet| sheet.id.as_str()).collect();
    assert_eq!(ids.len(), 21);
    ids.dedup();
    assert_eq!(ids.len(), 19);
    let titles = sheets.iter().map(|sheet| (sheet.id.as_str(), sheet.title.as_str()));
    for row in crate::truth::initiatives() {
        assert!(titles.clone().any(|title| title == (&row["id"], &row["title"])), "{}", &row["id"]);
    }
}
