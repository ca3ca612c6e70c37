//! From shapes to schemas.

use super::json::{Json, Object, filled};
use super::values::{self, number_or_text};
use super::words::{Word, Words};
use crate::accessibility::CRITERIA;
use crate::content::keys::usual_names;
use crate::content::shape::{Asked, Keys, Map, Relation, Shape};
use crate::japanese;
use crate::language::Language;

/// What makes schemas of shapes.
pub(super) struct Writer {
    words: Words,
    language: Language,
}

const NUMBER: &str = "^[1-9][0-9]*$";
const BOOL: &str = "^(true|false)$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const YEAR: &str = "^[0-9]{4}$";
const YEARS: &str = r"^[0-9]{4}(\s*-\s*[0-9]{4})?$";

impl Writer {
    pub(super) fn new(language: Language) -> Self {
        Self { words: Words::of(language), language }
    }

    /// The schema of a kind of file.
    pub(super) fn file(&self, name: &str, shape: &Shape) -> Object {
        let head = Object::default().with("$schema", "http://json-schema.org/draft-07/schema#");
        let head = head.and(self.words.find("file", name).map(said_of).unwrap_or_default());
        let schema = match shape {
            // What need not say anything may be empty.
            Shape::Map(map) if !map.asked.iter().any(|asked| asked.is_required) => {
                Object::default().with("type", ["object", "null"]).and(self.entries(map, name))
            }
            shape => self.shape(shape, (name, name)),
        };
        head.and(schema)
    }

    /// What stands behind a key of a map.
    fn shape(&self, shape: &Shape, (map, key): (&str, &str)) -> Object {
        match shape {
            Shape::Text => values::text(map, key, self.language).unwrap_or_else(number_or_text),
            Shape::Prose => number_or_text(),
            Shape::Number => {
                let number = self.typed("integer", NUMBER, ("1、2、3 のように書きます。", "As 1, 2 or 3."));
                number.with("minimum", 1)
            }
            Shape::Bool => {
                self.typed("boolean", BOOL, ("true か false を書きます。", "Either true or false."))
            }
            Shape::Day => {
                let message = self.either("2026-11-22 のように書きます。", "As 2026-11-22.");
                let day = Object::default().with("type", "string").with("pattern", DAY);
                day.with("patternErrorMessage", message)
            }
            Shape::Year => self.year(YEAR, ("2026 のように書きます。", "As 2026.")),
            Shape::Years => self.year(YEARS, ("2026-2029 のように書きます。", "As 2026-2029.")),
            Shape::List(least, item) => {
                let list = Object::default().with("type", "array");
                let least = Some(*least).filter(|least| *least > 0);
                list.with_some("minItems", least).with("items", self.shape(item, (map, key)))
            }
            Shape::Map(inner) => Object::default().with("type", "object").and(self.entries(inner, key)),
            Shape::TextOr(inner) => {
                // Alone it says what the first key of the map would.
                let first = inner.asked.first().map_or("", |asked| asked.key);
                let map = Object::default().with("type", "object").and(self.entries(inner, key));
                Object::default().with("anyOf", [self.shape(&Shape::Text, (key, first)), map])
            }
        }
    }

    /// Which entries a map of this name may have.
    fn entries(&self, map: &Map, name: &str) -> Object {
        let (mut properties, mut patterns) = (Object::default(), Object::default());
        for asked in &map.asked {
            properties = properties.with(asked.key, self.property(name, asked));
            // Among addresses any word may be one.
            if map.others.is_none() {
                patterns = patterns.and(self.misnomer(asked.key));
            }
        }
        let mut others = (Json::from(false), None);
        if let Some((keys, shape)) = &map.others {
            let value = self.shape(shape, (name, name));
            match keys {
                // What all of these have in common is said once.
                Keys::Of(_) | Keys::Criteria => {
                    properties = properties.and(self.names(name, *keys));
                    others.1 = Some([Object::default().with("additionalProperties", value)]);
                }
                Keys::Years => patterns = patterns.with(YEAR, value),
                Keys::Spans => patterns = patterns.with(YEARS, value),
                Keys::Addresses => others.0 = value.into(),
            }
        }
        let required: Vec<_> =
            map.asked.iter().filter(|asked| asked.is_required).map(|asked| asked.key).collect();
        Object::default()
            .with_some("properties", filled(properties))
            .with_some("patternProperties", filled(patterns))
            .with("additionalProperties", others.0)
            .with_some("allOf", others.1)
            .with_some("minProperties", Some(map.least).filter(|least| *least > 0))
            .with_some("required", Some(required).filter(|required| !required.is_empty()))
            .and(self.relations(&map.relations))
    }

    /// What keys have to do with each other.
    fn relations(&self, relations: &[Relation]) -> Object {
        let each = |keys: [&'static str; 2]| keys.map(|key| Object::default().with("required", [key]));
        let (mut said, mut with) = (Object::default(), Object::default());
        for relation in relations {
            match *relation {
                Relation::Either([one, other]) => {
                    said = said.with("anyOf", each([one, other]));
                    let barred = Object::default().with(one, self.barred(other));
                    with = with.with(other, Object::default().with("properties", barred));
                }
                Relation::Needs(key, needed) => {
                    with = with.with(key, Object::default().with("anyOf", each(needed)));
                }
                Relation::Bars(key, others) => {
                    let bar = |barred: Object, other| barred.with(other, self.barred(key));
                    let barred = others.into_iter().fold(Object::default(), bar);
                    with = with.with(key, Object::default().with("properties", barred));
                }
            }
        }
        said.with_some("dependencies", filled(with))
    }

    /// What must not stand beside a key.
    fn barred(&self, key: &str) -> Object {
        never(&match self.language {
            Language::Japanese => format!("{key} と一緒には書けません。"),
            Language::English => format!("This cannot stand beside {key}."),
        })
    }

    /// A key and what stands behind it.
    fn property(&self, map: &str, asked: &Asked) -> Object {
        let word = self.words.find(map, asked.key);
        let example = word.and_then(|word| word.example).map(|example| {
            let example = values::example(example, &asked.shape);
            if let Shape::List(..) = asked.shape { Json::from([example]) } else { example }
        });
        let said = word.map(said_of).unwrap_or_default();
        let said = said.with_some("examples", example.map(|example| [example]));
        said.and(self.shape(&asked.shape, (map, asked.key)))
    }

    /// Keys of which nothing is known but what they mean.
    fn names(&self, map: &str, keys: Keys) -> Object {
        let none = Object::default();
        match keys {
            Keys::Of(keys) => keys.iter().fold(none, |names, key| {
                names.with(*key, self.words.find(map, key).map(said_of).unwrap_or_default())
            }),
            Keys::Criteria => CRITERIA.iter().fold(none, |names, criterion| {
                let name = self.either(criterion.japanese, criterion.english);
                let title = format!("{} {name}", criterion.number);
                names.with(criterion.number, Object::default().with("title", title))
            }),
            Keys::Years | Keys::Spans | Keys::Addresses => none,
        }
    }

    /// What to say where a key is called by its usual name in Japanese, which is a mistake.
    fn misnomer(&self, key: &str) -> Object {
        let names: Vec<_> = usual_names(key).iter().map(|name| name.replace('.', r"\.")).collect();
        if names.is_empty() {
            return Object::default();
        }
        let message = match self.language {
            Language::Japanese => format!("キーは {key} と書きます。"),
            Language::English => format!("The key is {key}."),
        };
        Object::default().with(format!("^({})$", names.join("|")), never(&message))
    }

    fn year(&self, pattern: &str, message: (&'static str, &'static str)) -> Object {
        let (first, last) = (*japanese::YEARS.start(), *japanese::YEARS.end());
        self.typed("integer", pattern, message)
            .with("minimum", usize::from(first))
            .with("maximum", usize::from(last))
    }

    /// What may be quoted or not.
    fn typed(&self, kind: &str, pattern: &str, (ja, en): (&'static str, &'static str)) -> Object {
        let typed = Object::default().with("type", [kind, "string"]).with("pattern", pattern);
        typed.with("patternErrorMessage", self.either(ja, en))
    }

    fn either(&self, japanese: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}

/// What nothing can be, said in a way that shows the message in editors: they have one of their own for `false` and `not`.
fn never(message: &str) -> Object {
    let none = Object::default().with("type", "string").with("pattern", "(?!)");
    none.with("errorMessage", message).with("doNotSuggest", true)
}

/// What is said of a key, as plain text and as Markdown.
fn said_of(word: &Word) -> Object {
    let said = Object::default().with("title", word.title).with("description", word.text.replace('`', ""));
    let markdown = word.text.contains('`').then_some(word.text);
    said.with_some("markdownDescription", markdown)
}
