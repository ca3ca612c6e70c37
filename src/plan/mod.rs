//! What the city decided: typed, every name resolved. No YAML, no HTML, no address.
//!
//! # Glossary
//!
//! | here | in a Japanese plan | what it is |
//! |---|---|---|
//! | [`Plan`] | 計画 | the whole |
//! | [`Section`] | 重点推進目標, 取組事項 | a heading over initiatives; a plan names its own levels |
//! | [`Initiative`] | 実施計画, 取組 | what is to be done about one thing; the lowest level |
//! | [`Program`] | 事業 | a part of an initiative, in the charge of departments of its own |
//! | [`Action`] | 取組内容 | a row of the schedule |
//! | schedule | 行動計画 | all actions over the plan's years |
//! | [`Lane`] | | what follows on each other within an action |
//! | [`Bar`] | 矢印 | what is done over a span of years |
//! | [`Target`] | 目標値 | what is to be reached |
//! | measure, indicator | 指標 | what a target measures |
//! | [`Baseline`] | 現況値 | the value at the start |
//! | [`Result`](target::Result) | 実績値 | the value of a later year |
//! | [`Quantity`] | 数値 | a printed value: number, unit, comparator |
//! | [`FiscalYear`] | 年度 | April to March |
//! | department | 所管課 | who is in charge: a [`Term`] of a register |
//! | category | 5レス | what kind of reform it is: a [`Term`] of a register |
//! | [`SdgsTarget`] | SDGs ターゲット | one of the 169 targets, or a goal as a whole |
//! | overview | 事業概要 | what an initiative is |
//! | vision | 目指す姿（目標） | what it aims at |
//! | [`Disclosure`] | 情報公開 | where the city tells about it |
//! | [`Change`] | 変更履歴 | what was changed of an initiative, when and why |

pub(crate) mod id;
pub(crate) mod year;
pub(crate) mod decimal;
pub(crate) mod comparator;
pub(crate) mod quantity;
pub(crate) mod sdgs;
pub(crate) mod term;
pub(crate) mod change;
pub(crate) mod schedule;
pub(crate) mod target;
pub(crate) mod units;
mod standing;
mod assemble;

pub(crate) use assemble::{Kept, assemble};
pub(crate) use change::Change;
pub(crate) use comparator::Comparator;
pub(crate) use id::Id;
pub(crate) use quantity::Quantity;
pub(crate) use schedule::{Action, Bar, Lane};
pub(crate) use sdgs::SdgsTarget;
pub(crate) use standing::Standing;
pub(crate) use target::{Baseline, Subject, Target};
pub(crate) use term::{Term, reading_row};
pub(crate) use year::{FiscalYear, Years};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::date::Date;
use crate::prose::Prose;
use crate::source::{Located, Place};

/// A public plan.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) organization: Organization,
    pub(crate) period: Years,
    /// The year of every baseline that names none of its own.
    pub(crate) baseline_year: Option<FiscalYear>,
    /// What the levels are called; the last is the initiative's.
    pub(crate) levels: Vec<String>,
    /// What the home page says.
    pub(crate) introduction: Option<Prose>,
    /// In the order of the plan: a section stands before the sections in it.
    pub(crate) sections: Vec<Section>,
    /// In the order of the plan.
    pub(crate) initiatives: Vec<Arc<Initiative>>,
    /// By reading.
    pub(crate) departments: Vec<Term>,
    /// In the order of their register.
    pub(crate) categories: Vec<Term>,
    /// Whether all that was written has its number and its name: nothing is missing that a mended mistake may bring.
    pub(crate) whole: bool,
}

/// The publisher.
#[derive(Clone, Debug, Default)]
pub(crate) struct Organization {
    pub(crate) name: String,
    /// 全国地方公共団体コード.
    pub(crate) code: Option<String>,
    pub(crate) url: Option<Located<String>>,
}

/// A heading over sections or initiatives.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) id: Id,
    /// Where its number was written.
    pub(crate) numbered: Place,
    pub(crate) title: Located<String>,
    pub(crate) introduction: Option<Prose>,
    /// How deep it stands, from 0: an index into [`Plan::levels`].
    pub(crate) level: usize,
    /// The section that it stands in: an index into [`Plan::sections`].
    pub(crate) parent: Option<usize>,
}

/// What is to be done about one thing.
#[derive(Debug, Hash)]
pub(crate) struct Initiative {
    pub(crate) id: Id,
    /// Where its number was written.
    pub(crate) numbered: Place,
    pub(crate) title: String,
    /// Where its title was written.
    pub(crate) titled: Place,
    /// The section that it stands in: an index into [`Plan::sections`]; `None` in a plan of one level.
    pub(crate) section: Option<usize>,
    /// Indexes into [`Plan::departments`], the leading one first.
    pub(crate) departments: Vec<usize>,
    /// Indexes into [`Plan::categories`], in their order.
    pub(crate) categories: Vec<usize>,
    /// In their order.
    pub(crate) sdgs: Vec<SdgsTarget>,
    pub(crate) disclosure: Disclosure,
    pub(crate) overview: Option<Prose>,
    pub(crate) vision: Option<Prose>,
    /// At least one: an initiative without parts is its own programme.
    pub(crate) programs: Vec<Program>,
    pub(crate) notes: Option<Prose>,
    /// When what it says last changed; `None` where its editors do not tell.
    pub(crate) updated: Option<Date>,
    /// The newest first; none is newer than `updated`.
    pub(crate) changes: Vec<Change>,
}

/// Where the city tells about an initiative.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Disclosure {
    pub(crate) website: bool,
    pub(crate) other: Vec<String>,
    pub(crate) pages: Vec<PageLink>,
}

/// A page of the city's website.
#[derive(Clone, Debug, Hash)]
pub(crate) struct PageLink {
    pub(crate) title: String,
    pub(crate) url: Option<Located<String>>,
}

/// What is done and what is to be reached.
#[derive(Debug, Hash)]
pub(crate) struct Program {
    /// What it is called, and the like, where the initiative has parts.
    pub(crate) part: Option<Part>,
    pub(crate) actions: Vec<Action>,
    pub(crate) targets: Vec<Target>,
}

/// What a part of an initiative has of its own.
#[derive(Debug, Hash)]
pub(crate) struct Part {
    pub(crate) name: String,
    /// Indexes into [`Plan::departments`].
    pub(crate) departments: Vec<usize>,
    pub(crate) overview: Option<Prose>,
    pub(crate) vision: Option<Prose>,
}

impl Plan {
    /// When what the plan says last changed; `None` where no initiative tells.
    pub(crate) fn updated(&self) -> Option<Date> {
        self.initiatives.iter().filter_map(|initiative| initiative.updated).max()
    }

    /// A section and those that it is in, the outermost first.
    pub(crate) fn sections_around(&self, section: Option<usize>) -> Vec<&Section> {
        let up = std::iter::successors(section, |section| self.sections[*section].parent);
        let mut around: Vec<_> = up.map(|section| &self.sections[section]).collect();
        around.reverse();
        around
    }
}

impl Initiative {
    /// The departments of the initiative and of its parts, each once.
    pub(crate) fn all_departments(&self) -> Vec<usize> {
        let mut parts = self.programs.iter().filter_map(|program| program.part.as_ref()).peekable();
        if parts.peek().is_none() {
            return self.departments.clone();
        }
        let all = self.departments.iter().chain(parts.flat_map(|part| &part.departments)).copied();
        let mut seen = BTreeSet::new();
        all.filter(|department| seen.insert(*department)).collect()
    }

    /// Every text of its own and of its parts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Prose> {
        let parts = self.programs.iter().filter_map(|program| program.part.as_ref());
        let own = [&self.overview, &self.vision, &self.notes];
        own.into_iter().chain(parts.flat_map(|part| [&part.overview, &part.vision])).flatten()
    }

    /// Every action of every programme.
    pub(crate) fn actions(&self) -> impl Iterator<Item = &Action> {
        self.programs.iter().flat_map(|program| &program.actions)
    }

    /// Every target of every programme.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Target> {
        self.programs.iter().flat_map(|program| &program.targets)
    }
}
