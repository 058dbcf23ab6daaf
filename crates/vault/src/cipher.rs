//! The only place that names a cipher: seal and open bytes, hash with a key.
//!
//! AES-256-GCM-SIV (RFC 8452): a repeated nonce reveals only that two plaintexts are equal, so random
//! nonces are safe for as many wraps as a tenant will ever make. Every blob begins with its format
//! version and carries its nonce.

use std::sync::OnceLock;

use aws_lc_rs::{
    aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey},
    hmac,
};
use values::Chance;
use zeroize::{Zeroize, Zeroizing};

use crate::VaultError;

/// First byte of everything sealed by this version.
const FORMAT: u8 = 1;
const NONCE_LEN: usize = 12;
const TAG_LEN: usize = 16;

/// A 256-bit key; wiped on drop; cannot be printed. What is reckoned from it (the cipher's round
/// keys, the hash's inner states) is reckoned once, at first use, and wiped with it by the library.
pub(crate) struct Key {
    bytes: Zeroizing<[u8; 32]>,
    cipher: OnceLock<LessSafeKey>,
    hasher: OnceLock<Box<hmac::Key>>,
}

impl Key {
    pub(crate) fn random(chance: &dyn Chance) -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        chance.fill(&mut *bytes);
        Self::of(bytes)
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Result<Self, VaultError> {
        let mut key = Zeroizing::new([0_u8; 32]);
        if bytes.len() != key.len() {
            return Err(VaultError::Corrupt("key length"));
        }
        key.copy_from_slice(bytes);
        Ok(Self::of(key))
    }

    const fn of(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self {
            bytes,
            cipher: OnceLock::new(),
            hasher: OnceLock::new(),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    fn cipher(&self) -> Result<&LessSafeKey, VaultError> {
        if let Some(cipher) = self.cipher.get() {
            return Ok(cipher);
        }
        let made = UnboundKey::new(&AES_256_GCM_SIV, &*self.bytes)
            .map(LessSafeKey::new)
            .map_err(|_| VaultError::Corrupt("key"))?;
        Ok(self.cipher.get_or_init(|| made))
    }

    fn hasher(&self) -> &hmac::Key {
        self.hasher
            .get_or_init(|| Box::new(hmac::Key::new(hmac::HMAC_SHA256, &*self.bytes)))
    }

    /// Seals `plain`, bound to `bound_to` (associated data): opened beside other words it fails.
    pub(crate) fn seal(
        &self,
        plain: &[u8],
        bound_to: &[u8],
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0_u8; NONCE_LEN];
        chance.fill(&mut nonce);
        let mut out = Vec::with_capacity(1 + NONCE_LEN + plain.len() + TAG_LEN);
        out.push(FORMAT);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(plain);
        let tag = self.cipher()?.seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(bound_to),
            &mut out[1 + NONCE_LEN..],
        );
        let Ok(tag) = tag else {
            out.zeroize();
            return Err(VaultError::Corrupt("seal"));
        };
        out.extend_from_slice(tag.as_ref());
        Ok(out)
    }

    /// Opens what [`Key::seal`] made with the same key and the same associated data.
    pub(crate) fn open(
        &self,
        blob: &[u8],
        bound_to: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if blob.len() < 1 + NONCE_LEN + TAG_LEN || blob[0] != FORMAT {
            return Err(VaultError::Corrupt("format"));
        }
        let mut nonce = [0_u8; NONCE_LEN];
        nonce.copy_from_slice(&blob[1..=NONCE_LEN]);
        let mut body = Zeroizing::new(blob[1 + NONCE_LEN..].to_vec());
        let opened = self
            .cipher()?
            .open_in_place(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(bound_to),
                &mut body,
            )
            .map_err(|_| VaultError::DoesNotOpen)?
            .len();
        body.truncate(opened);
        Ok(body)
    }

    /// HMAC-SHA-256 (RFC 2104) of the parts, each preceded by its length.
    pub(crate) fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(self.hasher());
        for part in parts {
            context.update(&(part.len() as u64).to_le_bytes());
            context.update(part);
        }
        let mut out = [0_u8; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::SeededChance;

    #[test]
    fn opens_only_with_its_key_and_its_place() {
        let chance = SeededChance::new(7);
        let (key, other) = (Key::random(&chance), Key::random(&chance));
        let blob = key.seal(b"CANARY", b"here", &chance).unwrap();
        assert_eq!(&**key.open(&blob, b"here").unwrap(), b"CANARY");
        assert!(key.open(&blob, b"there").is_err());
        assert!(other.open(&blob, b"here").is_err());
        let mut bent = blob.clone();
        bent[20] ^= 1;
        assert!(key.open(&bent, b"here").is_err());
        assert!(!blob.windows(6).any(|w| w == b"CANARY"));
    }
}
