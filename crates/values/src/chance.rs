//! Randomness, which is always a parameter.

use std::{cell::RefCell, sync::Mutex};

/// Where random bytes come from. Passed in everywhere.
pub trait Chance: Send + Sync {
    /// Fill `buf` with random bytes.
    fn fill(&self, buf: &mut [u8]);
}

/// Bytes fetched from the operating system at once: a booking needs some forty small pieces.
const SUPPLY: usize = 1024;

/// Random bytes on hand, each given out once.
struct Supply {
    bytes: [u8; SUPPLY],
    used: usize,
}

thread_local! {
    static ON_HAND: RefCell<Supply> = const {
        RefCell::new(Supply { bytes: [0; SUPPLY], used: SUPPLY })
    };
}

/// The operating system's generator, fit for keys. Small pieces come from a supply that each thread
/// fetches from it; what was given out is wiped there.
pub struct SystemChance;

impl Chance for SystemChance {
    /// # Panics
    /// When the operating system has no randomness to give: no key may be made from anything less.
    fn fill(&self, buf: &mut [u8]) {
        // A thread at its very end has no supply any more.
        if buf.len() > SUPPLY / 8
            || ON_HAND
                .try_with(|on_hand| on_hand.borrow_mut().give(buf))
                .is_err()
        {
            fetch(buf);
        }
    }
}

impl Supply {
    fn give(&mut self, buf: &mut [u8]) {
        if SUPPLY - self.used < buf.len() {
            fetch(&mut self.bytes);
            self.used = 0;
        }
        let given = &mut self.bytes[self.used..self.used + buf.len()];
        buf.copy_from_slice(given);
        zeroize::Zeroize::zeroize(given);
        self.used += buf.len();
    }
}

#[allow(clippy::expect_used, clippy::disallowed_methods)]
fn fetch(buf: &mut [u8]) {
    getrandom::fill(buf).expect("the operating system gave no random bytes");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_of_the_supply_is_given_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for round in 0..1_000 {
            let mut piece = [0_u8; 16];
            SystemChance.fill(&mut piece);
            assert!(seen.insert(piece), "{round}");
        }
        let mut long = [0_u8; 4 * SUPPLY];
        SystemChance.fill(&mut long);
        assert!(long.windows(32).all(|window| window != [0; 32]));
        SystemChance.fill(&mut []);
    }
}
