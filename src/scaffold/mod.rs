//! What a new site and a new initiative are begun with: the templates of `scaffold/`, filled in.

mod code;
mod fill;
mod formed;
mod next;
mod quote;
mod write;

pub(crate) use code::Code;
pub(crate) use next::{Home, Next};
pub(crate) use write::{expect_room, lay, lay_site, place};

use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, File, include_dir};

use crate::language::Language;
use crate::plan::{Plan, Term, Years};
use crate::schema;
use fill::{Use, Values};
use formed::formed;
use quote::{list, quote};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/scaffold");

/// What has to be known of a city before it has a site.
#[derive(Debug)]
pub(crate) struct NewSite {
    pub(crate) language: Language,
    /// The city's.
    pub(crate) name: String,
    pub(crate) code: Option<Code>,
    /// The plan's.
    pub(crate) title: String,
    pub(crate) period: Years,
    /// From the top; at least one.
    pub(crate) levels: Vec<String>,
    pub(crate) base_url: String,
}

/// Files by their path in the site's folder, with `/`.
pub(crate) type NewFiles = BTreeMap<String, String>;

impl NewSite {
    /// All files of the site.
    pub(crate) fn files(&self) -> NewFiles {
        let mut values = years(self.period);
        values.extend([
            ("plan", quote(&self.title)),
            ("name", quote(&self.name)),
            ("code", self.code.as_ref().map_or_else(|| format!("# {}", Code::EXAMPLE), Code::line)),
            ("levels", list(&self.levels)),
            ("base_url", quote(&self.base_url)),
            ("bindings", bindings()),
        ]);
        let mut files = NewFiles::new();
        for folder in ["both".to_owned(), format!("{}/site", self.language.tag())] {
            gather(&folder, TEMPLATES.get_dir(&folder), &values, &mut files);
        }
        let schemas = schema::files(self.language);
        let bound = schemas.filter(|(name, _)| BOUND.iter().any(|(schema, _)| schema == name));
        files.extend(bound.map(|(name, text)| (format!(".vscode/schemas/{name}"), text)));
        self.add_sample(&mut files);
        formed(files)
    }

    /// A section a level, and an initiative in the last of them.
    fn add_sample(&self, files: &mut NewFiles) {
        let mut folder = "content/plan".to_owned();
        let (_, sections) = self.levels.split_last().unwrap_or((&String::new(), &[]));
        for level in sections {
            folder += "/1-sample";
            let title = ("title", quote(&format!("{level} 1")));
            let section = template(self.language, "section.md");
            let text = fill::fill(section, &Values::from([title]), Use::Sample);
            files.insert(format!("{folder}/_index.md"), text);
        }
        let title = match self.language {
            Language::Japanese => "窓口の手続のオンライン化（記入例）",
            Language::English => "Procedures go online (a sample)",
        };
        let text = initiative(Use::Sample, self.language, title, 1, years(self.period));
        files.insert(format!("{folder}/1-sample.md"), text);
    }
}

/// What an initiative is called whose title nobody has said yet.
pub(crate) fn untitled(language: Language) -> &'static str {
    match language {
        Language::Japanese => "新しい取組",
        Language::English => "A new initiative",
    }
}

/// The file of an initiative of which no more is known; its examples name what the plan's registers have.
pub(crate) fn new_initiative(language: Language, title: &str, next: Next, plan: &Plan) -> NewFiles {
    let names = |terms: &[Term], most: usize| {
        let names: Vec<_> = terms.iter().take(most).map(|term| term.name.value.clone()).collect();
        (!names.is_empty()).then(|| list(&names))
    };
    let examples = [
        ("departments", names(&plan.departments, 2)),
        ("lead", names(&plan.departments, 1)),
        ("categories", names(&plan.categories, 1)),
    ];
    let mut values = years(plan.period);
    values.extend(examples.into_iter().filter_map(|(name, list)| Some((name, list?))));
    let text = initiative(Use::New, language, title, next.number, values);
    formed(NewFiles::from([(next.path, text)]))
}

fn initiative(purpose: Use, language: Language, title: &str, number: u32, mut values: Values) -> String {
    values.extend([("title", quote(title)), ("number", number.to_string())]);
    fill::fill(template(language, "initiative.md"), &values, purpose)
}

fn years(Years { first, last }: Years) -> Values {
    let span = if first == last { first.0.to_string() } else { format!("{}-{}", first.0, last.0) };
    // A plan is made in the year before its first, when the year before that is the last that is known.
    let baseline = first.0.saturating_sub(2);
    Values::from([
        ("first", first.0.to_string()),
        ("last", last.0.to_string()),
        ("years", span),
        ("baseline_year", baseline.to_string()),
    ])
}

/// Which schema is that of which files. Editors bind none to what stands between the lines `---` of a Markdown file.
const BOUND: [(&str, &str); 4] = [
    ("site.json", "content/site.yaml"),
    ("registers.json", "content/registers/*.yaml"),
    ("search.json", "content/search.yaml"),
    ("redirects.json", "content/redirects.yaml"),
];

/// What stands behind the last entry of `.vscode/settings.json`.
fn bindings() -> String {
    let lines = BOUND.map(|(schema, files)| format!("    \"./.vscode/schemas/{schema}\": \"{files}\""));
    format!(",\n  \"yaml.schemas\": {{\n{}\n  }}", lines.join(",\n"))
}

/// Fills in every file of a folder.
fn gather(root: &str, folder: Option<&Dir<'static>>, values: &Values, files: &mut NewFiles) {
    for entry in folder.into_iter().flat_map(Dir::entries) {
        match entry {
            DirEntry::Dir(folder) => gather(root, Some(folder), values, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let path = path.strip_prefix(&format!("{root}/")).unwrap_or(&path).to_owned();
                files.insert(path, fill::fill(text(file), values, Use::Sample));
            }
        }
    }
}

fn template(language: Language, name: &str) -> &'static str {
    TEMPLATES.get_file(format!("{}/{name}", language.tag())).map_or("", text)
}

/// A template; all of them are text.
fn text<'t>(file: &'t File<'static>) -> &'t str {
    file.contents_utf8().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FiscalYear;

    fn site(language: Language, levels: usize) -> NewSite {
        NewSite {
            language,
            name: "A: \"B\"".to_owned(),
            code: None,
            title: "«title»".to_owned(),
            period: Years { first: FiscalYear(2027), last: FiscalYear(2030) },
            levels: (1..=levels).map(|level| format!("Level {level}")).collect(),
            base_url: "https://plan.example.org/".to_owned(),
        }
    }

    #[test]
    fn every_place_is_filled_in_and_no_value_is_read_as_one() {
        for language in [Language::Japanese, Language::English] {
            for (path, text) in site(language, 3).files() {
                let rest = text.replace("\"«title»\"", "");
                assert!(!rest.contains(['«', '»']), "{path}");
            }
        }
    }

    #[test]
    fn a_level_is_a_folder() {
        let path = |levels| {
            site(Language::English, levels).files().into_keys().find(|path| path.ends_with("1-sample.md"))
        };
        assert_eq!(path(1).unwrap(), "content/plan/1-sample.md");
        assert_eq!(path(3).unwrap(), "content/plan/1-sample/1-sample/1-sample.md");
    }

    #[test]
    fn english_has_no_japanese() {
        let files = site(Language::English, 3).files().into_iter();
        // Schemas know what clerks in Japan call the keys.
        for (path, text) in files.filter(|(path, _)| !path.starts_with(".vscode/schemas/")) {
            let japanese =
                text.chars().find(|c| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'));
            assert_eq!(japanese, None, "{path}");
        }
    }
}
