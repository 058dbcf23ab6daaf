//! Serves the public pages by themselves, to look at: `cargo run -p site --example site_look`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;

use site::{LastProof, ProofSummary, Site, SiteFacts, Soon, Workplace};
use values::{ControllerId, Moment};
use web::{App, Lang, Services};

struct Facts;

impl SiteFacts for Facts {
    fn workshops(&self, _: Lang) -> Soon<'_, Vec<Workplace>> {
        let place = |name: &str, address: &str, controller| Workplace {
            name: name.into(),
            address: address.into(),
            hours: "Mandag–fredag 07:30–15:30".into(),
            services: vec![
                "Service".into(),
                "Påbygg og kran".into(),
                "Karosseri".into(),
            ],
            controller: ControllerId::from_raw(controller),
            book: "/bestill".into(),
        };
        Box::pin(async move {
            vec![
                place("Furnes", "Eksempelvegen 1, 2320 Furnes", 1),
                place("Brumunddal", "Prøvegata 12, 2380 Brumunddal", 2),
                place("Hamar", "Mønstervegen 4, 2316 Hamar", 2),
            ]
        })
    }
}

struct Proof;

impl LastProof for Proof {
    fn last(&self) -> Soon<'_, Option<ProofSummary>> {
        let at = Moment::at_local(jiff::civil::date(2026, 3, 2), 3, 10);
        Box::pin(async move {
            Some(ProofSummary {
                at,
                holds: 41,
                attested: 2,
                fails: 0,
            })
        })
    }
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let place = store::Location::Folder(folder.path().to_owned());
    let store = store::Store::open(&place, &[vault::MIGRATIONS, site::MIGRATIONS])
        .await
        .unwrap();
    let now = Moment::at_local(jiff::civil::date(2026, 11, 22), 9, 0);
    let test = vault::testing::vault_on(store, now).await.unwrap();
    for text in [
        include_str!("../../../declarations/westrum-0.toml"),
        include_str!("../../../declarations/westrum.toml"),
    ] {
        site::remember_version(&test.vault, text).await.unwrap();
    }
    let site = Site::new(test.vault.clone())
        .with_facts(Arc::new(Facts))
        .with_proof(Arc::new(Proof));
    let services = Services::default().with(test.vault.clone()).with(site);
    let mut house = web::testing::house(&[site::LANG], services);
    house.settings.house = "Westrum".into();
    house.settings.base_url = "http://localhost:8091".into();
    let app = App::new(house);
    let router = web::router(&app, site::routes());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8091")
        .await
        .unwrap();
    axum::serve(listener, router).await.unwrap();
}
