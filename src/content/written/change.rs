//! What was changed of an initiative since it was published first, told by the editors.

use super::{FromRecord, Text};
use crate::content::decode::Reader;
use crate::content::record::Record;
use crate::date::Date;
use crate::source::Located;

/// An entry of an initiative's history.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) date: Option<Located<Date>>,
    pub(crate) what: Option<Text>,
    pub(crate) why: Option<Text>,
}

impl FromRecord for Change {
    fn from_record(record: &mut Record, reader: &mut Reader) -> Option<Self> {
        let date = record.required("date", reader);
        let what = record.required("what", reader);
        Some(Self { date, what, why: record.optional("why", reader) })
    }
}
