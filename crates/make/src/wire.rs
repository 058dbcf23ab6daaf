//! The shapes on the wire, as public clients of the service have recorded them. Fields we have no use
//! for are not read; fields we have no right to send do not exist.

use serde::Serialize;
use serde_json::Value;
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

/// A field as text: the service's versions do not agree on what is a number and what a text.
fn text(row: &Value, name: &str) -> Option<String> {
    match row.get(name)? {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// A whole number, in quotes or not.
pub(crate) fn number(row: &Value, name: &str) -> Option<i64> {
    text(row, name)?.parse().ok()
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

impl Held {
    /// Reads a row, field by field: birthday, gender, phone and address are not even looked at.
    /// Nothing when it has no number to call it by.
    pub(crate) fn read(row: &Value) -> Option<Self> {
        let email = text(row, "email");
        let external = text(row, "external_id");
        Some(Self {
            id: number(row, "id")?,
            email: email.and_then(|email| Email::parse(&email).ok()),
            first_name: text(row, "firstname").and_then(|name| PersonName::parse(&name).ok()),
            external_id: external.as_deref().and_then(|id| id.parse().ok()),
            external,
            standing: Standing::parse(&text(row, "email_status").unwrap_or_default()),
            since: text(row, "date_created").as_deref().and_then(instant),
        })
    }
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

impl Event {
    /// Reads one row of `/events/unsubscribes` or `/events/bounces`.
    pub(crate) fn read(row: &Value) -> Option<Self> {
        let at = ["date_created", "date", "created"];
        let at = at.iter().find_map(|name| text(row, name));
        Some(Self {
            id: number(row, "id"),
            email: Email::parse(&text(row, "email")?).ok()?,
            at: at.as_deref().and_then(instant),
        })
    }
}

/// An instant such as `2020-01-20T11:37:07.558Z`.
fn instant(text: &str) -> Option<Moment> {
    let at: jiff::Timestamp = text.parse().ok()?;
    Some(Moment::from_millis(at.as_millisecond()))
}
