//! A time to be booked, and what can come of it.

use values::{BookingId, FreeText, Moment, Plate, ServiceId, SubjectId, WorkshopId};
use vault::{Actor, Personal, Vault, VaultError};
use web::Lang;

use customers::{CustomerAnswer, CustomerContact};

use crate::{catalogue::Needs, slots::For};

/// How a booking came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Via {
    /// The public page.
    Web,
    /// The API.
    Api,
    /// Staff, on the phone or at the counter.
    Staff,
}

impl Via {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::Staff => "staff",
        }
    }

    /// The word in the ledger of existing customers.
    pub(super) const fn form(self) -> &'static str {
        match self {
            Self::Web => "bestill",
            Self::Api => "api",
            Self::Staff => "stab",
        }
    }

    pub(super) const fn who(self) -> For {
        match self {
            Self::Staff => For::Staff,
            Self::Web | Self::Api => For::Public,
        }
    }

    pub(super) const fn source_kind(self) -> &'static str {
        match self {
            Self::Staff => "staff_observation",
            Self::Web | Self::Api => "data_subject",
        }
    }
}

/// What makes a repeated request recognisable: keyed hashes of its key and of all it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// Of the key.
    pub key: [u8; 32],
    /// Of everything that was sent.
    pub body: [u8; 32],
}

impl Key {
    /// Hashes a key and the parts of a request.
    #[must_use]
    pub fn of(vault: &Vault, key: &str, parts: &[&str]) -> Self {
        let mut body = Vec::new();
        for part in parts {
            body.extend_from_slice(&(part.len() as u64).to_be_bytes());
            body.extend_from_slice(part.as_bytes());
        }
        Self {
            key: *vault.tag_code("booking-key", key.as_bytes()).hash(),
            body: *vault.tag_code("booking-body", &body).hash(),
        }
    }
}

/// A time to be booked. Everything in it is parsed.
pub struct NewBooking {
    /// Where.
    pub workshop: WorkshopId,
    /// What.
    pub service: ServiceId,
    /// When.
    pub starts_at: Moment,
    /// Room the vehicle needs.
    pub needs: Needs,
    /// Who, and how they are reached.
    pub contact: Personal<CustomerContact>,
    /// Which vehicle.
    pub plate: Plate,
    /// What they ask.
    pub question: Option<FreeText>,
    /// The language they use.
    pub lang: Lang,
    /// The version of the declaration they were shown.
    pub notice_version: String,
    /// How it came.
    pub via: Via,
    /// Who does it.
    pub actor: Actor,
    /// The person, when it is known who it is.
    pub known: Option<SubjectId>,
    /// What came of the notice about letters to customers, where one was shown.
    pub letters: CustomerAnswer,
    /// Against doubles.
    pub key: Option<Key>,
}

/// A booked time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booked {
    /// The booking.
    pub id: BookingId,
    /// Whether it had been made before under the same key.
    pub repeated: bool,
}

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// Somebody has it, or it is not offered; these are the free starts nearest to it.
    #[error("the time is not free")]
    Taken(Vec<Moment>),
    /// No bay of the workshop takes such a vehicle.
    #[error("no bay takes the vehicle")]
    TooBig,
    /// No such workshop or service.
    #[error("no such workshop or service")]
    Unknown,
    /// The key was used for something else; that booking stands.
    #[error("the key was used for another booking")]
    KeyUsed(BookingId),
    /// The vault or the store.
    #[error(transparent)]
    Vault(#[from] VaultError),
}
