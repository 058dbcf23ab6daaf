//! What the customer's own page is made of: panels that slices bring.

use std::sync::Arc;

use web::{App, Later, Me, Page};

/// A part of `/min-side`. Orders: bookings 10, vehicles 20, purchases 30, consents 40, what is held 50,
/// who looked 60.
pub trait MinePanel: Send + Sync {
    /// Its place: lower comes first.
    fn order(&self) -> u16;
    /// Its HTML, usually one `<section class="card">`; empty when there is nothing to show.
    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String>;
}

/// Every panel of the house, as a part of the services.
#[derive(Clone, Default)]
pub struct MinePanels(pub Vec<Arc<dyn MinePanel>>);
