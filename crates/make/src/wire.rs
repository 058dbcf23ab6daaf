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
    /// No word, or one we do not know: letters may leave, and nobody's no is made of it.
    Other,
}

impl Standing {
    pub(crate) fn parse(word: &str) -> Self {
        match word.trim().to_lowercase().as_str() {
            "active" | "reactivate" => Self::Active,
            "unsubscribed" => Self::Unsubscribed,
            "bounce" | "bounced" => Self::Bounced,
            _ => Self::Other,
        }
    }

    /// The worse of two: a no outweighs everything.
    pub(crate) const fn worse(self, other: Self) -> Self {
        if other.rank() > self.rank() {
            other
        } else {
            self
        }
    }

    pub(crate) const fn rank(self) -> u8 {
        match self {
            Self::Active => 0,
            Self::Other => 1,
            Self::Bounced => 2,
            Self::Unsubscribed => 3,
        }
    }

    /// Whether letters may leave from there, for all we know: only a word that says no is a no.
    pub(crate) const fn may_send(self) -> bool {
        matches!(self, Self::Active | Self::Other)
    }
}

/// A number or a text: the service's versions do not agree on which.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Loose {
    /// A whole number.
    Number(i64),
    /// Anything in quotes.
    Text(String),
}

impl Loose {
    fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
        }
    }

    fn text(self) -> Option<String> {
        match self {
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }
}

/// A subscriber the service holds. Birthday, gender, phone and address are not even read.
#[derive(Deserialize)]
pub(crate) struct Incoming {
    pub id: Loose,
    pub email: Option<String>,
    pub firstname: Option<String>,
    pub external_id: Option<Loose>,
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
    /// The same as the service writes it: it may be another system's.
    pub external: Option<String>,
    /// How it stands there.
    pub standing: Standing,
    /// Since when the service has it.
    pub since: Option<Moment>,
}

impl Incoming {
    /// Nothing when the row has no number to call it by.
    pub(crate) fn read(self) -> Option<Held> {
        let external = self.external_id.and_then(Loose::text);
        Some(Held {
            id: self.id.number()?,
            email: self.email.as_deref().and_then(|e| Email::parse(e).ok()),
            first_name: self.firstname.and_then(|n| PersonName::parse(&n).ok()),
            external_id: external.as_deref().and_then(|id| id.parse().ok()),
            external,
            standing: Standing::parse(self.email_status.as_deref().unwrap_or_default()),
            since: self.date_created.as_deref().and_then(instant),
        })
    }
}

/// One row of `/events/unsubscribes` or `/events/bounces`.
#[derive(Deserialize)]
pub(crate) struct IncomingEvent {
    pub id: Option<Loose>,
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
            id: self.id.and_then(|id| id.number()),
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
