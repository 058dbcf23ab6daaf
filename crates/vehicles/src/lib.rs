//! (see ARCHITECTURE.md)

pub mod register;
