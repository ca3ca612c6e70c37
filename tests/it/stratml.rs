//! `data/plan.stratml.xml`: the rules of Strategy Markup Language, Part 2, in words of our own, as its schema has no licence; and
//! that it says what `data/plan.json` says.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::published::Published;
use crate::site::TestSite;

const FILE: &str = "data/plan.stratml.xml";

/// What may stand in an element, in this order: `?` once or not, `*` any number, `+` at least one, else exactly once.
const MODEL: [(&str, &str); 14] = [
    (
        "PerformancePlanOrReport",
        "Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation? Submitter?",
    ),
    ("StrategicPlanCore", "Organization* Vision? Mission? Value* Goal+"),
    ("Organization", "Name? Acronym? Identifier? Description? Stakeholder*"),
    ("Goal", "Name Description Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*"),
    (
        "Objective",
        "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation? PerformanceIndicator*",
    ),
    ("Stakeholder", "Name Description? Role*"),
    ("Role", "Name Description? RoleType*"),
    (
        "PerformanceIndicator",
        "SequenceIndicator? MeasurementDimension UnitOfMeasurement Identifier? Relationship* MeasurementInstance* OtherInformation?",
    ),
    ("MeasurementInstance", "TargetResult* ActualResult*"),
    ("TargetResult", "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"),
    ("ActualResult", "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"),
    ("Descriptor", "DescriptorName? DescriptorValue?"),
    ("AdministrativeInformation", "Identifier? StartDate? EndDate? PublicationDate? Source?"),
    ("Submitter", "GivenName? Surname? PhoneNumber? EmailAddress?"),
];

/// The attributes of an element, and the words of which each has to be one.
const ATTRIBUTES: [(&str, &str, &[&str]); 4] = [
    ("PerformancePlanOrReport", "Type", &["Strategic_Plan", "Performance_Plan", "Performance_Report"]),
    ("Stakeholder", "StakeholderTypeType", &["Person", "Organization", "Generic_Group"]),
    ("PerformanceIndicator", "PerformanceIndicatorType", &["Quantitative", "Qualitative"]),
    (
        "PerformanceIndicator",
        "ValueChainStage",
        &["Outcome", "Output_Processing", "Output", "Input_Processing", "Input"],
    ),
];

/// An element as it was read.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    inner: Vec<Element>,
}

impl Element {
    fn new(start: &BytesStart) -> Self {
        let attributes = start.attributes().map(Result::unwrap);
        let attributes = attributes.map(|it| (it.key.as_ref().to_owned(), it.value.to_string()));
        Self { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// All elements of a name below it, in their order.
    fn all(&self, name: &str) -> Vec<&Element> {
        let below = self.inner.iter().flat_map(|inner| {
            let own = (inner.name == name).then_some(inner);
            own.into_iter().chain(inner.all(name))
        });
        below.collect()
    }

    /// The text of a child, if there is that.
    fn said(&self, name: &str) -> Option<&str> {
        Some(self.inner.iter().find(|inner| inner.name == name)?.text.as_str())
    }
}

fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        let closed = match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(Element::new(&start));
                continue;
            }
            Event::Empty(start) => Element::new(&start),
            Event::Text(text) => {
                open.last_mut().unwrap().text.push_str(&text);
                continue;
            }
            Event::GeneralRef(reference) => {
                let named = format!("&{};", &*reference);
                open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&named).unwrap());
                continue;
            }
            Event::End(_) => open.pop().unwrap(),
            Event::Eof => break,
            _ => continue,
        };
        open.last_mut().unwrap().inner.push(closed);
    }
    open.pop().unwrap().inner.pop().unwrap()
}

/// All that is wrong with a file.
fn flaws(xml: &str) -> Vec<String> {
    let root = parse(xml);
    let mut flaws = Vec::new();
    let namespace = ("xmlns".to_owned(), "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport".to_owned());
    if root.name != "PerformancePlanOrReport" || !root.attributes.contains(&namespace) {
        flaws.push("another root".to_owned());
    }
    if !root.attributes.iter().any(|(name, _)| name == "Type") {
        flaws.push("no type".to_owned());
    }
    check(&root, &mut BTreeSet::new(), &mut flaws);
    flaws
}

fn check(element: &Element, ids: &mut BTreeSet<String>, flaws: &mut Vec<String>) {
    let Element { name, attributes, text, inner } = element;
    for (key, value) in attributes.iter().filter(|(key, _)| key != "xmlns") {
        let known = ATTRIBUTES.iter().find(|(of, known, _)| of == name && known == key);
        if !known.is_some_and(|(_, _, words)| words.contains(&value.as_str())) {
            flaws.push(format!("{name}: {key}={value}"));
        }
    }
    match MODEL.iter().find(|(known, _)| known == name) {
        Some((_, model)) => check_order(name, model, inner, flaws),
        None if !inner.is_empty() => flaws.push(format!("{name} has elements in it")),
        None => {}
    }
    let is_fine = match name.as_str() {
        "Identifier" => is_id(text) && ids.insert(text.clone()),
        "StartDate" | "EndDate" | "PublicationDate" => text.is_empty() || is_date(text),
        "NumberOfUnits" => text.is_empty() || is_decimal(text),
        "RoleType" => ["Performer", "Beneficiary"].contains(&text.as_str()),
        "Source" => text.starts_with("http") && !text.contains(char::is_whitespace),
        _ => true,
    };
    if !is_fine {
        flaws.push(format!("{name}: {text:?}"));
    }
    for inner in inner {
        check(inner, ids, flaws);
    }
}

fn check_order(name: &str, model: &str, inner: &[Element], flaws: &mut Vec<String>) {
    let mut rest = inner;
    for step in model.split(' ') {
        let child = step.trim_end_matches(['?', '*', '+']);
        let count = rest.iter().take_while(|it| it.name == child).count();
        let (least, most) = match step.strip_prefix(child) {
            Some("?") => (0, 1),
            Some("*") => (0, usize::MAX),
            Some("+") => (1, usize::MAX),
            _ => (1, 1),
        };
        if count < least || count > most {
            flaws.push(format!("{name}: {count} of {child}"));
        }
        rest = &rest[count..];
    }
    if let Some(left) = rest.first() {
        flaws.push(format!("{name}: {} is out of order", left.name));
    }
}

/// A name as XML has it; those of other scripts are not asked for.
fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let is_number = |part: &&str, digits| part.len() == digits && part.bytes().all(|it| it.is_ascii_digit());
    matches!(&parts[..], [year, month, day] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()))
}

/// Holds a site's file to the rules, and to what its `data/plan.json` says.
fn check_site(site: &Published, name: &str) {
    let xml = site.text(FILE);
    assert_eq!(flaws(xml), [""; 0], "{name}");
    let root = parse(xml);
    let plan: Value = serde_json::from_str(site.text("data/plan.json")).unwrap();
    let initiatives = plan["initiatives"].as_array().unwrap();
    let mut objectives = root.all("Objective").into_iter();
    for initiative in initiatives {
        let id = initiative["id"].as_str().unwrap();
        let programs = initiative["programs"].as_array().unwrap();
        let is_one = programs.len() == 1 && programs[0]["name"] == initiative["title"];
        let whole = objectives.next().unwrap();
        assert_eq!(whole.said("Name"), initiative["title"].as_str(), "{name} {id}");
        assert_eq!(whole.said("Identifier"), Some(format!("_i{id}").as_str()), "{name}");
        check_departments(whole, &initiative["departments"]);
        for program in programs {
            let own = if is_one { whole } else { objectives.next().unwrap() };
            assert!(own.said("Name").unwrap().ends_with(program["name"].as_str().unwrap()), "{name} {id}");
            check_departments(own, &program["departments"]);
            check_indicators(own, program);
        }
    }
    assert!(objectives.next().is_none(), "{name}");
}

fn check_departments(objective: &Element, departments: &Value) {
    let found: Vec<_> = objective.all("Stakeholder").iter().filter_map(|it| it.said("Name")).collect();
    assert_eq!(serde_json::json!(found), *departments);
}

fn check_indicators(objective: &Element, program: &Value) {
    let (targets, actions) = (program["targets"].as_array().unwrap(), program["actions"].as_array().unwrap());
    let indicators = objective.all("PerformanceIndicator");
    assert_eq!(indicators.len(), targets.len() + actions.len());
    for (indicator, target) in indicators.iter().zip(targets) {
        let of = target["name"].as_str().or(target["text"].as_str());
        assert_eq!(indicator.said("MeasurementDimension"), of);
        let values = [&target["target"]].into_iter().filter(|it| !it.is_null());
        check_values(indicator, "TargetResult", &values.collect::<Vec<_>>(), of);
        let baseline = [&target["baseline"]].into_iter().filter(|it| !it.is_null());
        let actual = baseline.chain(target["results"].as_array().unwrap());
        check_values(indicator, "ActualResult", &actual.collect::<Vec<_>>(), None);
    }
    for (indicator, action) in indicators[targets.len()..].iter().zip(actions) {
        let phases: Vec<_> =
            indicator.all("TargetResult").iter().filter_map(|it| it.said("Description")).collect();
        let expected: Vec<_> =
            action["schedule"].as_array().unwrap().iter().map(|bar| &bar["text"]).collect();
        assert_eq!(serde_json::json!(phases), serde_json::json!(expected));
        assert!(indicator.said("MeasurementDimension").unwrap().ends_with(action["name"].as_str().unwrap()));
    }
}

/// `sentence`: what stands there where nothing is measured.
fn check_values(indicator: &Element, name: &str, values: &[&Value], sentence: Option<&str>) {
    let found = indicator.all(name);
    if let (Some(sentence), [], [only]) = (sentence, values, &found[..]) {
        assert_eq!(only.said("Description"), Some(sentence));
        return;
    }
    assert_eq!(found.len(), values.len());
    for (found, value) in found.iter().zip(values) {
        assert_eq!(found.said("Description"), value["text"].as_str());
        let number = found.said("NumberOfUnits").map(|it| it.parse::<f64>().unwrap());
        let has_its_unit =
            value["unit"].as_str().unwrap_or_default() == indicator.said("UnitOfMeasurement").unwrap();
        assert_eq!(number, value["number"].as_f64().filter(|_| has_its_unit), "{value}");
        let comparator = found.all("DescriptorValue").first().map(|it| it.text.as_str());
        assert_eq!(comparator, number.and(value["comparator"].as_str()));
    }
}

#[test]
fn every_plan_is_what_the_standard_asks_for() {
    check_site(Published::koriyama(), "koriyama");
    for fixture in ["english", "minimal", "one-level", "three-years"] {
        check_site(&Published::of(TestSite::fixture(fixture).build(&[])), fixture);
    }
}

#[test]
fn what_no_plan_may_be_is_told() {
    let xml = Published::koriyama().text(FILE);
    for (from, to) in [
        ("<Identifier>_i1-1-1</", "<Identifier>1-1-1</"),
        ("<Identifier>_i1-1-1</", "<Identifier>_i1-1-2</"),
        ("<NumberOfUnits>", "<NumberOfUnits>2,"),
        ("<StartDate>2026-04-01</", "<StartDate>2026年</"),
        ("Type=\"Performance_Plan\"", "Type=\"Plan\""),
        (" Type=\"Performance_Plan\"", ""),
        ("tech:xsd:PerformancePlanOrReport", "tech:xsd:stratml_core"),
        ("<RoleType>Performer</", "<RoleType>所管課</"),
        ("<MeasurementDimension>", "<OtherInformation>a</OtherInformation><MeasurementDimension>"),
        ("<StrategicPlanCore>", "<StrategicPlanCore><Goal><Name>a</Name></Goal>"),
        ("<Organization>", "<Organization><Title>a</Title>"),
    ] {
        assert!(xml.contains(from), "{from}");
        assert!(!flaws(&xml.replacen(from, to, 1)).is_empty(), "{from}: {to}");
    }
}

#[test]
fn signs_of_xml_in_a_plan_are_text() {
    let site = TestSite::fixture("minimal");
    site.replace("content/site.yaml", "まちづくり計画", "A & <B> \"C\" ]]>");
    let site = Published::of(site.build(&[]));
    check_site(&site, "signs");
    assert_eq!(parse(site.text(FILE)).said("Name"), Some("A & <B> \"C\" ]]>"));
}
