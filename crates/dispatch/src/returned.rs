//! What comes back: bounces (RFC 3464) and complaints of receivers (RFC 5965).
//!
//! A report is told apart by its form, never by its words, and belongs to the message whose
//! Message-ID it quotes: the address it names is not believed, since anybody may write one.

use mail_parser::{MessageParser, MimeHeaders, PartType};

/// What a report says about one message of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The Message-ID of the message it is about, without the brackets.
    pub message_id: String,
    /// What happened to it.
    pub what: What,
}

/// What happened to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It will never arrive: the server on the way has given up. Class 5, or 4 when it had tried for
    /// days (RFC 3463).
    Never(Status),
    /// It has not arrived yet.
    NotNow(Status),
    /// The receiver called it unwanted.
    Complaint,
}

/// An enhanced status code: class, subject and detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(pub u8, pub u16, pub u16);

impl Status {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace().next()?.split('.');
        let status = Self(
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
        );
        matches!(status.0, 2 | 4 | 5).then_some(status)
    }

    /// Whether the address itself is at fault: unknown, closed or disabled mailbox or domain (RFC
    /// 3463 sections 3.2 and 3.3), and not our message or our server.
    #[must_use]
    pub const fn is_of_the_address(self) -> bool {
        self.0 == 5 && matches!((self.1, self.2), (1, 1..=3 | 6 | 10) | (2, 0 | 1))
    }
}

/// Reads a message that came to the return address; none when it is no report about one of ours.
#[must_use]
pub fn read(raw: &[u8]) -> Option<Returned> {
    let message = MessageParser::default().parse(raw)?;
    let kind = message.content_type()?;
    if kind.ctype() != "multipart" || kind.subtype() != Some("report") {
        return None;
    }
    let report = kind.attribute("report-type")?.to_ascii_lowercase();
    let mut what = None;
    let mut message_id = None;
    for part in &message.parts {
        let Some(kind) = part.content_type() else {
            continue;
        };
        let text = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.as_ref(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                std::str::from_utf8(bytes.as_ref()).unwrap_or_default()
            }
            PartType::Message(inner) => {
                message_id = message_id.or(inner.message_id().map(ToOwned::to_owned));
                // Some servers give the report itself the form of a message.
                inner
                    .raw_message()
                    .get(..)
                    .map_or("", |raw| std::str::from_utf8(raw).unwrap_or_default())
            }
            PartType::Multipart(_) => continue,
        };
        match (kind.ctype(), kind.subtype().unwrap_or_default()) {
            ("message", "delivery-status") if report == "delivery-status" => {
                what = what.or(delivery(text));
            }
            ("message", "feedback-report") if report == "feedback-report" => {
                what = what.or(feedback(text));
            }
            ("text", "rfc822-headers") | ("message", "rfc822" | "rfc822-headers" | "global") => {
                message_id = message_id.or_else(|| field(text, "message-id").map(bare));
            }
            _ => {}
        }
    }
    Some(Returned {
        message_id: message_id?,
        what: what?,
    })
}

fn delivery(text: &str) -> Option<What> {
    let status = Status::parse(&field(text, "status")?)?;
    let action = field(text, "action")?.to_ascii_lowercase();
    match (action.as_str(), status.0) {
        // Given up; with class 4 after days of trying.
        ("failed", 4 | 5) => Some(What::Never(status)),
        ("delayed", 4 | 5) => Some(What::NotNow(status)),
        _ => None,
    }
}

fn feedback(text: &str) -> Option<What> {
    let kind = field(text, "feedback-type")?.to_ascii_lowercase();
    matches!(
        kind.as_str(),
        "abuse" | "fraud" | "opt-out" | "opt-out-list"
    )
    .then_some(What::Complaint)
}

/// The first field of that name, unfolded.
fn field(text: &str, name: &str) -> Option<String> {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        if !key.trim().eq_ignore_ascii_case(name) {
            continue;
        }
        let mut value = value.trim().to_owned();
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            value.push(' ');
            value.push_str(more.trim());
        }
        return Some(value);
    }
    None
}

fn bare(id: String) -> String {
    id.trim().trim_matches(['<', '>']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounce(action: &str, status: &str, third: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example.no\r\nTo: retur@example.no\r\nSubject: Undelivered\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n \
             boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
             --b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.no\r\n\
             Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0100\r\n\r\nFinal-Recipient: rfc822; a@example.no\r\n\
             Action: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n  no such user\r\n\r\n\
             --b1\r\n{third}\r\n--b1--\r\n"
        )
    }

    const HEADERS: &str = "Content-Type: text/rfc822-headers\r\n\r\nFrom: post@example.no\r\n\
                           Message-ID:\r\n <k1.r2@example.no>\r\nSubject: Nytt\r\n";
    const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nFrom: post@example.no\r\n\
                         Message-ID: <k1.r2@example.no>\r\nSubject: Nytt\r\n\r\nHei\r\n";

    #[test]
    fn bounces_are_read_by_their_form() {
        for third in [HEADERS, WHOLE] {
            let raw = bounce("failed", "5.1.1 (unknown)", third);
            let report = read(raw.as_bytes()).unwrap();
            assert_eq!(report.message_id, "k1.r2@example.no");
            let What::Never(status) = report.what else {
                panic!("{report:?}")
            };
            assert!(status.is_of_the_address());
        }
        let later = read(bounce("delayed", "4.4.1", HEADERS).as_bytes()).unwrap();
        assert_eq!(later.what, What::NotNow(Status(4, 4, 1)));
        let full = read(bounce("failed", "5.2.2", HEADERS).as_bytes()).unwrap();
        assert!(matches!(full.what, What::Never(status) if !status.is_of_the_address()));
        let gave_up = read(bounce("failed", "4.4.7", HEADERS).as_bytes()).unwrap();
        assert_eq!(gave_up.what, What::Never(Status(4, 4, 7)));
        assert_eq!(read(bounce("delivered", "2.0.0", HEADERS).as_bytes()), None);
        assert_eq!(read(bounce("failed", "nonsense", HEADERS).as_bytes()), None);
    }

    #[test]
    fn complaints_are_read() {
        let raw = "From: fbl@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; \
             report-type=feedback-report; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
             An abuse report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\
             User-Agent: X/1\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n\
             Message-ID: <k1.r2@example.no>\r\nSubject: Nytt\r\n\r\nHei\r\n--b--\r\n";
        let report = read(raw.as_bytes()).unwrap();
        assert_eq!(report.what, What::Complaint);
        assert_eq!(report.message_id, "k1.r2@example.no");
    }

    #[test]
    fn other_mail_is_nobodys_report() {
        let answers = [
            "From: a@example.no\r\nSubject: Re: Nytt\r\n\r\nTakk!\r\n",
            "From: a@example.no\r\nSubject: Undelivered\r\n\r\nStatus: 5.1.1\r\nMessage-ID: <x@y>\r\n",
            "",
            "\u{0}\u{1}",
        ];
        for raw in answers {
            assert_eq!(read(raw.as_bytes()), None);
        }
    }
}
