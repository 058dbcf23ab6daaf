//! A house with one workshop of the template, to look at the pages: `cargo run -p bookings --example look`.

use std::sync::Arc;

use jiff::civil::date;
use store::{Location, Store};
use values::{ControllerId, Moment};
use vault::{Vault, testing::vault_on};
use vehicles::register::{NoRegister, VehicleRegister};
use web::{App, Services, testing::house};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder")?;
    let tables = [
        vault::MIGRATIONS,
        web::MIGRATIONS,
        letters::MIGRATIONS,
        customers::MIGRATIONS,
        vehicles::MIGRATIONS,
        bookings::MIGRATIONS,
    ];
    let store = Store::open(&Location::Folder(folder.into()), &tables).await?;
    let at = Moment::at_local(date(2026, 3, 2), 9, 0);
    let kept = vault_on(store, at).await?;
    let vault: Vault = kept.vault.clone();
    let world = kept.world.clone();
    vault
        .store()
        .write(move |db| {
            let one = ["Verkstedveien 1", "2320", "Furnes"];
            let two = ["Storgata 8", "2408", "Elverum"];
            let first = ControllerId::from_raw(1);
            bookings::lay_template(db, &world, first, "Westrum Furnes", one, true)?;
            bookings::lay_template(db, &world, first, "Westrum Elverum", two, false)
        })
        .await?;
    let register: Arc<dyn VehicleRegister> = Arc::new(NoRegister);
    let services = Services::default().with(vault).with(register);
    let mut parts = house(&[bookings::LANG, vehicles::LANG], services);
    parts.world = kept.world.clone();
    let app = App::new(parts);
    let router = web::router(&app, bookings::routes());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8931").await?;
    axum::serve(listener, router).await?;
    Ok(())
}
