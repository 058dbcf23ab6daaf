//! Serves the pages of staff by themselves, to look at: `cargo run -p staff --example staff_look`.
//! Prints a log-in link for each of a few roles; `staff_look empty` serves a house before its first run.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use values::{ControllerId, Email, Moment, PersonName};
use vault::Vault;
use web::{App, Role, Services};

async fn people(vault: &Vault) {
    let members = [
        ("Ada Administrator", "ada", Role::Admin),
        ("Kari Kranfører", "kari", Role::Technician),
        ("Ola Mottak", "ola", Role::Reception),
        ("Per Personvern", "per", Role::Privacy),
        ("Siv Slutta", "siv", Role::Claims),
    ];
    for (name, word, role) in members {
        let name = PersonName::parse(name).unwrap();
        let email = Email::parse(&format!("{word}@verksted.example")).unwrap();
        let id = staff::add(vault, name, email, role, ControllerId::from_raw(1))
            .await
            .unwrap();
        if role == Role::Claims {
            staff::end_work(vault, vault::Actor::Chore("look"), id)
                .await
                .unwrap();
            continue;
        }
        for _ in 0..4 {
            let path = staff::one_time_link(vault, id, 3_600_000).await.unwrap();
            println!("{word} http://localhost:8092{path}");
        }
    }
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let place = store::Location::Folder(folder.path().to_owned());
    let tables = [vault::MIGRATIONS, letters::MIGRATIONS, staff::MIGRATIONS];
    let store = store::Store::open(&place, &tables).await.unwrap();
    let now = Moment::at_local(jiff::civil::date(2026, 11, 22), 9, 0);
    let test = vault::testing::vault_on(store, now).await.unwrap();
    if std::env::args().nth(1).as_deref() == Some("empty") {
        println!(
            "code {}",
            staff::set_up_code(&test.vault).await.unwrap().unwrap()
        );
    } else {
        people(&test.vault).await;
    }
    let services = Services::default().with(test.vault.clone());
    let mut house = web::testing::house(&[staff::LANG], services);
    house.settings.house = "Westrum".into();
    house.settings.base_url = "http://localhost:8092".into();
    house.settings.limits = false;
    house.world = test.world.clone();
    let app = App::new(house);
    let router = web::router(&app, staff::routes());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8092")
        .await
        .unwrap();
    axum::serve(listener, router).await.unwrap();
}
