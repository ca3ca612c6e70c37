//! What the web says about the addresses of a site, as diagnostics.

use std::collections::BTreeMap;

use super::progress;
use crate::diagnostic::{Diagnostic, Report, Rule, rules};
use crate::links::{self, Answer, Limits, Why};
use crate::site::{self, Site};
use crate::source::Place;

/// Asks for every address outside of the site once, and reports it at every place where it stands.
pub(super) fn ask(site: &Site) -> Report {
    let mut places = BTreeMap::<String, Vec<Place>>::new();
    for address in site::outside(site) {
        places.entry(address.value).or_default().push(address.place);
    }
    let addresses: Vec<_> = places.keys().cloned().collect();
    let bar = progress::bar(false);
    bar.set_length(addresses.len() as u64);
    let answers = links::ask(&addresses, &Limits::default(), &|| bar.inc(1));
    bar.finish_and_clear();
    let mut report = Report::default();
    for (address, answer) in answers {
        let Some((rule, status)) = broken(answer) else { continue };
        for place in places.get(&address).into_iter().flatten() {
            let diagnostic = Diagnostic::new(rule, *place).with("address", &address);
            report.add(diagnostic.with("status", &status));
        }
    }
    report
}

/// The rule that an answer breaks, and what the server said; 0 where it said nothing.
fn broken(answer: Answer) -> Option<(&'static Rule, u16)> {
    match answer {
        Answer::There => None,
        Answer::Gone(status) => Some((&rules::GONE_ADDRESS, status)),
        Answer::Unknown(why) => Some(match why {
            Why::NoSuchHost => (&rules::NO_SUCH_HOST, 0),
            Why::Unreachable => (&rules::UNREACHABLE, 0),
            Why::Unsafe => (&rules::UNSAFE_CONNECTION, 0),
            Why::Refused(status) => (&rules::REFUSED, status),
            Why::Astray => (&rules::ASTRAY, 0),
            Why::NotAsked => (&rules::NOT_ASKED, 0),
        }),
    }
}
