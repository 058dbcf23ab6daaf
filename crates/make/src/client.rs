//! The service over HTTP. No address, name or key reaches a log or an error.

use std::{fmt, time::Duration};

use data_encoding::BASE64;
use reqwest::{
    Client, Method, Response, StatusCode, Url,
    header::{AUTHORIZATION, HeaderValue, RETRY_AFTER},
    redirect,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;
use values::Email;
use zeroize::Zeroizing;

use crate::wire::{BULK, Event, Held, Outgoing, Told, number};

/// Where the service answers.
const OFFICIAL: &str = "https://subscribers.dialogapi.no/api/public/v2";
/// An answer larger than this is not taken in.
const LARGEST_BODY: usize = 64 << 20;
/// How long one call may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// One legal entity's account, from the settings.
///
/// ```toml
/// [make.westrum]            # the legal entity's key in the declaration
/// user_id = "1234"
/// api_key = "…"             # better in the environment
/// list = 17                 # the subscriber list
/// topic = "news"            # what the list is about
/// ```
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeSettings {
    /// The account.
    pub user_id: String,
    /// Its key.
    pub api_key: String,
    /// The list of subscribers.
    pub list: i64,
    /// The topic the list is about, as the declaration names it: one list, one topic.
    #[serde(default = "news")]
    pub topic: String,
    /// Another address than the service's own, for tests.
    #[serde(default = "official")]
    pub address: String,
}

fn official() -> String {
    OFFICIAL.to_owned()
}

fn news() -> String {
    "news".to_owned()
}

/// Without the key.
impl fmt::Debug for MakeSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MakeSettings")
            .field("list", &self.list)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Settings that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// Not an address, or `http` to another machine.
    #[error("make.address: expected https:// (http:// only on this machine)")]
    Address,
    /// No account.
    #[error("make.user_id and make.api_key: expected both, in printable ASCII")]
    Key,
    /// No TLS client could be made.
    #[error("no TLS client could be made; are root certificates installed (ca-certificates)?")]
    Client,
}

/// Why a call brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Not reachable, too slow, or out of order: try later.
    #[error("the newsletter service does not answer")]
    Down,
    /// Too many calls: try after so many seconds.
    #[error("the newsletter service asks for a pause of {0} seconds")]
    Pause(u64),
    /// The account is not accepted: a matter for the administrator.
    #[error("the newsletter service does not accept the account: check user_id and api_key")]
    Refused,
    /// It does not know what was asked about.
    #[error("the newsletter service does not know the list or subscriber")]
    Unknown,
    /// An answer that could not be understood.
    #[error("the newsletter service gave an answer that could not be understood")]
    Malformed,
    /// It names fewer subscribers than it says the list has: nothing is concluded from those it left out.
    #[error("the newsletter service named fewer subscribers than the list has")]
    Short,
}

impl Failure {
    /// Whether trying again by itself makes sense.
    #[must_use]
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::Down | Self::Pause(_))
    }
}

/// One account at the service.
pub struct Make {
    client: Client,
    base: Url,
    key: HeaderValue,
    list: i64,
}

impl fmt::Debug for Make {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Make(…)")
    }
}

impl Make {
    /// Checks the settings; asks nothing yet.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn new(settings: &MakeSettings) -> Result<Self, SetupError> {
        let base = Url::parse(&settings.address).map_err(|_| SetupError::Address)?;
        let here = matches!(base.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if base.scheme() != "https" && !(here && base.scheme() == "http") {
            return Err(SetupError::Address);
        }
        if settings.user_id.trim().is_empty() || settings.api_key.trim().is_empty() {
            return Err(SetupError::Key);
        }
        let pair = Zeroizing::new(format!("{}:{}", settings.user_id, settings.api_key));
        let text = Zeroizing::new(format!("Basic {}", BASE64.encode(pair.as_bytes())));
        let mut key = HeaderValue::from_str(&text).map_err(|_| SetupError::Key)?;
        key.set_sensitive(true);
        // A redirect would carry the key elsewhere.
        let mut client = Client::builder()
            .timeout(PATIENCE)
            .redirect(redirect::Policy::none())
            .referer(false);
        if here {
            client = client.no_proxy();
        }
        if base.scheme() == "http" {
            client = client.tls_certs_only([]);
        }
        Ok(Self {
            client: client.build().map_err(|_| SetupError::Client)?,
            base,
            key,
            list: settings.list,
        })
    }

    /// Everybody on the list, and how many rows could not be read: one of another shape spoils only
    /// itself.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn held(&self) -> Result<(Vec<Held>, i64), Failure> {
        let path = format!("subscribers/by_list?list_id={}", self.list);
        let rows: Rows = self.call(Method::GET, &path, None).await?;
        let rows = rows.list();
        let held: Vec<Held> = rows.iter().filter_map(Held::read).collect();
        let unread = (rows.len() - held.len()) as i64;
        Ok((held, unread))
    }

    /// How many addresses the service says the list has; none when it does not say.
    ///
    /// # Errors
    /// When the service does not answer.
    pub async fn size(&self) -> Result<Option<i64>, Failure> {
        let path = format!("subscriberlists/{}", self.list);
        match self
            .call::<serde_json::Value>(Method::GET, &path, None)
            .await
        {
            Ok(list) => Ok(number(&list, "subscriber_emails")),
            Err(Failure::Unknown | Failure::Malformed) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Puts people on the list, as many as a bulk call takes at a time. One who is there already stays
    /// as they are: nobody is made active again by this.
    ///
    /// # Errors
    /// When the service fails; those of earlier calls are on the list.
    pub async fn put(&self, people: &[Told]) -> Result<(), Failure> {
        for some in people.chunks(BULK) {
            let rows: Vec<Outgoing<'_>> = some.iter().map(|p| p.outgoing(self.list)).collect();
            let path = format!(
                "subscribers/bulkinsert?subscriber_list_id={}&status=active&tag=merge",
                self.list
            );
            let body = serde_json::to_value(rows).map_err(|_| Failure::Malformed)?;
            self.send(Method::POST, &path, Some(body)).await?;
        }
        Ok(())
    }

    /// Changes the address or name of somebody by our own id.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn correct(&self, people: &[Told]) -> Result<(), Failure> {
        for some in people.chunks(BULK) {
            let rows: Vec<Outgoing<'_>> = some.iter().map(|p| p.outgoing(self.list)).collect();
            let body = serde_json::to_value(rows).map_err(|_| Failure::Malformed)?;
            self.send(
                Method::PUT,
                "subscribers/bulkupdate_by_external_id",
                Some(body),
            )
            .await?;
        }
        Ok(())
    }

    /// No letters to that address any more. An address the service does not know gets none already.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn stop(&self, email: &Email) -> Result<(), Failure> {
        let body = json!({ "email": email.reveal() });
        match self
            .send(Method::POST, "subscribers/unsubscribe_email", Some(body))
            .await
        {
            Ok(_) | Err(Failure::Unknown) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// No letters to that subscriber any more, by the service's own id: the address may be gone here.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn stop_by_id(&self, id: i64) -> Result<(), Failure> {
        let path = format!("subscribers/{id}/unsubscribe_email");
        match self.send(Method::POST, &path, None).await {
            Ok(_) | Err(Failure::Unknown) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Takes somebody out of the service altogether, by its own id.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn remove(&self, id: i64) -> Result<(), Failure> {
        let path = format!("subscribers/{id}");
        match self.send(Method::DELETE, &path, None).await {
            Ok(_) | Err(Failure::Unknown) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Those who unsubscribed there.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn unsubscribes(&self) -> Result<Vec<Event>, Failure> {
        self.events("events/unsubscribes").await
    }

    /// Those whose letters came back.
    ///
    /// # Errors
    /// When the service fails.
    pub async fn bounces(&self) -> Result<Vec<Event>, Failure> {
        self.events("events/bounces").await
    }

    async fn events(&self, path: &str) -> Result<Vec<Event>, Failure> {
        let rows: Rows = self.call(Method::GET, path, None).await?;
        Ok(rows.list().iter().filter_map(Event::read).collect())
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<serde_json::Value>,
    ) -> Result<T, Failure> {
        let response = self.send(method, path, body).await?;
        let bytes = body_of(response).await?;
        serde_json::from_slice(&bytes).map_err(|_| Failure::Malformed)
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<serde_json::Value>,
    ) -> Result<Response, Failure> {
        let address = format!("{}/{path}", self.base.as_str().trim_end_matches('/'));
        let url = Url::parse(&address).map_err(|_| Failure::Malformed)?;
        let mut request = self
            .client
            .request(method, url)
            .header(AUTHORIZATION, self.key.clone());
        if let Some(body) = body {
            request = request.json(&body);
        }
        // The error holds the address that was asked: only its kind is used.
        let response = request.send().await.map_err(|_| Failure::Down)?;
        match response.status() {
            status if status.is_success() => Ok(response),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Failure::Refused),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(Failure::Unknown),
            StatusCode::TOO_MANY_REQUESTS => Err(Failure::Pause(pause(&response))),
            status if status.is_server_error() => Err(Failure::Down),
            _ => Err(Failure::Malformed),
        }
    }
}

/// A bare list, or one inside an object: public clients have recorded both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Rows {
    Bare(Vec<serde_json::Value>),
    Inside {
        #[serde(
            alias = "subscribers",
            alias = "data",
            alias = "events",
            alias = "items"
        )]
        rows: Vec<serde_json::Value>,
    },
}

impl Rows {
    fn list(self) -> Vec<serde_json::Value> {
        match self {
            Self::Bare(rows) | Self::Inside { rows } => rows,
        }
    }
}

fn pause(response: &Response) -> u64 {
    let said = response.headers().get(RETRY_AFTER);
    said.and_then(|value| value.to_str().ok()?.trim().parse().ok())
        .unwrap_or(60)
        .min(86_400)
}

async fn body_of(mut response: Response) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut body = Zeroizing::new(Vec::new());
    while let Some(chunk) = response.chunk().await.map_err(|_| Failure::Down)? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(Failure::Malformed);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
