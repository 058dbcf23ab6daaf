//! The door messages leave by. Bytes of a finished message and an envelope go in; how it was taken
//! comes out. Signing, pools and pipelines are behind it.

use std::{future::Future, pin::Pin};

use values::Email;

/// Who it is from and to whom, as the mail server is told.
pub struct Envelope {
    /// Where what cannot be delivered comes back to.
    pub from: String,
    /// To whom.
    pub to: Email,
}

/// How a message was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Taken: from now on it is the server's.
    Taken,
    /// Not now (4xx, a broken connection); the code, if one was said.
    Later(Option<u16>),
    /// Never (5xx about this message).
    Never(u16),
    /// The whole message was across and nothing was answered: it may have been taken.
    Unsure,
    /// There is no talking to the server now: no message is the worse for it.
    Away(Option<u16>),
}

/// What a sender answers, later.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;

/// Hands messages over. Called from several tasks at once; reuses its connections.
pub trait Sender: Send + Sync {
    /// Hands one message over.
    fn send<'a>(&'a self, envelope: &'a Envelope, message: &'a [u8]) -> Sending<'a>;
}

/// The house's own mail server, over connections that are kept.
pub struct Plain(letters::Wire);

impl Plain {
    /// Through this mailer.
    #[must_use]
    pub fn new(mailer: letters::Mailer) -> Self {
        Self(letters::Wire::new(mailer))
    }
}

impl Sender for Plain {
    fn send<'a>(&'a self, envelope: &'a Envelope, message: &'a [u8]) -> Sending<'a> {
        Box::pin(async move {
            let to = envelope.to.reveal();
            match self.0.hand_over(&envelope.from, to, message).await {
                letters::Verdict::Taken => Outcome::Taken,
                letters::Verdict::Later(code) => Outcome::Later(code),
                letters::Verdict::Never(code) => Outcome::Never(code),
                letters::Verdict::Unsure => Outcome::Unsure,
                letters::Verdict::Away(code) => Outcome::Away(code),
            }
        })
    }
}
