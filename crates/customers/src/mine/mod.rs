//! `/min-side`: the customer's own page.

mod panel;

pub use panel::{MinePanel, MinePanels};
