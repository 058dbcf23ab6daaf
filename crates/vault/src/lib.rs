//! Who may open what: subjects, strands, keys, sealing, the judge, the consent ledger and the
//! opening log. The only crypto in the house.
//!
//! A record is opened only under a [`Permit`], which exists only if the judge said yes to what the
//! vault itself read of the subject's standing:
//!
//! ```ignore
//! let permit = vault.permit::<purpose::Visit>(
//!     Ask::open(actor, customer).of(&[Category::Contact]).case("booking", booking.get()),
//! ).await?;
//! let contact: Personal<CustomerContact> = vault.open(&permit, &sealed)?;
//! ```
//!
//! and is written by a [`Work`], which seals before the transaction and lays its rows inside it:
//!
//! ```ignore
//! let mut work = vault.work();
//! let record = work.seal(&permit, &Personal::new(contact), &provenance, Keep::while_open("booking", id))?;
//! store.write(move |db| { work.lay(db)?; /* the feature's own rows */ Ok(()) }).await?;
//! ```

mod actor;
mod ask;
pub mod audience;
mod chain;
mod chain_before;
mod cipher;
mod consent;
mod consent_kept;
mod consent_text;
mod custody;
mod customer;
mod destroy;
mod doubt;
mod error;
pub mod evidence;
pub mod glance;
mod hold;
mod horizon;
mod judge;
mod keep;
mod keys;
mod laid;
mod lawful;
mod leave;
mod ledger;
mod locked;
mod look;
mod look_store;
mod look_up;
mod noes;
mod notary;
mod objection;
mod older;
mod opening;
mod permit;
mod reading;
mod record;
mod retention;
mod rotate;
mod schema;
mod service;
mod signing;
pub mod sql;
mod standing;
mod superseded;
mod suppression;
mod sweep;
#[cfg(any(test, feature = "testing"))]
#[allow(clippy::panic)]
pub mod testing;
#[cfg(test)]
mod tests;
mod token;
mod vault;
mod work;

pub use actor::Actor;
pub use ask::Ask;
pub use chain::{ChainReport, FileError, FileReport, verify_log};
pub use consent::{ConsentLine, ConsentSlip, ConsentState};
pub use consent_text::{ConsentText, ReAsk};
pub use custody::Custody;
pub use customer::{
    AsCustomer, CustomerLine, CustomerSlip, CustomerWord, SALE, as_customer, customer_lines,
    kept_as_customer,
};
pub use destroy::{Cause, Destroyed, Outcome};
pub use doubt::{Doubt, Night, Why, jumped, suspicious};
pub use error::VaultError;
pub use evidence::{HoldLine, Reachable, Traces};
pub use hold::HoldSlip;
pub use horizon::{Came, Horizon, Known, Mark, Reached};
pub use judge::{Objection, Question, Refusal, Standing, StrandState, judge};
pub use keep::{Keep, Provenance};
pub use laid::Laid;
pub use lawful::{Answers, AsOf, Lawful, Matter, answers, as_of, usable};
pub use leave::{Leave, LeaveGround, NewLeave};
pub use locked::{AGREES, ASKS, UnlockState, Unlocking};
pub use look::{
    BREAK_GLASS, Day, Gaze, Given, Limits, Marks, Pause, Scene, Unusual, Usual, Word, judge_look,
};
pub use look_store::{Glass, Look, LookReason, LookSlip};
pub use look_up::{LookUp, Tag};
pub use older::OlderWords;
pub use opening::{EXPORT_FAILED, OpeningLine, SignedHead};
pub use permit::{Permit, Permits, Reading};
pub use reading::{StrandInfo, Tie, hinted, record_spans, records_between};
pub use record::{FieldValue, Opened, Personal, RawSealed, Reader, Record, Sealed, Writer};
pub use retention::Reason;
pub use schema::MIGRATIONS;
pub use service::{ServiceMessage, said_no_to_service};
pub use signing::{SigningKind, new_signing_key};
pub use suppression::{Scope, Suppression, lift_in, suppress_in, suppressed_in};
pub use sweep::{Due, SweepReport};
pub use vault::{Vault, check_fields};
pub use work::{SubjectKind, Work};

/// Does a piece of work again while it meets another writer's (at most five times).
///
/// # Errors
/// The first failure that is not a race, or the last race.
pub async fn again<T, F, W>(mut piece: F) -> Result<T, VaultError>
where
    F: FnMut() -> W,
    W: std::future::Future<Output = Result<T, VaultError>>,
{
    for _ in 0..4 {
        match piece().await {
            Err(error) if error.is_race() => {}
            other => return other,
        }
    }
    piece().await
}

/// The reason a transaction turns back with when a strand is no longer as the judge saw it.
pub const STRAND_CHANGED: &str = "strand_changed";

/// The reason a transaction turns back with when what was to be held is gone or going.
pub const STRAND_GONE: &str = "strand_gone";
