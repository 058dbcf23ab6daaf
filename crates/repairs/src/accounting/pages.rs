//! `/stab/regnskap`: the copies by number and year, without a name; asking, agreeing, opening.

use axum::{extract::Query, response::Response};
use declaration::vocabulary::{Category, Purpose, PurposeType, Role, purpose};
use serde::Deserialize;
use store::{Db, StoreError};
use values::{Moment, Ore, PurchaseId, Typed};
use vault::{Ask, Personal, Sealed, UnlockState, Unlocking, Vault};
use web::{Colleague, Error, Page, Service, Signed, html};

use super::{VoucherRow, sql, voucher, voucher_of};
use crate::{at::At, records::Voucher};

/// Why somebody may ask, and how it is said. Words of the program: a reason never holds a name.
const REASONS: &[(&str, &str)] = &[
    ("audit", "repair-locked-audit"),
    ("authority", "repair-locked-authority"),
    ("payment", "repair-locked-payment"),
    ("correction", "repair-locked-correction"),
    ("access", "repair-locked-access"),
];

/// How many unlockings a page looks back on.
const LATEST: i64 = 500;

/// Which copies are looked for.
#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    ar: Typed,
    #[serde(default)]
    nr: Typed,
}

/// Where one unlocking stands, for whoever looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Nobody asks.
    Locked,
    /// I asked; somebody else has to agree.
    Mine,
    /// A colleague asked; I may agree.
    Theirs,
    /// A colleague asked.
    Asked,
    /// I may open it.
    Open,
}

struct Line {
    row: VoucherRow,
    seller: String,
    stand: Stand,
    /// The unlocking that waits or is open.
    unlocking: i64,
    reason: &'static str,
    until: Option<Moment>,
}

#[derive(askama::Template)]
#[template(path = "accounting.html")]
struct List {
    page: Page,
    years: Vec<i64>,
    year: i64,
    number: String,
    lines: Vec<Line>,
    reasons: &'static [(&'static str, &'static str)],
    may_ask: bool,
}

fn words(reason: &str) -> &'static str {
    let known = REASONS.iter().find(|(name, _)| *name == reason);
    known.map_or("repair-locked-other", |(_, key)| key)
}

/// For what a role asks: the adviser for the accounts, the officer for a person's own copy.
fn purpose_of(who: Colleague) -> Purpose {
    match who.role {
        Role::Privacy => Purpose::Rights,
        _ => Purpose::Accounting,
    }
}

fn stand(who: Colleague, found: Option<&Unlocking>, now: Moment) -> Stand {
    let Some(one) = found else {
        return Stand::Locked;
    };
    match (one.state(now), one.asked_by == who.staff) {
        (UnlockState::Open, true) => Stand::Open,
        (UnlockState::Waits, true) => Stand::Mine,
        (UnlockState::Waits, false) if vault::AGREES.contains(&who.role) => Stand::Theirs,
        (UnlockState::Waits | UnlockState::Open, false) => Stand::Asked,
        (UnlockState::Over, _) => Stand::Locked,
    }
}

/// The unlocking of a record that says most to whoever looks: their own open one first.
fn of_record<'u>(
    all: &'u [Unlocking],
    row: &VoucherRow,
    who: Colleague,
    now: Moment,
) -> Option<&'u Unlocking> {
    let live = all
        .iter()
        .filter(|one| one.record == row.record && one.state(now) != UnlockState::Over);
    let rank = |one: &&Unlocking| match stand(who, Some(one), now) {
        Stand::Open => 0,
        Stand::Mine => 1,
        Stand::Theirs => 2,
        Stand::Asked | Stand::Locked => 3,
    };
    live.min_by_key(rank)
}

/// The copies of a year, or one by its number; no name anywhere.
///
/// # Errors
/// When the store fails.
pub(crate) async fn list(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let now = page.now();
    let year = wanted.ar.as_str().trim().parse();
    let year: i64 = year.unwrap_or_else(|_| i64::from(now.local_date().year()));
    let number: i64 = wanted.nr.as_str().trim().parse().unwrap_or(0);
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::VOUCHERS, &[year.into(), number.into()])?;
        let rows = rows.iter().map(voucher).collect::<Result<Vec<_>, _>>()?;
        let years = db.all(&sql::VOUCHER_YEARS, &[])?;
        let years = years.iter().map(|row| row.i64("year"));
        Ok((rows, years.collect::<Result<Vec<_>, StoreError>>()?))
    };
    let (rows, mut years) = vault.store().read(read).await?;
    if !years.contains(&year) {
        years.insert(0, year);
    }
    let unlockings = vault.unlockings(LATEST).await?;
    let declaration = vault.declaration();
    let lines = rows.into_iter().map(|row| {
        let found = of_record(&unlockings, &row, who, now);
        let seller = declaration.controller(row.controller);
        Line {
            seller: seller.map_or_else(String::new, |one| one.name.clone()),
            stand: stand(who, found, now),
            unlocking: found.map_or(0, |one| one.id),
            reason: found.map_or("", |one| words(&one.reason)),
            until: found.and_then(|one| one.good_until),
            row,
        }
    });
    html(&List {
        lines: lines.collect(),
        years,
        year,
        number: if number > 0 {
            number.to_string()
        } else {
            String::new()
        },
        reasons: REASONS,
        may_ask: vault::ASKS.contains(&who.role),
        page,
    })
}

async fn row_of(vault: &Vault, id: PurchaseId) -> Result<VoucherRow, Error> {
    let found = vault.store().read(move |db| voucher_of(db, id)).await?;
    found.ok_or(Error::NotFound)
}

/// Why, as chosen.
#[derive(Deserialize)]
pub(crate) struct Why {
    #[serde(default)]
    reason: String,
}

fn back(row: &VoucherRow) -> String {
    format!("/stab/regnskap?ar={}", row.year)
}

/// Asks to open a copy.
///
/// # Errors
/// When the role may not ask, or the store fails.
pub(crate) async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<PurchaseId>,
    form: Signed<Why>,
) -> Result<Response, Error> {
    let row = row_of(&vault, id).await?;
    let known = REASONS.iter().find(|(name, _)| *name == form.data.reason);
    let (reason, _) = known.ok_or(Error::Conflict("error-choice"))?;
    let purpose = purpose_of(who);
    vault
        .ask_to_unlock(who.actor(), row.record, purpose, reason)
        .await?;
    Ok(page.go_saying(&back(&row), "notice-repair-locked-asked"))
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub(crate) struct Nothing {}

/// The unlocking of an address, if it is of a copy.
async fn unlocking(vault: &Vault, id: i64) -> Result<Unlocking, Error> {
    vault.unlocking(id).await?.ok_or(Error::NotFound)
}

/// Agrees that a colleague may open a copy.
///
/// # Errors
/// When it is one's own wish, the role may not agree, it no longer waits, or the store fails.
pub(crate) async fn agree(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<values::JobId>,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    unlocking(&vault, id.get()).await?;
    vault.agree_to_unlock(who.actor(), id.get()).await?;
    Ok(page.go_saying("/stab/regnskap", "notice-repair-locked-agreed"))
}

/// Declines, takes a wish back, or closes what was open.
///
/// # Errors
/// When the role has no part in it, or the store fails.
pub(crate) async fn end(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<values::JobId>,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    unlocking(&vault, id.get()).await?;
    vault.end_unlocking(who.actor(), id.get()).await?;
    Ok(page.go_saying("/stab/regnskap", "notice-repair-locked-ended"))
}

#[derive(askama::Template)]
#[template(path = "accounting-copy.html")]
struct Sheet {
    page: Page,
    unlocking: i64,
    until: Option<Moment>,
    copy: Personal<Voucher>,
}

impl Sheet {
    fn total(&self) -> String {
        crate::say::money(self.page.lang, Ore::new(self.copy.total_ore))
    }

    fn vat(&self) -> String {
        crate::say::money(self.page.lang, Ore::new(self.copy.vat_ore))
    }
}

/// Opens a copy, for whoever asked and was agreed with.
///
/// # Errors
/// Conflict when no two have agreed; not there when there is no such copy.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<PurchaseId>,
) -> Result<Response, Error> {
    let row = row_of(&vault, id).await?;
    let unlockings = vault.unlockings(LATEST).await?;
    let found = of_record(&unlockings, &row, who, page.now());
    let found = found.filter(|one| stand(who, Some(one), page.now()) == Stand::Open);
    let found = found.ok_or(Error::Conflict("wrong-needs-two"))?;
    let copy = match purpose_of(who) {
        Purpose::Rights => open::<purpose::Rights>(&vault, who, &row, found.id).await?,
        _ => open::<purpose::Accounting>(&vault, who, &row, found.id).await?,
    };
    html(&Sheet {
        unlocking: found.id,
        until: found.good_until,
        copy,
        page,
    })
}

async fn open<P>(
    vault: &Vault,
    who: Colleague,
    row: &VoucherRow,
    case: i64,
) -> Result<Personal<Voucher>, Error>
where
    P: PurposeType
        + declaration::vocabulary::MayUse<declaration::vocabulary::category::AccountingCopy>,
{
    let ask = Ask::open(who.actor(), row.subject)
        .of(&[Category::AccountingCopy])
        .case("locked", case);
    let permit = vault.permit::<P>(ask).await?;
    let record = row.record;
    let load = move |db: &mut dyn Db| Sealed::<Voucher>::load(db, record);
    let sealed = vault.store().read(load).await?.ok_or(Error::NotFound)?;
    Ok(vault.open(&permit, &sealed)?)
}
