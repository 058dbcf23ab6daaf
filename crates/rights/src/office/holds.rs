//! Holds: every one that stands, setting one on a strand or on a single record of it, reviewing it.

use axum::{
    extract::{Path, State},
    response::Response,
};
use jiff::civil::Date;
use serde::Deserialize;
use values::{HoldId, Moment, RecordId, StrandId, Typed};
use vault::{StrandInfo, Vault};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use crate::{openings, words};

/// A hold in words.
struct Held {
    id: i64,
    name: String,
    why: String,
    set_at: Moment,
    review_on: Option<Date>,
    /// The one record it names.
    record: Option<i64>,
    mine: bool,
    /// What its owner is called, where the house knows.
    owner: Option<String>,
    late: bool,
    soon: bool,
}

#[derive(askama::Template)]
#[template(path = "holds.html")]
struct Holds {
    page: Page,
    holds: Vec<Held>,
    errors: Errors,
    /// The hold whose new date was wrong.
    wrong: i64,
}

impl Holds {
    async fn of(
        (app, vault): (&App, &Vault),
        page: Page,
        who: Colleague,
        (errors, wrong): (Errors, i64),
    ) -> Result<Self, Error> {
        let today = page.now().local_date();
        let lines = vault.holds().await?;
        let others = lines.iter().map(|line| line.owner);
        let mut others: Vec<_> = others.filter(|owner| *owner != who.staff).collect();
        others.sort_unstable();
        others.dedup();
        let names = openings::names(app, others, ("hold", 0)).await?;
        let mut holds = Vec::new();
        for line in lines {
            let review_on: Option<Date> = line.review_on.parse().ok();
            let soon = match review_on {
                Some(day) => vault.hold_reminder(day)? <= today,
                None => false,
            };
            holds.push(Held {
                id: line.id.get(),
                name: words::category(&line.category, page.lang),
                why: words::hold(&page.t, &line.reason),
                set_at: line.set_at,
                late: review_on.is_none_or(|day| day < today),
                record: line.record.map(|record| record.get()),
                mine: line.owner == who.staff,
                owner: names.get(&line.owner).map(|name| name.reveal().to_owned()),
                review_on,
                soon,
            });
        }
        Ok(Self {
            page,
            holds,
            errors,
            wrong,
        })
    }
}

/// Every hold that stands.
///
/// # Errors
/// When the store fails.
pub async fn holds(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    html(&Holds::of((&app, &vault), page, who, (Errors::new(), 0)).await?)
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// Releases a hold: what was deferred is done by the next sweep.
///
/// # Errors
/// When the store fails.
pub async fn release(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    vault.release(HoldId::from_raw(id), who.staff).await?;
    Ok(page.go_saying("/stab/personvern/hold", "notice-rights-released"))
}

/// The new day of review.
#[derive(Deserialize)]
pub struct Renewal {
    #[serde(default)]
    review: Typed,
}

/// A day of review as typed: after today, and within the longest a hold may last.
pub(crate) fn review_day(
    vault: &Vault,
    typed: &Typed,
    now: Moment,
    errors: &mut Errors,
) -> Option<Date> {
    let day = errors.take("review", values::parse_date(typed.as_str()))?;
    let longest = vault.longest_hold(now).ok()?;
    if day <= now.local_date() {
        errors.add("review", "rights-error-review");
    } else if day > longest {
        errors.add("review", "rights-error-review-late");
    }
    (!errors.any()).then_some(day)
}

/// Reviews a hold and goes on with it, whoever does it answers for it from then.
///
/// # Errors
/// Not there when it does not stand any more; when the store fails.
pub async fn renew(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Renewal>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let Some(day) = review_day(&vault, &data.review, page.now(), &mut errors) else {
        return html_again(&Holds::of((&app, &vault), page, who, (errors, id)).await?);
    };
    vault
        .renew_hold(HoldId::from_raw(id), who.staff, day)
        .await?;
    Ok(page.go_saying("/stab/personvern/hold", "notice-rights-renewed"))
}

/// A record of the strand, without its content.
struct Piece {
    id: i64,
    source: String,
    at: Moment,
}

#[derive(askama::Template)]
#[template(path = "hold_new.html")]
struct NewHold {
    page: Page,
    strand: i64,
    name: String,
    pieces: Vec<Piece>,
    holds: &'static [(&'static str, &'static str)],
    typed: HoldForm,
    errors: Errors,
}

/// A hold as typed.
#[derive(Default, Deserialize)]
pub struct HoldForm {
    /// The record's number; empty for the whole strand.
    #[serde(default)]
    record: Typed,
    #[serde(default)]
    reason: Typed,
    #[serde(default)]
    review: Typed,
}

/// The strand of an address, as long as it is there.
async fn strand_of(vault: &Vault, id: i64) -> Result<StrandInfo, Error> {
    let found = vault.strand(StrandId::from_raw(id)).await?;
    found.ok_or(Error::NotFound)
}

impl NewHold {
    async fn of(
        vault: &Vault,
        page: Page,
        strand: &StrandInfo,
        typed: HoldForm,
        errors: Errors,
    ) -> Result<Self, Error> {
        let records = vault.everything(strand.subject).await?;
        let theirs = records.iter().filter(|raw| raw.category == strand.category);
        let pieces = theirs.map(|raw| Piece {
            id: raw.id.get(),
            source: words::source(&page.t, &raw.source_kind),
            at: raw.at,
        });
        Ok(Self {
            strand: strand.id.get(),
            name: words::category(strand.category.as_str(), page.lang),
            pieces: pieces.collect(),
            holds: words::HOLDS,
            typed,
            errors,
            page,
        })
    }

    fn picked(&self, id: &i64) -> bool {
        self.typed.record.as_str() == id.to_string()
    }
}

/// Asks what is to be held back, why and until when.
///
/// # Errors
/// Not there when the strand is gone; when the store fails.
pub async fn ask(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
) -> Result<Response, Error> {
    let strand = strand_of(&vault, id).await?;
    let form = HoldForm::default();
    html(&NewHold::of(&vault, page, &strand, form, Errors::new()).await?)
}

/// Holds a strand back, or one record of it.
///
/// # Errors
/// Not there when the strand is gone; when the store fails.
pub async fn set(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<HoldForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let strand = strand_of(&vault, id).await?;
    let known = words::HOLDS.iter();
    let reason = known
        .copied()
        .find(|(name, _)| *name == data.reason.as_str());
    if reason.is_none() {
        errors.add("reason", "error-choice");
    }
    let record = record_of(&vault, &strand, &data.record).await?;
    if record.is_none() && !data.record.as_str().trim().is_empty() {
        errors.add("record", "rights-error-record");
    }
    let day = review_day(&vault, &data.review, page.now(), &mut errors);
    let (Some((reason, _)), Some(day), false) = (reason, day, errors.any()) else {
        return html_again(&NewHold::of(&vault, page, &strand, data, errors).await?);
    };
    match record {
        Some(record) => vault.hold_record(record, reason, who.staff, day).await?,
        None => vault.hold(strand.id, reason, who.staff, day).await?,
    };
    Ok(page.go_saying("/stab/personvern/hold", "notice-rights-held"))
}

/// The record that was picked, if it lies in the strand.
async fn record_of(
    vault: &Vault,
    strand: &StrandInfo,
    typed: &Typed,
) -> Result<Option<RecordId>, Error> {
    let Ok(number) = typed.as_str().trim().parse::<i64>() else {
        return Ok(None);
    };
    let records = vault.everything(strand.subject).await?;
    let theirs = records.iter().filter(|raw| raw.category == strand.category);
    let mut ids = theirs.map(|raw| raw.id);
    Ok(ids.find(|id| id.get() == number))
}
