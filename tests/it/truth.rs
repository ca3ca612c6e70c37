//! The truth tables of 郡山市's plan: what the printed sheets say, written down without a look at `content/`.
//! `tests/fixtures/koriyama/README.md` tells what each column means.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Index;

use crate::site::project;

/// A row of a table, by the names of its columns.
pub struct Row(BTreeMap<String, String>);

pub fn initiatives() -> Vec<Row> {
    table("initiatives")
}

/// The parts of the two initiatives that have parts.
pub fn programs() -> Vec<Row> {
    table("programs")
}

/// A row a bar.
pub fn schedule() -> Vec<Row> {
    table("schedule")
}

/// A row a sentence or a measure.
pub fn targets() -> Vec<Row> {
    table("targets")
}

/// The names of an initiative's parts in their order; one without a name where it has no parts.
pub fn parts_of(id: &str) -> Vec<String> {
    let parts: Vec<_> =
        programs().iter().filter(|row| &row["id"] == id).map(|row| row["name"].to_owned()).collect();
    if parts.is_empty() { vec![String::new()] } else { parts }
}

fn table(name: &str) -> Vec<Row> {
    let text = fs::read_to_string(project().join(format!("tests/fixtures/koriyama/{name}.tsv"))).unwrap();
    let mut lines = text.lines();
    let columns: Vec<_> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| Row::new(&columns, line)).collect()
}

impl Row {
    fn new(columns: &[&str], line: &str) -> Self {
        let values: Vec<_> = line.split('\t').collect();
        assert_eq!(values.len(), columns.len(), "{line}");
        let pairs = columns.iter().zip(values);
        Self(pairs.map(|(column, value)| ((*column).to_owned(), value.to_owned())).collect())
    }

    /// A value that is a list.
    pub fn list(&self, column: &str, separator: char) -> Vec<String> {
        self[column].split(separator).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    }

    /// Some of its values, for people to read.
    pub fn line(&self, columns: &[&str]) -> String {
        columns.iter().map(|column| &self[*column]).collect::<Vec<_>>().join(" | ")
    }

    /// The fiscal years of a bar.
    pub fn years(&self) -> std::ops::RangeInclusive<u32> {
        self["start"].parse().unwrap()..=self["end"].parse().unwrap()
    }
}

impl Index<&str> for Row {
    type Output = str;

    fn index(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("there is no column {column}"))
    }
}
