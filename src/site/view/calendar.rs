//! A fiscal year's page: a calendar of what begins, runs and ends in it.

use serde::Serialize;

use super::common::{InitiativeLink, Link};
use super::listing::{ListPage, PagerView};
use super::way::percentage;
use crate::plan::{Action, Bar, Initiative, Program, Years};
use crate::site::calendar::{Calendar, Phase, bars};
use crate::site::pages::ENTRIES;
use crate::site::{Address, Facet, Site};
use crate::theme::Shared;

/// The template `year.html`.
#[derive(Debug, Serialize)]
pub(crate) struct YearView {
    /// What years are called: 年度.
    pub(crate) facet: String,
    /// Its first and last day in words.
    pub(crate) days: String,
    /// Where it lies among the plan's years.
    pub(crate) strip: StripView,
    /// How many initiatives do something in it.
    pub(crate) count: usize,
    /// Whether the plan begins with it, or ends: what goes on before or behind is not the plan's to say.
    pub(crate) is_first: bool,
    pub(crate) is_last: bool,
    /// All phases, those without an initiative too.
    pub(crate) phases: Vec<PhaseLink>,
    /// The phases that have a part on this page.
    pub(crate) groups: Vec<PhaseGroup>,
    /// The years before and behind.
    pub(crate) previous: Option<Link>,
    pub(crate) next: Option<Link>,
    /// `None` where one page holds all.
    pub(crate) pager: Option<PagerView>,
}

/// A phase with its way there.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PhaseLink {
    /// `begins`, `only`, `continues` or `ends`: the key of its words, and its id on the page.
    pub(crate) key: &'static str,
    /// How many initiatives have it.
    pub(crate) count: usize,
    /// To where they begin; `None` where there are none.
    pub(crate) href: Option<String>,
}

/// What stands in a phase, as far as this page has it.
#[derive(Debug, Serialize)]
pub(crate) struct PhaseGroup {
    /// The phase's key.
    pub(crate) key: &'static str,
    /// How many initiatives it has on all pages.
    pub(crate) count: usize,
    pub(crate) entries: Vec<PhaseEntry>,
}

/// What an initiative does in a phase of a year.
#[derive(Debug, Serialize)]
pub(crate) struct PhaseEntry {
    #[serde(flatten)]
    pub(crate) initiative: InitiativeLink,
    pub(crate) work: Vec<WorkView>,
}

/// What a programme does.
#[derive(Debug, Serialize)]
pub(crate) struct WorkView {
    /// The programme's name, where the initiative has parts.
    pub(crate) program: Option<String>,
    /// Who does it: the part's own departments, or the initiative's.
    pub(crate) departments: Vec<Shared<Link>>,
    pub(crate) actions: Vec<ActionWork>,
}

/// What is done of an action.
#[derive(Debug, Serialize)]
pub(crate) struct ActionWork {
    /// The heading that the action stands under.
    pub(crate) group: Option<String>,
    pub(crate) name: String,
    pub(crate) bars: Vec<BarWork>,
}

/// A bar of the schedule.
#[derive(Debug, Serialize)]
pub(crate) struct BarWork {
    pub(crate) text: String,
    /// What its phase does not say of its years, in words: since when, until when, or both.
    pub(crate) years: Option<String>,
    pub(crate) strip: StripView,
}

/// Years as a part of all the plan's years, in percent of their length.
#[derive(Debug, Serialize)]
pub(crate) struct StripView {
    pub(crate) start: String,
    pub(crate) width: String,
}

impl Site {
    /// The page of a year, a term of the facet of years.
    pub(super) fn year_view(&self, facet: usize, term: usize, number: usize) -> YearView {
        let facet = &self.facets[facet];
        let own = &facet.terms[term];
        let calendar = &self.calendars[term];
        let address = facet.term_address(own);
        let entries = &calendar.entries;
        let page = ListPage::new(address.clone(), number);
        let shown = page.shown(entries.iter()).collect::<Vec<_>>();
        let groups = shown.chunk_by(|(a, _), (b, _)| a == b);
        YearView {
            facet: self.words.get(facet.kind.key()).to_owned(),
            days: self.wording().days(calendar.year),
            strip: self.strip(Years { first: calendar.year, last: calendar.year }),
            count: own.initiatives.len(),
            is_first: calendar.year == self.plan.period.first,
            is_last: calendar.year == self.plan.period.last,
            phases: Self::phase_links(calendar, &address),
            groups: groups.map(|group| self.phase_group(calendar, group)).collect(),
            previous: year_link(facet, term.checked_sub(1)),
            next: year_link(facet, Some(term + 1)),
            pager: page.pager(entries.len()),
        }
    }

    /// All phases of a year, with the ways to them.
    pub(super) fn phase_links(calendar: &Calendar, address: &Address) -> Vec<PhaseLink> {
        let link = |phase: Phase| {
            let entries = calendar.of(phase);
            let page = address.nth(entries.start / ENTRIES + 1);
            PhaseLink {
                key: phase.key(),
                count: entries.len(),
                href: (!entries.is_empty()).then(|| format!("{page}#{}", phase.key())),
            }
        };
        Phase::ALL.into_iter().map(link).collect()
    }

    /// Neighbouring entries of one phase.
    fn phase_group(&self, calendar: &Calendar, entries: &[&(Phase, usize)]) -> PhaseGroup {
        let phase = entries[0].0;
        PhaseGroup {
            key: phase.key(),
            count: calendar.of(phase).len(),
            entries: entries.iter().map(|(_, index)| self.phase_entry(calendar, phase, *index)).collect(),
        }
    }

    fn phase_entry(&self, calendar: &Calendar, phase: Phase, index: usize) -> PhaseEntry {
        let initiative = &self.plan.initiatives[index];
        let work = |program: &Program| {
            let actions: Vec<_> = program
                .actions
                .iter()
                .filter_map(|action| self.action_work(calendar, phase, action))
                .collect();
            (!actions.is_empty()).then(|| self.work(initiative, program, actions))
        };
        PhaseEntry {
            initiative: self.initiative_link(index),
            work: initiative.programs.iter().filter_map(work).collect(),
        }
    }

    fn work(&self, initiative: &Initiative, program: &Program, actions: Vec<ActionWork>) -> WorkView {
        let part = program.part.as_ref();
        let own = part.map(|part| &part.departments).filter(|departments| !departments.is_empty());
        WorkView {
            program: part.map(|part| part.name.clone()),
            departments: self.department_links(own.unwrap_or(&initiative.departments)),
            actions,
        }
    }

    fn action_work(&self, calendar: &Calendar, phase: Phase, action: &Action) -> Option<ActionWork> {
        let bars = bars(action, calendar.year, phase);
        let work = |bar: &Bar| BarWork {
            text: bar.text.clone(),
            years: self.years_beyond(phase, bar.years),
            strip: self.strip(bar.years),
        };
        let bars: Vec<_> = bars.map(work).collect();
        if bars.is_empty() {
            return None;
        }
        Some(ActionWork { group: action.group.clone(), name: action.name.clone(), bars })
    }

    fn years_beyond(&self, phase: Phase, years: Years) -> Option<String> {
        match phase {
            Phase::Begins => Some(self.wording().until(years.last)),
            Phase::Only => None,
            Phase::Ends => Some(self.wording().since(years.first)),
            Phase::Continues => Some(self.wording().years(years)),
        }
    }

    fn strip(&self, years: Years) -> StripView {
        let Years { first, last } = self.plan.period;
        let from_start = |year: u16| i128::from(year.saturating_sub(first.0));
        let percent = |years: i128| percentage(years * 1000 / (from_start(last.0) + 1));
        let (start, end) = (from_start(years.first.0), from_start(years.last.0) + 1);
        StripView { start: percent(start), width: percent(end - start) }
    }
}

/// The page of another year, if the plan has it.
fn year_link(facet: &Facet, term: Option<usize>) -> Option<Link> {
    let term = facet.terms.get(term?)?;
    Some(Link::to(&term.title, &facet.term_address(term)))
}
