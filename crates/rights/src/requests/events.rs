//! What happened to a case, in order: who, when, what. Only ever added to; no word of the person in it.

use store::{Db, Row, StoreError, Value, plain};
use values::{Moment, RightsRequestId, SubjectId};
use vault::{Actor, Vault, VaultError};

use super::{model::words, sql};

words! {
    /// What happened.
    What {
        /// It came, by itself.
        Received = "received",
        /// It was written down by a member of staff.
        Registered = "registered",
        /// Identity is in doubt from here: the clock stands still.
        Doubted = "doubted",
        /// Identity is proven: the clock goes on.
        Proven = "proven",
        /// A link went to an address we already had.
        LinkSent = "link_sent",
        /// The case was found to be about somebody we know.
        Adopted = "adopted",
        /// An officer decided who else the person is in the books.
        Matched = "matched",
        /// More time was told.
        Extended = "extended",
        /// Something was held back from erasure.
        Held = "held",
        /// It was answered: done.
        Answered = "answered",
        /// It was answered: refused.
        Refused = "refused",
        /// An erasure was decided.
        Erased = "erased",
        /// The person took it back.
        TakenBack = "taken_back",
        /// Data was restricted.
        Restricted = "restricted",
        /// The person was told that a restriction will be lifted.
        NoticeGiven = "notice_given",
        /// A restriction was lifted.
        Lifted = "lifted",
        /// Something restricted may be used for a purpose (Art. 18(2)).
        Allowed = "allowed",
        /// It may not any more.
        AllowedNoMore = "allowed_no_more",
        /// Something was corrected.
        Corrected = "corrected",
        /// The new address of an account was asked whether it is theirs.
        AddressAsked = "address_asked",
        /// A letter on paper has to be posted before it counts.
        LetterOwed = "letter_owed",
        /// It has gone.
        Posted = "posted",
        /// Consents were withdrawn.
        Withdrawn = "withdrawn",
        /// Somebody was reminded that the date is near.
        Reminded = "reminded",
        /// Somebody was told that the date is past.
        Overdue = "overdue",
    }
}

impl What {
    /// The message that says it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Received => "rights-event-received",
            Self::Registered => "rights-event-registered",
            Self::Doubted => "rights-event-doubted",
            Self::Proven => "rights-event-proven",
            Self::LinkSent => "rights-event-link-sent",
            Self::Adopted => "rights-event-adopted",
            Self::Matched => "rights-event-matched",
            Self::Extended => "rights-event-extended",
            Self::Held => "rights-event-held",
            Self::Answered => "rights-event-answered",
            Self::Refused => "rights-event-refused",
            Self::Erased => "rights-event-erased",
            Self::TakenBack => "rights-event-taken-back",
            Self::Restricted => "rights-event-restricted",
            Self::NoticeGiven => "rights-event-notice-given",
            Self::Lifted => "rights-event-lifted",
            Self::Allowed => "rights-event-allowed",
            Self::AllowedNoMore => "rights-event-allowed-no-more",
            Self::Corrected => "rights-event-corrected",
            Self::AddressAsked => "rights-event-address-asked",
            Self::LetterOwed => "rights-event-letter-owed",
            Self::Posted => "rights-event-posted",
            Self::Withdrawn => "rights-event-withdrawn",
            Self::Reminded => "rights-event-reminded",
            Self::Overdue => "rights-event-overdue",
        }
    }

    /// Whether it is a decision that another officer has to know of.
    #[must_use]
    pub const fn is_change(self) -> bool {
        !matches!(self, Self::Reminded | Self::Overdue | Self::LinkSent)
    }
}

/// One thing that happened to a case.
#[derive(Clone, Debug)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub what: What,
    /// `staff`, `subject`, `link`, `visitor` or `chore`.
    pub actor_kind: String,
    /// Who, if it was a member of staff.
    pub staff: Option<SubjectId>,
    /// A word of the program that goes with it: a document's kind, a level of identity.
    pub detail: String,
}

/// An event on its way into a transaction.
#[derive(Clone)]
pub(crate) struct NewEvent(Vec<Value>);

impl NewEvent {
    /// An event that happens now. `detail` is a word of the program.
    pub fn of(
        vault: &Vault,
        request: RightsRequestId,
        what: What,
        actor: Actor,
        detail: &'static str,
    ) -> Self {
        let world = vault.world();
        Self(vec![
            world.id::<values::JobId>().get().into(),
            request.get().into(),
            world.now().millis().into(),
            what.as_str().into(),
            actor.kind().into(),
            actor.id().into(),
            plain(detail),
        ])
    }

    /// Adds it.
    pub fn add(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        db.exec(&sql::EVENT_ADD, &self.0).map(|_| ())
    }
}

fn event(row: &Row) -> Result<Event, StoreError> {
    let what = What::from_name(row.text("what")?);
    let staff = (row.text("actor_kind")? == "staff").then_some(row.i64("actor_id")?);
    Ok(Event {
        at: Moment::from_millis(row.i64("at")?),
        what: what.ok_or_else(|| StoreError::Type("rights_event: unknown".into()))?,
        actor_kind: row.text("actor_kind")?.to_owned(),
        staff: staff.map(SubjectId::from_raw),
        detail: row.text("detail")?.to_owned(),
    })
}

/// Everything that happened to a case.
///
/// # Errors
/// When the store fails.
pub async fn events(vault: &Vault, id: RightsRequestId) -> Result<Vec<Event>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::EVENTS, &[id.get().into()])?;
        rows.iter().map(event).collect::<Result<Vec<_>, _>>()
    };
    Ok(vault.store().read(read).await?)
}

/// Why a change turned back: somebody else changed the case first.
pub(crate) const CHANGED: &str = "rights-changed";

/// Takes a case in hand as it was seen; inside the transaction of the change, first of all.
///
/// # Errors
/// [`StoreError::Refused`] with [`CHANGED`] when somebody was faster.
pub(crate) fn claim(db: &mut dyn Db, id: RightsRequestId, version: i64) -> Result<(), StoreError> {
    if db.exec(&sql::CLAIM, &[id.get().into(), version.into()])? == 1 {
        Ok(())
    } else {
        Err(StoreError::Refused(CHANGED))
    }
}

/// Whether an error is that.
pub(crate) fn was_changed(error: &VaultError) -> bool {
    matches!(error, VaultError::Store(StoreError::Refused(CHANGED)))
}
