//! Sealed tokens: a few bytes that only this house can read, in a form that fits into a link.
//!
//! What a link must say before anything may be stored (a sign-up that nobody has confirmed) travels in
//! the link itself. A token is sealed under a key of its own kind, so that one made for one use opens
//! for no other, and says until when it is good. Nothing of it is stored anywhere.

use data_encoding::BASE64URL_NOPAD;
use values::Moment;
use zeroize::Zeroizing;

use crate::{Vault, VaultError, cipher::Key};

/// Longer tokens are nobody's: they are refused before they are decoded.
const LONGEST: usize = 2_000;
const PLACE: &[u8] = b"karosseri token 1\0";

impl Vault {
    /// Seals some bytes for one use, good until an instant ([`Moment::FOREVER`] for as long as the
    /// tenant's keys live). The answer is safe in an address.
    ///
    /// # Errors
    /// When sealing fails.
    pub fn seal_token(
        &self,
        kind: &'static str,
        payload: &[u8],
        good_until: Moment,
    ) -> Result<String, VaultError> {
        let mut plain = Zeroizing::new(Vec::with_capacity(8 + payload.len()));
        plain.extend_from_slice(&good_until.millis().to_le_bytes());
        plain.extend_from_slice(payload);
        let (key, place) = self.token_key(kind)?;
        let sealed = key.seal(&plain, &place, &*self.world().chance)?;
        Ok(BASE64URL_NOPAD.encode(&sealed))
    }

    /// What a token of this use holds; `None` when it is not one of ours, or no longer good.
    #[must_use]
    pub fn open_token(&self, kind: &'static str, token: &str) -> Option<Zeroizing<Vec<u8>>> {
        if token.len() > LONGEST {
            return None;
        }
        let sealed = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (key, place) = self.token_key(kind).ok()?;
        let plain = key.open(&sealed, &place).ok()?;
        let (until, payload) = plain.split_first_chunk::<8>()?;
        let good_until = Moment::from_millis(i64::from_le_bytes(*until));
        (self.now() < good_until).then(|| Zeroizing::new(payload.to_vec()))
    }

    /// The key of one use, made of the blind-index key: it outlives a turn of the tenant key, so that
    /// the way out of an old letter still opens.
    fn token_key(&self, kind: &'static str) -> Result<(Key, Vec<u8>), VaultError> {
        self.with_keys(|keys| {
            let bytes = Zeroizing::new(keys.blind.hash(&[b"token key 1", kind.as_bytes()]));
            let mut place = PLACE.to_vec();
            place.extend_from_slice(&keys.tenant_id);
            place.extend_from_slice(kind.as_bytes());
            Key::from_slice(&*bytes).map(|key| (key, place))
        })
    }
}
