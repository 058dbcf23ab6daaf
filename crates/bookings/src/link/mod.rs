//! `/time/{code}`: a booking's own page, for whoever holds its link. Reading changes nothing.

mod pages;

pub(crate) use pages::{calendar_file, cancel, choose, move_to, refused, show};
