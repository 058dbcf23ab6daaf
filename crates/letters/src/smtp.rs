//! Handing a message to the mail server.

use std::{borrow::Cow, sync::Arc, time::Duration};

use dispatch::dkim::Signer;
use mail_send::{Credentials, SmtpClient, SmtpClientBuilder, smtp::AssertReply};
use tokio::{
    io::{AsyncRead, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::settings::{MailSettings, Sender, Tls};

/// How long the server may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Until a connection stands.
    pub connect: Duration,
    /// Until one command is answered.
    pub answer: Duration,
    /// Until the recipient is accepted, and again until the message is across.
    pub message: Duration,
    /// After the end of the message: from here on giving up may mean a second copy, so that nobody gives
    /// up early (RFC 5321, 4.5.3.2.6).
    pub after_dot: Duration,
}

impl Limits {
    /// What the standard asks for after the message; before it an impatient sender hurts nobody.
    pub const USUAL: Self = Self {
        connect: Duration::from_secs(40),
        answer: Duration::from_secs(30),
        message: Duration::from_secs(60),
        after_dot: Duration::from_secs(600),
    };
    /// No hand-over takes longer than this: the leases of the queues are longer.
    pub const SLOWEST_MS: i64 = 800_000;
}

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
    /// The whole message is across, and no answer came that could be understood: it may have been taken.
    Unsure,
    /// There is no talking to the server now.
    Away(Option<u16>),
}

/// Sends messages through one mail server. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    settings: Arc<MailSettings>,
    tls: Option<SmtpClientBuilder<String>>,
    limits: Limits,
    signer: Option<Arc<Signer>>,
    returns: Option<Arc<str>>,
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
            settings: Arc::new(settings),
            tls,
            limits: Limits::USUAL,
            signer: None,
            returns: None,
        })
    }

    /// Signs every message with these keys (DKIM).
    #[must_use]
    pub fn signing(mut self, signer: Arc<Signer>) -> Self {
        self.signer = Some(signer);
        self
    }

    /// What cannot be delivered comes back to this address, and not to the sender's.
    #[must_use]
    pub fn returning_to(mut self, address: &str) -> Self {
        self.returns = Some(address.into());
        self
    }

    /// The message as it leaves: signed, if this house signs. RSA is done on threads of its own, so
    /// that every core takes part and nobody waits for it. A message that cannot be signed waits.
    pub(crate) async fn signed<'a>(&self, message: &'a [u8]) -> Result<Cow<'a, [u8]>, Verdict> {
        let Some(signer) = self.signer.clone() else {
            return Ok(Cow::Borrowed(message));
        };
        let bare = message.to_vec();
        match tokio::task::spawn_blocking(move || signer.sign(&bare)).await {
            Ok(Ok(signed)) => Ok(Cow::Owned(signed)),
            Ok(Err(_)) | Err(_) => {
                tracing::error!("a message could not be signed");
                Err(Verdict::Later(None))
            }
        }
    }

    /// With other limits.
    #[must_use]
    pub const fn limited(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With shorter limits, for tests of slow servers.
    #[must_use]
    pub fn within(mut self, limit: Duration) -> Self {
        self.limits = Limits {
            connect: limit,
            answer: limit,
            message: limit,
            after_dot: limit,
        };
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
                None => self.connect_plain().await,
                Some(tls) => tls.connect().await.map(|client| Line::of(client, false)),
            }
        };
        match timeout(self.limits.connect, connecting).await {
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

    async fn connect_plain(&self) -> mail_send::Result<Line> {
        let place = (self.settings.host.as_str(), self.settings.port);
        let stream = TcpStream::connect(place).await?;
        // A message ends in a short write: it must not wait for the answer to a long one.
        stream.set_nodelay(true)?;
        let mut client = SmtpClient {
            stream,
            timeout: self.limits.answer,
        };
        client.read().await?.assert_positive_completion()?;
        let can = client.ehlo(self.settings.own_name()).await?;
        Ok(Line::of(client, can.capabilities & PIPELINING != 0))
    }

    /// Hands one message over. After anything but [`Verdict::Taken`] the line is not used again.
    pub(crate) async fn send(&self, line: &mut Line, from: &str, to: &str, body: &[u8]) -> Verdict {
        let from = self.returns.as_deref().unwrap_or(from);
        match timeout(self.limits.message, ask(line, from, to)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return verdict(&error),
            Err(_) => return Verdict::Later(None),
        }
        let wire = transparent(body);
        let across = line.client.stream.write_all(&wire);
        if !matches!(timeout(self.limits.message, across).await, Ok(Ok(()))) {
            // The end of it is not among what was written: the server has half a message.
            return Verdict::Later(None);
        }
        let answer = async {
            line.client.stream.flush().await?;
            line.client.read().await
        };
        match timeout(self.limits.after_dot, answer).await {
            Ok(Ok(answer)) => match answer.code {
                200..300 => Verdict::Taken,
                400..600 => verdict(&mail_send::Error::UnexpectedReply(answer)),
                _ => Verdict::Unsure,
            },
            Ok(Err(_)) | Err(_) => Verdict::Unsure,
        }
    }
}

fn tls(settings: &MailSettings) -> Result<SmtpClientBuilder<String>, MailError> {
    let builder = SmtpClientBuilder::new(settings.host.clone(), settings.port)
        .map_err(MailError::Trust)?
        .implicit_tls(settings.tls == Tls::Implicit)
        .helo_host(settings.own_name())
        .timeout(Limits::USUAL.answer);
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

/// How the library marks a server that takes several commands at once (RFC 2920).
const PIPELINING: u32 = 1 << 19;

/// A connection that may carry several messages.
pub(crate) struct Line {
    client: SmtpClient<Box<dyn Stream>>,
    pipelines: bool,
}

impl Line {
    fn of<T: Stream + 'static>(client: SmtpClient<T>, pipelines: bool) -> Self {
        Self {
            client: SmtpClient {
                stream: Box::new(client.stream),
                timeout: client.timeout,
            },
            pipelines,
        }
    }

    /// Says goodbye; a server that does not answer is left alone.
    pub(crate) async fn close(self) {
        let _ = timeout(Duration::from_secs(2), self.client.quit()).await;
    }
}

/// Up to the server's "go on": nothing of the message is across yet.
async fn ask(line: &mut Line, from: &str, to: &str) -> mail_send::Result<()> {
    // RFC 6531: a server that does not know the word refuses, and that is the answer.
    let word = if to.is_ascii() { "" } else { " SMTPUTF8" };
    let mail = format!("MAIL FROM:<{from}>{word}\r\n");
    let rcpt = format!("RCPT TO:<{to}>\r\n");
    let client = &mut line.client;
    let within = client.timeout;
    if line.pipelines {
        let all = [mail.as_str(), rcpt.as_str(), "DATA\r\n"].concat();
        let asking = async {
            client.stream.write_all(all.as_bytes()).await?;
            client.stream.flush().await?;
            client.read_many(3).await
        };
        let answers = timeout(within, asking)
            .await
            .map_err(|_| mail_send::Error::Timeout)??;
        // The first no ends the connection, before anything of the message is sent.
        for (answer, wanted) in answers.into_iter().zip([2, 2, 3]) {
            if answer.code / 100 != wanted {
                return Err(mail_send::Error::UnexpectedReply(answer));
            }
        }
    } else {
        client.cmd(mail).await?.assert_positive_completion()?;
        client.cmd(rcpt).await?.assert_positive_completion()?;
        client.cmd("DATA\r\n").await?.assert_code(354)?;
    }
    Ok(())
}

/// A message as it stands on the wire: a dot before each line that begins with one, and the end (RFC
/// 5321, 4.5.2). In one piece, so that it leaves in one piece. A dot after a bare CR or LF is doubled
/// too: nobody smuggles a second message in.
fn transparent(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 64);
    let mut fresh = true;
    for byte in body {
        if fresh && *byte == b'.' {
            out.push(b'.');
        }
        out.push(*byte);
        fresh = matches!(byte, b'\r' | b'\n');
    }
    if !body.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
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

#[cfg(test)]
mod tests {
    use super::transparent;

    #[test]
    fn no_line_of_a_message_ends_it() {
        for (body, wire) in [
            ("A: b\r\n.\r\n", "A: b\r\n..\r\n.\r\n"),
            (".", "..\r\n.\r\n"),
            ("a\r\n...b", "a\r\n....b\r\n.\r\n"),
            ("a\n.\r\nMAIL", "a\n..\r\nMAIL\r\n.\r\n"),
            ("a\r.\nb\r\n", "a\r..\nb\r\n.\r\n"),
            ("", "\r\n.\r\n"),
        ] {
            assert_eq!(transparent(body.as_bytes()), wire.as_bytes(), "{body:?}");
        }
    }
}
