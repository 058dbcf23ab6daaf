//! Serves the pages of this slice by themselves, to look at: `cargo run -p rights --example look`.
//! `/som/kunde` and `/som/personvern` log the browser in.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use declaration::vocabulary::{Category, purpose};
use rights::{Around, Facts, PageSeen, Soon};
use values::{AccountId, ControllerId, Email, FreeText, PersonName, Phone, SubjectId};
use vault::{Actor, Ask, Keep, Personal, Provenance, Vault, VaultError};
use web::{App, Colleague, Door, Me, Role, Services, Visitor};

/// Nothing around but the declaration.
struct Alone;

impl Around for Alone {
    fn page<'a>(&'a self, _: &'a str) -> Soon<'a, PageSeen> {
        Box::pin(async { PageSeen::default() })
    }
    fn column_differences(&self) -> Soon<'_, Result<Vec<String>, VaultError>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    fn declaration_text(&self) -> String {
        include_str!("../../../declarations/westrum.toml").to_owned()
    }
    fn facts(&self) -> Soon<'_, Result<Facts, VaultError>> {
        Box::pin(async { Ok(Facts::default()) })
    }
}

vault::record! {
    /// A question.
    pub struct Question in Enquiry as "enquiry" {
        /// What was asked.
        question: FreeText,
    }
}

vault::record! {
    /// A purchase.
    pub struct Bought in Purchase as "purchase" {
        /// Order number.
        number: String,
        /// What was bought.
        lines: String,
        /// How much, in øre.
        total_ore: i64,
    }
}

#[derive(Clone)]
struct Who(SubjectId);

async fn enter(State(app): State<App>, Path(who): Path<String>) -> Response {
    let subject = app.service::<Who>().unwrap().0;
    let (visitor, to) = if who == "kunde" {
        let account = AccountId::from_raw(1);
        (
            Visitor::Subject(Me { subject, account }),
            "/min-side/opplysninger",
        )
    } else {
        let staff = SubjectId::from_raw(77);
        let controller = ControllerId::from_raw(1);
        let who = Colleague {
            staff,
            role: Role::Privacy,
            controller,
        };
        (Visitor::Staff(who), "/stab/personvern")
    };
    let mut answer = Redirect::to(to).into_response();
    web::log_in(&app, visitor, answer.headers_mut())
        .await
        .unwrap();
    answer
}

fn provenance() -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

async fn settle(vault: &Vault) -> SubjectId {
    let contact = Personal::new(customers::CustomerContact {
        name: PersonName::parse("Kari Nordmann").unwrap(),
        email: Email::parse_optional("kari@example.no").unwrap(),
        phone: Phone::parse_optional("91234567").unwrap(),
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    });
    let mut work = vault.work();
    let done = Keep::from("visit", 1, work.at());
    let from = provenance();
    let taken = customers::take_contact(
        vault,
        &mut work,
        Actor::Visitor,
        None,
        &contact,
        &from,
        &done,
    );
    let taken = taken.await.unwrap();
    let asked = Question {
        question: FreeText::parse("Kranen lekker ved svingkransen.").unwrap(),
    };
    work.seal(&taken.permit, &Personal::new(asked), &from, &done)
        .unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    let ask = Ask::open(Actor::Chore("look"), taken.subject).of(&[Category::Purchase]);
    let permit = vault.permit::<purpose::Claims>(ask).await.unwrap();
    let mut work = vault.work();
    let bought = Bought {
        number: "2041".into(),
        lines: "Sakkyndig kontroll av kran".into(),
        total_ore: 498_000,
    };
    let sold = Keep::from("purchase", 1, work.at());
    work.seal(&permit, &Personal::new(bought), &from, &sold)
        .unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    let desk = Actor::Staff {
        id: SubjectId::from_raw(76),
        role: Role::Reception,
        controller: ControllerId::from_raw(1),
    };
    let ask = Ask::open(desk, taken.subject)
        .of(&[Category::Contact])
        .case("visit", 1);
    vault.permit::<purpose::Visit>(ask).await.unwrap();
    taken.subject
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let place = store::Location::Folder(folder.path().to_owned());
    let tables: &[&[store::Migration]] = &[
        store::jobs::MIGRATIONS,
        vault::MIGRATIONS,
        letters::MIGRATIONS,
        customers::MIGRATIONS,
        rights::MIGRATIONS,
    ];
    let store = store::Store::open(&place, tables).await.unwrap();
    let now = values::World::system().now();
    let test = vault::testing::vault_on(store, now).await.unwrap();
    let who = Who(settle(&test.vault).await);
    let around: Arc<dyn Around> = Arc::new(Alone);
    let services = Services::default()
        .with(test.vault.clone())
        .with(around)
        .with(who)
        .with(customers::MinePanels(rights::panels()));
    let mut house = web::testing::house(&[rights::LANG, customers::LANG], services);
    house.world = test.world.clone();
    house.settings.house = "Westrum".into();
    house.settings.base_url = "http://127.0.0.1:8092".into();
    let app = App::new(house);
    let routes = rights::routes()
        .merge(customers::routes())
        .get("/som/{who}", Door::Public, enter);
    let router = web::router(&app, routes);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8092")
        .await
        .unwrap();
    axum::serve(listener, router).await.unwrap();
}
