//! What is done: a row for each fiscal year of each bar of the schedule, and one for an action of which no bar is drawn.

use anyhow::Result;

use super::{Cell, Take, whose};
use crate::plan::{Action, Bar, FiscalYear};
use crate::site::Site;

pub(super) fn rows<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    for initiative in &site.plan.initiatives {
        let mut number = 0;
        for program in &initiative.programs {
            let whose = whose(site, initiative, program);
            for action in &program.actions {
                number += 1;
                let mut give = |lane, at: Option<(FiscalYear, &'s Bar)>| {
                    let row: Vec<_> = whose.iter().cloned().chain(what(action, number, lane, at)).collect();
                    take(&row)
                };
                let mut is_drawn = false;
                for (lane, bars) in (1..).zip(&action.lanes) {
                    for bar in &bars.bars {
                        is_drawn = true;
                        bar.years.iter().try_for_each(|year| give(Some(lane), Some((year, bar))))?;
                    }
                }
                if !is_drawn {
                    give(None, None)?;
                }
            }
        }
    }
    Ok(())
}

fn what<'s>(
    action: &'s Action,
    number: usize,
    lane: Option<usize>,
    at: Option<(FiscalYear, &'s Bar)>,
) -> [Cell<'s>; 8] {
    let bar = at.map(|(_, bar)| bar);
    [
        Cell::Integer(number),
        Cell::maybe(action.group.as_deref()),
        Cell::text(&action.name),
        lane.map_or(Cell::Empty, Cell::Integer),
        at.map_or(Cell::Empty, |(year, _)| Cell::year(year)),
        bar.map_or(Cell::Empty, |bar| Cell::text(&bar.text)),
        bar.map_or(Cell::Empty, |bar| Cell::year(bar.years.first)),
        bar.map_or(Cell::Empty, |bar| Cell::year(bar.years.last)),
    ]
}
