//! Addresses by which a reader asks: a mail or a form in which the number and the title of what is asked about stand already.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::content::written::{Contact, Way};

/// What stands in a question before a reader has written anything: nothing, where it may be about anything.
#[derive(Default)]
pub(crate) struct Question<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    /// The whole address of the page.
    pub(crate) url: &'a str,
    pub(crate) subject: &'a str,
}

/// What a part of an address may hold as it is (RFC 3986, unreserved characters).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What the address of a mail may hold besides (RFC 6068).
const MAILBOX: &AsciiSet =
    &PLAIN.remove(b'@').remove(b'+').remove(b'!').remove(b'$').remove(b'\'').remove(b'*');

/// Where a link to ask about something leads.
pub(crate) fn href(contact: &Contact, question: &Question) -> String {
    let Question { id, title, url, subject } = *question;
    match &contact.way {
        Way::Mail(address) => {
            let to = utf8_percent_encode(address, MAILBOX);
            if subject.is_empty() {
                return format!("mailto:{to}");
            }
            let body = format!("{subject}\r\n{url}\r\n\r\n");
            format!("mailto:{to}?subject={}&body={}", plain(subject), plain(&body))
        }
        // No value holds a brace once its characters are escaped, so none is filled in twice.
        Way::Form(address) => [("id", id), ("title", title), ("url", url), ("subject", subject)]
            .iter()
            .fold(address.clone(), |form, (word, value)| form.replace(&format!("{{{word}}}"), &plain(value))),
    }
}

fn plain(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Located};

    fn check(way: Way, expected: &str) {
        let contact = Contact { name: Located::new("課".to_owned(), FileId::ALONE.place(0..0)), way };
        let question =
            Question { id: "1-2", title: "A & {id}", url: "https://x.example/1-2", subject: "1-2 か" };
        assert_eq!(href(&contact, &question), expected);
    }

    #[test]
    fn mails() {
        check(
            Way::Mail("a+b@example.jp".to_owned()),
            "mailto:a+b@example.jp?subject=1-2%20%E3%81%8B&body=1-2%20%E3%81%8B%0D%0Ahttps%3A%2F%2Fx.example%2F1-2%0D%0A%0D%0A",
        );
    }

    #[test]
    fn questions_about_anything_are_empty() {
        let ask = |way: Way| {
            let name = Located::new("課".to_owned(), FileId::ALONE.place(0..0));
            href(&Contact { name, way }, &Question::default())
        };
        assert_eq!(ask(Way::Mail("a+b@example.jp".to_owned())), "mailto:a+b@example.jp");
        let form = "https://form.example/?t={title}&i={id}";
        assert_eq!(ask(Way::Form(form.to_owned())), "https://form.example/?t=&i=");
    }

    #[test]
    fn forms() {
        let form = "https://form.example/?t={title}&i={id}&i={id}";
        check(Way::Form(form.to_owned()), "https://form.example/?t=A%20%26%20%7Bid%7D&i=1-2&i=1-2");
    }
}
