//! Something is wrong with what was bought: reklamasjon by law or garanti by promise, and never one for
//! the other. While a case is open everything it needs is kept, whoever asks for what to be erased; when
//! it is over that is let go by the rule `claim-closed` (the declaration's C18 and C23, domain P4).

mod case;
mod decide;
mod desk;
mod forms;
mod known;
mod letter;
pub(crate) mod limits;
mod mine;
mod register;
mod shown;
pub(crate) mod sql;
mod take;

pub(crate) use case::{assess, close, decide, show};
pub(crate) use desk::{list, search};
pub use known::{CaseLine, CaseRow, ComplaintId};
pub(crate) use known::{lines_of, of_customer, of_order};
pub(crate) use limits::{Line as LimitLine, Notice, Reach};
pub(crate) use mine::{complain, complain_form, mine};
pub(crate) use register::{form, register};

use declaration::vocabulary::{Category, purpose};
use values::SubjectId;
use vault::{Actor, Ask, Keep, Permit, Vault, VaultError};

/// Its word in the log, and as a reason to keep.
pub(crate) const CASE: &str = "claim";

/// The rule that counts once it is over.
const OVER: &str = "claim-closed";

/// What a case is about at the person: all of it is kept while it is open.
const OF_CUSTOMER: &[Category] = &[
    Category::Claim,
    Category::Contact,
    Category::VehicleLink,
    Category::Purchase,
];

/// While the case is open.
fn while_open(id: ComplaintId) -> Keep {
    Keep::while_open(CASE, id.get()).by_rule(OVER)
}

/// From the instant it is over.
fn over(id: ComplaintId, at: values::Moment) -> Keep {
    Keep::from(CASE, id.get(), at).by_rule(OVER)
}

/// Leave to seal for the customer of a case, and to say how long what it needs is kept.
async fn to_seal(
    vault: &Vault,
    actor: Actor,
    customer: SubjectId,
    id: ComplaintId,
) -> Result<Permit<purpose::Claims>, VaultError> {
    let mut categories = OF_CUSTOMER.to_vec();
    categories.push(Category::Correspondence);
    let ask = Ask::seal(actor, customer)
        .of(&categories)
        .case(CASE, id.get());
    vault.permit(ask).await
}

/// Leave to open, with the case in the log.
async fn to_open(
    vault: &Vault,
    actor: Actor,
    subject: SubjectId,
    (categories, case): (&[Category], (&'static str, i64)),
) -> Result<Permit<purpose::Claims>, VaultError> {
    let ask = Ask::open(actor, subject)
        .of(categories)
        .case(case.0, case.1);
    vault.permit(ask).await
}

/// Who acts at the vehicle: it is not the customer's alone, and may have another owner by now.
const fn at_vehicle(actor: Actor) -> Actor {
    match actor {
        Actor::Staff { .. } => actor,
        _ => Actor::Chore("complaint"),
    }
}
