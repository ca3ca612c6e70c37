//! Every initiative as lists show it, converted once, as most stand in a dozen lists; where only some are others, the rest is what it was.

use std::sync::Arc;

use rayon::prelude::*;
use tera::{TeraResult, Value};

use crate::config::Numbering;
use crate::plan::{Initiative, Term};
use crate::site::Site;

/// The entries of a plan, in its order.
#[derive(Default)]
pub(crate) struct Entries {
    /// What all of them were made of.
    of: Option<(Numbering, Vec<Term>, Vec<Term>)>,
    made: Vec<(Arc<Initiative>, Value)>,
}

impl Entries {
    /// Makes what is not as it was; gives them as templates see them.
    pub(super) fn renew(&mut self, site: &Site) -> TeraResult<Value> {
        let plan = &site.plan;
        let of = (site.config.numbering, plan.departments.clone(), plan.categories.clone());
        if self.of.as_ref() != Some(&of) {
            *self = Self { of: Some(of), made: Vec::new() };
        }
        let one = |(index, initiative): (usize, &Arc<Initiative>)| {
            let before = self.made.get(index).filter(|(before, _)| Arc::ptr_eq(before, initiative));
            let value = match before {
                Some((_, value)) => value.clone(),
                None => Value::try_from_serializable(&site.entry(index))?,
            };
            Ok((Arc::clone(initiative), value))
        };
        let made: TeraResult<Vec<_>> = plan.initiatives.par_iter().enumerate().map(one).collect();
        self.made = made?;
        Ok(Value::from(self.made.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>()))
    }
}
