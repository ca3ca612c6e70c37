//! The search index as it is published: that it says what the plan says, finds what is there, and changes no more than the plan.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use keikaku::{search_fold, search_words};

use crate::published::{Published, all, bits, main_text};
use crate::reader::{Reader, Record, entries};
use crate::rules::told;
use crate::site::{TestSite, project_file};

/// A plan whose text is too much to be loaded whole: of characters in no order, which no compression makes short.
pub static LARGE: LazyLock<Published> = LazyLock::new(|| Published::of(large().build(&[])));

/// How many initiatives it has: more than are read at once, in bundles of which the last is not full.
const MANY: usize = 300;

/// Two characters of names. In UTF-16, where the first is two units, it stands before the second; by code points it stands behind it.
const RARE: &str = "𠮷﨑";

#[test]
fn a_small_plan_is_one_text_in_the_order_of_the_plan() {
    let site = Published::koriyama();
    let reader = Reader::of(site);
    let Some(text) = reader.scans().then_some(reader.manifest.text.as_ref()).flatten() else {
        panic!("{}", reader.manifest.mode)
    };
    let files: BTreeSet<_> = site.0.keys().filter_map(|path| path.strip_prefix("search/")).collect();
    assert_eq!(files, BTreeSet::from(["manifest.json", text, &reader.manifest.facets]));
    assert_eq!(*text, format!("text-{}.bin", hash([&*reader.inflated(text)])));
    let ids: Vec<_> = site.plan().initiatives.into_iter().map(|initiative| initiative.id).collect();
    let records = reader.records();
    assert_eq!(records.iter().map(Record::id).collect::<Vec<_>>(), ids);
    assert_eq!((reader.manifest.version, reader.manifest.count as usize), (1, ids.len()));
    assert!(records.iter().all(|record| site.has(&record.href)));
    let staffing = &records[1];
    assert_eq!((&*staffing.label, &*staffing.title), ("1-1-②", "適正な定員管理の推進"));
    assert_eq!(staffing.departments, ["人事課"]);
    assert!(site.0[&format!("search/{text}")].len() < 12_000);
}

/// Where the plan's own words stand on an initiative's page. Its categories, its goals and the years of its schedule are pages of
/// their own.
const SAID: &str = "h1, [href*='departments/'], .chip--goal, .prose, .program__name, .schedule__group, .bar__text, \
    .targets [id$='-name']:not(.small), .value, .disclosure li li";

#[test]
fn a_record_says_what_its_page_says_of_the_plan() {
    let site = Published::koriyama();
    let plan = site.plan();
    for (record, initiative) in Reader::of(site).records().iter().zip(&plan.initiatives) {
        let (text, page) = (record.folded(), site.page(&record.href));
        let elements = all(&page, &format!("article.initiative :is({SAID})"));
        let sentences = initiative.programs.iter().flat_map(|program| &program.targets);
        let mut said: Vec<_> = sentences.filter_map(|target| target.text.clone()).collect();
        said.extend(elements.into_iter().flat_map(bits));
        let unsaid: Vec<_> = said.iter().filter(|bit| !text.contains(&search_fold(bit))).collect();
        assert!(unsaid.is_empty(), "{}: {unsaid:#?}", record.label);
        let page = search_fold(&main_text(&page));
        let more: Vec<_> = record.text.lines().filter(|line| !page.contains(&search_fold(line))).collect();
        assert!(more.is_empty(), "{}: {more:#?}", record.label);
        assert!(plan.less.iter().all(|category| record.text.lines().all(|line| line != category.name)));
    }
}

#[derive(Deserialize)]
struct Query {
    query: String,
    ids: Vec<String>,
}

#[test]
fn every_query_finds_what_is_there_and_nothing_else() {
    let queries: Vec<Query> =
        serde_json::from_str(&project_file("tests/fixtures/search/queries.json")).unwrap();
    assert!(queries.len() >= 60);
    let reader = Reader::of(Published::koriyama());
    let wrong: Vec<_> = queries
        .iter()
        .map(|query| (&query.query, reader.find(&query.query), &query.ids))
        .filter(|(_, found, expected)| found != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What of a line somebody marks and pastes is found in it, wherever that begins and ends.
#[test]
fn every_cut_of_a_line_is_found_by_its_words() {
    let mut cuts = 0;
    for record in Reader::of(Published::koriyama()).records() {
        let heads = [&record.label, &record.title].into_iter().chain(&record.departments);
        for line in heads.map(String::as_str).chain(record.text.lines()) {
            let folded = search_fold(line);
            for cut in cuts_of(line).filter(|cut| !is_torn(cut)) {
                cuts += 1;
                let missed: Vec<_> =
                    search_words(cut).into_iter().filter(|word| !folded.contains(word)).collect();
                assert!(missed.is_empty(), "「{cut}」 of 「{line}」: {missed:?}");
            }
        }
    }
    assert!(cuts > 50_000, "{cuts}");
}

/// All parts of a line of up to so many characters as people search for, and all that end with it.
fn cuts_of(line: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<_> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    let cuts = (0..ends.len()).flat_map(move |from| {
        let rest = ends[from + 1..].to_vec();
        let (from, last) = (ends[from], rest.len().saturating_sub(1));
        let kept = rest.into_iter().enumerate().filter(move |(nth, _)| *nth < 12 || *nth == last);
        kept.map(move |(_, to)| (from, to))
    });
    cuts.map(|(from, to)| &line[from..to])
}

/// Whether what it begins or ends with is compared by what stands beside it: a dash, 「・」, a comma, a single letter.
fn is_torn(cut: &str) -> bool {
    let is_letter = |word: &str| matches!(search_fold(word).as_bytes(), [b'a'..=b'z']);
    let mut words = cut.split(|c: char| c.is_whitespace() || c == '、');
    let sides = [words.next(), words.next_back()];
    let signs = |c: char| matches!(search_fold(&c.to_string()).as_str(), "-" | "ー" | "・" | ",");
    cut.starts_with(signs) || cut.ends_with(signs) || sides.into_iter().flatten().any(is_letter)
}

/// A village with a large plan.
fn large() -> TestSite {
    let site = TestSite::fixture("three-years");
    site.write("content/plan/3-large/_index.md", "---\ntitle: たくさん\nnumber: 3\n---\n");
    let mut characters = characters();
    for number in 1..=MANY {
        let mut words = |length: usize| characters.by_ref().take(length).collect::<String>();
        let file = format!(
            "---\ntitle: {}テレワーク\nnumber: {number}\ndepartments: [教育係]\nactions:\n  - name: {}\n    schedule:\n      - 2026: {}\n---\n{}\n\n{RARE}RPA{}\n",
            words(8),
            words(10),
            words(20),
            words(300),
            words(60)
        );
        site.write(&format!("content/plan/3-large/{number}.md"), file);
    }
    site
}

/// Kanji in no order, and always the same.
fn characters() -> impl Iterator<Item = char> {
    let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    let states = std::iter::successors(Some(1_u64), next);
    states.filter_map(|state| char::from_u32(0x4E00 + (state >> 33) as u32 % 0x1800))
}

#[test]
fn of_a_large_plan_every_record_is_a_small_file() {
    let reader = Reader::of(&LARGE);
    assert!(!reader.scans() && reader.manifest.text.is_none());
    let records = reader.records();
    let ids: Vec<_> = LARGE.plan().initiatives.into_iter().map(|initiative| initiative.id).collect();
    assert_eq!(records.iter().map(Record::id).collect::<Vec<_>>(), ids);
    let texts = LARGE.0.iter().filter(|(path, _)| path.starts_with("search/texts/"));
    let longest = texts.map(|(_, text)| text.len()).max();
    // Of its four hundred characters, each of which says 13 bits.
    assert!(longest < Some(900), "{longest:?}");
}

#[test]
fn of_a_large_plan_everything_is_found_that_is_there() {
    let reader = Reader::of(&LARGE);
    let records = reader.records();
    let texts: Vec<_> = records.iter().map(|record| (record.id(), record.folded())).collect();
    for query in queries(&records) {
        let words = search_words(&query);
        let has_all = |text: &str| words.iter().all(|word| text.contains(word));
        let truth: Vec<_> = texts.iter().filter(|(_, text)| has_all(text)).map(|(id, _)| *id).collect();
        assert_eq!(reader.find(&query), truth, "{query}");
    }
}

/// Parts of texts from one character to eight, two words, words that all have, words that nobody has.
fn queries(records: &[Record]) -> Vec<String> {
    let parts = records.iter().step_by(7).enumerate().map(|(nth, record)| {
        let text = record.text.lines().next().unwrap();
        text.chars().skip(nth * 5).take(nth % 8 + 1).collect()
    });
    let more = [
        "テレワーク",
        "ﾃﾚﾜｰｸ RPA",
        "rpa 教育",
        "3-1",
        "300",
        "3-300",
        "30",
        "バス",
        "魑魅魍魎",
        "教",
        "x",
        RARE,
        "﨑rpa",
    ];
    parts.chain(more.map(str::to_owned)).collect()
}

/// The lists of a token say of every record whether it has it, has it in its head, has it often.
#[test]
fn tokens_are_listed_with_where_and_how_often_they_are() {
    let reader = Reader::of(&LARGE);
    let records = reader.records();
    let numbers = |texts: &[String], has: &dyn Fn(&str) -> bool| -> BTreeSet<u32> {
        (0..).zip(texts).filter(|(_, text)| has(text)).map(|(number, _)| number).collect()
    };
    let heads: Vec<_> = records.iter().map(Record::head).collect();
    let texts: Vec<_> = records.iter().map(Record::folded).collect();
    for token in [
        "て", "てれ", "教育", "rp", "p", "バ", "ば", "ばす", "行", "1", "3-", "00", "300", "100", "𠮷", "﨑r",
    ] {
        let expected = [
            numbers(&texts, &|text| text.contains(token)),
            numbers(&heads, &|head| head.contains(token)),
            numbers(&texts, &|text| text.matches(token).count() >= 4),
        ];
        assert_eq!(reader.look_up(token), expected, "{token}");
    }
}

#[test]
fn terms_are_listed_with_their_initiatives() {
    for site in [Published::koriyama(), &*LARGE] {
        let reader = Reader::of(site);
        let ids: Vec<_> = reader.records().iter().map(|record| record.id().to_owned()).collect();
        let facets = reader.facets();
        let pages = site.pages().filter_map(|path| path.strip_suffix(".html"));
        let terms: BTreeSet<_> = pages
            .filter(|path| ["departments/", "less/", "sdgs/"].iter().any(|facet| path.starts_with(facet)))
            // A target of the SDGs is within its goal.
            .filter(|path| !path.ends_with("/index") && !path.contains(['_', '.']))
            .collect();
        for term in terms {
            let [all, in_head, often] = &facets[term];
            assert!(in_head.is_empty() && often.is_empty());
            let listed: BTreeSet<_> = all.iter().map(|number| &*ids[*number as usize]).collect();
            let first_page = site.listed(&format!("{term}.html"));
            assert!(first_page.iter().all(|id| listed.contains(&**id)), "{term}");
            assert!(first_page.len() == listed.len() || first_page.len() == 100, "{term}");
        }
        assert!(facets.keys().any(|term| term.starts_with("years/")));
    }
}

#[test]
fn files_are_called_after_what_is_in_them() {
    let reader = Reader::of(&LARGE);
    let manifest = &reader.manifest;
    let facets = hash([&*reader.inflated(&manifest.facets)]);
    assert_eq!(manifest.facets, format!("facets-{facets}.bin"));
    assert_eq!(manifest.prefix, Some(format!("prefix-{}.bin", hash([reader.prefix().as_bytes()]))));
    for (first, name) in &manifest.shards {
        let shard = reader.inflated(&format!("words/{name}.bin"));
        assert_eq!((&hash([&*shard]), entries(&shard).first_key_value().map(|it| it.0)), (name, Some(first)));
    }
    let records: Vec<_> = (0..manifest.count).map(|number| reader.json(number)).collect();
    for (texts, name) in records.chunks(manifest.bundle.unwrap()).zip(&manifest.texts) {
        let prefix = reader.prefix();
        assert_eq!(hash([prefix.as_bytes()].into_iter().chain(texts.iter().map(String::as_bytes))), *name);
    }
    let named = manifest.shards.len() + records.len() + ["manifest", "facets", "prefix"].len();
    assert_eq!(LARGE.0.keys().filter(|path| path.starts_with("search/")).count(), named);
}

#[test]
fn a_file_of_tokens_has_two_to_four_kilobytes() {
    let reader = Reader::of(&LARGE);
    let names = reader.manifest.shards.iter().map(|(_, name)| name);
    let shards: Vec<_> = names.map(|name| reader.inflated(&format!("words/{name}.bin"))).collect();
    let long: Vec<_> = shards.iter().filter(|shard| shard.len() > 4096).collect();
    assert!(long.iter().all(|shard| entries(shard).len() == 1), "{}", long.len());
    let short = shards.iter().filter(|shard| shard.len() < 2048).count();
    // The last of all, and what stands before an entry that is longer.
    assert!(short <= 1 + long.len(), "{short}");
}

/// The first twelve digits.
fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let all = parts.into_iter().collect::<Vec<_>>().concat();
    let digits =
        Sha256::digest(&all).iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
    digits[..12].to_owned()
}

#[test]
fn a_large_index_is_the_same_on_any_number_of_threads() {
    let index = |site: Published| -> BTreeMap<String, Vec<u8>> {
        site.0.into_iter().filter(|(path, _)| path.starts_with("search/")).collect()
    };
    let one = index(Published::of(large().build(&["--threads", "1"])));
    let four = index(Published::of(large().build(&["--threads", "4"])));
    assert!(one == four);
    assert!(one.iter().all(|(path, bytes)| LARGE.0[path] == *bytes));
}

/// An edit deep in the plan: other names for its own bundle of texts and for the files of the tokens that it brought.
#[test]
fn an_edit_renames_the_files_that_say_it_and_no_others() {
    let site = large();
    let file = "content/plan/3-large/200.md";
    let title = site.read(file).lines().nth(1).unwrap().to_owned();
    site.replace(file, &title, &format!("{title}の見直し"));
    let edited = Published::of(site.build(&[]));
    let (old, new) = (Reader::of(&LARGE), Reader::of(&edited));
    let same = old.manifest.texts.iter().zip(&new.manifest.texts).filter(|(old, new)| old == new);
    assert_eq!((same.count(), new.manifest.texts.len()), (4, 5));
    assert_eq!((&old.manifest.facets, &old.manifest.prefix), (&new.manifest.facets, &new.manifest.prefix));
    let known: BTreeSet<_> = old.manifest.shards.iter().map(|(_, hash)| hash).collect();
    let renamed: BTreeSet<_> =
        new.manifest.shards.iter().map(|(_, hash)| hash).filter(|hash| !known.contains(hash)).collect();
    let tokens = ["く", "くの", "の", "の見", "見", "見直", "直", "直し", "し"];
    assert_eq!(renamed, tokens.iter().filter_map(|token| new.shard_of(token)).collect());
}

#[test]
fn a_copied_file_takes_no_place_in_the_index() {
    let site = TestSite::fixture("minimal");
    site.write("content/static/search/own.bin", "x").write("content/static/searching.txt", "x");
    assert_eq!(told(&site.run(&["check"])), ["content/static/search/own.bin:1:1 K601"]);
    let site = TestSite::fixture("minimal");
    site.write("content/static/search", "x");
    assert_eq!(told(&site.run(&["check"])), ["content/static/search:1:1 K601"]);
}

#[test]
fn every_plan_can_be_searched() {
    let queries =
        [("minimal", "広報"), ("english", "ｐａｒｋ"), ("three-years", "村営ﾊﾞｽ"), ("one-level", "roof")];
    for (fixture, query) in queries {
        let site = Published::of(TestSite::fixture(fixture).build(&[]));
        let reader = Reader::of(&site);
        assert!(!reader.find(query).is_empty(), "{fixture}");
        assert_eq!(reader.records().len(), site.plan().initiatives.len());
    }
}
