//! Every page of 郡山市's site is whole: a title, one heading above all others, a way back, links that lead somewhere, and
//! nothing that a browser would have to fetch from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html};

use crate::published::{Published, all, inside, is_page, links, only, text};
use crate::schedules::check_tables;
use crate::site::{TestSite, attributes};
use crate::truth;

/// Where the plan is published, as its site.yaml says.
const BASE: &str = "https://plan.example.jp/";

#[test]
fn every_page_has_a_title_of_its_own() {
    let mut titles = BTreeMap::new();
    each_page(|path, page| {
        let title = text(only(page, "head > title"));
        assert!(title.contains("郡山市 実施計画"), "{path}: {title}");
        let twin = titles.insert(title, path.to_owned());
        assert_eq!(twin, None, "{path} has the same title");
    });
    assert!(titles.len() > 60, "{}", titles.len());
}

#[test]
fn every_page_says_its_language_and_fits_the_screen() {
    each_page(|path, page| {
        assert_eq!(only(page, "html").attr("lang"), Some("ja"), "{path}");
        assert_eq!(only(page, "head > meta[charset]").attr("charset"), Some("utf-8"), "{path}");
        let viewport = only(page, "head > meta[name=viewport]").attr("content").unwrap();
        assert_eq!(viewport, "width=device-width, initial-scale=1", "{path}");
    });
}

#[test]
fn every_page_has_one_first_heading_and_leaves_out_no_level() {
    each_page(check_headings);
}

fn check_headings(path: &str, page: &Html) {
    let headings = all(page, "h1, h2, h3, h4, h5, h6");
    let levels: Vec<u32> =
        headings.iter().map(|heading| heading.value().name()[1..].parse().unwrap()).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}: {levels:?}");
    assert_eq!(levels[0], 1, "{path}: {levels:?}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
    assert!(headings.iter().all(|heading| !text(*heading).is_empty()), "{path}");
}

#[test]
fn every_page_begins_with_a_link_to_its_main_part() {
    each_page(check_skip_link);
}

fn check_skip_link(path: &str, page: &Html) {
    let first = links(page, "body").swap_remove(0);
    let main = only(page, "main").attr("id").unwrap();
    assert_eq!(first.href, format!("#{main}"), "{path}");
}

#[test]
fn every_page_but_the_first_says_where_it_stands() {
    let site = Published::koriyama();
    each_page(|path, page| {
        let crumbs = all(page, "nav ol:has([aria-current=page])");
        if path == "index.html" || path == "404.html" {
            assert!(crumbs.is_empty(), "{path}");
            return;
        }
        assert_eq!(crumbs.len(), 1, "{path}");
        let items = inside(crumbs[0], "li");
        let (here, above) = items.split_last().unwrap();
        assert!(inside(*here, "a").is_empty() && !inside(*here, "[aria-current=page]").is_empty(), "{path}");
        assert!(text(only(page, "h1")).ends_with(&text(*here)), "{path}: {}", text(*here));
        let above: Vec<_> = above.iter().map(|item| inside(*item, "a")[0].attr("href").unwrap()).collect();
        let above: Vec<_> = above.iter().map(|href| site.follow(path, href).unwrap().file).collect();
        assert_eq!(above, stands_in(path), "{path}");
    });
}

/// The pages above a page, from the first one down.
fn stands_in(path: &str) -> Vec<String> {
    let mut above = vec!["index.html".to_owned()];
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let name = name.trim_end_matches(".html");
    let parents: Vec<_> = match folder {
        "plan" => name.match_indices('-').map(|(at, _)| format!("plan/{}.html", &name[..at])).collect(),
        "" if name == "accessibility-test" => vec!["accessibility.html".to_owned()],
        "" => vec![],
        _ if name == "index" => vec![],
        "sdgs" => {
            let goal = name.split_once('.').map(|(goal, _)| format!("sdgs/{goal}.html"));
            ["sdgs/index.html".to_owned()].into_iter().chain(goal).collect()
        }
        "print" => vec!["departments/index.html".to_owned(), format!("departments/{name}.html")],
        // A cell of a cross table stands in the table: compare/departments-less/citizens.cash.html.
        "compare" => {
            let table = name.split_once('/').map(|(table, _)| format!("compare/{table}.html"));
            ["compare/index.html".to_owned()].into_iter().chain(table).collect()
        }
        facet => vec![format!("{facet}/index.html")],
    };
    above.extend(parents);
    above
}

#[test]
fn every_gap_of_a_sentence_is_filled() {
    each_page(|path, page| {
        let text = text(only(page, "body"));
        let open = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        let gaps: Vec<_> =
            open.map(|(gap, _)| gap).filter(|gap| gap.chars().all(|c| c.is_ascii_lowercase())).collect();
        assert!(gaps.is_empty(), "{path}: {gaps:?}");
    });
}

#[test]
fn no_page_has_an_id_twice() {
    each_page(check_ids);
}

fn check_ids(path: &str, page: &Html) {
    let ids = attributes(page, "[id]", "id");
    let different: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), different.len(), "{path}: {ids:?}");
    assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(char::is_whitespace)), "{path}: {ids:?}");
}

#[test]
fn what_is_named_by_an_id_is_there() {
    each_page(check_names);
}

fn check_names(path: &str, page: &Html) {
    for attribute in ["aria-labelledby", "aria-describedby", "headers", "for"] {
        for element in all(page, &format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap().split_whitespace() {
                let found = all(page, &format!("[id='{id}']")).len();
                assert_eq!(found, 1, "{path}: {attribute}={id}");
            }
        }
    }
}

#[test]
fn every_link_leads_to_something_that_is_there() {
    let site = Published::koriyama();
    let mut followed = 0;
    each_page(|path, page| followed += check_links(site, path, page));
    assert!(followed > 1000, "{followed}");
}

/// Follows the links of a page to files and to ids in them, and counts those within the site.
fn check_links(site: &Published, path: &str, page: &Html) -> usize {
    let mut followed = 0;
    for element in all(page, "[href], [src]") {
        let href = element.attr("href").or(element.attr("src")).unwrap();
        assert!(!href.is_empty(), "{path}: {}", text(element));
        let Some(target) = site.follow(path, href) else { continue };
        assert!(site.has(&target.file), "{path}: {href} leads to {}, which is not there", target.file);
        if let Some(id) = target.id {
            let ids = |page: &Html| all(page, &format!("[id='{id}']")).len();
            let found = if target.file == path { ids(page) } else { ids(&site.page(&target.file)) };
            assert_eq!(found, 1, "{path}: {href}");
        }
        followed += 1;
    }
    followed
}

/// What holds for every page of any site.
pub fn check_whole(site: &Published) {
    for path in site.pages() {
        let page = site.page(path);
        check_headings(path, &page);
        check_skip_link(path, &page);
        check_ids(path, &page);
        check_names(path, &page);
        check_tables(path, &page);
        assert!(check_links(site, path, &page) > 0, "{path}");
    }
}

#[test]
fn every_page_can_be_reached_from_the_first_one() {
    let site = Published::koriyama();
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        let page = site.page(&path);
        let links = links(&page, "body").into_iter().map(|link| link.href);
        // A form leads to a page as well.
        let hrefs = links.chain(attributes(&page, "form[action]", "action"));
        for target in hrefs.filter_map(|href| site.follow(&path, &href)) {
            if is_page(&target.file) && reached.insert(target.file.clone()) {
                waiting.push(target.file);
            }
        }
    }
    reached.insert("404.html".to_owned());
    assert_eq!(reached, site.pages().map(str::to_owned).collect());
}

#[test]
fn the_initiatives_are_a_chain_from_the_first_to_the_last() {
    let site = Published::koriyama();
    let ids: Vec<_> = truth::initiatives().iter().map(|row| row["id"].to_owned()).collect();
    assert_eq!((&*ids[0], &*ids[18]), ("1-1-1", "1-4-6"));
    for (at, id) in ids.iter().enumerate() {
        let page = site.initiative(id);
        let neighbour = |rel: &str| {
            let found = attributes(&page, &format!("main a[rel={rel}]"), "href");
            assert!(found.len() < 2, "{id}: {found:?}");
            found.into_iter().next()
        };
        let href = |id: &String| format!("../plan/{id}.html");
        assert_eq!(neighbour("prev"), at.checked_sub(1).map(|before| href(&ids[before])), "{id}");
        assert_eq!(neighbour("next"), ids.get(at + 1).map(href), "{id}");
    }
}

#[test]
fn no_page_runs_or_fetches_anything_from_elsewhere() {
    let site = Published::koriyama();
    each_page(|path, page| {
        let elements = all(page, "*");
        for element in &elements {
            let name = element.value().name();
            assert!(!["style", "iframe", "object", "embed", "base"].contains(&name), "{path}: {name}");
            let is_harmless = || is_the_themes(*element) || is_data(*element);
            assert!(name != "script" || is_harmless(), "{path}: {}", element.html());
            let attributes = element.value().attrs();
            for (attribute, value) in attributes {
                assert!(attribute != "style" && !attribute.starts_with("on"), "{path}: {attribute}={value}");
                let leads_out = value.contains("://") || value.starts_with("//");
                assert!(!leads_out || may_lead_out(*element, attribute), "{path}: {attribute}={value}");
            }
        }
    });
    for path in site.0.keys().filter(|path| path.strip_suffix(".css").is_some()) {
        let style = site.text(path);
        assert!(!style.contains("@import") && !style.contains("://") && !style.contains("url(//"), "{path}");
    }
}

/// Whether a script is a file of the theme and nothing else: the page is whole before it runs.
fn is_the_themes(script: ElementRef) -> bool {
    let own = script.attr("src").is_some_and(|src| src.trim_start_matches("../").starts_with("assets/"));
    own && script.attr("defer").is_some() && text(script).is_empty()
}

/// What a browser runs in no case: to it a type that is no script's is data, before any policy is asked.
fn is_data(script: ElementRef) -> bool {
    let attributes: Vec<_> = script.value().attrs().collect();
    attributes == [("type", "application/ld+json")]
        && serde_json::from_str::<serde_json::Value>(&text(script)).is_ok()
}

/// A link that a reader follows, the page's own address, and what is said to search engines.
fn may_lead_out(element: ElementRef, attribute: &str) -> bool {
    let rel = element.attr("rel");
    match element.value().name() {
        "a" => attribute == "href",
        "link" => attribute == "href" && rel == Some("canonical"),
        "meta" => attribute == "content",
        _ => false,
    }
}

#[test]
fn every_page_says_its_own_address() {
    each_page(|path, page| {
        let found = attributes(page, "link[rel=canonical]", "href");
        let expected = if path == "404.html" { vec![] } else { vec![address(BASE, path)] };
        assert_eq!(found, expected, "{path}");
    });
}

#[test]
fn the_sitemap_lists_every_page_and_nothing_else() {
    let site = Published::koriyama();
    let sitemap = site.text("sitemap.xml");
    assert!(sitemap.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), "{sitemap}");
    assert!(sitemap.contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"), "{sitemap}");
    let listed = sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap());
    let mut listed: Vec<_> = listed.map(str::to_owned).collect();
    listed.sort();
    let pages = site.pages().filter(|path| *path != "404.html");
    let mut expected: Vec<_> = pages.map(|path| address(BASE, path)).collect();
    expected.sort();
    assert_eq!(listed, expected);
    assert_eq!(sitemap.matches("<url>").count(), expected.len());
}

#[test]
fn robots_are_told_of_the_sitemap() {
    let robots = Published::koriyama().text("robots.txt");
    assert!(robots.lines().any(|line| line == "Sitemap: https://plan.example.jp/sitemap.xml"), "{robots}");
    assert!(!robots.contains("Disallow: /"), "{robots}");
}

#[test]
fn another_base_url_changes_whole_addresses_and_nothing_else() {
    const OTHER: &str = "https://x.example/plan/";
    let site = Published::koriyama();
    let moved = Published::of(TestSite::koriyama().build(&["--base-url", OTHER]));
    assert_eq!(moved.0.keys().collect::<Vec<_>>(), site.0.keys().collect::<Vec<_>>());
    let is_binary = |path: &str| [".png", ".bin"].iter().any(|end| path.ends_with(end));
    let (binary, texts): (Vec<_>, Vec<_>) = site.0.keys().partition(|path| is_binary(path));
    assert!(binary.iter().all(|path| moved.0[*path] == site.0[*path]));
    // What is in the data is compared; how long its files are differs, as the page about them tells, and the workbook is compressed.
    let differs = |path: &&String| matches!(path.as_str(), "data/index.html" | "data/plan.xlsx");
    for path in texts.into_iter().filter(|path| !differs(path)) {
        let expected = match path.as_str() {
            "sitemap.xml" | "robots.txt" => site.text(path).replace(BASE, OTHER),
            calendar if calendar.strip_suffix(".ics").is_some() => {
                // Its lines are folded where the address ends elsewhere.
                let unfolded = |site: &Published| site.text(calendar).replace("\r\n ", "");
                assert_eq!(unfolded(&moved), unfolded(site).replace(BASE, OTHER), "{calendar}");
                continue;
            }
            data if data.starts_with("data/") => site.text(data).replace(BASE, OTHER),
            // Paths count from the host's root.
            "_headers" => format!("/plan{}", site.text(path).replace("\n/", "\n/plan/")),
            // Hosts show this page at any address, so its links count from the host's root.
            "404.html" => {
                let linked = site.text(path).replace("href=\"/", "href=\"/plan/");
                linked.replace("action=\"/", "action=\"/plan/")
            }
            // What a page says of itself, and the addresses that were tested; texts of editors stay as they are.
            page if is_page(page) => {
                let canonical = format!("<link rel=\"canonical\" href=\"{BASE}");
                assert_eq!(site.text(page).matches(&canonical).count(), 1, "{page}");
                // What editors have written stays as it is.
                let moved = in_other_words(site.text(page), OTHER);
                let moved = moved.replace(&format!("<code>{OTHER}"), &format!("<code>{BASE}"));
                moved.replace(&format!("（{OTHER}"), &format!("（{BASE}"))
            }
            other => site.text(other).to_owned(),
        };
        assert!(moved.text(path) == expected, "{path} is not what was expected:\n{}", moved.text(path));
    }
    assert!(moved.text("404.html").contains("href=\"/plan/index.html\""));
}

/// A page with the site's address replaced, in links for questions too.
fn in_other_words(page: &str, other: &str) -> String {
    let escaped = |base: &str| base.replace(':', "%3A").replace('/', "%2F");
    page.replace(BASE, other).replace(&escaped(BASE), &escaped(other))
}

#[test]
fn a_base_url_needs_no_slash_at_its_end() {
    let build = |base: &str| Published::of(TestSite::koriyama().build(&["--base-url", base]));
    let with = build("https://x.example/plan/");
    assert!(build("https://x.example/plan").0 == with.0);
}

/// The whole address of a page: a folder's first page is named as the folder.
fn address(base: &str, path: &str) -> String {
    let path = match path.rsplit_once('/') {
        Some((folder, "index.html")) => format!("{folder}/"),
        None if path == "index.html" => String::new(),
        _ => path.to_owned(),
    };
    format!("{base}{path}")
}

/// Looks at each page of the site.
fn each_page(mut look: impl FnMut(&str, &Html)) {
    let site = Published::koriyama();
    for path in site.pages() {
        look(path, &site.page(path));
    }
}
