//! Japanese commas between the values of a list in brackets: `[人事課、市民課]` is one long word to YAML.

use super::meant;
use super::node::{Kind, Node, Scalar, Style};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::japanese;

/// The words that an item of a list in brackets was meant to be, which is told. `None`: it is one.
pub(super) fn words<'t>(
    list: &Node,
    item: &Node,
    file: &'t str,
    report: &mut Report,
) -> Option<Vec<Node<'t>>> {
    let Kind::Scalar(Scalar { style: Style::Plain, .. }) = item.kind else { return None };
    let start = item.place.start as usize;
    let written = file.get(start..item.place.end as usize)?;
    let in_brackets = file.get(list.place.start as usize..).is_some_and(|list| list.starts_with('['));
    let commas = commas(written);
    let first = commas.first().filter(|_| in_brackets)?;
    let sign = written[*first..].chars().next()?;
    let ends = commas.iter().copied().chain([written.len()]);
    let begins = [0].into_iter().chain(commas.iter().map(|at| at + sign_length(written, *at)));
    let words: Vec<_> = begins
        .zip(ends)
        .map(|(begin, end)| {
            let word = &written[begin..end];
            let begin = start + begin + word.len() - word.trim_start().len();
            let place = item.place.file.place(begin..begin + word.trim().len());
            Node { place, kind: Kind::Scalar(Scalar { text: word.trim().into(), style: Style::Plain }) }
        })
        .filter(|word| !word.is_absent())
        .collect();
    // What would need quotes is not shown without them, nor several lines as one.
    let is_shown = |list: &String| list.matches(',').count() + 1 == words.len() && !written.contains('\n');
    let list = meant::list(written).filter(is_shown);
    let right = list.map(|list| list.trim_matches(['[', ']']).to_owned());
    report.add(Diagnostic::new(&rules::WIDE_COMMA, item.place).with("sign", &sign).suggest(right));
    Some(words)
}

fn sign_length(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The commas that part a text: not those of １，０００, nor those between brackets of its own, 広報（紙、ウェブ）.
fn commas(text: &str) -> Vec<usize> {
    let (mut open, mut before, mut commas) = (0_usize, None, Vec::new());
    // Nearly all have none.
    if !text.contains(['、', '，']) {
        return commas;
    }
    for (at, c) in text.char_indices() {
        match c {
            '（' | '「' | '『' | '【' | '〔' | '(' => open += 1,
            '）' | '」' | '』' | '】' | '〕' | ')' => open = open.saturating_sub(1),
            '、' if open == 0 => commas.push(at),
            '，' if open == 0 && !is_within_number(before, &text[at + c.len_utf8()..]) => commas.push(at),
            _ => {}
        }
        before = Some(c);
    }
    commas
}

fn is_within_number(before: Option<char>, behind: &str) -> bool {
    let around = [before, behind.chars().next()];
    around.iter().all(|c| c.is_some_and(|c| japanese::half_width(c).is_ascii_digit()))
}

/// Whether a text would be taken for several words, were it not in quotes.
pub(super) fn parts_words(text: &str) -> bool {
    !commas(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_that_belong_to_a_word_part_nothing() {
        for text in ["広報（紙、ウェブ）", "１，０００人", "「はい、いいえ」", "市民課"]
        {
            assert!(!parts_words(text), "{text}");
        }
        assert_eq!(commas("市民課、（仮、案）人事課，"), [9, 36]);
    }
}
