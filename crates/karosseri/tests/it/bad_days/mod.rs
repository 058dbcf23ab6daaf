//! When things are wrong: what was typed stays, what was acknowledged stands, what cannot be done is
//! said.

mod comes_back;
mod erasure_killed;
mod identity;
mod keys;
mod killed;
mod mail;
mod newsletter_killed;
mod overdue;
mod register;
mod restart;
mod typed;
