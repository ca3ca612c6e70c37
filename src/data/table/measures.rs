//! What is to be reached and what was: a row a target, and a row a result.

use anyhow::Result;

use super::{Cell, Take, whose};
use crate::plan::{FiscalYear, Quantity, Subject, Target};
use crate::site::Site;

pub(super) fn targets<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    each(site, |whose, number, target| {
        let baseline = target.baseline.as_ref();
        let due = target.is_goal().then_some(target.due);
        let mut row = whose.to_vec();
        row.extend([Cell::Integer(number), measure(target), in_words(target)]);
        row.extend(value(baseline.and_then(|it| it.year), baseline.map(|it| &it.value.value)));
        row.extend(value(due, target.target.as_ref().map(|it| &it.value)));
        row.push(Cell::maybe(target.note.as_deref()));
        take(&row)
    })
}

pub(super) fn results<'s>(site: &'s Site, take: Take<'_, 's>) -> Result<()> {
    each(site, |whose, number, target| {
        for result in &target.results {
            let mut row = whose.to_vec();
            row.extend([Cell::Integer(number), measure(target)]);
            row.extend(value(Some(result.year.value), Some(&result.value.value)));
            take(&row)?;
        }
        Ok(())
    })
}

/// Every target with the beginning of its row and its number in its initiative.
fn each<'s>(
    site: &'s Site,
    mut with: impl FnMut(&[Cell<'s>], usize, &'s Target) -> Result<()>,
) -> Result<()> {
    for initiative in &site.plan.initiatives {
        let mut number = 0;
        for program in &initiative.programs {
            let whose = whose(site, initiative, program);
            for target in &program.targets {
                number += 1;
                with(&whose, number, target)?;
            }
        }
    }
    Ok(())
}

fn measure(target: &Target) -> Cell<'_> {
    match &target.subject {
        Subject::Measure(name) => Cell::text(name),
        Subject::Sentence(_) => Cell::Empty,
    }
}

fn in_words(target: &Target) -> Cell<'_> {
    match &target.subject {
        Subject::Measure(_) => Cell::Empty,
        Subject::Sentence(text) => Cell::text(text),
    }
}

/// Its year, how it is printed, and its comparator, number and unit where the print has them.
fn value(year: Option<FiscalYear>, quantity: Option<&Quantity>) -> [Cell<'_>; 5] {
    let amount = quantity.and_then(|quantity| quantity.amount.as_ref());
    [
        year.map_or(Cell::Empty, Cell::year),
        Cell::maybe(quantity.map(|quantity| quantity.text.as_str())),
        amount.map_or(Cell::Empty, |amount| Cell::comparator(amount.comparator)),
        amount.map_or(Cell::Empty, |amount| Cell::Decimal(amount.number)),
        Cell::maybe(amount.map(|amount| amount.unit.as_str())),
    ]
}
