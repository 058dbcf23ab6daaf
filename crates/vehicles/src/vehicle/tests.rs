use declaration::vocabulary::Category;
use jiff::civil::date;
use store::Migration;
use values::{Moment, Plate, SubjectId, Vin};
use vault::{Actor, Provenance, Vault, testing::vault_on};

use super::*;

const TABLES: &[&[Migration]] = &[vault::MIGRATIONS, crate::MIGRATIONS];

/// A tipper of 2020, as the register might answer.
pub(crate) fn sample() -> Technical {
    let text = r#"{"fetched_at":1772438400000,"make":"SCANIA","model":"R 500","body":{"value":"10","name":"Tippbil"},
        "class":{"value":"N3","name":"Lastebil"},"fuels":[],"first_registered":"2020-05-04","first_registered_norway":null,
        "pkk_due_on":null,"pkk_approved_on":null,"adr":null}"#;
    let mut technical: Technical = serde_json::from_str(text).unwrap();
    technical.plate = Some(Plate::parse("CU 10001").unwrap());
    technical.vin = Some(Vin::parse("TESTSISDINKY00004").unwrap());
    technical
}

fn provenance() -> Provenance {
    Provenance {
        source_kind: "public_register",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

async fn take(vault: &Vault, plate: &str, technical: Option<&Technical>) -> SubjectId {
    let plate = Plate::parse(plate).unwrap();
    let mut work = vault.work();
    let chore = Actor::Chore("intake");
    let from = provenance();
    let id = take_vehicle(vault, &mut work, chore, &plate, technical, &from).await;
    let id = id.unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    id
}

fn now() -> Moment {
    Moment::at_local(date(2026, 3, 2), 9, 0)
}

#[test]
fn types_of_body_are_those_of_the_rule_table() {
    let rules = vault::testing::rules();
    for body in BodyType::ALL
        .iter()
        .filter(|body| **body != BodyType::Other)
    {
        let id = format!("vehicle-life-{}", body.as_str());
        assert!(rules.has(&id), "{id}");
    }
    for body in BodyType::ALL {
        let texts = crate::LANG.nb;
        assert!(texts.contains(&format!("\n{} =", body.message_id())));
        assert_eq!(BodyType::from_name(body.as_str()), Some(*body));
    }
    assert_eq!(BodyType::of(&sample()), BodyType::Tipper);
}

#[tokio::test]
async fn a_vehicle_is_kept_for_its_expected_life_and_while_it_is_seen() {
    store::testing::each_engine(TABLES, |store| async move {
        let kept = vault_on(store, now()).await.unwrap();
        let vault = &kept.vault;
        let id = take(vault, "CU 10001", Some(&sample())).await;
        let strands = vault.strands_of(id).await.unwrap();
        assert_eq!(strands[0].category, Category::Vehicle);
        assert_eq!(strands[0].reasons.len(), 2);
        let life = &strands[0].reasons[0];
        assert!(life.rule.starts_with("vehicle-life-tipper@"));
        assert_eq!(life.until, Moment::after_day(date(2035, 5, 4)));
        // Older than its expected life, but here: another year.
        kept.clock.set(Moment::at_local(date(2036, 1, 10), 9, 0));
        assert_eq!(take(vault, "CU10001", None).await, id);
        let strands = vault.strands_of(id).await.unwrap();
        assert_eq!(strands[0].keep_until, Moment::after_day(date(2037, 1, 10)));
    })
    .await;
}

#[tokio::test]
async fn a_vehicle_is_known_by_its_chassis_and_plates_move() {
    store::testing::each_engine(TABLES, |store| async move {
        let kept = vault_on(store, now()).await.unwrap();
        let vault = &kept.vault;
        let plate = |text: &str| Plate::parse(text).unwrap();
        // Booked by its personal plate, known by its ordinary one.
        let ordinary = take(vault, "CU 10001", Some(&sample())).await;
        let personal = take(vault, "KRANEN", None).await;
        assert_ne!(ordinary, personal);
        let same = take(vault, "KRANEN", Some(&sample())).await;
        assert_eq!(same, ordinary);
        assert_eq!(find(vault, &plate("KRANEN")).await.unwrap(), Some(ordinary));
        // The personal plate moves to another vehicle.
        let mut other = sample();
        other.vin = Some(Vin::parse("YV2RT40A5MB123456").unwrap());
        other.plate = Some(plate("AB 12345"));
        let moved = take(vault, "KRANEN", Some(&other)).await;
        assert_ne!(moved, ordinary);
        assert_eq!(find(vault, &plate("KRANEN")).await.unwrap(), Some(moved));
        assert_eq!(
            find(vault, &plate("CU 10001")).await.unwrap(),
            Some(ordinary)
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_only_expected_stays_no_longer_than_the_booking() {
    store::testing::each_engine(TABLES, |store| async move {
        let kept = vault_on(store, now()).await.unwrap();
        let vault = &kept.vault;
        let plate = Plate::parse("AB 12345").unwrap();
        let mut work = vault.work();
        let who = Actor::Visitor;
        let from = provenance();
        let id = expect_vehicle(vault, &mut work, who, &plate, None, &from, 77).await;
        let id = id.unwrap();
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
        let strands = vault.strands_of(id).await.unwrap();
        assert_eq!(strands[0].reasons.len(), 1);
        assert_eq!(strands[0].reasons[0].source_id, 77);
        assert!(strands[0].keep_until.is_forever());
    })
    .await;
}
