use axum::extract::FromRequestParts;
use customers::{Beside, Cell, CustomerContact, take_contact};
use declaration::vocabulary::{Category, purpose};
use values::{PersonName, Plate};
use vault::{Ask, Keep, Personal, Provenance};
use vehicles::VehicleRecord;

use super::*;

fn source() -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

/// A customer with a vehicle that is due, whose address is kept for reminders, or not.
pub(super) async fn customer(house: &House, due: &str, kept: bool) -> (SubjectId, SubjectId) {
    let vault = &house.vault;
    let plate = Plate::parse("AB12345").unwrap();
    let mut work = vault.work();
    let contact = Personal::new(CustomerContact {
        name: PersonName::parse("Kari Nordmann").unwrap(),
        email: Some(Email::parse("kari@example.no").unwrap()),
        phone: None,
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    });
    let keep = Keep::while_open("visit", 1);
    let taken = take_contact(
        vault,
        &mut work,
        Actor::Chore("test"),
        None,
        &contact,
        &source(),
        &keep,
    )
    .await
    .unwrap();
    if kept {
        let keep = Keep::from("last_visit", 1, work.at());
        work.also_keep(
            &taken.permit,
            Category::Contact,
            Purpose::ServiceReminders,
            &keep,
        )
        .unwrap();
    }
    let vehicle = work.subject(vault::SubjectKind::Vehicle);
    let ask = Ask::seal_new(Actor::Chore("test"), vehicle).of(&[Category::Vehicle]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let mut record = VehicleRecord::stated(&plate);
    record.make = Some("SCANIA".to_owned());
    record.body_type = Some("tipper".to_owned());
    record.pkk_due_on = Some(due.to_owned());
    let keep = Keep::from("vehicle", 1, work.at());
    let rule = work.seal(&permit, &Personal::new(record), &source(), &keep);
    assert!(rule.is_ok(), "{:?}", rule.err());
    let look_up = vault::LookUp::plate(&plate);
    work.claim(&permit, Category::Vehicle, &look_up).unwrap();
    work.tie(vehicle, taken.subject, "customer");
    let laid = work.finish();
    vault
        .store()
        .write(move |db: &mut dyn Db| laid.lay(db))
        .await
        .unwrap();
    house.clock.advance_ms(1_000);
    (taken.subject, vehicle)
}

/// What the person's copy says they want no more.
async fn told(house: &House, person: SubjectId) -> Vec<&'static str> {
    let (mut parts, ()) = axum::http::Request::new(()).into_parts();
    let page = web::Page::from_request_parts(&mut parts, &house.app).await;
    let page = page.unwrap();
    let asides = crate::NewsletterBeside.tell(&house.app, &page, person);
    let asides = asides.await.unwrap();
    let noes = asides.iter().find(|aside| aside.name == "service_noes");
    let rows = noes.map_or(&[][..], |noes| &noes.rows);
    let kind = |row: &Vec<Cell>| match row[0] {
        Cell::Word(kind, _) => kind,
        _ => panic!("a word"),
    };
    rows.iter().map(kind).collect()
}

#[tokio::test]
async fn a_deadline_is_told_once_and_stops_when_told_to() {
    each(|house| async move {
        let (person, _) = customer(&house, "2026-12-01", true).await;
        assert_eq!(crate::remind(&house.app).await.unwrap().posted, 1);
        house.clock.advance_ms(8 * 24 * 3_600_000);
        assert_eq!(
            crate::remind(&house.app).await.unwrap().posted,
            0,
            "once for a deadline"
        );
        let (lang, kind) = (web::Lang::Nb, vault::ServiceMessage::Reminder);
        let path = customers::service_link(&house.vault, lang, person, kind).unwrap();
        let before = house.count().await;
        assert_eq!(house.client.get(&path).await.status, 200);
        assert_eq!(house.count().await, before);
        let stop = [("kind", "reminder"), ("on", "false")];
        assert_eq!(house.client.post(&path, &stop).await.status, 303);
        assert_eq!(house.count().await, before + 1);
        assert_eq!(
            told(&house, person).await,
            ["reminder"],
            "the person's copy"
        );
        let again = [("kind", "reminder"), ("on", "true")];
        assert_eq!(house.client.post(&path, &again).await.status, 303);
        assert_eq!(house.count().await, before, "taken back");
        assert!(told(&house, person).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn not_too_early_and_not_with_an_address_kept_for_something_else() {
    each(|house| async move {
        customer(&house, "2027-06-01", true).await;
        let first = crate::remind(&house.app).await.unwrap();
        assert_eq!((first.posted, first.looked), (0, 1));
        assert_eq!(
            crate::remind(&house.app).await.unwrap().looked,
            0,
            "not looked at again before it is time"
        );
    })
    .await;
    each(|house| async move {
        customer(&house, "2026-12-01", false).await;
        assert_eq!(crate::remind(&house.app).await.unwrap().posted, 0);
    })
    .await;
}
