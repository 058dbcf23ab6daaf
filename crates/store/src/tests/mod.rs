//! Every promise of the crate, on both engines.
