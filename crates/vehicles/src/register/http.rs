//! The register over HTTP. No plate, chassis number or key reaches a log or an error.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderValue, RETRY_AFTER};
use reqwest::{Client, Response, StatusCode, Url, redirect};
use values::{Clock, Moment, PlateKind};
use zeroize::{Zeroize, Zeroizing};

use super::answer;
use super::retry::retry_at;
use super::{Asked, Looking, Lookup, VehicleRegister};

/// Where Statens vegvesen answers.
pub const OFFICIAL_ADDRESS: &str = "https://akfell-datautlevering.atlas.vegvesen.no";
const PATH: [&str; 2] = ["enkeltoppslag", "kjoretoydata"];
const KEY_HEADER: &str = "SVV-Authorization";
/// An answer is some 10 kB; ten times a large one is still too much to take in.
const LARGEST_BODY: usize = 1 << 20;

/// The key that Statens vegvesen gives; never printed, wiped on drop.
#[derive(Clone)]
pub struct RegisterKey(String);

impl RegisterKey {
    /// Takes a key from the settings.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }
}

impl fmt::Debug for RegisterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RegisterKey(…)")
    }
}

impl Drop for RegisterKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// How the register is reached.
#[derive(Clone, Debug)]
pub struct RegisterSettings {
    /// Address up to `/enkeltoppslag`; `http` only on this machine (the double).
    pub address: String,
    /// The key.
    pub key: RegisterKey,
    /// The longest an adviser waits, connecting and reading included.
    pub time_limit: Duration,
}

impl RegisterSettings {
    /// An adviser at the counter waits three seconds, no longer.
    pub const TIME_LIMIT: Duration = Duration::from_secs(3);

    /// The real register with this key.
    pub fn official(key: RegisterKey) -> Self {
        Self::at(OFFICIAL_ADDRESS, key)
    }

    /// A register at this address.
    pub fn at(address: impl Into<String>, key: RegisterKey) -> Self {
        Self {
            address: address.into(),
            key,
            time_limit: Self::TIME_LIMIT,
        }
    }
}

/// What is wrong with the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// Not an address, or `http` to another machine.
    #[error(
        "the vehicle register's address must begin with https:// (http:// only on this machine)"
    )]
    Address,
    /// Characters that no header can carry.
    #[error("the vehicle register's key must be printable ASCII and not empty")]
    Key,
    /// No TLS client could be made, usually because the machine has no root certificates.
    #[error("no TLS client could be made; are root certificates installed (ca-certificates)?")]
    Client,
}

/// The register over HTTP.
pub struct HttpRegister {
    client: Client,
    address: Url,
    key: HeaderValue,
    clock: Arc<dyn Clock>,
    /// Not to be asked before this instant (quota used up).
    quiet_until: AtomicI64,
}

impl fmt::Debug for HttpRegister {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpRegister(…)")
    }
}

impl HttpRegister {
    /// Checks the settings and makes the client; asks nothing yet.
    pub fn new(settings: &RegisterSettings, clock: Arc<dyn Clock>) -> Result<Self, SetupError> {
        let mut address = Url::parse(&settings.address).map_err(|_| SetupError::Address)?;
        let here = is_this_machine(&address);
        if address.scheme() != "https" && !(here && address.scheme() == "http") {
            return Err(SetupError::Address);
        }
        address
            .path_segments_mut()
            .map_err(|()| SetupError::Address)?
            .pop_if_empty()
            .extend(PATH);
        let text = Zeroizing::new(format!("Apikey {}", settings.key.0));
        let mut key = HeaderValue::from_str(&text).map_err(|_| SetupError::Key)?;
        if settings.key.0.trim().is_empty() {
            return Err(SetupError::Key);
        }
        key.set_sensitive(true);
        // A redirect would carry the key elsewhere.
        let mut client = Client::builder()
            .timeout(settings.time_limit)
            .redirect(redirect::Policy::none())
            .referer(false);
        if here {
            client = client.no_proxy();
        }
        if address.scheme() == "http" {
            // No TLS will be spoken: needs no root certificates on the machine.
            client = client.tls_certs_only([]);
        }
        Ok(Self {
            client: client.build().map_err(|_| SetupError::Client)?,
            address,
            key,
            clock,
            quiet_until: AtomicI64::new(i64::MIN),
        })
    }

    async fn ask(&self, asked: Asked<'_>) -> Lookup {
        let now = self.clock.now();
        let quiet_until = Moment::from_millis(self.quiet_until.load(Ordering::SeqCst));
        if now < quiet_until {
            return Lookup::OverQuota {
                retry_at: quiet_until,
            };
        }
        let request = self
            .client
            .get(self.question(asked))
            .header(KEY_HEADER, self.key.clone())
            .header(ACCEPT, "application/json");
        match request.send().await {
            Ok(response) => self.understand(response, asked, now).await,
            Err(error) => from_failure(&error),
        }
    }

    fn question(&self, asked: Asked<'_>) -> Url {
        let mut url = self.address.clone();
        match asked {
            Asked::Plate(plate) => url
                .query_pairs_mut()
                .append_pair("kjennemerke", plate.lookup_form().reveal()),
            Asked::Vin(vin) => url
                .query_pairs_mut()
                .append_pair("understellsnummer", vin.reveal()),
        };
        url
    }

    async fn understand(&self, response: Response, asked: Asked<'_>, now: Moment) -> Lookup {
        match response.status() {
            StatusCode::OK => match body_of(response).await {
                Ok(body) if body.iter().all(u8::is_ascii_whitespace) => Lookup::Unknown,
                Ok(body) => answer::read(&body, asked, now),
                Err(lookup) => lookup,
            },
            StatusCode::NO_CONTENT | StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => {
                Lookup::Unknown
            }
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Lookup::Refused,
            StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS => {
                let header = response.headers().get(RETRY_AFTER);
                let retry_at = retry_at(header.and_then(|value| value.to_str().ok()), now);
                self.quiet_until.store(retry_at.millis(), Ordering::SeqCst);
                Lookup::OverQuota { retry_at }
            }
            status if status.is_server_error() => Lookup::Down,
            _ => Lookup::Malformed,
        }
    }
}

impl VehicleRegister for HttpRegister {
    fn look_up<'a>(&'a self, asked: Asked<'a>) -> Looking<'a> {
        Box::pin(async move {
            // A foreign plate is not in the register: nothing is sent out of the house for it.
            if matches!(asked, Asked::Plate(plate) if plate.kind() == PlateKind::Foreign) {
                return Lookup::Unknown;
            }
            let lookup = self.ask(asked).await;
            tracing::info!(outcome = lookup.message_id(), "vehicle register asked");
            lookup
        })
    }
}

/// Reads the body up to the limit; what was read is wiped when the answer has been understood.
async fn body_of(mut response: Response) -> Result<Zeroizing<Vec<u8>>, Lookup> {
    let expected = response.content_length().unwrap_or(0);
    let expected = usize::try_from(expected)
        .unwrap_or(usize::MAX)
        .min(LARGEST_BODY);
    let mut body = Zeroizing::new(Vec::with_capacity(expected));
    while let Some(chunk) = response.chunk().await.map_err(|e| from_failure(&e))? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(Lookup::Malformed);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The error itself holds the address that was asked, so only its kind is used.
fn from_failure(error: &reqwest::Error) -> Lookup {
    if error.is_timeout() {
        Lookup::Slow
    } else {
        Lookup::Down
    }
}

fn is_this_machine(address: &Url) -> bool {
    match address.host_str() {
        Some("localhost" | "[::1]") => true,
        Some(host) => host
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|ip| ip.is_loopback()),
        None => false,
    }
}
