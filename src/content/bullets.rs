//! Items of a list whose dash was written in another way (`-市民課`, `・市民課`) or in another column: YAML takes them for one
//! long text.

use super::lines::{self, is_bullet};
use super::node::{Kind, Node, Scalar, Style};
use crate::diagnostic::{Diagnostic, Report, rules};

/// A text in a list's place, or in an item's, as the items that were meant. `None`: it is a text.
pub(super) fn items<'t>(node: &Node, file: &'t str, report: &mut Report) -> Option<Vec<Node<'t>>> {
    let Kind::Scalar(Scalar { style: Style::Plain, .. }) = node.kind else { return None };
    let (start, end) = (node.place.start as usize, node.place.end as usize);
    let stretch = file.get(start..end).map(|_| start..end)?;
    let before = file[..start].trim_end_matches([' ', '\t', '\u{3000}']);
    let alone = before.is_empty() || before.ends_with('\n');
    let bulleted = |text: &str| text[lines::indentation(text)..].starts_with(is_bullet);
    let mut found = lines::lines(file, stretch.clone()).enumerate();
    if !found.any(|(nth, line)| (nth > 0 || alone) && bulleted(&file[line])) {
        return None;
    }
    let column = start - file[..start].rfind('\n').map_or(0, |line_end| line_end + 1);
    let mut slipped = false;
    let items = lines::lines(file, stretch).enumerate().map(|(nth, line)| {
        let text = &file[line.clone()];
        let dash = lines::indentation(text);
        let bullet = text[dash..].chars().next().filter(|c| (nth > 0 || alone) && is_bullet(*c));
        let behind = dash + bullet.map_or(0, char::len_utf8);
        if let Some(bullet) = bullet {
            let right = bullet == '-' && text[behind..].starts_with(' ');
            let rule = if right { &rules::INDENTATION } else { &rules::BULLET };
            // A good dash in line with a bad one was swallowed by it, and is no mistake of its own.
            if !right || !slipped || dash != column {
                let place = line.start + dash..line.start + behind;
                report.add(Diagnostic::new(rule, node.place.file.place(place)));
            }
            slipped |= !right;
        }
        let start = behind + lines::indentation(&text[behind..]);
        let item = text[start..].trim_end();
        let place = node.place.file.place(line.start + start..line.start + start + item.len());
        Node { place, kind: Kind::Scalar(Scalar { text: item.into(), style: Style::Plain }) }
    });
    Some(items.collect())
}
