//! Whether a domain is set up so that mail from it arrives: SPF (RFC 7208), DKIM (RFC 6376) and
//! DMARC (RFC 7489). What is found is judged by a pure function; asking is apart.

use mail_auth::{
    MessageAuthenticator,
    hickory_resolver::{
        config::{NameServerConfig, ResolverConfig, ResolverOpts},
        proto::rr::RData,
    },
};

/// What the domain publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Text records of the domain itself; none when they could not be asked for.
    pub domain: Option<Vec<String>>,
    /// Text records of `_dmarc.` and the domain.
    pub dmarc: Option<Vec<String>>,
    /// For each signing key: the record's name, the text it should have, and what was found.
    pub keys: Vec<(String, String, Option<Vec<String>>)>,
}

/// One thing to mend, or that is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The name servers did not answer for this name: nothing is known.
    NoAnswer(String),
    /// No SPF record.
    SpfMissing,
    /// More than one SPF record: receivers treat that as an error (RFC 7208 section 4.5).
    SpfTwice,
    /// The SPF record ends in `+all` or has no end: anybody may send.
    SpfOpen,
    /// SPF stands.
    SpfStands,
    /// No record for a signing key: its name, and the text to publish.
    KeyMissing(String, String),
    /// The record for a signing key holds another key: its name, and the text to publish.
    KeyDiffers(String, String),
    /// A signing key is published.
    KeyStands(String),
    /// No DMARC record.
    DmarcMissing,
    /// DMARC says `p=none`: receivers are told to do nothing.
    DmarcNone,
    /// DMARC stands.
    DmarcStands,
    /// Mail is not signed at all.
    Unsigned,
}

impl Finding {
    /// Whether something is to be done.
    #[must_use]
    pub const fn is_to_mend(&self) -> bool {
        !matches!(
            self,
            Self::SpfStands | Self::KeyStands(_) | Self::DmarcStands
        )
    }

    /// The text to show, in the language files.
    #[must_use]
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::NoAnswer(_) => "mail-check-no-answer",
            Self::SpfMissing => "mail-check-spf-missing",
            Self::SpfTwice => "mail-check-spf-twice",
            Self::SpfOpen => "mail-check-spf-open",
            Self::SpfStands => "mail-check-spf-stands",
            Self::KeyMissing(..) => "mail-check-key-missing",
            Self::KeyDiffers(..) => "mail-check-key-differs",
            Self::KeyStands(_) => "mail-check-key-stands",
            Self::DmarcMissing => "mail-check-dmarc-missing",
            Self::DmarcNone => "mail-check-dmarc-none",
            Self::DmarcStands => "mail-check-dmarc-stands",
            Self::Unsigned => "mail-check-unsigned",
        }
    }
}

/// What is right and what is to be mended.
#[must_use]
pub fn judge(domain: &str, published: &Published) -> Vec<Finding> {
    let mut findings = vec![match &published.domain {
        None => Finding::NoAnswer(domain.to_owned()),
        Some(records) => spf(records),
    }];
    if published.keys.is_empty() {
        findings.push(Finding::Unsigned);
    }
    for (name, wanted, found) in &published.keys {
        findings.push(key(name, wanted, found.as_deref()));
    }
    findings.push(match &published.dmarc {
        None => Finding::NoAnswer(format!("_dmarc.{domain}")),
        Some(records) => dmarc(records),
    });
    findings
}

fn spf(records: &[String]) -> Finding {
    let mut found = records
        .iter()
        .map(|text| text.to_ascii_lowercase())
        .filter(|text| text == "v=spf1" || text.starts_with("v=spf1 "));
    let Some(record) = found.next() else {
        return Finding::SpfMissing;
    };
    if found.next().is_some() {
        return Finding::SpfTwice;
    }
    let closed = record
        .split_whitespace()
        .any(|term| matches!(term, "-all" | "~all" | "?all") || term.starts_with("redirect="));
    if closed {
        Finding::SpfStands
    } else {
        Finding::SpfOpen
    }
}

fn key(name: &str, wanted: &str, found: Option<&[String]>) -> Finding {
    let Some(found) = found else {
        return Finding::NoAnswer(name.to_owned());
    };
    if found.is_empty() {
        return Finding::KeyMissing(name.to_owned(), wanted.to_owned());
    }
    if found.iter().any(|text| tag(text, "p") == tag(wanted, "p")) {
        Finding::KeyStands(name.to_owned())
    } else {
        Finding::KeyDiffers(name.to_owned(), wanted.to_owned())
    }
}

fn dmarc(records: &[String]) -> Finding {
    let Some(record) = records
        .iter()
        .find(|text| tag(text, "v").as_deref() == Some("DMARC1"))
    else {
        return Finding::DmarcMissing;
    };
    match tag(record, "p").map(|p| p.to_ascii_lowercase()).as_deref() {
        Some("quarantine" | "reject") => Finding::DmarcStands,
        _ => Finding::DmarcNone,
    }
}

/// The value of a tag in a list such as `v=DKIM1; p=…` (RFC 6376 section 3.2).
fn tag(text: &str, name: &str) -> Option<String> {
    text.split(';').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        (key.trim() == name).then(|| value.split_whitespace().collect())
    })
}

/// Asks name servers for text records.
pub struct Resolver(MessageAuthenticator);

/// Name servers that cannot be asked.
#[derive(Debug, thiserror::Error)]
#[error("the machine's name servers could not be read: {0}")]
pub struct NoResolver(String);

impl Resolver {
    /// The name servers this machine uses.
    ///
    /// # Errors
    /// When the machine's settings do not read.
    pub fn of_this_machine() -> Result<Self, NoResolver> {
        MessageAuthenticator::new_system_conf()
            .map(Self)
            .map_err(|error| NoResolver(error.to_string()))
    }

    /// One name server, for tests.
    ///
    /// # Errors
    /// When the resolver cannot be made.
    pub fn at(server: std::net::SocketAddr) -> Result<Self, NoResolver> {
        let mut place = NameServerConfig::udp(server.ip());
        for connection in &mut place.connections {
            connection.port = server.port();
        }
        let config = ResolverConfig::from_parts(None, Vec::new(), vec![place]);
        let mut options = ResolverOpts::default();
        options.timeout = std::time::Duration::from_secs(1);
        options.attempts = 1;
        MessageAuthenticator::new(config, options)
            .map(Self)
            .map_err(|error| NoResolver(error.to_string()))
    }

    /// Text records of a name: empty when it has none, `None` when nobody answered.
    pub async fn text(&self, name: &str) -> Option<Vec<String>> {
        match self.0.resolver().txt_lookup(format!("{name}.")).await {
            Ok(found) => Some(
                found
                    .answers()
                    .iter()
                    .filter_map(|record| match &record.data {
                        RData::TXT(text) => Some(joined(&text.txt_data)),
                        _ => None,
                    })
                    .collect(),
            ),
            Err(error) if error.is_no_records_found() => Some(Vec::new()),
            Err(_) => None,
        }
    }

    /// What the domain publishes, for the records it should have.
    pub async fn published(&self, domain: &str, records: &[(String, String)]) -> Published {
        let mut keys = Vec::new();
        for (name, wanted) in records {
            keys.push((name.clone(), wanted.clone(), self.text(name).await));
        }
        Published {
            domain: self.text(domain).await,
            dmarc: self.text(&format!("_dmarc.{domain}")).await,
            keys,
        }
    }
}

fn joined(parts: &[Box<[u8]>]) -> String {
    parts
        .iter()
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(domain: &[&str], dmarc: &[&str]) -> Published {
        let texts = |list: &[&str]| Some(list.iter().map(|t| (*t).to_owned()).collect());
        Published {
            domain: texts(domain),
            dmarc: texts(dmarc),
            keys: Vec::new(),
        }
    }

    #[test]
    fn spf_and_dmarc_are_judged() {
        let cases = [
            (&["v=spf1 mx -all"][..], Finding::SpfStands),
            (&["other", "V=SPF1 include:x.no ~all"], Finding::SpfStands),
            (&["v=spf1 redirect=_spf.x.no"], Finding::SpfStands),
            (&["v=spf1 mx +all"], Finding::SpfOpen),
            (&["v=spf1 mx"], Finding::SpfOpen),
            (&["v=spf1 -all", "v=spf1 mx -all"], Finding::SpfTwice),
            (&["v=spf10 -all"], Finding::SpfMissing),
            (&[], Finding::SpfMissing),
        ];
        for (records, wanted) in cases {
            assert_eq!(
                judge("x.no", &found(records, &[]))[0],
                wanted,
                "{records:?}"
            );
        }
        let cases = [
            (&["v=DMARC1; p=reject"][..], Finding::DmarcStands),
            (
                &["v=DMARC1;p=quarantine; rua=mailto:a@x.no"],
                Finding::DmarcStands,
            ),
            (&["v=DMARC1; p=none"], Finding::DmarcNone),
            (&["v=spf1 -all"], Finding::DmarcMissing),
        ];
        for (records, wanted) in cases {
            let findings = judge("x.no", &found(&[], records));
            assert_eq!(findings.last(), Some(&wanted), "{records:?}");
            assert!(findings.contains(&Finding::Unsigned));
        }
    }

    #[test]
    fn a_key_is_missing_another_or_right() {
        let wanted = "v=DKIM1; k=rsa; p=AAAA";
        let with = |found: Option<Vec<String>>| Published {
            keys: vec![("k._domainkey.x.no".into(), wanted.into(), found)],
            ..Published::default()
        };
        let second = |published: &Published| judge("x.no", published).swap_remove(1);
        let folded = with(Some(vec!["v=DKIM1; k=rsa; p=AA AA".into()]));
        assert!(matches!(second(&folded), Finding::KeyStands(_)));
        let other = with(Some(vec!["v=DKIM1; p=BBBB".into()]));
        assert!(matches!(second(&other), Finding::KeyDiffers(..)));
        assert!(matches!(
            second(&with(Some(vec![]))),
            Finding::KeyMissing(..)
        ));
        assert!(matches!(second(&with(None)), Finding::NoAnswer(_)));
        assert!(matches!(
            judge("x.no", &with(None))[0],
            Finding::NoAnswer(_)
        ));
    }
}
