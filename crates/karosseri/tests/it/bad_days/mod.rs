//! When things are wrong: what was typed stays, what was acknowledged stands, what cannot be done is
//! said.

mod clock;
mod comes_back;
mod erasure_killed;
mod fetched_back;
mod holds;
mod identity;
mod keys;
mod killed;
mod mail;
mod make_killed;
mod newsletter_killed;
mod overdue;
mod register;
mod restart;
mod sweep_killed;
mod typed;
mod usual;
