//! Silence on purpose: warnings that an editor lets rest.

use std::collections::BTreeMap;

use super::{Diagnostic, Report, Rule, Severity, rules};
use crate::source::{FileId, Located};

/// A code of an `allow:`, and the files in which it quiets.
#[derive(Debug)]
pub(crate) struct Allowance {
    pub(crate) code: Located<String>,
    pub(crate) files: Vec<FileId>,
}

/// What is quiet where, and whether there was anything to quieten.
type Quiet = BTreeMap<(FileId, &'static str), bool>;

impl Report {
    /// Takes out the warnings that are allowed, and tells of what was allowed in vain. `is_judged`: whether all breaches of
    /// a rule were looked for; while there is an error, none was.
    pub(crate) fn settle(mut self, allowances: &[Allowance], is_judged: impl Fn(&Rule) -> bool) -> Self {
        let complete = !self.has_errors();
        let mut quiet: Quiet = allowances.iter().flat_map(Allowance::keys).map(|key| (key, false)).collect();
        self.diagnostics.retain(|it| match quiet.get_mut(&(it.place.file, it.rule.code)) {
            Some(found) => {
                *found = true;
                false
            }
            None => true,
        });
        for allowance in allowances {
            self.add_all(allowance.judge(|rule| complete && is_judged(rule), &quiet));
        }
        self
    }
}

impl Allowance {
    /// The rule that is to be quiet; an error is never quiet.
    fn rule(&self) -> Option<&'static Rule> {
        rules::find(&self.code).filter(|rule| rule.severity != Severity::Error)
    }

    fn keys(&self) -> impl Iterator<Item = (FileId, &'static str)> {
        let code = self.rule().map(|rule| rule.code);
        self.files.iter().filter_map(move |file| Some((*file, code?)))
    }

    /// What is wrong with it, if it does not quieten anything.
    fn judge(&self, is_judged: impl Fn(&Rule) -> bool, quiet: &Quiet) -> Option<Diagnostic> {
        let complain = |rule| Diagnostic::new(rule, self.code.place).with("found", &self.code.value);
        match rules::find(&self.code) {
            None => {
                // A neighbouring number would be a bad guess.
                let meant = rules::resembling(&self.code).map(|rule| rule.code.to_owned());
                Some(complain(&rules::UNKNOWN_ALLOW).suggest(meant))
            }
            Some(rule) if rule.severity == Severity::Error => Some(complain(&rules::ALLOWED_ERROR)),
            Some(rule) if is_judged(rule) && !self.keys().any(|key| quiet.get(&key) == Some(&true)) => {
                Some(complain(&rules::UNUSED_ALLOW))
            }
            Some(_) => None,
        }
    }
}
