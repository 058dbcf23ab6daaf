//! The shapes on the wire, as public clients of the service have recorded them. Fields we have no use
//! for are not read; fields we have no right to send do not exist.

use serde::{Deserialize, Serialize};
use values::{Email, Moment, PersonName};

/// The most rows one bulk call takes.
pub const BULK: usize = 1000;

/// What leaves the house about one subscriber: all of it.
#[derive(Serialize)]
pub(crate) struct Outgoing<'a> {
    pub email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub firstname: Option<&'a str>,
    pub lists: [i64; 1],
    pub external_id: String,
}

/// One subscriber to be told of.
pub struct Told {
    /// The address.
    pub email: Email,
    /// The first name, when the person gave one.
    pub first_name: Option<PersonName>,
    /// Our own id for the subscriber; says nothing by itself.
    pub external_id: i64,
}

impl Told {
    pub(crate) fn outgoing(&self, list: i64) -> Outgoing<'_> {
        Outgoing {
            email: self.email.reveal(),
            firstname: self.first_name.as_ref().map(PersonName::reveal),
            lists: [list],
            external_id: self.external_id.to_string(),
        }
    }
}

/// How an address stands at the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Gets letters.
    Active,
    /// Has said no there.
    Unsubscribed,
    /// Letters come back.
    Bounced,
    /// A word we do not know: treated as "no letters".
    Other,
}

impl Standing {
    pub(crate) fn parse(word: &str) -> Self {
        match word {
            "active" | "reactivate" => Self::Active,
            "unsubscribed" => Self::Unsubscribed,
            "bounce" | "bounced" => Self::Bounced,
            _ => Self::Other,
        }
    }
}

/// A subscriber the service holds. Birthday, gender, phone and address are not even read.
#[derive(Deserialize)]
pub(crate) struct Incoming {
    pub id: i64,
    pub email: Option<String>,
    pub firstname: Option<String>,
    pub external_id: Option<String>,
    pub email_status: Option<String>,
    pub date_created: Option<String>,
}

/// A subscriber the service holds, read.
pub struct Held {
    /// The service's id.
    pub id: i64,
    /// The address, if it is one.
    pub email: Option<Email>,
    /// The first name.
    pub first_name: Option<PersonName>,
    /// Our id, if we gave one.
    pub external_id: Option<i64>,
    /// How it stands there.
    pub standing: Standing,
    /// Since when the service has it.
    pub since: Option<Moment>,
}

impl From<Incoming> for Held {
    fn from(row: Incoming) -> Self {
        Self {
            id: row.id,
            email: row.email.as_deref().and_then(|e| Email::parse(e).ok()),
            first_name: row.firstname.and_then(|n| PersonName::parse(&n).ok()),
            external_id: row.external_id.and_then(|id| id.parse().ok()),
            standing: Standing::parse(row.email_status.as_deref().unwrap_or_default()),
            since: row.date_created.as_deref().and_then(instant),
        }
    }
}

/// One row of `/events/unsubscribes` or `/events/bounces`.
#[derive(Deserialize)]
pub(crate) struct IncomingEvent {
    pub id: Option<i64>,
    pub email: Option<String>,
    #[serde(alias = "date", alias = "created")]
    pub date_created: Option<String>,
}

/// Somebody unsubscribed or bounced at the service.
pub struct Event {
    /// The service's id of the event, if it gives one.
    pub id: Option<i64>,
    /// The address.
    pub email: Email,
    /// When; none when the service does not say.
    pub at: Option<Moment>,
}

impl IncomingEvent {
    pub(crate) fn read(self) -> Option<Event> {
        Some(Event {
            id: self.id,
            email: Email::parse(self.email.as_deref()?).ok()?,
            at: self.date_created.as_deref().and_then(instant),
        })
    }
}

/// An instant such as `2020-01-20T11:37:07.558Z`.
fn instant(text: &str) -> Option<Moment> {
    let at: jiff::Timestamp = text.parse().ok()?;
    Some(Moment::from_millis(at.as_millisecond()))
}
