//! How often one visitor may do something. In memory, under a key that dies with the process;
//! an address is hashed at once and never kept, logged or shown.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    net::{IpAddr, SocketAddr},
    sync::{Mutex, PoisonError},
};

use axum::extract::{ConnectInfo, Request};

use crate::{App, Error, doors::RouteId};

/// At most `times` within `seconds`, then evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many at once.
    pub times: u32,
    /// After how long a visitor who stopped may do as many again.
    pub seconds: u32,
}

impl Limit {
    /// For log-in and other guesses: ten in ten minutes.
    pub const GUESS: Self = Self {
        times: 10,
        seconds: 600,
    };
    /// For forms that make something: twenty in ten minutes.
    pub const FORM: Self = Self {
        times: 20,
        seconds: 600,
    };
}

const MOST: usize = 100_000;

/// The visitors seen of late, by keyed hash: when each will have paid back what it used.
#[derive(Default)]
pub(crate) struct Limiter {
    key: RandomState,
    until: Mutex<HashMap<u64, i64>>,
}

impl Limiter {
    /// Counts one; `Err` says after how many seconds the next may come.
    fn count(&self, who: u64, limit: Limit, now: i64) -> Result<(), u32> {
        let step = i64::from(limit.seconds) * 1000 / i64::from(limit.times.max(1));
        let most = step * i64::from(limit.times);
        let mut until = self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if until.len() >= MOST {
            until.retain(|_, at| *at > now);
        }
        let free = until.entry(who).or_insert(now);
        let next = (*free).max(now) + step;
        if next - now > most {
            let wait = (next - now - most) / 1000 + 1;
            return Err(u32::try_from(wait).unwrap_or(u32::MAX));
        }
        *free = next;
        Ok(())
    }
}

/// Counts this request against the limit of its route.
pub(crate) fn check(app: &App, id: RouteId, limit: Limit, request: &Request) -> Result<(), Error> {
    let limiter = app.limiter();
    let who = limiter.key.hash_one((id.0, address(app, request)));
    limiter
        .count(who, limit, app.world.now().millis())
        .map_err(Error::TooMany)
}

/// The address a request comes from. What a proxy says is believed only where the settings say there is one.
pub(crate) fn caller_address(app: &App, request: &Request) -> Option<IpAddr> {
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back();
    match forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()) {
        Some(ip) if app.settings.behind_proxy => Some(ip),
        _ => request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip()),
    }
}

/// The network a request comes from: an IPv4 address, or the /64 of an IPv6 address.
fn address(app: &App, request: &Request) -> Option<[u8; 8]> {
    let mut network = [0; 8];
    match caller_address(app, request)? {
        IpAddr::V4(ip) => network[..4].copy_from_slice(&ip.octets()),
        IpAddr::V6(ip) => network.copy_from_slice(&ip.octets()[..8]),
    }
    Some(network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_evenly() {
        let limiter = Limiter::default();
        let limit = Limit {
            times: 3,
            seconds: 30,
        };
        for _ in 0..3 {
            assert_eq!(limiter.count(1, limit, 0), Ok(()));
        }
        assert_eq!(limiter.count(1, limit, 0), Err(11));
        assert_eq!(limiter.count(2, limit, 0), Ok(()));
        assert_eq!(limiter.count(1, limit, 10_001), Ok(()));
        assert!(limiter.count(1, limit, 10_002).is_err());
    }
}
