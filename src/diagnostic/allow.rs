//! Silence on purpose: warnings that an editor lets rest.

use super::{Diagnostic, Report, Rule, Severity, rules};
use crate::source::{FileId, Located};

/// A code of an `allow:`, and the files in which it quiets.
#[derive(Debug)]
pub(crate) struct Allowance {
    pub(crate) code: Located<String>,
    pub(crate) files: Vec<FileId>,
}

impl Report {
    /// Takes out the warnings that are allowed, and tells of what was allowed in vain. `is_judged`: whether all breaches of
    /// a rule were looked for; while there is an error, none was.
    pub(crate) fn settle(mut self, allowances: &[Allowance], is_judged: impl Fn(&Rule) -> bool) -> Self {
        let complete = !self.has_errors();
        let mut vain = Self::default();
        for allowance in allowances {
            let place = allowance.code.place;
            let complain = |rule| Diagnostic::new(rule, place).with("found", &allowance.code.value);
            match rules::find(&allowance.code) {
                None => {
                    // A neighbouring number would be a bad guess.
                    let meant = rules::resembling(&allowance.code).map(|rule| rule.code.to_owned());
                    vain.add(complain(&rules::UNKNOWN_ALLOW).suggest(meant));
                }
                Some(rule) if rule.severity == Severity::Error => {
                    vain.add(complain(&rules::ALLOWED_ERROR));
                }
                Some(rule) => {
                    let before = self.diagnostics.len();
                    self.diagnostics.retain(|it| !quiets(allowance, rule, it));
                    if self.diagnostics.len() == before && complete && is_judged(rule) {
                        vain.add(complain(&rules::UNUSED_ALLOW));
                    }
                }
            }
        }
        self.absorb(vain);
        self
    }
}

fn quiets(allowance: &Allowance, rule: &Rule, diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.code == rule.code && allowance.files.contains(&diagnostic.place.file)
}
