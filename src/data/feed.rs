//! What a feed says, in whichever form: when initiatives were changed, what and why. Only editors tell, so a feed is what it was until one
//! of them writes down a change.

use std::cmp::Reverse;

use crate::date::Date;
use crate::plan::{Change, Initiative};
use crate::site::scope::Scope;
use crate::site::{Address, Site};

/// So many entries, the newest of all: a round of updates of a whole city's plan is in it, and a file of them has the size of a page.
pub(super) const MOST: usize = 100;

/// The newest changes of what it is about.
pub(super) struct Feed<'s> {
    pub(super) title: String,
    /// Whole addresses: of the page that it is about, and of the feed itself.
    pub(super) page: String,
    pub(super) own: String,
    /// The newest first.
    pub(super) entries: Vec<Entry<'s>>,
}

/// All that was changed of an initiative on a day.
pub(super) struct Entry<'s> {
    /// The address of its page and the day: the same as long as the plan stays where it is and the initiative keeps its number.
    pub(super) id: String,
    pub(super) page: String,
    /// The initiative's, and the first thing that was changed.
    pub(super) title: String,
    pub(super) moment: String,
    pub(super) changes: Vec<&'s Change>,
    /// Who is in charge.
    pub(super) departments: Vec<&'s str>,
}

impl<'s> Feed<'s> {
    /// The feed of a scope; `own` is where it is.
    pub(super) fn of(site: &'s Site, scope: Scope, own: &Address) -> Self {
        let dated = |initiative: &'s Initiative| days(initiative).map(move |day| (Reverse(day), initiative));
        let mut all: Vec<_> = site.initiatives_in(scope).flat_map(dated).collect();
        // Of one day in the order of the plan.
        all.sort_by_key(|(day, _)| *day);
        let newest = all.into_iter().take(MOST);
        Self {
            title: title(site, scope),
            page: site.base.of(&site.page_of(scope)),
            own: site.base.of(own),
            entries: newest.map(|(Reverse(day), initiative)| entry(site, initiative, day)).collect(),
        }
    }

    /// When the newest of its entries was; nobody asks for a feed without entries.
    pub(super) fn moment(&self) -> &str {
        self.entries.first().map_or("", |entry| &entry.moment)
    }
}

impl Entry<'_> {
    /// A change and its reason, each a line.
    pub(super) fn lines<'e>(&'e self, site: &'e Site) -> impl Iterator<Item = Vec<String>> + 'e {
        let none = self.changes.is_empty().then(|| vec![site.words.get("feed_changed").to_owned()]);
        let why = |why: &String| [site.words.get("why"), site.words.get("colon"), why].concat();
        let lines = move |change: &&Change| {
            std::iter::once(change.what.clone()).chain(change.why.as_ref().map(why)).collect()
        };
        none.into_iter().chain(self.changes.iter().map(lines))
    }
}

/// The name of what it is about, and that of the plan.
fn title(site: &Site, scope: Scope) -> String {
    let own = site.words.filled("feed", &[("name", site.name_of(scope))]);
    match scope {
        Scope::Plan => own,
        Scope::Term { .. } => [&own, site.words.get("title_separator"), &site.plan.title].concat(),
    }
}

/// The days on which an initiative was changed, each once, the newest first.
fn days(initiative: &Initiative) -> impl Iterator<Item = Date> {
    let changed = initiative.changes.iter().map(|change| change.date);
    let mut days: Vec<_> = initiative.updated.into_iter().chain(changed).collect();
    days.dedup();
    days.into_iter()
}

fn entry<'s>(site: &'s Site, initiative: &'s Initiative, day: Date) -> Entry<'s> {
    let page = site.base.of(&Address::in_plan(&initiative.id));
    let departments = initiative.all_departments().into_iter();
    let changes: Vec<_> = initiative.changes.iter().filter(|change| change.date == day).collect();
    let name = format!("{} {}", site.label(&initiative.id), initiative.title);
    let what = changes.first().and_then(|change| change.what.lines().next());
    Entry {
        id: format!("{page}#{day}"),
        page,
        title: what.map_or_else(|| name.clone(), |what| [&name, site.words.get("colon"), what].concat()),
        moment: moment(day),
        changes,
        departments: departments.map(|index| site.plan.departments[index].name.as_str()).collect(),
    }
}

/// The beginning of a day where the plan is: a feed knows no days, only moments.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+09:00")
}
