//! What pages are made of, as numbers. A page whose number is what it was when it was made last is the same again, so that a build after a small edit
//! makes few pages.
//!
//! A number may change where the page does not; it must never stay where the page changes. So most pages count as made of the whole plan, and only
//! those of which a large plan has hundreds are looked at more closely: initiatives, lists, booklets, years and targets.
//! Whatever a new field of the plan may hold is in the numbers by `derive(Hash)` and `derive(Debug)`.

use std::fmt::{self, Write};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::discriminant;

use rayon::prelude::*;

use super::distribution::Format;
use super::pages::ENTRIES;
use super::scope::Scope;
use super::table::Table;
use super::targets::AllTargets;
use super::{Address, Booklet, Content, Site};

/// The numbers of a site.
pub(crate) struct Ingredients<'s> {
    site: &'s Site,
    /// What every page may show: the look, what is decided about the site, sections, registers, and which initiatives belong to what.
    frame: u64,
    /// What lists and neighbours show of each initiative.
    entries: Vec<u64>,
    /// All that the plan says of each initiative.
    whole: Vec<u64>,
    /// All of all initiatives.
    all: u64,
    /// For each year which initiatives are at which of their phases in it.
    calendars: Vec<u64>,
    /// Which initiatives have targets, and what is counted of them.
    targets: u64,
}

impl<'s> Ingredients<'s> {
    /// `look` is all that makes pages of the same plan differ: the theme and the program. `is_free` tells that its templates may show any
    /// initiative on any page.
    pub(crate) fn of(site: &'s Site, look: impl Hash, is_free: bool) -> Self {
        let initiatives = &site.plan.initiatives;
        let entries: Vec<_> =
            (0..initiatives.len()).into_par_iter().map(|index| entry(site, index)).collect();
        let whole: Vec<_> = initiatives.par_iter().map(hash).collect();
        let frame = (look, frame(site), is_free.then_some(&entries));
        let calendars = site.calendars.iter().map(|calendar| hash(&calendar.entries)).collect();
        let (frame, all, targets) = (hash(&frame), hash(&whole), hash(&site.targets));
        Self { site, frame, entries, whole, all, calendars, targets }
    }

    /// The number of a page.
    pub(crate) fn number(&self, content: Content) -> u64 {
        let own = match content {
            Content::Initiative { index } => {
                let before = index.checked_sub(1).and_then(|before| self.entries.get(before));
                hash(&(self.whole.get(index), before, self.entries.get(index + 1)))
            }
            Content::Plan { number: page } | Content::Search { number: page } => {
                hash(&shown(&self.entries, page))
            }
            Content::Section { index, number: page } => {
                hash(&self.entries.get(self.site.within(index)).map(|own| shown(own, page)))
            }
            Content::Term { facet, term, number: page } => {
                listed(&self.entries, &self.site.facets[facet].terms[term].initiatives, page)
            }
            Content::Cell { table, cell, number: page } => {
                listed(&self.entries, &self.site.crosses[table].cells[cell].initiatives, page)
            }
            Content::Booklet { of: Booklet::All, number: page } => hash(&shown(&self.whole, page)),
            Content::Booklet { of: Booklet::Department { facet, term }, number: page } => {
                listed(&self.whole, &self.site.facets[facet].terms[term].initiatives, page)
            }
            Content::Year { term, number: page, .. } => {
                let shown = shown(&self.site.calendars[term].entries, page).iter();
                hash(&(self.calendars.get(term), self.all_of(shown.map(|(_, initiative)| *initiative))))
            }
            Content::Targets { number: page } => {
                let AllTargets { measured, in_words, .. } = &self.site.targets;
                let measured = shown(measured, page).iter().map(|spot| spot.initiative);
                let in_words = shown(in_words, page).iter().map(|it| it.first.initiative);
                hash(&(self.targets, self.all_of(measured), self.all_of(in_words)))
            }
            // It names the page that it leads to, and that is none of its kind.
            Content::Redirect { index } => {
                hash(&self.site.led_to(index).map(|page| self.number(page.content)))
            }
            Content::Home
            | Content::Facet { .. }
            | Content::Compare
            | Content::Cross { .. }
            | Content::Data
            | Content::Document { .. }
            | Content::Accessibility
            | Content::AccessibilityTest
            | Content::NotFound => self.all,
        };
        // What there is to subscribe to of it depends on initiatives that it may not show.
        let subscribable: Vec<_> = self.site.subscribable(content).map(|it| it.format).collect();
        // Pages of two kinds may show the same initiatives.
        hash(&(self.frame, discriminant(&content), self.site.edit_href(content), subscribable, own))
    }

    /// The number of a file of data.
    pub(crate) fn number_of_data(&self, format: Format) -> u64 {
        let own = match format {
            Format::InitiativeJson { index } => hash(&self.whole.get(index)),
            Format::Csv(Table::Term { facet, term })
            | Format::Atom(Scope::Term { facet, term })
            | Format::JsonFeed(Scope::Term { facet, term })
            | Format::Calendar(Scope::Term { facet, term }) => {
                self.all_of(self.site.facets[facet].terms[term].initiatives.iter().copied())
            }
            Format::PlanJson
            | Format::PlanSchema
            | Format::InitiativeSchema
            | Format::Csv(_)
            | Format::Workbook
            | Format::Csvw
            | Format::CsvwOfTerms { .. }
            | Format::Package
            | Format::Stratml
            | Format::Catalog
            | Format::Atom(Scope::Plan)
            | Format::JsonFeed(Scope::Plan)
            | Format::Calendar(Scope::Plan) => self.all,
        };
        hash(&(self.frame, format, own))
    }

    /// All that the plan says of these.
    fn all_of(&self, initiatives: impl Iterator<Item = usize>) -> u64 {
        hash(&initiatives.map(|index| (index, self.whole.get(index))).collect::<Vec<_>>())
    }
}

/// What of a list stands on one of its pages.
fn shown<T>(list: &[T], page: usize) -> &[T] {
    list.chunks(ENTRIES).nth(page.saturating_sub(1)).unwrap_or_default()
}

/// A page of a list of initiatives by their places in the plan.
fn listed(numbers: &[u64], list: &[usize], page: usize) -> u64 {
    let shown = shown(list, page);
    hash(&(shown, shown.iter().map(|index| numbers.get(*index)).collect::<Vec<_>>()))
}

/// What [`Site::entry`] and [`Site::initiative_link`] show.
fn entry(site: &Site, index: usize) -> u64 {
    let initiative = &site.plan.initiatives[index];
    let belongs =
        (initiative.section, initiative.all_departments(), &initiative.categories, &initiative.sdgs);
    hash(&(&initiative.id, &initiative.title, belongs))
}

fn frame(site: &Site) -> u64 {
    let plan = &site.plan;
    let mut frame = Text(DefaultHasher::new());
    // The menu depends on what there is; where the picture is depends on what is in it, which is named here too.
    let view = site.site_view(&Address::home());
    let decided = (&site.config, &site.words, &site.base, &site.documents, &site.redirects);
    let named =
        (&plan.title, &plan.description, &plan.organization, plan.period, plan.baseline_year, &plan.levels);
    let written = (&plan.introduction, &plan.sections, &plan.departments, &plan.categories);
    // A hasher takes everything.
    let _ = write!(frame, "{view:?}{decided:?}{named:?}{written:?}");
    let ids: Vec<_> = plan.initiatives.iter().map(|initiative| &initiative.id).collect();
    (&site.facets, ids).hash(&mut frame.0);
    frame.0.finish()
}

/// Hashes what is written to it.
struct Text(DefaultHasher);

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

/// Of 64 bits: that two states of one page have the same by chance will not happen.
fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
