//! Every target of the plan, whatever initiative it stands in: those with a measure, and where there are targets in words.

use crate::plan::{FiscalYear, Plan, Subject, Target};

/// The targets of all initiatives, in the order of the plan.
#[derive(Debug, Hash)]
pub(crate) struct AllTargets {
    /// Those with a measure.
    pub(super) measured: Vec<TargetSpot>,
    /// How many of them have a value to reach; the others are told as 数値目標なし.
    pub(super) numbered: usize,
    /// The initiatives that have targets in words.
    pub(super) in_words: Vec<InWords>,
    /// The years for which any of them has a result.
    pub(super) result_years: Vec<FiscalYear>,
}

/// Where a target stands: indexes into the plan's initiatives, the initiative's programmes, and its targets.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct TargetSpot {
    pub(super) initiative: usize,
    pub(super) program: usize,
    pub(super) target: usize,
}

/// How many targets in words an initiative has; the first of them is where a reader is led.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct InWords {
    pub(super) first: TargetSpot,
    pub(super) count: usize,
}

impl AllTargets {
    pub(super) fn of(plan: &Plan) -> Self {
        let (mut measured, mut in_words, mut years) = (Vec::new(), Vec::<InWords>::new(), Vec::new());
        let mut numbered = 0;
        for (spot, target) in spots(plan) {
            years.extend(target.results.iter().map(|result| result.year.value));
            match (&target.subject, in_words.last_mut()) {
                (Subject::Measure(_), _) => {
                    measured.push(spot);
                    numbered += usize::from(target.target.is_some());
                }
                (_, Some(last)) if last.first.initiative == spot.initiative => last.count += 1,
                _ => in_words.push(InWords { first: spot, count: 1 }),
            }
        }
        years.sort_unstable();
        years.dedup();
        Self { measured, numbered, in_words, result_years: years }
    }

    /// How many entries the longer of the two lists has; none where nothing is measured, and so no table.
    pub(super) fn entries(&self) -> usize {
        if self.measured.is_empty() { 0 } else { self.measured.len().max(self.in_words.len()) }
    }
}

fn spots(plan: &Plan) -> impl Iterator<Item = (TargetSpot, &Target)> {
    let initiatives = plan.initiatives.iter().enumerate();
    initiatives.flat_map(|(initiative, it)| {
        it.programs.iter().enumerate().flat_map(move |(program, it)| {
            let targets = it.targets.iter().enumerate();
            targets.map(move |(target, it)| (TargetSpot { initiative, program, target }, it))
        })
    })
}
