//! The slice as a whole: a day in the workshop on both engines, and what must never happen.

mod complaints;
mod day;
mod doors;
mod house;
mod keeping;
mod limits;
mod ready;
mod register;
mod rules;
mod standing;
mod texts;
