//! Being forgotten: what goes, what stays and why, decided by pure functions; carried out; answered by
//! what can be read afterwards.

mod answer;
pub(crate) mod carry;
pub(crate) mod deferred;
pub(crate) mod plan;
pub(crate) mod receipt;
mod silence;
pub(crate) mod strands;
#[cfg(test)]
mod tests;
pub(crate) mod told;

pub(crate) use carry::{carry_out, finish};
pub(crate) use plan::{Fate, Planned, blockers, plan};
pub(crate) use strands::{plan_for, strands};
