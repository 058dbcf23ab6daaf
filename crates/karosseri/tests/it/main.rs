//! The whole house, tested from outside: on both engines, over HTTP, in a browser, at the keyboard,
//! on good days and bad ones. One binary, so that the house is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod bad_days;
mod cli;
mod doors;
mod slots;
mod support;
mod texts;
mod tidy;
