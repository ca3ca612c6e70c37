//! A text in lines: as large as it can be, broken where a reader would.

use super::font;

/// A text as it is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    pub(crate) size: u16,
    pub(crate) lines: Vec<String>,
}

/// Sets a text within a width: at the first size, from the largest down, that is not much worse than a smaller one. A size goes with
/// the most lines that it may take. What is too long for all of them is cut.
pub(crate) fn set(text: &str, width: u16, sizes: &[(u16, usize)]) -> Setting {
    let text: Vec<char> = font::drawable(text).chars().take(LONGEST).collect();
    let settings = (0u16..).zip(sizes).filter_map(|(smaller, (size, most))| {
        let (cost, lines) = broken(&text, f32::from(width) / f32::from(*size), *most)?;
        Some((cost + SMALLER * f32::from(smaller), Setting { size: *size, lines }))
    });
    let best = settings.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, setting)| setting);
    best.unwrap_or_else(|| {
        let (size, most) = sizes.last().copied().unwrap_or((16, 1));
        Setting { size, lines: cut(&text, f32::from(width) / f32::from(size), most) }
    })
}

/// No name of a plan is longer.
const LONGEST: usize = 300;

/// What it costs to take the next smaller size, and another line.
const SMALLER: f32 = 0.8;
const LINE: f32 = 0.2;

/// A line that ends before a character: what all up to it costs, and where it began.
#[derive(Clone, Copy)]
struct Break {
    cost: f32,
    begins: usize,
}

/// The cheapest way to break a text into lines of a width, and its cost; `None` if there is none.
fn broken(text: &[char], width: f32, most: usize) -> Option<(f32, Vec<String>)> {
    let costs: Vec<_> = (0..=text.len()).map(|at| cost_of_break(text, at)).collect();
    let mut ends: Vec<Option<Break>> = vec![Some(Break { cost: 0.0, begins: 0 })];
    ends.resize(text.len() + 1, None);
    let mut rounds = vec![ends];
    for _ in 0..most {
        let before = rounds.last()?;
        let next = (0..=text.len()).map(|end| cheapest(text, width, before, &costs, end)).collect();
        rounds.push(next);
    }
    let total = |round: &Vec<Option<Break>>| Some(round.last()?.as_ref()?.cost);
    let counted = (1..).zip(rounds.iter().skip(1)).filter_map(|(count, round)| Some((count, total(round)?)));
    let (count, cost) = counted.min_by(|(_, a), (_, b)| a.total_cmp(b))?;
    Some((cost, lines(text, &rounds, count)))
}

/// The cheapest line that ends at a place, behind the lines of the round before.
fn cheapest(
    text: &[char],
    width: f32,
    before: &[Option<Break>],
    costs: &[Option<f32>],
    end: usize,
) -> Option<Break> {
    let own = costs.get(end).copied().flatten()?;
    let mut best: Option<Break> = None;
    let mut taken = 0.0;
    for begins in (0..end).rev() {
        let first = text.get(begins).copied()?;
        taken += font::width(first);
        if taken > width {
            break;
        }
        let Some(so_far) = before.get(begins).copied().flatten() else { continue };
        let slack = (width - taken) / width;
        let cost = so_far.cost + own + slack * slack / 2.0 + LINE;
        if best.is_none_or(|best| cost < best.cost) {
            best = Some(Break { cost, begins });
        }
    }
    best
}

fn lines(text: &[char], rounds: &[Vec<Option<Break>>], count: usize) -> Vec<String> {
    let (mut lines, mut end) = (Vec::new(), text.len());
    for round in rounds.iter().take(count + 1).skip(1).rev() {
        let Some(line) = round.get(end).copied().flatten() else { break };
        let words: String = text.get(line.begins..end).unwrap_or_default().iter().collect();
        lines.push(words.trim().to_owned());
        end = line.begins;
    }
    lines.reverse();
    lines
}

/// As much as fits, and a sign that there was more.
fn cut(text: &[char], width: f32, most: usize) -> Vec<String> {
    let (mut lines, mut taken) = (vec![String::new()], 0.0);
    for c in text {
        taken += font::width(*c);
        if taken > width - font::width('…') && lines.len() == most {
            lines.last_mut().into_iter().for_each(|line| line.push('…'));
            break;
        }
        if taken > width {
            lines.push(String::new());
            taken = font::width(*c);
        }
        lines.last_mut().into_iter().for_each(|line| line.push(*c));
    }
    lines
}

/// What it costs to end a line before a character; `None`: it cannot end there.
fn cost_of_break(text: &[char], at: usize) -> Option<f32> {
    let Some(after) = text.get(at).copied() else { return Some(0.0) };
    let before = text.get(at.checked_sub(1)?).copied()?;
    if never_first(after) || never_last(before) {
        return None;
    }
    let own = between(before, after)?;
    Some(if is_within_brackets(text, at) { own + 3.0 } else { own })
}

fn between(before: char, after: char) -> Option<f32> {
    use Kind::{Hiragana, Kanji, Katakana, Latin, Sign, Space};
    Some(match (kind(before), kind(after)) {
        (Space, _) => 0.0,
        // The space stays at the end of its line, where nobody sees it.
        (_, Space) | (Latin, Latin) => return None,
        (Sign, _) | (_, Sign) => 0.05,
        (Hiragana, Kanji | Katakana | Latin) => 0.1,
        (Kanji | Katakana, Latin) | (Kanji, Katakana) => 0.4,
        (Katakana, Kanji) => 0.6,
        (Latin, Kanji | Katakana) => 1.0,
        (Hiragana, Hiragana) => 1.5,
        (Kanji, Kanji) => 2.0,
        _ => 4.0,
    })
}

#[derive(Clone, Copy)]
enum Kind {
    Space,
    Latin,
    Hiragana,
    Katakana,
    Kanji,
    Sign,
}

fn kind(c: char) -> Kind {
    match c {
        ' ' | '\u{3000}' => Kind::Space,
        'ぁ'..='ゟ' => Kind::Hiragana,
        'ァ'..='ヺ' | 'ー' => Kind::Katakana,
        '、'..='】' | '〔' | '〕' | '・' | '（' | '）' | '，' | '．' | '：' | '；' | '～' | '〜' => {
            Kind::Sign
        }
        c if c.is_alphabetic() && (c as u32) > 0x2FFF || c == '々' || c == '〇' => Kind::Kanji,
        _ => Kind::Latin,
    }
}

/// 行頭禁則.
fn never_first(c: char) -> bool {
    "、。，．・：；？！）〕］｝〉》」』】ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…～〜)]}!?,.:;%"
        .contains(c)
}

/// 行末禁則.
fn never_last(c: char) -> bool {
    "（〔［｛〈《「『【([{".contains(c)
}

/// Whether more brackets are open before a place than closed.
fn is_within_brackets(text: &[char], at: usize) -> bool {
    let depth = |depth: i32, c: &char| match c {
        '（' | '〔' | '「' | '『' | '【' | '〈' | '《' | '(' => depth + 1,
        '）' | '〕' | '」' | '』' | '】' | '〉' | '》' | ')' => depth - 1,
        _ => depth,
    };
    text.iter().take(at).fold(0, depth) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [(u16, usize); 5] = [(96, 2), (80, 3), (68, 3), (56, 4), (46, 5)];

    fn check(text: &str, expected: &[&str]) {
        let Setting { lines, size } = set(text, 1040, &SIZES);
        assert_eq!(lines, expected, "{size}");
        for line in lines {
            assert!(line.chars().map(font::width).sum::<f32>() * f32::from(size) <= 1040.0, "{line}");
        }
    }

    #[test]
    fn a_short_text_is_one_line() {
        check("郡山市 実施計画", &["郡山市 実施計画"]);
        check("Greenford Plan", &["Greenford Plan"]);
    }

    #[test]
    fn lines_end_where_a_reader_would_pause() {
        check("みんなでつくる持続可能なまちづくり計画", &["みんなでつくる", "持続可能なまちづくり計画"]);
        check(
            "The Plan of the Town of Greenford for Better Services",
            &["The Plan of the", "Town of Greenford", "for Better Services"],
        );
    }

    #[test]
    fn what_stands_in_brackets_stays_together() {
        let Setting { lines, .. } =
            set("第二次行財政改革大綱「市民とともに歩む市役所へ」実施計画", 1040, &SIZES);
        assert!(lines.iter().any(|line| line.contains("「市民とともに歩む市役所へ」")), "{lines:?}");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let Setting { lines, size } = set(&"長".repeat(500), 1040, &SIZES);
        assert_eq!((size, lines.len()), (46, 5));
        assert!(lines.last().is_some_and(|line| line.ends_with('…')));
        assert!(set(&"A".repeat(90), 1040, &SIZES).lines.concat().starts_with("AAAA"));
    }

    #[test]
    fn nothing_is_no_line() {
        assert_eq!(set("", 1040, &SIZES).lines.concat(), "");
    }
}
