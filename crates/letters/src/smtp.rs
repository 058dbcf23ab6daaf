//! Handing a message to the mail server.

use std::time::Duration;

use mail_send::{
    Credentials, SmtpClient, SmtpClientBuilder,
    smtp::{AssertReply, message::Parameters},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};

use crate::settings::{MailSettings, Sender, Tls};

/// A connection must stand, and a message must be taken, within this time.
const LIMIT: Duration = Duration::from_secs(40);
/// One answer of the server must come within this time.
const ANSWER: Duration = Duration::from_secs(20);

/// Settings that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// A wrong setting, by key, with what was expected.
    #[error("{0}")]
    Setting(String),
    /// The machine has no certificates to check the server with.
    #[error("mail.tls: {0}")]
    Trust(String),
}

/// How the server took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Taken.
    Taken,
    /// Not now: try later. The code, if the server said one.
    Later(Option<u16>),
    /// Never: the server's code.
    Never(u16),
    /// There is no talking to the server now.
    Away(Option<u16>),
}

/// Sends messages through one mail server. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    settings: std::sync::Arc<MailSettings>,
    tls: Option<SmtpClientBuilder<String>>,
    limits: (Duration, Duration),
}

impl Mailer {
    /// Takes the settings, after a check.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn new(settings: MailSettings) -> Result<Self, MailError> {
        settings.check().map_err(MailError::Setting)?;
        let tls = match settings.tls {
            Tls::None => None,
            Tls::Starttls | Tls::Implicit => Some(tls(&settings)?),
        };
        Ok(Self {
            settings: std::sync::Arc::new(settings),
            tls,
            limits: (LIMIT, ANSWER),
        })
    }

    /// With shorter limits, for tests of slow servers.
    #[must_use]
    pub fn within(mut self, limit: Duration) -> Self {
        self.limits = (limit, limit);
        self
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &MailSettings {
        &self.settings
    }

    /// Who a legal entity's letters are from.
    pub(crate) fn sender(&self, key: Option<&str>) -> &Sender {
        key.and_then(|key| self.settings.controller.get(key))
            .unwrap_or(&self.settings.from)
    }

    /// Connects and logs in. Any failure is [`Verdict::Away`].
    pub(crate) async fn connect(&self) -> Result<Line, Verdict> {
        let connecting = async {
            match &self.tls {
                None => self.connect_plain().await.map(Line::of),
                Some(tls) => tls.connect().await.map(Line::of),
            }
        };
        match timeout(self.limits.0, connecting).await {
            Ok(Ok(line)) => Ok(line),
            Ok(Err(error)) => {
                let code = code(&error);
                tracing::warn!(code, reason = reason(&error), "mail server: no connection");
                Err(Verdict::Away(code))
            }
            Err(_) => {
                tracing::warn!("mail server: no connection in time");
                Err(Verdict::Away(None))
            }
        }
    }

    async fn connect_plain(&self) -> mail_send::Result<SmtpClient<TcpStream>> {
        let place = (self.settings.host.as_str(), self.settings.port);
        let mut client = SmtpClient {
            stream: TcpStream::connect(place).await?,
            timeout: self.limits.1,
        };
        client.read().await?.assert_positive_completion()?;
        client.ehlo(self.settings.own_name()).await?;
        Ok(client)
    }

    /// Hands one message over. After anything but [`Verdict::Taken`] the line is not used again.
    pub(crate) async fn send(&self, line: &mut Line, from: &str, to: &str, body: &[u8]) -> Verdict {
        match timeout(self.limits.0, hand_over(&mut line.0, from, to, body)).await {
            Ok(Ok(())) => Verdict::Taken,
            Ok(Err(error)) => verdict(&error),
            Err(_) => Verdict::Later(None),
        }
    }
}

fn tls(settings: &MailSettings) -> Result<SmtpClientBuilder<String>, MailError> {
    let builder = SmtpClientBuilder::new(settings.host.clone(), settings.port)
        .map_err(MailError::Trust)?
        .implicit_tls(settings.tls == Tls::Implicit)
        .helo_host(settings.own_name())
        .timeout(ANSWER);
    Ok(match (&settings.user, &settings.password) {
        (Some(user), Some(password)) => {
            builder.credentials(Credentials::new(user.clone(), password.clone()))
        }
        _ => builder,
    })
}

/// Bytes to and from the server, protected or not.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

/// A connection that may carry several messages.
pub(crate) struct Line(SmtpClient<Box<dyn Stream>>);

impl Line {
    fn of<T: Stream + 'static>(client: SmtpClient<T>) -> Self {
        Self(SmtpClient {
            stream: Box::new(client.stream),
            timeout: client.timeout,
        })
    }

    /// Says goodbye; a server that does not answer is left alone.
    pub(crate) async fn close(self) {
        let _ = timeout(Duration::from_secs(2), self.0.quit()).await;
    }
}

async fn hand_over(
    client: &mut SmtpClient<Box<dyn Stream>>,
    from: &str,
    to: &str,
    body: &[u8],
) -> mail_send::Result<()> {
    let mut sender = Parameters::new();
    if !to.is_ascii() {
        // RFC 6531: a server that does not know the word refuses, and that is the answer.
        sender.add("SMTPUTF8");
    }
    client.mail_from(from, &sender).await?;
    client.rcpt_to(to, &Parameters::new()).await?;
    client.data(body).await.map(|_| ())
}

/// Codes by which the server speaks of us, not of the message: wrong or missing log-in, no
/// protection. A person's letter is not given up for that.
const ABOUT_US: &[u16] = &[421, 454, 523, 530, 534, 535, 538];

fn verdict(error: &mail_send::Error) -> Verdict {
    match code(error) {
        Some(code) if (500..600).contains(&code) && !ABOUT_US.contains(&code) => {
            Verdict::Never(code)
        }
        code => Verdict::Later(code),
    }
}

fn code(error: &mail_send::Error) -> Option<u16> {
    match error {
        mail_send::Error::UnexpectedReply(reply)
        | mail_send::Error::AuthenticationFailed(reply) => Some(reply.code),
        _ => None,
    }
}

/// The kind of failure, without anything the server said.
fn reason(error: &mail_send::Error) -> &'static str {
    match error {
        mail_send::Error::Io(_) => "connection",
        mail_send::Error::Tls(_) | mail_send::Error::InvalidTLSName => "certificate",
        mail_send::Error::AuthenticationFailed(_)
        | mail_send::Error::Auth(_)
        | mail_send::Error::MissingCredentials
        | mail_send::Error::UnsupportedAuthMechanism => "log-in",
        mail_send::Error::MissingStartTls => "no STARTTLS",
        mail_send::Error::Timeout => "slow",
        _ => "answer",
    }
}
