//! What pages say of themselves to programs: JSON-LD in the words of schema.org, put before a judge of that.

use schemaorg_rs::profiles::ProfileRegistry;
use schemaorg_rs::validation::{Severity, validate};
use scraper::Html;
use serde_json::{Value, json};

use crate::published::{Published, all, text};
use crate::site::TestSite;

/// What a page says.
fn said(page: &Html) -> Option<Value> {
    let scripts = all(page, "script[type='application/ld+json']");
    assert!(scripts.len() <= 1);
    Some(serde_json::from_str(&text(*scripts.first()?)).unwrap())
}

/// The node of a type on a page.
fn node(site: &Published, path: &str, kind: &str) -> Value {
    let graph = said(&site.page(path)).unwrap()["@graph"].clone();
    let found: Vec<_> = graph.as_array().unwrap().iter().filter(|node| node["@type"] == kind).collect();
    assert_eq!(found.len(), 1, "{path}: {kind}");
    found[0].clone()
}

/// All that the judge has against a page, of any weight.
fn flaws(html: &str) -> Vec<String> {
    let graph = schemaorg_rs::extract_all(html).unwrap();
    let found = validate(&graph);
    let google = ProfileRegistry::with_google().evaluate("google", &graph, &found.diagnostics).unwrap();
    let found = found.diagnostics.iter().chain(&google.diagnostics);
    let unread = graph.warnings.iter().map(|warning| format!("{warning:?}"));
    found
        .filter(|flaw| flaw.severity != Severity::Info)
        .map(|flaw| format!("{}: {}", flaw.path, flaw.message))
        .chain(unread)
        .collect()
}

fn check(site: &Published, name: &str) {
    for path in site.pages() {
        assert_eq!(flaws(site.text(path)), [""; 0], "{name}: {path}");
        let page = site.page(path);
        let crumbs = all(&page, "nav.breadcrumb li");
        let listed = said(&page).map(|said| said["@graph"].clone());
        let listed = listed.iter().flat_map(|graph| graph.as_array().unwrap());
        let mut lists = listed.filter(|node| node["@type"] == "BreadcrumbList");
        // A page that leads to another says nothing of itself.
        let is_redirect = !all(&page, "meta[http-equiv=refresh]").is_empty();
        if crumbs.is_empty() || is_redirect {
            assert!(lists.next().is_none(), "{name}: {path}");
            continue;
        }
        let items = lists.next().unwrap()["itemListElement"].as_array().unwrap();
        let shown: Vec<_> = crumbs.iter().map(|crumb| json!(text(*crumb).trim())).collect();
        let named: Vec<_> = items.iter().map(|item| item["name"].clone()).collect();
        assert_eq!(named, shown, "{name}: {path}");
        let positions: Vec<_> = items.iter().map(|item| item["position"].clone()).collect();
        assert_eq!(positions, (1..=items.len()).map(|it| json!(it)).collect::<Vec<_>>(), "{name}: {path}");
        let (last, above) = items.split_last().unwrap();
        assert!(
            last.get("item").is_none() && above.iter().all(|it| it["item"].is_string()),
            "{name}: {path}"
        );
    }
}

#[test]
fn every_page_is_what_schema_org_has_words_for() {
    check(Published::koriyama(), "koriyama");
    for fixture in ["english", "minimal", "one-level", "three-years"] {
        check(&Published::of(TestSite::fixture(fixture).build(&[])), fixture);
    }
}

#[test]
fn the_judge_tells_what_is_wrong() {
    let page = Published::koriyama().text("plan/1-1-3.html");
    assert_eq!(flaws(page), [""; 0]);
    for (from, to) in [
        ("\"@type\":\"Action\"", "\"@type\":\"Akcion\""),
        ("\"startTime\"", "\"startTyme\""),
        ("\"position\":1", "\"position\":3"),
        ("\"@graph\":[", "\"@graph\":[[["),
    ] {
        assert!(page.contains(from), "{from}");
        assert!(!flaws(&page.replacen(from, to, 1)).is_empty(), "{from}: {to}");
    }
}

#[test]
fn an_initiative_is_an_action_of_its_departments() {
    let site = Published::koriyama();
    let page = node(site, "plan/1-1-3.html", "WebPage");
    assert_eq!(page["url"], "https://plan.example.jp/plan/1-1-3.html");
    let action = &page["about"];
    assert_eq!((&action["@type"], &action["identifier"]), (&json!("Action"), &json!("1-1-3")));
    assert_eq!((&action["startTime"], &action["endTime"]), (&json!("2026-04-01"), &json!("2030-03-31")));
    let plan = site.plan();
    let initiative = plan.initiatives.iter().find(|it| it.id == "1-1-3").unwrap();
    assert_eq!(action["name"], initiative.title);
    let parts = initiative.programs.iter().flat_map(|program| &program.departments);
    let mut departments: Vec<&String> = initiative.departments.iter().collect();
    for department in parts {
        if !departments.contains(&department) {
            departments.push(department);
        }
    }
    let agents: Vec<_> = action["agent"].as_array().unwrap().iter().map(|it| it["name"].clone()).collect();
    assert_eq!(json!(agents), json!(departments));
}

#[test]
fn a_department_is_a_part_of_the_city() {
    let site = Published::koriyama();
    let city = node(site, "index.html", "GovernmentOrganization");
    assert_eq!((&city["name"], &city["identifier"]["value"]), (&json!("郡山市"), &json!("072036")));
    let plan = site.plan();
    for department in &plan.departments {
        let own = node(site, &format!("departments/{}.html", department.slug), "GovernmentOrganization");
        assert_eq!(own["name"], department.name);
        assert_eq!(own["parentOrganization"], city);
    }
}

#[test]
fn the_plan_as_data_is_a_dataset() {
    let site = Published::koriyama();
    let dataset = node(site, "index.html", "Dataset");
    assert_eq!(dataset["temporalCoverage"], "2026-04-01/2030-03-31");
    let files = dataset["distribution"].as_array().unwrap();
    let found: Vec<_> = files.iter().map(|it| it["contentUrl"].as_str().unwrap()).collect();
    assert!(found.contains(&"https://plan.example.jp/data/plan.json"));
    assert!(
        found.iter().all(|url| site.has(url.strip_prefix("https://plan.example.jp/").unwrap())),
        "{found:?}"
    );
    let without = TestSite::fixture("minimal");
    without.replace("content/site.yaml", "period:", "omit: [data]\nperiod:");
    let without = Published::of(without.build(&[]));
    assert!(!without.text("index.html").contains("Dataset"));
}

#[test]
fn no_text_of_a_plan_ends_the_script() {
    let site = TestSite::fixture("minimal");
    let title = "</script><script>alert(1)</script> <!-- & \\\" ]]>";
    site.replace("content/site.yaml", "まちづくり計画", &format!("\"{title}\""));
    let site = Published::of(site.build(&[]));
    for path in site.pages() {
        let page = site.page(path);
        let scripts = all(&page, "script:not([src])");
        assert!(scripts.iter().all(|it| it.attr("type") == Some("application/ld+json")), "{path}");
        assert!(scripts.iter().all(|it| !it.inner_html().contains('<')), "{path}");
    }
    let dataset = node(&site, "index.html", "Dataset");
    assert_eq!(dataset["name"], title.replace("\\\"", "\""));
}
