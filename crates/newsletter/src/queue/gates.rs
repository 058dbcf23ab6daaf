//! How fast letters go to one mail domain. Domains are known in memory only, while they are sent to.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use values::Moment;

/// For each domain, the instant the next letter may leave.
pub(super) struct Gates {
    a_minute: i64,
    next: Mutex<HashMap<String, i64>>,
}

/// More domains than this are tidied away.
const MOST: usize = 10_000;
/// A domain that says "later" is left alone for this long.
const REST_MS: i64 = 30_000;

impl Gates {
    pub(super) fn new(a_minute: u32) -> Self {
        Self {
            a_minute: i64::from(a_minute),
            next: Mutex::new(HashMap::new()),
        }
    }

    /// Lets one through, or says when to come again.
    pub(super) fn pass(&self, address: &str, now: Moment) -> Result<(), Moment> {
        let now_ms = now.millis();
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        if next.len() >= MOST {
            next.retain(|_, at| *at > now_ms);
        }
        let (step, slack) = self.step_and_slack();
        let at = next.entry(domain(address)).or_insert(now_ms);
        if *at > now_ms + slack {
            return Err(Moment::from_millis(*at - slack));
        }
        if self.a_minute > 0 {
            *at = (*at).max(now_ms) + step;
        }
        Ok(())
    }

    /// Until when a domain wants to be left alone, if it said so since a letter to it was let through.
    pub(super) fn resting(&self, address: &str, now: Moment) -> Option<Moment> {
        let next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let at = *next.get(&domain(address))?;
        let (step, slack) = self.step_and_slack();
        // Letting through alone never brings it further than this.
        (at > now.millis() + slack + step).then(|| Moment::from_millis(at - slack))
    }

    fn step_and_slack(&self) -> (i64, i64) {
        // Without a limit nothing is counted, and a domain that wants to rest rests all the same.
        let step = match self.a_minute {
            0 => 0,
            limit => 60_000 / limit,
        };
        // A burst of five seconds' worth is let through at once.
        (step, 5_000_i64.max(step))
    }

    /// The domain wants to be left alone for a while.
    pub(super) fn rest(&self, address: &str, now: Moment) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let at = next.entry(domain(address)).or_insert(0);
        *at = (*at).max(now.millis() + REST_MS + 5_000);
    }
}

fn domain(address: &str) -> String {
    let domain = address.rsplit('@').next().unwrap_or_default();
    domain.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_domain_waits_while_another_passes() {
        let gates = Gates::new(60);
        let now = Moment::from_millis(1_000_000);
        let passed = (0..20)
            .take_while(|_| gates.pass("a@x.example", now).is_ok())
            .count();
        assert_eq!(passed, 6, "five seconds' worth, and the first");
        assert!(gates.pass("b@X.example", now).is_err());
        assert!(gates.pass("b@y.example", now).is_ok());
        assert!(gates.pass("a@x.example", now.plus_ms(2_000)).is_ok());
        assert_eq!(
            gates.resting("a@y.example", now),
            None,
            "busy is not resting"
        );
        gates.rest("a@y.example", now);
        let until = gates.resting("b@Y.example", now);
        assert!(until.is_some_and(|until| until > now.plus_ms(20_000)));
        assert!(gates.pass("c@y.example", now.plus_ms(1_000)).is_err());
        assert!(gates.pass("c@y.example", now.plus_ms(31_000)).is_ok());
    }

    #[test]
    fn without_a_limit_everything_passes() {
        let gates = Gates::new(0);
        let now = Moment::from_millis(0);
        assert!((0..1000).all(|_| gates.pass("a@x.example", now).is_ok()));
        gates.rest("a@x.example", now);
        assert!(
            gates.resting("a@x.example", now).is_some(),
            "but for a rest"
        );
        assert!(gates.pass("a@x.example", now).is_err());
        assert!(gates.pass("b@x.example", now.plus_ms(31_000)).is_ok());
        assert!(gates.pass("a@y.example", now).is_ok());
    }
}
