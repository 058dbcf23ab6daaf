//! What lies in this slice's own tables about a person, for their copy: which newsletters they were on
//! the list of and how it went, which deadlines they were reminded of, and what of that they want no more.

use customers::{Aside, Beside, Cell};
use declaration::Declaration;
use store::{Db, Row, StoreError};
use values::{Moment, SubjectId};
use vault::{CustomerLine, CustomerWord, ServiceMessage, Vault};
use web::{App, Later, Page};

use crate::queue::sql;

/// Newsletters and reminders.
pub struct NewsletterBeside;

struct Letter {
    subject: String,
    state: &'static str,
    sent_at: Option<Moment>,
}

fn letter(row: &Row) -> Result<Letter, StoreError> {
    let state = row.text("state")?;
    let known = ["sent", "failed", "skipped", "unsure"].into_iter();
    Ok(Letter {
        subject: row.text("subject")?.to_owned(),
        state: known
            .into_iter()
            .find(|word| *word == state)
            .unwrap_or("pending"),
        sent_at: row.opt_i64("sent_at")?.map(Moment::from_millis),
    })
}

fn state_words(state: &str) -> &'static str {
    match state {
        "sent" => "newsletter-sent",
        "failed" => "newsletter-failed",
        "unsure" => "newsletter-unsure",
        "skipped" => "beside-newsletter-skipped",
        _ => "newsletter-waiting",
    }
}

fn letters(page: &Page, all: Vec<Letter>) -> Aside {
    let row = |one: Letter| {
        let state = page.t.s(state_words(one.state)).to_owned();
        vec![
            Cell::Text(one.subject),
            Cell::Word(one.state, state),
            Cell::maybe_at(one.sent_at),
        ]
    };
    Aside {
        name: "newsletters",
        title: page.t.s("beside-newsletters").to_owned(),
        lead: page.t.s("beside-newsletters-lead").to_owned(),
        columns: vec![
            ("subject", page.t.s("newsletter-subject").to_owned()),
            ("state", page.t.s("beside-newsletter-state").to_owned()),
            ("sent_at", page.t.s("newsletter-sent").to_owned()),
        ],
        rows: all.into_iter().map(row).collect(),
        calendar: None,
        portable: false,
    }
}

fn reminders(page: &Page, all: Vec<(String, Moment)>) -> Aside {
    let row = |(due, made): (String, Moment)| vec![Cell::Text(due), Cell::At(made)];
    Aside {
        name: "reminders",
        title: page.t.s("beside-reminders").to_owned(),
        lead: page.t.s("beside-reminders-lead").to_owned(),
        columns: vec![
            ("due_on", page.t.s("beside-reminders-due").to_owned()),
            ("made_at", page.t.s("newsletter-sent").to_owned()),
        ],
        rows: all.into_iter().map(row).collect(),
        calendar: None,
        portable: false,
    }
}

/// That a no was offered, that it was said, and that something was bought.
fn as_customer(page: &Page, declaration: &Declaration, lines: &[CustomerLine]) -> Aside {
    let row = |line: &CustomerLine| {
        let controller = declaration.controller(line.controller);
        let controller = controller.map_or_else(String::new, |one| one.name.clone());
        let key = match line.word {
            CustomerWord::Offered => "beside-customer-offered",
            CustomerWord::No => "beside-customer-no",
            CustomerWord::Sold => "beside-customer-sold",
        };
        let word = Cell::Word(line.word.as_str(), page.t.s(key).to_owned());
        vec![Cell::Text(controller), word, Cell::At(line.at)]
    };
    let label = |key: &str| page.t.s(key).to_owned();
    Aside {
        name: "as_customer",
        title: label("beside-customer"),
        lead: label("beside-customer-lead"),
        columns: vec![
            ("controller", label("beside-customer-controller")),
            ("word", label("beside-customer-word")),
            ("at", label("beside-customer-at")),
        ],
        rows: lines.iter().map(row).collect(),
        calendar: None,
        portable: false,
    }
}

/// What of the messages about their vehicle they want no more, and since when.
fn service(page: &Page, noes: &[(ServiceMessage, Moment)]) -> Aside {
    let row = |(kind, at): &(ServiceMessage, Moment)| {
        let title = page.t.s(customers::service_title(*kind)).to_owned();
        vec![Cell::Word(kind.as_str(), title), Cell::At(*at)]
    };
    let label = |key: &str| page.t.s(key).to_owned();
    Aside {
        name: "service_noes",
        title: label("beside-service-no"),
        lead: label("beside-service-no-lead"),
        columns: vec![
            ("kind", label("beside-service-no-kind")),
            ("at", label("beside-customer-at")),
        ],
        rows: noes.iter().map(row).collect(),
        calendar: None,
        portable: false,
    }
}

impl Beside for NewsletterBeside {
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let read = move |db: &mut dyn Db| {
                let all = db.all(&sql::OF_PERSON, &[who.get().into()])?;
                let all = all.iter().map(letter).collect::<Result<Vec<_>, _>>()?;
                let told = db.all(&sql::REMINDED, &[who.get().into()])?;
                let told = told.iter().map(|row| {
                    let made = Moment::from_millis(row.i64("made_at")?);
                    Ok((row.text("due_on")?.to_owned(), made))
                });
                Ok((all, told.collect::<Result<Vec<_>, StoreError>>()?))
            };
            let (all, told) = vault.store().read_long(read).await?;
            let bought = vault.customer_lines(who).await?;
            let bought = as_customer(page, &vault.declaration(), &bought);
            let noes = service(page, &vault.service_noes_since(who).await?);
            let mut asides = vec![letters(page, all), bought, reminders(page, told), noes];
            asides.retain(|one| !one.rows.is_empty());
            Ok(asides)
        })
    }
}
