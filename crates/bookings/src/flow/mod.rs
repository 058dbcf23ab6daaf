//! `/bestill`: a time in five short steps, without account, cookie or script. What was typed travels in
//! the form; nothing is kept before the last step.

mod draft;
mod pages;
mod prefill;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use pages::{begin, go};
pub(crate) use view::{Day, Notice, all_free, duration, notice, week as week_of};
