//! New keys for signing mail (DKIM), made here because only the vault names a cipher. They are the
//! domain's, not a person's: they live in files of their own beside the tenant key, never in the
//! database.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
    signature::Ed25519KeyPair,
};
use data_encoding::BASE64;
use zeroize::Zeroizing;

use crate::VaultError;

/// Kinds of key mail is signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SigningKind {
    /// RSA with 2048 bits: the one every receiver knows (RFC 8301 section 3.2).
    Rsa2048,
    /// Ed25519 (RFC 8463).
    Ed25519,
}

/// A new private key in PEM form (PKCS#8).
///
/// # Errors
/// When the key cannot be made.
pub fn new_signing_key(kind: SigningKind) -> Result<Zeroizing<String>, VaultError> {
    let failed = |_| VaultError::Corrupt("signing key");
    let der = Zeroizing::new(match kind {
        SigningKind::Rsa2048 => {
            let pair = KeyPair::generate(KeySize::Rsa2048).map_err(failed)?;
            let der: Pkcs8V1Der<'_> = pair.as_der().map_err(failed)?;
            der.as_ref().to_vec()
        }
        SigningKind::Ed25519 => {
            let pair = Ed25519KeyPair::generate().map_err(failed)?;
            pair.to_pkcs8v1().map_err(failed)?.as_ref().to_vec()
        }
    });
    let text = Zeroizing::new(BASE64.encode(&der));
    let mut pem = Zeroizing::new(String::with_capacity(text.len() + 128));
    pem.push_str("-----BEGIN PRIVATE KEY-----\n");
    for line in text.as_bytes().chunks(64) {
        pem.push_str(std::str::from_utf8(line).unwrap_or_default());
        pem.push('\n');
    }
    pem.push_str("-----END PRIVATE KEY-----\n");
    Ok(pem)
}
