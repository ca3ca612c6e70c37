//! Where redirects lead that lead to old addresses.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::{Destination, Redirect};
use crate::diagnostic::{Diagnostic, Report, rules};

/// For each entry the one that leads on from where it leads, if there is one.
pub(super) fn next(entries: &[Entry], redirects: &[(usize, Redirect)]) -> Vec<Option<usize>> {
    let owners: BTreeMap<_, _> = redirects.iter().map(|(entry, redirect)| (&redirect.from, *entry)).collect();
    let next = |entry: &Entry| match &entry.to {
        Destination::Here { address, .. } => owners.get(address).copied(),
        Destination::Outside(_) => None,
    };
    entries.iter().map(next).collect()
}

/// Reports the entries that lead to where another leads on from.
pub(super) fn check_ways(entries: &[Entry], next: &[Option<usize>], report: &mut Report) {
    for ((entry, end), _) in entries.iter().zip(ends(next)).zip(next).filter(|(_, next)| next.is_some()) {
        let complain = |rule| Diagnostic::new(rule, entry.new.place).with("found", &entry.new.value);
        report.add(match end.and_then(|end| entries.get(end)) {
            Some(end) => complain(&rules::MOVED_TWICE).suggest(Some(end.new.value.clone())),
            None => complain(&rules::IN_A_CIRCLE),
        });
    }
}

/// For each of several that have a next one or none: the last, or `None` where they go in a circle.
fn ends(next: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut ends: Vec<Option<Option<usize>>> = vec![None; next.len()];
    for start in 0..next.len() {
        let (mut at, mut way) = (start, Vec::new());
        let end = loop {
            if let Some(end) = ends[at] {
                break end;
            }
            // Until the end is known, whoever comes here again is in a circle.
            ends[at] = Some(None);
            way.push(at);
            match next[at] {
                Some(next) => at = next,
                None => break Some(at),
            }
        };
        for at in way {
            ends[at] = Some(end);
        }
    }
    ends.into_iter().map(Option::flatten).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_goes_in_a_circle_comes_to_no_end() {
        let next = [Some(1), Some(2), None, Some(4), Some(3), Some(3), Some(6), Some(1)];
        let last = Some(2);
        assert_eq!(ends(&next), [last, last, last, None, None, None, None, last]);
    }
}
