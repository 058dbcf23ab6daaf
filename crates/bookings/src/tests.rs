//! The slice as a whole: texts in step, records in the vocabulary, statements that both engines take.

use std::sync::Arc;

use jiff::civil::{Date, date};
use store::{Migration, Store};
use values::{
    ControllerId, Email, Moment, PersonName, Phone, Plate, ServiceId, SetClock, SubjectId,
    WorkshopId,
};
use vault::{Actor, Personal, Vault, testing::TestVault};
use web::{
    App, Colleague, Role, Services, Visitor,
    testing::{Client, house},
};

use crate::{Needs, NewBooking, Via};

/// Everything the slice stands on.
pub(crate) const TABLES: &[&[Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    crate::MIGRATIONS,
];

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
}

#[test]
fn records_stand_in_the_vocabulary() {
    assert_eq!(crate::check_records(), Ok(()));
}

#[tokio::test]
async fn both_engines_take_every_statement() {
    store::testing::each_engine(TABLES, |store| async move {
        assert!(store.prepare_all(crate::QUERIES).await.unwrap() > 30);
    })
    .await;
}

/// Monday 2 March 2026, 09:00, the clock of the tests.
pub(crate) fn monday_morning() -> Moment {
    Moment::at_local(date(2026, 3, 2), 9, 0)
}

/// A house with one workshop of the template: two bays, Monday to Friday 7:00 to 15:30.
pub(crate) struct House {
    pub app: App,
    pub vault: Vault,
    pub clock: Arc<SetClock>,
    pub workshop: WorkshopId,
    pub service: ServiceId,
    _kept: TestVault,
}

impl House {
    pub(crate) async fn on(store: Store) -> Self {
        let kept = vault::testing::vault_on(store, monday_morning())
            .await
            .unwrap();
        let vault = kept.vault.clone();
        let world = kept.world.clone();
        let workshop = vault
            .store()
            .write(move |db| {
                let place = ["Verkstedveien 1", "2320", "Furnes"];
                crate::lay_template(db, &world, ControllerId::from_raw(1), "Furnes", place, true)
            })
            .await
            .unwrap();
        let catalogue = vault
            .store()
            .read(|db| crate::Catalogue::load(db))
            .await
            .unwrap();
        // An hour long, and the last of the list.
        let service = catalogue.services.last().unwrap().id;
        let mut parts = house(
            &[crate::LANG, vehicles::LANG],
            Services::default()
                .with(vault.clone())
                .with(crate::Catalogues::default()),
        );
        parts.world = kept.world.clone();
        Self {
            app: App::new(parts),
            clock: kept.clock.clone(),
            vault,
            workshop,
            service,
            _kept: kept,
        }
    }

    /// Leaves one bay open.
    pub(crate) async fn one_bay(&self) {
        let workshop = self.workshop;
        self.vault
            .store()
            .write(move |db| {
                let catalogue = crate::Catalogue::load(db)?;
                let mut bay = catalogue.workshop(workshop).unwrap().bays[0].clone();
                bay.open = false;
                crate::catalogue::setup::set_bay(db, workshop, &bay)
            })
            .await
            .unwrap();
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.app.clone(), web::router(&self.app, crate::routes()))
    }

    pub(crate) fn colleague(&self, role: Role) -> Colleague {
        Colleague {
            staff: SubjectId::from_raw(7),
            role,
            controller: ControllerId::from_raw(1),
        }
    }

    pub(crate) async fn desk(&self, role: Role) -> Client {
        let who = Visitor::Staff(self.colleague(role));
        self.client().as_visitor(who).await.unwrap()
    }

    /// A booking of somebody with this number in their e-mail.
    pub(crate) fn new_booking(&self, nth: usize, starts_at: Moment) -> NewBooking {
        NewBooking {
            workshop: self.workshop,
            service: self.service,
            starts_at,
            needs: Needs::default(),
            contact: Personal::new(customers::CustomerContact {
                name: PersonName::parse("Kari Nordmann").unwrap(),
                email: Some(Email::parse(&format!("kari{nth}@example.no")).unwrap()),
                phone: Some(Phone::parse(&format!("9{nth:07}")).unwrap()),
                organisation: None,
                org_no: None,
                language: "nb".to_owned(),
                customer_no: None,
            }),
            plate: Plate::parse(&format!("CU {}", 10001 + nth)).unwrap(),
            question: None,
            lang: web::Lang::Nb,
            notice_version: self.vault.declaration().version().to_string(),
            via: Via::Web,
            actor: Actor::Visitor,
            known: None,
            letters: customers::CustomerAnswer::NotShown,
            key: None,
        }
    }
}

/// On the wall of a day in 2026.
pub(crate) fn at(day: Date, hour: i8, minute: i8) -> Moment {
    Moment::at_local(day, hour, minute)
}

/// Runs a test in a fresh house on each engine.
pub(crate) async fn each_house<F, R>(test: F)
where
    F: Fn(House) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    store::testing::each_engine(TABLES, |store| async move {
        test(House::on(store).await).await;
    })
    .await;
}
