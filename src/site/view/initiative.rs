//! An initiative's page.

use serde::Serialize;

use super::Spot;
use super::common::{DateView, InitiativeLink, Link, TermLink};
use super::contact::ContactView;
use super::schedule::ScheduleView;
use super::target::TargetsView;
use crate::plan::{Change, Disclosure, Program};
use crate::prose::Prose;
use crate::site::facet::{FacetKind, FacetTerm};
use crate::site::{Address, Site};
use crate::theme::Shared;

/// The template `initiative.html`.
#[derive(Debug, Serialize)]
pub(crate) struct InitiativePage {
    #[serde(flatten)]
    pub(crate) initiative: InitiativeView,
    /// Its page's whole address: what a citation ends with.
    pub(crate) url: String,
    /// The same as data; `None` where the site goes without.
    pub(crate) data_href: Option<String>,
    pub(crate) contact: Option<ContactView>,
    /// The initiatives before and behind it.
    pub(crate) previous: Option<InitiativeLink>,
    pub(crate) next: Option<InitiativeLink>,
}

/// What the plan says of an initiative, on its page and in booklets.
#[derive(Debug, Serialize)]
pub(crate) struct InitiativeView {
    pub(crate) title: String,
    /// What its level is called: 実施計画.
    pub(crate) level: String,
    /// 1-3-1: what people cite.
    pub(crate) id: String,
    /// As the plan prints it: 1-3-①.
    pub(crate) label: String,
    pub(crate) departments: Vec<Shared<Link>>,
    pub(crate) categories: Vec<Shared<TermLink>>,
    pub(crate) sdgs: Vec<Shared<TermLink>>,
    pub(crate) disclosure: Option<DisclosureView>,
    pub(crate) overview_html: Option<String>,
    pub(crate) vision_html: Option<String>,
    /// At least one; without a name where the initiative has no parts.
    pub(crate) programs: Vec<ProgramView>,
    pub(crate) notes_html: Option<String>,
    /// When what it says last changed; `None` where its editors do not tell.
    pub(crate) updated: Option<DateView>,
    /// By days, the newest first.
    pub(crate) history: Vec<DayView>,
}

/// What was changed on a day.
#[derive(Debug, Serialize)]
pub(crate) struct DayView {
    pub(crate) date: DateView,
    pub(crate) changes: Vec<ChangeView>,
}

/// A change.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeView {
    pub(crate) what: String,
    pub(crate) why: Option<String>,
}

/// Where the city tells about it.
#[derive(Debug, Serialize)]
pub(crate) struct DisclosureView {
    pub(crate) website: bool,
    pub(crate) other: Vec<String>,
    pub(crate) pages: Vec<OutsideLink>,
}

/// A title, and an address on another site where that is known.
#[derive(Debug, Serialize)]
pub(crate) struct OutsideLink {
    pub(crate) title: String,
    pub(crate) url: Option<String>,
}

/// What is done and what is to be reached.
#[derive(Debug, Serialize)]
pub(crate) struct ProgramView {
    /// `None` where the initiative has no parts.
    pub(crate) name: Option<String>,
    /// An id on the page, and the beginning of the ids in it.
    pub(crate) anchor: String,
    pub(crate) departments: Vec<Shared<Link>>,
    pub(crate) overview_html: Option<String>,
    pub(crate) vision_html: Option<String>,
    /// `None` where nothing is scheduled.
    pub(crate) schedule: Option<ScheduleView>,
    /// `None` where nothing is targeted.
    pub(crate) targets: Option<TargetsView>,
}

impl Site {
    pub(super) fn initiative_page(&self, index: usize, root: &str) -> InitiativePage {
        let initiative = &self.plan.initiatives[index];
        let neighbour = |at: usize| (at < self.plan.initiatives.len()).then(|| self.initiative_link(at));
        InitiativePage {
            initiative: self.initiative_view(index, &Spot { root, prefix: "", name: "", deeper: 0 }),
            url: self.base.of(&Address::in_plan(&initiative.id)),
            data_href: self.has_data().then(|| Address::initiative_data(&initiative.id).into()),
            contact: self.contact_about_initiative(initiative),
            previous: index.checked_sub(1).and_then(neighbour),
            next: neighbour(index + 1),
        }
    }

    /// An initiative at a spot: its ids begin with the spot's prefix, its tables with the spot's name, and its title stands as
    /// deep as the spot is deeper than a page's own title.
    pub(super) fn initiative_view(&self, index: usize, spot: &Spot) -> InitiativeView {
        let initiative = &self.plan.initiatives[index];
        let programs = initiative.programs.iter().enumerate();
        let text = |key: &str, text: Option<&Prose>| Some(self.html_of(key, text?, spot));
        InitiativeView {
            title: initiative.title.clone(),
            level: self.plan.levels.last().cloned().unwrap_or_default(),
            id: initiative.id.to_string(),
            label: self.label(&initiative.id),
            departments: self.department_links(&initiative.departments),
            categories: self.carried_terms(FacetKind::Categories, index),
            sdgs: self.carried_terms(FacetKind::Sdgs, index),
            disclosure: disclosure(&initiative.disclosure),
            overview_html: text("overview", initiative.overview.as_ref()),
            vision_html: text("vision", initiative.vision.as_ref()),
            programs: programs.map(|(index, program)| self.program_view(program, index, spot)).collect(),
            notes_html: text("notes", initiative.notes.as_ref()),
            updated: initiative.updated.map(|date| self.date_view(date)),
            history: self.history(&initiative.changes),
        }
    }

    fn history(&self, changes: &[Change]) -> Vec<DayView> {
        let view = |change: &Change| ChangeView { what: change.what.clone(), why: change.why.clone() };
        let days = changes.chunk_by(|a, b| a.date == b.date);
        let day = |changes: &[Change]| DayView {
            date: self.date_view(changes[0].date),
            changes: changes.iter().map(view).collect(),
        };
        days.map(day).collect()
    }

    /// The terms of a facet that an initiative carries; of SDGs a target stands within its goal.
    fn carried_terms(&self, kind: FacetKind, initiative: usize) -> Vec<Shared<TermLink>> {
        let mut facets = self.facets.iter().zip(&self.commons().terms);
        let Some((facet, bare)) = facets.find(|(facet, _)| facet.kind == kind) else { return Vec::new() };
        let carries = |(_, term): &(usize, &FacetTerm)| term.initiatives.binary_search(&initiative).is_ok();
        let link = |(index, _): (usize, &FacetTerm)| {
            let within = facet.within(index).filter(carries).map(|(within, _)| bare[within].clone());
            match within.collect::<Vec<_>>() {
                within if within.is_empty() => bare[index].clone(),
                within => Shared::new(&TermLink::new(facet, index, within)),
            }
        };
        facet.outermost().filter(carries).map(link).collect()
    }

    fn program_view(&self, program: &Program, index: usize, spot: &Spot) -> ProgramView {
        let part = program.part.as_ref();
        let anchor = program_anchor(spot.prefix, index);
        let name = format!("{} {}", spot.name, part.map_or("", |part| &part.name));
        let within =
            Spot { prefix: &format!("{anchor}-"), name: name.trim(), deeper: spot.deeper + 1, ..*spot };
        let text = |key: &str, text: Option<&Prose>| Some(self.html_of(key, text?, &within));
        ProgramView {
            name: part.map(|part| part.name.clone()),
            departments: part.map_or_else(Vec::new, |part| self.department_links(&part.departments)),
            overview_html: text("overview", part.and_then(|part| part.overview.as_ref())),
            vision_html: text("vision", part.and_then(|part| part.vision.as_ref())),
            schedule: self.schedule_view(&program.actions, &anchor),
            targets: self.targets_view(&program.targets, &anchor),
            anchor,
        }
    }
}

/// The id of a programme on a page whose ids begin with a prefix; `index` counts from 0.
pub(super) fn program_anchor(prefix: &str, index: usize) -> String {
    format!("{prefix}p{}", index + 1)
}

/// `None` where the plan tells of no place.
fn disclosure(disclosure: &Disclosure) -> Option<DisclosureView> {
    let Disclosure { website, other, pages } = disclosure;
    let pages =
        pages.iter().map(|page| OutsideLink { title: page.title.clone(), url: page.url.as_deref().cloned() });
    let view = DisclosureView { website: *website, other: other.clone(), pages: pages.collect() };
    (*website || !view.other.is_empty() || !view.pages.is_empty()).then_some(view)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read::Files;

    /// What is shown of the first initiative of a plan, where others stand on the same page.
    fn among_others(initiative: &str) -> InitiativeView {
        let site = "title: 計画\norganization: {name: 市}\nbase_url: https://x.example/\nperiod: 2026-2029\nlevels: [取組]\n";
        let files = [("content/site.yaml", site), ("content/plan/1.md", initiative)];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let loaded = crate::understand(Files::in_memory(files), None, |_| true, &crate::watch::Unwatched);
        assert!(!loaded.report.has_errors());
        let spot = Spot { root: "", prefix: "i1-", name: "1 広報", deeper: 1 };
        loaded.site.initiative_view(0, &spot)
    }

    #[test]
    fn ids_begin_with_the_prefix() {
        let view = among_others(
            "---\ntitle: 広報\nnumber: 1\nactions: [{name: 発行}]\ntargets: [読まれる]\n---\n## 見出し\n\n本文[^a]\n\n[^a]: 注\n",
        );
        let program = &view.programs[0];
        let schedule = program.schedule.as_ref().unwrap();
        let targets = program.targets.as_ref().unwrap();
        let anchors = [
            &program.anchor,
            &schedule.groups[0].rows[0].action.as_ref().unwrap().anchor,
            &targets.rows[0].anchor,
        ];
        assert_eq!(anchors, ["i1-p1", "i1-p1-a1", "i1-p1-t1"]);
        let html = view.overview_html.unwrap();
        assert!(html.contains("<h4>見出し</h4>"), "{html}");
        assert_eq!(html.matches("i1-overview-").count(), html.matches("overview-").count());
        assert!(html.contains("id=\"i1-overview-"), "{html}");
    }

    #[test]
    fn tables_of_texts_are_told_apart() {
        let view = among_others(
            "---\ntitle: 広報\nnumber: 1\nprograms: [{name: 市報, overview: \"| a |\\n|---|\\n| b |\"}]\n---\n| a |\n|---|\n| b |\n",
        );
        assert!(view.overview_html.unwrap().contains("aria-label=\"1 広報 overview table"));
        let of_part = view.programs[0].overview_html.as_ref().unwrap();
        assert!(of_part.contains("aria-label=\"1 広報 市報 overview table"), "{of_part}");
    }
}
