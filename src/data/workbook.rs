//! All tables as one workbook of Excel, a sheet each, and a last sheet that tells what the columns mean.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Write;

use anyhow::Result;
use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::table::{Cell, needs_guard, rows};
use crate::date::Date;
use crate::site::Site;
use crate::site::table::{Column, Kind, Table};

/// Excel allows this many characters in a cell, each counted as UTF-16 does.
const LONGEST_TEXT: usize = 32_767;

/// And this many in the name of a sheet.
const LONGEST_NAME: usize = 31;

/// The last row of a sheet, counted from 0: what is behind it goes on in another.
const LAST_ROW: u32 = 1_048_575;

/// How wide a column is at most, in letters of ASCII; what is longer is read where the cell is opened.
const WIDEST: usize = 60;

/// How high the row of headings is: two lines.
const HEADING_HEIGHT: u16 = 34;

/// To Excel there is no day before this year.
const FIRST_YEAR: u16 = 1900;

/// So many columns stay where they are when a reader moves to the right: the keys.
const FROZEN: u16 = 1;

/// How hard a sheet is pressed, of 9: most of it is the same few tags, which any level finds.
const PRESSED: u8 = 2;

/// How cells look.
struct Formats {
    heading: Format,
    /// Columns of texts, so that what somebody writes into a cell stays text.
    text: Format,
    /// The same where it would else be taken for a formula by then.
    quoted: Format,
    date: Format,
    /// Numbers, by how many decimals they have.
    numbers: Vec<Format>,
}

/// Writes the workbook.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn workbook(site: &Site, to: &mut dyn Write) -> Result<()> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(PRESSED);
    // The file has to tell when it was made; the plan knows no more than when it begins.
    let day = ExcelDateTime::from_ymd(site.plan.period.first.0.max(FIRST_YEAR), 4, 1)?;
    let properties =
        DocProperties::new().set_title(&site.plan.title).set_author(&site.plan.organization.name);
    workbook.set_properties(&properties.set_creation_datetime(&day));
    let formats = Formats::new();
    let mut names = Names::new();
    let tables: Vec<_> = site.tables().collect();
    let filled: Vec<_> = tables.par_iter().map(|table| sheets(site, *table, &formats)).collect();
    for (table, sheets) in tables.into_iter().zip(filled) {
        for mut sheet in sheets? {
            sheet.set_name(names.of(&site.table_title(table)))?;
            workbook.push_worksheet(sheet);
        }
    }
    let mut last = explanation(site, &formats)?;
    last.set_name(names.of(site.words.get("data_columns")))?;
    workbook.push_worksheet(last);
    Ok(to.write_all(&workbook.save_to_buffer()?)?)
}

/// The sheets of a table: one, unless it has more rows than that can hold.
fn sheets(site: &Site, table: Table, formats: &Formats) -> Result<Vec<Worksheet>> {
    let columns = site.columns(table);
    let mut full = Vec::new();
    let mut sheet = Sheet::new(&columns, formats)?;
    rows(site, table, &mut |row| {
        if sheet.is_full() {
            full.push(std::mem::replace(&mut sheet, Sheet::new(&columns, formats)?));
        }
        sheet.add(row, formats)
    })?;
    full.into_iter().chain([sheet]).map(Sheet::end).collect()
}

/// A sheet that gets rows: its headings stay where they are, and each has a filter.
struct Sheet {
    sheet: Worksheet,
    /// Those of the widest texts, a column each.
    widths: Vec<usize>,
    last: u32,
}

impl Sheet {
    fn new(columns: &[Column], formats: &Formats) -> Result<Self> {
        let mut sheet = Worksheet::new();
        head(&mut sheet, columns.iter().map(|column| column.heading.as_str()), formats)?;
        for (nth, column) in (0..).zip(columns) {
            if !matches!(column.kind, Kind::Integer | Kind::Decimal | Kind::Date | Kind::YesOrNo) {
                sheet.set_column_format(nth, &formats.text)?;
            }
        }
        let widths = columns.iter().map(|column| width_of_heading(&column.heading)).collect();
        Ok(Self { sheet, widths, last: 0 })
    }

    fn is_full(&self) -> bool {
        self.last == LAST_ROW
    }

    fn add(&mut self, row: &[Cell], formats: &Formats) -> Result<()> {
        self.last += 1;
        for ((nth, cell), widest) in (0..).zip(row).zip(&mut self.widths) {
            put(&mut self.sheet, (self.last, nth), cell, formats)?;
            if cell.is_text() && *widest < WIDEST {
                *widest = width(&cell.written()).max(*widest);
            }
        }
        Ok(())
    }

    fn end(mut self) -> Result<Worksheet> {
        let right = u16::try_from(self.widths.len())?.saturating_sub(1);
        for (nth, widest) in (0..).zip(self.widths) {
            self.sheet.set_column_width(nth, u32::try_from(widest)? + 1)?;
        }
        self.sheet.autofilter(0, 0, self.last, right)?;
        Ok(self.sheet)
    }
}

/// What every column means.
fn explanation(site: &Site, formats: &Formats) -> Result<Worksheet> {
    let mut sheet = Worksheet::new();
    let words = ["data_table", "data_column", "data_column_name", "data_column_meaning"];
    head(&mut sheet, words.into_iter().map(|word| site.words.get(word)), formats)?;
    for (nth, width) in (0..).zip([24, 28, 24, 90]) {
        sheet.set_column_width(nth, width)?.set_column_format(nth, &formats.text)?;
    }
    let mut last = 0;
    for table in site.tables() {
        let title = site.table_title(table);
        for Column { heading, name, meaning, .. } in site.columns(table) {
            last += 1;
            for (nth, text) in (0..).zip([&title, &heading, &name, &meaning]) {
                put_text(&mut sheet, (last, nth), text, formats)?;
            }
        }
    }
    sheet.autofilter(0, 0, last, 3)?;
    Ok(sheet)
}

fn head<'h>(sheet: &mut Worksheet, headings: impl Iterator<Item = &'h str>, formats: &Formats) -> Result<()> {
    for (nth, heading) in (0..).zip(headings) {
        write_text(sheet, (0, nth), heading, Some(&formats.heading))?;
    }
    sheet.set_row_height(0, HEADING_HEIGHT)?;
    sheet.set_freeze_panes(1, FROZEN)?;
    Ok(())
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, formats: &Formats) -> Result<()> {
    match cell {
        Cell::Empty => {}
        Cell::Text(_) | Cell::Several(_) => put_text(sheet, (row, column), &cell.written(), formats)?,
        Cell::Integer(number) => _ = sheet.write_number(row, column, u32::try_from(*number)?)?,
        Cell::Decimal(number) => {
            // As many digits as a plan has, a number of Excel's can hold.
            let value: f64 = number.to_string().parse()?;
            match formats.numbers.get(number.decimals() as usize) {
                Some(format) => _ = sheet.write_number_with_format(row, column, value, format)?,
                None => _ = sheet.write_number(row, column, value)?,
            }
        }
        Cell::Date(date) if date.year < FIRST_YEAR => {
            put_text(sheet, (row, column), &date.to_string(), formats)?;
        }
        Cell::Date(Date { year, month, day }) => {
            let date = ExcelDateTime::from_ymd(*year, *month, *day)?;
            sheet.write_datetime_with_format(row, column, &date, &formats.date)?;
        }
        Cell::YesOrNo(yes) => _ = sheet.write_boolean(row, column, *yes)?,
    }
    Ok(())
}

/// A text is never a formula here, whatever it begins with.
fn put_text(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, formats: &Formats) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    write_text(sheet, (row, column), text, needs_guard(text).then_some(&formats.quoted))
}

/// A text in a format; without one it looks as its column does.
fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: Option<&Format>,
) -> Result<()> {
    let text = short(text);
    // The library writes such a text as it stands, as it does its own of several formats, of which this has one.
    if text.starts_with("<r>") {
        let only = [(&Format::default(), &*text)];
        match format {
            Some(format) => sheet.write_rich_string_with_format(row, column, &only, format)?,
            None => sheet.write_rich_string(row, column, &only)?,
        };
    } else {
        match format {
            Some(format) => sheet.write_string_with_format(row, column, text, format)?,
            None => sheet.write_string(row, column, text)?,
        };
    }
    Ok(())
}

/// A text as long as a cell can hold; the whole is in the other forms.
fn short(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return text.into();
    }
    let mut room = LONGEST_TEXT - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    let cut: String = text.chars().take_while(fits).collect();
    (cut + "…").into()
}

/// How wide a text is at most in a column: Japanese letters are twice as wide as those of ASCII.
fn width(text: &str) -> usize {
    let widths = text.chars().take(WIDEST).map(|c| if c.is_ascii() { 1 } else { 2 });
    widths.sum::<usize>().min(WIDEST)
}

/// A heading has two lines, and a sign for its filter.
fn width_of_heading(heading: &str) -> usize {
    width(heading).div_ceil(2) + 4
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_num_format("@");
        let number = |decimals: usize| match decimals {
            0 => Format::new().set_num_format("0"),
            _ => Format::new().set_num_format(format!("0.{}", "0".repeat(decimals))),
        };
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("E8F1FE"),
            quoted: text.clone().set_quote_prefix(),
            text,
            date: Format::new().set_num_format("yyyy-mm-dd"),
            numbers: (0..=15).map(number).collect(),
        }
    }
}

/// The names of sheets: short, without some signs, and each of its own whatever the size of its letters.
struct Names(BTreeSet<String>);

impl Names {
    /// Excel keeps a name for itself.
    fn new() -> Self {
        Self(BTreeSet::from(["history".to_owned()]))
    }

    fn of(&mut self, title: &str) -> String {
        let allowed = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
        let plain: String = title.chars().filter(allowed).collect();
        let numbers = (2..).map(|number: usize| format!(" {number}"));
        let mut endings = std::iter::once(String::new()).chain(numbers);
        loop {
            let ending = endings.next().unwrap_or_default();
            let room = LONGEST_NAME - ending.len();
            let mut name = plain.trim().to_owned();
            while name.encode_utf16().count() > room {
                name.pop();
            }
            // A sheet without a name would have one that Excel gives it.
            let name = if name.is_empty() { format!("-{ending}") } else { name + &ending };
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_full_where_excel_ends() {
        let formats = Formats::new();
        let mut sheet = Sheet::new(&[], &formats).unwrap();
        for _ in 0..LAST_ROW {
            assert!(!sheet.is_full());
            sheet.add(&[], &formats).unwrap();
        }
        assert!(sheet.is_full());
    }

    #[test]
    fn sheets_have_names_that_excel_allows() {
        let mut names = Names::new();
        let long = "あ".repeat(40);
        let given = ["取組", "取組", "a/b[c]", "ABC", "", "", &long, &long].map(|title| names.of(title));
        let short = "あ".repeat(31);
        let other = "あ".repeat(29) + " 2";
        assert_eq!(given, ["取組", "取組 2", "abc", "ABC 2", "-", "- 2", &short, &other]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_texts_up_to_a_limit() {
        assert_eq!([width(""), width("plan/1-1"), width("計画a")], [0, 8, 5]);
        assert_eq!(width(&"計".repeat(LONGEST_TEXT)), WIDEST);
        assert!(width_of_heading("現況値の以上・以下など") < width("現況値の以上・以下など"));
    }

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        let units = |text: &str| short(text).encode_utf16().count();
        assert_eq!(units(&"𠮷".repeat(20_000)), LONGEST_TEXT);
        assert_eq!(units(&"計".repeat(LONGEST_TEXT + 1)), LONGEST_TEXT);
        assert_eq!(short(&"計".repeat(LONGEST_TEXT)), "計".repeat(LONGEST_TEXT));
    }
}
