//! A view that is converted for templates once: to show it on one more page is to count it.

use std::marker::PhantomData;

use serde::Serialize;
use tera::Value;

/// A view as templates see it.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Shared<T> {
    value: Value,
    view: PhantomData<T>,
}

impl<T: Serialize> Shared<T> {
    pub(crate) fn new(view: &T) -> Self {
        Self { value: Value::from_serializable(view), view: PhantomData }
    }
}

impl<T: Serialize> Shared<Vec<T>> {
    pub(crate) fn list(views: &[T]) -> Self {
        Self { value: Value::from_serializable(views), view: PhantomData }
    }
}
