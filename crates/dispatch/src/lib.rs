//! Mail on its way between machines: signatures that travel with a message (DKIM), what comes back
//! (bounces and complaints), and whether the domain is set up so that mail arrives (SPF, DKIM, DMARC).
//!
//! Knows bytes and addresses on the wire, nothing of persons, stores or pages.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod dkim;
pub mod dns;
pub mod returned;
