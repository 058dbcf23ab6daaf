//! A house with one workshop, the register's double, and people who use it.

use std::sync::Arc;

use jiff::civil::date;
use store::{Migration, Store};
use values::{
    AccountId, BookingId, ControllerId, Email, FreeText, Moment, PersonName, Phone, Plate,
    SetClock, SubjectId, WorkOrderId, WorkshopId,
};
use vault::{Actor, Personal, Vault, testing::TestVault};
use vehicles::register::{HttpRegister, RegisterKey, RegisterSettings, VehicleRegister, double};
use web::{
    App, Colleague, Me, Role, Routes, Services, Visitor,
    testing::{Answer, Client, house},
};

pub(super) const TABLES: &[&[Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    bookings::MIGRATIONS,
    crate::MIGRATIONS,
];

/// Words that must lie nowhere in the clear.
pub(super) const CANARIES: &[&str] = &[
    "Kanarinavn",
    "kanari@example.no",
    "98765431",
    "Sjåførkanari",
    "Hydraulikkanari",
    "Eierkanari",
    "Bulkekanari",
    "Svarkanari",
    "Fakturakanari",
    "CU10001",
];

pub(super) fn monday() -> Moment {
    Moment::at_local(date(2026, 3, 2), 9, 0)
}

pub(super) struct House {
    pub app: App,
    pub vault: Vault,
    pub clock: Arc<SetClock>,
    pub workshop: WorkshopId,
    _kept: TestVault,
}

/// Runs a test on both engines.
pub(super) async fn each_house<R: Future<Output = ()>>(test: impl Fn(House) -> R) {
    let test = &test;
    store::testing::each_engine(TABLES, |store| async move {
        test(House::on(store).await).await;
    })
    .await;
}

impl House {
    pub(super) async fn on(store: Store) -> Self {
        let _ = tracing_subscriber::fmt().with_test_writer().try_init();
        let kept = vault::testing::vault_on(store, monday()).await.unwrap();
        let (vault, world) = (kept.vault.clone(), kept.world.clone());
        let lay = world.clone();
        let workshop = vault
            .store()
            .write(move |db| {
                let place = ["Verkstedveien 1", "2320", "Furnes"];
                let owner = ControllerId::from_raw(1);
                bookings::lay_template(db, &lay, owner, "Furnes", place, true)
            })
            .await
            .unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(double::serve(listener));
        let mut settings = RegisterSettings::at(address, RegisterKey::new("test"));
        settings.time_limit = std::time::Duration::from_millis(300);
        let register = HttpRegister::new(&settings, world.clock.clone()).unwrap();
        let register: Arc<dyn VehicleRegister> = Arc::new(register);
        let services = Services::default()
            .with(vault.clone())
            .with(register)
            .with(customers::MinePanels(crate::panels()))
            .with(bookings::Catalogues::default());
        let texts = [crate::LANG, vehicles::LANG, bookings::LANG, customers::LANG];
        let mut parts = house(&texts, services);
        parts.world = world;
        Self {
            app: App::new(parts),
            clock: kept.clock.clone(),
            vault,
            workshop,
            _kept: kept,
        }
    }

    fn routes() -> Routes {
        crate::routes()
            .merge(customers::routes())
            .merge(vehicles::routes())
    }

    pub(super) fn client(&self) -> Client {
        Client::new(self.app.clone(), web::router(&self.app, Self::routes()))
    }

    pub(super) fn colleague(role: Role) -> Colleague {
        Colleague {
            staff: SubjectId::from_raw(match role {
                Role::Technician => 8,
                Role::Privacy => 9,
                Role::Claims => 10,
                _ => 7,
            }),
            role,
            controller: ControllerId::from_raw(1),
        }
    }

    pub(super) async fn desk(&self, role: Role) -> Client {
        self.clock.advance_ms(1000);
        let who = Visitor::Staff(Self::colleague(role));
        self.client().as_visitor(who).await.unwrap()
    }

    pub(super) async fn mine(&self, who: SubjectId) -> Client {
        let me = Visitor::Subject(Me {
            subject: who,
            account: AccountId::from_raw(1),
        });
        self.client().as_visitor(me).await.unwrap()
    }

    /// A booking of today for a plate.
    pub(super) async fn booked(&self, plate: &str) -> BookingId {
        let services = self.vault.store().read(|db| bookings::Catalogue::load(db));
        let services = services.await.unwrap().services;
        let new = bookings::NewBooking {
            workshop: self.workshop,
            service: services.last().unwrap().id,
            starts_at: Moment::at_local(date(2026, 3, 2), 13, 0),
            needs: bookings::Needs::default(),
            contact: Personal::new(customers::CustomerContact {
                name: PersonName::parse("Kari Kanarinavn").unwrap(),
                email: Some(Email::parse("kanari@example.no").unwrap()),
                phone: Some(Phone::parse("98765431").unwrap()),
                organisation: None,
                org_no: None,
                language: "nb".to_owned(),
                customer_no: None,
            }),
            plate: Plate::parse(plate).unwrap(),
            question: Some(FreeText::parse("Hydraulikkanari: kranen lekker").unwrap()),
            lang: web::Lang::Nb,
            notice_version: "1".to_owned(),
            via: bookings::Via::Web,
            actor: Actor::Visitor,
            known: None,
            letters: customers::CustomerAnswer::NotShown,
            key: None,
        };
        bookings::book(&self.app, &self.vault, &new)
            .await
            .unwrap()
            .id
    }

    /// The one who booked.
    pub(super) async fn kari(&self) -> SubjectId {
        let email = Email::parse("kanari@example.no").unwrap();
        let found = customers::identify(&self.vault, Some(&email), None).await;
        found.unwrap().unwrap()
    }

    /// Receives without a booking; answers the order.
    pub(super) async fn walk_in(&self, plate: &str, name: &str, email: &str) -> WorkOrderId {
        let desk = self.desk(Role::Reception).await;
        let workshop = self.workshop.to_string();
        let answer = desk
            .post(
                "/stab/inn/ny",
                &[
                    ("plate", plate),
                    ("workshop", &workshop),
                    ("name", name),
                    ("email", email),
                    ("owner", "self"),
                    ("deliverer", "self"),
                    ("job", "Service"),
                ],
            )
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        self.order_at(&answer).await
    }

    /// The order of the visit an answer leads to.
    pub(super) async fn order_at(&self, answer: &Answer) -> WorkOrderId {
        let visit = last_id(answer.location().unwrap());
        let order = self
            .vault
            .store()
            .read(move |db| crate::order::by_visit(db, values::VisitId::from_raw(visit)));
        order.await.unwrap().unwrap().id
    }

    pub(super) async fn order(&self, id: WorkOrderId) -> crate::OrderRow {
        let order = self
            .vault
            .store()
            .read(move |db| crate::order::by_id(db, id));
        order.await.unwrap().unwrap()
    }

    /// A line with a price.
    pub(super) async fn line(&self, id: WorkOrderId, kind: &str, quantity: &str, price: &str) {
        let desk = self.desk(Role::Reception).await;
        let fields = [
            ("kind", kind),
            ("text", "Slange byttet"),
            ("quantity", quantity),
            ("price", price),
            ("warranty", "months"),
            ("months", "24"),
        ];
        let answer = desk.post(&format!("/stab/ordre/{id}/linje"), &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    /// Hands over to the customer.
    pub(super) async fn hand_over(&self, id: WorkOrderId) -> Answer {
        let desk = self.desk(Role::Reception).await;
        let fields = [
            ("buyer", "consumer"),
            ("collector", "self"),
            ("payer", "self"),
            ("name", "Kari Fakturakanari"),
            ("terms", "14"),
        ];
        desk.post(&format!("/stab/ordre/{id}/utlevering"), &fields)
            .await
    }
}

/// The last number of a path.
pub(super) fn last_id(path: &str) -> i64 {
    let path = path.split(['?', '#']).next().unwrap();
    path.rsplit('/').next().unwrap().parse().unwrap()
}
