//! The rows of the table, by their numbers in the list of goals.

pub mod bookings;
pub mod erase;
pub mod export;
pub mod memory;
pub mod pages;
pub mod race;
pub mod sealing;
pub mod start;
pub mod sweep;
