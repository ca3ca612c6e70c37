//! Whom readers can ask: about an initiative, or about anything.

use serde::Serialize;

use crate::content::written::Way;
use crate::plan::Initiative;
use crate::site::contact::{self, Question};
use crate::site::{Address, Site};

/// Who answers, and where.
#[derive(Debug, Serialize)]
pub(crate) struct ContactView {
    pub(crate) name: String,
    /// Of a mail or a form; a whole address. About an initiative its number and its title stand in it already.
    pub(crate) href: String,
    /// Whether it is a mail.
    pub(crate) mail: bool,
}

impl Site {
    /// Whom to ask about anything: in the foot of every page.
    pub(super) fn contact(&self) -> Option<ContactView> {
        self.contact_about(&Question::default())
    }

    pub(super) fn contact_about_initiative(&self, initiative: &Initiative) -> Option<ContactView> {
        self.config.contact.as_ref()?;
        let (id, label) = (initiative.id.to_string(), self.label(&initiative.id));
        let subject = self.words.filled("question", &[("id", &label), ("title", &initiative.title)]);
        let url = self.base.of(&Address::in_plan(&initiative.id));
        self.contact_about(&Question { id: &id, title: &initiative.title, url: &url, subject: &subject })
    }

    fn contact_about(&self, question: &Question) -> Option<ContactView> {
        let contact = self.config.contact.as_ref()?;
        Some(ContactView {
            name: contact.name.value.clone(),
            href: contact::href(contact, question),
            mail: matches!(contact.way, Way::Mail(_)),
        })
    }
}
