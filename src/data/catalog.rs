//! `data/catalog.jsonld`: a catalogue of the plan as data, for portals that gather such: DCAT-AP 3 as JSON-LD.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;

use crate::date;
use crate::plan::Organization;
use crate::site::address::CATALOG;
use crate::site::distribution::Distribution;
use crate::site::{Address, Site};

/// What the prefixes of the keys stand for.
const PREFIXES: [(&str, &str); 4] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Media types by their addresses.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// Languages as the Publications Office of the European Union has them, which the profile asks for.
const LANGUAGES: [(&str, &str); 2] = [
    ("ja", "http://publications.europa.eu/resource/authority/language/JPN"),
    ("en", "http://publications.europa.eu/resource/authority/language/ENG"),
];

#[derive(Serialize)]
struct Catalog<'a> {
    #[serde(rename = "@context")]
    context: BTreeMap<&'static str, &'static str>,
    #[serde(flatten)]
    about: About<'a>,
    #[serde(rename = "dct:publisher")]
    publisher: Publisher<'a>,
    #[serde(rename = "dcat:dataset")]
    dataset: Dataset<'a>,
}

/// What is said of the catalogue and of what is in it.
#[derive(Serialize)]
struct About<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dct:title")]
    title: Text<'a>,
    #[serde(rename = "dct:description")]
    description: Text<'a>,
    #[serde(rename = "dct:language", skip_serializing_if = "Option::is_none")]
    language: Option<Id>,
    #[serde(rename = "foaf:homepage", skip_serializing_if = "Option::is_none")]
    homepage: Option<Id>,
}

#[derive(Serialize)]
struct Dataset<'a> {
    #[serde(flatten)]
    about: About<'a>,
    #[serde(rename = "dct:identifier")]
    identifier: String,
    #[serde(rename = "dct:publisher")]
    publisher: Id,
    #[serde(rename = "dcat:landingPage")]
    landing_page: Id,
    #[serde(rename = "dct:temporal")]
    temporal: Temporal,
    #[serde(rename = "dct:modified", skip_serializing_if = "Option::is_none")]
    modified: Option<Date>,
    #[serde(rename = "dcat:distribution")]
    distribution: Vec<Offered<'a>>,
}

#[derive(Serialize)]
struct Publisher<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "foaf:name")]
    name: Text<'a>,
    #[serde(rename = "foaf:homepage", skip_serializing_if = "Option::is_none")]
    homepage: Option<Id>,
}

#[derive(Serialize)]
struct Temporal {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dcat:startDate")]
    start: Date,
    #[serde(rename = "dcat:endDate")]
    end: Date,
}

#[derive(Serialize)]
struct Offered<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dct:title")]
    title: Text<'a>,
    #[serde(rename = "dcat:accessURL")]
    access: Id,
    #[serde(rename = "dcat:downloadURL")]
    download: Id,
    #[serde(rename = "dcat:mediaType")]
    media_type: Id,
    #[serde(rename = "dct:license", skip_serializing_if = "Option::is_none")]
    license: Option<License<'a>>,
    #[serde(rename = "dct:conformsTo", skip_serializing_if = "Option::is_none")]
    conforms: Option<Id>,
}

/// The conditions of use, wherever they stand.
#[derive(Serialize)]
struct License<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    kind: &'static str,
}

/// What stands at an address.
#[derive(Serialize)]
struct Id {
    #[serde(rename = "@id")]
    id: String,
}

/// Words of the site's language.
#[derive(Serialize)]
struct Text<'a> {
    #[serde(rename = "@value")]
    value: &'a str,
    #[serde(rename = "@language")]
    language: &'static str,
}

#[derive(Serialize)]
struct Date {
    #[serde(rename = "@value")]
    value: String,
    #[serde(rename = "@type")]
    kind: &'static str,
}

/// Writes the catalogue of a site.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn catalog(site: &Site, to: &mut dyn Write) -> anyhow::Result<()> {
    let description = site.about_home();
    let city = format!("{}#organization", site.base);
    let catalog = Catalog {
        context: PREFIXES.into_iter().collect(),
        about: about(site, "dcat:Catalog", "catalog", &description),
        publisher: publisher(site, city.clone()),
        dataset: Dataset {
            about: About { homepage: None, ..about(site, "dcat:Dataset", "plan", &description) },
            identifier: site.base.of(&Address::home()),
            publisher: Id { id: city },
            landing_page: Id { id: site.base.of(&Address::data_page()) },
            temporal: temporal(site),
            modified: site.plan.updated().map(date),
            distribution: site
                .distributions
                .iter()
                .filter(|it| it.is_offered())
                .map(|it| offered(site, it))
                .collect(),
        },
    };
    serde_json::to_writer_pretty(&mut *to, &catalog)?;
    Ok(to.write_all(b"\n")?)
}

/// The catalogue has nothing but the plan, and its title and description.
fn about<'a>(site: &'a Site, kind: &'static str, part: &str, description: &'a str) -> About<'a> {
    let tag = site.config.language.tag();
    let language = LANGUAGES.iter().find(|(known, _)| *known == tag);
    About {
        id: format!("{}#{part}", site.base.of(&Address::file(CATALOG))),
        kind,
        title: text(site, &site.plan.title),
        description: text(site, description),
        language: language.map(|(_, id)| Id { id: (*id).to_owned() }),
        homepage: Some(Id { id: site.base.of(&Address::home()) }),
    }
}

fn publisher(site: &Site, id: String) -> Publisher<'_> {
    let Organization { name, url, .. } = &site.plan.organization;
    let homepage = url.as_deref().map(|url| Id { id: url.clone() });
    Publisher { id, kind: "foaf:Agent", name: text(site, name), homepage }
}

fn temporal(site: &Site) -> Temporal {
    let plan = &site.plan;
    Temporal {
        kind: "dct:PeriodOfTime",
        start: date(plan.period.first.first_day()),
        end: date(plan.period.last.last_day()),
    }
}

fn date(day: date::Date) -> Date {
    Date { value: day.to_string(), kind: "xsd:date" }
}

fn offered<'a>(site: &'a Site, it: &'a Distribution) -> Offered<'a> {
    let url = || Id { id: site.base.of(&it.address) };
    Offered {
        id: format!("{}#distribution", url().id),
        kind: "dcat:Distribution",
        title: text(site, it.address.name()),
        access: url(),
        download: url(),
        media_type: Id { id: [MEDIA_TYPES, it.format.media_type()].concat() },
        license: site.config.license_url().map(|id| License { id, kind: "dct:LicenseDocument" }),
        conforms: it.format.schema().map(|address| Id { id: site.base.of(&Address::file(address)) }),
    }
}

fn text<'a>(site: &Site, value: &'a str) -> Text<'a> {
    Text { value, language: site.config.language.tag() }
}
