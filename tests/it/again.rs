//! A build makes only those pages again that are made of something else than the last time, and gives what a first one would.

use std::collections::BTreeMap;
use std::fs;

use crate::site::TestSite;

const STAFFING: &str = "content/plan/1-dx/1-organization/2-staffing.md";

/// An edit: a file, what of it is changed, and into what.
type Edit = (&'static str, &'static str, &'static str);

/// Edits a city's site step by step and holds what each build leaves against what a first build gives.
fn check(edits: &[Edit]) {
    check_on(&TestSite::koriyama(), &[], edits);
}

/// The same on any site, built with some arguments.
fn check_on(site: &TestSite, arguments: &[&str], edits: &[Edit]) {
    site.build(arguments);
    for (file, from, to) in edits {
        site.replace(file, from, to).build(arguments);
        site.build(&[arguments, &["--output", "clean"]].concat());
        let (found, expected) = (site.files("public"), site.files("clean"));
        let differ: Vec<_> =
            expected.iter().filter(|(path, bytes)| found.get(*path) != Some(*bytes)).collect();
        assert!(differ.is_empty(), "{file}: {:?}", differ.iter().map(|(path, _)| path).collect::<Vec<_>>());
        assert_eq!(found.len(), expected.len(), "{file}");
        assert!(memo(site, "public") == memo(site, "clean"), "{file}: the memo is that of another state");
        fs::remove_dir_all(site.path("clean")).unwrap();
    }
}

/// What the pages in an output were made of, as a number, and the hash of what was made, by their paths.
fn memo(site: &TestSite, output: &str) -> BTreeMap<String, (String, String)> {
    let memo = site.read(&format!("{output}/.keikaku/memo"));
    let parts = |line: &str| line.splitn(4, "  ").map(str::to_owned).collect::<Vec<_>>();
    let entry = |line| match &parts(line)[..] {
        [number, hash, _, path] => (path.clone(), (number.clone(), hash.clone())),
        other => panic!("{other:?}"),
    };
    memo.lines().map(entry).collect()
}

/// The pages that a build makes anew after an edit.
fn made_anew(site: &TestSite, (file, from, to): Edit) -> Vec<String> {
    let before = memo(site, "public");
    let after = memo(site.replace(file, from, to).build(&[]), "public");
    after.into_iter().filter(|(path, made)| before.get(path) != Some(made)).map(|(path, _)| path).collect()
}

/// Whatever the plan of a town can have, and so many initiatives that lists go over several pages.
fn busy_town() -> TestSite {
    let site = TestSite::fixture("english");
    site.write("content/plan/2-work/_index.md", "---\ntitle: A town at work\nnumber: 2\n---\n");
    for number in 1..=101 {
        site.write(
            &format!("content/plan/2-work/{number}.md"),
            format!(
                "---\ntitle: Task {number}\nnumber: {number}\ndepartments: [Roads Office]\nless: [Paperless]\nactions:\n  \
                 - name: Work\n    schedule:\n      - 2026: Begin\ntargets:\n  - {{name: Things, target: 9 things, baseline: 1 thing}}\n---\n"
            ),
        );
    }
    site.write("content/search.yaml", "synonyms:\n  - [path, way]\nsuggestions: [path]\n");
    site.write("content/addresses.lock", "plan/2-200.html\nplan/3.html\n");
    site.write("content/redirects.yaml", "plan/2-200.html: plan/2-1.html\nplan/3.html: plan/2.html\n");
    site.replace(
        "content/site.yaml",
        "levels:",
        "contact: {name: Town Office, mail: office@greenford.example}\nlevels:",
    );
    site
}

#[test]
fn after_an_edit_of_an_initiative() {
    check(&[
        (STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理"),
        (STAFFING, "少子高齢化が進み", "少子化が進み"),
        (STAFFING, "技能労務職員の退職者不補充", "退職者の補充の見直し"),
        (STAFFING, "targets:\n", "targets:\n  - {name: 職員の数, target: 100人, baseline: 90人}\n"),
        (STAFFING, "2026-2029: 情報発信力強化", "2027-2028: 情報発信力強化"),
    ]);
}

#[test]
fn after_an_edit_of_what_an_initiative_belongs_to() {
    check(&[
        (STAFFING, "departments: [人事課]", "departments: [人事課, 市民課]"),
        (STAFFING, "less: [カウンターレス, ペーパーレス]", "less: [ファイルレス]"),
        (STAFFING, "vision: |", "sdgs: [\"5.5\", \"17.10\"]\nvision: |"),
        (STAFFING, "number: 2", "number: 4"),
    ]);
}

#[test]
fn after_an_edit_of_what_pages_have_in_common() {
    check(&[
        ("content/site.yaml", "title: 郡山市 実施計画", "title: 郡山市 計画"),
        ("content/site.yaml", "numbering: circled", "numbering: plain"),
        ("content/site.yaml", "  less: 5レス", "  less: 五つのレス"),
        ("content/registers/less.yaml", "市役所の窓口に行かなくても", "窓口に行かなくても"),
        ("content/plan/1-dx/1-organization/_index.md", "title: ", "title: 新しい"),
        ("content/pages/about.md", "title: ", "title: 新しい"),
    ]);
}

#[test]
fn after_an_edit_of_a_plan_that_has_all_there_is() {
    let check = |edits: &[Edit]| check_on(&busy_town(), &["--base-url", "https://www.example.jp/p/"], edits);
    check(&[
        // In the middle of a list's second page, and the last of it.
        ("content/plan/2-work/100.md", "title: Task 100", "title: Another task"),
        ("content/plan/2-work/101.md", "number: 101", "number: 301"),
        // In a part, in results, in what a cell of a cross table says.
        ("content/plan/1-town/2-park.md", "Fifty trees a year", "Sixty trees a year"),
        ("content/plan/1-town/1-paths.md", "2026: 10.1 km", "2026: 10.4 km"),
        ("content/plan/2-work/1.md", "less: [Paperless]\n", ""),
        // And back again.
        ("content/plan/2-work/100.md", "title: Another task", "title: Task 100"),
    ]);
}

/// Days, changes and notes decide which tables, columns and feeds there are.
#[test]
fn after_an_edit_of_what_the_data_has_and_has_not() {
    const PATHS: &str = "content/plan/1-town/1-paths.md";
    const PARK: &str = "content/plan/1-town/2-park.md";
    const SITE: &str = "content/site.yaml";
    check_on(
        &TestSite::fixture("english"),
        &[],
        &[
            (PARK, "updated: 2026-10-05\n", ""),
            (PARK, "number: 2\n", "number: 2\nchanges:\n  - {date: 2027-06-01, what: Lamps}\n"),
            (PARK, "what: Lamps", "what: Benches"),
            (PATHS, "notes: |\n  Winter service is not part of this project.\n", ""),
            (PATHS, "    - Winter service\n", ""),
            (SITE, "name: CC BY 4.0", "name: CC0"),
            (SITE, "levels:", "omit: [data]\nlevels:"),
            (SITE, "omit: [data]\n", ""),
            (SITE, "base_url: https://plan.greenford.example/", "base_url: https://greenford.example/plan/"),
        ],
    );
}

#[test]
fn after_an_edit_of_what_stands_beside_a_plan() {
    check_on(
        &busy_town(),
        &[],
        &[
            ("content/plan/2-work/1.md", "title: Task 1", "title: What an old address leads to"),
            ("content/redirects.yaml", "plan/3.html: plan/2.html", "plan/3.html: plan/1.html"),
            ("content/registers/departments.yaml", "name: Town Museum", "name: Museum of the Town"),
            ("content/search.yaml", "suggestions: [path]", "suggestions: [trees]"),
            (
                "content/site.yaml",
                "contact: {name: Town Office, mail: office@greenford.example}",
                "contact: {name: Office of the Mayor, mail: office@greenford.example}",
            ),
            ("content/site.yaml", "  3.1.1: pass", "  3.1.1: fail"),
        ],
    );
}

/// What a page is made of is asked, not what is on it: a page that was made of the same stays, were it another.
#[test]
fn what_is_made_of_the_same_is_not_made_again() {
    let site = TestSite::koriyama();
    let made = memo(site.build(&[]), "public");
    let (number, hash) = &made["plan/1-1-2.html"];
    let (_, other) = &made["about.html"];
    fs::copy(site.path("public/about.html"), site.path("public/plan/1-1-2.html")).unwrap();
    let page = |hash| format!("{number}  {hash}  ");
    site.replace("public/.keikaku/memo", &page(hash), &page(other)).build(&[]);
    assert_eq!(site.read("public/plan/1-1-2.html"), site.read("public/about.html"));
    site.replace(STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理").build(&[]);
    assert!(site.read("public/plan/1-1-2.html").contains("無理のない定員管理"));
}

#[test]
fn a_page_of_initiatives_is_made_anew_for_what_it_shows_alone() {
    let site = busy_town();
    site.build(&[]);
    let pages = memo(&site, "public").len();
    let of_text =
        made_anew(&site, ("content/plan/2-work/50.md", "2026: Begin", "2026: Begin with the others"));
    // Of the pages of a list, of an initiative, of a year, or what leads to one. All others are few, and made of the whole plan,
    // as most data is.
    let own = |path: &&String| {
        let is_one = !path.starts_with("search/") && path.contains(|c: char| c.is_ascii_digit());
        is_one && *path != "404.html"
    };
    let others = of_text.iter().filter(|path| !path.starts_with("data/")).count();
    assert!(pages > 120 && others < 30, "{of_text:?}");
    assert_eq!(
        of_text.iter().filter(own).collect::<Vec<_>>(),
        ["data/initiatives/2-50.json", "plan/2-50.html", "years/2026.html"]
    );
    // Its neighbours say its title, and so do the lists it stands in: on their first pages.
    let of_title = made_anew(&site, ("content/plan/2-work/50.md", "title: Task 50", "title: The fiftieth"));
    let shown = [
        "compare/sections-less/2.paper.html",
        "data/initiatives/2-50.json",
        "plan/2-49.html",
        "plan/2-50.html",
        "plan/2-51.html",
        "plan/2.html",
        "plan/3.html",
        "years/2026.html",
    ];
    assert_eq!(of_title.iter().filter(own).collect::<Vec<_>>(), shown);
    let lists = ["departments/roads.html", "less/paper.html", "plan/index.html", "print.html"];
    assert!(lists.iter().all(|list| of_title.iter().any(|path| path == list)), "{of_title:?}");
}

#[test]
fn a_picture_or_a_style_that_no_page_shows_makes_no_page_anew() {
    let site = TestSite::koriyama();
    site.replace("content/site.yaml", "theme: default", "theme: own");
    site.write("themes/own/i18n/README.txt", "").write("content/static/a.txt", "").build(&[]);
    site.write("content/static/b.txt", "");
    let title = (STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理");
    let made = made_anew(&site, title);
    assert!(
        made.contains(&"plan/1-1-2.html".to_owned()) && !made.contains(&"plan/1-4-1.html".to_owned()),
        "{made:?}"
    );
}

/// Of a theme of one's own nothing is known.
#[test]
fn after_an_edit_of_a_theme_that_shows_other_initiatives() {
    let site = TestSite::koriyama();
    let template = "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{{ initiatives[1].title }}{% endblock main %}\n";
    site.replace("content/site.yaml", "theme: default", "theme: own");
    site.write("themes/own/templates/term.html", template).build(&[]);
    site.replace(STAFFING, "title: 適正な定員管理の推進", "title: 無理のない定員管理").build(&[]);
    assert!(site.read("public/departments/citizens.html").contains("無理のない定員管理"));
    site.replace("themes/own/templates/term.html", "<h1>", "<h1 class=\"large\">").build(&[]);
    assert!(site.read("public/departments/citizens.html").contains("<h1 class=\"large\">"));
}

/// A memo is no manifest: whatever it says, what is there is looked at.
#[test]
fn a_spoilt_page_or_memo_is_made_anew() {
    let site = TestSite::fixture("three-years");
    let expected = site.build(&[]).files("public");
    site.write("public/index.html", "spoilt");
    assert!(site.run(&["build"]).stderr.contains(": index.html\n"));
    site.write("public/.keikaku/memo", "0  0  index.html\n\u{0}\n").build(&[]);
    site.remove("public/plan/1.html").build(&[]);
    assert!(site.files("public") == expected);
}

/// Gives a file other bytes as many as it had, and its old time.
fn alter(path: &std::path::Path) {
    let modified = fs::metadata(path).unwrap().modified().unwrap();
    let altered: Vec<_> = fs::read(path).unwrap().iter().map(u8::to_ascii_uppercase).collect();
    fs::write(path, altered).unwrap();
    fs::File::options().append(true).open(path).unwrap().set_modified(modified).unwrap();
}

#[test]
fn a_page_that_was_changed_and_looks_as_before_is_made_anew() {
    let site = TestSite::fixture("three-years");
    let expected = site.build(&[]).files("public");
    alter(&site.path("public/plan/1.html"));
    assert!(site.run(&["build"]).stderr.contains(": plan/1.html\n"));
    assert!(site.files("public") == expected);
}

/// Another file in the place of one, with its bytes' number and its times.
#[test]
fn a_page_that_was_replaced_by_an_older_file_is_made_anew() {
    let site = TestSite::fixture("three-years");
    let expected = site.build(&[]).files("public");
    fs::rename(site.path("public/plan"), site.path("kept")).unwrap();
    alter(&site.path("kept/1.html"));
    site.build(&[]);
    fs::remove_dir_all(site.path("public/plan")).unwrap();
    fs::rename(site.path("kept"), site.path("public/plan")).unwrap();
    site.build(&[]);
    assert!(site.files("public") == expected);
}

/// Of what nobody has touched the memo is believed; whatever is done to a file, it is read.
#[cfg(target_os = "linux")]
#[test]
fn a_page_that_nobody_has_touched_is_not_read() {
    let site = TestSite::fixture("three-years");
    site.build(&[]);
    // What is as old as the manifest may be younger: so that one is written anew.
    site.write("content/static/a.txt", "");
    let (_, hash) = memo(site.build(&[]), "public").remove("plan/1.html").unwrap();
    let wrong = "0".repeat(hash.len());
    let published =
        |hash: &str| site.read("public/.keikaku/manifest").contains(&format!("{hash}  plan/1.html\n"));
    site.replace("public/.keikaku/memo", &hash, &wrong).build(&[]);
    assert!(published(&wrong));
    let page = fs::File::options().append(true).open(site.path("public/plan/1.html")).unwrap();
    page.set_modified(std::time::SystemTime::now()).unwrap();
    site.build(&[]);
    assert!(published(&hash));
}
