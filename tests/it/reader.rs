//! The folder `search/` as someone reads it who knows nothing but docs/search.md.

use std::collections::{BTreeMap, BTreeSet};

use keikaku::{search_fold, search_words};
use miniz_oxide::inflate::decompress_to_vec;
use serde::Deserialize;

use crate::published::Published;

/// `search/manifest.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    pub version: u32,
    pub mode: String,
    pub count: u32,
    pub facets: String,
    pub synonyms: Vec<Vec<String>>,
    pub text: Option<String>,
    pub prefix: Option<String>,
    pub prefix_length: Option<usize>,
    pub bundle: Option<usize>,
    #[serde(default)]
    pub texts: Vec<String>,
    #[serde(default)]
    pub shards: Vec<(String, String)>,
}

/// An initiative.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Record {
    pub href: String,
    pub label: String,
    pub title: String,
    pub departments: Vec<String>,
    pub text: String,
}

/// What is looked up, and three lists of records: all, those that have it in their head, those that have it often.
pub type Entries = BTreeMap<String, [BTreeSet<u32>; 3]>;

pub struct Reader<'s> {
    site: &'s Published,
    pub manifest: Manifest,
}

impl Record {
    /// Label, title and departments, folded.
    pub fn head(&self) -> String {
        search_fold(&[&[self.label.clone(), self.title.clone()], &*self.departments].concat().join("\n"))
    }

    /// Everything that is searched.
    pub fn folded(&self) -> String {
        format!("{}\n{}", self.head(), search_fold(&self.text))
    }

    /// The id that its address is made of.
    pub fn id(&self) -> &str {
        self.href.trim_start_matches("plan/").trim_end_matches(".html")
    }
}

impl<'s> Reader<'s> {
    pub fn of(site: &'s Published) -> Self {
        Self { site, manifest: serde_json::from_str(site.text("search/manifest.json")).unwrap() }
    }

    fn file(&self, name: &str) -> &[u8] {
        self.site.0.get(&format!("search/{name}")).unwrap_or_else(|| panic!("there is no {name}"))
    }

    /// A file as it is when it is read.
    pub fn inflated(&self, name: &str) -> Vec<u8> {
        decompress_to_vec(self.file(name)).unwrap()
    }

    /// Whether all records are one file.
    pub fn scans(&self) -> bool {
        match &*self.manifest.mode {
            "scan" => true,
            "shards" => false,
            mode => panic!("{mode} is no mode"),
        }
    }

    /// All records, in the order of the plan.
    pub fn records(&self) -> Vec<Record> {
        match &self.manifest.text {
            Some(text) => serde_json::from_slice(&self.inflated(text)).unwrap(),
            None => (0..self.manifest.count).map(|number| self.record(number)).collect(),
        }
    }

    pub fn record(&self, number: u32) -> Record {
        serde_json::from_str(&self.json(number)).unwrap()
    }

    /// The text of a record in a file of its own.
    pub fn json(&self, number: u32) -> String {
        let (_, text) = self.behind_prefix(number);
        text
    }

    /// What stands before every record.
    pub fn prefix(&self) -> String {
        let (prefix, _) = self.behind_prefix(0);
        prefix
    }

    /// The prefix, whose length counts as in JavaScript, and the record that is read behind it.
    fn behind_prefix(&self, number: u32) -> (String, String) {
        let [prefix, text] = [self.manifest.prefix.clone().unwrap(), self.name_of(number)];
        let stream = decompress_to_vec(&[self.file(&prefix), self.file(&text)].concat()).unwrap();
        let units: Vec<_> = str::from_utf8(&stream).unwrap().encode_utf16().collect();
        let (prefix, text) = units.split_at(self.manifest.prefix_length.unwrap());
        (String::from_utf16(prefix).unwrap(), String::from_utf16(text).unwrap())
    }

    fn name_of(&self, number: u32) -> String {
        let (number, bundle) = (number as usize, self.manifest.bundle.unwrap());
        format!("texts/{}-{}.bin", self.manifest.texts[number / bundle], number % bundle)
    }

    pub fn facets(&self) -> Entries {
        entries(&self.inflated(&self.manifest.facets))
    }

    /// The file that a token is in if it is in any.
    pub fn shard_of(&self, token: &str) -> Option<&String> {
        let behind =
            self.manifest.shards.partition_point(|(first, _)| first.encode_utf16().le(token.encode_utf16()));
        Some(&self.manifest.shards[behind.checked_sub(1)?].1)
    }

    /// The records that have a token, those that have it in their head, those that have it often.
    pub fn look_up(&self, token: &str) -> [BTreeSet<u32>; 3] {
        let shard = self.shard_of(token).map(|hash| self.inflated(&format!("words/{hash}.bin")));
        shard.and_then(|shard| entries(&shard).remove(token)).unwrap_or_default()
    }

    /// The records that may have a word: those that have all its tokens.
    fn candidates(&self, word: &str) -> BTreeSet<u32> {
        let lists = tokens(word).into_iter().map(|token| self.look_up(&token)[0].clone());
        lists.reduce(|a, b| &a & &b).unwrap_or_default()
    }

    /// What is looked for: of each group one word at least.
    fn groups(&self, query: &str) -> Vec<Vec<String>> {
        let synonyms = self.manifest.synonyms.iter();
        let synonyms: Vec<Vec<String>> =
            synonyms.map(|group| group.iter().flat_map(|word| search_words(word)).collect()).collect();
        let group = |word: String| synonyms.iter().find(|group| group.contains(&word)).cloned();
        search_words(query).into_iter().map(|word| group(word.clone()).unwrap_or(vec![word])).collect()
    }

    /// The ids of what is found, in the order of the plan.
    pub fn find(&self, query: &str) -> Vec<String> {
        let groups = self.groups(query);
        let of_group = |group: &Vec<String>| -> BTreeSet<u32> {
            group.iter().flat_map(|word| self.candidates(word)).collect()
        };
        let records: Vec<_> = if self.scans() {
            self.records()
        } else {
            let candidates = groups.iter().map(of_group).reduce(|a, b| &a & &b).unwrap_or_default();
            candidates.into_iter().map(|number| self.record(number)).collect()
        };
        let has = |text: &str| groups.iter().all(|group| group.iter().any(|word| text.contains(word)));
        let found = records.iter().filter(|record| has(&record.folded()));
        found.map(|record| record.id().to_owned()).collect()
    }
}

/// What is looked up of a word: of one character itself, else all its pairs; but of digits every three, and two only where they stand alone.
fn tokens(word: &str) -> Vec<String> {
    let characters: Vec<char> = word.chars().collect();
    let are_digits = |at: usize, length: usize| {
        characters.get(at..at + length).is_some_and(|some| some.iter().all(char::is_ascii_digit))
    };
    let is_told_by_threes =
        |at: usize| are_digits(at, 2) && (are_digits(at, 3) || at > 0 && are_digits(at - 1, 3));
    let threes = (0..characters.len()).filter(|at| are_digits(*at, 3)).map(|at| (at, 3));
    let pairs = (1..characters.len()).map(|behind| behind - 1).filter(|at| !is_told_by_threes(*at));
    let tokens = threes.chain(pairs.map(|at| (at, 2)));
    let tokens: Vec<_> = tokens.map(|(at, length)| characters[at..at + length].iter().collect()).collect();
    if tokens.is_empty() { vec![word.to_owned()] } else { tokens }
}

#[test]
fn a_word_is_looked_up_by_its_pairs_and_by_three_digits() {
    for (word, expected) in [
        ("市", "市"),
        ("市民課", "市民 民課"),
        ("7", "7"),
        ("12", "12"),
        ("300", "300"),
        ("2026年", "202 026 6年"),
        ("a123b", "123 a1 3b"),
        ("1-30", "1- -3 30"),
    ] {
        assert_eq!(tokens(word).join(" "), expected);
    }
}

pub fn entries(mut bytes: &[u8]) -> Entries {
    let (mut entries, mut last) = (Entries::new(), None::<String>);
    while !bytes.is_empty() {
        let end = bytes.iter().position(|byte| *byte == 0).unwrap();
        let token = String::from_utf8(bytes[..end].to_vec()).unwrap();
        bytes = &bytes[end + 1..];
        let is_behind = |before: &str| before.encode_utf16().lt(token.encode_utf16());
        assert!(last.is_none_or(|before| is_behind(&before)), "{token}");
        last = Some(token.clone());
        entries.insert(token, [0; 3].map(|_| list(&mut bytes)));
    }
    entries
}

fn list(bytes: &mut &[u8]) -> BTreeSet<u32> {
    let header = varint(bytes);
    let (mut own, rest) = bytes.split_at(header as usize / 2);
    *bytes = rest;
    if header % 2 == 1 {
        return (0..)
            .take(own.len() * 8)
            .filter(|n: &u32| own[*n as usize / 8] >> (n % 8) & 1 == 1)
            .collect();
    }
    let (mut numbers, mut next) = (BTreeSet::new(), 0);
    while !own.is_empty() {
        let number = next + varint(&mut own);
        numbers.insert(number);
        next = number + 1;
    }
    numbers
}

fn varint(bytes: &mut &[u8]) -> u32 {
    let length = bytes.iter().position(|byte| *byte < 0x80).unwrap() + 1;
    let (own, rest) = bytes.split_at(length);
    *bytes = rest;
    own.iter().rev().fold(0, |number, byte| number << 7 | u32::from(byte & 0x7f))
}
