//! JSON whose entries stay in the order in which they were written, so that people can read a schema.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A piece of a schema.
#[derive(Clone, Debug)]
pub(super) enum Json {
    Bool(bool),
    Number(usize),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// A JSON object.
#[derive(Clone, Debug, Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    /// The same with one entry more, of a key that it has not: of two, some programs would take the first and some the last.
    pub(super) fn with(mut self, key: impl Into<String>, value: impl Into<Json>) -> Self {
        let key = key.into();
        debug_assert!(self.0.iter().all(|(other, _)| *other != key), "{key} is there twice");
        self.0.push((key, value.into()));
        self
    }

    /// The same with one entry more, if there is anything to say.
    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// The same with the entries of another.
    pub(super) fn and(self, other: Self) -> Self {
        other.0.into_iter().fold(self, |all, (key, value)| all.with(key, value))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// `None` where there is nothing in it.
pub(super) fn filled(object: Object) -> Option<Object> {
    Some(object).filter(|object| !object.is_empty())
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_u64(*value as u64),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<usize> for Json {
    fn from(value: usize) -> Self {
        Self::Number(value)
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Object> for Json {
    fn from(value: Object) -> Self {
        Self::Object(value)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Self>, const N: usize> From<[T; N]> for Json {
    fn from(values: [T; N]) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "b is there twice")]
    fn no_key_is_there_twice() {
        let one = Object::default().with("a", 1).with("b", 2);
        one.and(Object::default().with("c", 3).with("b", 4));
    }
}
