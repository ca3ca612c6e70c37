//! The page about the plan as data: what there is, what each column means, and under which conditions it may be used.

use serde::Serialize;

use super::common::DateView;
use crate::site::distribution::{Distribution, Format};
use crate::site::table::{Column, Table};
use crate::site::{Address, Site};

/// The template `data.html`.
#[derive(Debug, Serialize)]
pub(crate) struct DataView {
    /// Everything of the plan as a whole: what people open, and what is for programs.
    pub(crate) files: Vec<FilesView>,
    /// The columns of each table.
    pub(crate) tables: Vec<TableView>,
    /// An initiative's key.
    pub(crate) example: String,
    /// The plan's first year: its number, and in words.
    pub(crate) first_year: String,
    pub(crate) year: String,
    /// `None` where the city says nothing of it.
    pub(crate) license: Option<LicenseView>,
    /// How to say where the data is from.
    pub(crate) citation: String,
    /// When the content last changed, if that is known.
    pub(crate) updated: Option<DateView>,
}

/// Files for the same readers.
#[derive(Debug, Serialize)]
pub(crate) struct FilesView {
    pub(crate) title: String,
    pub(crate) files: Vec<FileView>,
}

/// A file to be taken away.
#[derive(Debug, Serialize)]
pub(crate) struct FileView {
    pub(crate) title: String,
    pub(crate) meaning: String,
    /// What it is called: `initiatives.csv`.
    pub(crate) name: String,
    pub(crate) href: String,
    /// In words; `None` only where a page is tried before there are any files.
    pub(crate) size: Option<String>,
}

/// What stands in a table.
#[derive(Debug, Serialize)]
pub(crate) struct TableView {
    /// What programs call it, and the end of its place's name on the page.
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) meaning: String,
    pub(crate) columns: Vec<ColumnView>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnView {
    pub(crate) name: String,
    pub(crate) heading: String,
    pub(crate) meaning: String,
}

/// Under which conditions the data may be used.
#[derive(Debug, Serialize)]
pub(crate) struct LicenseView {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

impl Site {
    pub(super) fn data_view(&self) -> DataView {
        let example = self.plan.initiatives.first().map(|first| Self::plan_key(&first.id));
        let license = self.config.license.as_ref();
        DataView {
            files: vec![self.files("data_for_people", true), self.files("data_for_programs", false)],
            tables: self.tables().map(|table| self.table(table)).collect(),
            example: example.unwrap_or_default(),
            first_year: self.plan.period.first.0.to_string(),
            year: self.wording().year(self.plan.period.first),
            license: license.map(|it| LicenseView {
                name: it.name.value.clone(),
                url: it.url.as_ref().map(|url| url.value.clone()),
            }),
            citation: self.data_citation(),
            updated: self.plan.updated().map(|day| self.date_view(day)),
        }
    }

    fn files(&self, title: &str, for_people: bool) -> FilesView {
        let all = self.distributions.iter().filter(|it| it.is_of_plan());
        let own = all.filter(|it| it.format.is_for_people() == for_people);
        FilesView { title: self.words.get(title).to_owned(), files: own.map(|it| self.file(it)).collect() }
    }

    fn file(&self, distribution: &Distribution) -> FileView {
        let (title, meaning) = match distribution.format {
            Format::PlanJson => self.said("data_plan_json"),
            Format::Workbook => self.said("data_workbook"),
            Format::Csvw | Format::CsvwOfTerms { .. } => self.said("data_csvw"),
            Format::Package => self.said("data_package"),
            Format::PlanSchema => self.said("data_plan_schema"),
            Format::InitiativeSchema | Format::InitiativeJson { .. } => self.said("data_initiative_schema"),
            Format::Stratml => self.said("data_stratml"),
            Format::Catalog => self.said("data_catalog"),
            Format::Atom(_) => self.said("data_atom"),
            Format::JsonFeed(_) => self.said("data_json_feed"),
            Format::Calendar(_) => self.said("data_calendar"),
            Format::Csv(table) => (self.table_title(table), self.table_meaning(table)),
        };
        FileView {
            title,
            meaning,
            name: distribution.name().to_owned(),
            href: distribution.address.to_string(),
            size: distribution.size.get().map(|bytes| self.size(*bytes)),
        }
    }

    fn said(&self, word: &str) -> (String, String) {
        let text = [word, "_text"].concat();
        (self.words.get(word).to_owned(), self.words.get(&text).to_owned())
    }

    fn table(&self, table: Table) -> TableView {
        let column = |Column { name, heading, meaning, .. }: Column| ColumnView { name, heading, meaning };
        TableView {
            name: table.name(),
            title: self.table_title(table),
            meaning: self.table_meaning(table),
            columns: self.columns(table).into_iter().map(column).collect(),
        }
    }

    /// A size as people say it, never less than it is.
    fn size(&self, bytes: u64) -> String {
        let said = |word: &str, number: String| self.words.filled(word, &[("n", &number)]);
        match bytes {
            0..1_000 => said("bytes", bytes.to_string()),
            1_000..1_000_000 => said("kilobytes", bytes.div_ceil(1_000).to_string()),
            _ => {
                let tenths = bytes.div_ceil(100_000);
                said("megabytes", format!("{}.{}", tenths / 10, tenths % 10))
            }
        }
    }

    fn data_citation(&self) -> String {
        let url = self.base.of(&Address::data_page());
        let gaps = [
            ("organization", self.plan.organization.name.as_str()),
            ("site", &self.plan.title),
            ("url", &url),
        ];
        self.words.filled("data_cite_text", &gaps)
    }
}
