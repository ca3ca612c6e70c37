//! What an initiative's page says beyond the plan: how a baseline stands to its target, by which day, how to point at a row, how to
//! cite it, whom to ask.

use scraper::Html;

use crate::published::{Published, all, inside, main_text, only, text};
use crate::site::{TestSite, attributes, texts};

/// A plan in English, with everything that a site can offer.
fn town(contact: &str) -> Published {
    let site = TestSite::fixture("english");
    let with = site.read("content/site.yaml") + contact;
    Published::of(site.write("content/site.yaml", with).build(&[]))
}

#[test]
fn the_way_is_drawn_from_a_baseline_to_its_target() {
    let page = Published::koriyama().initiative("1-2-3");
    let [up, down] = [1, 2].map(|number| places(&page, &format!("#p1-t{number}")));
    assert_eq!(up, [("way__target", "83.3%"), ("way__baseline", "60.0%")].map(owned));
    assert_eq!(down, [("way__target", "62.5%"), ("way__baseline", "84.7%")].map(owned));
    // There is a way to go where the target asks for more than there is, and none where it asks for less.
    assert_eq!(all(&page, "#p1-t1 .way__path, #p1-t2 .way__path").len(), 1);
    let values = texts(&page, "#p1-t1 .value");
    assert_eq!(texts(&page, "#p1-t1 .way__text"), [values[1].as_str(), &values[0], "0"]);
    assert!(all(&page, "#p1-t1 .way__goal").is_empty(), "the plan does not say 以上");
}

#[test]
fn the_side_that_a_comparator_asks_for_is_drawn() {
    let page = Published::koriyama().initiative("1-2-2");
    let goal = |anchor: &str| {
        let place = only(&page, &format!("#{anchor} .way__goal"));
        ["x", "width"].map(|attribute| place.attr(attribute).unwrap().to_owned())
    };
    assert_eq!(goal("p1-t1"), ["0.0%", "87.5%"]);
    assert_eq!(goal("p1-t2"), ["0.0%", "83.3%"]);
    assert_eq!(attributes(&page, ".way__goal--beyond", "width"), ["83.3%"], "10%未満 is not reached by 10%");
    let page = Published::koriyama().initiative("1-4-5");
    let goal = only(&page, "#p1-t1 .way__goal");
    assert_eq!(["x", "width"].map(|attribute| goal.attr(attribute).unwrap()), ["87.5%", "12.5%"]);
}

#[test]
fn results_are_dots_on_the_way() {
    let page = Published::of(TestSite::fixture("three-years").build(&[])).page("plan/1-1.html");
    assert_eq!(attributes(&page, "#p1-t1 .way__result", "cx"), ["68.7%"]);
    assert_eq!(attributes(&page, "#p1-t2 .way__result", "cx"), ["98.0%", "98.7%"]);
    assert_eq!(all(&page, ".way-key .way__result").len(), 1);
}

#[test]
fn nothing_is_drawn_that_cannot_be_held_against_each_other() {
    let page = Published::koriyama().initiative("1-4-3");
    assert!(all(&page, ".way, .way-key").is_empty());
    assert!(text(only(&page, "#p1-t1")).contains("現況値は1年あたりの値"));
    assert!(text(only(&page, "#p1-t2")).contains("現況値は1年あたりの値"));
    assert!(all(&Published::koriyama().initiative("1-3-7"), ".way").is_empty());
}

#[test]
fn what_is_odd_about_a_target_is_said_beside_it() {
    let told =
        |id: &str, anchor: &str| text(only(&Published::koriyama().initiative(id), &format!("#{anchor}")));
    assert!(told("1-2-2", "p1-t1").contains("現況値がすでに目標値に達しています。"));
    assert!(told("1-2-3", "p1-t2").contains("目標値が現況値を下回っています。"));
    assert!(told("1-3-1", "p1-t1").contains("現況値なし"));
    assert!(told("1-3-1", "p1-t3").contains("数値目標なし"));
    let plain = told("1-2-3", "p1-t1");
    assert!(!plain.contains("達して") && !plain.contains("下回"), "{plain}");
}

#[test]
fn a_day_is_said_once_for_each_year() {
    let days = |page: &Html| attributes(page, "main time", "datetime");
    assert_eq!(days(&Published::koriyama().initiative("1-2-3")), ["2030-03-31"]);
    assert_eq!(days(&Published::koriyama().initiative("1-4-5")), ["2031-03-31"]);
    let site = TestSite::koriyama();
    site.replace("content/plan/1-dx/2-operations/3-kaizen.md", "50件/年間\n", "50件/年間\n    year: 2028\n");
    let page = site.build(&[]).page("plan/1-2-3.html");
    assert_eq!(days(&page), ["2029-03-31", "2030-03-31"]);
    let due = "2028（令和10）年度末（2029年3月31日）、2029（令和11）年度末（2030年3月31日）までの目標です。";
    assert!(main_text(&page).contains(due));
    assert!(
        text(only(&page, "#p1-t1")).contains("2028（令和10）年度末"),
        "where they differ each says its own"
    );
}

#[test]
fn every_action_and_target_has_a_link_that_names_it() {
    for id in ["1-1-1", "1-3-1", "1-4-4"] {
        let page = Published::koriyama().initiative(id);
        let rows = all(&page, "main th[id], main tbody[id], main .sentences > li[id]");
        assert!(rows.len() > 2);
        for row in rows {
            let link = inside(row, "a.here");
            assert_eq!(link.len(), 1, "{id}: {}", text(row));
            assert_eq!(link[0].attr("href"), Some(&*format!("#{}", row.attr("id").unwrap())));
            let (_, name) = text(link[0])
                .split_once('：')
                .map(|(word, name)| (word.to_owned(), name.to_owned()))
                .unwrap();
            assert!(text(row).contains(&name), "{id}: {name}");
        }
    }
}

#[test]
fn a_row_is_called_by_its_name_alone() {
    let page = Published::koriyama().initiative("1-3-1");
    let heads = all(&page, "main th[scope='row']");
    let names: Vec<_> = heads
        .iter()
        .map(|head| text(only(&page, &format!("[id='{}']", head.attr("aria-labelledby").unwrap()))))
        .collect();
    assert_eq!(names[0], "窓口におけるキャッシュレス決済の推進");
    assert!(names.iter().all(|name| !name.contains("リンク")), "{names:?}");
}

#[test]
fn a_picture_is_told_in_words() {
    let page = Published::koriyama().initiative("1-3-1");
    assert_eq!(
        attributes(&page, "main svg[role='img']", "aria-label"),
        ["図：現況値：327,617件、目標値：350,000件"]
    );
}

#[test]
fn whom_to_ask_stands_in_the_foot_of_every_page() {
    let site = Published::koriyama();
    for path in site.pages() {
        let ways = attributes(&site.page(path), "footer p a[href^='mailto:']", "href");
        assert_eq!(ways, ["mailto:keikaku@example.jp"], "{path}");
    }
}

#[test]
fn the_parts_of_an_initiative_are_listed_at_its_top() {
    let page = Published::koriyama().initiative("1-3-1");
    assert_eq!(attributes(&page, ".contents a", "href"), ["#p1", "#p2", "#p3", "#p4"]);
    assert_eq!(texts(&page, ".contents a"), texts(&page, "section.program > h2"));
    assert!(all(&Published::koriyama().initiative("1-3-2"), ".contents").is_empty());
}

#[test]
fn a_page_can_be_cited_asked_about_and_mended() {
    let page = Published::koriyama().initiative("1-3-1");
    let citation =
        "1-3-① デジタルファースト推進事業（郡山市 実施計画） https://plan.example.jp/plan/1-3-1.html";
    assert_eq!(texts(&page, ".citation"), [citation]);
    let mail = only(&page, "main a[href^='mailto:']").attr("href").unwrap();
    let subject = "1-3-%E2%91%A0%20%E3%83%87%E3%82%B8%E3%82%BF%E3%83%AB";
    assert!(mail.starts_with(&format!("mailto:keikaku@example.jp?subject={subject}")), "{mail}");
    assert!(mail.ends_with("%0D%0Ahttps%3A%2F%2Fplan.example.jp%2Fplan%2F1-3-1.html%0D%0A%0D%0A"), "{mail}");
    let edit = |path: &str| attributes(&Published::koriyama().page(path), "footer a[href*='/edit/']", "href");
    let below = |path: &str| [format!("https://git.example.jp/koriyama/plan/edit/main/content/{path}")];
    assert_eq!(edit("plan/1-3-1.html"), below("plan/1-dx/3-digital/1-digital-first.md"));
    assert_eq!(edit("plan/1-3.html"), below("plan/1-dx/3-digital/_index.md"));
    assert_eq!(edit("index.html"), below("plan/_index.md"));
    assert_eq!(edit("about.html"), below("pages/about.md"));
    assert!(edit("departments/index.html").is_empty(), "it is made of many files");
}

#[test]
fn a_form_is_filled_in() {
    let contact =
        "contact: {name: Office, form: \"https://form.example/?a={id}&t={title}&s={subject}&u={url}\"}\n";
    let page = town(contact).page("plan/1-1.html");
    let expected = "https://form.example/?a=1-1&t=Safe%20paths&s=About%201-1%20Safe%20paths\
                    &u=https%3A%2F%2Fplan.greenford.example%2Fplan%2F1-1.html";
    assert_eq!(attributes(&page, "main a[href^='https://form.example']", "href"), [expected]);
    let empty = "https://form.example/?a=&t=&s=&u=";
    assert_eq!(attributes(&page, "footer a[href^='https://form.example']", "href"), [empty]);
}

#[test]
fn paths_are_escaped_in_links_to_files() {
    let site = TestSite::fixture("minimal");
    let with = site.read("content/site.yaml") + "edit_url: https://git.example/edit\n";
    site.write("content/site.yaml", with).write("content/plan/2 図.md", "---\ntitle: 図\nnumber: 2\n---\n");
    let page = site.build(&[]).page("plan/2.html");
    assert_eq!(
        attributes(&page, "footer a[href*='/edit']", "href"),
        ["https://git.example/edit/content/plan/2%20%E5%9B%B3.md"]
    );
}

#[test]
fn without_contact_and_edit_url_nobody_is_promised_anything() {
    let page = town("").page("plan/1-1.html");
    assert!(!main_text(&page).contains("Questions") && !text(only(&page, "footer")).contains("Mend"));
    assert_eq!(
        texts(&page, ".citation"),
        ["1-1 Safe paths (Greenford Plan) https://plan.greenford.example/plan/1-1.html"]
    );
}

#[test]
fn a_page_in_english_says_all_of_it_in_english() {
    let site = town(
        "contact: {name: Planning Office, mail: plan@greenford.example}\nedit_url: https://git.example/\n",
    );
    let page = site.page("plan/1-1.html");
    let main = main_text(&page);
    for words in [
        "On this page",
        "Link to this action: Footpaths",
        "Link to this target: Length of paths",
        "end of FY2029 (31 March 2030)",
        "Write a mail to: Planning Office",
    ] {
        assert_eq!(main.contains(words), words != "On this page", "{words}: {main}");
    }
    assert_eq!(attributes(&page, "#p1-t1 .way__result", "cx"), ["67.3%"]);
    let foreign: Vec<_> =
        site.text("plan/1-1.html").chars().filter(|c| ('\u{2E80}'..='\u{FFEF}').contains(c)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

/// The marks of the picture in a row and where they stand.
fn places(page: &Html, row: &str) -> Vec<(String, String)> {
    let marks = all(page, &format!("{row} .way__target, {row} .way__baseline"));
    let place = |mark: &scraper::ElementRef| mark.attr("cx").or(mark.attr("x1")).unwrap().to_owned();
    marks.iter().map(|mark| (mark.attr("class").unwrap().to_owned(), place(mark))).collect()
}

fn owned((class, place): (&str, &str)) -> (String, String) {
    (class.to_owned(), place.to_owned())
}

#[test]
fn an_initiative_tells_when_and_why_it_was_changed() {
    let site = town("");
    let page = site.initiative("1-1");
    let days = attributes(&page, ".initiative dl time", "datetime");
    // The last change of all, then the history: of two on one day, in the order in which they were written.
    assert_eq!(days, ["2027-05-10", "2027-05-10", "2026-12-01"]);
    let told = texts(&page, ".initiative > .facts:last-child dd");
    let why = "Reason: The council decided so on 24 November, and <b>bold</b> & plain stay what they are.";
    assert_eq!(told[0], "The result of FY2026 was added.");
    assert_eq!(told[1], format!("The footpath along Mill Lane is part of the project.{why}"));
    assert_eq!(told[2], "The Roads Office is in charge.");

    let page = site.initiative("1-2");
    assert_eq!(attributes(&page, ".initiative dl time", "datetime"), ["2026-10-05"]);
    assert!(!main_text(&page).contains("History of changes"));
    let data: serde_json::Value = serde_json::from_str(site.text("data/plan.json")).unwrap();
    let [paths, park] = [0, 1].map(|at| &data["initiatives"][at]);
    assert_eq!((&paths["updated"], &park["updated"]), (&"2027-05-10".into(), &"2026-10-05".into()));
    assert_eq!(paths["changes"][0]["why"], serde_json::Value::Null);
    assert_eq!(paths["changes"][1]["what"], "The footpath along Mill Lane is part of the project.");
    assert_eq!(park["changes"], serde_json::json!([]));
}
