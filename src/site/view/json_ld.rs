//! What a page says of itself to programs: JSON-LD in the words of schema.org.
//!
//! An initiative is an `Action`: to schema.org a `Project` is an organization. What it is done by, and when, is the plan's; how far it is
//! is nothing that a plan knows.

use serde::Serialize;

use super::meta::PageMeta;
use crate::plan::{Initiative, Organization, Term};
use crate::site::facet::FacetKind;
use crate::site::{Address, Content, Page, Site};

/// All that is said on a page.
#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
enum Node<'a> {
    GovernmentOrganization(Box<Government<'a>>),
    WebPage {
        url: String,
        name: String,
        in_language: &'static str,
        about: Typed<Action<'a>>,
    },
    BreadcrumbList {
        item_list_element: Vec<Typed<ListItem>>,
    },
    Dataset {
        url: String,
        name: &'a str,
        description: String,
        in_language: &'static str,
        temporal_coverage: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_modified: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        license: Option<&'a str>,
        creator: Typed<Government<'a>>,
        distribution: Vec<Typed<DataDownload>>,
    },
}

/// Something in something else.
#[derive(Serialize)]
struct Typed<T> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    is: T,
}

/// The publisher, or one of its departments.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Government<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<Typed<PropertyValue<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_organization: Option<Typed<Box<Government<'a>>>>,
}

#[derive(Serialize)]
struct PropertyValue<'a> {
    #[serde(rename = "propertyID")]
    property: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Action<'a> {
    identifier: String,
    name: &'a str,
    description: &'a str,
    agent: Vec<Typed<Government<'a>>>,
    start_time: String,
    end_time: String,
}

#[derive(Serialize)]
struct ListItem {
    position: usize,
    name: String,
    /// `None` of the page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DataDownload {
    content_url: String,
    encoding_format: &'static str,
}

impl Site {
    /// What a page is, for programs: JSON that ends no script element before its time; `None` where nothing is said.
    pub(crate) fn json_ld(&self, page: &Page, meta: &PageMeta) -> Option<String> {
        let own = match page.content {
            Content::NotFound | Content::Redirect { .. } => return None,
            Content::Home => vec![Node::GovernmentOrganization(Box::new(self.city()))],
            Content::Data => vec![self.dataset()],
            Content::Initiative { index } => {
                vec![self.page_about(page, meta, &self.plan.initiatives[index])]
            }
            Content::Term { facet, term, number: 1 } => self.of_department(facet, term),
            _ => Vec::new(),
        };
        let graph: Vec<_> = own.into_iter().chain(self.breadcrumbs(meta)).collect();
        if graph.is_empty() {
            return None;
        }
        let json = serde_json::to_string(&Graph { context: "https://schema.org", graph }).ok()?;
        // Only texts hold the sign, with which alone `</script>` and `<!--` begin.
        Some(json.replace('<', "\\u003c"))
    }

    /// The plan as data, on the page about that and on no other.
    fn dataset(&self) -> Node<'_> {
        let plan = &self.plan;
        let offered = self.distributions.iter().filter(|it| it.is_offered());
        let download = offered.map(|it| DataDownload {
            content_url: self.base.of(&it.address),
            encoding_format: it.format.media_type(),
        });
        Node::Dataset {
            url: self.base.of(&Address::data_page()),
            name: &plan.title,
            description: self.about_home(),
            in_language: self.config.language.tag(),
            temporal_coverage: format!("{}/{}", plan.period.first.first_day(), plan.period.last.last_day()),
            date_modified: plan.updated().map(|day| day.to_string()),
            license: self.config.license_url(),
            creator: typed("GovernmentOrganization", self.city()),
            distribution: download.map(|it| typed("DataDownload", it)).collect(),
        }
    }

    /// The department of a page that is about one.
    fn of_department(&self, facet: usize, term: usize) -> Vec<Node<'_>> {
        let facet = &self.facets[facet];
        let slug = &facet.terms[term].slug;
        let mut departments = self.plan.departments.iter().filter(|_| facet.kind == FacetKind::Departments);
        let own = departments.find(|department| department.slug == *slug);
        own.map(|it| Node::GovernmentOrganization(Box::new(self.department(it)))).into_iter().collect()
    }

    fn page_about<'a>(&'a self, page: &Page, meta: &'a PageMeta, initiative: &'a Initiative) -> Node<'a> {
        let departments = initiative.all_departments();
        let mut agents: Vec<_> =
            departments.iter().map(|index| self.agent(&self.plan.departments[*index])).collect();
        if agents.is_empty() {
            agents.push(self.city());
        }
        let action = Action {
            identifier: initiative.id.to_string(),
            name: &initiative.title,
            description: &meta.description,
            agent: agents.into_iter().map(|it| typed("GovernmentOrganization", it)).collect(),
            start_time: self.plan.period.first.first_day().to_string(),
            end_time: self.plan.period.last.last_day().to_string(),
        };
        Node::WebPage {
            url: self.base.of(&page.address),
            name: labelled(meta.label.as_deref(), &meta.title),
            in_language: self.config.language.tag(),
            about: typed("Action", action),
        }
    }

    fn breadcrumbs(&self, meta: &PageMeta) -> Option<Node<'static>> {
        if meta.named.is_empty() {
            return None;
        }
        let above = meta.named.iter().map(|crumb| {
            let item = self.base.of(&Address::file(&crumb.href));
            (labelled(crumb.label.as_deref(), &crumb.title), Some(item))
        });
        let own = (labelled(meta.label.as_deref(), &meta.title), None);
        let items = (1..).zip(above.chain([own]));
        let items =
            items.map(|(position, (name, item))| typed("ListItem", ListItem { position, name, item }));
        Some(Node::BreadcrumbList { item_list_element: items.collect() })
    }

    /// The publisher.
    fn city(&self) -> Government<'_> {
        let Organization { name, code, url } = &self.plan.organization;
        let property = self.words.get("organization_code");
        let identifier =
            code.as_deref().map(|value| typed("PropertyValue", PropertyValue { property, value }));
        Government {
            id: format!("{}#organization", self.base),
            name,
            url: url.as_deref().cloned(),
            identifier,
            parent_organization: None,
        }
    }

    /// A department where it is named beside others; of the city it says no more than what it is called.
    fn agent<'a>(&'a self, term: &'a Term) -> Government<'a> {
        let city = Government { url: None, identifier: None, ..self.city() };
        self.in_city(term, city)
    }

    fn department<'a>(&'a self, term: &'a Term) -> Government<'a> {
        self.in_city(term, self.city())
    }

    fn in_city<'a>(&'a self, term: &'a Term, city: Government<'a>) -> Government<'a> {
        let url = self.base.of(&FacetKind::Departments.term_address(&term.slug));
        Government {
            id: format!("{url}#organization"),
            name: &term.name,
            url: Some(url),
            identifier: None,
            parent_organization: Some(typed("GovernmentOrganization", Box::new(city))),
        }
    }
}

fn typed<T>(kind: &'static str, is: T) -> Typed<T> {
    Typed { kind, is }
}

/// A title behind its number, if it has one.
fn labelled(label: Option<&str>, title: &str) -> String {
    label.map_or_else(|| title.to_owned(), |label| [label, " ", title].concat())
}
