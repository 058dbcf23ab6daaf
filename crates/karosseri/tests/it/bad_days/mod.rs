//! When things are wrong: what was typed stays, what was acknowledged stands, what cannot be done is
//! said.

mod comes_back;
mod identity;
mod keys;
mod killed;
mod mail;
mod newsletter_killed;
mod register;
mod restart;
mod typed;
