//! DKIM signatures (RFC 6376) with RSA-2048, and Ed25519 beside it (RFC 8463): receivers that do not
//! know the second still have the first.

use mail_auth::{
    common::{
        crypto::{Ed25519Key, RsaKey, Sha256, SigningKey},
        headers::HeaderWriter,
    },
    dkim::{Canonicalization, DkimSigner, Done},
};
use rustls_pki_types::{PrivateKeyDer, pem::PemObject};

/// The headers a signature covers. RFC 6376 section 5.4 asks for those a reader sees; RFC 8058
/// section 4 asks for the two of one-click unsubscription. One that is absent is covered as absent,
/// so that nobody adds it on the way.
pub const COVERED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
];

/// Keys or settings that cannot sign.
#[derive(Debug, thiserror::Error)]
pub enum DkimError {
    /// The text is no private key of the kind asked for.
    #[error("{0}: expected a private key in PEM form (PKCS#8) of the kind {1}")]
    Key(&'static str, &'static str),
    /// The domain or a selector is not a host name.
    #[error("{0}: expected a host name such as {1}")]
    Name(&'static str, &'static str),
    /// The signature could not be made.
    #[error("a message could not be signed")]
    Sign,
}

/// One key, ready to sign: its selector and its public half, as the record has it.
struct Ready<K: SigningKey> {
    selector: String,
    signer: DkimSigner<K, Done>,
    public: Vec<u8>,
}

/// One domain's signing keys.
pub struct Signer {
    domain: String,
    rsa: Option<Ready<RsaKey<Sha256>>>,
    ed25519: Option<Ready<Ed25519Key>>,
}

/// Only the domain: keys are not shown.
impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer")
            .field("domain", &self.domain)
            .field("rsa", &self.rsa.is_some())
            .field("ed25519", &self.ed25519.is_some())
            .finish()
    }
}

/// A selector and the private key in PEM form (PKCS#8) it stands for.
#[derive(Clone, Copy)]
pub struct KeyText<'a> {
    /// The left-most label of the record's name.
    pub selector: &'a str,
    /// The private key.
    pub pem: &'a str,
}

impl Signer {
    /// A signer for a domain with one or both kinds of key.
    ///
    /// # Errors
    /// When the domain or a selector is no host name, a key does not read, or there is none.
    pub fn new(
        domain: &str,
        rsa: Option<KeyText<'_>>,
        ed25519: Option<KeyText<'_>>,
    ) -> Result<Self, DkimError> {
        if !is_host(domain) || !domain.contains('.') {
            return Err(DkimError::Name("mail.dkim.domain", "example.no"));
        }
        for key in [&rsa, &ed25519].into_iter().flatten() {
            if !is_host(key.selector) {
                return Err(DkimError::Name("mail.dkim selector", "karosseri"));
            }
        }
        if rsa.is_none() && ed25519.is_none() {
            return Err(DkimError::Key("mail.dkim", "RSA or Ed25519"));
        }
        Ok(Self {
            domain: domain.to_ascii_lowercase(),
            rsa: rsa.map(|key| rsa_signer(domain, key)).transpose()?,
            ed25519: ed25519.map(|key| ed25519_signer(domain, key)).transpose()?,
        })
    }

    /// The domain that signs.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The message with its signatures in front.
    ///
    /// # Errors
    /// When a signature cannot be made.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, DkimError> {
        let mut head = String::new();
        if let Some(Ready { signer, .. }) = &self.rsa {
            head.push_str(
                &signer
                    .sign(message)
                    .map_err(|_| DkimError::Sign)?
                    .to_header(),
            );
        }
        if let Some(Ready { signer, .. }) = &self.ed25519 {
            head.push_str(
                &signer
                    .sign(message)
                    .map_err(|_| DkimError::Sign)?
                    .to_header(),
            );
        }
        let mut signed = Vec::with_capacity(head.len() + message.len());
        signed.extend_from_slice(head.as_bytes());
        signed.extend_from_slice(message);
        Ok(signed)
    }

    /// The records to publish: name and text (RFC 6376 section 3.6.1, RFC 8463 section 4).
    #[must_use]
    pub fn records(&self) -> Vec<(String, String)> {
        let name = |selector: &str| format!("{selector}._domainkey.{}", self.domain);
        let encode = |key: &[u8]| data_encoding::BASE64.encode(key);
        let rsa = self.rsa.iter().map(|key| {
            let text = format!("v=DKIM1; k=rsa; p={}", encode(&key.public));
            (name(&key.selector), text)
        });
        let ed25519 = self.ed25519.iter().map(|key| {
            let text = format!("v=DKIM1; k=ed25519; p={}", encode(&key.public));
            (name(&key.selector), text)
        });
        rsa.chain(ed25519).collect()
    }
}

fn rsa_signer(domain: &str, key: KeyText<'_>) -> Result<Ready<RsaKey<Sha256>>, DkimError> {
    let wrong = || DkimError::Key("mail.dkim.rsa_key", "RSA");
    let der = PrivateKeyDer::from_pem_slice(key.pem.as_bytes()).map_err(|_| wrong())?;
    let private = RsaKey::<Sha256>::from_key_der(der).map_err(|_| wrong())?;
    let public = subject_public_key(&private.public_key());
    let signer = DkimSigner::from_key(private)
        .domain(domain)
        .selector(key.selector)
        .headers(COVERED.iter().copied())
        .header_canonicalization(Canonicalization::Relaxed)
        .body_canonicalization(Canonicalization::Relaxed);
    Ok(Ready {
        selector: key.selector.to_owned(),
        signer,
        public,
    })
}

/// An RSA public key as receivers read it: SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7, RFC 3279
/// section 2.3.1). RFC 6376 names the bare form, but its examples, and every verifier, use this one.
fn subject_public_key(bare: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: &[u8] = &[
        0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    ];
    let bits = der(0x03, &[&[0], bare].concat());
    der(0x30, &[RSA_ENCRYPTION, &bits].concat())
}

/// A value in DER with its tag and length (X.690 section 8.1).
fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len().to_be_bytes();
    let short: Vec<u8> = length.iter().copied().skip_while(|b| *b == 0).collect();
    let mut out = vec![tag];
    match short.as_slice() {
        [] => out.push(0),
        [one] if *one < 0x80 => out.push(*one),
        many => {
            out.push(0x80 | u8::try_from(many.len()).unwrap_or(8));
            out.extend_from_slice(many);
        }
    }
    out.extend_from_slice(value);
    out
}

fn ed25519_signer(domain: &str, key: KeyText<'_>) -> Result<Ready<Ed25519Key>, DkimError> {
    let wrong = || DkimError::Key("mail.dkim.ed25519_key", "Ed25519");
    let der = PrivateKeyDer::from_pem_slice(key.pem.as_bytes()).map_err(|_| wrong())?;
    let private =
        Ed25519Key::from_pkcs8_maybe_unchecked_der(der.secret_der()).map_err(|_| wrong())?;
    let public = private.public_key();
    let signer = DkimSigner::from_key(private)
        .domain(domain)
        .selector(key.selector)
        .headers(COVERED.iter().copied())
        .header_canonicalization(Canonicalization::Relaxed)
        .body_canonicalization(Canonicalization::Relaxed);
    Ok(Ready {
        selector: key.selector.to_owned(),
        signer,
        public,
    })
}

/// Letters, digits, hyphens and dots, as in a host name (RFC 1123 section 2.1).
fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
}
