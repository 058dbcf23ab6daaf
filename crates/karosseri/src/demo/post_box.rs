//! The demo's mailbox: what the house has sent, to read in the browser. It lies in memory and is gone
//! with the process.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use letters::testing::{MailServer, Received};
use web::{App, Error, Page, html};

/// The mailbox, if the demo runs one.
#[derive(Clone, Default)]
pub struct PostBox(Option<Arc<MailServer>>);

impl PostBox {
    /// A mailbox on a running mail server.
    #[must_use]
    pub fn on(server: Option<MailServer>) -> Self {
        Self(server.map(Arc::new))
    }

    fn letters(&self) -> Vec<Received> {
        self.0
            .as_ref()
            .map(|server| server.taken())
            .unwrap_or_default()
    }
}

/// A letter as the page shows it.
struct Shown {
    number: usize,
    to: String,
    subject: String,
    /// Lines of the text, in pieces; an address of this house is a link.
    lines: Vec<Vec<(String, bool)>>,
}

#[derive(Template)]
#[template(path = "demo_post.html")]
struct Box_ {
    page: Page,
    letters: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "demo_letter.html")]
struct One {
    page: Page,
    letter: Shown,
}

/// The list, newest first.
///
/// # Errors
/// Not found outside the demo.
pub async fn show(State(app): State<App>, page: Page) -> Result<Response, Error> {
    let taken = super::post_box(&app)?.letters();
    let base = &app.settings.base_url;
    let letters = taken
        .iter()
        .enumerate()
        .rev()
        .map(|(n, letter)| read(n, letter, base));
    html(&Box_ {
        page,
        letters: letters.collect(),
    })
}

/// One letter.
///
/// # Errors
/// Not found outside the demo, or when there is no such letter.
pub async fn one(
    State(app): State<App>,
    page: Page,
    Path(number): Path<usize>,
) -> Result<Response, Error> {
    let taken = super::post_box(&app)?.letters();
    let letter = taken.get(number).ok_or(Error::NotFound)?;
    html(&One {
        page,
        letter: read(number, letter, &app.settings.base_url),
    })
}

fn read(number: usize, letter: &Received, base_url: &str) -> Shown {
    let parsed = mailparse::parse_mail(letter.raw.as_bytes()).ok();
    let subject = parsed.as_ref().and_then(|mail| {
        mail.headers
            .iter()
            .find(|h| h.get_key_ref().eq_ignore_ascii_case("subject"))
    });
    let text = parsed.as_ref().and_then(plain_text).unwrap_or_default();
    let lines = text.lines().map(|line| pieces(line, base_url));
    Shown {
        number,
        to: letter.to.clone(),
        subject: subject
            .map(mailparse::MailHeader::get_value)
            .unwrap_or_default(),
        lines: lines.collect(),
    }
}

/// A line in pieces, addresses of this house apart.
fn pieces(line: &str, base_url: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(base_url) {
        let (before, from) = rest.split_at(at);
        let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"');
        let (address, after) = from.split_at(from.find(ends).unwrap_or(from.len()));
        found.push((before.to_owned(), false));
        found.push((address.to_owned(), true));
        rest = after;
    }
    found.push((rest.to_owned(), false));
    found.retain(|(text, _)| !text.is_empty());
    found
}

/// The plain text of a letter, wherever it stands among the parts.
fn plain_text(mail: &mailparse::ParsedMail<'_>) -> Option<String> {
    if mail.subparts.is_empty() {
        return (mail.ctype.mimetype == "text/plain")
            .then(|| mail.get_body().ok())
            .flatten();
    }
    mail.subparts.iter().find_map(plain_text)
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn an_address_is_a_link_wherever_it_stands() {
        let base = "http://localhost:1";
        let of = |line| {
            let all = pieces(line, base).into_iter();
            all.map(|(text, is_link)| if is_link { format!("[{text}]") } else { text })
                .collect::<String>()
        };
        for (line, shown) in [
            ("", ""),
            ("http://localhost:1/a", "[http://localhost:1/a]"),
            (
                "ja (http://localhost:1/a) nei",
                "ja ([http://localhost:1/a]) nei",
            ),
            ("http://other:1/a", "http://other:1/a"),
        ] {
            assert_eq!(of(line), shown);
        }
    }
}
