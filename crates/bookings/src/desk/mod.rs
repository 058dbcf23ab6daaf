//! The desk: the week board, a booking's page, booking for a customer on the phone, and the set-up.

mod booking;
mod calendar;
mod phone;
mod service;
mod setup;
#[cfg(test)]
mod tests;
mod week;

pub(crate) use booking::{act, move_it, show};
pub(crate) use calendar::board;
pub(crate) use phone::{form, take};
pub(crate) use service::{save_service, service};
pub(crate) use setup::{add_workshop, begin_with_template, list, one, save_workshop};
pub(crate) use week::{add_bay, close_day, open_day, save_bay, save_hours};
