//! What only the whole house knows, and a proof has to ask for.

use std::{future::Future, pin::Pin};

use axum::http::{HeaderMap, StatusCode};
use vault::VaultError;

/// An answer that comes later.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A page as a visitor without a session gets it.
#[derive(Clone, Debug, Default)]
pub struct PageSeen {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

/// The house around the vault; the binary makes it.
pub trait Around: Send + Sync {
    /// A page of the public site, fetched inside the process without a session: `/personvern`.
    fn page<'a>(&'a self, path: &'a str) -> Soon<'a, PageSeen>;
    /// The real schema against the committed list of columns, both ways; empty when they agree.
    fn column_differences(&self) -> Soon<'_, Result<Vec<String>, VaultError>>;
    /// The text of the declaration file in force.
    fn declaration_text(&self) -> String;
    /// What the slices' own tables show.
    fn facts(&self) -> Soon<'_, Result<Facts, VaultError>>;
}

/// Rows of a slice that name a legal entity, counted by what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControllerRows {
    /// The table: `booking`, `visit`, `purchase`, `work_order`, `rights_request` …
    pub what: &'static str,
    /// The `controller_id` they carry; `None` for rows without one.
    pub controller: Option<i64>,
    /// How many rows.
    pub rows: i64,
}

/// What the slices' tables show, as the binary collects it. An empty list means that nothing was
/// found wrong; the counts beside say among how many, and stand in the evidence.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Every table with a `controller_id`, grouped by it (`SELECT controller_id, COUNT(*)`): bookings,
    /// visits, purchases. Consents and requests are counted by the rights slice itself.
    pub controllers: Vec<ControllerRows>,
    /// Members of staff who may log in, grouped by controller (`what: "staff"`).
    pub staff: Vec<ControllerRows>,
    /// Bookings that stand (booked or arrived).
    pub bookings: i64,
    /// Ids of bookings whose time in a bay overlaps another's in the same bay.
    pub double_bookings: Vec<i64>,
    /// Ids of bookings without a notice version.
    pub bookings_without_notice: Vec<i64>,
    /// Register look-ups in the log.
    pub look_ups: i64,
    /// Ids of look-ups without a case or without who asked.
    pub look_ups_unbound: Vec<i64>,
    /// Meters read, series by series.
    pub meters: i64,
    /// Ids of readings that are lower than the one before without a replacement.
    pub meters_down: Vec<i64>,
    /// Orders that are closed.
    pub closed_orders: i64,
    /// Ids of closed orders whose rows no longer give the hash of their document.
    pub orders_changed: Vec<i64>,
    /// Lines of purchases.
    pub purchase_lines: i64,
    /// Ids of purchase lines (or purchases) that do not state a warranty.
    pub lines_without_warranty: Vec<i64>,
    /// Different search words, counties and companies that counts of visits are stored for.
    pub visit_values: i64,
    /// What of it should not be there: what is wrong and how many, never the words.
    pub visits_wrong: Vec<String>,
    /// What `check_records()` of the slices answered that was not `Ok`.
    pub record_faults: Vec<String>,
    /// Operational text columns searched for national identity numbers.
    pub texts_searched: i64,
    /// Places (`table.column`) where operational text holds a valid national identity number.
    pub national_ids: Vec<String>,
}
