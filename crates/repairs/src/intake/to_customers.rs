//! What came of the notice about letters to customers, where an e-mail is given at the intake.

use customers::CustomerAnswer;
use declaration::vocabulary::purpose;
use values::{Email, SubjectId, VisitId};
use vault::{Actor, Permit, Vault, VaultError, Work};

use super::receive::Arrival;

/// What came of it, and the e-mail it is about.
pub(crate) type Answered = (CustomerAnswer, Option<Email>);

fn given(actor: Actor, arrival: &Arrival, visit: VisitId) -> customers::CustomerGiven {
    customers::CustomerGiven {
        controller: arrival.controller,
        form: "inntak",
        actor,
        lang: arrival.lang,
        case: ("visit", visit.get()),
    }
}

/// Enters it with the visit.
pub(super) fn note(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (arrival, visit): (&Arrival, VisitId),
) -> Result<(), VaultError> {
    let (answer, Some(email)) = &arrival.letters else {
        return Ok(());
    };
    let given = given(permit.actor(), arrival, visit);
    customers::note_answer(vault, work, permit, email, (*answer, given))
}

/// What follows from a no, when the visit is written down.
pub(super) async fn follow(
    vault: &Vault,
    actor: Actor,
    customer: SubjectId,
    (arrival, visit): (&Arrival, VisitId),
) {
    if let (answer, Some(_)) = &arrival.letters {
        let given = given(actor, arrival, visit);
        customers::follow_answer(vault, customer, (*answer, given)).await;
    }
}
