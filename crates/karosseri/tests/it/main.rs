//! The whole house, tested from outside: on both engines, over HTTP, in a browser, at the keyboard,
//! on good days and bad ones. One binary, so that the house is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod bad_days;
mod campaign;
mod canary;
mod cli;
mod complained;
mod counts;
mod doors;
mod existing_customers;
mod forms;
mod journey;
mod make_silent;
mod modest;
mod post;
mod reminded;
mod rights_story;
mod slots;
mod stories;
mod support;
mod ten_minutes;
mod texts;
mod tidy;
mod two_houses;
mod upkeep;
mod watched;
