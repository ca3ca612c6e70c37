//! Calendars (RFC 5545): what begins on the first day of a fiscal year and what ends on its last, from the schedules. An event is all of an
//! initiative that does so on one day; in every calendar that has it, it is the same event.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io::Write;

use anyhow::Result;
use icalendar::{Calendar, Component, Event, Property};

use crate::date::Date;
use crate::plan::{Action, Bar, FiscalYear, Initiative};
use crate::site::scope::Scope;
use crate::site::{Address, Site};

const END: &str = "END:VCALENDAR\r\n";

/// Whether something begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Begins,
    Ends,
}

/// What begins or ends with each year.
type Edges<'s> = BTreeMap<(FiscalYear, Edge), Vec<(&'s Action, &'s Bar)>>;

/// Writes the calendar of a scope; each event when it is its turn.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn calendar(site: &Site, scope: Scope, to: &mut dyn Write) -> Result<()> {
    let frame = frame(site, scope);
    let head = frame.strip_suffix(END).unwrap_or(&frame);
    to.write_all(head.as_bytes())?;
    for initiative in site.initiatives_in(scope) {
        for ((year, edge), bars) in edges(initiative) {
            let event = event(site, initiative, year, edge, &bars)?;
            to.write_all(event.try_into_string()?.as_bytes())?;
        }
    }
    Ok(to.write_all(END.as_bytes())?)
}

/// A calendar without events.
fn frame(site: &Site, scope: Scope) -> String {
    let title = site.words.filled("calendar_title", &[("name", site.name_of(scope))]);
    let product = format!("-//keikaku//{}", site.config.language.tag().to_uppercase());
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", &product),
        ("CALSCALE", "GREGORIAN"),
        // The standard's own property for it (RFC 7986) is known to fewer programs.
        ("X-WR-CALNAME", &title),
    ];
    let mut calendar = Calendar::empty();
    for property in properties {
        calendar.append_property(property);
    }
    calendar.to_string()
}

fn edges(initiative: &Initiative) -> Edges<'_> {
    let mut edges = Edges::new();
    for action in initiative.actions() {
        for bar in action.lanes.iter().flat_map(|lane| &lane.bars) {
            edges.entry((bar.years.first, Edge::Begins)).or_default().push((action, bar));
            edges.entry((bar.years.last, Edge::Ends)).or_default().push((action, bar));
        }
    }
    edges
}

/// All that begins or ends of an initiative with a year. It was stamped when the initiative was changed last, or when the plan begins: a
/// file that is made anew is no news.
fn event(
    site: &Site,
    initiative: &Initiative,
    year: FiscalYear,
    edge: Edge,
    bars: &[(&Action, &Bar)],
) -> Result<Event, fmt::Error> {
    let page = site.base.of(&Address::in_plan(&initiative.id));
    let name = format!("{} {}", site.label(&initiative.id), initiative.title);
    let (word, key, day, behind) = match edge {
        Edge::Begins => {
            let first = year.first_day();
            ("calendar_begins", "begins", first, Date { day: first.day + 1, ..first })
        }
        Edge::Ends => {
            ("calendar_ends", "ends", year.last_day(), FiscalYear(year.0.saturating_add(1)).first_day())
        }
    };
    let stamp = initiative.updated.unwrap_or(site.plan.period.first.first_day());
    let mut event = Event::with_uid(&format!("{page}#{key}-{}", year.0));
    event.summary(&site.words.filled(word, &[("name", &name)])).description(&description(site, bars, &page)?);
    event.append_property(("DTSTAMP", &*format!("{}T000000Z", digits(stamp))));
    event.append_property(whole_day("DTSTART", day)).append_property(whole_day("DTEND", behind));
    // Nobody is busy because of it.
    event.append_property(("TRANSP", "TRANSPARENT")).append_property(("URL", &*page));
    Ok(event.done())
}

/// What begins or ends, a line each, and where to read on: many programs show no address of an event.
fn description(site: &Site, bars: &[(&Action, &Bar)], page: &str) -> Result<String, fmt::Error> {
    let word = |key| site.words.get(key);
    let (colon, open, close) = (word("colon"), word("bracket_open"), word("bracket_close"));
    let mut text = String::new();
    for (action, bar) in bars {
        let years = site.wording().years(bar.years);
        writeln!(text, "{}{colon}{}{open}{years}{close}", action.name, bar.text)?;
    }
    write!(text, "{page}")?;
    Ok(text)
}

fn whole_day(key: &str, day: Date) -> Property {
    Property::new(key, digits(day)).add_parameter("VALUE", "DATE").done()
}

/// 20260401.
fn digits(Date { year, month, day }: Date) -> String {
    format!("{year:04}{month:02}{day:02}")
}
