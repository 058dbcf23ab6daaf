//! Tonight's sweep: what goes and why, what the last one did, and what it asks.

use axum::{extract::Path, response::Response};
use declaration::vocabulary::Category;
use vault::{Doubt, Due, Vault};
use web::{Colleague, Error, Page, Service, Signed, html};

use super::holds::Nothing;
use crate::{erasure::deferred, held::explain::reason_said, words};

/// How many lines the page shows.
const SHOWN: i64 = 500;

/// A strand that goes tonight.
struct Going {
    strand: i64,
    name: String,
    /// A person, a vehicle, a member of staff: a key of the texts.
    kind: &'static str,
    why: String,
    law: String,
    since: values::Moment,
}

#[derive(askama::Template)]
#[template(path = "sweep.html")]
struct Sweep {
    page: Page,
    last: Option<(values::Moment, i64, i64)>,
    doubt: Option<Doubt>,
    going: Vec<Going>,
    /// How many of each category.
    counts: Vec<(String, usize)>,
    all: i64,
    waiting: i64,
}

impl Sweep {
    fn question(&self, doubt: &Doubt) -> String {
        let last = self.page.at(doubt.last);
        let key = match doubt.why {
            vault::Why::Ahead => "rights-sweep-asks-ahead",
            vault::Why::Behind => "rights-sweep-asks-behind",
            vault::Why::Much => "rights-sweep-asks-much",
            vault::Why::Astray => "rights-sweep-asks-astray",
        };
        self.page.t.f(
            key,
            &[
                ("last", &last),
                ("due", &doubt.due),
                ("alive", &doubt.alive),
            ],
        )
    }

    /// Whether there is more than the page shows.
    fn cut(&self) -> bool {
        self.all > SHOWN
    }

    fn confirmed(&self, doubt: &Doubt) -> bool {
        doubt.confirmed(self.page.now())
    }

    const fn may_confirm(doubt: &Doubt) -> bool {
        doubt.confirmed_at.is_none()
    }
}

/// What a category is about, without a name.
const fn kind(category: Category) -> &'static str {
    match category {
        Category::Staff => "rights-sweep-kind-staff",
        one if one.is_of_vehicle() => "rights-sweep-kind-vehicle",
        _ => "rights-sweep-kind-person",
    }
}

/// The reason that lapsed last, in words.
fn why(vault: &Vault, page: &Page, due: &Due) -> (String, String) {
    let Some(reason) = &due.last_reason else {
        return (page.t.s("rights-sweep-no-reason").to_owned(), String::new());
    };
    let said = reason_said(vault, &page.t, page.lang, reason);
    let event = said.event.unwrap_or_default();
    let why = page.t.f(
        "rights-sweep-lapsed",
        &[
            ("rule", &said.rule),
            ("event", &event),
            ("why", &said.purpose),
        ],
    );
    (why, said.law)
}

/// What the next sweep destroys and why, and what the last one did.
///
/// # Errors
/// When the store fails.
pub async fn sweep(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let tonight = values::Moment::after_day(page.now().local_date());
    let due = vault.due(tonight, SHOWN).await?;
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut going = Vec::with_capacity(due.len());
    for one in &due {
        let name = words::category(one.strand.category.as_str(), page.lang);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name.clone(), 1)),
        }
        let (why, law) = why(&vault, &page, one);
        going.push(Going {
            strand: one.strand.id.get(),
            kind: kind(one.strand.category),
            name,
            why,
            law,
            since: one.strand.keep_until,
        });
    }
    html(&Sweep {
        last: vault.last_sweep().await?,
        doubt: vault.doubt().await?,
        all: vault.due_count(tonight).await?,
        waiting: deferred::waiting(&vault).await?,
        going,
        counts,
        page,
    })
}

/// A person says that an unusual sweep is right.
///
/// # Errors
/// Conflict when somebody has answered it; when the store fails.
pub async fn confirm(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    vault.confirm_sweep(id, who.staff).await?;
    let to = "/stab/personvern/sveip";
    Ok(page.go_saying(to, "notice-rights-sweep-confirmed"))
}
