//! `keikaku check --links` asks the web about every address that leads out of the site.

use super::rules::told;
use super::site::{Run, TestSite};
use super::web::Web;

const FILE: &str = "content/plan/1.md";

/// A site with one initiative, whose text has an address a line.
fn linking_to(addresses: &[&str]) -> TestSite {
    let site = TestSite::fixture("minimal");
    let links: Vec<_> = addresses.iter().map(|address| format!("[市報]({address})\n")).collect();
    site.write(FILE, format!("---\ntitle: 広報\nnumber: 1\n---\n{}", links.concat()));
    site
}

fn check(site: &TestSite, web: &Web) -> Run {
    site.run_with(&["check", "--links"], &web.environment())
}

/// What is told of an initiative with these addresses: `line code`.
fn told_of(addresses: &[&str], web: &Web) -> Vec<String> {
    let run = check(&linking_to(addresses), web);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let told = told(&run).into_iter();
    told.map(|told| told.strip_prefix(&format!("{FILE}:")).unwrap().replace(":6", "")).collect()
}

#[test]
fn what_is_there_is_passed_over() {
    let there = ["http://a.example/", "HTTP://b.example/x#y", "http://c.example/moved.html"];
    let to_get = [
        "http://d.example/head-403.html",
        "http://e.example/head-404.html",
        "http://f.example/head-405.html",
    ];
    assert_eq!(told_of(&[there, to_get].concat(), &Web::new()), Vec::<String>::new());
}

#[test]
fn each_answer_is_told_by_its_own_rule() {
    let addresses = [
        "http://a.example/gone.html",
        "http://b.example/removed.html",
        "http://c.example/moved-and-gone.html",
        "http://d.invalid/",
        "http://e.example/silent.html",
        "https://f.example/",
        "http://g.example/private.html",
        "http://h.example/down.html",
        "http://i.example/circle.html",
        "http://j.example/to-file.html",
        "http://k.example/busy.html",
        "http://",
    ];
    let expected = [
        "5 K701", "6 K701", "7 K701", "8 K702", "9 K703", "10 K704", "11 K705", "12 K705", "13 K706",
        "14 K706", "15 K707", "16 K702",
    ];
    assert_eq!(told_of(&addresses, &Web::new()), expected);
}

#[test]
fn nobody_is_accused_before_the_page_itself_was_asked_for() {
    let web = Web::new();
    assert_eq!(told_of(&["http://a.example/gone.html"], &web), ["5 K701"]);
    assert_eq!(web.requests(), ["HEAD a.example/gone.html", "GET a.example/gone.html"]);
}

#[test]
fn the_web_is_asked_only_on_request() {
    let (site, web) = (linking_to(&["http://a.example/gone.html"]), Web::new());
    for arguments in [&["check"][..], &["build"]] {
        assert_eq!(site.run_with(arguments, &web.environment()).code, 0);
    }
    assert_eq!(web.requests(), Vec::<String>::new());
}

#[test]
fn an_address_is_asked_for_once_and_told_wherever_it_stands() {
    let (site, web) = (TestSite::fixture("minimal"), Web::new());
    let gone = "http://a.example/gone.html";
    site.replace("content/site.yaml", "{name: 市}", &format!("{{name: 市, url: {gone}}}"));
    site.write(
        "content/pages/about.md",
        format!("---\ntitle: 説明\n---\n![図]({gone})と[市報][1]\n\n[1]: {gone}\n"),
    );
    let front =
        format!("title: 広報\nnumber: 1\ndisclosure:\n  pages:\n    - {{title: 市報, url: {gone}}}\n");
    site.write(
        FILE,
        format!("---\n{front}vision: |\n  **<{gone}>**\nnotes: |\n  市報\n\n  - [市報]({gone})\n---\n"),
    );
    let expected = [
        "content/pages/about.md:4:6",
        "content/pages/about.md:4:34",
        "content/plan/1.md:6:24",
        "content/plan/1.md:8:6",
        "content/plan/1.md:12:10",
        "content/site.yaml:2:30",
    ];
    assert_eq!(told(&check(&site, &web)), expected.map(|place| format!("{place} K701")));
    assert_eq!(web.requests(), ["HEAD a.example/gone.html", "GET a.example/gone.html"]);
}

#[test]
fn the_sites_own_address_is_not_asked_for() {
    let web = Web::new();
    let own = ["https://plan.example.jp", "https://plan.example.jp/plan/1.html"];
    assert_eq!(told_of(&own, &web), Vec::<String>::new());
}

#[test]
fn japanese_addresses_are_asked_for_as_browsers_do() {
    let web = Web::new();
    assert_eq!(told_of(&["http://日本語.example/計画.html#目標"], &web), Vec::<String>::new());
    assert_eq!(web.requests(), ["HEAD xn--wgv71a119e.example/%E8%A8%88%E7%94%BB.html"]);
}

#[test]
fn a_host_has_one_request_at_a_time_wherever_it_comes_from() {
    let web = Web::new();
    let own = ["http://a.example/1.html", "http://a.example/2.html"];
    let from_others = ["http://b.example/to/a.example/3.html", "http://c.example/to/a.example/4.html"];
    assert_eq!(told_of(&[own, from_others].concat(), &web), Vec::<String>::new());
    let to_a = web.requests().iter().filter(|request| request.starts_with("HEAD a.example/")).count();
    assert_eq!((to_a, web.most_at_once()), (4, 1));
}

#[test]
fn a_host_that_asks_to_come_later_is_left_alone() {
    let web = Web::new();
    let told = told_of(&["http://a.example/busy.html", "http://a.example/x.html"], &web);
    assert_eq!(told, ["5 K707", "6 K707"]);
    assert_eq!(web.requests(), ["HEAD a.example/busy.html"]);
}

#[test]
fn only_what_is_gone_is_a_warning() {
    let web = Web::new();
    let denied = |address: &str| {
        let site = linking_to(&[address]);
        site.run_with(&["check", "--links", "--deny-warnings"], &web.environment()).code
    };
    assert_eq!((denied("http://a.example/gone.html"), denied("http://a.example/down.html")), (1, 0));
}

#[test]
fn a_mistake_hides_no_dead_link() {
    let site = linking_to(&["http://a.example/gone.html"]);
    site.replace(FILE, "number: 1", "number: one");
    let run = check(&site, &Web::new());
    assert_eq!(told(&run), [format!("{FILE}:3:9 K305"), format!("{FILE}:5:6 K701")]);
    assert_eq!(run.code, 1);
}
