//! The look-up a customer asks for while booking.

use customers::disclosures::{self, Entry};
use values::{BookingId, Plate};
use vault::{Actor, Provenance, Vault, VaultError};
use vehicles::{
    Asked, LookUpError, Occasion,
    register::{Lookup, VehicleRegister},
};

use super::NewBooking;

/// Asks the register on the customer's own click, with the booking as the case, and keeps the snapshot
/// while the booking is open.
pub(crate) async fn look_up_for(
    vault: &Vault,
    register: &dyn VehicleRegister,
    plate: &Plate,
    booking: BookingId,
    new: &NewBooking,
) -> Result<(), LookUpError> {
    let row = vault
        .store()
        .read(move |db| super::by_id(db, booking))
        .await
        .map_err(VaultError::from)?;
    let Some(row) = row else {
        return Ok(());
    };
    let occasion = Occasion::OwnClick(booking);
    let asked = vehicles::look_up(vault, register, new.actor, row.vehicle, plate, occasion).await?;
    let Asked::Answer(answer) = asked else {
        return Ok(());
    };
    if !matches!(answer, Lookup::Off) {
        let entry = Entry::plate_asked_about(row.subject, row.controller);
        disclosures::enter(vault, entry).await?;
    }
    let Some(technical) = answer.found() else {
        return Ok(());
    };
    let provenance = Provenance {
        source_kind: "public_register",
        source_ref: booking.get(),
        notice_version: new.notice_version.clone(),
    };
    let done = vault::again(|| async {
        let mut work = vault.work();
        let actor = Actor::Visitor;
        let vehicle = vehicles::expect_vehicle(
            vault,
            &mut work,
            actor,
            plate,
            Some(&technical),
            &provenance,
            booking.get(),
        )
        .await?;
        if vehicle != row.vehicle {
            super::let_vehicle_go(vault, &mut work, actor, &row).await?;
        }
        let laid = work.finish();
        let write = vault.store().write(move |db| {
            laid.lay(db)?;
            // The chassis number may show that it is a vehicle the house knows under another plate.
            super::set_vehicle(db, booking, vehicle)
        });
        Ok(write.await?)
    });
    Ok(done.await?)
}
