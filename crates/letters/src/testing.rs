//! A mail server for tests, that records.
