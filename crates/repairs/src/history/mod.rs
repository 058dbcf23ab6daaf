//! The customer's side: their vehicles with what was done to them, what they bought, until when it is
//! covered. What is another person's is not there.

mod pages;
mod panels;
mod timeline;

pub(crate) use pages::{document, purchase, vehicle, vehicle_document};
pub use panels::{PurchasesPanel, VehiclesPanel};
pub(crate) use timeline::What;
