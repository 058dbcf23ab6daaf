//! "I do not have this vehicle any more": by the link of a reminder or a recall, and on the own page. The
//! person's ties to it end: no more letters about it, and its life goes on without them.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::{Moment, SubjectId};
use vault::{Tie, Vault, VaultError};
use web::{Error, Lang, Me, Page, Service, Signed, WayOut, told, unknown_link};

const USE: &str = "vehicle-sold";

/// The link of a letter about somebody's vehicle: the path of a page that asks, and changes nothing when it
/// is looked at.
///
/// # Errors
/// When sealing fails.
pub fn sold_link(
    vault: &Vault,
    lang: Lang,
    person: SubjectId,
    vehicle: SubjectId,
) -> Result<String, VaultError> {
    let text = format!("{} {}", person.get(), vehicle.get());
    let code = vault.seal_token(USE, text.as_bytes(), Moment::FOREVER)?;
    Ok(format!("{}/solgt/{code}", lang.prefix()))
}

fn holder(vault: &Vault, code: &str) -> Option<(SubjectId, SubjectId)> {
    let bytes = vault.open_token(USE, code)?;
    let (person, vehicle) = std::str::from_utf8(&bytes).ok()?.split_once(' ')?;
    let id = |word: &str| word.parse().ok().map(SubjectId::from_raw);
    Some((id(person)?, id(vehicle)?))
}

/// The ties that last.
fn lasting(ties: Vec<Tie>, now: Moment) -> impl Iterator<Item = Tie> {
    let lasts = move |tie: &Tie| tie.starts_at <= now && tie.ends_at > now;
    ties.into_iter().filter(lasts)
}

/// Ends what ties the person to the vehicle. Whoever has no vehicle left is kept for reminders no longer.
/// False when nothing tied them.
async fn end(vault: &Vault, person: SubjectId, vehicle: SubjectId) -> Result<bool, VaultError> {
    let mut work = vault.work();
    let now = work.at();
    let ties = lasting(vault.vehicles_of(person).await?, now);
    let (these, others): (Vec<Tie>, Vec<Tie>) = ties.partition(|tie| tie.vehicle == vehicle);
    if these.is_empty() {
        return Ok(false);
    }
    for tie in these {
        work.untie(vehicle, person, declaration::lasting(&tie.party));
    }
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await?;
    if others.is_empty() {
        vault.end_reminders(person).await?;
    }
    Ok(true)
}

static SOLD: WayOut = WayOut {
    title: "vehicle-sold-title",
    lead: "vehicle-sold-lead",
    button: "vehicle-sold-button",
    class: "button--big",
    done: ("vehicle-sold-done-title", "vehicle-sold-done"),
};

/// Asks; changes nothing.
///
/// # Errors
/// When the store fails.
pub(crate) async fn ask(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some((person, vehicle)) = holder(&vault, &code) else {
        return unknown_link(page);
    };
    let mut ties = lasting(vault.vehicles_of(person).await?, page.now());
    if ties.any(|tie| tie.vehicle == vehicle) {
        return SOLD.ask(page);
    }
    told(page, SOLD.done)
}

/// It is not theirs any more. The code in the address is the key; no session, no token.
///
/// # Errors
/// When the store fails.
pub(crate) async fn gone(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let Some((person, vehicle)) = holder(&vault, &code) else {
        return unknown_link(page);
    };
    end(&vault, person, vehicle).await?;
    SOLD.done(page)
}

/// A button only.
#[derive(Deserialize)]
pub(crate) struct Button {}

/// The same, said by the person who is logged in.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs; when the store fails.
pub(crate) async fn mine(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    Path(vehicle): Path<i64>,
    _: Signed<Button>,
) -> Result<Response, Error> {
    let vehicle = SubjectId::from_raw(vehicle);
    if !end(&vault, me.subject, vehicle).await? {
        return Err(Error::NotFound);
    }
    Ok(page.go_saying("/min-side", "notice-vehicle-sold"))
}
