//! The schedules of 郡山市's plan are tables in which every bar stands in the columns of its years.

use scraper::{ElementRef, Html};

use crate::published::{Published, all, bits, inside, only, text};
use crate::truth::{self, Row};

/// The fiscal years of the plan.
const YEARS: [u32; 4] = [2026, 2027, 2028, 2029];

/// A schedule on its page: the table, and the bars that belong into it.
struct Schedule<'a> {
    page: &'a Html,
    /// What the ids of its actions begin with: `p1-a`.
    anchor: String,
    bars: Vec<&'a Row>,
}

#[test]
fn every_initiative_has_a_schedule_for_each_of_its_parts() {
    let bars = truth::schedule();
    let mut told = 0;
    each_schedule(&bars, |schedule| {
        told += schedule.bars.len();
        assert!(!schedule.bars.is_empty());
    });
    assert_eq!((told, bars.len()), (90, 90));
    for row in truth::initiatives() {
        let page = Published::koriyama().initiative(&row["id"]);
        let tables = all(&page, "main table:has(thead a[href*='years/'])");
        assert_eq!(tables.len(), truth::parts_of(&row["id"]).len(), "{}", &row["id"]);
    }
}

#[test]
fn every_schedule_is_a_whole_table_with_a_column_for_each_year() {
    each_schedule(&truth::schedule(), |schedule| {
        let table = schedule.table();
        let head = grid(table, "thead");
        assert_eq!(head.len(), 1);
        for (cell, year) in years_of(&head[0]).zip(YEARS) {
            assert!(text(cell).starts_with(&year.to_string()), "{}", text(cell));
            assert_eq!(inside(cell, "a")[0].attr("href"), Some(&*format!("../years/{year}.html")));
        }
        let body = grid(table, "tbody");
        assert!(body.iter().all(|row| row.len() == head[0].len()), "{}", text(table));
        let lanes: usize = schedule.actions().iter().map(|action| schedule.lanes(action)).sum();
        let groups = inside(table, "th[scope=rowgroup]").len();
        assert_eq!(body.len(), lanes + groups, "{}", text(table));
    });
}

#[test]
fn every_action_heads_its_lanes() {
    each_schedule(&truth::schedule(), |schedule| {
        let rows = grid(schedule.table(), "tbody");
        for (number, action) in (1..).zip(schedule.actions()) {
            let head = schedule.head(number);
            assert_eq!((&*bits(head)[0], head.attr("scope")), (action, Some("row")));
            let headed = rows.iter().filter(|row| row.contains(&head)).count();
            assert_eq!(headed, schedule.lanes(action), "{action}");
        }
        assert!(
            all(schedule.page, &format!("#{}{}", schedule.anchor, schedule.actions().len() + 1)).is_empty()
        );
    });
}

#[test]
fn a_group_heads_its_actions() {
    let mut headed = 0;
    each_schedule(&truth::schedule(), |schedule| {
        for (number, action) in (1..).zip(schedule.actions()) {
            let bar = schedule.bars.iter().find(|bar| &bar["action"] == action).unwrap();
            let anchor = schedule.head(number).attr("id").unwrap();
            let heads = all(schedule.page, &format!("tbody:has(#{anchor}) th[scope=rowgroup]"));
            let heads: Vec<_> = heads.into_iter().map(text).collect();
            let group = if bar["group"].is_empty() { vec![] } else { vec![bar["group"].to_owned()] };
            assert_eq!(heads, group, "{action}");
            headed += group.len();
        }
    });
    assert_eq!(headed, 3, "the actions of 1-1-2");
}

#[test]
fn every_bar_stands_in_the_columns_of_its_years_and_nowhere_else() {
    each_schedule(&truth::schedule(), |schedule| {
        let rows = grid(schedule.table(), "tbody");
        for (number, action) in (1..).zip(schedule.actions()) {
            let head = schedule.head(number);
            let lanes = rows.iter().filter(|row| row.contains(&head));
            for (lane, row) in (1..).zip(lanes) {
                schedule.check_lane(action, lane, row);
            }
        }
    });
}

impl<'a> Schedule<'a> {
    fn table(&self) -> ElementRef<'a> {
        only(self.page, &format!("table:has(#{}1)", self.anchor))
    }

    fn head(&self, number: usize) -> ElementRef<'a> {
        only(self.page, &format!("#{}{number}", self.anchor))
    }

    /// Its actions in their order.
    fn actions(&self) -> Vec<&'a str> {
        let mut actions: Vec<_> = self.bars.iter().map(|bar| &bar["action"]).collect();
        actions.dedup();
        actions
    }

    fn lanes(&self, action: &str) -> usize {
        let lanes =
            self.bars.iter().filter(|bar| &bar["action"] == action).map(|bar| bar["lane"].parse().unwrap());
        lanes.max().unwrap()
    }

    fn check_lane(&self, action: &str, lane: u32, row: &[ElementRef]) {
        let lane = lane.to_string();
        let bars = self.bars.iter().filter(|bar| &bar["action"] == action && bar["lane"] == lane);
        for (cell, year) in years_of(row).zip(YEARS) {
            match bars.clone().find(|bar| bar.years().contains(&year)) {
                Some(bar) => {
                    assert!(bits(cell).contains(&bar["text"].to_owned()), "{action} {year}: {}", text(cell));
                    assert_eq!(span(cell, "colspan"), bar.years().count(), "{action} {year}");
                }
                None => {
                    let strange = self.bars.iter().find(|bar| text(cell).contains(&bar["text"]));
                    assert!(strange.is_none(), "{action} {year}: {}", text(cell));
                }
            }
        }
    }
}

/// Looks at each schedule of the plan.
fn each_schedule(bars: &[Row], mut look: impl FnMut(&Schedule)) {
    for initiative in truth::initiatives() {
        let id = &initiative["id"];
        let page = Published::koriyama().initiative(id);
        for (part, name) in (1..).zip(truth::parts_of(id)) {
            let of_part = |bar: &&Row| &bar["id"] == id && bar["program"] == name;
            let bars = bars.iter().filter(of_part).collect();
            look(&Schedule { page: &page, anchor: format!("p{part}-a"), bars });
        }
    }
}

/// The rows of any table are as long as its head.
pub fn check_tables(path: &str, page: &Html) {
    for table in all(page, "main table") {
        let rows = [grid(table, "thead"), grid(table, "tbody")].concat();
        let lengths: Vec<_> = rows.iter().map(Vec::len).collect();
        assert!(lengths.iter().all(|length| *length == lengths[0]), "{path}: {lengths:?}");
    }
}

/// The cells of the last four columns of a row.
fn years_of<'r, 'a>(row: &'r [ElementRef<'a>]) -> impl Iterator<Item = ElementRef<'a>> + 'r {
    row[row.len() - YEARS.len()..].iter().copied()
}

/// The rows of the parts of a table, with a cell in each column and row that it spans. Fails where a cell spans over the end
/// of its part or over another one, and where nothing stands.
fn grid<'a>(table: ElementRef<'a>, part: &str) -> Vec<Vec<ElementRef<'a>>> {
    let mut grid = Vec::new();
    for part in inside(table, part) {
        let rows = inside(part, "tr");
        let mut laid: Vec<Vec<Option<ElementRef>>> = vec![Vec::new(); rows.len()];
        for (at, row) in rows.into_iter().enumerate() {
            for cell in inside(row, "th, td") {
                let free = laid[at].iter().position(Option::is_none).unwrap_or(laid[at].len());
                for below in &mut laid[at..at + span(cell, "rowspan")] {
                    put(below, free, cell);
                }
            }
        }
        grid.extend(laid.into_iter().map(|row| row.into_iter().map(Option::unwrap).collect()));
    }
    grid
}

/// Puts a cell into a row from a column on.
fn put<'a>(row: &mut Vec<Option<ElementRef<'a>>>, from: usize, cell: ElementRef<'a>) {
    let columns = from..from + span(cell, "colspan");
    row.resize(row.len().max(columns.end), None);
    for column in columns {
        assert!(row[column].is_none(), "{} stands on another cell", text(cell));
        row[column] = Some(cell);
    }
}

fn span(cell: ElementRef, attribute: &str) -> usize {
    cell.attr(attribute).map_or(1, |number| number.parse().unwrap())
}
