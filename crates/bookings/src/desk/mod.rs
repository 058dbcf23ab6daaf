//! The desk: the week board, a booking's page, booking for a customer on the phone, and the set-up.

mod booking;
mod calendar;
mod phone;
mod setup;

pub(crate) use booking::{act, move_it, show};
pub(crate) use calendar::board;
pub(crate) use phone::{form, take};
pub(crate) use setup::{
    add_bay, add_workshop, begin_with_template, close_day, list, one, open_day, save_bay,
    save_hours, save_service, save_workshop, service,
};
