//! Randomness, which is always a parameter.

use std::sync::Mutex;

/// Where random bytes come from. Passed in everywhere.
pub trait Chance: Send + Sync {
    /// Fill `buf` with random bytes.
    fn fill(&self, buf: &mut [u8]);
}

/// The operating system's generator, fit for keys.
pub struct SystemChance;

impl Chance for SystemChance {
    /// # Panics
    /// When the operating system has no randomness to give: no key may be made from anything less.
    #[allow(clippy::expect_used, clippy::disallowed_methods)]
    fn fill(&self, buf: &mut [u8]) {
        getrandom::fill(buf).expect("the operating system gave no random bytes");
    }
}

/// A repeatable generator for tests and simulations, from a printed seed (SplitMix64; never for keys
/// of real people).
pub struct SeededChance(Mutex<u64>);

impl SeededChance {
    /// A generator that always yields the same bytes for the same seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }
}

impl Chance for SeededChance {
    fn fill(&self, buf: &mut [u8]) {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in buf.chunks_mut(8) {
            *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = *state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            let bytes = (z ^ (z >> 31)).to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }
}
