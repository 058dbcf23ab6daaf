//! Moving a booking, giving it up, taking it up again, and what each does to what is kept.

use declaration::vocabulary::{Category, purpose};
use store::{Db, StoreError};
use values::{BookingId, Moment, WorkshopId};
use vault::{Actor, Ask, Keep, Permit, Sealed, Vault, VaultError, Work};
use web::App;

use customers::CustomerContact;
use letters::Posted;

use super::{
    BookingRow, Ended, Kind, State, by_id, end_booking,
    ended::set_reasons,
    sql,
    take::{OCCUPIED, TAKEN, hold, met_another},
    write_letter,
};
use crate::{
    catalogue::Catalogue,
    slots::{self, For},
};

/// Why a booking stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The time is not free; these are the nearest.
    #[error("the time is not free")]
    Taken(Vec<Moment>),
    /// It was changed meanwhile, or is over.
    #[error("the booking is no longer open")]
    NotOpen,
    /// No such booking, workshop or service.
    #[error("no such booking")]
    Unknown,
    /// The vault or the store.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Vault(error.into())
    }
}

/// The word a transaction turns back with when the booking is not as it was seen.
const CHANGED: &str = "booking-changed";
const TRIES: u32 = 8;

/// A booking with the catalogue it stands in.
struct There {
    row: BookingRow,
    catalogue: Catalogue,
}

async fn there(vault: &Vault, id: BookingId) -> Result<There, ChangeError> {
    let read = vault
        .store()
        .read(move |db| Ok((by_id(db, id)?, Catalogue::load(db)?)));
    let (row, catalogue) = read.await?;
    let row = row.ok_or(ChangeError::Unknown)?;
    Ok(There { row, catalogue })
}

/// Moves a booking to another start, in its workshop or in another.
///
/// # Errors
/// See [`ChangeError`].
pub async fn move_booking(
    app: &App,
    vault: &Vault,
    actor: Actor,
    id: BookingId,
    to: (WorkshopId, Moment),
    who: For,
) -> Result<(), ChangeError> {
    let there = there(vault, id).await?;
    let now = vault.world().now();
    let (Some(workshop), Some(service)) = (
        there.catalogue.workshop(to.0),
        there.catalogue.service(there.row.service),
    ) else {
        return Err(ChangeError::Unknown);
    };
    let open = there.row.state == State::Booked && (who == For::Staff || there.row.is_open(now));
    if !open {
        return Err(ChangeError::NotOpen);
    }
    let minutes = there.row.minutes();
    let mut moved = there.row.clone();
    moved.workshop = workshop.id;
    moved.controller = workshop.controller;
    moved.starts_at = to.1;
    moved.ends_at = to.1.plus_minutes(minutes);
    moved.sequence += 1;
    if !slots::is_offered(workshop, to.1, minutes, now, who) {
        return Err(near(vault, workshop, service, &moved, now).await);
    }
    let change = |db: &mut dyn Db, from: &BookingRow, to: &BookingRow| {
        db.exec(&sql::VACATE, &[from.id.get().into()])?;
        let bay = hold(db, to, to.workshop, to.starts_at, to.ends_at)?;
        let values = [
            from.id.get().into(),
            from.sequence.into(),
            to.workshop.get().into(),
            bay.get().into(),
            to.starts_at.millis().into(),
            to.ends_at.millis().into(),
            to.controller.get().into(),
        ];
        as_seen(db.exec(&sql::MOVE, &values)?)
    };
    match write(app, vault, actor, &there, &moved, Kind::Moved, None, change).await {
        Err(ChangeError::Taken(_)) => Err(near(vault, workshop, service, &moved, now).await),
        other => other,
    }
}

async fn near(
    vault: &Vault,
    workshop: &crate::catalogue::Workshop,
    service: &crate::catalogue::Service,
    moved: &BookingRow,
    now: Moment,
) -> ChangeError {
    let (workshop, service) = (workshop.clone(), service.clone());
    let (needs, wanted) = (moved.needs, moved.starts_at);
    let near = vault
        .store()
        .read(move |db| slots::nearest(db, &workshop, &service, needs, wanted, now, 6))
        .await;
    near.map_or_else(ChangeError::from, ChangeError::Taken)
}

/// Gives a booking up: its time is free at once, and what is kept for it goes by the shorter rule.
///
/// # Errors
/// See [`ChangeError`].
pub async fn cancel(
    app: &App,
    vault: &Vault,
    actor: Actor,
    id: BookingId,
) -> Result<(), ChangeError> {
    let there = there(vault, id).await?;
    if there.row.state == State::Cancelled {
        return Ok(());
    }
    let by_staff = matches!(actor, Actor::Staff { .. });
    let open =
        there.row.state == State::Booked && (by_staff || there.row.is_open(vault.world().now()));
    if !open {
        return Err(ChangeError::NotOpen);
    }
    let mut after = there.row.clone();
    after.state = State::Cancelled;
    after.sequence += 1;
    let ended = Some(Some(Ended::Cancelled));
    let kind = Kind::Cancelled;
    write(
        app,
        vault,
        actor,
        &there,
        &after,
        kind,
        ended,
        vacate_as("cancelled"),
    )
    .await
}

/// Nobody came. No letter is sent.
///
/// # Errors
/// See [`ChangeError`].
pub async fn mark_no_show(vault: &Vault, actor: Actor, id: BookingId) -> Result<(), ChangeError> {
    let there = there(vault, id).await?;
    if there.row.state != State::Booked {
        return Err(ChangeError::NotOpen);
    }
    let row = &there.row;
    let done = vault::again(|| async {
        let mut work = vault.work();
        end_booking(vault, &mut work, actor, row, Ended::Cancelled).await?;
        let (laid, row) = (work.finish(), row.clone());
        let change = vacate_as("no_show");
        let write = vault.store().write(move |db| {
            laid.lay(db)?;
            change(db, &row, &row)
        });
        Ok(write.await?)
    });
    done.await.map_err(told)
}

/// Takes a cancelled booking up again at its time, if a bay is still free then.
///
/// # Errors
/// See [`ChangeError`].
pub async fn reopen(
    app: &App,
    vault: &Vault,
    actor: Actor,
    id: BookingId,
) -> Result<(), ChangeError> {
    let there = there(vault, id).await?;
    if there.row.state != State::Cancelled || there.row.starts_at < vault.world().now() {
        return Err(ChangeError::NotOpen);
    }
    let mut after = there.row.clone();
    after.state = State::Booked;
    after.sequence += 1;
    let change = |db: &mut dyn Db, from: &BookingRow, to: &BookingRow| {
        let bay = hold(db, to, to.workshop, to.starts_at, to.ends_at)?;
        let values = [from.id.get().into(), from.sequence.into(), bay.get().into()];
        as_seen(db.exec(&sql::REOPEN, &values)?)
    };
    let kind = Kind::Reopened;
    write(app, vault, actor, &there, &after, kind, Some(None), change).await
}

/// The vehicle has come: for the intake, inside its transaction. False when the booking was not open.
///
/// # Errors
/// When the store fails.
pub fn mark_arrived(db: &mut dyn Db, id: BookingId) -> Result<bool, StoreError> {
    Ok(db.exec(&sql::ARRIVED, &[id.get().into()])? == 1)
}

fn as_seen(changed: u64) -> Result<(), StoreError> {
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::Refused(CHANGED))
    }
}

fn vacate_as(
    state: &'static str,
) -> impl Fn(&mut dyn Db, &BookingRow, &BookingRow) -> Result<(), StoreError> + Copy + Send + 'static
{
    move |db, from, _| {
        let values = [
            from.id.get().into(),
            from.sequence.into(),
            from.state.as_str().into(),
            state.into(),
        ];
        as_seen(db.exec(&sql::STATE, &values)?)?;
        db.exec(&sql::VACATE, &[from.id.get().into()]).map(|_| ())
    }
}

fn told(error: VaultError) -> ChangeError {
    match error {
        VaultError::Store(StoreError::Refused(TAKEN)) => ChangeError::Taken(Vec::new()),
        VaultError::Store(StoreError::Refused(CHANGED)) => ChangeError::NotOpen,
        VaultError::Store(StoreError::Unique(index)) if index == OCCUPIED => {
            ChangeError::Taken(Vec::new())
        }
        other => ChangeError::Vault(other),
    }
}

/// One change of a booking: its rows, its reasons (`Some(None)` opens them again) and its letter in
/// one transaction, done again when another writer was met.
#[allow(clippy::too_many_arguments)]
async fn write<F>(
    app: &App,
    vault: &Vault,
    actor: Actor,
    there: &There,
    after: &BookingRow,
    kind: Kind,
    reasons: Option<Option<Ended>>,
    change: F,
) -> Result<(), ChangeError>
where
    F: Fn(&mut dyn Db, &BookingRow, &BookingRow) -> Result<(), StoreError> + Copy + Send + 'static,
{
    let mut tries = 0;
    loop {
        tries += 1;
        let mut work = vault.work();
        let posted = post(app, vault, &mut work, actor, there, after, kind).await?;
        match reasons {
            Some(Some(ended)) => end_booking(vault, &mut work, actor, &there.row, ended).await?,
            Some(None) => {
                let open = Keep::while_open("booking", there.row.id.get());
                set_reasons(vault, &mut work, actor, &there.row, &open, &open).await?;
            }
            None => {}
        }
        let (laid, from, to) = (work.finish(), there.row.clone(), after.clone());
        let done = vault.store().write(move |db| {
            laid.lay(db)?;
            change(db, &from, &to)?;
            if let Some(posted) = &posted {
                posted.enqueue(db)?;
            }
            Ok(())
        });
        match done.await.map_err(VaultError::from) {
            Ok(()) => return Ok(()),
            Err(error) if tries < TRIES && met_another(&error) => {}
            Err(error) => return Err(told(error)),
        }
    }
}

/// The letter about a change, if the person can be written to.
async fn post(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    there: &There,
    after: &BookingRow,
    kind: Kind,
) -> Result<Option<Posted>, VaultError> {
    let (Some(workshop), Some(service)) = (
        there.catalogue.workshop(after.workshop),
        there.catalogue.service(after.service),
    ) else {
        return Ok(None);
    };
    let ask = Ask::open(actor, after.subject)
        .of(&[Category::Contact, Category::Correspondence])
        .case("booking", after.id.get());
    let permit: Permit<purpose::Visit> = match vault.permit(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => return Ok(None),
        Err(error) => return Err(error),
    };
    let record = after.contact_record;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<CustomerContact>::load(db, record))
        .await?;
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let contact = vault.open(&permit, &sealed)?;
    let Some(email) = &contact.email else {
        return Ok(None);
    };
    let letter = write_letter(app, vault, after, (email, workshop, service), kind);
    let dedup = format!("booking-{}-{}", after.id.get(), after.sequence);
    let keep = Keep::from("booking", after.id.get(), work.at());
    letters::post(work, &permit, letter, &dedup, &keep).map(Some)
}
