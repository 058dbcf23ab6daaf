//! What the register knows of the vehicle that came, and what is written by hand where it does not.

use customers::disclosures::{self, Entry};
use declaration::vocabulary::{Category, purpose};
use store::{Db, StoreError};
use values::{ControllerId, JobId, Moment, Plate, SubjectId, VisitId};
use vault::{Actor, Ask, Personal, Vault, VaultError};
use vehicles::{
    Asked, LookUpError, Occasion, VehicleRecord,
    register::{Lookup, Technical, VehicleRegister},
};

use super::sql;
use crate::{open, order::OrderRow};

/// What came of asking the register.
pub(crate) struct Answer {
    /// The key of the sentence that says it.
    pub word: &'static str,
    pub technical: Option<Technical>,
    /// Whether the register was asked. (Over its quota counts: the first such answer is its own.)
    pub was_asked: bool,
}

/// What the register heard about a person's vehicle, for their ledger (GDPR Art. 15(1)(c)).
#[derive(Clone)]
pub(crate) struct Gave(Option<(JobId, Entry, Moment)>);

impl Gave {
    /// Nothing where it was not asked, or where there is no customer any more.
    pub fn of(
        vault: &Vault,
        answer: &Answer,
        customer: Option<SubjectId>,
        controller: ControllerId,
    ) -> Self {
        let customer = customer.filter(|_| answer.was_asked);
        Self(customer.map(|subject| {
            let entry = Entry::plate_asked_about(subject, controller);
            (vault.world().id(), entry, vault.world().now())
        }))
    }

    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        match &self.0 {
            Some((id, entry, at)) => disclosures::enter_in(db, *id, entry, *at),
            None => Ok(()),
        }
    }
}

/// Asks the register, for a visit. Its own time limit keeps an adviser from waiting.
///
/// # Errors
/// Only when the store fails: whatever the register does, the intake goes on.
pub(crate) async fn ask(
    vault: &Vault,
    register: Option<&dyn VehicleRegister>,
    actor: Actor,
    (vehicle, plate): (SubjectId, &Plate),
    visit: VisitId,
) -> Result<Answer, VaultError> {
    let Some(register) = register else {
        return Ok(Answer {
            word: "register-off",
            technical: None,
            was_asked: false,
        });
    };
    let occasion = Occasion::Intake(visit);
    match vehicles::look_up(vault, register, actor, vehicle, plate, occasion).await {
        Ok(Asked::Answer(lookup)) => Ok(Answer {
            word: lookup.message_id(),
            was_asked: !matches!(lookup, Lookup::Off),
            technical: lookup.found(),
        }),
        Ok(Asked::Recent(_)) => Ok(Answer {
            word: "register-recent",
            technical: None,
            was_asked: false,
        }),
        Err(LookUpError::Refused(refused)) => Ok(Answer {
            word: refused.message_id(),
            technical: None,
            was_asked: false,
        }),
        Err(LookUpError::Vault(error)) => Err(error),
    }
}

/// Asks the register once more for a visit, and seals what it says.
///
/// # Errors
/// When the store fails.
pub(crate) async fn ask_again(
    vault: &Vault,
    register: Option<&dyn VehicleRegister>,
    actor: Actor,
    order: &OrderRow,
    plate: &Plate,
) -> Result<&'static str, VaultError> {
    let answer = ask(vault, register, actor, (order.vehicle, plate), order.visit).await?;
    let (visit, word) = (order.visit, answer.word);
    vault::again(|| async {
        let mut work = vault.work();
        let mut found = order.vehicle;
        if let Some(technical) = &answer.technical {
            let from = open::provenance(vault, "public_register", visit.get());
            let technical = Some(technical);
            found =
                vehicles::take_vehicle(vault, &mut work, actor, plate, technical, &from).await?;
        }
        // A plate that the register says is on another vehicle: this visit's papers stay where they are.
        let word = if found == order.vehicle {
            word
        } else {
            "register-unknown"
        };
        let laid = (found == order.vehicle).then(|| work.finish());
        let gave = Gave::of(vault, &answer, order.customer, order.controller);
        let write = vault.store().write(move |db| {
            if let Some(laid) = &laid {
                laid.lay(db)?;
            }
            gave.lay(db)?;
            db.exec(&sql::LOOKUP_SET, &[visit.get().into(), word.into()])
        });
        write.await?;
        Ok(word)
    })
    .await
}

/// Seals what was typed by hand about the vehicle.
///
/// # Errors
/// When the judge says no or the store fails.
pub(crate) async fn by_hand(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    record: &Personal<VehicleRecord>,
) -> Result<(), VaultError> {
    let keep = vehicles::keep(vault, order.vehicle).await?;
    vault::again(|| async {
        let ask = Ask::seal(actor, order.vehicle)
            .of(&[Category::Vehicle])
            .case("visit", order.visit.get());
        let permit = vault.permit::<purpose::Visit>(ask).await?;
        let mut work = vault.work();
        let seen = open::observed(vault, order.visit.get());
        work.seal(&permit, record, &seen, &keep)?;
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await?;
        Ok(())
    })
    .await
}
