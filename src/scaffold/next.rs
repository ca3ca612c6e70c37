//! Where the next initiative of a section goes: its number, and the name of its file.

use std::collections::BTreeSet;

use crate::plan::{Id, Plan, Section};
use crate::source::Sources;

/// A section that initiatives stand in; the plan itself, if it has one level.
#[derive(Debug)]
pub(crate) struct Home {
    /// Without a number for the plan itself.
    pub(crate) id: Id,
    pub(crate) title: String,
    /// From the site's folder, with `/` at its end.
    folder: String,
}

/// A place for an initiative that is not there yet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Next {
    pub(crate) number: u32,
    /// From the site's folder, with `/`.
    pub(crate) path: String,
}

/// The longest part of a file's name that is made of a title.
const LONGEST: usize = 40;

impl Home {
    /// All of a plan, in its order.
    pub(crate) fn all(plan: &Plan, sources: &Sources) -> Vec<Self> {
        let depth = plan.levels.len().saturating_sub(1);
        if depth == 0 {
            return vec![Self {
                id: Id::default(),
                title: plan.title.clone(),
                folder: "content/plan/".to_owned(),
            }];
        }
        let sections = plan.sections.iter().filter(|section| section.id.depth() == depth);
        let home = |section: &Section| {
            let index = &sources.get(section.numbered.file).path;
            let folder = index.rfind('/').map_or("", |end| &index[..=end]).to_owned();
            Self { id: section.id.clone(), title: section.title.value.clone(), folder }
        };
        sections.map(home).collect()
    }

    /// The place behind all that are there, or ever were: a number that was published leads to what it was given to then.
    pub(crate) fn next<'a>(
        &self,
        title: Option<&str>,
        plan: &Plan,
        sources: &Sources,
        recorded: impl Iterator<Item = &'a str>,
    ) -> Next {
        let files = sources.files().filter_map(|(file, source)| Some((file, self.name(&source.path)?)));
        let files: Vec<_> = files.collect();
        let is_own = |id: &Id| id.is_within(&self.id) && id.depth() == self.id.depth() + 1;
        let own = || plan.initiatives.iter().filter(|initiative| is_own(&initiative.id));
        let read: BTreeSet<_> = own().map(|initiative| initiative.numbered.file).collect();
        // Of what could not be read only the name is known.
        let unread = files.iter().filter(|(file, _)| !read.contains(file));
        let unread = unread.filter_map(|(_, name)| digits(name).parse().ok());
        let numbers = own().map(|initiative| initiative.id.number()).chain(unread);
        let numbers = numbers.chain(recorded.filter_map(|address| self.number(address)));
        let number = numbers.max().map_or(1, |last: u32| last.saturating_add(1));
        let names: Vec<_> = files.into_iter().map(|(_, name)| name).collect();
        Next { number, path: format!("{}{}.md", self.folder, free_name(number, title, &names)) }
    }

    /// The name of a file that stands in it.
    fn name<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(&self.folder).filter(|name| !name.contains('/') && *name != "_index.md")
    }

    /// The number of an initiative in it, by its address.
    fn number(&self, address: &str) -> Option<u32> {
        let id = address.strip_prefix("plan/")?.strip_suffix(".html")?;
        let number = match self.id.depth() {
            0 => id,
            _ => id.strip_prefix(&self.id.to_string())?.strip_prefix('-')?,
        };
        number.parse().ok()
    }
}

/// The name of a file by its number and its title, with as many digits as its neighbours have, that none of them has already.
fn free_name(number: u32, title: Option<&str>, names: &[&str]) -> String {
    let width = names.iter().find(|name| name.starts_with('0')).map_or(1, |name| digits(name).len());
    let slug = title.and_then(slug).map(|slug| format!("-{slug}")).unwrap_or_default();
    let first = format!("{number:0width$}{slug}");
    let is_free = |stem: &String| {
        let name = format!("{stem}.md");
        !names.iter().any(|taken| taken.eq_ignore_ascii_case(&name))
    };
    let others = (2..).map(|other| format!("{first}-{other}"));
    std::iter::once(first.clone()).chain(others).find(is_free).unwrap_or(first)
}

/// The digits that a name begins with.
fn digits(name: &str) -> &str {
    &name[..name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len())]
}

/// A title as part of a file's name, where it can be one as a whole.
fn slug(title: &str) -> Option<String> {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.fold(String::new(), |slug, word| match slug.len() + word.len() {
        length if length > LONGEST => slug,
        _ if slug.is_empty() => word.to_ascii_lowercase(),
        _ => format!("{slug}-{}", word.to_ascii_lowercase()),
    });
    (title.is_ascii() && !slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_titles() {
        assert_eq!(slug("Safe paths, safe bridges").as_deref(), Some("safe-paths-safe-bridges"));
        for title in ["窓口DX", "!?", ""] {
            assert_eq!(slug(title), None);
        }
        assert!(slug(&"word ".repeat(30)).unwrap().len() <= LONGEST);
    }

    #[test]
    fn numbers_of_addresses() {
        let home = |numbers: &[u32]| Home {
            id: Id::new(numbers.to_vec()),
            title: String::new(),
            folder: "content/plan/".to_owned(),
        };
        assert_eq!(home(&[1, 3]).number("plan/1-3-12.html"), Some(12));
        assert_eq!(home(&[]).number("plan/12.html"), Some(12));
        for address in ["plan/1-30-2.html", "plan/1-3.html", "plan/1-3-2_2.html", "print/1-3-2.html"] {
            assert_eq!(home(&[1, 3]).number(address), None, "{address}");
        }
    }
}
