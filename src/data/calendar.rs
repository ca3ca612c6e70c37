//! Calendars (RFC 5545): what begins on the first day of a fiscal year and what ends on its last, from the schedules. An event is all of an
//! initiative, or of one of its parts, that does so on one day; in every calendar that has it, it is the same event.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};
use std::io::Write;

use anyhow::Result;

use super::content_line::Lines;
use crate::date::Date;
use crate::plan::{Action, Bar, FiscalYear, Initiative, Program};
use crate::site::scope::Scope;
use crate::site::{Address, Site};

/// Whether something begins or ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Begins,
    Ends,
}

/// What begins or ends with each year.
type Edges<'s> = BTreeMap<(FiscalYear, Edge), Vec<(&'s Action, &'s Bar)>>;

/// An initiative, or a part of one, as its events name it.
struct Named<'s> {
    initiative: &'s Initiative,
    /// Its page's whole address.
    page: &'s str,
    /// Its number, its title and the part.
    name: String,
    /// What tells its events from those of the other parts.
    part: String,
}

/// What begins or ends, a line each, and where to read on: many programs show no address of an event.
struct Description<'e> {
    site: &'e Site,
    bars: &'e [(&'e Action, &'e Bar)],
    page: &'e str,
}

/// A day as calendars write it: 20260401.
struct Digits(Date);

/// Writes the calendar of a scope, the events of an initiative when it is their turn.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn calendar(site: &Site, scope: Scope, to: &mut dyn Write) -> Result<()> {
    let mut lines = Lines::default();
    put_head(&mut lines, site, scope)?;
    for initiative in site.initiatives_in(scope) {
        let page = site.base.of(&Address::in_plan(&initiative.id));
        let programs = (1..).zip(&initiative.programs);
        for (number, program) in programs.filter(|(_, program)| site.is_of(scope, initiative, program)) {
            let named = named(site, initiative, &page, (number, program));
            for ((year, edge), bars) in edges(program) {
                put_event(&mut lines, site, &named, (year, edge), &bars)?;
            }
        }
        lines.write_to(to)?;
    }
    lines.put("END", "VCALENDAR")?;
    Ok(lines.write_to(to)?)
}

fn put_head(lines: &mut Lines, site: &Site, scope: Scope) -> fmt::Result {
    lines.put("BEGIN", "VCALENDAR")?;
    lines.put("VERSION", "2.0")?;
    lines.put_text("PRODID", format_args!("-//keikaku//{}", site.config.language.tag().to_uppercase()))?;
    lines.put("CALSCALE", "GREGORIAN")?;
    // The standard's own property for it (RFC 7986) is known to fewer programs.
    let title = site.words.filled("calendar_title", &[("name", site.name_of(scope))]);
    lines.put_text("X-WR-CALNAME", title)
}

fn named<'s>(
    site: &Site,
    initiative: &'s Initiative,
    page: &'s str,
    (number, program): (usize, &Program),
) -> Named<'s> {
    let own = program.part.as_ref().map(|part| &part.name).filter(|own| **own != initiative.title);
    let label = site.label(&initiative.id);
    let names = [Some(&label), Some(&initiative.title), own].into_iter().flatten();
    let name = names.map(String::as_str).collect::<Vec<_>>().join(" ");
    let part = if initiative.programs.len() > 1 { format!("-{number}") } else { String::new() };
    Named { initiative, page, name, part }
}

fn edges(program: &Program) -> Edges<'_> {
    let mut edges = Edges::new();
    for action in &program.actions {
        for bar in action.lanes.iter().flat_map(|lane| &lane.bars) {
            edges.entry((bar.years.first, Edge::Begins)).or_default().push((action, bar));
            edges.entry((bar.years.last, Edge::Ends)).or_default().push((action, bar));
        }
    }
    edges
}

/// All that begins or ends of it with a year. It was stamped when the initiative was changed last, or when the plan begins: a
/// file that is made anew is no news.
fn put_event(
    lines: &mut Lines,
    site: &Site,
    Named { initiative, page, name, part }: &Named,
    (year, edge): (FiscalYear, Edge),
    bars: &[(&Action, &Bar)],
) -> fmt::Result {
    let next = FiscalYear(year.0.saturating_add(1)).first_day();
    let (word, key, day, behind) = match edge {
        Edge::Begins => {
            let first = year.first_day();
            ("calendar_begins", "begins", first, Date { day: first.day + 1, ..first })
        }
        Edge::Ends => ("calendar_ends", "ends", year.last_day(), next),
    };
    let stamp = initiative.updated.unwrap_or(site.plan.period.first.first_day());
    lines.put("BEGIN", "VEVENT")?;
    lines.put_text("UID", format_args!("{page}#{key}-{}{part}", year.0))?;
    lines.put("DTSTAMP", format_args!("{}T000000Z", Digits(stamp)))?;
    lines.put("DTSTART;VALUE=DATE", Digits(day))?;
    lines.put("DTEND;VALUE=DATE", Digits(behind))?;
    lines.put_text("SUMMARY", site.words.filled(word, &[("what", &names(site, bars)), ("name", name)]))?;
    lines.put_text("DESCRIPTION", Description { site, bars, page })?;
    lines.put("URL", page)?;
    // Nobody is busy because of it.
    lines.put("TRANSP", "TRANSPARENT")?;
    lines.put("END", "VEVENT")
}

/// The first of the actions, and how many others there are: a month shows little more.
fn names(site: &Site, bars: &[(&Action, &Bar)]) -> String {
    let names: BTreeSet<_> = bars.iter().map(|(action, _)| &*action.name).collect();
    let first = bars.first().map_or("", |(action, _)| &action.name);
    match names.len().saturating_sub(1) {
        0 => first.to_owned(),
        others => {
            let gaps = [("name", first), ("count", &others.to_string())];
            site.words.filled("calendar_others", &gaps)
        }
    }
}

impl Display for Description<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |key| self.site.words.get(key);
        let (colon, open, close) = (word("colon"), word("bracket_open"), word("bracket_close"));
        for (action, bar) in self.bars {
            let years = self.site.wording().years(bar.years);
            writeln!(f, "{}{colon}{}{open}{years}{close}", action.name, bar.text)?;
        }
        f.write_str(self.page)
    }
}

impl Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Date { year, month, day }) = self;
        write!(f, "{year:04}{month:02}{day:02}")
    }
}
