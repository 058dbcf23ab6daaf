//! The letter as it will look, whole: who writes, the text, why one gets it and the ways out. The same
//! frame stands around a letter that is sent.

use vault::Vault;
use web::App;

use super::run::Office;
use crate::{
    campaign::Revision,
    compose::{ends, frame, sender},
    letter::{Ends, text},
    topics::Choice,
};

/// What is shown instead of a person's own code.
const CODE: &str = "…";

/// A letter on a page of the office.
pub(super) struct Shown {
    /// Who writes.
    pub from: String,
    /// Subject line.
    pub subject: String,
    /// Made by our own renderer of Markdown: no HTML of anybody's gets through it.
    pub html: String,
    /// Why one gets it.
    pub why: String,
    /// The words of the ways out; they lead nowhere here.
    pub ends: Vec<String>,
    /// Who is behind it and where.
    pub whom: Vec<String>,
    /// The plain-text part.
    pub text: String,
}

/// What there is to be shown.
pub(super) struct Written<'a> {
    pub choice: Option<Choice>,
    pub lang: web::Lang,
    /// Its place in the archive, if it is to stand there; 0 for one that has none yet.
    pub shelf: Option<i64>,
    pub subject: &'a str,
    pub text: &'a str,
}

/// The letter inside a page that has headings of its own: its headings stand two steps lower there.
fn within_a_page(letter: &str) -> String {
    let mut html = letter.to_owned();
    for (from, to) in [("h2", "h4"), ("h1", "h3")] {
        html = html.replace(&format!("<{from}"), &format!("<{to}"));
        html = html.replace(&format!("</{from}>"), &format!("</{to}>"));
    }
    html
}

/// The letter as it will look; `None` when the declaration knows no such topic.
pub(super) fn shown(app: &App, vault: &Vault, written: &Written<'_>) -> Option<Shown> {
    let choice = written.choice?;
    let declaration = vault.declaration();
    let controller = declaration.controller(choice.controller)?;
    let revision = Revision {
        number: 0,
        subject: written.subject.to_owned(),
        body: written.text.to_owned(),
    };
    let topic = choice.name(&declaration, written.lang);
    let frame = frame(app, controller, &topic, written.lang, &revision);
    let office = app.service::<Office>().ok();
    let (name, address) = office.and_then(Office::mail).map_or_else(
        || (controller.name.clone(), controller.email.clone()),
        |mail| sender(mail, controller),
    );
    let links = ends(app, written.lang, written.shelf, CODE);
    Some(Shown {
        from: format!("{name} <{address}>"),
        html: within_a_page(&frame.written.html),
        text: text(
            &frame,
            &Ends {
                links: &links,
                why: None,
            },
        ),
        ends: links.into_iter().map(|(words, _)| words).collect(),
        subject: frame.subject,
        why: frame.why,
        whom: frame.from_whom,
    })
}
