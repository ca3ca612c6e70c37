//! What is told of a piece of text although YAML can read it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::characters::unfit;
use super::lines::{self, Head, first_line};
use super::node::{Key, Kind, Node, Scalar, Style};
use super::slips::{CURLY, quote};
use crate::diagnostic::{Diagnostic, Report, rules};
use crate::source::{FileId, Place};

/// Reports what looks wrong in a text that stands at a place, and gives it as it was meant.
pub(super) fn check<'t>(scalar: Scalar<'t>, place: Place, file: &str, report: &mut Report) -> Kind<'t> {
    match scalar.style {
        Style::Plain => {
            if is_wide_block(place, file, report) {
                return Kind::Refused;
            }
            check_cut_off(place, file, report);
            let Some(text) = narrow(scalar.text, place, file, report) else { return Kind::Refused };
            Kind::Scalar(Scalar { text: uncurl(text, place, report), ..scalar })
        }
        Style::Quoted => {
            check_escapes(&scalar.text, place, file, report);
            Kind::Scalar(scalar)
        }
        Style::Literal | Style::Folded => Kind::Scalar(scalar),
    }
}

/// A block of lines whose sign is full-width, so that YAML takes the sign for the beginning of a text.
fn is_wide_block(place: Place, file: &str, report: &mut Report) -> bool {
    let start = place.start as usize;
    let Some((length, right)) = file.get(start..).and_then(lines::wide_block) else { return false };
    let sign = place.file.place(start..start + length);
    report.add(Diagnostic::new(&rules::WIDE_BLOCK, sign).suggest(Some(right)));
    true
}

/// Characters that no file may hold, written as `"\0"` or `"\uE000"`.
fn check_escapes(text: &str, place: Place, file: &str, report: &mut Report) {
    let written = file.get(place.start as usize..place.end as usize).unwrap_or_default();
    if !written.contains('\\') {
        return;
    }
    // What stands there as it is was told with the file's text.
    let told: BTreeSet<_> = written.chars().filter(|c| unfit(*c).is_some()).collect();
    let mut escaped = text.chars().filter(|c| !told.contains(c));
    if let Some((rule, character)) = escaped.find_map(|c| Some((unfit(c)?, c))) {
        let code = format!("{:04X}", u32::from(character));
        report.add(Diagnostic::new(rule, place).with("code", &code));
    }
}

/// A text without the wide spaces that were typed for half-width ones: before it, where nobody sees them, and before the sign of a comment,
/// which would be published. `None` where something else than a text was meant behind them.
fn narrow<'t>(text: Cow<'t, str>, place: Place, file: &str, report: &mut Report) -> Option<Cow<'t, str>> {
    let own = text.trim_start_matches(lines::is_wide);
    let (start, before) = (place.start as usize, text.len() - own.len());
    // Of a text over several lines nobody knows what stands where.
    let is_one_line = file.get(start..).is_some_and(|rest| rest.starts_with(&*text));
    let mut signs = own.match_indices('#').filter(|_| is_one_line);
    let comment = signs.find(|(at, _)| own[..*at].ends_with(lines::is_wide));
    if before == 0 && comment.is_none() {
        return Some(text);
    }
    let mut tell = |from: usize, to: usize| {
        report.add(Diagnostic::new(&rules::WIDE_SPACE, place.file.place(start + from..start + to)));
    };
    if before > 0 {
        tell(0, before);
    }
    let end = comment.map_or(own.len(), |(at, _)| own[..at].trim_end_matches(lines::is_wide).len());
    if let Some((at, _)) = comment {
        tell(before + end, before + at);
    }
    let own = own[..end].trim();
    (!own.starts_with(['[', '{', '|', '>', '"', '\''])).then(|| Cow::Owned(own.to_owned()))
}

/// `検討 #2` is a value that YAML cuts off; a comment has a space behind its sign.
fn check_cut_off(place: Place, file: &str, report: &mut Report) {
    if place.start < place.end {
        cuts_off(place.file, file, place.end as usize, report);
    }
}

/// The value of a key behind which YAML reads nothing: `title: #1 広報`.
pub(super) fn behind_key<'t>(key: &Key, node: Node<'t>, file: &str, report: &mut Report) -> Node<'t> {
    if !node.is_absent() {
        return node;
    }
    let end = key.place.end as usize;
    let behind = file.get(end..).unwrap_or_default();
    let gap = lines::indentation(behind);
    let cut = behind[gap..].starts_with(':') && cuts_off(key.place.file, file, end + gap + 1, report);
    if cut { Node { kind: Kind::Refused, ..node } } else { node }
}

fn cuts_off(id: FileId, file: &str, end: usize, report: &mut Report) -> bool {
    let rest = file.get(end..).unwrap_or_default();
    let sign = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let cut = sign > 0
        && rest[sign..].strip_prefix('#').is_some_and(|text| text.starts_with(|c: char| !c.is_whitespace()));
    if cut {
        let place = id.place(end + sign..end + first_line(rest).len());
        report.add(Diagnostic::new(&rules::CUT_OFF, place));
    }
    cut
}

/// A text without the quotation marks of texts around it, which mean nothing to YAML.
fn uncurl<'t>(text: Cow<'t, str>, place: Place, report: &mut Report) -> Cow<'t, str> {
    let inner = text.strip_prefix(CURLY).and_then(|rest| rest.strip_suffix(CURLY));
    match inner.map(str::trim) {
        Some(inner) if !inner.is_empty() && !inner.contains(CURLY) => {
            report.add(Diagnostic::new(&rules::CURLY_QUOTE, place).suggest(Some(quote(inner))));
            inner.to_owned().into()
        }
        _ => text,
    }
}

/// Whether a quotation goes on over the next entry: it was not closed, and a later one seems to close it.
pub(super) fn swallows_entries(file: &str, place: Place) -> bool {
    let (start, end) = (place.start as usize, place.end as usize);
    let Some(quotation) = file.get(start..end).filter(|quotation| quotation.contains('\n')) else {
        return false;
    };
    let line = file[..start].rfind('\n').map_or(0, |at| at + 1);
    let own = lines::indentation(&file[line..]);
    quotation.split('\n').skip(1).any(|line| {
        lines::indentation(line) <= own
            && matches!(lines::head(line), Head::Entry { slip: None, .. } | Head::Item { slip: None, .. })
    })
}

/// The wide space with which a text begins its line: it looks like an indentation and is none.
pub(super) fn wide_indentation(file: &str, place: Place) -> Option<Place> {
    let start = place.start as usize;
    let space = file.get(start..)?.chars().next().filter(|c| lines::is_wide(*c))?;
    let before = file[..start].trim_end_matches([' ', '\t']);
    let first = before.is_empty() || before.ends_with('\n');
    first.then(|| place.file.place(start..start + space.len_utf8()))
}
