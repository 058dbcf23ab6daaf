//! What a booking's end does to what is kept for it.

use declaration::vocabulary::{Category, purpose};
use vault::{Actor, Ask, Keep, Vault, VaultError, Work};

use super::{BookingRow, ChangeError, mark_no_show, rows, sql};

/// After so many days without a word a booking that is over counts as one nobody came to: a promise
/// to keep data while a time is ahead must end when the time is long past.
const WAIT_DAYS: i64 = 14;

/// Ends bookings whose time passed two weeks ago and of which nobody said what came. Answers how many.
///
/// # Errors
/// When the store fails; the rest comes up again.
pub async fn end_overdue(vault: &Vault) -> Result<u64, VaultError> {
    let before = vault.world().now().plus_days(-WAIT_DAYS).millis();
    let mut ended = 0;
    loop {
        let read = vault
            .store()
            .read(move |db| rows(&db.all(&sql::OVERDUE, &[before.into()])?));
        let overdue = read.await?;
        let mut moved = false;
        for row in &overdue {
            match mark_no_show(vault, Actor::Chore("bookings"), row.id).await {
                Ok(()) => {
                    ended += 1;
                    moved = true;
                }
                // Somebody was quicker, or the next round does it.
                Err(ChangeError::Vault(error)) => return Err(error),
                Err(_) => {}
            }
        }
        if !moved {
            return Ok(ended);
        }
    }
}

/// How a booking ended, as far as what is kept for it is concerned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The visit is over: the declared rules count from now.
    Completed,
    /// Cancelled, or nobody came: the shorter rule for cancelled bookings.
    Cancelled,
}

/// What is kept for a booking of the person.
const OF_PERSON: &[Category] = &[Category::Contact, Category::Enquiry, Category::VehicleLink];

/// The reasons a booking gave end: of the person, and of the vehicle that was expected. For the visit
/// to call when it is over; the permits are made here.
///
/// # Errors
/// When the store fails, or the judge says no. A person already forgotten is passed over.
pub async fn end_booking(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    row: &BookingRow,
    ended: Ended,
) -> Result<(), VaultError> {
    let keep = Keep::from("booking", row.id.get(), work.at());
    let keep = match ended {
        Ended::Completed => keep,
        Ended::Cancelled => keep.by_rule("booking-cancelled"),
    };
    // What was only expected and is kept for nothing else goes with the booking.
    let vehicle = Keep::from("booking", row.id.get(), work.at()).by_rule("booking-cancelled");
    set_reasons(vault, work, actor, row, &keep, &vehicle).await
}

pub(super) async fn set_reasons(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    row: &BookingRow,
    person: &Keep,
    vehicle: &Keep,
) -> Result<(), VaultError> {
    let about_vehicle = match actor {
        Actor::Subject(_) | Actor::Link { .. } => Actor::Visitor,
        other => other,
    };
    let asks = [
        (
            Ask::end(actor, row.subject).of(OF_PERSON),
            OF_PERSON,
            person,
        ),
        (
            Ask::end(about_vehicle, row.vehicle).of(&[Category::Vehicle]),
            &[Category::Vehicle],
            vehicle,
        ),
    ];
    for (ask, categories, keep) in asks {
        let permit = match vault.permit::<purpose::Visit>(ask).await {
            Ok(permit) => permit,
            Err(VaultError::Gone) => continue,
            Err(error) => return Err(error),
        };
        for category in categories {
            work.end(&permit, *category, keep)?;
        }
    }
    Ok(())
}

/// The vehicle that was expected is not kept for this booking any more.
pub(crate) async fn let_vehicle_go(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    row: &BookingRow,
) -> Result<(), VaultError> {
    let keep = Keep::from("booking", row.id.get(), work.at()).by_rule("booking-cancelled");
    let ask = Ask::seal(actor, row.vehicle).of(&[Category::Vehicle]);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    work.end(&permit, Category::Vehicle, &keep)
}
