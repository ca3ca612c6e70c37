//! The schedule as the rows of a table whose bars are cells over their years.

use serde::Serialize;

use crate::plan::{Action, FiscalYear, Lane, Years};
use crate::site::{FacetKind, Site};
use crate::theme::Shared;

/// A table: a column a year, a row a lane.
#[derive(Debug, Serialize)]
pub(crate) struct ScheduleView {
    /// The columns behind the action's name.
    pub(crate) years: Shared<Vec<YearHead>>,
    pub(crate) groups: Vec<ScheduleGroup>,
}

/// A year, and its page where the site has one.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct YearHead {
    pub(crate) title: String,
    pub(crate) href: Option<String>,
}

/// Neighbouring actions that share a heading, or have none.
#[derive(Debug, Serialize)]
pub(crate) struct ScheduleGroup {
    pub(crate) name: Option<String>,
    pub(crate) rows: Vec<RowView>,
}

/// A lane.
#[derive(Debug, Serialize)]
pub(crate) struct RowView {
    /// On the first lane of an action.
    pub(crate) action: Option<HeadCell>,
    pub(crate) cells: Vec<BarCell>,
}

/// An action over its lanes.
#[derive(Debug, Serialize)]
pub(crate) struct HeadCell {
    pub(crate) text: String,
    pub(crate) rows: usize,
    /// An id on the page.
    pub(crate) anchor: String,
}

/// A bar, or the years between two bars.
#[derive(Debug, Serialize)]
pub(crate) struct BarCell {
    /// How many years it spans.
    pub(crate) columns: usize,
    /// `None`: nothing is done.
    pub(crate) text: Option<String>,
    /// Its years in words.
    pub(crate) years: Shared<String>,
}

impl Site {
    /// The schedule of a programme; `None` where nothing is scheduled.
    pub(super) fn schedule_view(&self, actions: &[Action], anchor: &str) -> Option<ScheduleView> {
        let mut numbers = 1..;
        let groups = actions.chunk_by(|a, b| a.group == b.group).map(|group| ScheduleGroup {
            name: group[0].group.clone(),
            rows: group
                .iter()
                .zip(&mut numbers)
                .flat_map(|(action, n)| self.rows(action, format!("{anchor}-a{n}")))
                .collect(),
        });
        let groups: Vec<_> = groups.collect();
        (!groups.is_empty()).then(|| ScheduleView { years: self.commons().years.clone(), groups })
    }

    /// The columns of a schedule.
    pub(super) fn year_heads(&self) -> Vec<YearHead> {
        let has_pages = self.facet(FacetKind::Years).is_some();
        let page = |year: FiscalYear| FacetKind::Years.term_address(&year.0.to_string()).to_string();
        let year = |year: FiscalYear| YearHead {
            title: self.wording().year(year),
            href: has_pages.then(|| page(year)),
        };
        self.plan.period.iter().map(year).collect()
    }

    /// A row a lane; an action that nobody has scheduled has one row without a bar.
    fn rows(&self, action: &Action, anchor: String) -> Vec<RowView> {
        let bare = [Lane { bars: Vec::new() }];
        let lanes = if action.lanes.is_empty() { &bare[..] } else { &action.lanes };
        let mut head = Some(HeadCell { text: action.name.clone(), rows: lanes.len(), anchor });
        lanes.iter().map(|lane| RowView { action: head.take(), cells: self.cells(lane) }).collect()
    }

    /// The bars of a lane and the years between them.
    fn cells(&self, lane: &Lane) -> Vec<BarCell> {
        let Years { first, last } = self.plan.period;
        let cell = |first: u16, last: u16, text: Option<String>| {
            let years = Years { first: FiscalYear(first), last: FiscalYear(last) };
            BarCell { columns: years.length(), text, years: self.span(years) }
        };
        let mut cells = Vec::new();
        let mut next = first.0;
        for bar in &lane.bars {
            if next < bar.years.first.0 {
                cells.push(cell(next, bar.years.first.0 - 1, None));
            }
            cells.push(cell(bar.years.first.0, bar.years.last.0, Some(bar.text.clone())));
            next = bar.years.last.0 + 1;
        }
        if next <= last.0 {
            cells.push(cell(next, last.0, None));
        }
        cells
    }
}
