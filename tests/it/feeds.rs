//! Feeds: who subscribes is told what editors wrote down, and nothing else. Calendars: what begins and ends with each year. Outside readers
//! read the same files in `.ci/feeds`.

use std::fmt::Write;

use serde_json::Value;

use crate::published::Published;
use crate::site::{TestSite, attributes, texts};

/// What a page tells programs that they can subscribe to, and what it shows of that.
const ALTERNATE: &str = "head link[rel=alternate]";
const SHOWN: &str = "main .onward[aria-label] a";

/// A plan in English of which some things were changed.
fn town() -> TestSite {
    TestSite::fixture("english")
}

fn built(site: &TestSite) -> Published {
    Published::of(site.build(&[]))
}

fn json(site: &Published, path: &str) -> Value {
    serde_json::from_str(site.text(path)).unwrap()
}

/// The days and initiatives of a feed, in both of its forms.
fn entries(site: &Published, about: &str) -> Vec<String> {
    let feed = json(site, &format!("data/{about}.feed.json"));
    let items = feed["items"].as_array().unwrap().iter();
    let ids: Vec<_> = items.map(|item| item["id"].as_str().unwrap().to_owned()).collect();
    let atom = site.text(&format!("data/{about}.feed.xml"));
    let in_atom: Vec<_> =
        atom.split("<entry>").skip(1).map(|entry| between(entry, "<id>", "</id>")).collect();
    assert_eq!(in_atom, ids, "{about}");
    // A feed is as new as its newest entry.
    let moments: Vec<_> = atom.split("<updated>").skip(1).map(|rest| &rest[..25]).collect();
    assert_eq!(moments[0], moments[1], "{about}");
    assert!(moments[1..].is_sorted_by(|a, b| a >= b), "{about}: {moments:?}");
    ids.into_iter().map(|id| id.replace("https://plan.greenford.example/plan/", "")).collect()
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[test]
fn a_feed_has_what_editors_wrote_down() {
    let site = built(&town());
    let all = ["1-1.html#2027-05-10", "1-1.html#2026-12-01", "1-2.html#2026-10-05"];
    assert_eq!(entries(&site, "plan"), all);
    // A department has what it is in charge of a part of, too.
    assert_eq!(entries(&site, "departments/roads"), all);
    assert_eq!(entries(&site, "departments/parks"), all[2..]);
    assert_eq!(entries(&site, "less/paper"), all[..2]);
    assert_eq!(entries(&site, "sdgs/3"), all[..2]);

    let feed = json(&site, "data/departments/roads.feed.json");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["title"], "Roads Office: changes | Greenford Plan");
    assert_eq!(feed["home_page_url"], "https://plan.greenford.example/departments/roads.html");
    let item = &feed["items"][1];
    assert_eq!(item["url"], "https://plan.greenford.example/plan/1-1.html");
    assert_eq!(item["date_modified"], "2026-12-01T00:00:00+09:00");
    let changes = "The footpath along Mill Lane is part of the project.\nReason: The council decided so on 24 November, \
                   and <b>bold</b> & plain stay what they are.\n\nThe Roads Office is in charge.";
    assert_eq!(item["content_text"], changes);
    assert_eq!(feed["items"][2]["content_text"], "The content was updated.");
    // In Atom the same stands as HTML within XML, so signs are escaped twice.
    let atom = site.text("data/plan.feed.xml");
    assert!(atom.contains("&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; &amp;amp; plain"), "{atom}");
}

#[test]
fn a_change_of_several_lines_keeps_them_and_xml_stays_xml() {
    let site = TestSite::fixture("minimal");
    let change = r#"{date: 2026-05-01, what: "A & 'B'\uFFFF\nC", why: D}"#;
    site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\nchanges:\n  - {change}\n---\n"));
    let site = built(&site);
    let atom = site.text("data/plan.feed.xml");
    assert_eq!(
        between(atom, "<content type=\"html\">", "</content>"),
        "&lt;p&gt;A &amp;amp; &apos;B&apos;&lt;br&gt;C&lt;br&gt;理由：D&lt;/p&gt;"
    );
    assert_eq!(
        between(atom.split_once("<entry>").unwrap().1, "<title>", "</title>"),
        "1 広報：A &amp; &apos;B&apos;"
    );
    assert_eq!(json(&site, "data/plan.feed.json")["items"][0]["title"], "1 広報：A & 'B'\u{FFFF}");
}

#[test]
fn pages_lead_to_what_can_be_subscribed_to_of_what_they_are_about() {
    let site = built(&town());
    let subscribable = [
        ("index.html", "plan", 3),
        ("plan/index.html", "plan", 3),
        ("years/2026.html", "plan", 3),
        ("departments/roads.html", "departments/roads", 3),
        // There are calendars of the plan and of departments only.
        ("less/paper.html", "less/paper", 2),
        ("sdgs/3.html", "sdgs/3", 2),
    ];
    for (page, about, count) in subscribable {
        let html = site.page(page);
        let root = "../".repeat(page.matches('/').count());
        let files = ["feed.xml", "feed.json", "ics"].map(|ending| format!("{root}data/{about}.{ending}"));
        let types = ["application/atom+xml", "application/feed+json", "text/calendar"];
        assert_eq!(attributes(&html, ALTERNATE, "href"), files[..count], "{page}");
        assert_eq!(attributes(&html, ALTERNATE, "type"), types[..count], "{page}");
        assert_eq!(attributes(&html, SHOWN, "href"), files[..count], "{page}");
        assert_eq!(attributes(&html, ALTERNATE, "title"), texts(&html, SHOWN), "{page}");
    }
    // A target is found in its goal's feed, an initiative in those of what it belongs to.
    for page in ["sdgs/3.6.html", "plan/1-1.html", "departments/index.html"] {
        let files = attributes(&site.page(page), ALTERNATE, "href");
        assert!(files.iter().all(|file| file.ends_with("/1-1.json")), "{page}: {files:?}");
    }
}

#[test]
fn the_page_about_the_data_has_them_too_and_tells_the_day_of_the_last_change() {
    let told = |site: &Published| {
        let page = site.page("data/index.html");
        let files = attributes(&page, ".files a", "href").into_iter();
        let files: Vec<_> = files.filter(|file| file.contains(".feed.") || file.contains(".ics")).collect();
        (files, attributes(&page, "main > p time", "datetime"))
    };
    let files = ["../data/plan.feed.xml", "../data/plan.feed.json", "../data/plan.ics"].map(str::to_owned);
    assert_eq!(told(&built(&town())), (files.to_vec(), vec!["2027-05-10".to_owned()]));
    assert_eq!(told(Published::koriyama()), (files[2..].to_vec(), Vec::new()));
}

#[test]
fn a_page_leads_to_a_feed_as_soon_as_there_is_one() {
    let site = town();
    let (park, updated) = ("content/plan/1-town/2-park.md", "updated: 2026-10-05\n");
    site.replace(park, updated, "");
    let feeds = |site: &TestSite| {
        let page = built(site).page("departments/parks.html");
        attributes(&page, ALTERNATE, "href").into_iter().filter(|file| file.contains(".feed.")).count()
    };
    assert_eq!(feeds(&site), 0);
    // The list on the page is what it was.
    site.replace(park, "number: 2\n", &format!("number: 2\n{updated}"));
    assert_eq!(feeds(&site), 2);
}

#[test]
fn without_a_day_there_is_no_feed_and_nobody_leads_to_one() {
    let site = Published::koriyama();
    assert!(!site.0.keys().any(|path| path.contains(".feed.")));
    assert_eq!(attributes(&site.page("index.html"), ALTERNATE, "href"), ["data/plan.ics"]);
    // A department of whose initiatives nobody told anything has none, whatever others have.
    let town = town();
    town.replace("content/plan/1-town/2-park.md", "updated: 2026-10-05\n", "");
    let site = built(&town);
    assert!(site.has("data/departments/roads.feed.xml") && !site.has("data/departments/parks.feed.xml"));
    let calendar = ["../data/departments/parks.ics"];
    assert_eq!(attributes(&site.page("departments/parks.html"), ALTERNATE, "href"), calendar);
    town.replace("content/site.yaml", "levels:", "omit: [data]\nlevels:");
    assert!(attributes(&built(&town).page("index.html"), ALTERNATE, "href").is_empty());
}

#[test]
fn a_feed_changes_when_an_editor_says_so_and_only_then() {
    let site = town();
    let feeds = |site: &TestSite| -> Vec<_> {
        site.build(&[]);
        let files = site.files("public").into_iter();
        files.filter(|(path, _)| path.contains(".feed.")).collect()
    };
    let before = feeds(&site);
    let park = "content/plan/1-town/2-park.md";
    site.replace(park, "Shade in summer.", "Shade all summer.");
    site.replace(park, "Fifty trees", "Sixty trees");
    assert_eq!(feeds(&site), before);
    site.replace(park, "updated: 2026-10-05", "updated: 2026-10-06");
    let after = feeds(&site);
    let changed: Vec<_> =
        before.iter().zip(&after).filter(|(a, b)| a != b).map(|(a, _)| a.0.as_str()).collect();
    let expected = ["departments/parks", "departments/roads", "plan"]
        .iter()
        .flat_map(|about| ["json", "xml"].map(|ending| format!("data/{about}.feed.{ending}")));
    assert_eq!(changed, expected.collect::<Vec<_>>());
}

#[test]
fn a_feed_keeps_the_hundred_newest() {
    let site = TestSite::fixture("minimal");
    let mut changes = String::new();
    for day in 0..120 {
        let (month, day) = (day / 28 + 1, day % 28 + 1);
        writeln!(changes, "  - {{date: 2026-{month:02}-{day:02}, what: 改定}}").unwrap();
    }
    site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\nchanges:\n{changes}---\n"));
    let feed = json(&built(&site), "data/plan.feed.json");
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 100);
    assert_eq!(items[0]["date_modified"], "2026-05-08T00:00:00+09:00");
    assert_eq!(items[99]["date_modified"], "2026-01-21T00:00:00+09:00");
}

/// The events of a calendar, each as its unfolded lines.
fn events(site: &Published, about: &str) -> Vec<Vec<String>> {
    let text = site.text(&format!("data/{about}.ics"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{about}");
    let unfolded = text.replace("\r\n ", "");
    let lines =
        |event: &str| event.split("\r\n").filter(|line| !line.is_empty()).map(str::to_owned).collect();
    unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|rest| lines(before(rest, "END:VEVENT"))).collect()
}

fn before<'t>(text: &'t str, to: &str) -> &'t str {
    text.split_once(to).unwrap().0
}

#[test]
fn a_calendar_has_what_begins_and_ends_with_each_year() {
    let site = built(&town());
    let all = events(&site, "plan");
    let named = |events: &[Vec<String>]| -> Vec<_> {
        let uids =
            events.iter().map(|event| event.iter().find_map(|line| line.strip_prefix("UID:")).unwrap());
        uids.map(|uid| uid.replace("https://plan.greenford.example/plan/", "")).collect()
    };
    let paths = ["begins-2026", "ends-2026", "begins-2027", "ends-2027", "begins-2029", "ends-2029"];
    // What has parts has events of each.
    let park = ["begins-2026-1", "ends-2029-1"];
    let expected = paths.map(|edge| format!("1-1.html#{edge}")).into_iter();
    let expected: Vec<_> = expected.chain(park.map(|edge| format!("1-2.html#{edge}"))).collect();
    assert_eq!(named(&all), expected);
    // Two things of an initiative that begin on one day are one event.
    let expected = [
        "UID:https://plan.greenford.example/plan/1-1.html#begins-2027",
        "DTSTAMP:20270510T000000Z",
        "DTSTART;VALUE=DATE:20270401",
        "DTEND;VALUE=DATE:20270402",
        "SUMMARY:Begins: Footpaths and 1 more (1-1 Safe paths)",
        "DESCRIPTION:Footpaths: Works (FY2027 to FY2029)\\nCrossings: North (FY2027)\\nhttps://plan.greenford.example/plan/1-1.html",
        "URL:https://plan.greenford.example/plan/1-1.html",
        "TRANSP:TRANSPARENT",
    ];
    assert_eq!(all[2], expected);
    let last = &all[7];
    assert!(last.contains(&"DTSTART;VALUE=DATE:20300331".to_owned()), "{last:?}");
    assert!(last.contains(&"DTEND;VALUE=DATE:20300401".to_owned()), "{last:?}");
    assert!(last.contains(&"SUMMARY:Ends: Planting (1-2 A park by the river Trees)".to_owned()), "{last:?}");
    // The same events in the calendars of departments, each of the parts that it is in charge of.
    assert_eq!(events(&site, "departments/parks"), all[6..]);
    assert_eq!(events(&site, "departments/roads"), all[..6]);
}

#[test]
fn a_calendar_needs_no_clock_and_takes_any_sign() {
    let site = TestSite::fixture("minimal");
    let action = "actions:\n  - {name: '発行; 配布, 掲示\\紙', schedule: [{2026-2027: 月2回}]}\n";
    site.write("content/plan/1.md", format!("---\ntitle: 広報\nnumber: 1\n{action}---\n"));
    let event = &events(&built(&site), "plan")[0];
    // Nobody told when it was changed, so it was stamped when the plan begins.
    assert!(event.contains(&"DTSTAMP:20260401T000000Z".to_owned()), "{event:?}");
    assert!(event[5].starts_with(r"DESCRIPTION:発行\; 配布\, 掲示\\紙：月2回（2026"), "{event:?}");
    assert_eq!(event[4], r"SUMMARY:開始：発行\; 配布\, 掲示\\紙（1 広報）");
}

#[test]
fn where_nothing_is_scheduled_there_is_no_calendar() {
    assert!(!built(&TestSite::fixture("minimal")).has("data/plan.ics"));
    let koriyama = Published::koriyama();
    let calendars = koriyama.0.keys().filter(|path| path.strip_suffix(".ics").is_some());
    // Of the plan and of its fourteen departments.
    assert_eq!(calendars.count(), 15);
}
