//! Days as written: `2026-11-22`.

use super::Text;
use crate::content::decode::{Decode, Reader, refuse};
use crate::content::node::Node;
use crate::content::shape::Shape;
use crate::date::Date;
use crate::diagnostic::rules;
use crate::source::Located;

impl Decode for Located<Date> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = Text::decode(node, reader)?;
        let meant = || Date::meant(&text).map(|date| date.to_string());
        match Date::parse(&text) {
            Some(date) => Some(Self::new(date, text.place)),
            None => refuse(&rules::NOT_A_DATE, &text, meant(), reader),
        }
    }

    fn shape() -> Shape {
        Shape::Day
    }
}
