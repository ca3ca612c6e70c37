//! What a search engine, or whoever passes a page on, may show of it.

use crate::plan::Initiative;
use crate::prose::Prose;
use crate::site::{Booklet, Content, DocumentPage, Facet, Page, Site, markdown};

/// Search engines show about this many characters of Japanese.
const LENGTH: usize = 120;

impl Site {
    /// The beginning of what a page says; where it is nothing but a list, what the list is of.
    pub(super) fn description(&self, page: &Page) -> String {
        let plan = &self.plan;
        match page.content {
            Content::Home => self.about_home(),
            Content::Plan { .. } => self.filled("about_plan", "", ""),
            Content::Section { index, .. } => {
                let section = &plan.sections[index];
                let own = section.introduction.as_ref().and_then(said);
                own.unwrap_or_else(|| {
                    self.filled("about_section", &plan.levels[section.level], &section.title)
                })
            }
            Content::Initiative { index } => self.of_initiative(&plan.initiatives[index]),
            Content::Facet { facet } => {
                self.filled("about_facet", self.words.get(self.facets[facet].kind.key()), "")
            }
            Content::Term { facet, term, .. } | Content::Year { facet, term, .. } => {
                let Facet { kind, terms } = &self.facets[facet];
                let own = terms[term].description.clone();
                own.unwrap_or_else(|| {
                    self.filled("about_term", self.words.get(kind.key()), &terms[term].title)
                })
            }
            Content::Targets { .. } => self.words.get("targets_lead").to_owned(),
            Content::Compare => self.words.get("compare_lead").to_owned(),
            Content::Cross { table, .. } => self.cross_lead(&self.crosses[table]),
            Content::Cell { table, cell, .. } => self.cell_lead(&self.crosses[table], cell),
            Content::Booklet { of, .. } => self.of_booklet(of),
            Content::Document { index } => {
                let DocumentPage { title, body, .. } = &self.documents[index];
                said(body).unwrap_or_else(|| self.filled("about_document", "", title))
            }
            Content::Search { .. } => self.filled("about_search", "", ""),
            Content::Data => self.filled("about_data", "", ""),
            Content::Accessibility => self.filled("about_accessibility", "", ""),
            Content::AccessibilityTest => self.filled("about_accessibility_test", "", ""),
            Content::Redirect { .. } => self.words.get("moved_text").to_owned(),
            Content::NotFound => self.words.get("not_found_text").to_owned(),
        }
    }

    /// What the plan is.
    pub(crate) fn about_home(&self) -> String {
        self.plan.description.clone().unwrap_or_else(|| self.filled("about_home", "", ""))
    }

    /// The first of its texts that says something.
    fn of_initiative(&self, initiative: &Initiative) -> String {
        initiative.texts().find_map(said).unwrap_or_else(|| {
            let level = self.plan.levels.last().map_or("", String::as_str);
            self.filled("about_initiative", level, &initiative.title)
        })
    }

    fn of_booklet(&self, of: Booklet) -> String {
        match of {
            Booklet::All => self.filled("about_booklet", "", ""),
            Booklet::Department { facet, term } => {
                self.filled("about_department_booklet", "", &self.facets[facet].terms[term].title)
            }
        }
    }

    /// A word with its gaps filled: the plan's title, its publisher, what its initiatives are called, what the page is, and
    /// its name.
    fn filled(&self, word: &str, what: &str, name: &str) -> String {
        let count = self.plan.initiatives.len().to_string();
        let gaps = [
            ("site", self.plan.title.as_str()),
            ("organization", self.plan.organization.name.as_str()),
            ("initiatives", self.words.get("initiatives")),
            ("n", count.as_str()),
            ("what", what),
            ("name", name),
        ];
        self.words.filled(word, &gaps)
    }
}

/// The beginning of a text, in words alone; `None` where it has none, as one that is but a picture.
fn said(text: &Prose) -> Option<String> {
    let words = markdown::to_line(&text.text);
    (!words.is_empty()).then(|| shorten(&words, LENGTH))
}

fn shorten(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
